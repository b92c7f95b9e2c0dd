"""What other systems leave in words that are copied out of them: HTML entities, and UTF-8 that was read as Windows-1252."""

import html
import re
from collections.abc import Iterator

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_RUN = re.compile(r"[\x80-\u2122]{2,200}")


def leftovers(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in a plain text and what code it has: ``html-entity`` or ``double-coded``, each with its cure."""
    for found in _ENTITY.finditer(text):
        if (meant := html.unescape(found[0])) != found[0]:
            sign = f"'{meant}'" if meant.isprintable() and meant.strip() else "the sign itself, or a blank"
            yield "html-entity", f"readers would see '{found[0]}': write {sign}"
    for found in _RUN.finditer(text):
        if meant := _once_more(found[0]):
            yield "double-coded", f"'{found[0]}' is '{meant}' in a wrong encoding: type it again"


def _once_more(run: str) -> str | None:
    """Return what a run of signs was before its UTF-8 was read as Windows-1252; None if it never was."""
    try:
        return b"".join(map(_byte, run)).decode("utf-8")
    except UnicodeError:
        return None


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")  # five bytes mean nothing in Windows-1252; readers keep them as they are
