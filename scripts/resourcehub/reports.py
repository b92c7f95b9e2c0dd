"""The forms of the report: for a terminal, for the lines of a pull request, for a program."""

import json
from collections.abc import Iterable, Sequence
from typing import Literal

from resourcehub.problems import Place, Problem, errors

# GitHub Docs, "Workflow commands": a step has ten annotations of errors and ten of warnings at most.
SHOWN = 10


def as_text(problems: Iterable[Problem]) -> str:
    """Return the report for a terminal: one line a problem, sorted by place, and a closing count."""
    rows = sorted(set(problems))
    return "\n".join([*(str(p) for p in rows), _count(rows)])


def _count(rows: Sequence[Problem]) -> str:
    bad = len(errors(rows))
    return f"{bad} error{'s' * (bad != 1)}, {len(rows) - bad} warning{'s' * (len(rows) - bad != 1)}"


def as_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that GitHub shows as annotations on the lines of a pull request.

    The escapes are those of GitHub's toolkit (``packages/core/src/command.ts``): data escapes percent and
    line ends; properties also escape colon and comma.
    """
    rows = sorted(set(problems))
    lines = [_annotation(p) for p in rows]
    if max(len(errors(rows)), len(rows) - len(errors(rows))) > SHOWN:
        text = f"{_count(rows)}: GitHub shows {SHOWN} of each kind here; all of them stand in the log of this step"
        lines.append(as_notice("Not all are shown", text))
    return "\n".join(lines)


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


def from_json(text: str) -> list[Problem]:
    """Return the problems of a report that ``as_json`` has made."""
    rows = json.loads(text)
    return [Problem(Place(r["file"], r["line"], r["column"]), r["message"], r["code"], r["severity"]) for r in rows]


def as_notice(title: str, text: str, kind: Literal["notice", "warning"] = "notice") -> str:
    """Return a workflow command that GitHub shows above the jobs of a run."""
    return f"::{kind} title={_escape_property(title)}::{_escape_data(text)}"


def _annotation(problem: Problem) -> str:
    place = problem.place
    fields = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{k}={_escape_property(str(v))}" for k, v in fields.items() if v)
    return f"::{problem.severity} {properties}::{_escape_data(problem.message)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
