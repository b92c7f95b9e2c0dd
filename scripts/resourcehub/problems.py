"""What is wrong with a hub, where, and how to mend it."""

import difflib
import json
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


def as_text(problems: Iterable[Problem]) -> str:
    """Return the report for a terminal: one line a problem, sorted by place, and a closing count."""
    rows = sorted(set(problems))
    bad = len(errors(rows))
    count = f"{bad} error{'s' * (bad != 1)}, {len(rows) - bad} warning{'s' * (len(rows) - bad != 1)}"
    return "\n".join([*(str(p) for p in rows), count])


def as_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that GitHub shows as annotations on the lines of a pull request.

    The escapes are those of GitHub's toolkit (``packages/core/src/command.ts``): data escapes percent and
    line ends; properties also escape colon and comma.
    """
    return "\n".join(_annotation(p) for p in sorted(set(problems)))


def as_json(problems: Iterable[Problem]) -> str:
    """Return the report as a JSON array of objects with file, line, column, severity, message and code."""
    rows = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "message": p.message,
            "code": p.code,
        }
        for p in sorted(set(problems))
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _annotation(problem: Problem) -> str:
    place = problem.place
    fields = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{k}={_escape_property(str(v))}" for k, v in fields.items() if v)
    return f"::{problem.severity} {properties}::{_escape_data(problem.message)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
