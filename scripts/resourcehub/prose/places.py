"""Where in a text the words of a paragraph stand: parsers give the lines of a block, and this the column."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

ESCAPED = "\\|"  # a bar inside the cell of a table
_BEFORE_A_CELL = re.compile(r"[ \t|>]*")


@dataclass(frozen=True, slots=True)
class Block:
    """The text of a paragraph, heading or cell: its first line in the page (from 0), and where and how its lines begin.

    ``starts`` are offsets in the text, ``columns`` those in the page; ``escaped``: its bars have a sign before them.
    """

    text: str
    first: int
    starts: tuple[int, ...]
    columns: tuple[int, ...]
    escaped: bool = False

    def spot(self, offset: int) -> tuple[int, int]:
        """Return line and column in the page, both from 0, of an offset in the text."""
        row = bisect_right(self.starts, offset) - 1
        more = self.text.count("|", self.starts[row], offset) if self.escaped else 0
        return self.first + row, self.columns[row] + offset - self.starts[row] + more


def block(token: Token, lines: Sequence[str], after: int = 0) -> Block:
    """Return the place of an ``inline`` token; ``after``: the column behind the cell before it."""
    first = token.map[0] if token.map else 0
    starts, columns, escaped, start = [], [], False, 0
    for number, row in enumerate(token.content.split("\n"), first):
        words = row.lstrip()
        column, with_signs = _column(lines[number] if number < len(lines) else "", words, after)
        escaped = escaped or with_signs
        columns.append(column - (len(row) - len(words)))
        starts.append(start)
        start += len(row) + 1
    return Block(token.content, first, tuple(starts), tuple(columns), escaped)


def _column(line: str, words: str, after: int) -> tuple[int, bool]:
    """Return where words stand in a line, and whether their bars are escaped there."""
    found = _BEFORE_A_CELL.match(line, after)
    near = found.end() if found else after
    for text, escaped in ((words, False), (words.replace("|", ESCAPED), True)):
        if line.startswith(text, near):
            return near, escaped
    return max(line.find(words, after), 0), False
