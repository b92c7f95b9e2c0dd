"""Rows as XLIFF 1.2, and back (OASIS, "XLIFF Version 1.2", 2008): each with its context, limit and true state.

Only what a person has read is ``approved``. A machine's text is one to review, and says where it comes from.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from resourcehub.exchange.row import STATES, Row, State, returned, tidy
from resourcehub.exchange.tables import TableError
from resourcehub.languages.locales import Locale

_SPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# Values of the attribute ``state`` (2.3, "state").
_STATES: dict[State, str] = {
    "missing": "new",
    "changed": "needs-translation",
    "unfinished": "needs-translation",
    "machine": "needs-review-translation",
    "person": "translated",
    "read": "signed-off",
}
_APPROVED = ("final", "signed-off")
_READ, _NOTE, _STATE = "reader", "translator", "state"


def as_xliff(rows: Iterable[Row], source: Locale, locale: Locale) -> bytes:
    """Return rows as an XLIFF file, each page and each list of the catalog as a ``file`` of it."""
    ET.register_namespace("", _SPACE)
    root = ET.Element(f"{{{_SPACE}}}xliff", {"version": "1.2"})
    for section, group in groupby(rows, lambda row: row.section):
        head = {"original": section, "source-language": source.tag, "target-language": locale.tag}
        file = _child(root, "file", datatype="plaintext", **head)
        body = _child(file, "body")
        for row in group:
            _unit(body, row)
    ET.indent(root)
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    found = ET.SubElement(parent, f"{{{_SPACE}}}{name}", attributes)
    found.text = text
    return found


def _unit(body: ET.Element, row: Row) -> None:
    limit = {"maxwidth": str(row.limit), "size-unit": "char"} if row.limit else {}
    approved = "yes" if row.state == "read" else "no"
    unit = _child(body, "trans-unit", id=row.id, resname=row.called, approved=approved, **limit)
    unit.set(f"{_XML}space", "preserve")
    _child(unit, "source", row.source)
    machine = {"state-qualifier": "leveraged-mt"} if row.state == "machine" else {}
    _child(unit, "target", row.text, state=_STATES[row.state], **machine)
    if row.place:
        group = _child(unit, "context-group", purpose="location")
        _child(group, "context", row.place, **{"context-type": "x-place"})
    for kind, text in ((_STATE, STATES[row.state]), (_READ, row.read_by), (_NOTE, row.note)):
        if text:
            _child(unit, "note", text, **{"from": kind})
    if row.was:
        older = _child(unit, "alt-trans", alttranstype="previous-version")
        _child(older, "source", row.was)
        _child(older, "target", row.text)


def from_xliff(data: bytes) -> list[Row]:
    """Return the rows of an XLIFF file. One that a person has approved, and nobody signed, is read by ``?``.

    Raises TableError.
    """
    try:
        root = fromstring(data)
        text = data.decode("utf-8-sig")
    except (ET.ParseError, DefusedXmlException, ValueError) as error:
        raise TableError(f"this is no XLIFF that can be read: {error}") from None
    if root.tag != f"{{{_SPACE}}}xliff":
        raise TableError("this is no XLIFF 1.2: export it in this version")
    return [_row(unit, text) for unit in root.iter(f"{{{_SPACE}}}trans-unit")]


def _row(unit: ET.Element, text: str) -> Row:
    target = unit.find(f"{{{_SPACE}}}target")
    notes = dict(_notes(unit))
    approved = unit.get("approved") == "yes" or (target is not None and target.get("state") in _APPROVED)
    at = text.find(f"id={quoteattr(unit.get('id', ''))}")
    return returned(
        unit.get("id", ""),
        _text(unit.find(f"{{{_SPACE}}}source")),
        _text(target),
        text.count("\n", 0, at) + 1 if at >= 0 else 0,
        read_by=notes.get(_READ, "") or ("?" if approved else ""),
        was=_text(unit.find(f"{{{_SPACE}}}alt-trans/{{{_SPACE}}}source")),
        note=notes.get(_NOTE, ""),
    )


def _notes(unit: ET.Element) -> Iterator[tuple[str, str]]:
    for note in unit.findall(f"{{{_SPACE}}}note"):
        yield note.get("from", ""), tidy(note.text or "")


def _text(element: ET.Element | None) -> str:
    """Return the words of an element, those too that a program has put into marks of its own."""
    return "" if element is None else tidy("".join(element.itertext()))
