"""The texts of PO files as rows: those of the catalog, then those of the interface, each plural form by itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from resourcehub.catalog.paragraphs import digest, fold
from resourcehub.exchange.row import Row, State
from resourcehub.exchange.texts import Home, PoText, address, catalog_file, interface_file
from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale
from resourcehub.languages.marks import reader, with_reader
from resourcehub.languages.placeholders import served, single_forms
from resourcehub.languages.po import Book, Translation, joined, read_books
from resourcehub.languages.po_checks import LENGTHS
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.states import Message, generator_messages, site_units, state_of
from resourcehub.languages.units import INTERFACE, Unit, interface_units
from resourcehub.pages.glossary import places
from resourcehub.pages.voice import facet_path, resource_path
from resourcehub.shipped import templates_dir

_FACETS = {"kinds": "kind", "topics": "topic", "audiences": "audience"}
_FEW = 5  # numbers that show what a plural form is for


def catalog_texts(hub: Hub, tag: str) -> Iterator[PoText]:
    """Yield what a site's catalog says, in its order, as far as this site looks after it."""
    book, home = _read(*catalog_file(hub, tag), hub.registry[tag])
    below = hub.messages[tag].below
    words = places(hub.documents, hub.voice(tag))
    for unit in site_units(hub.file.catalog, hub.messages[tag], ()):
        section, name, field = unit.context.split("/")
        path = _path(section, name, words)
        row = Row(unit.context, unit.source, place=address(hub, tag, path), limit=LENGTHS.get(field))
        lower = below.catalog.get(unit.context) if below else None
        yield PoText(_filled(row, unit, 0, book.catalog.get(unit.context), lower), unit, 0, home)


def interface_texts(hub: Hub, tag: str) -> Iterator[PoText]:
    """Yield what the program says on every page; ``place`` names the file that says it."""
    book, home = _read(*interface_file(hub, tag), hub.registry[tag])
    others = (generator_messages(tag), *hub.messages[tag].books())
    spoken = {source: message for other in others for source, message in other.interface.items()}
    for unit in interface_units([templates_dir()]):
        entry, lower = book.interface.get(unit.source), spoken.get(unit.source)
        for form in range(parse_plurals(home.plurals)[0]) if unit.plural else (0,):
            row = _interface_row(unit, form, home.plurals)
            yield PoText(_filled(row, unit, form, entry, lower), unit, form, home)


def _read(root: Path, file: str, locale: Locale) -> tuple[Book, Home]:
    book = joined(read_books(root, file)[0].values())
    try:
        parse_plurals(book.plurals or "")
    except ValueError:
        return book, Home(root, file, locale.plurals)
    return book, Home(root, file, book.plurals or "")


def _path(section: str, name: str, words: dict[str, str]) -> str:
    if section == "resources":
        return resource_path(name)
    return facet_path(_FACETS[section], name) if section in _FACETS else words.get(name, "")


def _interface_row(unit: Unit, form: int, plurals: str) -> Row:
    name = f"{INTERFACE}/{digest(unit.source, 8)}"
    if not unit.plural:
        return Row(name, unit.source, place=unit.file)
    source = unit.source if form in single_forms(plurals) else unit.plural
    numbers = served(plurals).get(form, ())
    few = ", ".join(map(str, numbers[:_FEW])) + (" …" if len(numbers) > _FEW else "")
    return Row(f"{name}/{form}", source, place=f"{unit.file}, for {few}")


def _filled(row: Row, unit: Unit, form: int, entry: Translation | None, lower: Message | None) -> Row:
    """Return a row with what the file says, or else with what others say, who answer for it themselves."""
    if entry is not None and form < len(entry.forms) and entry.forms[form]:
        return _own(row, unit, form, entry)
    if lower is not None and form < len(lower.forms):
        state: State = lower.reading if lower.state == "translated" else "changed"
        return replace(row, text=lower.forms[form], state=state)
    return row


def _own(row: Row, unit: Unit, form: int, entry: Translation) -> Row:
    state = state_of(unit, entry)
    found: State = {"stale": "changed", "unfinished": "unfinished"}.get(state, entry.reading)  # type: ignore[assignment]
    return replace(
        row,
        text=entry.forms[form],
        state=found,
        read_by=reader(entry.comment),
        was=fold(entry.made_from) if state == "stale" else "",
        note=with_reader(entry.comment, ""),
    )
