"""Words that came back from a translator, written into the PO files of a language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from resourcehub.catalog.paragraphs import same
from resourcehub.languages.locales import Locale
from resourcehub.languages.marks import with_reader
from resourcehub.languages.merge import complete_header, mark_stale, update
from resourcehub.languages.po import entry_key, po_files, read_po
from resourcehub.languages.units import Key, Unit, key_of
from resourcehub.problems import Problem
from resourcehub.store import write_file


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a unit: its words by form, the source they were made from, who read them and when.

    ``note`` takes the place of what stands above the entry; None: that stays.
    """

    unit: Unit
    forms: Mapping[int, str]
    made_from: str
    read_by: str = ""
    note: str | None = None


def write_said(root: Path, po: str, said: Iterable[Said], units: Iterable[Unit], locale: Locale) -> list[Problem]:
    """Write words into the file that holds their entry, else the main file ``po``; then bring all up to date.

    ``units`` are all that the files should hold. Return why they could not be read; then nothing is written.
    """
    listed, wanted = list(said), list(units)
    known = {_key(unit) for unit in wanted}
    _, problems = update(root, po, [*wanted, *(s.unit for s in listed if _key(s.unit) not in known)], locale)
    if problems:
        return problems
    books = {file: book for file in po_files(root, po)[0] if (book := read_po(root, file)[0]) is not None}
    entries = {entry_key(e): e for book in books.values() for e in book if not e.obsolete}
    for one in listed:
        _say(entries[_key(one.unit)], one)
    for file, book in books.items():
        complete_header(book, locale)
        write_file(root / file, str(book).encode())
    return update(root, po, [*wanted, *(s.unit for s in listed if _key(s.unit) not in known)], locale)[1]


def _key(unit: Unit) -> Key:
    return key_of(unit.context, unit.source, unit.plural or "")


def _say(entry: polib.POEntry, said: Said) -> None:
    if said.unit.plural:
        entry.msgstr_plural = entry.msgstr_plural | dict(said.forms)
    else:
        entry.msgstr = said.forms[0]
    mark_stale(entry, None if same(said.made_from, said.unit.source) else said.made_from)
    entry.tcomment = with_reader(entry.tcomment if said.note is None else said.note, said.read_by)
