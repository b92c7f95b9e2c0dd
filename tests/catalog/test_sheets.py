"""A sheet number is given once, kept for ever, and leads to its page in every language."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from builds import HUBS, ROOT, Once, hub, run
from resourcehub.catalog.due import due
from resourcehub.catalog.fields import is_sheet_number
from resourcehub.catalog.sheets import FILE, Sheets, add_sheets, assign, read_sheets, sheet_address
from small import entry, front, problems, report, resource


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
    problems(tmp_path, entry("one"), index=front("A"), about=front("B"))
    good = {1: "resources/one/", 2: "./", 3: "about/", 4: "resources/", 5: "resources/kind/guide/"}
    (tmp_path / FILE).write_text("".join(f"{n}: {a}\n" for n, a in good.items()) + "6: gone/\n")
    sheets, _ = read_sheets(tmp_path)
    found = [p for p in report(tmp_path, sheets) if p.code == "unknown-sheet"]
    assert [(str(p.place), p.severity) for p in found] == [("numbers.yaml:6:1", "warning")]
    (tmp_path / "resources.yaml").write_text("resources: [")
    assert len([p for p in report(tmp_path, sheets) if p.code == "unknown-sheet"]) == 1, "a catalog nobody can read"


def test_a_list_without_a_resource_is_a_page_that_is_gone(tmp_path: Path) -> None:
    problems(tmp_path, entry("one"), entry("old", status="retired", languages=["ar"]), index=front("A"))
    lists = ("kind/guide", "topic/literacy", "audience/families", "language/en", "language/ar")
    sheets = Sheets({str(n): f"resources/{path}/" for n, path in enumerate(lists, 1)})
    assert [p.message[:7] for p in report(tmp_path, sheets) if p.code == "unknown-sheet"] == ["sheet 5"]
    problems(tmp_path, entry("one", status="draft"), index=front("A"))
    assert len([p for p in report(tmp_path, sheets) if p.code == "unknown-sheet"]) == len(lists)


def test_the_pages_of_the_site_itself_may_have_a_number(tmp_path: Path) -> None:
    problems(tmp_path, entry("one"), index=front("A"))
    sheets = Sheets({"1": "search/", "2": "resources/a-z/", "3": "keep/", "4": "resources/page/2/", "5": "404/"})
    assert [p.message[:7] for p in report(tmp_path, sheets) if p.code == "unknown-sheet"] == ["sheet 4", "sheet 5"]


@pytest.fixture(scope="module")
def numbered(once: Once) -> tuple[Path, Sheets]:
    """A site whose numbers were given by ``hub number``, and these. One list that had a number holds nothing now."""
    root = once("numbered", _numbered)
    return root / "site", read_sheets(root)[0]


def _numbered(root: Path) -> None:
    shutil.copytree(HUBS / "partial", root, dirs_exist_ok=True)
    add_sheets(root, {"8": "resources/language/zh/"})
    done = run("hub", "number", "--root", str(root))
    assert done.returncode == 0, done.stderr
    assert run("hub", "number", "--root", str(root)).stdout.startswith("0 new")
    hub(root, root / "site")


def test_every_page_that_a_reader_can_name_gets_a_number(numbered: tuple[Path, Sheets]) -> None:
    site, sheets = numbered
    pages = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}
    own = {page.removeprefix("./") for page in pages if not page.startswith(("ar/", "hmn/"))}
    own -= {sheet_address(number) for number in sheets}
    assert own == {*sheets.values()} - {"resources/gone/", "resources/language/zh/"}
    assert {"", "resources/", "about/", "resources/topic/reading/", "search/", "keep/", "resources/a-z/"} <= own
    assert list(sheets)[:3] == ["1", "7", "8"]
    for page in own:
        assert 'class="hub-fact-number' in (html := (site / page / "index.html").read_text()) or "hub-number" in html


def test_the_page_of_a_number_leads_to_lists_and_to_the_pages_of_the_site_itself(
    numbered: tuple[Path, Sheets],
) -> None:
    site, sheets = numbered
    for address in ("", "resources/kind/guide/", "resources/language/en/", "search/", "resources/a-z/", "keep/"):
        number = next(n for n, a in sheets.items() if a == address)
        page = (site / number / "index.html").read_text()
        for prefix in ("", "ar/", "hmn/"):
            assert f'href="../{prefix}{address}"' in page
            assert f"<strong>{number}</strong>" in (site / prefix / address / "index.html").read_text()
    assert "This page does not exist, or it has moved." in (site / "8/index.html").read_text()


def test_the_further_pages_of_a_list_have_its_number(school: Path) -> None:
    number = next(n for n, address in read_sheets(ROOT)[0].items() if address == "resources/")
    for page in ("resources/", "resources/page/2/", "ar/resources/page/2/"):
        assert (school / page / "index.html").read_text().count(f"<strong>{number}</strong>") == 2, "screen and paper"


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
def site(once: Once) -> Path:
    return once("partial", lambda folder: hub(HUBS / "partial", folder / "site")) / "site"


def test_due_are_those_never_checked_first_then_those_checked_longest_ago() -> None:
    today = date(2026, 11, 24)
    kept = resource("kept", checked="2026-01-01")
    late, later = resource("late", checked="2025-11-23"), resource("later", checked="2024-01-01")
    new, old = resource("new", added="2026-02-01"), resource("old", added="2025-02-01")
    retired, draft = resource("retired", status="retired"), resource("draft", status="draft")
    found = due([kept, late, later, new, old, retired, draft], today)
    assert [r.id for r in found] == ["old", "new", "later", "late"]
