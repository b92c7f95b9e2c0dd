"""What is wrong with a hub, where, and how to mend it."""

import difflib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a file: path relative to the hub's root, line and column counted from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: its place, what is wrong and the cure in plain words, and a stable code.

    The code is the heading of the rule in one of the pages of ``docs/contribute/rules/``.
    """

    place: Place
    message: str
    code: str
    severity: Severity = "error"

    def __post_init__(self) -> None:
        """Keep the message one line of visible signs, whatever it quotes: hidden ones could rewrite a terminal."""
        if not self.message.isprintable():
            line = " ".join(self.message.split())
            object.__setattr__(self, "message", "".join(c if c.isprintable() else "?" for c in line))

    def __str__(self) -> str:
        word = "" if self.severity == "error" else "warning: "
        return f"{self.place}: {word}{self.message} [{self.code}]"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build."""
    return [p for p in problems if p.severity == "error"]


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean 'x'?)`` for the known word nearest to ``word``, or nothing."""
    near = nearest(word, known)
    return f" (did you mean '{near}'?)" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to ``word``, or None where none is near.

    Of many known words only those are compared that begin or end most like it: each comparison takes some microseconds,
    and a thousand wrong words among ten thousand known ones would take minutes.
    """
    words = _Known.of(known if isinstance(known, frozenset) else frozenset(known))
    found = difflib.get_close_matches(word[:_LONGEST], words.around(word[:_LONGEST]), n=1)
    return found[0] if found else None


_FEW = 200
_LONGEST = 200  # signs of a word that are compared


@dataclass(frozen=True, slots=True)
class _Known:
    """Known words in order, and again in the order of their last letters."""

    words: list[str]
    backwards: list[str]

    @staticmethod
    @lru_cache(16)
    def of(known: frozenset[str]) -> "_Known":
        return _Known(sorted(known), sorted(word[::-1] for word in known))

    def around(self, word: str) -> list[str]:
        """Return the words to compare with ``word``, in order."""
        if len(self.words) <= _FEW:
            return self.words
        back = (w[::-1] for w in _neighbours(self.backwards, word[::-1]))
        return sorted({*_neighbours(self.words, word), *back})


def _neighbours(words: list[str], word: str) -> list[str]:
    at = bisect_left(words, word)
    return words[max(0, at - _FEW // 20) : at + _FEW // 20]
