"""The words of other languages: the catalog's, keyed by place, and the interface's, keyed by their English.

A site's ``docs/translations/<tag>.po`` holds the words of its catalog and, in a language the generator does
not speak, those of the interface too; so a new language needs no Python. The generator's own interface words
are in ``locales/<tag>.po`` beside this module.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Literal

import polib
from babel.messages.extract import extract, extract_python
from jinja2.ext import babel_extract

from resourcehub.locales import Locale, builtin, lookup
from resourcehub.model import Catalog, Resource, Status
from resourcehub.po import INTERFACE, Unit, forms, is_machine, misfit, read_po
from resourcehub.problems import Problem
from resourcehub.read import CatalogFile
from resourcehub.registry import parse_plurals

State = Literal["translated", "stale", "missing"]
SECTIONS = ("kinds", "topics", "audiences", "glossary", "sentences", "resources")
FIELDS = ("title", "heading", "summary", "details", "term", "name", "meaning", "text")
KEYWORDS = {"_": None, "_n": (1, 2), "mark": None}
PACKAGE = Path(__file__).parent


def mark(msgid: str) -> str:
    """Return ``msgid`` as it is: a sign to the extractor that a table's words are looked up later."""
    return msgid


def catalog_units(catalog: Catalog) -> Iterator[Unit]:
    """Yield what of a catalog is translated, in its order. Drafts wait until they are published."""
    for section in SECTIONS:
        for item in getattr(catalog, section):
            if isinstance(item, Resource) and item.status == Status.DRAFT:
                continue
            for name in FIELDS:
                if text := getattr(item, name, None):
                    yield Unit(f"{section}/{item.id}/{name}", text)


def interface_units(templates: Iterable[Path]) -> list[Unit]:
    """Return the interface words of the generator's Python and of the HTML files in ``templates``.

    In templates these are ``_("…")`` and ``_n("…", "…", n)``; in Python also ``words.get``, ``words.plural``
    and ``mark``. Raises jinja2.TemplateSyntaxError for a broken template.
    """
    found: dict[str, Unit] = {}
    for unit in [*_python_units(), *(u for folder in templates for u in _template_units(folder))]:
        if unit.source not in found or unit.plural:
            found[unit.source] = unit
    return list(found.values())


def _python_units() -> Iterator[Unit]:
    for path in sorted(PACKAGE.rglob("*.py")):
        # Babel knows no methods: so the two of Words are read as the functions they stand for.
        code = path.read_bytes().replace(b"words.get(", b"_(").replace(b"words.plural(", b"_n(")
        yield from _extracted(extract_python, code)


def _template_units(folder: Path) -> Iterator[Unit]:
    for path in sorted(folder.rglob("*.html")):
        yield from _extracted(babel_extract, path.read_bytes())


def _extracted(method: Callable[..., object], code: bytes) -> Iterator[Unit]:
    options = {"silent": "false"}
    for _, message, _, _ in extract(method, io.BytesIO(code), keywords=KEYWORDS, options=options):  # type: ignore[arg-type]
        one, many = (message, None) if isinstance(message, str) else message[:2]
        yield Unit(INTERFACE, one, many)


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its translation: one form, or several where it counts something."""

    context: str
    source: str
    forms: tuple[str, ...]
    state: State
    machine: bool
    plural: str | None = None

    @property
    def translation(self) -> str:
        """The translation, of the first form where there are several; empty where there is none."""
        return self.forms[0] if self.forms else ""


def _only_form(_: int) -> int:
    return 0


@dataclass(frozen=True)
class Messages:
    """All words of one locale: ``catalog`` by context, ``interface`` by English text, and its plural rule."""

    locale: Locale
    catalog: Mapping[str, Message] = field(default_factory=dict)
    interface: Mapping[str, Message] = field(default_factory=dict)
    rule: Callable[[int], int] = _only_form


def read_messages(root: Path, po: str | None, locale: Locale, file: CatalogFile) -> tuple[Messages, list[Problem]]:
    """Return the words of a locale and what is wrong with its PO file ``po`` (None for the source language).

    A file that is absent or broken leaves every text missing.
    """
    if po is None:
        return Messages(locale), []
    book, problems = read_po(root, po)
    return _messages(book, locale, catalog_units(file.catalog)), problems


def _messages(book: polib.POFile | None, locale: Locale, units: Iterable[Unit]) -> Messages:
    live = [e for e in book or () if not e.obsolete]
    places = {e.msgctxt: e for e in live if e.msgctxt != INTERFACE}
    catalog = {u.context: _message(u, places.get(u.context)) for u in units}
    words = (Unit(INTERFACE, e.msgid, e.msgid_plural or None) for e in live if e.msgctxt == INTERFACE)
    entries = {e.msgid: e for e in live if e.msgctxt == INTERFACE}
    interface = {u.source: _message(u, entries[u.source]) for u in words}
    return Messages(locale, catalog, interface, _rule(book, locale))


def _rule(book: polib.POFile | None, locale: Locale) -> Callable[[int], int]:
    header = book.metadata.get("Plural-Forms") if book else None
    try:
        _, rule = parse_plurals(header or locale.plurals)
    except ValueError:
        _, rule = parse_plurals(locale.plurals)
    return c2py(rule)


def _message(unit: Unit, entry: polib.POEntry | None) -> Message:
    if entry is None or not all(texts := forms(entry)) or not texts:
        return Message(unit.context, unit.source, (), "missing", False, unit.plural)
    state: State = "stale" if entry.fuzzy or entry.msgid != unit.source else "translated"
    tidy = str.strip if unit.context.endswith("/details") else _one_line
    return Message(unit.context, unit.source, tuple(map(tidy, texts)), state, is_machine(entry), unit.plural)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def usable(message: Message) -> bool:
    """Say whether an interface phrase can be shown: up to date, and its placeholders fit."""
    fits = not any(misfit(message.source, message.plural, form) for form in message.forms)
    return message.state == "translated" and fits


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a locale is translated, in texts; ``machine``: how many of them no speaker has read."""

    translated: int
    stale: int
    missing: int
    machine: int


def coverage(messages: Messages, units: Iterable[Unit]) -> Coverage:
    """Count the states of ``units`` in one locale."""
    found = [_find(messages, unit) for unit in units]
    states = [m.state if m else "missing" for m in found]
    machine = sum(1 for m in found if m and m.machine)
    return Coverage(states.count("translated"), states.count("stale"), states.count("missing"), machine)


def _find(messages: Messages, unit: Unit) -> Message | None:
    if unit.context == INTERFACE:
        return messages.interface.get(unit.source)
    return messages.catalog.get(unit.context)


@cache
def generator_messages(tag: str) -> Messages:
    """Return the generator's own interface words in a language or the one it is a variety of, or none."""
    for near in lookup(tag):
        book, _ = read_po(PACKAGE, f"locales/{near}.po")
        if book is not None:
            return _messages(book, builtin()[near], ())
    return Messages(builtin()[tag])


def site_units(catalog: Catalog, messages: Messages, interface: Iterable[Unit]) -> list[Unit]:
    """Return what a site's PO file holds: the words of its catalog and the interface words no one else has.

    Interface words that the site has translated already stay in its file.
    """
    own = generator_messages(messages.locale.tag)
    spoken = {msgid for msgid, m in own.interface.items() if usable(m)} - messages.interface.keys()
    return [*catalog_units(catalog), *(u for u in interface if u.source not in spoken)]
