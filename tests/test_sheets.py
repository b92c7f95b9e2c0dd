"""A sheet number is given once, kept for ever, and leads to its page in every language."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from builds import HUBS, hub, run
from resourcehub.due import due
from resourcehub.fields import is_sheet_number
from resourcehub.sheets import FILE, add_sheets, assign, read_sheets, sheet_address
from test_messages import resource
from test_rules import front, problems, report
from test_rules import resource as rule_resource


@pytest.mark.parametrize("good", ["0", "7", "12", "OAK-12"])
def test_sheet_numbers(good: str) -> None:
    assert is_sheet_number(good)


@pytest.mark.parametrize("bad", ["012", "oak-12", "OAK12", "12-OAK", "no. 7", "-1", "1.5", "٣", "12\n", "OAK-012"])
def test_what_is_no_sheet_number(bad: str) -> None:
    assert not is_sheet_number(bad)


def test_new_numbers_follow_the_highest_even_where_its_page_is_gone() -> None:
    assert assign({"1": "a/", "7": "gone/"}, ["a/", "b/", "c/", "b/"]) == {"8": "b/", "9": "c/"}
    assert assign({}, ["a/"]) == {"1": "a/"}
    assert assign({"1": "a/"}, ["a/"]) == {}


def test_a_site_that_builds_on_another_counts_its_own_with_a_prefix() -> None:
    assert assign({"1": "a/", "OAK-3": "b/"}, ["a/", "b/", "c/"], "OAK") == {"OAK-4": "c/"}
    assert assign({"OAK-3": "b/"}, ["c/"]) == {"1": "c/"}


def test_numbers_are_added_below_and_no_line_is_changed(tmp_path: Path) -> None:
    add_sheets(tmp_path, {"1": "a/"})
    first = (tmp_path / FILE).read_text()
    (tmp_path / FILE).write_text(first + "# kept")
    add_sheets(tmp_path, {"2": "b/"})
    assert (tmp_path / FILE).read_text() == first + "# kept\n2: b/\n"
    assert read_sheets(tmp_path) == ({"1": "a/", "2": "b/"}, [])


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_sheets(tmp_path) == ({}, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- 1\n", "numbers.yaml:1:1: each line must be a number, a colon and an address, such as '12: about/'"),
        ("no. 7: x/\n", "numbers.yaml:1:1: 'no. 7' is no sheet number of a page"),
        ("1: a/\n2: a/\n", "numbers.yaml:2:1: 'a/' has a number already: delete the newer line"),
        ("1: a/\n1: b/\n", "numbers.yaml:2:1: '1' stands here again"),
        ("1: https://example.org/\n", "numbers.yaml:1:1: 'https://example.org/' is no address of a page"),
        ("1: /about/\n", "numbers.yaml:1:1: '/about/' is no address of a page"),
        ("1: ../about/\n", "numbers.yaml:1:1: '../about/' is no address of a page"),
        ("1: about\n", "numbers.yaml:1:1: 'about' is no address of a page"),
        ("# Nothing.\n", "numbers.yaml: the file holds no number: put back what it held"),
        ("", "numbers.yaml: the file holds no number"),
    ],
)
def test_a_file_that_was_edited_by_hand(tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert str(read_sheets(tmp_path)[1][0]).startswith(line)


def test_the_first_page_has_a_number_too(tmp_path: Path) -> None:
    add_sheets(tmp_path, {"1": "a/", "2": ""})
    assert (tmp_path / FILE).read_text().endswith("1: a/\n2: ./\n")
    assert read_sheets(tmp_path) == ({"1": "a/", "2": ""}, [])
    assert assign({"2": ""}, ["", "a/"]) == {"3": "a/"}


def test_a_number_that_leads_to_no_page_is_a_warning_on_its_line(tmp_path: Path) -> None:
    problems(tmp_path, rule_resource("one"), index=front("A"), about=front("B"))
    good = {1: "resources/one/", 2: "./", 3: "about/", 4: "resources/", 5: "resources/kind/guide/"}
    (tmp_path / FILE).write_text("".join(f"{n}: {a}\n" for n, a in good.items()) + "6: gone/\n")
    sheets, _ = read_sheets(tmp_path)
    found = [p for p in report(tmp_path, sheets) if p.code == "unknown-sheet"]
    assert [(str(p.place), p.severity) for p in found] == [("numbers.yaml:6:1", "warning")]
    (tmp_path / "resources.yaml").write_text("resources: [")
    assert len([p for p in report(tmp_path, sheets) if p.code == "unknown-sheet"]) == 1, "a catalog nobody can read"


def test_every_page_and_the_list_of_resources_gets_a_number(tmp_path: Path) -> None:
    root = Path(shutil.copytree(HUBS / "partial", tmp_path / "hub"))
    done = run("hub", "number", "--root", str(root))
    assert done.returncode == 0, done.stderr
    numbered = set(read_sheets(root)[0].values())
    assert {"", "resources/", "about/", "myths/", "myths/books/", "resources/second-guide/"} <= numbered
    assert run("hub", "number", "--root", str(root)).stdout.startswith("0 new")
    site = hub(root, tmp_path / "site")
    for page in ("", "ar/", "resources/", "hmn/about/"):
        assert 'class="hub-number"' in (site / page / "index.html").read_text()
    number = next(n for n, address in read_sheets(root)[0].items() if not address)
    assert 'href="../ar/"' in (site / number / "index.html").read_text()


def test_the_page_of_a_number_leads_to_the_sheet_in_every_language(site: Path) -> None:
    page = (site / sheet_address("1") / "index.html").read_text()
    for prefix in ("", "ar/", "hmn/"):
        assert f'href="../{prefix}resources/first-guide/"' in page
        assert (site / prefix / "resources/first-guide/index.html").is_file()
    assert 'content="noindex"' in page


def test_the_number_of_a_page_that_is_gone_says_so(site: Path) -> None:
    page = (site / sheet_address("7") / "index.html").read_text()
    assert "This page does not exist, or it has moved." in page
    assert "resources/gone" not in page.partition("<main")[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hub(HUBS / "partial", tmp_path_factory.mktemp("sheets") / "site")


def test_due_are_those_never_checked_first_then_those_checked_longest_ago() -> None:
    today = date(2026, 11, 24)
    kept = resource("kept", checked="2026-01-01")
    late, later = resource("late", checked="2025-11-23"), resource("later", checked="2024-01-01")
    new, old = resource("new", added="2026-02-01"), resource("old", added="2025-02-01")
    retired, draft = resource("retired", status="retired"), resource("draft", status="draft")
    found = due([kept, late, later, new, old, retired, draft], today)
    assert [r.id for r in found] == ["old", "new", "later", "late"]
