"""The scripts in findings/ keep their form: they can be run, name what they are about, and pin what they install.

They are not run here, for they install packages.
"""

import os
import re
from pathlib import Path

import pytest

from builds import ROOT

FOLDER = ROOT / "findings"
SCRIPTS = sorted(FOLDER.glob("*.sh"))
PARTS = ["About", "Versions", "Guess", "Seen", "Matters"]
PIN = r"(?:==|(?<=\w)@)\$?\w[\w.]*"


def test_the_table_names_every_script_and_no_other() -> None:
    assert SCRIPTS
    named = re.findall(r"^\| \[([\w-]+)\]\(\1\.sh\) \|", (FOLDER / "README.md").read_text(), re.MULTILINE)
    assert named == [script.stem for script in SCRIPTS]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.stem)
def test_a_script_keeps_the_form(script: Path) -> None:
    text = script.read_text()
    assert os.access(script, os.X_OK)
    assert text.startswith("#!/usr/bin/env bash\n#")
    head, body = text.split("\nset -euo pipefail\n")
    assert re.findall(r"^# ([A-Z]\w+): \S", head, re.MULTILINE) == PARTS
    assert 'folder=$(mktemp -d)\ntrap \'rm -rf "$folder"\' EXIT\ncd "$folder"\n' in body
    assert "\ndiff seen - <<'SEEN'\n" in body
    assert not re.search(r"\bresourcehub\b", body)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.stem)
def test_a_script_pins_each_package_and_its_head_names_the_version(script: Path) -> None:
    text = script.read_text()
    lines = re.findall(r"(?:pip\"? install|npm install) (.*)", text.replace("\\\n", " "))
    packages = [word for line in lines for word in line.split(">")[0].split() if not word.startswith("--")]
    assert packages and [word for word in packages if not re.search(PIN, word)] == []
    versions = text.split("\n# Guess: ")[0].split("# Versions: ")[1]
    pinned = [re.split("==|@", word.strip("'\""))[-1] for word in packages]
    assert [version for version in pinned if not version.startswith("$") and version not in versions] == []
