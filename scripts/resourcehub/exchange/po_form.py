"""Rows as a PO file, and back: for translators who work with Poedit, Weblate or Virtaal.

It holds all texts of a language, those of pages too, and is no file of the site: ``hub translate import`` brings the
words where they belong.
"""

from collections.abc import Iterable

import polib

from resourcehub.exchange.row import Row, returned, tidy
from resourcehub.exchange.tables import TableError
from resourcehub.languages.locales import Locale
from resourcehub.languages.marks import MACHINE, marks, reader, with_reader

_UNSURE = ("changed", "unfinished")


def as_po(rows: Iterable[Row], locale: Locale) -> bytes:
    """Return rows as a PO file."""
    book = polib.POFile(wrapwidth=0)
    book.metadata = {
        "Language": locale.tag.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": locale.plurals,
    }
    book.extend(map(_entry, rows))
    return f"{book}\n".encode()


def _entry(row: Row) -> polib.POEntry:
    limit = [f"{row.limit} characters at most"] if row.limit else []
    silent = row.state == "machine" and not marks(row.note).machine
    return polib.POEntry(
        msgctxt=row.called,
        msgid=row.source,
        msgstr=row.text,
        comment="\n".join([f"id: {row.id}", *([f"where: {row.place}"] if row.place else []), *limit]),
        tcomment=with_reader("\n".join([row.note, *([MACHINE] if silent else [])]), row.read_by),
        flags=["fuzzy"] if row.state in _UNSURE else [],
        previous_msgid=row.was or None,
    )


def from_po(data: bytes) -> list[Row]:
    """Return the rows of a PO file. Raises TableError."""
    try:
        book = polib.pofile("\n" + data.decode("utf-8-sig"))  # a text whatever it says, and no path
    except (OSError, ValueError) as error:
        raise TableError(f"this is no PO file that can be read: {error}") from None
    return [_row(entry) for entry in book if not entry.obsolete]


def _row(entry: polib.POEntry) -> Row:
    lines = (entry.comment or "").replace("\n", " ")
    return returned(
        lines.partition("id: ")[2].partition("]")[0] + "]" if "id: " in lines else entry.msgctxt or "",
        entry.msgid,
        entry.msgstr,
        max(0, (entry.linenum or 0) - 1),
        state="unfinished" if entry.fuzzy else "missing",
        read_by=reader(entry.tcomment),
        was=tidy(entry.previous_msgid or "") if entry.fuzzy else "",
        note=with_reader(entry.tcomment, ""),
    )
