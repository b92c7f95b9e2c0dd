"""What comes back is refused where it would harm, each with its row; and then nothing at all is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from exchanged import back, codes, files, hub, rows, sent
from resourcehub.exchange.row import Row

TITLE, SUMMARY, PAGE = "resources/first/title", "resources/first/summary", "about.md#2"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    hub(tmp_path / "hub")
    return tmp_path / "hub"


def named(root: Path, name: str) -> Row:
    """Return a row by its name, or by the beginning of its original."""
    return next(row for row in rows(root).values() if name in (row.name, row.source))


@pytest.mark.parametrize(
    ("name", "changes", "code", "told"),
    [
        (TITLE, {"name": "resources/frist/title"}, "changed-id", "did you mean 'resources/first/title'?"),
        (TITLE, {"name": ""}, "changed-id", "has lost its id"),
        (TITLE, {"tag": "ar"}, "changed-id", "of another language"),
        (TITLE, {"source": "Primera guía"}, "other-source", "the original was changed here"),
        (TITLE, {"text": "a" * 201}, "long-translation", "201 characters, 200 at most"),
        (SUMMARY, {"text": "Con <b>su</b> hija."}, "raw-html", "HTML is not allowed"),
        (SUMMARY, {"text": "Con su hija\u202e."}, "bidi-override", "U+202E"),
        ("{count} resources", {"text": "Varios recursos"}, "placeholder", "{count}"),
        ("{count} resources", {"text": "{cuenta} recursos"}, "placeholder", "{count}"),
        ("myths/books.md#2", {"text": "Lea en voz alta."}, "lost-citation", "old-2001"),
        (PAGE, {"text": "Lo hacen personas, como dice una [guía](resources/first.md)."}, "other-link", "1 links"),
        (PAGE, {"text": "Lo hacen personas.\n\nComo dicen."}, "other-paragraphs", "2 paragraphs"),
        (TITLE, {"read_by": "x" * 5 + ", 2026-13-01"}, "bad-reader", "a day such as"),
    ],
)
def test_a_row_is_refused_with_its_place(root: Path, name: str, changes: dict[str, str], code: str, told: str) -> None:
    before, row = files(root), named(root, name)
    good = sent(named(root, "kinds/guide/title"), text="Una guía")
    found = back(root, good, replace(sent(row), **changes), file="words.csv")  # type: ignore[arg-type]
    assert code in codes(found.problems)
    problem = next(p for p in found.problems if p.code == code)
    assert str(problem.place) == "words.csv:3" and told in problem.message
    assert (found.files, files(root)) == ([], before)


def test_a_row_that_stands_twice_is_refused_both_times(root: Path) -> None:
    row = sent(named(root, TITLE))
    found = back(root, row, replace(row, text="Otra"))
    assert [(p.code, p.place.line) for p in found.problems] == [("changed-id", 2), ("changed-id", 3)]


def test_an_emptied_cell_takes_nothing_away(root: Path) -> None:
    before = files(root)
    assert back(root, sent(named(root, TITLE), text="")).taken == []
    assert files(root) == before


def test_what_others_changed_meanwhile_is_not_lost(root: Path) -> None:
    old = sent(named(root, TITLE))
    back(root, sent(named(root, TITLE), text="La primera"))
    assert back(root, old).taken == [], "the translator left it as it was: the newer words stay"
    found = back(root, replace(old, text="Guía primera"))
    assert codes(found.problems) == ["changed-meanwhile"] and "'La primera'" in found.problems[0].message
    assert back(root, replace(old, text="Guía primera", sent=None)).problems == []
    assert named(root, TITLE).text == "Guía primera"


def test_a_source_that_changed_since_leaves_the_words_marked_as_older(root: Path) -> None:
    row = sent(named(root, TITLE), text="La primera", read_by="Ana")
    catalog = root / "resources.yaml"
    catalog.write_text(catalog.read_text().replace("First guide", "First long guide"))
    assert back(root, row).problems == []
    found = named(root, TITLE)
    assert (found.text, found.state, found.was) == ("La primera", "changed", "First guide")


def test_who_read_what_is_new_can_be_said_for_all(root: Path) -> None:
    rows_there = [named(root, TITLE), named(root, SUMMARY)]
    back(root, sent(rows_there[0], text="La primera"), sent(rows_there[1]), by="Ana, 2026-03-31")
    assert named(root, TITLE).read_by == "Ana, 2026-03-31"
    assert named(root, SUMMARY).read_by == "the parents' group, 2026-01-31", "nothing new was read there"


def test_a_name_without_a_day_gets_that_of_the_import(root: Path) -> None:
    back(root, sent(named(root, "resources/second/title"), text="Segunda", read_by="Ana"))
    assert named(root, "resources/second/title").read_by == "Ana, 2026-11-28"
