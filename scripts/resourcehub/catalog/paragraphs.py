"""Texts cut into paragraphs and compared by their words. White space and the targets of links are no words."""

import hashlib
import re
from collections.abc import Iterator

from resourcehub.catalog.plain import one_line

# How many hex digits tell a paragraph from the others of its page, and from what it was.
SHORT = 6
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+[.)])[ \t]")
_HEADING = re.compile(r"#{1,6}[ \t]")
# [text](target "title"), [name]: target
_TARGET = re.compile(r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?=[\s)])|(?<=\]:)[ \t]*\S+")


def fold(text: str) -> str:
    """Return a plain text with each paragraph on one line and one blank line between them."""
    if "\n" not in text:
        return one_line(text)
    return "\n\n".join(one_line(part) for part in _BLANK_LINES.split(text.strip()))


def same(one: str, other: str) -> bool:
    """Say whether two texts have the same words in the same paragraphs, whatever blanks stand between them."""
    if one == other:
        return True
    # Most that differ begin with other words: no need to cut all of them.
    return one.split(None, 1)[:1] == other.split(None, 1)[:1] and _split(one) == _split(other)


def _split(text: str) -> list[list[str]]:
    return [part.split() for part in _BLANK_LINES.split(text.strip())]


def digest(text: str, length: int = SHORT) -> str:
    """Return hex digits that change with the words of a text, not with its white space or the targets of its links."""
    words = " ".join(_TARGET.sub("](", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:length]


def paragraphs(markdown: str) -> list[str]:
    """Cut Markdown into what stands alone: headings, paragraphs, whole lists, tables, boxes, fenced code."""
    return [text for _, text in numbered(markdown)]


def numbered(markdown: str) -> list[tuple[int, str]]:
    """Return the paragraphs of a Markdown text, each with the number of its first line, from 0."""
    found: list[tuple[int, list[str]]] = []
    for number, lines in _blocks(markdown.split("\n")):
        if found and _goes_on(found[-1][1], lines[0]):
            found[-1][1].extend(["", *lines])
        else:
            found.append((number, lines))
    return [(number, "\n".join(lines)) for number, lines in found]


def _goes_on(block: list[str], line: str) -> bool:
    """Say whether a line behind a blank one belongs to the block above: it is indented, or a further item of a list."""
    return line.startswith(("    ", "\t")) or bool(_ITEM.match(block[0]) and (_ITEM.match(line) or line[:1] == " "))


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines between blank ones; a heading is a run of its own, and so is fenced code, blank lines too."""
    block: list[str] = []
    fence = ""
    for number, line in enumerate([*lines, ""]):
        opening = _FENCE.match(line)
        if not fence and block and (not line.strip() or _HEADING.match(line) or _HEADING.match(block[0])):
            yield number - len(block), block
            block = []
        if line.strip() or fence:
            block.append(line)
        if opening:
            fence = "" if fence and opening[1].startswith(fence) else fence or opening[1]
    if block:
        yield len(lines) + 1 - len(block), block
