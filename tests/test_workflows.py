"""The workflows have the least rights they need, pinned actions, and no shell built from input; numbers only grow."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from builds import ROOT

OURS = "./.github/workflows/build.yml"
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))


def test_there_is_one_to_publish_with_one_to_build_and_one_to_check() -> None:
    assert [f.name for f in FILES] == ["build.yml", "check.yml", "publish.yml"]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_actions_are_pinned_by_hash_with_their_version_beside_it(file) -> None:
    uses = re.findall(r"uses: (.*)", file.read_text())
    assert uses
    assert [u for u in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u) and u != OURS] == []


BUILDING = ("publish.yml", "build.yml")
WRITES = {"deploy": {"pages": "write", "id-token": "write"}, "keep": {"contents": "write"}}
READS = {name: {"contents": "read", "pages": "read"} for name in ("build", "plan")}


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_rights_are_least_and_no_script_is_built_from_input(file) -> None:
    workflow = yaml.load(file.read_text(), yaml.BaseLoader)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == (WRITES | READS).get(name, {"contents": "read"}), name
        assert ("steps" in job) != (job.get("uses") == OURS), name
        assert [s["run"] for s in job.get("steps", ()) if "${{" in s.get("run", "")] == []


def test_one_input_builds_each_language_in_a_job_of_its_own() -> None:
    publish, build = (yaml.load((ROOT / ".github/workflows" / name).read_text(), yaml.BaseLoader) for name in BUILDING)
    assert publish["on"]["workflow_dispatch"]["inputs"].keys() == {"split"}
    assert publish["jobs"]["build"]["with"].keys() == build["on"]["workflow_call"]["inputs"].keys()
    jobs = build["jobs"]
    after = "${{ !cancelled() && needs.%s.result == 'success'%s }}"
    wanted = {"whole": ("plan", " && !inputs.split"), "part": ("plan", " && inputs.split"), "merge": ("part", "")}
    assert {n: (jobs[n]["needs"], jobs[n]["if"]) for n in wanted} == {
        name: (needs, after % (needs, more)) for name, (needs, more) in wanted.items()
    }
    assert "fromJSON(needs.plan.outputs.locales)" in jobs["part"]["strategy"]["matrix"]["locale"]


def test_both_ways_to_build_set_the_same_and_leave_the_site_in_the_same_place() -> None:
    jobs = yaml.load((ROOT / OURS).read_text(), yaml.BaseLoader)["jobs"]
    given = [s["env"] for name in ("whole", "part") for s in jobs[name]["steps"] if "env" in s]
    assert given[0] == {key: value for key, value in given[1].items() if key != "LOCALE"}
    assert jobs["whole"]["steps"][-1] == jobs["merge"]["steps"][-1]
    uploaded, loaded = jobs["part"]["steps"][-1]["with"]["name"], jobs["merge"]["steps"][2]["with"]["pattern"]
    assert (uploaded, loaded) == ("part-${{ matrix.locale }}", "part-*")


def test_what_may_write_installs_nothing_and_only_the_repository_itself_gets_numbers() -> None:
    jobs = yaml.load((ROOT / ".github/workflows/publish.yml").read_text(), yaml.BaseLoader)["jobs"]
    for name in WRITES:
        steps = jobs[name]["steps"]
        assert not [s for s in steps if "setup-" in s.get("uses", "") or re.search("make|pip|npm", s.get("run", ""))]
    assert jobs["number"]["if"] == "github.ref == 'refs/heads/main' && !github.event.repository.fork"
    assert (jobs["keep"]["needs"], jobs["build"]["needs"]) == ("number", "keep")
    assert "if" not in jobs["keep"], "a job is left out where the one it needs is"


def test_new_versions_of_all_that_is_used_are_proposed_after_some_days() -> None:
    watched = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    days = {update["package-ecosystem"]: update["cooldown"]["default-days"] for update in watched}
    assert days.keys() == {"github-actions", "pip", "npm"} and min(days.values()) >= 7


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


OLD = "# Numbers.\n1: a/\n2: b/\n"


@pytest.mark.parametrize(
    ("text", "commits"),
    [
        (OLD, 1),
        (OLD + "3: resources/a-z/\noak-4: about/\n", 2),
        ("# Numbers.\n1: b/\n2: a/\n", None),
        ("# Numbers.\n1: a/\n", None),
        (OLD + "3: https://example.org/\n", None),
        (OLD + "words\n", None),
        ("", None),
    ],
)
def test_only_new_numbers_are_kept(tmp_path: Path, text: str, commits: int | None) -> None:
    """The step that pushes, with a folder in the place of GitHub."""
    there, here = tmp_path / "there", tmp_path / "here"
    git(tmp_path, "init", "--bare", "--initial-branch", "main", str(there))
    git(tmp_path, "clone", str(there), str(here))
    git(here, "config", f"url.{there}.insteadOf", "https://x-access-token:secret@github.com/a/b")
    git(here, "config", "user.name", "Test")
    git(here, "config", "user.email", "test@example.org")
    git(here, "switch", "--orphan", "main")
    (here / "numbers.yaml").write_text(OLD)
    commit(here)
    git(here, "push", "origin", "main")
    (tmp_path / "numbers").mkdir()
    (tmp_path / "numbers/numbers.yaml").write_text(text)
    jobs = yaml.load((ROOT / ".github/workflows/publish.yml").read_text(), yaml.BaseLoader)["jobs"]
    given = {"RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_TOKEN": "secret"}
    env = os.environ | given | {"GITHUB_REPOSITORY": "a/b"}
    script = jobs["keep"]["steps"][-1]["run"]
    done = subprocess.run(["bash", "-e", "-c", script], cwd=here, env=env, capture_output=True, text=True)
    history = subprocess.run(["git", "-C", str(there), "log", "--format=%H", "main"], capture_output=True, text=True)
    assert len(history.stdout.split()) == (commits or 1), done.stderr
    assert done.returncode == (0 if commits else 1)
    if commits:
        assert (tmp_path / "output").read_text() == f"commit={history.stdout.split()[0]}\n"
