"""The workflows have the least rights they need, pinned actions, and no shell built from input."""

import re

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
