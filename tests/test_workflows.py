"""The workflows have the least rights they need, pinned actions, and no shell built from input."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from builds import ROOT

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))


def test_there_is_one_to_publish_and_one_to_check() -> None:
    assert [f.name for f in FILES] == ["check.yml", "publish.yml"]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_actions_are_pinned_by_hash_with_their_version_beside_it(file) -> None:
    uses = re.findall(r"uses: (.*)", file.read_text())
    assert uses
    assert [u for u in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_rights_are_least_and_no_script_is_built_from_input(file) -> None:
    workflow = yaml.load(file.read_text(), yaml.BaseLoader)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        writes = [k for k, v in job.get("permissions", {}).items() if v == "write"]
        assert writes == {"deploy": ["pages", "id-token"], "number": ["contents"]}.get(name, []), name
        assert [s["run"] for s in job["steps"] if "${{" in s.get("run", "")] == []


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A repository as a pull request is checked out: main got a number meanwhile, the branch got a page."""
    git(tmp_path, "init", "--initial-branch", "main")
    git(tmp_path, "config", "user.name", "Test")
    git(tmp_path, "config", "user.email", "test@example.org")
    (tmp_path / "numbers.yaml").write_text("1: a/\n2: b/\n")
    commit(tmp_path)
    git(tmp_path, "switch", "--create", "branch")
    (tmp_path / "page.md").write_text("Words.")
    commit(tmp_path)
    git(tmp_path, "switch", "main")
    (tmp_path / "numbers.yaml").write_text("1: a/\n2: b/\n3: c/\n")
    commit(tmp_path)
    git(tmp_path, "switch", "branch")
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "x")


@pytest.mark.parametrize(
    ("text", "status"),
    [(None, 0), ("1: b/\n2: a/\n", 1), ("1: a/\n", 1), ("", 1), ("1: a/\n2: b/\n9: https://example.org/\n", 1)],
)
def test_a_pull_request_that_changes_sheet_numbers_fails(merged: Path, text: str | None, status: int) -> None:
    workflow = yaml.load((ROOT / ".github/workflows/check.yml").read_text(), yaml.BaseLoader)
    checkout, step = workflow["jobs"]["numbers"]["steps"]
    assert checkout["with"] == {"fetch-depth": "2", "persist-credentials": "false"}
    if text is not None:
        (merged / "numbers.yaml").write_text(text)
        commit(merged)
    git(merged, "switch", "main")
    git(merged, "merge", "--no-ff", "--strategy-option", "theirs", "branch")
    done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=merged, capture_output=True, text=True)
    assert done.returncode == status
    assert ("::error file=numbers.yaml::" in done.stdout) == bool(status)
