"""One field of a page's front matter set anew, at the places that the reader knows; all else stays, byte for byte."""

import re
from pathlib import Path

from resourcehub.catalog.source import read_page
from resourcehub.problems import Place, Problem

_WIDTH = 15  # digests of six signs on a line


class Unwritable(ValueError):
    """A page in which the field cannot be set; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def set_field(root: Path, file: str, name: str, value: str) -> bool:
    """Set a field of the front matter of the page ``file`` to plain words; say whether that changed the file.

    The result is read again before it takes the place of the file, whole or not at all. Raises Unwritable where the
    page has no front matter, or one that would be read as something else.
    """
    path, beside = root / file, f"{file}.new"
    data = path.read_bytes()
    new = _with_field(root, file, data, name, value)
    if new == data:
        return False
    (root / beside).write_bytes(new)
    try:
        _compare(root, file, beside, name, value)
        (root / beside).replace(path)
    finally:
        (root / beside).unlink(missing_ok=True)
    return True


def _with_field(root: Path, file: str, data: bytes, name: str, value: str) -> bytes:
    source, body, problems = read_page(root, file)
    if source is None or not isinstance(source.data, dict):
        raise Unwritable(problems[0] if problems else _problem(file, 1, name))
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", data.decode("utf-8"))
    end = "\r\n" if lines[0].endswith("\r\n") else "\r" if lines[0].endswith("\r") else "\n"
    closing = source.text.count("\n") - body.count("\n") - 1
    start = source.key_place((name,)).line - 1 if name in source.names(()) else closing
    after = start
    while after < closing and (after == start or not lines[after].strip() or lines[after][0] in " \t"):
        after += 1
    return "".join([*lines[:start], *(line + end for line in _lines(name, value)), *lines[after:]]).encode()


def _lines(name: str, value: str) -> list[str]:
    words = value.split(" ")
    if len(words) <= _WIDTH:
        return [f"{name}: {value}"]
    rows = (words[n : n + _WIDTH] for n in range(0, len(words), _WIDTH))
    return [f"{name}: >-", *(f"  {' '.join(row)}" for row in rows)]


def _compare(root: Path, file: str, beside: str, name: str, value: str) -> None:
    """Check that nothing but the field reads differently now."""
    was, body, _ = read_page(root, file)
    now, new_body, _ = read_page(root, beside)
    same = was and now and now.data == {**was.data, name: value} and body == new_body
    if not same:
        raise Unwritable(_problem(file, was.key_place((name,)).line if was else 1, name))


def _problem(file: str, line: int, name: str) -> Problem:
    cure = f"'{name}' cannot be set here: write the front matter as lines 'name: value' between two lines '---'"
    return Problem(Place(file, line), cure, "no-front-matter")
