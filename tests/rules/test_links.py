"""Where addresses lead: cleaned, named once, and the same in a translation as in its source."""

from pathlib import Path

import pytest

from small import entry, found, front, problems

SOURCE = front("A") + "\nSee [one](https://one.example/) or call [us](tel:+15550100) or 555 010 0199.\n"


def messages(root: Path, code: str, *resources: dict[str, object], **pages: str) -> list[str]:
    return [f"{p.place}: {p.message}" for p in problems(root, *resources, **pages) if p.code == code]


@pytest.mark.parametrize(
    ("code", "address", "words"),
    [
        ("tracking-address", "https://example.org/a?utm_source=x", "write 'https://example.org/a'"),
        ("odd-address", "https://example.org/a).", "try 'https://example.org/a'"),
        ("look-alike", "https://ex\u0430mple.org/", "U+0430 CYRILLIC SMALL LETTER A"),
    ],
)
def test_an_address_is_told_with_its_cure(tmp_path: Path, code: str, address: str, words: str) -> None:
    (one,) = messages(tmp_path, code, entry("a", url=address))
    assert words in one
    assert messages(tmp_path, code, entry("a", url="https://example.org/a")) == []


def test_two_resources_of_one_page_or_title(tmp_path: Path) -> None:
    one = entry("a", title="The Family Guide", url="https://www.example.org/ready/")
    two = entry("b", title="Family guide!", url="http://example.org/ready")
    (same,) = messages(tmp_path, "same-address", one, two)
    assert "of 'a' (line" in same and "keep one of the two" in same
    assert len(messages(tmp_path, "same-title", one, two)) == 1
    assert messages(tmp_path, "same-title", one, entry("b", title="Family guides", url="https://b.example/")) == []
    listed = [entry(n, title=n, listed_at="https://example.org/list") for n in ("c", "d")]
    assert messages(tmp_path, "same-address", *({k: v for k, v in e.items() if k != "url"} for e in listed)) == []


def test_a_translation_names_no_other_site_and_no_other_number(tmp_path: Path) -> None:
    page = (
        front("B") + "\n[uno](https://one.example/es) [dos](https://two.example/) [tel](tel:+1-555-0100) 555 010 0198\n"
    )
    assert [m.split(": ")[0] for m in messages(tmp_path, "other-site", index=SOURCE, index_es=page)] == [
        "docs/index.es.md:5:37"
    ]
    (number,) = messages(tmp_path, "other-number", index=SOURCE, index_es=page)
    assert "'555 010 0198'" in number


def test_a_translation_may_name_what_its_source_or_the_catalog_names(tmp_path: Path) -> None:
    page = (
        front("B")
        + "\n[uno](https://www.one.example/es) https://example.org/es (555) 010-0199, 2026-03-31, 1990–2020\n"
    )
    pages = {"index": SOURCE, "index_es": page}
    assert found(tmp_path, "other-site", entry("a"), **pages) == []
    assert found(tmp_path, "other-number", entry("a"), **pages) == []
