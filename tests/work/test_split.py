"""A catalog is split into one file a resource and joined again: not a byte is lost, and branches merge."""

import random
import subprocess
from pathlib import Path

import pytest

from resourcehub.catalog.blocks import BlockError
from resourcehub.catalog.entries import read_catalog
from resourcehub.work.split import join, split

HEAD = "# The head.\nkinds:\n  - {id: guide, title: Guide, summary: Words.}\n\n# Here they come.\nresources:\n"
ENTRY = "  - id: %s\n    title: Words of it\n    summary: >-\n      Two lines\n\n      of words.\n    topics: [a, b]\n"
MAIN = "resources.yaml"


def write(root: Path, text: str) -> Path:
    (root / MAIN).write_bytes(text.encode())
    return root


def main(root: Path) -> str:
    return (root / MAIN).read_bytes().decode()


def test_an_entry_goes_with_the_comments_above_it_and_all_else_stays(tmp_path: Path) -> None:
    entries = [
        "  # About one.\n" + ENTRY % "one" + "    # year: 2001\n",
        "\n  # Guides of the city.\n\n",
        ENTRY % "two",
        "\n",
        "  # Three.\n  # Again.\n" + ENTRY % "three",
        "# The end.\ntopics: []\n",
    ]
    write(tmp_path, HEAD + "".join(entries))
    assert split(tmp_path, MAIN) == ["resources/one.yaml", "resources/two.yaml", "resources/three.yaml"]
    assert (tmp_path / "resources/one.yaml").read_text() == entries[0]
    assert (tmp_path / "resources/three.yaml").read_text() == entries[4]
    rest = [f"  # resources/{name}.yaml\n" for name in ("one", "two", "three")]
    assert main(tmp_path) == "".join([HEAD, rest[0], entries[1], rest[1], entries[3], rest[2], entries[5]])
    assert join(tmp_path, MAIN) == (["resources/one.yaml", "resources/three.yaml", "resources/two.yaml"], [])
    assert main(tmp_path) == HEAD + "".join(entries)
    assert not (tmp_path / "resources").exists()


def odd(chance: random.Random) -> str:
    """Return a catalog as people and tools write them, by chance."""
    pick = chance.choice
    dash = pick(["", "  ", "    "])
    rows = []
    for n in range(chance.randrange(1, 7)):
        fields = [f"id: r-{n}"]
        block = pick(["|", ">-", "|+", ">"])
        fields += [f"title: {pick(['Words', chr(39) + 'A: b # c' + chr(39), 'été 图书', 'a # b'])}"]
        fields += [
            f"details: {block}\n{dash}      One.\n\n{dash}      # two\n{dash}      Three." + pick(["", "\n", "\n\n"])
        ]
        fields += [
            "topics:\n" + f"{dash}    - a\n" + f"{dash}    # none\n" + f"{dash}    - b"
            if chance.random() < 0.5
            else "topics: [a,\n" + f"{dash}    b]  # why"
        ]
        chance.shuffle(fields)
        first = pick([f"{dash}- ", f"{dash}-   ", f"{dash}-\n{dash}  "])
        gap = dash + (" " * (len(first) - len(dash)) if "\n" not in first else "  ")
        rows.append(pick(["", f"{dash}# before\n", f"\n{dash}# before\n\n", "\n", f"{gap}# inside\n", "# left\n"]))
        rows.append(
            first
            + f"\n{gap}".join(fields)
            + pick(["\n", "  # end\n"] if "|" not in fields[-1] and ">" not in fields[-1] else ["\n"])
        )
    tail = pick(["", "\n", "\n\n# End\n", "topics:\n  - id: a\n", f"{dash}  # more\n"])
    text = pick(["", HEAD[:12], HEAD[: HEAD.index("\n\n") + 2]]) + "resources:\n" + "".join(rows) + tail
    text = text.rstrip("\n") if chance.random() < 0.3 and not tail else text
    text = text.replace("\n", pick(["\n", "\n", "\r\n"]))
    return pick(["", "", "\ufeff"]) + text


@pytest.mark.parametrize("seed", range(300))
def test_there_and_back_gives_the_same_bytes_and_between_the_same_words(tmp_path: Path, seed: int) -> None:
    text = odd(random.Random(seed))
    write(tmp_path, text)
    before, problems = read_catalog(tmp_path)
    assert not [p for p in problems if p.code not in ("missing-field", "too-few", "markdown-marks")], (
        text,
        problems,
    )
    files = split(tmp_path, MAIN)
    after, _ = read_catalog(tmp_path)
    words = {e.id: e.fields for e in before.entries["resources"]}
    assert {e.id: e.fields for e in after.entries["resources"]} == words
    assert sorted(files) == [f for f in after.files if f != MAIN]
    join(tmp_path, MAIN)
    assert main(tmp_path) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kinds: []\n", "no entry"),
        ("resources: [{id: a}, {id: b}]\n", "line 1: an entry must begin with '- '"),
        ("resources:\n  - {id: a}\n  - {title: b}\n", "only an entry with an id"),
        ("resources:\n  # resources/a.yaml\n  - {id: a}\n", "resources.yaml:2: this comment names"),
    ],
)
def test_what_cannot_be_split_is_left_as_it_is(tmp_path: Path, text: str, says: str) -> None:
    write(tmp_path, text)
    with pytest.raises(BlockError, match=says):
        split(tmp_path, MAIN)
    assert list(tmp_path.iterdir()) == [tmp_path / MAIN] and main(tmp_path) == text


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path, HEAD + ENTRY % "one")
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources/one.yaml").write_text("topics: []\n")
    with pytest.raises(BlockError, match=r"resources/one\.yaml is there already"):
        split(tmp_path, MAIN)


@pytest.mark.parametrize(
    "new",
    [
        "  - id: new\n    title: New\n    details: |\n      One.\n\n      Two.\n",
        "# First.\n- id: new\n  title: New\n  details: |\n    One.\n\n    Two.\n",
        "# First.\nid: new\ntitle: New\ndetails: |\n  One.\n\n  Two.",
        "      - id: new\n        title: New\n        details: |\n          One.\n\n          Two.\n",
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_a_file_that_was_added_later_is_joined_after_the_others(tmp_path: Path, new: str, whole: bool) -> None:
    write(tmp_path, HEAD + ENTRY % "one" if whole else "")
    if whole:
        split(tmp_path, MAIN)
    else:
        (tmp_path / MAIN).unlink()
        (tmp_path / "resources").mkdir()
    (tmp_path / "resources/new.yaml").write_text(new)
    (tmp_path / "resources/topics.yaml").write_text("topics:\n  - {id: a, title: A, summary: B.}\n")
    names = ["resources/new.yaml", *(["resources/one.yaml"] if whole else [])]
    assert join(tmp_path, MAIN) == (names, ["resources/topics.yaml"])
    found = read_catalog(tmp_path)[0].entries["resources"]
    assert [e.id for e in found] == (["one", "new"] if whole else ["new"])
    assert found[-1].fields == {"id": "new", "title": "New", "details": found[-1].fields["details"]}
    assert found[-1].fields["details"].strip() == "One.\n\nTwo."
    assert main(tmp_path).startswith(HEAD + ENTRY % "one" if whole else "resources:\n")


def git(root: Path, *command: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run(["git", *who, *command], cwd=root, check=True, capture_output=True, text=True).stdout


def test_two_branches_that_each_add_a_resource_merge_without_a_conflict(tmp_path: Path) -> None:
    write(tmp_path, HEAD + ENTRY % "one")
    split(tmp_path, MAIN)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "split")
    for name in ("two", "three"):
        git(tmp_path, "switch", "-qc", name, "main")
        (tmp_path / f"resources/{name}.yaml").write_text(ENTRY % name)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", name)
    git(tmp_path, "switch", "-q", "main")
    git(tmp_path, "merge", "-q", "two")
    git(tmp_path, "merge", "-q", "--no-edit", "three")
    assert [e.id for e in read_catalog(tmp_path)[0].entries["resources"]] == ["one", "three", "two"]
    join(tmp_path, MAIN)
    assert main(tmp_path) == HEAD + ENTRY % "one" + ENTRY % "three" + ENTRY % "two"
