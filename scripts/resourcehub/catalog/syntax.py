"""What a YAML parser's error means to the person who wrote the line: the likely slip, its place and its cure.

The parser's words (libyaml's ``scanner.c`` and ``parser.c``) say what it waited for, seldom what was meant.
"""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from resourcehub.catalog.lost import cut
from resourcehub.catalog.plain import shown
from resourcehub.problems import Place, Problem

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_BEGINNINGS = (
    "cannot start any token",
    "alphabetic or numeric character",
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
    "expected comment or line break",
    "tag handle",
    "while scanning a tag",
)


class Spot(NamedTuple):
    """A line and a column, counted from 0 as the parser does."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Slip:
    """The parser's words, where it stumbled, where the part it was reading began, the scalar before, what is open."""

    words: str
    where: Spot
    begin: Spot
    lines: list[str]
    last: Any
    inner: Spot | None = None

    @property
    def runs_on(self) -> bool:
        """Whether the last scalar stands on several lines."""
        return bool(self.last) and self.last.start_mark.line < self.last.end_mark.line

    @property
    def follows(self) -> bool:
        """Whether the parser stumbled on one of the two lines below the last scalar."""
        return bool(self.last) and 0 < self.where.line - self.last.end_mark.line <= 2

    @property
    def at_the_end(self) -> bool:
        """Whether nothing stands behind the place where the parser stumbled."""
        rest = [self.lines[self.where.line][self.where.column :], *self.lines[self.where.line + 1 :]]
        return not "".join(rest).strip()

    @property
    def ends_here(self) -> bool:
        """Whether the last scalar ends on the line where the parser stumbled."""
        return bool(self.last) and self.last.end_mark.line == self.where.line


Finding = tuple[Spot, str, str]


def explain(file: str, text: str, error: yaml.YAMLError, last: yaml.ScalarEvent | None, inner: Any = None) -> Problem:
    """Return the problem behind a parser's error.

    ``last`` is the last scalar that was read before it, ``inner`` the mark of the list or group that is open there.
    """
    if found := _CONFLICT.search(text):
        place = Place(file, text.count("\n", 0, found.start()) + 1, 1)
        cure = "the mark of a merge conflict: keep one of the two versions and delete the marks"
        return Problem(place, cure, "merge-conflict")
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem(Place(file), f"this is no YAML: {shown(error)}", "yaml-syntax")
    where = Spot(error.problem_mark.line, error.problem_mark.column)
    begin = error.context_mark
    slip = Slip(
        words=f"{error.context or ''} {error.problem}",
        where=where,
        begin=Spot(begin.line, begin.column) if begin else where,
        lines=[*text.split("\n"), ""],
        last=last,
        inner=Spot(inner.line, inner.column) if inner else None,
    )
    lost = list(cut(file, slip.lines, last)) if last and not last.style and slip.follows else []
    if lost:
        return lost[0]
    spot, cure, code = next(filter(None, (guess(slip) for guess in _GUESSES)))
    return Problem(Place(file, spot.line + 1, spot.column + 1), cure, code)


def _tab(slip: Slip) -> Finding | None:
    line = slip.lines[slip.where.line]
    if "\t" not in line[: len(line) - len(line.lstrip())]:
        return None
    return (
        slip.where,
        "a tab before the words: put blanks in its place, as many as the lines around have",
        "tab",
    )


def _quote(slip: Slip) -> Finding | None:
    if "escape" in slip.words:
        cure = "a backslash between double quotes means something else in YAML: use single quotes"
        return slip.where, cure, "special-character"
    if "scanning a quoted scalar" in slip.words:
        return (
            slip.begin,
            "the quote that opens here is never closed: add the closing quote",
            "unclosed-quote",
        )
    return None


def _colon(slip: Slip) -> Finding | None:
    if "expected ':'" in slip.words:
        return (
            slip.begin,
            "a name without a colon: write the name, a colon, a blank and the value",
            "missing-colon",
        )
    if "mapping values are not allowed" not in slip.words:
        return None
    if slip.runs_on and slip.ends_here:
        cure = (
            "this line is read as more of the text above it: set it exactly under the line it belongs with, "
            "and see that no colon is missing above"
        )
        return slip.where, cure, "bad-indentation"
    return slip.where, "a colon and a blank inside a text: put the whole text in quotes", "unquoted-colon"


def _beginning(slip: Slip) -> Finding | None:
    if "',' or" in slip.words or "parsing a flow node" in slip.words:
        cure = "the bracket that opens here is never closed, or a comma is missing before the next part"
        return (slip.inner if slip.inner and slip.at_the_end else slip.begin), cure, "unclosed-bracket"
    if not any(words in slip.words for words in _BEGINNINGS):
        return None
    sign = shown(slip.lines[slip.begin.line][slip.begin.column : slip.begin.column + 1])
    return (
        slip.begin,
        f"a text must not begin with '{sign}' unless it stands in quotes: add them",
        "special-character",
    )


def _after(slip: Slip) -> Finding | None:
    before = slip.lines[slip.where.line][: slip.where.column].rstrip()[-1:]
    if before in ("]", "}"):
        return (
            slip.where,
            "text goes on after a closing bracket: put the whole text in quotes",
            "special-character",
        )
    if not slip.last or before not in ("'", '"') or slip.last.style != before:
        return None
    if slip.runs_on:
        mark = slip.last.start_mark
        cure = f"the quote that opens here is closed only in line {slip.where.line + 1}: add the closing quote"
        return Spot(mark.line, mark.column), cure, "unclosed-quote"
    cure = "text goes on after the closing quote: put the whole text in quotes, the other kind of quotes inside"
    return slip.where, cure, "text-after-quote"


def _other(slip: Slip) -> Finding:
    if "expected key" in slip.words or "'-' indicator" in slip.words:
        cure = "this line begins too far left or right: set it exactly under the line it belongs with"
        return slip.where, cure, "bad-indentation"
    return slip.where, f"this cannot be read as YAML: {slip.words.strip()}", "yaml-syntax"


_GUESSES = (_tab, _quote, _colon, _beginning, _after, _other)
