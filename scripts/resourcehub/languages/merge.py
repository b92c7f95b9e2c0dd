"""Our own merge of PO files: by context, with no guessing by similarity; no translator's work is lost.

polib's ``merge`` loses a translation when its source changes.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib

from resourcehub.catalog.paragraphs import fold, same
from resourcehub.languages.locales import Locale
from resourcehub.languages.marks import marks, signed
from resourcehub.languages.po import entry_key, forms, po_files, read_books, read_po
from resourcehub.languages.po_checks import MARKED, lost_marks
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.units import Key, Unit, key_of
from resourcehub.problems import Problem
from resourcehub.store import write_file


@dataclass(frozen=True, slots=True)
class Update:
    """What a merge did to a PO file, in entries; ``written`` is False where the file was as it should be."""

    added: int
    changed: int
    gone: int
    revived: int
    written: bool


_STOP = ("po-syntax", "not-utf-8", "too-large", "duplicate-message", "outside-link", "stray-file")


def update(root: Path, po: str, units: Iterable[Unit], locale: Locale) -> tuple[Update | None, list[Problem]]:
    """Bring the PO files of a language up to date with ``units``, losing nothing, and write what that changes.

    A source whose words have changed keeps its translation, marked ``fuzzy`` with the source it was made from; a unit
    that is gone leaves an obsolete entry, revived when it comes back. A machine's mark gets its fingerprints, and the
    header says how many texts are marked, so that a tool which drops them is noticed. Order is that of ``units``.

    ``po`` is the main file: a new text goes into it, or where there are several into the one that holds its neighbours.
    Where a file has faults of syntax or a text stands twice all are left alone: None, and the problems say why.
    """
    files, _ = po_files(root, po)
    _, problems = read_books(root, po)
    if stop := [p for p in problems if p.code in _STOP]:
        return None, stop
    books = {file: found for file in files if (found := read_po(root, file)[0]) is not None}
    if not books:
        books[po] = polib.POFile(encoding="utf-8", wrapwidth=0)
        books[po].header = f"Words of this site in {locale.english}."
    total, written = Counter[str](), False
    for file, mine in _shared_out(books, units).items():
        book = books[file]
        total += _merge(book, mine, complete_header(book, locale))
        _count_marks(book)
        written = write_file(root / file, str(book).encode()) or written
    return Update(total["added"], total["changed"], total["gone"], total["revived"], written), []


def _shared_out(books: dict[str, polib.POFile], units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """Return the units of each file: that which holds the text, its resource, or its section; else the first."""
    homes: dict[Any, str] = {}
    for file, book in books.items():
        for entry in sorted(book, key=lambda e: bool(e.obsolete)):
            for near in (entry_key(entry), *_near(entry.msgctxt or "")):
                homes.setdefault(near, file)
    found: dict[str, list[Unit]] = {file: [] for file in books}
    for unit in units:
        nearest = (key_of(unit.context, unit.source, unit.plural or ""), *_near(unit.context))
        found[next((homes[near] for near in nearest if near in homes), next(iter(books)))].append(unit)
    return found


def _near(context: str) -> tuple[str, str]:
    """Return what a text of the catalog shares with its neighbours: the resource it is of, then the section."""
    return f"{context.rpartition('/')[0]}/", context.partition("/")[0]


def complete_header(book: polib.POFile, locale: Locale) -> int:
    """Fill in what PO tools need and return the number of plural forms. No times: they change each run."""
    head = book.metadata
    head.setdefault("Language", locale.tag.replace("-", "_"))
    head.update(
        {
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
        }
    )
    head["Plural-Forms"] = head.get("Plural-Forms") or locale.plurals
    try:
        return parse_plurals(head["Plural-Forms"])[0]
    except ValueError:
        return parse_plurals(locale.plurals)[0]


def _count_marks(book: polib.POFile) -> None:
    """Write down how many texts are marked, unless a tool has just dropped their marks: that stays to be seen."""
    told = [not marks(e.tcomment).silent for e in book if not e.obsolete and any(forms(e))]
    if not lost_marks(book.metadata, sum(told), told.count(False)):
        book.metadata[MARKED] = str(sum(told))


def _merge(book: polib.POFile, units: Iterable[Unit], plurals: int) -> Counter[str]:
    present = {entry_key(e): e for e in book if not e.obsolete}
    retired: dict[Key, list[polib.POEntry]] = {}
    for entry in book:
        if entry.obsolete:
            retired.setdefault(entry_key(entry), []).append(entry)
    rows, counts = [], Counter[str]()
    for key, unit in {key_of(u.context, u.source, u.plural or ""): u for u in units}.items():
        entry, what = _entry(key, unit, present, retired)
        _adapt(entry, unit, plurals)
        rows.append(entry)
        counts[what] += 1
    for entry in book:
        if entry.obsolete or entry_key(entry) in present:
            _retire(entry)
    counts["gone"] = len(present)
    book[:] = [*rows, *(e for e in book if e.obsolete and (any(forms(e)) or e.tcomment))]
    return counts


def _entry(
    key: Key, unit: Unit, present: dict[Key, polib.POEntry], retired: dict[Key, list[polib.POEntry]]
) -> tuple[polib.POEntry, str]:
    """Return the entry for a unit and what becomes of it. A revived one is best made from the same words."""
    if entry := present.pop(key, None):
        return entry, "kept" if same(entry.msgid, unit.source) else "changed"
    if found := retired.get(key):
        best = next((e for e in found if same(e.msgid, unit.source)), found[-1])
        return best, "revived"
    return polib.POEntry(msgctxt=unit.context, msgid=unit.source, msgstr_plural={}, flags=[]), "added"


def _adapt(entry: polib.POEntry, unit: Unit, plurals: int) -> None:
    entry.obsolete = False
    made_from = _made_from(entry, unit)
    if not any(forms(entry)) or (entry.previous_msgid and same(made_from, unit.source)):
        mark_stale(entry, None)
    elif not same(made_from, unit.source):
        mark_stale(entry, made_from)
    entry.msgid = unit.source
    if unit.plural:
        entry.msgid_plural = unit.plural
        entry.msgstr_plural = dict.fromkeys(range(plurals), "") | entry.msgstr_plural
    if any(forms(entry)):
        entry.tcomment = signed(entry.tcomment, fold(made_from), forms(entry))


def _made_from(entry: polib.POEntry, unit: Unit) -> str:
    """Return the source that an entry was made from: that of its mark, where its ``msgid`` was changed by hand."""
    if marks(entry.tcomment).made_from(unit.source):
        return unit.source
    return entry.previous_msgid if entry.fuzzy and entry.previous_msgid else entry.msgid


def mark_stale(entry: polib.POEntry, made_from: str | None) -> None:
    """Write down that an entry was made from another source than it has now; None: it was made from this one."""
    entry.previous_msgid = made_from
    entry.flags = [*(["fuzzy"] if made_from else []), *(f for f in entry.flags if f != "fuzzy")]


def _retire(entry: polib.POEntry) -> None:
    """Make an entry obsolete. It keeps the source it was made from as its own: polib drops ``#~|`` lines."""
    if entry.fuzzy and entry.previous_msgid:
        entry.msgid = fold(entry.previous_msgid)
        mark_stale(entry, None)
    entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    entry.obsolete = True
