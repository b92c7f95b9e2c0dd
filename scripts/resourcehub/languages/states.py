"""The words of one locale and their states: translated, stale (its source has changed since), missing, read by no one.

A site's ``docs/translations/<tag>.po`` holds the words of its catalog and, in a language the generator does
not speak, those of the interface too; so a new language needs no Python. The generator's own interface words
are in ``locales/<tag>.po`` beside this module.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Literal

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.model import Catalog
from resourcehub.languages.locales import Locale, builtin, lookup
from resourcehub.languages.po import Book, Translation, read_book
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.units import INTERFACE, Unit, catalog_units
from resourcehub.problems import Problem
from resourcehub.shipped import PACKAGE

State = Literal["translated", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its translation: one form, or several where it counts something."""

    context: str
    source: str
    forms: tuple[str, ...]
    state: State
    machine: bool
    plural: str | None = None
    fits: bool = True

    @property
    def usable(self) -> bool:
        """Say whether an interface phrase can be shown: up to date, and its placeholders fit."""
        return self.state == "translated" and self.fits

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
    book, problems = read_book(root, po)
    return _messages(book or Book(), locale, catalog_units(file.catalog)), problems


def _messages(book: Book, locale: Locale, units: Iterable[Unit]) -> Messages:
    catalog = {u.context: _message(u, book.catalog.get(u.context)) for u in units}
    words = ((Unit(INTERFACE, found.source, found.plural), found) for found in book.interface.values())
    interface = {unit.source: _message(unit, found) for unit, found in words}
    return Messages(locale, catalog, interface, _rule(book.plurals, locale))


def _rule(header: str | None, locale: Locale) -> Callable[[int], int]:
    try:
        _, rule = parse_plurals(header or locale.plurals)
    except ValueError:
        _, rule = parse_plurals(locale.plurals)
    return c2py(rule)


def _message(unit: Unit, found: Translation | None) -> Message:
    if found is None or not found.forms:
        return Message(unit.context, unit.source, (), "missing", False, unit.plural)
    state: State = "stale" if found.fuzzy or found.source != unit.source else "translated"
    tidy = str.strip if unit.context.endswith("/details") else _one_line
    forms = tuple(map(tidy, found.forms))
    return Message(unit.context, unit.source, forms, state, found.machine, unit.plural, found.fits)


def _one_line(text: str) -> str:
    return " ".join(text.split())


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
        book, _ = read_book(PACKAGE, f"languages/locales/{near}.po")
        if book is not None:
            return _messages(book, builtin()[near], ())
    return Messages(builtin()[tag])


def site_units(catalog: Catalog, messages: Messages, interface: Iterable[Unit]) -> list[Unit]:
    """Return what a site's PO file holds: the words of its catalog and the interface words no one else has.

    Interface words that the site has translated already stay in its file.
    """
    own = generator_messages(messages.locale.tag)
    spoken = {msgid for msgid, m in own.interface.items() if m.usable} - messages.interface.keys()
    return [*catalog_units(catalog), *(u for u in interface if u.source not in spoken)]
