"""What an editor most likely did not mean: Markdown that is read in another way than it looks, each with its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from resourcehub.prose.autolinks import BARE
from resourcehub.prose.emphasis import joins
from resourcehub.prose.names import words

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)")
_BULLET = re.compile(r"[ \t>]*[•·‣▪◦●○–—][ \t]+\S")
_TIGHT = re.compile(r"[ \t>]*(?:[-+](?=[^\W\d_])|\d{1,3}[.)](?=[^\W\d_]))")
_STARS = re.compile(r"\S{0,20} ?(?:\*\*|~~)(?!\*) ?\S{0,20}")
_NOTE = re.compile(r"\[\^([^\]\s^]+)\]")
_BRACES = re.compile(
    r"\{:[^{}\n]*\}?|\{[^{}\n]{0,500}?(?<![\w-])(?:on[a-z]+|style|srcdoc|href|src|formaction)\s*=", re.I
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: its place in the text (from 1), the code of the problem, what is wrong and the cure."""

    line: int
    column: int
    code: str
    message: str


def slips(tokens: Sequence[Token], lines: Sequence[str], notes: Mapping[str, object]) -> Iterator[Slip]:
    """Yield the slips of a page; ``notes``: the parser's footnotes, -1 for those that no mark leads to."""
    fenced = {n for t in tokens if t.type in ("fence", "code_block") and t.map for n in range(*t.map)}
    yield from _conflicts(lines, fenced)
    yield from _fences(tokens, lines)
    yield from _headings(tokens)
    yield from _rows(tokens, lines)
    for token in tokens:
        if token.type == "inline" and token.map:
            yield from _bullets(token, lines)
            yield from _leftovers(token, lines)
            yield from _running_on(token, lines)
    yield from _unused(lines, {name[1:] for name, number in notes.items() if number == -1})


def _unused(lines: Sequence[str], names: set[str]) -> Iterator[Slip]:
    for number, line in enumerate(lines if names else (), 1):
        if (found := _NOTE.match(line.lstrip(" \t>"))) and found[1] in names:
            what = f"no '{found[0]}' leads to this note, so nobody sees it: add the mark, or delete the note"
            yield Slip(number, 1, "unused-note", what)


def _conflicts(lines: Sequence[str], fenced: set[int]) -> Iterator[Slip]:
    for number, line in enumerate(lines):
        if number not in fenced and _CONFLICT.match(line):
            what = "the mark of a merge conflict: keep one of the two versions and delete the marks"
            yield Slip(number + 1, 1, "merge-conflict", what)


def _fences(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Slip]:
    for token in tokens:
        if token.type == "fence" and token.map:
            first, last = token.map
            end = lines[last - 1].strip(" \t>") if last - first > 1 else ""
            if set(end) != {token.markup[0]} or len(end) < len(token.markup):
                what = f"this code is never closed, so all below is code: add a line '{token.markup}' behind it"
                yield Slip(first + 1, 1, "unclosed-code", what)


def _headings(tokens: Sequence[Token]) -> Iterator[Slip]:
    level = 1
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open" or not opening.map:
            continue
        now, line = int(opening.tag[1]), opening.map[0] + 1
        if now == 1:
            what = f"the page has its title above the text already: write '## {words(inline.children)[:60]}'"
            yield Slip(line, 1, "second-title", what)
        elif now > level + 1:
            what = f"a heading with {'#' * now} below one with {'#' * level} skips a step: write {'#' * (level + 1)}"
            yield Slip(line, 1, "skipped-heading", what)
        level = now


def _rows(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Slip]:
    inside = False
    for token in tokens:
        inside = token.type == "tbody_open" or (inside and token.type != "tbody_close")
        if inside and token.type == "tr_open" and token.map and "|" not in lines[token.map[0]]:
            what = "this line becomes a row of the table above: leave a blank line before it"
            yield Slip(token.map[0] + 1, 1, "line-in-table", what)


def _bullets(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    assert token.map  # noqa: S101 - tells the type
    rows = range(*token.map)
    odd = [n for n in rows if _BULLET.match(lines[n])]
    tight = [n for n in rows if _TIGHT.match(lines[n])]
    if odd:
        what = "this sign begins no list: write '- ' in its place, a hyphen and a blank"
        yield Slip(odd[0] + 1, 1, "unknown-bullet", what)
    elif len(tight) > 1:
        what = "these lines are no list: put a blank behind the hyphen or number of each"
        yield Slip(tight[0] + 1, 1, "unknown-bullet", what)


def _running_on(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """Yield the bare addresses that words stick to which are written without blanks."""
    assert token.map  # noqa: S101 - tells the type
    for child in token.children or ():
        address = str(child.attrs.get("href", "")) if child.info == BARE else ""
        if first := next((sign for sign in address if joins(sign)), ""):
            what = f"does this address end before '{first}'? Leave a blank behind it, or set it in < and >"
            yield Slip(*(_find(address, token.map, lines) or (token.map[0] + 1, 1)), "address-runs-on", what)


def _leftovers(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """Yield the first of each kind in a block: what looks like a mark and is none."""
    assert token.map  # noqa: S101 - tells the type
    for pattern, code, cure in (
        (_NOTE, "unknown-note", "there is no note '{}': add a line '{}: …' at the end"),
        (_BRACES, "unsafe-attribute", "'{}' is not read here: take it out"),
        (_STARS, "loose-marks", "'{}' is shown with its signs: set them right beside their words, without a blank"),
    ):
        found = (pattern.search(child.content) for child in token.children or () if child.type == "text")
        if first := next(filter(None, found), None):
            place = _find(first[0], token.map, lines)
            if place or code != "loose-marks":  # with a backslash before them they are meant so
                yield Slip(*(place or (token.map[0] + 1, 1)), code, cure.replace("{}", first[0].strip()[:40]))


def _find(text: str, rows: Sequence[int], lines: Sequence[str]) -> tuple[int, int] | None:
    found = ((number + 1, lines[number].find(text) + 1) for number in range(*rows))
    return next((place for place in found if place[1]), None)
