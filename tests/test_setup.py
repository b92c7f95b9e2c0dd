"""The two commands of the README set up all they need: on the oldest Python that is named, with a browser or without.

``make test`` finds a browser or gets one: Playwright's own, else the system's package, else it says what to do.

The programs that would install one are stand-ins in an otherwise empty PATH; Playwright is the real one, sent to a
download address that refuses.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from builds import ROOT

BROWSER = "#!/bin/sh\necho Chromium 1\n"


def program(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("chmod",):
        (folder / name).symlink_to(str(shutil.which(name)))
    program(folder / "sudo", '#!/bin/sh\nshift\nexec "$@"\n')
    return folder


def find(programs: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    own = {"PLAYWRIGHT_BROWSERS_PATH": str(programs / "none"), "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9"}
    whole = {k: v for k, v in os.environ.items() if k != "HUB_CHROMIUM"} | own | {"PATH": str(programs)} | env
    command = [sys.executable, ROOT / "tests/browser.py"]
    return subprocess.run(command, env=whole, capture_output=True, text=True, check=False)


def test_the_systems_browser_is_found(programs: Path) -> None:
    there = program(programs / "google-chrome", BROWSER)
    assert find(programs).stdout == f"browser: {there}\n"


def test_one_that_does_not_start_is_passed_over(programs: Path) -> None:
    program(programs / "chromium", "#!/bin/sh\nexit 127\n")
    there = program(programs / "google-chrome", BROWSER)
    assert find(programs).stdout == f"browser: {there}\n"


def test_without_any_the_systems_package_is_installed(programs: Path) -> None:
    installed = programs / "chromium"
    script = f'[ "$2" = update ] || {{ printf "#!/bin/sh\\n" > {installed}; chmod +x {installed}; }}\n'
    program(programs / "apt-get", "#!/bin/sh\n" + script)
    done = find(programs)
    assert done.returncode == 0
    assert done.stdout.endswith(f"browser: {installed}\n")


def test_where_nothing_can_be_installed_it_says_so_and_fails(programs: Path) -> None:
    done = find(programs)
    assert done.returncode == 1
    assert "Install Chromium, or name one in HUB_CHROMIUM" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_browser_that_is_named_is_the_only_one(programs: Path) -> None:
    program(programs / "chromium", BROWSER)
    done = find(programs, HUB_CHROMIUM=str(programs / "nowhere"))
    assert done.returncode == 1 and "HUB_CHROMIUM" in done.stderr


def oldest() -> str:
    """Return the oldest Python that the project says it runs on."""
    needed: str = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    return needed.removeprefix(">=")


def test_all_that_is_locked_runs_on_the_oldest_python() -> None:
    wanted = {d.name: d.metadata["Requires-Python"] for d in distributions() if d.metadata["Requires-Python"]}
    assert len(wanted) > 30
    assert {name: needs for name, needs in wanted.items() if Version(oldest()) not in SpecifierSet(needs)} == {}


def test_one_version_of_each_is_locked_whatever_the_python() -> None:
    """Else two machines would build two sites."""
    names = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("file", ["README.md", "docs/contribute/coders.md", "Makefile"])
def test_the_guides_name_the_same_oldest_python(file: str) -> None:
    text = (ROOT / file).read_text()
    assert set(re.findall(r"Python (3[\d.]*\d)", text)) == {oldest()}


@pytest.mark.parametrize(("version", "status"), [("3.11.1", 1), ("3.11.2", 0), ("3.12.0", 0)])
def test_an_older_python_is_told_so_before_anything_is_installed(version: str, status: int) -> None:
    check = re.search(r"\$\(PYTHON\) -c '(.*)'", (ROOT / "Makefile").read_text())
    assert check
    code = check[1].replace("sys.version_info", str((*map(int, version.split(".")),)))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, oldest() in done.stderr) == (status, bool(status))
