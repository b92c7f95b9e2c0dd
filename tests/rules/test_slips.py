"""A slip in an id is told once, where it stands, and not at each of the places that name the id."""

from pathlib import Path

import pytest

from resourcehub.catalog.sheets import Sheets
from resourcehub.rules.checks import NOUNS
from small import entry, front, problems, report


@pytest.mark.parametrize(
    ("section", "right", "slip"),
    [("resources", "first", "frist"), ("topics", "literacy", "litteracy"), ("citations", "old-2001", "old-2010")],
)
def test_a_slip_in_an_id_that_many_name_is_one_message_at_its_cause(
    tmp_path: Path, section: str, right: str, slip: str
) -> None:
    rows = [entry(f"r-{n}", related=["first"], citations=["old-2001"]) for n in range(9)]
    whole = [entry("first", related=[row["id"] for row in rows], citations=["old-2001"]), *rows]
    text = front(resources=["first"], topics=["literacy"], sources=["old-2001"])
    page = text + "[it](resources/first.md) [@old-2001]\n"
    pages = {"index": page if section == "resources" else text}
    assert not [p for p in problems(tmp_path, *whole, **pages) if p.severity == "error"]
    path = tmp_path / "resources.yaml"
    path.write_text(path.read_text().replace(f'"id": "{right}"', f'"id": "{slip}"'))
    if section == "resources":
        sheets = Sheets({"1": "resources/first/"})
        found = [p for p in report(tmp_path, sheets) if p.code != "unmet-resource"]
    else:
        found = [p for p in report(tmp_path) if p.code != "unmet-resource"]
    assert [p.code for p in found] == [f"unknown-{NOUNS[section]}"], found
    line = path.read_text()[: path.read_text().index(slip)].count("\n") + 1
    assert found[0].place.line == line and f"write 'id: {right}' here" in found[0].message
