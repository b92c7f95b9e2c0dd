"""Looks at the Markdown of a page, code aside: what must not stand there, and where it links to.

Places are (line, column) in the whole file, counted from 1.
"""

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from resourcehub.fields import require_plain

_CODE = re.compile(r"(?ms)^(?P<fence>[ \t]*(?:```|~~~)).*?^[ \t]*(?:```|~~~)[ \t]*$|(?P<tick>`+)[^`].*?(?P=tick)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w.-]+>")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|^[ ]{0,3}\[[^\]]+\]:\s*<?([^\s>]+)|<((?:https?|mailto):[^\s<>]+)>", re.MULTILINE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SAFE_SCHEMES = {"http", "https", "mailto", "tel", "sms"}


def matches(pattern: re.Pattern[str], body: str) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and text of each match outside code."""
    text = without_code(body)
    for found in pattern.finditer(text):
        yield *_place(text, found.start()), found[0]


def without_code(body: str) -> str:
    """Return the text with code blanked out, so that places stay."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


def links(body: str) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and target of each link inside the site (fragments of the same page aside)."""
    for line, column, target in _targets(body):
        if not _SCHEME.match(target) and not target.startswith("#"):
            yield line, column, target


def faults(body: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield line, column, message and code of what must not stand in a page."""
    for line, column, target in _targets(body):
        scheme = _SCHEME.match(target)
        if scheme and scheme[1].lower() not in SAFE_SCHEMES:
            yield line, column, f"'{scheme[1]}:' addresses are not allowed: use https", "script-address"
        elif target.startswith("http://"):
            yield line, column, "the address is not encrypted: does it work with https://?", "http-address"
    text = _AUTOLINK.sub(lambda found: " " * len(found[0]), without_code(body))
    for number, one in enumerate(text.split("\n"), 1):
        try:
            require_plain(one)
        except PydanticCustomError as error:
            if error.type != "script-address":
                yield number, 1, error.message(), error.type


def _targets(body: str) -> Iterator[tuple[int, int, str]]:
    text = without_code(body)
    for found in _TARGET.finditer(text):
        yield *_place(text, found.start()), next(group for group in found.groups() if group)


def _place(text: str, start: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
