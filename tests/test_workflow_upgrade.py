"""The monthly look for a newer version: one number is proposed, once, and nothing but that number."""

import os
import shutil
from pathlib import Path

import pytest

from test_workflows import commit, git, step

GIT_STANDIN = """#!/bin/bash
case "$1" in
  ls-remote) [ -f "$RUNNER_TEMP/proposed" ] && exit 0; exit 2 ;;
  push) echo "$2 $3" > "$RUNNER_TEMP/pushed" ;;
  *) exec {git} "$@" ;;
esac
"""


@pytest.mark.parametrize(
    ("line", "before", "status", "proposed"),
    [
        ("resourcehub==0.2.0", False, 0, "program-0.2.0"),
        ("resourcehub @ git+https://github.com/owner/hub@v0.2.0", False, 0, "program-0.2.0"),
        ("resourcehub==0.2.0", True, 0, None),
        ("resourcehub==0.2.0\nother==1", False, 1, None),
        ("resourcehub==0.2.0; rm -rf x", False, 1, None),
        ("", False, 1, None),
    ],
    ids=["once", "address", "again", "more", "odd", "gone"],
)
@pytest.mark.parametrize("allowed", [True, False])
def test_a_newer_version_is_proposed_once_and_nothing_but_its_number(
    tmp_path: Path, line: str, before: bool, status: int, proposed: str | None, allowed: bool
) -> None:
    here, temp, programs = tmp_path / "here", tmp_path / "temp", tmp_path / "bin"
    for folder in (temp / "newer", programs):
        folder.mkdir(parents=True)
    git(tmp_path, "init", "--initial-branch", "main", str(here))
    for key, value in {"user.name": "Test", "user.email": "test@example.org"}.items():
        git(here, "config", key, value)
    (here / "requirements.txt").write_text("# The program.\nresourcehub==0.1.0\n")
    commit(here)
    text = f"# The program.\n{line}\n"
    (temp / "newer/requirements.txt").write_text(text)
    (temp / "newer/newer.md").write_text("1 new resource\n")
    if before:
        (temp / "proposed").touch()
    asked = f'#!/bin/sh\necho "$@" > {temp}/asked\nexit {0 if allowed else 1}\n'
    for name, script in {"git": GIT_STANDIN.format(git=shutil.which("git")), "gh": asked}.items():
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    done = step("propose", "Propose it", here, temp, PATH=f"{programs}:{os.environ['PATH']}")
    assert done.returncode == status, done.stderr
    assert (temp / "pushed").exists() == (temp / "asked").exists() == (proposed is not None)
    if proposed:
        assert (temp / "pushed").read_text().endswith(f" {proposed}\n")
        assert ("::notice" in done.stdout and "Settings" in done.stdout) is not allowed
        assert (here / "requirements.txt").read_text() == text
