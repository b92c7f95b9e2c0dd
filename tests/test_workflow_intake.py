"""The workflow behind the forms: one answer in the issue, and a pull request that changes the catalog alone."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from test_workflows import commit, git, read, step

GIT = """#!/bin/bash
if [ "$1" = push ]; then echo "$3 $4" > "$RUNNER_TEMP/pushed"; else exec {git} "$@"; fi
"""
# Notes what is asked of it; "old" holds the number of an answer that stands in the issue, "open" that of a request.
GH = """#!/bin/bash
echo "$*" >> "$RUNNER_TEMP/asked"
case "$*" in
  *"--jq [.[]"*) cat "$RUNNER_TEMP/old" 2> /dev/null || true ;;
  "issue list"*) cat "$RUNNER_TEMP/issues" 2> /dev/null || true ;;
  "pr list"*) cat "$RUNNER_TEMP/open" 2> /dev/null || true ;;
  "pr create"*) [ ! -f "$RUNNER_TEMP/forbidden" ] ;;
esac
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with a catalog, and beside it what the first job lays aside."""
    folder, out, programs = tmp_path / "here", tmp_path / "intake", tmp_path / "bin"
    for each in (out, programs):
        each.mkdir()
    for name, script in {"git": GIT.format(git=shutil.which("git")), "gh": GH}.items():
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    git(tmp_path, "init", "--initial-branch", "main", str(folder))
    for key, value in {"user.name": "Test", "user.email": "test@example.org"}.items():
        git(folder, "config", key, value)
    (folder / "resources.yaml").write_text("resources:\n  - id: a\n")
    (folder / "mkdocs.yml").write_text("site_name: A\n")
    commit(folder)
    (out / "answer.md").write_text("<!-- hub intake -->\n")
    (out / "request.md").write_text("Words.\n")
    (out / "proposal.json").write_text(json.dumps({"id": "b", "title": "Add b"}))
    return folder


def do(job: str, name: str, here: Path, workflow: str = "intake", **more: str):
    temp = here.parent
    env = {"PATH": f"{temp / 'bin'}:{os.environ['PATH']}", "GH_REPO": "a/b", "ISSUE": "7", "RUN": "r", "GH_TOKEN": "t"}
    return step(job, name, here, temp, workflow=workflow, **env | more)


def asked(here: Path) -> list[str]:
    return (here.parent / "asked").read_text().splitlines()


def aside(here: Path, name: str) -> None:
    """Change a file and lay the change aside, as the first job does."""
    path = here / name
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text() if path.is_file() else "") + "  - id: b\n")
    assert do("read", "Lay it aside", here).returncode == 0
    git(here, "reset", "--hard")
    path.unlink(missing_ok=name != "resources.yaml")
    git(here, "checkout", "--", ".")


@pytest.mark.parametrize("name", ["resources.yaml", "resources/b.yaml"])
@pytest.mark.parametrize(("there", "verb"), [(False, "pr create"), (True, "pr edit")])
def test_a_change_of_the_catalog_is_pushed_and_proposed_once(here: Path, name: str, there: bool, verb: str) -> None:
    aside(here, name)
    if there:
        (here.parent / "open").write_text("12\n")
    done = do("propose", "Propose the change", here)
    assert done.returncode == 0, done.stderr
    assert (here.parent / "pushed").read_text().endswith("@github.com/a/b resource-issue-7\n")
    assert [line for line in asked(here) if line.startswith(verb)] and "Add b" in asked(here)[-1]
    assert (here / name).read_text().endswith("  - id: b\n")


@pytest.mark.parametrize("name", ["docs/page.md", ".github/workflows/x.yml", "resources/../mkdocs.yml"])
def test_nothing_but_the_catalog_is_proposed(here: Path, name: str) -> None:
    (here / "docs").mkdir(exist_ok=True)
    (here / "resources").mkdir(exist_ok=True)
    path = here / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x\n")
    git(here, "add", "--all")
    patch = here.parent / "intake/change.patch"
    patch.write_text(subprocess.run(["git", "diff", "--cached"], cwd=here, capture_output=True, text=True).stdout)
    git(here, "reset", "--hard")
    assert do("propose", "Propose the change", here).returncode == 1
    assert not (here.parent / "pushed").exists() and not (here.parent / "asked").exists()


def test_the_catalog_of_a_school_is_the_one_that_it_names(here: Path) -> None:
    (here / "mkdocs.yml").write_text("plugins:\n  - resourcehub:\n      catalog: local.yaml # ours\n")
    commit(here)
    aside(here, "local/b.yaml")
    assert do("propose", "Propose the change", here).returncode == 0
    git(here, "switch", "main")
    aside(here, "resources.yaml")
    assert do("propose", "Propose the change", here).returncode == 1


def test_where_requests_may_not_be_opened_a_sentence_says_what_to_click(here: Path) -> None:
    aside(here, "resources.yaml")
    (here.parent / "forbidden").touch()
    done = do("propose", "Propose the change", here)
    assert done.returncode == 0 and "::notice" in done.stdout and "Settings" in done.stdout


@pytest.mark.parametrize(
    ("old", "where"),
    [("", "api repos/a/b/issues/7/comments --field"), ("34\n", "api --method=PATCH repos/a/b/issues/comments/34")],
)
@pytest.mark.parametrize("action", ["opened", "edited"])
def test_there_is_one_answer_and_an_edit_takes_the_acceptance_back(
    here: Path, old: str, where: str, action: str
) -> None:
    if old:
        (here.parent / "old").write_text(old)
    done = do("answer", "Answer", here, ACTION=action)
    assert done.returncode == 0, done.stderr
    assert asked(here)[1].startswith(where) and "answer.md" in asked(here)[1]
    assert ("issue edit 7 --remove-label accepted" in asked(here)) == (action == "edited")


def test_only_the_label_of_a_person_leads_to_a_proposal() -> None:
    jobs = read("intake")["jobs"]
    assert jobs["propose"]["if"] == "needs.read.outputs.ready == 'true' && github.event.action == 'labeled'"
    assert jobs["read"]["if"] == "github.event.action != 'labeled' || github.event.label.name == 'accepted'"
