"""A catalog file that cannot be read as a whole is read entry by entry: one slip an entry, the others stay known.

A line ``- id: …`` begins an entry. Each is parsed by itself below its section's name and an empty neighbour, so that
a line that begins too far left or right is told by the parser as always. Each line is parsed once: time is linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resourcehub.catalog.fields import is_id
from resourcehub.catalog.source import Source
from resourcehub.catalog.tree import build
from resourcehub.problems import Place, Problem

_SECTION = re.compile(r"([a-z]+)[ \t]*:[ \t]*(?:#.*)?")
_ENTRY = re.compile(r"""( *)- +(?:\{ *)?["']?id["']?[ \t]*:[ \t]*["']?([^\s"'#,}]*)""")
_SINGLE = re.compile(r"""^["']?id["']?[ \t]*:[ \t]*["']?([^\s"'#]*)""", re.MULTILINE)
_BEFORE = 2  # lines that are put before an entry when it is parsed by itself


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of one entry: its section, the id that its first line names, and the line before it."""

    section: str
    id: str
    indent: str
    before: int
    text: str

    @property
    def place(self) -> tuple[int, int]:
        """The line and column of its first field, counted from 1."""
        first = self.text.partition("\n")[0]
        return self.before + 1, len(first) - len(first.lstrip(" -")) + 1


@dataclass(frozen=True, slots=True)
class Pieces:
    """What could be read of a file, a source an entry; the places of entries with a slip, by section and id.

    ``lost`` are the sections in which an entry does not even tell its id.
    """

    sources: list[tuple[str, Source]]
    broken: dict[tuple[str, str], Place]
    lost: set[str]
    problems: list[Problem]


def read_pieces(file: str, text: str, sections: tuple[str, ...], slips: list[Problem]) -> Pieces | None:
    """Return what can be read of a text that has ``slips`` as a whole; None where it has no entry.

    ``sections`` are the lists that may stand in it, the first of them that of a file without the name of any.
    """
    if any(slip.code == "merge-conflict" for slip in slips):
        return None
    rest, pieces = _cut(text, sections)
    found = Pieces([], {}, set(), [])
    if not pieces:
        if not (single := _SINGLE.search(text)) or not is_id(single[1]):
            return None
        place = Place(file, text.count("\n", 0, single.start()) + 1, 1)
        return Pieces([], {(sections[0], single[1]): place}, set(), slips[:1])
    for piece in pieces:
        _read(file, piece, found)
    _read_rest(file, rest, sections, found)
    if not found.problems:
        found.problems.extend(slips)
    return found


def _read_rest(file: str, rest: str, sections: tuple[str, ...], found: Pieces) -> None:
    """Read what stands between the entries. A slip there may be a section's name: then no list is known whole."""
    tree = build(file, rest)
    found.problems.extend(tree.slips[:1] or tree.faults)
    if tree.slips or not isinstance(tree.data, dict):
        found.lost.update(sections if tree.slips else ())
        return
    source = Source(file, tree.data, rest, tree.node)
    found.sources.extend((name, source) for name in sections if isinstance(tree.data.get(name), list))


def _read(file: str, piece: Piece, found: Pieces) -> None:
    shift = piece.before - _BEFORE
    tree = build(file, f"{piece.section}:\n{piece.indent}- ''\n{piece.text}", shift)
    if not tree.slips:
        found.problems.extend(tree.faults)
        found.sources.append((piece.section, Source(file, tree.data, piece.text, tree.node, shift)))
        return
    found.problems.append(tree.slips[0])
    if is_id(piece.id):
        found.broken.setdefault((piece.section, piece.id), Place(file, *piece.place))
    else:
        found.lost.add(piece.section)


def _cut(text: str, sections: tuple[str, ...]) -> tuple[str, list[Piece]]:
    """Return the text with empty lines in place of its entries, and the entries."""
    lines = text.split("\n")
    rest, pieces = list(lines), []
    for section, indent, start, end in _ranges(lines, sections):
        begin = _ENTRY.match(lines[start])
        body = "\n".join(lines[start:end]) + "\n"
        pieces.append(Piece(section, begin[2] if begin else "", indent, start, body))
        rest[start:end] = [""] * (end - start)
    return "\n".join(rest), pieces


def _ranges(lines: list[str], sections: tuple[str, ...]) -> Iterator[tuple[str, str, int, int]]:
    """Yield section, indent of its first entry, first line and the line after the last one of each entry."""
    section, indent, start = sections[0], None, None
    for number, line in enumerate(lines):
        head, entry = _SECTION.fullmatch(line), _ENTRY.match(line)
        ends = (
            bool(head and head[1] in sections) or bool(entry) or (indent is not None and line.startswith(f"{indent}- "))
        )
        if not ends:
            continue
        if start is not None and indent is not None:
            yield section, indent, start, number
        start = None
        if head:
            section, indent = head[1], None
        else:
            start, indent = number, (entry[1] if entry and indent is None else indent or "")
    if start is not None and indent is not None:
        yield section, indent, start, len(lines)
