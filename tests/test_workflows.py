"""The workflows have the least rights they need, pinned actions, and no shell built from input; numbers only grow."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from builds import ROOT, files, run
from resourcehub.cli.main import main
from resourcehub.work.answers import Answers
from resourcehub.work.new import make, rendered

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
CALLS = ("publish",)


def read(name: str) -> Any:
    return yaml.load((ROOT / f".github/workflows/{name}.yml").read_text(), yaml.BaseLoader)


def test_one_tests_the_program_one_calls_and_one_does_the_work_of_every_site() -> None:
    assert [f.stem for f in FILES] == ["check", "intake", "links", "publish", "site"]
    assert list(read("site")["on"]) == ["workflow_call"]
    (asked,) = read("site")["on"]["workflow_call"]["inputs"].values()
    assert (asked["type"], asked["default"]) == ("boolean", "false"), "what a school need not say"
    assert read("publish")["jobs"]["site"]["uses"] == "./.github/workflows/site.yml"
    assert read("publish")["on"] == starter()["on"], "this repository is published as a school's is"


@pytest.mark.parametrize("file", [f for f in FILES if f.stem not in CALLS], ids=lambda f: f.stem)
def test_actions_are_pinned_by_hash_with_their_version_beside_it(file) -> None:
    uses = re.findall(r"uses: (.*)", file.read_text())
    assert uses
    assert [u for u in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


WRITES = {"deploy": {"pages": "write", "id-token": "write"}, "keep": {"contents": "write"}}
WRITES |= {"propose": {"contents": "write", "pull-requests": "write"}, "answer": {"issues": "write"}}
WRITES |= {"mend": WRITES["propose"], "tell": {"issues": "write"}}
READS = {name: {"contents": "read", "pages": "read"} for name in ("build", "plan")}


@pytest.mark.parametrize("file", [f for f in FILES if f.stem not in CALLS], ids=lambda f: f.stem)
def test_rights_are_least_and_no_script_is_built_from_input(file) -> None:
    workflow = yaml.load(file.read_text(), yaml.BaseLoader)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == (WRITES | READS).get(name, {"contents": "read"}), name
        assert [s["run"] for s in job["steps"] if "${{" in s.get("run", "")] == []


def test_what_may_write_installs_nothing_and_only_the_repository_itself_gets_numbers() -> None:
    jobs = read("site")["jobs"]
    asked = [job for name in ("site", "intake", "links") for job in read(name)["jobs"].items()]
    for steps in (job["steps"] for name, job in asked if name in WRITES):
        assert not [s for s in steps if "setup-" in s.get("uses", "") or re.search("make|pip|npm", s.get("run", ""))]
    own = "github.ref == 'refs/heads/main' && !github.event.repository.fork"
    assert jobs["prepare"]["if"] == f"github.event_name != 'pull_request' && {own}"
    assert (jobs["keep"]["needs"], jobs["build"]["needs"]) == ("prepare", ["prepare", "keep"])
    assert jobs["keep"]["if"] == "needs.prepare.outputs.changed == 'true'"


def starter() -> Any:
    return yaml.load(rendered(Answers(), "owner/program")[".github/workflows/site.yml"], yaml.BaseLoader)


@pytest.mark.parametrize("caller", [read("publish"), starter()], ids=["own", "school"])
def test_a_caller_grants_what_the_jobs_ask_for_and_nothing_else(caller: Any) -> None:
    """GitHub compares the rights before any job runs, also of jobs that are left out."""
    asked: dict[str, str] = {}
    for job in read("site")["jobs"].values():
        for right, level in job["permissions"].items():
            asked[right] = max(asked.get(right, ""), level)
    assert caller["jobs"]["site"]["permissions"] == asked and caller["permissions"] == {}


def test_each_step_is_a_verb_of_the_program() -> None:
    runs = [step["run"] for job in read("site")["jobs"].values() for step in job["steps"] if "run" in step]
    verbs = [run.partition(" >>")[0].split() for run in runs if run.startswith("hub ")]
    assert len(verbs) == 13
    for _, *words in verbs:
        command: Any = main
        while isinstance(command, click.Group):
            command = command.get_command(click.Context(command), words.pop(0))
        assert {w for w in words if w.startswith("--")} <= {o for p in command.params for o in p.opts}


def test_before_pages_is_on_the_job_ends_with_a_sentence_and_nothing_is_published() -> None:
    jobs = read("site")["jobs"]
    steps = {step.get("name", step.get("uses")): step for step in jobs["build"]["steps"]}
    assert steps["Ask GitHub Pages for the address"]["continue-on-error"] == "true"
    assert steps["Say what to click"]["if"] == "steps.pages.outcome != 'success'"
    assert steps["Say what to click"]["run"] == "hub remaining"
    after = list(steps.values())[list(steps).index("Say what to click") + 1 :]
    assert len(after) == 2 and {step["if"] for step in after} == {"steps.pages.outcome == 'success'"}
    assert "needs.build.outputs.pages == 'success'" in jobs["deploy"]["if"]


def test_the_workflow_of_a_school_has_no_finding_either(tmp_path: Path) -> None:
    make(tmp_path / "hub", Answers(), "owner/program")
    done = run("zizmor", "--offline", "--no-progress", "--quiet", str(tmp_path / "hub"))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("job", ["check", "prepare", "build", "plan", "part"])
def test_where_sheet_numbers_are_looked_at_their_whole_history_is_there(job: str) -> None:
    """A shallow copy would give a number again that was given before."""
    steps = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text())["jobs"][job]["steps"]
    assert any(re.search(r"hub (number|validate|build)", step.get("run", "")) for step in steps)
    depths = [step["with"].get("fetch-depth") for step in steps if "actions/checkout@" in step.get("uses", "")]
    assert depths == [0]


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
    checkout, step = read("site")["jobs"]["numbers"]["steps"]
    assert checkout["with"] == {"fetch-depth": "2", "persist-credentials": "false"}
    if text is not None:
        (merged / "numbers.yaml").write_text(text)
        commit(merged)
    git(merged, "switch", "main")
    git(merged, "merge", "--no-ff", "--strategy-option", "theirs", "branch")
    done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=merged, capture_output=True, text=True)
    assert done.returncode == status
    assert ("::error file=numbers.yaml::" in done.stdout) == bool(status)


@pytest.mark.parametrize(
    ("name", "tested"), [("docs/a.md", False), ("resources.yaml", False), ("scripts/a.py", True), ("Makefile", True)]
)
def test_the_program_is_tested_where_it_changes_and_not_for_content(merged: Path, name: str, tested: bool) -> None:
    """A resource that a librarian adds is no matter of the program's tests, nor is anything in a school's copy."""
    git(merged, "rm", "page.md")
    (merged / name).parent.mkdir(exist_ok=True)
    (merged / name).write_text("Words.")
    commit(merged)
    git(merged, "switch", "main")
    git(merged, "merge", "--no-ff", "branch")
    _, look, _, *rest = read("check")["jobs"]["tests"]["steps"]
    env = os.environ | {"GITHUB_OUTPUT": str(merged / "output")}
    assert subprocess.run(["bash", "-e", "-c", look["run"]], cwd=merged, env=env).returncode == 0
    assert (merged / "output").exists() == tested
    assert {step["if"] for step in rest} == {"steps.program.outputs.changes == 'true'"}


def step(
    job: str, name: str, here: Path, temp: Path, workflow: str = "site", **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run the script of a step as GitHub does."""
    found = next(s for s in read(workflow)["jobs"][job]["steps"] if s.get("name") == name)
    given = {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(temp / "output"), "GITHUB_TOKEN": "secret"}
    env = os.environ | given | {"GITHUB_REPOSITORY": "a/b"} | more
    return subprocess.run(["bash", "-e", "-c", found["run"]], cwd=here, env=env, capture_output=True, text=True)


@pytest.mark.parametrize("changes", [{}, {"numbers.yaml": "1: a/\n"}, {"docs/translations/vi.po": "x", "é/b.md": "y"}])
def test_what_is_new_is_laid_aside_for_the_job_that_may_write(tmp_path: Path, changes: dict[str, str]) -> None:
    here, temp = tmp_path / "here", tmp_path / "temp"
    temp.mkdir()
    git(tmp_path, "init", "--initial-branch", "main", str(here))
    git(here, "config", "user.name", "Test")
    git(here, "config", "user.email", "test@example.org")
    (here / "docs/translations").mkdir(parents=True)
    (here / "docs/translations/es.po").write_text("x")
    commit(here)
    for name, text in changes.items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(text)
    assert step("prepare", "Lay aside what is new", here, temp).returncode == 0
    wanted = {name for name in changes if not name.endswith(".md")}
    assert set(files(temp / "kept")) == wanted
    assert (temp / "output").exists() == bool(wanted)


PO = 'msgid ""\nmsgstr ""\n'
OLD = "# Numbers.\n1: a/\n2: b/\n"


@pytest.mark.parametrize(
    ("text", "commits"),
    [
        (OLD, 2),
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
    given = {"numbers.yaml": text, "docs/translations/vi.po": PO, "docs/a.md": "x", ".git/translations/x.po": "x"}
    for name, words in given.items():
        (tmp_path / "kept" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kept" / name).write_text(words)
    (tmp_path / "kept/docs/translations/es.po").symlink_to(tmp_path)
    done = step("keep", "Keep them", here, tmp_path)
    history = subprocess.run(["git", "-C", str(there), "log", "--format=%H", "main"], capture_output=True, text=True)
    assert len(history.stdout.split()) == (commits or 1), done.stderr
    new = subprocess.run(
        ["git", "-C", str(there), "ls-tree", "-r", "--name-only", "main"], capture_output=True, text=True
    )
    assert new.stdout.split() == [*(["docs/translations/vi.po"] if commits else []), "numbers.yaml"]
    assert not (here / ".git/translations").exists()
    assert done.returncode == (0 if commits else 1)
    if commits:
        assert (tmp_path / "output").read_text() == f"commit={history.stdout.split()[0]}\n"
