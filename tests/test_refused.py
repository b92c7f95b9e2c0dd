"""A catalog that is none, or not one: the build says so in one message with its place, and the site stays as it was."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builds import HUBS, files, run


def only_notes(folder: Path) -> None:
    (folder / "notes.txt").write_text("Ideas.")


def only_empty(folder: Path) -> None:
    (folder / "one.yaml").write_text("# nothing yet\n")


def binary(folder: Path) -> None:
    (folder / "one.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\xff")


def half_written(folder: Path) -> None:
    (folder / "one.yaml").write_text("- id: one\n  title: [One\n")


def words(folder: Path) -> None:
    (folder / "one.yaml").write_text("Just words.\n")


def twice(folder: Path) -> None:
    shutil.copy(folder.parent / "resources.yaml", folder / "one.yaml")


ALONE = {
    "a folder without YAML": (only_notes, r"resources/notes\.txt: .*\[stray-file\]"),
    "a folder with nothing": (lambda folder: None, r"resources: the folder holds no YAML file.*\[missing-file\]"),
    "a folder of empty files": (only_empty, r"resources/one\.yaml: all files of the catalog are empty.*\[empty-file\]"),
}
BESIDE = {
    "a picture": (binary, r"resources/one\.yaml:1:1: .*\[not-utf-8\]"),
    "half an entry": (half_written, r"resources/one\.yaml:2:10: .*\[unclosed-bracket\]"),
    "words": (words, r"resources/one\.yaml:1:1: .*\[wrong-shape\]"),
    "every id again": (twice, r"resources/one\.yaml:15:9: .* at resources\.yaml:15: .*\[duplicate-id\]"),
}


@pytest.mark.parametrize("name", [*ALONE, *BESIDE])
def test_what_is_no_catalog_is_told_and_nothing_is_published(tiny: Path, tmp_path: Path, name: str) -> None:
    fill: Callable[[Path], object]
    fill, said = (ALONE | BESIDE)[name]
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    shutil.copytree(tiny, root / "site")
    (root / "resources").mkdir()
    fill(root / "resources")
    if name in ALONE:
        (root / "resources.yaml").unlink()
    done = run("hub", "build", "--root", str(root))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert re.search(said, done.stderr), done.stderr
    assert name in BESIDE or re.search("^1 error, ", done.stderr, re.MULTILINE), (
        "nothing else is told of what nobody could read"
    )
    assert files(root / "site") == files(tiny)


@pytest.mark.parametrize("jobs", ["0", "-2", "many", "1.5"])
def test_jobs_are_a_number_from_one_on(tmp_path: Path, jobs: str) -> None:
    done = run("hub", "build", "--root", str(HUBS / "tiny"), "--site-dir", str(tmp_path / "site"), "--jobs", jobs)
    assert done.returncode == 2 and done.stderr.count("Error:") == 1 and "'--jobs'" in done.stderr
    assert not (tmp_path / "site").exists()
