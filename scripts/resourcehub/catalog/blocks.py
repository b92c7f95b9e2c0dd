"""Where the entries of a file stand: whole lines, with the comments that belong to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml
from yaml import CSafeLoader

from resourcehub.catalog.entries import SECTIONS, is_single
from resourcehub.catalog.fields import is_id
from resourcehub.catalog.source import Source
from resourcehub.catalog.tree import build

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
DASH = re.compile(r"( *)-(?:[ \t]+|$)")
_RESOURCES = SECTIONS[0]


class BlockError(Exception):
    """The entries cannot be moved as lines; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Block:
    """An entry as it stands in a file: its id, its lines ``start`` to ``end`` (left out), the indent of its dash."""

    id: str
    start: int
    end: int
    indent: str


def blocks(lines: list[str], source: Source) -> Iterator[Block]:
    """Yield the resources of a file with their lines. Raises BlockError for one that has no lines of its own."""
    path = () if isinstance(source.data, list) else (_RESOURCES,)
    rows = source.data if isinstance(source.data, list) else (source.data or {}).get(_RESOURCES, [])
    places = [source.place((*path, index)) for index in range(len(rows))]
    ends = _ends(source.text)
    last = -1
    found: list[tuple[str, str, int, int]] = []
    for row, place, following in zip(rows, places, [*places, None][1:], strict=True):
        dash, indent = _dash(lines, place.line - 1, place.column - 1, last)
        limit = following.line - 1 if following else _next_key(source, place.line - 1, len(lines))
        last = max(end for start, end in ends if place.line - 1 <= start < limit)
        if not is_id(str(row.get("id", ""))) or (found and dash <= found[-1][3]):
            raise BlockError(f"{place}: only an entry with an id, on lines of its own, can get its own file")
        found.append((row["id"], indent, dash, last))
    starts = [
        _above(lines, dash, before + 1, indent)
        for (*_, before), (_, indent, dash, _) in pairwise([("", "", 0, -1), *found])
    ]
    for (name, indent, _, end), start in zip(found, starts, strict=True):
        yield Block(name, start, _below(lines, end + 1, len(indent)), indent)


def _ends(text: str) -> list[tuple[int, int]]:
    """Return the first and the last line of every text and every list or group in brackets, counted from 0."""
    found: list[tuple[int, int]] = []
    flow: list[tuple[int, bool]] = []
    event: Any
    for event in yaml.parse(text, Loader=CSafeLoader):
        kind = type(event)
        if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            flow.append((event.start_mark.line, event.flow_style))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            start, bracket = flow.pop()
            found += [(start, event.end_mark.line)] if bracket else []
        elif kind is yaml.ScalarEvent:
            # The end of a text on several lines may be the beginning of the line after it.
            start, end = event.start_mark.line, event.end_mark
            found.append((start, end.line - (end.column == 0 and end.line > start)))
    return found


def _next_key(source: Source, line: int, most: int) -> int:
    """Return the line of the first list of the file that begins after ``line``."""
    keys = source.data if isinstance(source.data, dict) else ()
    return min((n for key in keys if (n := source.key_place((key,)).line - 1) > line), default=most)


def _dash(lines: list[str], line: int, column: int, after: int) -> tuple[int, str]:
    """Return the line of an entry's dash and what stands before that. Raises BlockError where it has none."""
    head = lines[line].removeprefix("\ufeff")[:column]
    if found := DASH.fullmatch(head):
        return line, found[1]
    above = range(line - 1, after, -1) if not head.strip() else ()
    for number in above:
        if found := DASH.fullmatch(lines[number].rstrip("\r\n")):
            return number, found[1]
    raise BlockError(f"line {line + 1}: an entry must begin with '- ' on a line of its own: write it so first")


def _above(lines: list[str], dash: int, first: int, indent: str) -> int:
    """Return the first of the comment lines directly above an entry that do not belong to the entry before."""
    first = _below(lines, first, len(indent)) if first else first
    while dash > first and lines[dash - 1].lstrip().startswith("#"):
        dash -= 1
    return dash


def _below(lines: list[str], line: int, indent: int) -> int:
    """Return the line after the comments directly below an entry that begin further right than its dash."""
    while line < len(lines) and lines[line].lstrip().startswith("#") and indent_of(lines[line]) > indent:
        line += 1
    return line


def indent_of(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def rows_of(text: str) -> list[tuple[str, Any]]:
    """Return every entry that the text of a file holds, with its section; what cannot be read holds none."""
    data = build("", re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))).data or {}
    if isinstance(data, list):
        return [(_RESOURCES, row) for row in data]
    if is_single(Source("", data)):
        return [(_RESOURCES, data)]
    return [(section, row) for section, rows in data.items() for row in rows]
