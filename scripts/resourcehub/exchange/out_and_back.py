"""Out to translators and back: a language as a file in one of several forms, and what such a file brings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from resourcehub.exchange.page_texts import page_texts
from resourcehub.exchange.pages import write_pages
from resourcehub.exchange.po_form import as_po, from_po
from resourcehub.exchange.po_texts import catalog_texts, interface_texts
from resourcehub.exchange.row import Row, State, chosen
from resourcehub.exchange.tables import TableError, as_csv, as_xlsx, from_csv, from_xlsx
from resourcehub.exchange.taken import Taken, compare
from resourcehub.exchange.texts import Home, PoText, Text
from resourcehub.exchange.xliff import as_xliff, from_xliff
from resourcehub.hub import Hub
from resourcehub.languages.said import Said, write_said
from resourcehub.languages.states import site_units
from resourcehub.languages.units import INTERFACE, Unit, interface_units
from resourcehub.problems import Problem, errors
from resourcehub.shipped import PACKAGE, templates_dir

FORMS = ("xlsx", "csv", "xliff", "po")
ENDINGS = {"xliff": "xlf"}
_READ: dict[str, Callable[[bytes], list[Row]]] = {
    ".xlsx": from_xlsx,
    ".csv": from_csv,
    ".tsv": from_csv,
    ".txt": from_csv,
    ".xlf": from_xliff,
    ".xliff": from_xliff,
    ".po": from_po,
}


@dataclass
class Brought:
    """What an import did: the texts that were taken, the files that were written, and what is wrong."""

    taken: list[Taken] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def texts(hub: Hub, tag: str) -> list[Text]:
    """Return all texts of a language that this site looks after: pages for families, the catalog, the interface."""
    return [*page_texts(hub, tag), *catalog_texts(hub, tag), *interface_texts(hub, tag)]


def export(hub: Hub, tag: str, form: str, states: Iterable[State] = ()) -> bytes:
    """Return the texts of a language as a file, or only those in some ``states``. Raises TableError."""
    listed = chosen((replace(text.row, tag=tag) for text in texts(hub, tag)), states)
    locale = hub.registry[tag]
    if form == "xlsx":
        return as_xlsx(listed, locale)
    if form == "xliff":
        return as_xliff(listed, hub.registry[hub.settings.source], locale)
    return as_csv(listed) if form == "csv" else as_po(listed, locale)


def rows_in(path: Path) -> list[Row]:
    """Return the rows of a file that came back; its name says in which form. Raises TableError."""
    if (read := _READ.get(path.suffix.lower())) is None:
        raise TableError(f"'{path.suffix}' is none of {', '.join(_READ)}: save it in one of these forms")
    return read(path.read_bytes())


def bring(hub: Hub, tag: str, back: Iterable[Row], file: str, by: str, today: date) -> Brought:
    """Write what came back into the PO files and pages of a language: all of it, or nothing where a row is wrong."""
    taken, problems = compare(texts(hub, tag), tag, back, file, by, today)
    found = Brought(taken, [], problems)
    if not taken or errors(problems):
        return found
    homes: dict[Home, list[Taken]] = {}
    for one in taken:
        if isinstance(one.text, PoText):
            homes.setdefault(one.text.home, []).append(one)
    for home, mine in homes.items():
        found.problems += write_said(
            home.root, home.file, _said(hub, tag, mine), _units(hub, tag, home), hub.registry[tag]
        )
        found.files.append(home.file)
    files, faults = write_pages(hub, tag, taken)
    found.files += files
    found.problems += faults
    return found


def _units(hub: Hub, tag: str, home: Home) -> list[Unit]:
    """Return what the PO files of a home hold."""
    interface = interface_units([templates_dir()])
    return interface if home.root == PACKAGE else site_units(hub.file.catalog, hub.messages[tag], interface)


def _said(hub: Hub, tag: str, taken: Iterable[Taken]) -> list[Said]:
    """Return what is said of each unit. Where one of several forms is new, the others come along."""
    units: dict[tuple[str, str], Said] = {}
    everything: dict[str, dict[int, str]] = {}
    for one in taken:
        assert isinstance(one.text, PoText)  # noqa: S101 - so they were chosen
        unit = one.text.unit
        key = (unit.context, unit.source if unit.context == INTERFACE else "")
        if unit.plural and not everything:
            everything = _forms(hub, tag)
        other = units.get(key)
        before = other.forms if other else everything.get(unit.source, {})
        made_from = unit.source if unit.plural else one.made_from
        read_by = one.read_by if other is None or other.read_by else ""  # who read one form has not read all
        units[key] = Said(unit, {**before, one.text.form: one.words}, made_from, read_by, one.note)
    return list(units.values())


def _forms(hub: Hub, tag: str) -> dict[str, dict[int, str]]:
    """Return the words of each unit that has several forms."""
    found: dict[str, dict[int, str]] = {}
    for text in interface_texts(hub, tag):
        if text.unit.plural:
            found.setdefault(text.unit.source, {})[text.form] = text.row.text
    return found
