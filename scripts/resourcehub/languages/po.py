"""PO files of a language: one, or a folder of them; and what is wrong with a file as a whole.

``po_checks.py`` looks at the entries. A file is read by ``quick.py`` where it has the usual form, else by polib; not by
Babel, whose reader mangles ``#|`` lines.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from resourcehub.catalog.folder import files_in, link_fault
from resourcehub.languages.marks import Marks, Reading, marks
from resourcehub.languages.placeholders import misfit, single_forms
from resourcehub.languages.quick import Entry, read_quick
from resourcehub.languages.units import INTERFACE, Key, key_of
from resourcehub.problems import Place, Problem

AnyEntry = polib.POEntry | Entry
MAX_BYTES = 10_000_000

# polib silently cuts the last character off a text whose closing quote is missing: so lines come first.
_LINE = re.compile(r'(#~\|?\s*|#\|\s*)?(msg(ctxt|id|id_plural|str|str\[\d\])\s*)?"[^"\\]*(\\.[^"\\]*)*"')
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")


def entry_key(entry: AnyEntry) -> Key:
    """Return what an entry of a file is known by."""
    return key_of(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def forms(entry: AnyEntry) -> tuple[str, ...]:
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


def po_files(root: Path, po: str) -> tuple[list[str], list[Problem]]:
    """Return the PO files of a language in their order: ``<tag>.po``, then those of a folder ``<tag>`` by path."""
    folder = po.removesuffix(".po")
    found, problems = files_in(root, folder, (".po",)) if (root / folder).is_dir() else ([], [])
    if fault := link_fault(root, po):
        return found, [*problems, fault]
    return [*([po] if (root / po).exists() else []), *found], problems


def read_books(root: Path, po: str) -> tuple[dict[str, Book], list[Problem]]:
    """Return what each PO file of a language holds, by its path, and why others cannot be read.

    ``po`` is the path of the main one; it may be absent. A text that stands twice is a fault that leaves all readable.
    """
    files, problems = po_files(root, po)
    books: dict[str, Book] = {}
    for file in files:
        book, faults = _book(root, file)
        problems += faults
        if book is not None:
            books[file] = book
    return books, [*problems, *_duplicates(books)]


def joined(books: Iterable[Book]) -> Book:
    """Return the words of several files as one, under the first header that has a plural rule."""
    whole = list(books)
    header = next((book.header for book in whole if book.plurals), whole[0].header if whole else {})
    return Book(tuple(entry for book in whole for entry in book.entries), header)


def _book(root: Path, file: str) -> tuple[Book | None, list[Problem]]:
    text, faults = _text(root / file, file)
    if text is not None and (leaf := read_quick(text)):
        return Book(tuple(map(_translation, leaf.entries)), leaf.header), faults
    found, problems = read_po(root, file)
    return None if found is None else book_of(found), problems


def book_of(found: polib.POFile) -> Book:
    """Return what polib has read."""
    return Book(tuple(_translation(e) for e in found if not e.obsolete), dict(found.metadata))


def _translation(entry: AnyEntry) -> Translation:
    made = (entry.msgctxt or "", entry.msgid, entry.msgid_plural or None, forms(entry))
    return Translation(*made, entry.fuzzy, entry.previous_msgid, entry.tcomment, entry.linenum or 0)


def read_po(root: Path, file: str) -> tuple[polib.POFile | None, list[Problem]]:
    """Return a PO file as polib reads it: None if it is absent (no fault) or cannot be parsed, and why."""
    path = root / file
    if not path.exists():
        return None, []
    text, faults = _text(path, file)
    faults += list(_lexical(text, file)) if text is not None else []
    if faults:
        return None, faults
    try:
        return polib.pofile(str(path), encoding="utf-8", wrapwidth=0), []
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        cure = "this line does not fit here: each text needs msgctxt, msgid and msgstr, in this order"
        return None, [Problem(Place(file, int(line[1]) if line else 0), cure, "po-syntax")]


def _text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text, its line ends those of Unix, without BOM; or None and the reason why not."""
    try:
        if path.stat().st_size > MAX_BYTES:
            cure = f"the file is larger than 10 MB: move part of it into a file of the folder {path.stem}/ beside it"
            return None, [Problem(Place(file), cure, "too-large")]
        data = path.read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except OSError as error:
        return None, [Problem(Place(file), f"the file cannot be read: {error.strerror}", "missing-file")]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cure = "the file is not in UTF-8: save it again in this encoding"
        return None, [Problem(Place(file, line), cure, "not-utf-8")]


def _lexical(text: str, file: str) -> Iterator[Problem]:
    for number, line_text in enumerate(text.split("\n"), 1):
        if cure := _line_fault(line_text.strip()):
            yield Problem(Place(file, number), cure, "po-syntax")


def _line_fault(line: str) -> str | None:
    if not line or _LINE.fullmatch(line) or (line[0] == "#" and line[:2] not in ("#~", "#|")) or line in ("#~", "#~|"):
        return None
    if _CONFLICT.match(line):
        return "the mark of a merge conflict: keep one of the two versions and delete the marks"
    return r"a text stands between two double quotes; a double quote inside it is written \""


def _duplicates(books: Mapping[str, Book]) -> Iterator[Problem]:
    """Yield each text that stands twice, be it in one file of a language or in two."""
    first: dict[Key, tuple[str, int]] = {}
    for file, book in books.items():
        for entry in book.entries:
            here, key = (file, entry.line), key_of(entry.context, entry.source, entry.plural or "")
            if (seen := first.setdefault(key, here)) != here:
                where = f"line {seen[1]}" if seen[0] == file else f"{seen[0]}:{seen[1]}"
                what = f"'{entry.context}' stands here again (first in {where}): delete one of the two"
                yield Problem(Place(*here), what, "duplicate-message")
