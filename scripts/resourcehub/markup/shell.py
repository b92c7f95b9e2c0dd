"""One themed page becomes many: its HTML is split at its slots and filled in again and again.

MkDocs renders a placeholder page (a *shell*) once per language, with everything the theme and other plugins do to
it. Stamping a page from it costs a string join instead of a full render.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from urllib.parse import quote

from markupsafe import Markup


class ShellError(ValueError):
    """A shell that cannot be filled: a slot is unknown, missing or mangled."""


@cache
def _address(value: str) -> str:
    return escape(quote(value, safe="/:?#[]@!$&'()*+,;=%~-._"), quote=True)


def _markup(value: str) -> str:
    if not isinstance(value, Markup):
        raise ShellError("a markup slot takes rendered markup only, never plain text")
    return str(value)


# How a value is escaped where its slot stands (HTML Living Standard, 13.1.2.3 and 13.1.3).
ESCAPES: Mapping[str, Callable[[str], str]] = {
    "text": lambda value: escape(value, quote=False),
    "attribute": lambda value: escape(value, quote=True),
    "address": _address,
    "markup": _markup,
}

# Letters only, so that neither Markdown nor HTML escaping changes a slot on its way through MkDocs.
SLOTS: Mapping[str, str] = {
    "lang": "attribute",
    "dir": "attribute",
    "title": "text",
    "description": "attribute",
    "descriptionlang": "attribute",
    "descriptiondir": "attribute",
    "base": "address",
    "path": "address",
    "head": "markup",
    "paper": "markup",
    "main": "markup",
}
_TOKEN = re.compile(r"hubslot([a-z]+?)tolsbuh")


def slot(name: str) -> str:
    """Return the placeholder of the slot ``name``, to be put into the shell's page. Raises KeyError if unknown."""
    return f"hubslot{name}tolsbuh" if SLOTS[name] else ""


@dataclass(frozen=True, slots=True)
class Shell:
    """A themed page taken apart: ``texts`` stand between ``names``, one more text than names."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with each slot's value, escaped as the slot asks. Raises ShellError or KeyError."""
        ready = {name: ESCAPES[SLOTS[name]](values[name]) for name in dict.fromkeys(self.names)}
        parts = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            parts += (ready[name], text)
        return "".join(parts)

    def partly(self, values: Mapping[str, str]) -> "Shell":
        """Return the page with some slots filled: those that many pages share. Raises as ``fill`` does."""
        texts, names = [self.texts[0]], []
        for name, text in zip(self.names, self.texts[1:], strict=True):
            if name in values:
                texts[-1] += ESCAPES[SLOTS[name]](values[name]) + text
            else:
                names.append(name)
                texts.append(text)
        return Shell(tuple(texts), tuple(names))


def split(html: str) -> Shell:
    """Take a rendered shell apart. Raises ShellError if a slot is unknown, missing or left in another spelling."""
    pieces = _TOKEN.split(html)
    texts, names = tuple(pieces[::2]), tuple(pieces[1::2])
    if unknown := set(names) - set(SLOTS):
        raise ShellError(f"unknown slot: {', '.join(sorted(unknown))}")
    if missing := {"title", "base", "head", "main"} - set(names):
        raise ShellError(f"the page template lost the slot: {', '.join(sorted(missing))}")
    for text in texts:
        if "hubslot" in re.sub(r"[^a-z]", "", text.casefold()):
            raise ShellError("a slot was changed on its way through the theme and can no longer be filled")
    return Shell(texts, names)
