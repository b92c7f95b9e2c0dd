"""A change of the catalog touches its own lines: all else stays byte for byte, and two people seldom meet."""

import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest

from resourcehub.catalog.entries import read_catalog
from resourcehub.edits.change import ChangeError, insert, set_fields

MAIN = "resources.yaml"
HEAD = "# Ours.\nkinds:\n  - {id: guide, title: Guide, summary: Words.}\nresources:\n"
ONE = """  # About one.
  - id: bread
    title: Bread   # a note
    summary: >-
      Two lines
      of words.
    topics:
      - a  # first
      - b

    # What it costs.
    cost: free
    details: |
      One.

      Two.
    added: 2026-01-01
    # year: 2001
"""
TWO = "  - id: milk\n    title: 'Milk: white'\n    languages: [en,\n      es]\n    added: 2026-01-01\n"
NEW = {"id": "butter", "title": "Butter", "topics": ["a"]}
LINES = "  - id: butter\n    title: Butter\n    topics: [a]\n"


def write(root: Path, text: str) -> Path:
    (root / MAIN).write_bytes(text.encode())
    return root


def changes(root: Path, files: dict[str, bytes]) -> list[str]:
    """Return the lines that go and come."""
    ((name, data),) = files.items()
    rows = unified_diff((root / name).read_text().splitlines(), data.decode().splitlines(), n=0)
    return [row for row in rows if row[0] in "+-" and not row.startswith(("---", "+++"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + ONE + TWO, HEAD + ONE + LINES + TWO),
        (HEAD + ONE + "\n" + TWO + "# End.\n", HEAD + ONE + "\n" + LINES + "\n" + TWO + "# End.\n"),
        (HEAD + TWO, HEAD + LINES + TWO),
        (HEAD + ONE.rstrip("\n"), HEAD + ONE + LINES),
        ((HEAD + ONE + TWO).replace("\n", "\r\n"), (HEAD + ONE + LINES + TWO).replace("\n", "\r\n")),
        ("\ufeff" + HEAD + ONE + TWO, "\ufeff" + HEAD + ONE + LINES + TWO),
        (HEAD + ONE + "glossary: []\n", HEAD + ONE + LINES + "glossary: []\n"),
    ],
    ids=["between", "apart", "first", "no end of line", "CRLF", "mark", "not the last list"],
)
def test_a_new_entry_stands_behind_the_one_before_it_in_the_alphabet(tmp_path: Path, text: str, expected: str) -> None:
    assert insert(write(tmp_path, text), MAIN, NEW) == {MAIN: expected.encode()}


def test_it_gets_a_file_of_its_own_where_others_have_one_or_the_catalog_holds_none(tmp_path: Path) -> None:
    expected = {"resources/butter.yaml": b"id: butter\ntitle: Butter\ntopics: [a]\n"}
    assert insert(tmp_path, MAIN, NEW) == expected, "no catalog yet"
    assert insert(write(tmp_path, HEAD.replace("resources:\n", "")), MAIN, NEW) == expected, "no list yet"
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources/eggs.yaml").write_text("id: eggs\ntitle: Eggs\n")
    assert insert(write(tmp_path, HEAD + ONE), MAIN, NEW) == expected, "as others"
    (tmp_path / "resources/butter.yaml").write_text("id: other\n")
    with pytest.raises(ChangeError, match=r"resources/butter\.yaml is there already"):
        insert(tmp_path, MAIN, NEW)


def test_two_branches_that_add_merge_without_a_conflict(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    more = [f"\n  - id: {name}\n    title: T\n" for name in ("apple", "cheese", "pear", "tea")]
    write(tmp_path, HEAD + more[0][1:] + "".join(more[1:]))
    git("init", "--initial-branch", "main")
    git("add", "--all")
    git("commit", "--message", "Base")
    for name in ("bread", "plum"):
        git("switch", "--create", name, "main")
        for file, data in insert(tmp_path, MAIN, {"id": name, "title": name}).items():
            (tmp_path / file).write_bytes(data)
        git("commit", "--all", "--message", name)
    git("merge", "bread", "--message", "Both")
    assert [e.id for e in read_catalog(tmp_path)[0].entries["resources"]] == [
        *("apple", "bread", "cheese", "pear", "plum", "tea")
    ]


def changed(root: Path, name: str, **values: object) -> list[str]:
    return changes(root, set_fields(root, read_catalog(root)[0], name, values))


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("bread", {"title": "Rye"}, ["-    title: Bread   # a note", "+    title: Rye   # a note"]),
        ("bread", {"summary": "Short."}, [*(f"-{line}" for line in ONE.split("\n")[3:6]), "+    summary: Short."]),
        ("bread", {"cost": "paid"}, ["-    cost: free", "+    cost: paid"]),
        ("bread", {"details": None}, ["-    details: |", "-      One.", "-", "-      Two."]),
        ("bread", {"topics": ["c"]}, ["-    topics:", "-      - a  # first", "-      - b", "+    topics: [c]"]),
        ("bread", {"year": "2001"}, ["+    year: 2001"]),
        ("bread", {"status": "retired", "replaced_by": "milk"}, ["+    status: retired", "+    replaced_by: milk"]),
        ("milk", {"languages": ["es"]}, ["-    languages: [en,", "-      es]", "+    languages: [es]"]),
        ("milk", {"title": "'"}, ["-    title: 'Milk: white'", "+    title: ''''"]),
    ],
)
def test_a_field_is_set_where_it_stands_or_where_the_model_has_it(tmp_path, name, values, expected) -> None:
    assert changed(write(tmp_path, HEAD + ONE + "\n" + TWO), name, **values) == expected


def test_in_a_file_of_its_own_too_with_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources/eggs.yaml").write_bytes(b"# Ours.\r\nid: eggs\r\ntitle: Eggs\r\n")
    file = read_catalog(tmp_path)[0]
    done = set_fields(tmp_path, file, "eggs", {"title": "Two", "cost": "free"})
    assert done == {"resources/eggs.yaml": b"# Ours.\r\nid: eggs\r\ntitle: Two\r\ncost: free\r\n"}


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        (HEAD + TWO, "milc", "no resource 'milc' here.*did you mean 'milk'"),
        (HEAD + "  - {id: milk, title: Milk}\n", "milk", "in brackets"),
    ],
    ids=["unknown", "brackets"],
)
def test_what_cannot_be_changed_as_text_is_told(tmp_path: Path, text: str, name: str, message: str) -> None:
    write(tmp_path, text)
    with pytest.raises(ChangeError, match=message):
        set_fields(tmp_path, read_catalog(tmp_path)[0], name, {"title": "X"})
