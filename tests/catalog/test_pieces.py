"""A catalog with slips is read entry by entry: one slip an entry, the others stay known, in linear time."""

from pathlib import Path

import pytest

from resourcehub.catalog.entries import CatalogFile, read_catalog
from resourcehub.problems import Problem
from resourcehub.rules.checks import check
from resourcehub.rules.facts import Facts

HEAD = """\
kinds:
  - {id: guide, title: Guide, summary: Words.}
topics:
  - {id: literacy, title: Literacy, summary: Words.}
audiences:
  - {id: families, title: Families, summary: Words.}
resources:
"""
ENTRY = """\
  - id: %s
    kind: guide
    title: %s
    url: https://example.org/
    summary: Words.
    publisher: Press
    topics: [literacy]
    audiences: [families]
    languages: [en]
    format: pdf
    cost: free
    added: 2026-01-01
    related: [%s]
"""


def entry(name: str, title: str = "Title", related: str = "''") -> str:
    return ENTRY % (name, title, related)


def read(root: Path, text: str) -> tuple[CatalogFile, list[Problem]]:
    (root / "resources.yaml").write_text(text)
    return read_catalog(root)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Data: a story", "unquoted-colon"),
        ('"never closed', "unclosed-quote"),
        ("@home", "special-character"),
        ("[a, b", "unclosed-bracket"),
        ("&bold b", "yaml-alias"),
        ("a\n\tb: c", "tab"),
        ("a\n      b: c", "bad-indentation"),
        ("a\n   b: c", "bad-indentation"),
        ("a\n    year", "missing-colon"),
        ("a\n---", "several-documents"),
    ],
)
def test_each_of_many_slips_is_reported_once_and_hides_no_entry(tmp_path: Path, title: str, code: str) -> None:
    rows = [entry("good-1", related="bad-1"), entry("bad-1", title), entry("good-2", "Two", "bad-2")]
    rows += [entry("bad-2", title), entry("good-3").replace("title:", "tilte:")]
    file, problems = read(tmp_path, HEAD + "".join(rows))
    assert [r.id for r in file.catalog.resources] == ["good-1", "good-2"]
    assert [p.code for p in problems if p.code not in ("missing-field", "unknown-field")] == [code, code]
    lines = (HEAD + "".join(rows)).split("\n")
    starts = [n for n, line in enumerate(lines, 1) if "- id: bad" in line]
    found = [p.place.line for p in problems if p.code == code]
    assert all(start <= line < start + 16 for start, line in zip(starts, found, strict=True))
    assert {name for section, name in file.places if section == "resources"} == {
        *("good-1", "bad-1", "good-2", "bad-2", "good-3")
    }
    assert not [p for p in check(Facts(file)) if p.severity == "error"], "a broken entry is known by its id"


def test_an_entry_whose_id_cannot_be_read_makes_no_other_id_unknown(tmp_path: Path) -> None:
    text = HEAD + entry("one", related="two") + entry("'two", "x")
    file, problems = read(tmp_path, text)
    assert [p.code for p in problems] == ["unclosed-quote"]
    assert not [p for p in check(Facts(file)) if p.code == "unknown-resource"]


def test_a_slip_between_the_entries_is_reported_beside_those_in_them(tmp_path: Path) -> None:
    text = HEAD.replace("topics:", "topics") + entry("one", "Data: a story")
    _, problems = read(tmp_path, text)
    assert [(p.code, p.place.line) for p in sorted(problems)] == [("missing-colon", 3), ("unquoted-colon", 10)]


def test_an_entry_that_begins_too_far_right_is_told_as_always(tmp_path: Path) -> None:
    text = HEAD + entry("one") + entry("two").replace("\n", "\n ").replace("  - id", "   - id").rstrip(" ")
    _, problems = read(tmp_path, text)
    assert [(p.code, p.place.line) for p in problems] == [("bad-indentation", 21)]


def test_a_conflict_is_one_problem(tmp_path: Path) -> None:
    text = HEAD + "<<<<<<< a\n" + entry("one") + "=======\n" + entry("two") + ">>>>>>> b\n"
    assert [p.code for p in read(tmp_path, text)[1]] == ["merge-conflict"]


def test_two_hundred_slips_come_in_one_run(tmp_path: Path) -> None:
    rows = [entry(f"r-{n}", f"Part {n}: a story", f"r-{n}") for n in range(200)]
    file, problems = read(tmp_path, HEAD + "".join(rows))
    assert [p.code for p in problems] == ["unquoted-colon"] * 200
    assert len(file.places) == 203
