"""What the comment above a translation says of those who made and read it.

What nobody vouches for counts as machine-made. A person's reading is written down::

    # read by the parents' group, 2026-11-28

A machine's text carries a mark with fingerprints of its words and of the source they were made from::

    # machine translation, not yet read by a speaker [9c1f3b2a 77d0e1c4]

So a person's change of the words lifts the mark by itself, and a change of the source text by hand is seen. A tool that
drops comments takes a claim away and never makes one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from resourcehub.catalog.paragraphs import digest

MACHINE = "machine translation, not yet read by a speaker"
# Who answers for the words: no one (a machine made them, or nobody says), a person who changed them, a reader.
Reading = Literal["machine", "person", "read"]

_LENGTH = 8
_MARK = re.compile(re.escape(MACHINE) + r"(?: \[([0-9a-f]{8}) ([0-9a-f]{8})\])?")
_READ = re.compile(r"(?i)read by (\S.*?), (\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a comment says: fingerprints of the machine's words and of their source, who read them and when."""

    machine: bool = False
    words: str | None = None
    source: str | None = None
    read_by: str | None = None
    read_on: date | None = None

    def reading(self, forms: Iterable[str]) -> Reading:
        """Say who answers for a translation."""
        if self.read_by:
            return "read"
        return "person" if self.words and self.words != _words(forms) else "machine"

    def made_from(self, source: str) -> bool:
        """Say whether a machine made its words from ``source``; False where it is not known."""
        return self.source == digest(source, _LENGTH)

    @property
    def silent(self) -> bool:
        """Whether nothing is said."""
        return not self.machine and not self.read_by


_SILENT = Marks()


def marks(comment: str) -> Marks:
    """Read the comment of an entry."""
    if not comment:
        return _SILENT
    lines = [line.strip() for line in comment.splitlines()]
    made = next(filter(None, map(_MARK.fullmatch, lines)), None)
    read = next(((by, on) for line in lines if (found := _reader(line)) for by, on in [found]), (None, None))
    return Marks(bool(made), made and made[1], made and made[2], *read)


def misread(comment: str) -> str | None:
    """Return a line that wants to say who read a text and cannot be understood, or None."""
    lines = (line.strip() for line in comment.splitlines())
    return next((line for line in lines if line.lower().startswith("read by") and not _reader(line)), None)


def _reader(line: str) -> tuple[str, date] | None:
    if not (found := _READ.fullmatch(line)):
        return None
    try:
        return found[1], date.fromisoformat(found[2])
    except ValueError:
        return None


def reader(comment: str) -> str:
    """Return who read a text and when, in the form of the line that says so: ``the parents' group, 2026-11-28``."""
    found = marks(comment)
    return f"{found.read_by}, {found.read_on}" if found.read_by else ""


def is_reader(words: str) -> bool:
    """Say whether words name a reader and a day."""
    return _reader(f"read by {words}") is not None


def with_reader(comment: str, words: str) -> str:
    """Return a comment that names another reader and day, or none where there are no ``words``."""
    lines = [line for line in comment.split("\n") if line.strip() and not _reader(line.strip())]
    return "\n".join([*lines, *([f"read by {words}"] if words else [])])


def machine_mark(source: str, forms: Iterable[str]) -> str:
    """Return the line that marks a machine's words."""
    return f"{MACHINE} [{_words(forms)} {digest(source, _LENGTH)}]"


def signed(comment: str, source: str, forms: Iterable[str]) -> str:
    """Return a comment whose mark, written without fingerprints, has them."""
    lines = [machine_mark(source, forms) if line.strip() == MACHINE else line for line in comment.split("\n")]
    return "\n".join(lines)


def _words(forms: Iterable[str]) -> str:
    return digest("\0".join(forms), _LENGTH)
