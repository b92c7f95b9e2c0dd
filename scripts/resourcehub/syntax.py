"""What a YAML parser's error means to the person who wrote the line: the likely slip, its place and its cure.

The parser's own words (libyaml's ``scanner.c`` and ``parser.c``) say what it waited for, seldom what was meant.
"""

import re

import yaml

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
Finding = tuple[yaml.Mark, str, str]


def explain(file: str, text: str, error: yaml.YAMLError, last: yaml.ScalarEvent | None) -> Problem:
    """Return the problem behind a parser's error; ``last`` is the last scalar that was read before it."""
    if found := _CONFLICT.search(text):
        place = Place(file, text.count("\n", 0, found.start()) + 1, 1)
        cure = "the mark of a merge conflict: keep one of the two versions and delete the marks"
        return Problem(place, cure, "merge-conflict")
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem(Place(file), f"this is no YAML: {error}", "yaml-syntax")
    mark, cure, code = _finding(text, error, error.problem_mark, last)
    return Problem(Place(file, mark.line + 1, mark.column + 1), cure, code)


def _finding(text: str, error: yaml.MarkedYAMLError, mark: yaml.Mark, last: yaml.ScalarEvent | None) -> Finding:
    problem, start = f"{error.context or ''} {error.problem}", error.context_mark or mark
    line = (text.split("\n") + [""])[mark.line]
    before = line[: mark.column].rstrip()
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return mark, "a tab before the words: put blanks in its place, as many as on the lines around", "tab"
    if "scanning a quoted scalar" in problem and "escape" not in problem:
        return start, "the quote that opens here is never closed: add the closing quote", "unclosed-quote"
    if "escape" in problem:
        cure = "a backslash between double quotes means something else in YAML: use single quotes"
        return mark, cure, "special-character"
    if "mapping values are not allowed" in problem:
        return _colon(mark, last)
    if "expected ':'" in problem:
        return start, "a name without a colon: write the name, a colon, a blank and the value", "missing-colon"
    if "',' or" in problem:
        cure = "the bracket that opens here is never closed, or a comma is missing before the next part"
        return start, cure, "unclosed-bracket"
    if any(words in problem for words in _BEGINNINGS):
        cure = f"a text must not begin with '{_first(text, start)}' unless it stands in quotes: add them"
        return start, cure, "special-character"
    if last and last.style in ("'", '"') and before[-1:] == last.style:
        return _quote(mark, last)
    if before[-1:] in ("]", "}"):
        return mark, "text goes on after a closing bracket: put the whole text in quotes", "special-character"
    if "expected key" in problem or "'-' indicator" in problem:
        cure = "this line begins too far left or right: set it exactly under the line it belongs with"
        return mark, cure, "bad-indentation"
    return mark, f"this cannot be read as YAML: {error.problem}", "yaml-syntax"


def _first(text: str, mark: yaml.Mark) -> str:
    return text.split("\n")[mark.line][mark.column : mark.column + 1]


def _colon(mark: yaml.Mark, last: yaml.ScalarEvent | None) -> Finding:
    if last and last.start_mark.line < mark.line == last.end_mark.line:
        cure = (
            "this line is read as more of the text above it: set it exactly under the line it belongs with, "
            "and see that no colon is missing above"
        )
        return mark, cure, "bad-indentation"
    return mark, "a colon and a blank inside a text: put the whole text in quotes", "unquoted-colon"


def _quote(mark: yaml.Mark, last: yaml.ScalarEvent) -> Finding:
    if last.start_mark.line < last.end_mark.line:
        cure = f"the quote that opens here is closed only in line {last.end_mark.line + 1}: add the closing quote"
        return last.start_mark, cure, "unclosed-quote"
    cure = "text goes on after the closing quote: put the whole text in quotes, with the other kind of quotes inside"
    return mark, cure, "text-after-quote"
