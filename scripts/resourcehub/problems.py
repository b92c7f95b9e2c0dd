"""What is wrong with a hub, where, and how to mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a file: path relative to the hub's root, line and column counted from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: its place, what is wrong and the cure in plain words, and a stable code.

    The code is the heading of the rule in one of the pages of ``docs/contribute/rules/``.
    """

    place: Place
    message: str
    code: str
    severity: Severity = "error"

    def __str__(self) -> str:
        word = "" if self.severity == "error" else "warning: "
        return f"{self.place}: {word}{self.message} [{self.code}]"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build."""
    return [p for p in problems if p.severity == "error"]


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean 'x'?)`` for the known word nearest to ``word``, or nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
