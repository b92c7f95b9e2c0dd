"""An address is broken after failures on two different days; being kept out says nothing; the file compares well."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from resourcehub.catalog.visits import FILE, Record, Sort, read_records, write_records
from resourcehub.links.record import DAYS, after, due
from resourcehub.links.told import report
from resourcehub.links.verdict import Verdict

MONDAY = date(2026, 1, 5)
LETTERS = {"g": Sort.GONE, "c": Sort.CHANGED, "s": Sort.SILENT, "b": Sort.BLOCKED, "+": Sort.GOOD, "m": Sort.MOVED}


def rounds(letters: str) -> Record:
    """Return what is remembered after a round a week, a letter each; a capital is a second round on the same day."""
    record, day = None, MONDAY
    for letter in letters:
        day += timedelta(days=0 if letter.isupper() else 7)
        record = after(record, Verdict(LETTERS[letter.lower()], "why", title="T" if letter in "+m" else ""), day)
    assert record
    return record


@pytest.mark.parametrize(
    ("letters", "broken"),
    [
        *[(letters, False) for letters in ("g", "gG", "g+", "g+g", "b", "bbb", "gb", "+", "mgm")],
        *[(letters, True) for letters in ("gg", "gs", "cg", "gGs", "gbg", "+gg", "gggg")],
    ],
)
def test_two_days_of_failure_break_an_address_and_a_good_one_mends_it(letters: str, broken: bool) -> None:
    assert rounds(letters).broken is broken
    assert not rounds(letters + "+").broken


def test_the_title_of_the_right_page_is_kept_while_it_fails() -> None:
    assert [rounds(letters).title for letters in ("+", "+g", "+gc", "+b")] == ["T"] * 4


def test_those_never_visited_come_first_and_a_visit_holds_for_some_days() -> None:
    day = MONDAY + timedelta(days=DAYS)
    records = {"old": Record(day=MONDAY, sort=Sort.GOOD), "new": Record(day=day, sort=Sort.GOOD)}
    records["failed"] = Record(day=day - timedelta(days=1), sort=Sort.GONE, failed=(day - timedelta(days=1),))
    assert due(["new", "failed", "old", "never"], records, day) == ["never", "old", "failed"]


def test_what_is_written_is_read_again_and_one_address_is_one_line(tmp_path: Path) -> None:
    records = {f"https://example.org/{n}?é=\"'": rounds(letters) for n, letters in enumerate(("+", "gg", "m", "b"))}
    assert write_records(tmp_path, records) and not write_records(tmp_path, records)
    assert read_records(tmp_path) == (records, [])
    assert len((tmp_path / FILE).read_text().splitlines()) == len(records) + 2


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"day": "x", "sort": "good"}}', '{"a": {"x": 1}}'])
def test_a_file_that_is_not_ours_is_told_with_the_cure(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    (problem,) = read_records(tmp_path)[1]
    assert problem.code == "bad-links" and "delete the file" in problem.message


def test_the_report_tells_each_kind_apart_and_typed_words_stand_in_code() -> None:
    records = {"https://a.org/": rounds("gg"), "https://b.org/": rounds("g"), "https://c.org/": rounds("b")}
    records["https://d.org/"] = Record(day=MONDAY, sort=Sort.MOVED, target="https://e.org/```\n@x", why="moved")
    text = report(records | {"https://unused.org/": rounds("gg")}, {address: ["one", "two"] for address in records})
    heads = [line for line in text.splitlines() if line.startswith("###")]
    assert [head.rpartition(": ")[2] for head in heads] == ["1"] * 4 and "unused" not in text
    assert text.count("````") == 2 and "one, two: why, since 2026-01-12\n  https://a.org/" in text
