"""What a change brings: the problems that were not there before it."""

import os
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from resourcehub.problems import Problem

_NUMBERED = re.compile(r"\bline \d+")
# Nothing that a repository's settings name is run.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
SECONDS = 120


class SinceError(Exception):
    """There is nothing to compare with; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A problem with the words of its line, by which it is known again where the line has moved."""

    problem: Problem
    line: str = ""


def new_problems(before: Iterable[Seen], now: Iterable[Seen]) -> list[Problem]:
    """Return the problems of ``now`` that ``before`` has not.

    Each problem of before excuses one of now: first the same fault of the same line, wherever that stands by now; then
    the same fault of a line that was edited. So of two equal faults the one that came is told.
    """
    kept, rest = Counter(map(_exact, before)), []
    for seen in sorted(now, key=lambda s: s.problem):
        if kept[_exact(seen)]:
            kept[_exact(seen)] -= 1
        else:
            rest.append(seen)
    left: Counter[Hashable] = Counter()
    for (*fault, _line), count in kept.items():
        left[tuple(fault)] += count
    found = []
    for seen in rest:
        if left[_fault(seen)]:
            left[_fault(seen)] -= 1
        else:
            found.append(seen.problem)
    return found


def _fault(seen: Seen) -> tuple[str, ...]:
    problem = seen.problem
    return problem.place.file, problem.code, problem.severity, _NUMBERED.sub("line", problem.message)


def _exact(seen: Seen) -> tuple[str, ...]:
    return (*_fault(seen), seen.line)


def seen(root: Path, problems: Iterable[Problem]) -> list[Seen]:
    """Return problems with the words of their lines in the files below ``root``."""
    texts: dict[str, list[str]] = {}
    return [Seen(problem, _line(root, problem, texts)) for problem in problems]


def _line(root: Path, problem: Problem, texts: dict[str, list[str]]) -> str:
    name, number = problem.place.file, problem.place.line
    if name not in texts:
        path = root / name
        texts[name] = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return texts[name][number - 1].strip() if 0 < number <= len(texts[name]) else ""


def since(
    root: Path, commit: str, problems: Sequence[Problem], read: Callable[[Path], Sequence[Problem]]
) -> list[Problem]:
    """Return those of ``problems``, found at ``root``, that are not there at ``commit``, which ``read`` looks at.

    Raises SinceError where Git has no such commit of this folder.
    """
    with checked_out(root, commit) as old:
        before = seen(old, read(old)) if (old / "mkdocs.yml").is_file() else []
    return new_problems(before, seen(root, problems))


@contextmanager
def checked_out(root: Path, commit: str) -> Iterator[Path]:
    """Lay ``root`` out beside as it was at ``commit``: a working tree of its own, with the history that rules look at.

    Raises SinceError where Git has no such commit of this folder.
    """
    inside = _git(root, "rev-parse", "--show-prefix")
    found = _git(root, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}")
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "before"
        _git(root, "worktree", "add", "--quiet", "--detach", str(tree), found)
        try:
            yield tree / inside
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            [*_GIT, "-C", str(root), *words], capture_output=True, text=True, check=True, timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        cure = "name a commit that this copy of the project has"
        raise SinceError(f"--since: Git says '{said[-1] if said else error}': {cure}") from None
    return done.stdout.strip()
