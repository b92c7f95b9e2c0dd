"""PO files: reading them by polib, and what is wrong with a file as a whole. ``po_checks.py`` looks at its entries.

Not by Babel: its reader mangles ``#|`` lines.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from resourcehub.languages.marks import Marks, Reading, marks
from resourcehub.languages.placeholders import misfit, single_forms
from resourcehub.languages.units import INTERFACE, Key, key_of
from resourcehub.problems import Place, Problem

MAX_BYTES = 10_000_000

# polib silently cuts the last character off a text whose closing quote is missing: so lines come first.
_LINE = re.compile(r'(#~\|?\s*|#\|\s*)?(msg(ctxt|id|id_plural|str|str\[\d\])\s*)?"[^"\\]*(\\.[^"\\]*)*"')
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")


def entry_key(entry: polib.POEntry) -> Key:
    """Return what an entry of a file is known by."""
    return key_of(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def forms(entry: polib.POEntry) -> tuple[str, ...]:
    """Return the translations of an entry: one, or one for each plural form."""
    if entry.msgid_plural:
        return tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural))
    return (entry.msgstr,)


@dataclass(frozen=True, slots=True)
class Translation:
    """What a PO file holds of one text, as it stands there; ``states.py`` says what it is worth.

    ``forms``: its words, one or one a plural form, empty where missing. ``previous``: the source it was made from,
    where that has changed since (``#|``). ``comment``: what translators wrote above it.
    """

    context: str
    source: str
    plural: str | None
    forms: tuple[str, ...]
    fuzzy: bool = False
    previous: str | None = None
    comment: str = ""
    line: int = 0

    @property
    def whole(self) -> bool:
        """Whether no form is missing."""
        return all(self.forms)

    @property
    def marks(self) -> Marks:
        """What its comment says of those who made and read it."""
        return marks(self.comment)

    @property
    def reading(self) -> Reading:
        """Who answers for it."""
        return self.marks.reading(self.forms)

    @property
    def made_from(self) -> str:
        """The source it was made from, as far as the file says."""
        return self.previous if self.fuzzy and self.previous else self.source

    def misfits(self, plurals: str) -> Iterator[str]:
        """Yield what is wrong with the placeholders of each form; ``plurals`` is the header of its file."""
        single = single_forms(plurals) if self.plural else frozenset()
        for number, text in enumerate(self.forms):
            if text and (cure := misfit(self.source, self.plural, text, single=number in single)):
                yield cure


@dataclass(frozen=True, slots=True)
class Book:
    """A PO file as it was read: its entries in use, in their order, and its header."""

    entries: tuple[Translation, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)

    @property
    def catalog(self) -> dict[str, Translation]:
        """The words of the catalog, by place."""
        return {e.context: e for e in self.entries if e.context != INTERFACE}

    @property
    def interface(self) -> dict[str, Translation]:
        """The interface words, by English text."""
        return {e.source: e for e in self.entries if e.context == INTERFACE}

    @property
    def plurals(self) -> str | None:
        """The header Plural-Forms."""
        return self.header.get("Plural-Forms")


def read_book(root: Path, file: str) -> tuple[Book | None, list[Problem]]:
    """Return what the PO file ``file`` holds and why it cannot be parsed: None if so, or if it is absent (no fault)."""
    found, problems = read_po(root, file)
    return None if found is None else book_of(found), problems


def book_of(found: polib.POFile) -> Book:
    """Return what polib has read."""
    return Book(tuple(_translation(e) for e in found if not e.obsolete), dict(found.metadata))


def _translation(entry: polib.POEntry) -> Translation:
    made = (entry.msgctxt or "", entry.msgid, entry.msgid_plural or None, forms(entry))
    return Translation(*made, entry.fuzzy, entry.previous_msgid, entry.tcomment, entry.linenum or 0)


def read_po(root: Path, file: str) -> tuple[polib.POFile | None, list[Problem]]:
    """Return a PO file and what keeps it from being read: None if it is absent (no fault) or cannot be parsed.

    A text that stands twice is a fault that leaves the file readable.
    """
    path = root / file
    if not path.is_file():
        return None, []
    if faults := list(_lexical(path, file)):
        return None, faults
    try:
        book = polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        cure = "this line does not fit here: each text needs msgctxt, msgid and msgstr, in this order"
        return None, [Problem(Place(file, int(line[1]) if line else 0), cure, "po-syntax")]
    return book, list(_duplicates(book, file))


def _lexical(path: Path, file: str) -> Iterator[Problem]:
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        yield Problem(Place(file), "the file is larger than 10 MB: split or clean it", "too-large")
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Problem(Place(file, line), "the file is not in UTF-8: save it again in this encoding", "not-utf-8")
        return
    for number, line_text in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if cure := _line_fault(line_text.strip()):
            yield Problem(Place(file, number), cure, "po-syntax")


def _line_fault(line: str) -> str | None:
    if not line or _LINE.fullmatch(line) or (line[0] == "#" and line[:2] not in ("#~", "#|")) or line in ("#~", "#~|"):
        return None
    if _CONFLICT.match(line):
        return "the mark of a merge conflict: keep one of the two versions and delete the marks"
    return r"a text stands between two double quotes; a double quote inside it is written \""


def _duplicates(book: polib.POFile, file: str) -> Iterator[Problem]:
    first: dict[Key, polib.POEntry] = {}
    for entry in book:
        if entry.obsolete:
            continue
        if (seen := first.setdefault(entry_key(entry), entry)) is not entry:
            what = f"'{entry.msgctxt}' stands here again (first in line {seen.linenum}): delete one of the two"
            yield Problem(Place(file, entry.linenum or 0), what, "duplicate-message")
