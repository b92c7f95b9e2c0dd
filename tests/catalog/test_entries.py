"""A catalog of many files is one catalog: order, places, ids, and what may lie in its folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from resourcehub.catalog.entries import read_catalog
from resourcehub.problems import Place
from small import codes, entry, report, term

VOCABULARY = {"kinds": [term("guide")], "topics": [term("literacy")], "audiences": [term("families")]}


def write(root: Path, files: dict[str, Any]) -> None:
    for name, data in {"docs/index.md": "---\ntitle: A\ndescription: B.\n---\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data if isinstance(data, str) else json.dumps(data, indent=1))


@pytest.mark.parametrize("main", ["resources.yaml", "resources/all.yaml"])
def test_a_folder_beside_the_file_or_in_its_place_is_read_as_one_catalog(tmp_path: Path, main: str) -> None:
    write(
        tmp_path,
        {
            main: VOCABULARY | {"resources": [entry("zebra")]},
            "resources/b.yml": [entry("bear"), entry("ant")],
            "resources/more/c.YAML": entry("cat"),
            "resources/a.yaml": {"resources": [entry("dog")], "topics": [term("play")]},
            "resources/empty.yaml": "# nothing yet\n",
            "resources/README.md": "What lies here.",
            "resources/.draft.yaml": "[",
        },
    )
    file, problems = read_catalog(tmp_path)
    assert not problems and not report(tmp_path)
    names = [r.id for r in file.catalog.resources]
    first = ["zebra", "dog"] if main == "resources.yaml" else ["dog", "zebra"]
    assert names == [*first, "bear", "ant", "cat"], "the main file, then those of the folder by path"
    assert [t.id for t in file.catalog.topics] == (
        ["literacy", "play"] if first[0] == "zebra" else ["play", "literacy"]
    )
    assert file.places["resources", "ant"].file == "resources/b.yml"
    assert file.places["resources", "cat"] == Place("resources/more/c.YAML", 1, 1)


def test_problems_of_all_files_have_their_own_file_and_line(tmp_path: Path) -> None:
    slip = "- id: one\n  title: Data: a story\n"
    write(
        tmp_path,
        {
            "resources.yaml": VOCABULARY | {"resources": [entry("zebra", topics=["litteracy"])]},
            "resources/a.yaml": slip + "- id: two\n  title: X\n  colour: red\n",
            "resources/b.yaml": entry("bear", related=["one", "zebra"], kind="giude"),
        },
    )
    found = {(p.place.file, p.place.line, p.code) for p in report(tmp_path) if p.severity == "error"}
    assert {(f, n, c) for f, n, c in found if c != "missing-field"} == {
        ("resources.yaml", 32, "unknown-topic"),
        ("resources/a.yaml", 2, "unquoted-colon"),
        ("resources/a.yaml", 3, "no-address"),
        ("resources/a.yaml", 5, "unknown-field"),
        ("resources/b.yaml", 3, "unknown-kind"),
    }


def test_one_id_in_two_files_is_reported_with_both_places(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "resources.yaml": VOCABULARY | {"resources": [entry("bear")]},
            "resources/a.yaml": entry("bear"),
            "resources/b.yaml": {"topics": [term("literacy")]},
        },
    )
    messages = [str(p) for p in report(tmp_path) if p.code == "duplicate-id"]
    assert messages == [
        "resources/a.yaml:2:8: id 'bear' is already that of the resource at resources.yaml:25: "
        "give this one its own [duplicate-id]",
        "resources/b.yaml:4:10: id 'literacy' is already that of the topic at resources.yaml:11: "
        "give this one its own [duplicate-id]",
    ]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("resources/a.txt", "- id: a\n", [("resources/a.txt", "stray-file")]),
        ("resources/a.yaml", "words\n", [("resources/a.yaml", "wrong-shape")]),
        ("resources/a.yaml", "[\n", [("resources/a.yaml", "unclosed-bracket")]),
        ("resources/a.yaml", "- word\n", [("resources/a.yaml", "wrong-shape")]),
        ("resources/a.yaml", "topcis: []\n", [("resources/a.yaml", "unknown-field")]),
        ("resources/a.yaml", " " * 10_000_001, [("resources/a.yaml", "too-large")]),
    ],
)
def test_what_does_not_belong_in_the_folder(tmp_path: Path, name: str, text: str, wanted: list[object]) -> None:
    write(tmp_path, {"resources.yaml": VOCABULARY, name: text})
    found = report(tmp_path)
    assert [(p.place.file, p.code) for p in found] == wanted
    assert "hub split" in found[0].message or wanted[0][1] != "too-large"  # type: ignore[index]


def test_a_folder_that_holds_no_catalog(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "resources").mkdir()
    assert [(p.place.file, p.code) for p in report(tmp_path)] == [("resources", "missing-file")]


def test_links_out_of_the_project_or_to_no_file(tmp_path: Path) -> None:
    root = tmp_path / "hub"
    write(root, {"resources.yaml": VOCABULARY, "resources/a.yaml": [entry("ant")]})
    write(tmp_path, {"secret.yaml": entry("secret"), "others/b.yaml": entry("bear")})
    (root / "resources/out.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "resources/folder").symlink_to(tmp_path / "others")
    (root / "resources/nothing.yaml").symlink_to("no-such.yaml")
    (root / "resources/circle.yaml").symlink_to("circle.yaml")
    found = report(root)
    assert codes(found) == ["outside-link"] * 4
    (root / "resources.yaml").unlink()
    (root / "resources.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [p.place.file for p in report(root)] == ["resources.yaml"]


def test_ten_thousand_files_are_one_catalog(tmp_path: Path) -> None:
    write(tmp_path, {"resources.yaml": VOCABULARY})
    write(tmp_path, {f"resources/{n % 100}/r-{n}.yaml": entry(f"r-{n}") for n in range(10_000)})
    file, problems = read_catalog(tmp_path)
    assert not problems and len(file.catalog.resources) == 10_000
