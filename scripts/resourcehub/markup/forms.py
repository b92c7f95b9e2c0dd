"""Fragments that are rendered once with hollows in them, then filled in: that costs a tenth of rendering them again."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

# Stand where a fragment is to be filled: characters for private use. No text comes in before it is taken apart.
HOLLOWS = tuple(map(chr, range(0xE000, 0xE010)))
HOLLOW = HOLLOWS[0]
_HOLLOW = re.compile(f"([{HOLLOWS[0]}-{HOLLOWS[-1]}])")


@dataclass(frozen=True, slots=True)
class Form:
    """A rendered fragment with numbered hollows, each of which may stand several times."""

    parts: tuple[str | int, ...]

    def fill(self, *contents: str) -> str:
        """Return the fragment with rendered ``contents`` in its hollows, as a plain string: markup is slower."""
        return "".join([part if isinstance(part, str) else contents[part] for part in self.parts])


def form(fragment: str) -> Form:
    """Take a fragment apart at its hollows."""
    pieces = _HOLLOW.split(str(fragment))
    return Form(tuple(HOLLOWS.index(piece) if n % 2 else piece for n, piece in enumerate(pieces)))


def words(text: str) -> str:
    """Return a text as it stands between tags (HTML Living Standard, 13.1.2.4)."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """Return a text as it stands in an attribute between double quotes (HTML Living Standard, 13.1.2.3)."""
    return words(text).replace('"', "&quot;")


def hollow(number: int) -> Markup:
    """Return a hollow as markup, which no template escapes."""
    return Markup(HOLLOWS[number])  # noqa: S704 - one character


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one kind of fragment, made when they are first asked for: one for each shape."""

    _made: dict[Hashable, Form] = field(default_factory=dict)

    def get(self, shape: Hashable, render: Callable[[], str]) -> Form:
        """Return the form of a shape; ``render`` makes its fragment."""
        if (found := self._made.get(shape)) is None:
            found = self._made[shape] = form(render())
        return found
