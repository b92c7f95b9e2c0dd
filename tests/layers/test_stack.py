"""What a site builds on is found: the reference, a folder, a package; what is not there has its line and its cure."""

import sys
from pathlib import Path

import pytest

from layered import district, hub, read, school, told
from resourcehub.layers.stack import stack
from resourcehub.settings.core import read_settings, settings_of


def labels(root: Path) -> list[str]:
    file, _ = read_settings(root, given={})
    assert file
    return [layer.label for layer in stack(settings_of(file, given={}))[0]]


def test_a_school_of_one_file_has_all_that_the_reference_has(tmp_path: Path) -> None:
    root = read(hub(tmp_path / "school", "extends: reference"))
    assert not root.problems
    assert labels(tmp_path / "school") == ["reference/", ""]
    assert len(root.file.catalog.resources) > 50 and root.settings.menu[0] == "families/index.md"
    assert root.settings.footer == ("about.md", "privacy.md", "contribute/index.md")


def test_layers_stand_one_on_the_other_and_each_once(tmp_path: Path) -> None:
    district(tmp_path)
    hub(tmp_path / "county", "extends: [../district]")
    assert labels(hub(tmp_path / "school", "extends: [../district, ../county]")) == ["../district/", "../county/", ""]
    assert labels(hub(tmp_path / "a/school", "extends: ../../county")) == ["../../district/", "../../county/", ""]


def test_a_package_is_found_and_nothing_of_it_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = district(tmp_path).rename(tmp_path / "county_hub")
    (package / "__init__.py").write_text("raise RuntimeError('run')\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    found = read(hub(tmp_path / "school", "extends: county_hub\ncatalog: local.yaml"))
    assert not found.problems
    assert [entry.place().file for entry in found.file.entries["resources"]] == ["county_hub/resources.yaml"] * 3


@pytest.mark.parametrize(
    ("word", "code", "cure"),
    [
        ("refrence", "no-layer", "did you mean 'reference'?"),
        ("../nowhere", "no-layer", "the folder of a hub"),
        ("json", "no-layer", "an installed package"),
        ("../broken", "no-layer", "correct its mkdocs.yml first"),
        ("../spanish", "other-source-language", "the same language"),
        (".", "layers-in-circle", "in a circle"),
        ("../round", "layers-in-circle", "in a circle"),
    ],
)
def test_what_is_not_there_has_its_line_and_its_cure(tmp_path: Path, word: str, code: str, cure: str) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/mkdocs.yml").write_text("site_name: [")
    hub(tmp_path / "spanish", languages=("{locale: es, name: Español, default: true}",))
    hub(tmp_path / "round", "extends: ../school")
    root = hub(tmp_path / "school", f"extends: {word}")
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("---\ntitle: A\ndescription: B.\n---\n")
    (root / "resources.yaml").write_text("resources: []\n")
    found = [p for p in read(root).problems if p.code in ("no-layer", "other-source-language", "layers-in-circle")]
    assert [p.code for p in found] == [code]
    assert cure in found[0].message and found[0].place.file.endswith("mkdocs.yml") and found[0].place.line == 6


def test_a_problem_below_names_its_own_file_and_a_warning_there_is_not_the_schools(tmp_path: Path) -> None:
    below = district(tmp_path)
    school(tmp_path)
    (below / "docs/late.md").write_text(
        "---\ntitle: Late\ndescription: Words.\n---\n[x](nowhere.md) [y](http://a.example.org)"
    )
    assert told(tmp_path / "school") == ["../district/docs/late.md:5:5 broken-link error"]
