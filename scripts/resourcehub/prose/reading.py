"""A page's text as the checks see it: its links, headings and code, each with its place.

It is read by the parser that makes the page, so that the two cannot disagree on what is a link and what is code.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from resourcehub.prose.autolinks import AT
from resourcehub.prose.dialect import dialect
from resourcehub.prose.names import words
from resourcehub.prose.places import Block, block
from resourcehub.prose.slips import Slip, slips


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture: what it leads to as it is written, what it says, and its place in the text (from 1).

    ``defined``: it is the line ``[name]: address``, which links may lead to.
    """

    target: str
    words: str
    line: int
    column: int
    picture: bool = False
    defined: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a text. ``plain`` has blanks in place of code; ``anchors`` are the names of its parts."""

    plain: str
    links: tuple[Link, ...]
    anchors: frozenset[str]
    slips: tuple[Slip, ...]


@lru_cache(maxsize=1024)
def read(markdown: str) -> Reading:
    """Read the Markdown of a page."""
    lines = markdown.split("\n")
    env: dict[str, Any] = {}
    tokens = dialect().parse(markdown, env)
    blocks = list(_blocks(tokens, lines))
    links = [link for place, token in blocks for link in _links(place, token.children or [])]
    links += _references(env.get("references", {}), lines)
    named = frozenset(str(t.attrs["id"]) for t in tokens if "id" in t.attrs)
    return Reading(
        _without_code(tokens, blocks, lines),
        tuple(sorted(links, key=lambda link: (link.line, link.column))),
        named,
        tuple(slips(tokens, lines, env.get("footnotes", {}).get("refs", {}))),
    )


def without_code(markdown: str) -> str:
    """Return a Markdown text with blanks in place of fenced code and of code inside a line."""
    return read(markdown).plain


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[Block, Token]]:
    """Yield the place of each text; cells of a row are looked for one behind the other."""
    row, after = -1, 0
    for index, token in enumerate(tokens):
        if token.type == "inline" and token.map:
            cell = tokens[index - 1].type in ("td_open", "th_open")
            after = after if cell and token.map[0] == row else 0
            place = block(token, lines, after)
            if cell and token.content:
                row, after = token.map[0], place.columns[0] + len(token.content)
            yield place, token


def _links(place: Block, children: Sequence[Token]) -> Iterator[Link]:
    last = 0
    for index, token in enumerate(children):
        start, end = token.meta.get(AT, (last, last))
        if token.type in ("link_open", "image"):
            picture = token.type == "image"
            target = str(token.attrs["src" if picture else "href"])
            line, column = place.spot(_inside(place.text, start, end, target))
            said = words(token.children) if picture else _said(children, index)
            yield Link(target, said, line + 1, column + 1, picture)
        last = max(last, start if token.type == "link_open" else end)


def _inside(text: str, start: int, end: int, target: str) -> int:
    """Return where the target stands in a link's text: its last mention, or where it begins."""
    bare = target.removeprefix("mailto:").removeprefix("http://")
    places = (text.rfind(part, start, end) for part in (target, bare) if part)
    spot = text.rfind("](", start, end)
    return next((place for place in places if place >= 0), spot + 2 if spot >= 0 else start)


def _said(children: Sequence[Token], index: int) -> str:
    """Return what the link that opens at ``index`` says; there is none inside another."""
    close = next((n for n in range(index, len(children)) if children[n].type == "link_close"), index)
    return words(children[index + 1 : close])


def _references(known: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Link]:
    """Yield the targets of ``[name]: address``, used or not."""
    for name, given in known.items():
        target, rows = str(given["href"]), range(*given["map"])
        found = [(n + 1, lines[n].find(target) + 1) for n in rows if target in lines[n]]
        yield Link(target, name.lower(), *(found[0] if found else (rows[0] + 1, 1)), defined=True)


def _without_code(tokens: Sequence[Token], blocks: Sequence[tuple[Block, Token]], lines: Sequence[str]) -> str:
    text = list(lines)
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            for number in range(*token.map):
                text[number] = " " * len(text[number])
    spans: dict[int, list[tuple[int, int]]] = {}
    for place, parent in blocks:
        for token in parent.children or ():
            if token.type == "code_inline":
                for row, start, end in _rows(place, *token.meta[AT]):
                    spans.setdefault(row, []).append((start, end))
    for row, found in spans.items():
        text[row] = _blanked(text[row], found)
    return "\n".join(text)


def _rows(place: Block, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield line, first and last column of what stands from ``start`` to ``end`` in a block's text."""
    while start < end:
        stop = place.text.find("\n", start, end)
        stop = end if stop < 0 else stop
        row, column = place.spot(start)
        yield row, column, place.spot(stop)[1]
        start = stop + 1


def _blanked(line: str, spans: Sequence[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in spans:
        parts += [line[last:start], " " * (end - max(start, last))]
        last = max(last, end)
    return "".join([*parts, line[last:]])
