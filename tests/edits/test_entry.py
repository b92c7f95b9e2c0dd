"""The fields of an entry as text: what is written is read again as it was, and looks as an editor writes it."""

import random
from datetime import date

import pytest

from resourcehub.catalog.plain import one_line
from resourcehub.catalog.tree import build
from resourcehub.edits.entry import WIDTH, entry_lines

ODD = [
    "Trust: a guide",
    "a #b",
    "- c",
    "'d'",
    '"e"',
    "[f]",
    "{g: h}",
    "no",
    "~",
    "2014",
    "é 中文 ي",
    "k, l",
    "m\\n",
    "% &",
    "!x",
]


def read(lines: list[str]) -> dict[str, object]:
    tree = build("", "\n".join(lines))
    assert not tree.slips and not tree.faults
    return tree.data[0]


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("words", ODD)
def test_what_is_written_is_read_again_as_it_was(words: str, indent: str) -> None:
    """In a title, a list, a group and a long text, whatever signs of YAML it holds."""
    many = " ".join([words] * 60)
    fields = {
        "id": "a-b",
        "title": words,
        "summary": many,
        "details": f"{words}\n\n{many}",
        "authors": [words, "Other"],
        "editions": [{"language": "es", "url": "https://example.org/a,b?c={d}"}],
    }
    found = read(entry_lines(fields, indent))
    assert {n: v for n, v in found.items() if n != "details"} == {n: v for n, v in fields.items() if n != "details"}
    assert one_line(str(found["details"])) == one_line(str(fields["details"]))
    assert max(map(len, entry_lines(fields, indent))) <= WIDTH + len(indent)


def test_fields_stand_in_the_order_of_the_model_and_days_and_years_without_quotes() -> None:
    fields = {"added": date(2026, 1, 2), "year": "2014", "topics": ["a", "b"], "id": "x", "cost": "", "languages": ()}
    assert entry_lines(fields) == ["  - id: x", "    year: 2014", "    topics: [a, b]", "    added: 2026-01-02"]


def test_an_address_is_never_broken_and_a_long_text_is_folded() -> None:
    address = "https://example.org/" + "a" * 300
    lines = entry_lines({"id": "x", "url": address, "summary": "word " * 50})
    assert f"    url: {address}" in lines and "    summary: >-" in lines
    assert read(lines)["summary"] == ("word " * 50).strip()


def test_any_text_by_chance_is_read_again() -> None:
    chance = random.Random(5)
    for _ in range(300):
        text = "".join(chance.choices("ab :#-'\"[]{},&*!|>%@`\\?é中 ", k=chance.randrange(1, 300))).strip() or "x"
        clean = one_line(text)
        assert read(entry_lines({"id": "x", "title": clean, "summary": clean})) == {
            "id": "x",
            "title": clean,
            "summary": clean,
        }
