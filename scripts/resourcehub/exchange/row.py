"""A text on its way to a translator and back: one row of a table, one unit of XLIFF, one entry of PO."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

# What a text is worth: as in ``states.py`` and ``marks.py``, in one word. Nobody answers for ``machine``.
State = Literal["missing", "changed", "unfinished", "machine", "person", "read"]
STATES: Mapping[State, str] = {
    "missing": "not translated",
    "changed": "the original has changed",
    "unfinished": "being worked on",
    "machine": "machine translation, not read",
    "person": "translated by a person",
    "read": "read by a speaker",
}
_ID = re.compile(
    r"(?:(?P<tag>[A-Za-z0-9-]+): )?(?P<name>[^\[\]]*?)\s*(?:\[(?P<source>[0-9a-f]{8}) (?P<text>[0-9a-f]{8})\])?\s*"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One text of one language, or one plural form of it.

    ``name`` says which: the place of a text of the catalog, ``interface/`` and a fingerprint, or a page and the place
    in it. ``place``: where readers see it. ``limit``: how many characters it may have. ``read_by``: who read it, and
    when. ``was``: the source that it was made from, where that has changed since. ``note``: what stands above it in
    the file. ``sent``: the fingerprints of source and text when they were sent out. ``line``: where it stands in what
    came back. ``tag``: its language.
    """

    name: str
    source: str
    text: str = ""
    state: State = "missing"
    place: str = ""
    limit: int | None = None
    read_by: str = ""
    was: str = ""
    note: str = ""
    sent: tuple[str, str] | None = None
    line: int = 0
    tag: str = ""

    @property
    def called(self) -> str:
        """The name under which it is sent out: with its language, so that no file comes back into another."""
        return f"{self.tag}: {self.name}"

    @property
    def id(self) -> str:
        """That name with the fingerprints: so a later change of the hub is told from one by the translator."""
        return f"{self.called} [{stamp(self.source)} {stamp(self.text)}]"

    @property
    def section(self) -> str:
        """What the text is part of: all of its rows have the same."""
        return self.name.rpartition("#")[0] or self.name.rpartition("/")[0]


def stamp(text: str) -> str:
    """Return the fingerprint of a text; blanks at the ends of its lines are no part of it: programs drop them."""
    return hashlib.sha256(tidy(text).encode()).hexdigest()[:8]


def tidy(text: str) -> str:
    """Return a text without blanks at the ends of its lines, around it, and with the line ends of Unix."""
    return "\n".join(line.rstrip(" \t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


def returned(written: str, source: str, text: str, line: int, **more: str) -> Row:
    """Return the row of an id as it came back; where someone took its fingerprints off, it has none."""
    found = _ID.fullmatch(written.strip())
    if not found:
        return Row(written.strip(), tidy(source), tidy(text), line=line, **more)  # type: ignore[arg-type]
    sent = (found["source"], found["text"]) if found["source"] else None
    told = {"sent": sent, "line": line, "tag": found["tag"] or "", **more}
    return Row(found["name"], tidy(source), tidy(text), **told)  # type: ignore[arg-type]


def chosen(rows: Iterable[Row], states: Iterable[State]) -> list[Row]:
    """Return the rows in some states, or all where none is named; a page stays whole, to be read in its course."""
    listed, wanted = list(rows), set(states)
    sections = {row.section for row in listed if row.state in wanted and "#" in row.name}
    return [row for row in listed if not wanted or row.state in wanted or row.section in sections]
