"""What a change brings is told, and what was there before is not, wherever it stands by now."""

import subprocess
from pathlib import Path

import pytest

from builds import run
from resourcehub.problems import Place, Problem
from resourcehub.work.since import Seen, SinceError, checked_out, new_problems
from small import entry, problems


def fault(file: str, line: int, text: str = "bad", words: str = "a fault", code: str = "bad-id") -> Seen:
    return Seen(Problem(Place(file, line, 3), words, code), text)


OLD = [fault("a.yaml", 5, "id: A"), fault("a.yaml", 9, "id: B"), fault("b.md", 1, "")]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (OLD, []),
        ([], []),
        ([fault("a.yaml", 25, "id: A"), fault("a.yaml", 29, "id: B")], []),
        ([*OLD, fault("a.yaml", 2, "id: C")], [2]),
        ([fault("a.yaml", 2, "id: A"), fault("a.yaml", 5, "id: A")], []),
        ([*OLD, fault("a.yaml", 7, "id: A"), fault("a.yaml", 8, "id: A")], [7, 8]),
        ([fault("a.yaml", 5, "id: A2")], []),
        ([fault("c.yaml", 5, "id: A")], [5]),
        ([fault("a.yaml", 5, "id: A", "another fault")], [5]),
        ([fault("a.yaml", 5, "id: A", code="bad-year")], [5]),
    ],
    ids=["same", "mended", "moved", "new", "edited-twice", "copied", "edited", "file", "words", "code"],
)
def test_each_fault_of_before_excuses_one_of_now(now: list[Seen], told: list[int]) -> None:
    assert [problem.place.line for problem in new_problems(OLD, now)] == told


def test_a_fault_that_names_another_line_is_known_again_when_that_line_has_moved() -> None:
    before = fault("a.yaml", 9, "id: x", "'x' stands here again (first in line 3)")
    after = fault("a.yaml", 19, "id: x", "'x' stands here again (first in line 13)")
    assert new_problems([before], [after]) == []


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


@pytest.fixture(params=["", "sites/hub"], ids=["whole", "part"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A site in Git with two old faults; it is the whole repository, or a folder in one."""
    repository = tmp_path / "repository"
    folder = repository / request.param
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: A\ntheme: material\nplugins:\n  - resourcehub: {contact: {phone: +1 555 0100}}\n"
        "  - i18n: {languages: [{locale: en, name: English, default: true}]}\n"
    )
    problems(folder, entry("one", year="14"), entry("two", cost="fre"), index="---\ntitle: A\ndescription: B.\n---\n")
    for words in (
        ("init", "--initial-branch", "main"),
        ("config", "user.name", "Test"),
        ("config", "user.email", "test@example.org"),
        ("add", "--all"),
        ("commit", "--message", "x"),
    ):
        git(repository, *words)
    return folder


def validate(root: Path, *more: str) -> tuple[int, str]:
    done = run("hub", "validate", "--root", str(root), *more)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_a_change_is_answered_for_what_it_brings_alone(root: Path) -> None:
    assert validate(root)[0] == 1
    assert validate(root, "--since", "HEAD") == (0, "0 errors, 0 warnings\n")
    problems(root, entry("zero"), entry("one", year="14"), entry("two", cost="fre"))
    assert validate(root, "--since", "main", "--format", "github") == (0, "\n")
    problems(root, entry("zero", format="film"), entry("one", year="14"), entry("two", cost="fre"))
    status, said = validate(root, "--since", "main")
    assert status == 1 and "film" in said and "1 error, " in said and "bad-year" not in said
    left = subprocess.run(["git", "-C", str(root), "worktree", "list"], capture_output=True, text=True).stdout
    assert len(left.splitlines()) == 1, "nothing is left behind"


def test_with_old_mistakes_alone_nothing_is_built_and_nothing_is_red(root: Path) -> None:
    done = run("hub", "build", "--root", str(root), "--since", "HEAD")
    assert done.returncode == 0 and done.stdout.startswith("Not built: 2 mistakes were there before")
    problems(root, entry("three", cost="fre"), entry("one", year="14"), entry("two", cost="fre"))
    done = run("hub", "build", "--root", str(root), "--since", "HEAD")
    assert done.returncode == 1 and "[unknown-value]" in done.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize("name", ["nowhere", "--help", "HEAD^7", "", "a b", "$(x)"])
def test_a_commit_that_is_not_there_is_told_in_one_line(root: Path, name: str) -> None:
    with pytest.raises(SinceError, match=r"^--since: Git says '.*': name a commit"), checked_out(root, name):
        pass


def test_a_folder_without_git_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(SinceError, match="not a git repository"), checked_out(tmp_path, "HEAD"):
        pass
