"""Versions of the program as a school gets them: wheels made from these sources, and used without any network."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from builds import DAY, ROOT

PARTS = (
    "scripts",
    "overrides",
    "docs",
    "resources.yaml",
    "numbers.yaml",
    "mkdocs.yml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
)
OFFLINE = {"PIP_NO_INDEX": "1", "HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"}


def wheel(folder: Path, version: str, change: Callable[[Path], object] = lambda sources: None) -> None:
    """Make a wheel of a version into ``folder``; ``change`` may change the sources before."""
    sources = folder / f"sources-{version}"
    sources.mkdir()
    for name in PARTS:
        there = ROOT / name
        copy = shutil.copytree if there.is_dir() else shutil.copy2
        copy(there, sources / name, **({"ignore": shutil.ignore_patterns("__pycache__")} if there.is_dir() else {}))
    for name in ("pyproject.toml", "scripts/resourcehub/__init__.py"):
        text = (sources / name).read_text(encoding="utf-8")
        (sources / name).write_text(text.replace('"0.1.0"', f'"{version}"', 1), encoding="utf-8")
    change(sources)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(sources),
    ]
    done = subprocess.run(command, env=os.environ | OFFLINE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(sources)


def installed(wheels: Path, version: str, folder: Path) -> Path:
    """Install a version into a folder and return it."""
    options = ("--no-deps", "--target", str(folder))
    command = [sys.executable, "-m", "pip", "install", "-q", *options, f"resourcehub=={version}"]
    done = subprocess.run(
        command, env=os.environ | OFFLINE | {"PIP_FIND_LINKS": str(wheels)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def run(program: Path, *command: str, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run the program that is installed in a folder, with the libraries of this environment and without network."""
    code = "import resourcehub, sys; sys.argv[0] = 'hub'; from resourcehub.cli.main import main; main()"
    whole = os.environ | OFFLINE | {"PYTHONPATH": str(program), "SOURCE_DATE_EPOCH": DAY} | env
    return subprocess.run(
        [sys.executable, "-c", code, *command], cwd=cwd, env=whole, capture_output=True, text=True, check=False
    )
