"""What is kept in the repository fits every machine: no path of one, no package index, every pin with its hashes."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from builds import ROOT

# The classes around single letters keep this file from finding itself.
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|opt|root|home|Users)/")
ONE_INDEX = re.compile(r"pypi[.]|pythonhoste[d]|npmjs[.]|deb[.]debian|(?:index-ur[l]|find-link[s])\b")
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def texts() -> dict[str, str]:
    """Return every text file of the repository, and those about to be added.

    The list of files is git's: a copy without its history fails here, for nothing would be checked.
    """
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    found = {name: (ROOT / name).read_bytes() for name in listed if name and (ROOT / name).is_file()}
    return {name: data.decode(errors="replace") for name, data in found.items() if b"\0" not in data}


@pytest.mark.parametrize("pattern", [ONE_MACHINE, ONE_INDEX], ids=["machine path", "package index"])
def test_no_file_names_one_machine_or_a_package_index(pattern: re.Pattern[str]) -> None:
    files = texts()
    assert "resources.yaml" in files
    lines = [(name, line) for name, text in files.items() for line in text.splitlines()]
    assert [(name, line[:200]) for name, line in lines if pattern.search(line)] == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (ONE_MACHINE, "cd /ho" + "me/ana/hub"),
        (ONE_MACHINE, "--cache=/tmp" + "/x"),
        (ONE_INDEX, "--find-" + "links wheels"),
        (ONE_INDEX, "https://py" + "pi.org/simple"),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


def test_every_pin_is_exact_and_has_its_hashes() -> None:
    text = (ROOT / "requirements.txt").read_text()
    pins = text.replace("\\\n", " ").strip().splitlines()
    assert [p for p in pins if not re.fullmatch(r"[\w.-]+==\S+( ; [^-]+)?(\s+--hash=sha256:[0-9a-f]{64})+", p)] == []
    for needed in ("hatchling==", "editables==", "mkdocs==", "playwright==", "pytest=="):
        assert any(pin.startswith(needed) for pin in pins), needed


def test_tools_that_are_not_locked_are_pinned() -> None:
    installed = re.findall(r"pip install --quiet (?!--)(.*)", (ROOT / "Makefile").read_text())
    assert installed and [tool for tool in installed if not re.fullmatch(r"[\w-]+==[\d.]+", tool)] == []


def test_what_is_declared_is_locked() -> None:
    """A dependency added to pyproject.toml without 'make lock' would be missing on the next machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!~\[ ;]", d)[0].lower() for d in declared}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE))
    assert names - locked == set()


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.stem)
def test_a_form_has_what_github_asks_of_one(form: Path) -> None:
    """The rules are GitHub's 'Syntax for issue forms': names, and ids used once."""
    content = yaml.safe_load(form.read_text())
    assert content["name"] and content["description"]
    ids = [field["id"] for field in content["body"] if field["type"] != "markdown"]
    assert ids and len(ids) == len(set(ids))
    assert {field["type"] for field in content["body"]} <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
