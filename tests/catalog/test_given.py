"""Sheet numbers against their history: none changes its page, is lost in silence, or is given again."""

import subprocess
from pathlib import Path

import pytest

from resourcehub.catalog.given import given_before
from resourcehub.catalog.sheets import assign, read_sheets

FIRST = "# Numbers\n1: about/\n2: ./\nOAK-1: resources/a/\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "numbers.yaml").write_text(FIRST)
    _git(tmp_path, "init", "-q")
    _commit(tmp_path)
    return tmp_path


def _git(root: Path, *words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *name, *words], check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "Numbers")


def told(root: Path, text: str, *, commit: bool) -> list[str]:
    (root / "numbers.yaml").write_text(text)
    if commit:
        _commit(root)
    return [f"{p.place} {p.code} {p.severity}" for p in read_sheets(root)[1]]


@pytest.mark.parametrize("commit", [False, True], ids=["not saved in Git", "saved in Git"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIRST, []),
        (FIRST + "3: keep/\n", []),
        (
            "1: ./\n2: about/\nOAK-1: resources/a/\n",
            ["numbers.yaml:1:1 changed-number error"] * 1 + ["numbers.yaml:2:1 changed-number error"],
        ),
        ("1: about/\n2: ./\n", ["numbers.yaml lost-number warning"]),
        ("1: about/\n2: ./\nOAK-1: resources/b/\n", ["numbers.yaml:3:1 changed-number error"]),
    ],
)
def test_a_line_that_changed_or_went(root: Path, text: str, expected: list[str], commit: bool) -> None:
    assert told(root, text + "4: x/\n", commit=commit) == expected


def test_a_file_that_went(root: Path) -> None:
    (root / "numbers.yaml").unlink()
    assert [(p.code, p.severity) for p in read_sheets(root)[1]] == [("lost-number", "error")]


def test_the_message_is_the_line_as_it_was(root: Path) -> None:
    (root / "numbers.yaml").write_text("1: keep/\n2: ./\nOAK-1: resources/a/\n")
    (one,) = read_sheets(root)[1]
    assert one.message == "sheet 1 was given to 'about/' and may be printed so: write '1: about/' again"


def test_a_number_once_given_is_not_given_again(root: Path) -> None:
    (root / "numbers.yaml").write_text("1: about/\n")
    sheets, _ = read_sheets(root)
    given = given_before(root, "numbers.yaml")
    assert given == {"1": "about/", "2": "./", "OAK-1": "resources/a/"}
    assert assign(sheets, ["new/"], given=given) == {"3": "new/"}
    assert assign(sheets, ["new/"], "OAK", given) == {"OAK-2": "new/"}


def test_without_git_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert given_before(tmp_path, "numbers.yaml") == {}
