"""An entry put into the catalog, or some of its fields set anew, as text at its place; every other line stays.

Each change is read again before it is handed on: what the files said before they say still, but for what was asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml import CSafeLoader

from resourcehub.catalog.blocks import LINE, Block, BlockError, blocks, rows_of
from resourcehub.catalog.entries import SECTIONS, CatalogFile, catalog_files, folder_of, is_single
from resourcehub.catalog.source import read_yaml
from resourcehub.edits.entry import ORDER, entry_lines, field_lines, single_lines
from resourcehub.problems import nearest

RESOURCES = SECTIONS[0]


class ChangeError(Exception):
    """The change cannot be written as text; the message says why and what to do."""


def insert(root: Path, catalog: str, fields: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the file that holds a new resource, as it is to be written, by its name below ``root``.

    Where resources have files of their own, the new one gets one too: two people who add never meet. In a catalog of
    one file it stands behind the entry whose id comes before its own in the alphabet, so that they seldom meet.
    Raises ChangeError where its name is taken, or the catalog cannot be read.
    """
    main, name = root / catalog, f"{folder_of(catalog)}/{fields['id']}.yaml"
    if (root / name).exists():
        raise ChangeError(f"{name} is there already: choose another id")
    lines, found = _blocks(root, catalog) if main.is_file() else ([], [])
    if not found or _has_own_files(root, catalog):
        return {name: "".join(f"{line}\n" for line in single_lines(fields)).encode()}
    new = _inserted(lines, found, fields)
    _compare(catalog, "".join(lines), new, fields["id"])
    return {catalog: new.encode()}


def _has_own_files(root: Path, catalog: str) -> bool:
    """Say whether some resource has a file of its own."""
    files = [file for file in catalog_files(root, catalog)[0] if file != catalog]
    return any((source := read_yaml(root, file)[0]) and is_single(source) for file in files)


def _blocks(root: Path, file: str) -> tuple[list[str], list[Block]]:
    """Return the lines of a file and the entries of its resources. Raises ChangeError where it cannot be read."""
    source, problems = read_yaml(root, file)
    if source is None:
        raise ChangeError(str(problems[0]))
    lines = LINE.findall((root / file).read_bytes().decode())
    if is_single(source):
        return lines, [Block(str(source.data.get("id", "")), 0, len(lines), "")]
    try:
        return lines, list(blocks(lines, source))
    except BlockError as error:
        raise ChangeError(str(error)) from None


def _inserted(lines: list[str], found: list[Block], fields: Mapping[str, Any]) -> str:
    """Return the text of a file with a new entry, an empty line beside it where others have one."""
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    before = max((b for b in found if b.id < fields["id"]), key=lambda b: b.id, default=None)
    at = before.end if before else found[0].start
    entry = [line + end for line in entry_lines(fields, found[0].indent)]
    apart = [end] if any(not lines[b.start - 1].strip() for b in found[1:]) else []
    head = lines[:at]
    if head and not head[-1].endswith(("\n", "\r")):
        head[-1] += end
    return "".join([*head, *apart, *entry, *lines[at:]] if before else [*head, *entry, *apart, *lines[at:]])


def set_fields(root: Path, file: CatalogFile, name: str, values: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the file of the resource ``name`` with fields set anew; one without a value is taken away.

    A field that is new stands where the model has it. A note behind a value stays. Raises ChangeError where this
    catalog has no such resource, or writes it in brackets.
    """
    entry = next((e for e in file.entries[RESOURCES] if e.id == name), None)
    if entry is None:
        near = nearest(name, {e.id for e in file.entries[RESOURCES] if e.id})
        raise ChangeError(f"there is no resource '{name}' here" + (f" (did you mean '{near}'?)" if near else ""))
    lines, found = _blocks(root, entry.source.file)
    block = next(b for b in found if b.id == name)
    body = _changed(lines[block.start : block.end], block, values)
    new = "".join([*lines[: block.start], *body, *lines[block.end :]])
    _compare(entry.source.file, "".join(lines), new, name, values)
    return {entry.source.file: new.encode()}


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a field stands in its entry: its first line, the line after its last, and the note behind its value."""

    start: int
    end: int
    note: str


def _changed(lines: list[str], block: Block, values: Mapping[str, Any]) -> list[str]:
    spans, indent = _spans(lines)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[-1].endswith(("\n", "\r")):
        lines = [*lines[:-1], lines[-1] + end]
    edits: list[tuple[int, int, list[str]]] = []
    for name in sorted(values, key=ORDER.index):
        new = [line + end for line in field_lines(name, values[name], " " * indent)]
        if span := spans.get(name):
            if new and span.note and len(new) == 1:
                new = [f"{new[0].rstrip()}{span.note}{end}"]
            if new and span.start == spans[next(iter(spans))].start:
                new[0] = lines[span.start][:indent] + new[0][indent:]
            edits.append((span.start, span.end, new))
        else:
            above = [s.end for n, s in spans.items() if n in ORDER and ORDER.index(n) < ORDER.index(name)]
            at = max(above, default=max(s.end for s in spans.values()))
            edits.append((at, at, new))
    edits.sort(key=lambda edit: edit[:2])
    for start, stop, new in reversed(edits):  # from below: the lines above keep their numbers
        lines[start:stop] = new
    return lines


def _spans(lines: list[str]) -> tuple[dict[str, _Span], int]:
    """Return where each field of an entry stands, in their order, and the column of their names.

    Raises ChangeError for an entry in brackets: its fields have no lines of their own.
    """
    text = re.sub(r"\r\n?", "\n", "".join(lines).removeprefix("\ufeff"))
    rows = text.split("\n")
    depth, name, begin = 0, "", 0
    found: dict[str, _Span] = {}
    indent, base, start = 0, None, None
    event: Any
    for event in yaml.parse(text, Loader=CSafeLoader):
        kind = type(event)
        opens = kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent)
        closes = kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        if base is None and kind is yaml.MappingStartEvent:
            if event.flow_style:
                raise ChangeError("an entry in brackets cannot be changed here: write each field on a line of its own")
            base, indent = depth, event.start_mark.column
        elif base is not None and depth == base + 1 and not closes:
            if start is None:
                name, begin, start = str(getattr(event, "value", "")), event.start_mark.line, event
            elif not opens:
                found[name], start = _span(rows, begin, event), None
        elif base is not None and closes and depth == base + 2:
            found[name], start = _span(rows, begin, event), None
        depth += opens - closes
    return found, indent


def _span(rows: list[str], begin: int, event: Any) -> _Span:
    """Return the lines of a field whose value ends with ``event``."""
    line, column = event.end_mark.line, event.end_mark.column
    # The end of a text on several lines, or of a list with dashes, may be the beginning of a line after it.
    if column == 0 or not rows[line][:column].strip():
        while line > begin and (column == 0 or not rows[line][:column].strip()):
            line, column = line - 1, len(rows[line - 1])
        while line > begin and (not rows[line].strip() or rows[line].lstrip().startswith("#")):
            line -= 1
        column = len(rows[line])
    rest = rows[line][column:]
    return _Span(begin, line + 1, rest if rest.lstrip().startswith("#") else "")


def _compare(file: str, old: str, new: str, name: str, values: Mapping[str, Any] | None = None) -> None:
    """Raise ChangeError unless the file says what it said before, but for the resource ``name``."""
    before, after = _values(old), _values(new)
    asked = None if values is None else {k: v for k, v in values.items() if v not in (None, "", [], ())}
    kept = {k: v for k, v in before.pop((RESOURCES, name), {}).items() if k not in (values or ())}
    told = after.pop((RESOURCES, name), None)
    good = told is not None and (asked is None or told.keys() == kept.keys() | asked.keys())
    if not good or before != after or any(told[k] != v for k, v in kept.items()):
        raise ChangeError(f"{file}: the entry cannot be written there as the file stands: add it by hand")


def _values(text: str) -> dict[tuple[str, str], Any]:
    """Return every entry of a file by its section and id."""
    rows = enumerate(rows_of(text))
    return {(section, str(row.get("id", n)) if isinstance(row, dict) else str(n)): row for n, (section, row) in rows}
