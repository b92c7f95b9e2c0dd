"""Our own merge of PO files: by context, with no guessing by similarity; no translator's work is lost.

polib's ``merge`` loses a translation when its source changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polib

from resourcehub.locales import Locale
from resourcehub.po import Key, Unit, entry_key, forms, key_of, read_po
from resourcehub.problems import Problem
from resourcehub.registry import parse_plurals


@dataclass(frozen=True, slots=True)
class Update:
    """What a merge did to a PO file, in entries; ``written`` is False where the file was as it should be."""

    added: int
    changed: int
    gone: int
    revived: int
    written: bool


def update(
    root: Path, file: str, units: Iterable[Unit], locale: Locale
) -> tuple[Update | None, list[Problem]]:
    """Bring a PO file up to date with ``units``, losing nothing, and write it if that changes it.

    A changed source keeps its translation, marked ``fuzzy`` with the source it was made from; a unit that is
    gone leaves an obsolete entry, revived when it comes back. Order is that of ``units``. A file with faults of
    syntax or with duplicates is left alone: the result is None and the problems say why.
    """
    book, problems = read_po(root, file)
    stop = [p for p in problems if p.code in ("po-syntax", "not-utf-8", "too-large", "duplicate-message")]
    if stop:
        return None, stop
    if book is None:
        book = polib.POFile(encoding="utf-8", wrapwidth=0)
        book.header = f"Words of this site in {locale.english}."
    counts = _merge(book, list(units), _complete_header(book, locale))
    return Update(*counts, written=_write(root / file, str(book))), []


def _complete_header(book: polib.POFile, locale: Locale) -> int:
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


def _merge(book: polib.POFile, units: list[Unit], plurals: int) -> tuple[int, int, int, int]:
    present = {entry_key(e): e for e in book if not e.obsolete}
    retired = [e for e in book if e.obsolete]
    rows, added, changed, revived = [], 0, 0, 0
    for unit in units:
        key = key_of(unit.context, unit.source, unit.plural or "")
        entry = present.pop(key, None)
        if entry is None and (entry := _pick(retired, key, unit)):
            revived += 1
        if entry is None:
            entry, added = (
                polib.POEntry(msgctxt=unit.context, msgid=unit.source, msgstr_plural={}, flags=[]),
                added + 1,
            )
        elif entry.msgid != unit.source:
            changed += 1
        _adapt(entry, unit, plurals)
        rows.append(entry)
    for entry in present.values():
        _retire(entry)
    kept = [e for e in [*retired, *present.values()] if any(forms(e)) or e.tcomment]
    book[:] = [*rows, *kept]
    return added, changed, len(present), revived


def _pick(retired: list[polib.POEntry], key: Key, unit: Unit) -> polib.POEntry | None:
    """Take from the obsolete entries the one to revive: best the one that was made from the same words."""
    found = [e for e in retired if entry_key(e) == key]
    best = next((e for e in found if e.msgid == unit.source), found[-1] if found else None)
    if best is not None:
        retired[:] = [e for e in retired if e is not best]
    return best


def _adapt(entry: polib.POEntry, unit: Unit, plurals: int) -> None:
    entry.obsolete = False
    made_from = entry.previous_msgid if entry.fuzzy and entry.previous_msgid else entry.msgid
    if not any(forms(entry)) or (made_from == unit.source and made_from != entry.msgid):
        entry.fuzzy, entry.previous_msgid = False, None
    elif made_from != unit.source:
        entry.fuzzy, entry.previous_msgid = True, made_from
    elif not entry.fuzzy:
        entry.previous_msgid = None
    entry.msgid = unit.source
    if unit.plural:
        entry.msgid_plural = unit.plural
        entry.msgstr_plural = dict.fromkeys(range(plurals), "") | entry.msgstr_plural


def _retire(entry: polib.POEntry) -> None:
    """Make an entry obsolete. It keeps the source it was made from as its own: polib drops ``#~|`` lines."""
    if entry.fuzzy and entry.previous_msgid:
        entry.msgid, entry.previous_msgid = entry.previous_msgid, None
        entry.fuzzy = False
    entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    entry.obsolete = True


def _write(path: Path, text: str) -> bool:
    """Write a file whole or not at all; say whether it had to be written."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
    return True
