"""Fields of a page's front matter set anew, at the places that the reader knows; all else stays, byte for byte."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from resourcehub.catalog.source import read_page
from resourcehub.problems import Place, Problem

_WIDTH = 15  # digests of six signs on a line
_LINE = 115
_FINGERPRINT = re.compile("[0-9a-f]{6,12}|[0-9a-f/]+( [0-9a-f/]+)+")


class Unwritable(ValueError):
    """A page in which the field cannot be set; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def set_field(root: Path, file: str, name: str, value: str) -> bool:
    """Set a field of the front matter of the page ``file``; say whether that changed the file, see ``set_page``."""
    return set_page(root, file, {name: value})


def set_page(root: Path, file: str, fields: Mapping[str, Any], body: str | None = None) -> bool:
    """Set fields of the front matter of the page ``file``, and its text where there is one; say whether it changed.

    The result is read again before it takes the place of the file, whole or not at all. Raises Unwritable where the
    page has no front matter, or one that would be read as something else.
    """
    path, beside = root / file, f"{file}.new"
    data = path.read_bytes()
    new = _with_fields(root, file, data, fields, body)
    if new == data:
        return False
    (root / beside).write_bytes(new)
    try:
        _compare(root, file, beside, fields, body)
        (root / beside).replace(path)
    finally:
        (root / beside).unlink(missing_ok=True)
    return True


def _with_fields(root: Path, file: str, data: bytes, fields: Mapping[str, Any], body: str | None) -> bytes:
    source, old, problems = read_page(root, file)
    if source is None or not isinstance(source.data, dict):
        raise Unwritable(problems[0] if problems else _problem(file, 1, next(iter(fields), "title")))
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", data.decode("utf-8"))
    end = "\r\n" if lines[0].endswith("\r\n") else "\r" if lines[0].endswith("\r") else "\n"
    closing = source.text.count("\n") - old.count("\n") - 1
    rest = lines[closing:] if body is None else [lines[closing], body.replace("\n", end)]
    new = {name: [line + end for line in _lines(name, value)] for name, value in fields.items()}
    at = {source.key_place((name,)).line - 1: name for name in fields if name in source.names(())}
    head, number = list[str](), 0
    while number < closing:
        if name := at.get(number):
            head += new.pop(name)
            number = _after(lines, number, closing)
        else:
            head.append(lines[number])
            number += 1
    return "".join([*head, *(line for added in new.values() for line in added), *rest]).encode()


def _after(lines: Sequence[str], start: int, closing: int) -> int:
    """Return the first line behind a field: what belongs to it is blank or further in, or an item of a list."""
    after = start + 1
    while after < closing and (not lines[after].strip() or lines[after][0] in " \t" or lines[after].startswith("- ")):
        after += 1
    return after


def _lines(name: str, value: Any) -> list[str]:
    """Return a field as lines of YAML: fingerprints in lines of their own, all else as it must be quoted."""
    if not isinstance(value, str) or not _FINGERPRINT.fullmatch(value):
        return yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=_LINE).rstrip("\n").split("\n")
    words = value.split(" ")
    if len(words) <= _WIDTH:
        return [f"{name}: {value}"]
    rows = (words[n : n + _WIDTH] for n in range(0, len(words), _WIDTH))
    return [f"{name}: >-", *(f"  {' '.join(row)}" for row in rows)]


def _compare(root: Path, file: str, beside: str, fields: Mapping[str, Any], body: str | None) -> None:
    """Check that nothing but the fields and the text reads differently now."""
    was, old, _ = read_page(root, file)
    now, new, _ = read_page(root, beside)
    wanted = {**was.data, **fields} if was else {}
    if not now or now.data != wanted or new != (old if body is None else body):
        wrong = [
            name for name in fields if not now or not isinstance(now.data, dict) or now.data.get(name) != wanted[name]
        ]
        name = next(iter(wrong or fields), "title")
        raise Unwritable(_problem(file, was.key_place((name,)).line if was else 1, name))


def _problem(file: str, line: int, name: str) -> Problem:
    cure = f"'{name}' cannot be set here: write the front matter as lines 'name: value' between two lines '---'"
    return Problem(Place(file, line), cure, "no-front-matter")
