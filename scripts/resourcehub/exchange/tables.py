"""Rows as a spreadsheet, and back: a workbook (xlsx), or text that every spreadsheet opens (csv).

A cell never runs as a formula: in a workbook all cells are text; in csv what would be one stands behind an apostrophe
(OWASP, "CSV Injection"), which is taken off again.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException

from resourcehub.exchange.row import STATES, Row, returned, tidy
from resourcehub.languages.locales import Locale

# The head of each column, and how wide it is. The first word tells it when it comes back.
COLUMNS = (
    ("Id (leave it)", 18),
    ("Where it stands", 24),
    ("Original", 60),
    ("Translation", 60),
    ("Read by (name, day)", 22),
    ("State", 18),
    ("At most (characters)", 10),
    ("Was (the original then)", 40),
    ("Notes", 30),
)
_FIELDS = ("id", "where", "original", "translation", "read", "state", "at", "was", "notes")
_NEEDED = ("id", "original", "translation")
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_LONGEST = 32_767  # characters that a cell may have (Excel, "Specifications and limits")
_MOST = 60_000_000  # bytes of a workbook when it is unpacked
_DELIMITERS = ",;\t"


class TableError(ValueError):
    """A table that cannot be made or read; the text says why, and the cure."""


def cells(row: Row) -> tuple[str, ...]:
    """Return the cells of a row in the order of the columns."""
    limit = "" if row.limit is None else str(row.limit)
    return (row.id, row.place, row.source, row.text, row.read_by, STATES[row.state], limit, row.was, row.note)


def as_csv(rows: Iterable[Row]) -> bytes:
    """Return rows as csv in UTF-8 with a BOM, without which Excel reads it in an encoding of its own."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([head for head, _ in COLUMNS])
    writer.writerows([[_harmless(cell) for cell in cells(row)] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _harmed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def as_xlsx(rows: Iterable[Row], locale: Locale) -> bytes:
    """Return rows as a workbook. Raises TableError where a text is too long for a cell, or has signs it cannot hold."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title, sheet.freeze_panes = locale.tag, "E2"
    for number, (head, width) in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, number, head)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", start_color="DDEEEE")
        sheet.column_dimensions[cell.column_letter].width = width
    own = Alignment(wrap_text=True, vertical="top", readingOrder=2 if locale.direction == "rtl" else 1)
    for line, row in enumerate(rows, 2):
        for number, text in enumerate(cells(row), 1):
            cell = sheet.cell(line, number)
            _fill(cell, text, f"row {line}")
            cell.alignment = own if _FIELDS[number - 1] == "translation" else Alignment(wrap_text=True, vertical="top")
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cell: Any, text: str, where: str) -> None:
    """Write a text into a cell, as text whatever it begins with. ``openpyxl`` cuts a long one off without a word."""
    if len(text) > _LONGEST:
        raise TableError(f"{where}: {len(text)} characters are too many for a cell: use --format xliff")
    if ILLEGAL_CHARACTERS_RE.search(text):
        raise TableError(f"{where}: a control character that no workbook holds: see 'hub validate'")
    cell.value, cell.data_type = text, "s"


def from_xlsx(data: bytes) -> list[Row]:
    """Return the rows of a workbook's first sheet. Raises TableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST:
                raise TableError("the workbook is too large: take out all but the rows of the translation")
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        lines = [[_plain(value) for value in line] for line in sheet.iter_rows(values_only=True)]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError, IndexError) as error:
        raise TableError(
            str(error) if isinstance(error, TableError) else "this is no workbook: save it as .xlsx"
        ) from None
    return list(_rows(lines))


def _plain(value: object) -> str:
    """Return a cell as text: a program may have made a number of digits."""
    return "" if value is None else str(value)


def from_csv(data: bytes) -> list[Row]:
    """Return the rows of a csv file as spreadsheets write them: by comma, semicolon or tab. Raises TableError."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("its letters are not in UTF-8: save it as 'CSV UTF-8', or as .xlsx") from None
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(10_000_000)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise TableError(f"this is no csv: {error}") from None
    return list(_rows([[_harmed(cell) for cell in line] for line in lines]))


def _rows(lines: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Yield the rows below the head, each with its number as the spreadsheet shows it; blank ones are none."""
    columns = _columns(lines[0] if lines else ())
    for number, line in enumerate(lines[1:], 2):
        found = {field: tidy(line[at]) if at < len(line) else "" for field, at in columns.items()}
        if any(found.get(field) for field in _NEEDED):
            more = {"read_by": found.get("read", ""), "was": found.get("was", ""), "note": found.get("notes", "")}
            yield returned(found["id"], found["original"], found["translation"], number, **more)


def _columns(head: Sequence[str]) -> dict[str, int]:
    first = [text.split()[0].lower() if text.split() else "" for text in head]
    found = {field: first.index(field) for field in _FIELDS if field in first}
    if missing := [
        name for (name, _), field in zip(COLUMNS, _FIELDS, strict=True) if field in _NEEDED and field not in found
    ]:
        raise TableError(f"the column '{missing[0]}' is missing in the first row: put its name back")
    return found
