"""The words of one locale and what they are worth.

A text is translated, stale (the words of its source have changed since), unfinished (a translator says so: ``fuzzy``
without the old source) or missing. Apart from that, a person answers for it or nobody does (``marks.py``).

A site's ``docs/translations/<tag>.po`` holds the words of its catalog and, in a language the generator does
not speak, those of the interface too; so a new language needs no Python. The generator's own interface words
are in ``locales/<tag>.po`` beside this module.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Literal

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.model import Catalog
from resourcehub.catalog.paragraphs import fold, same
from resourcehub.catalog.plain import one_line
from resourcehub.languages.locales import Locale, builtin
from resourcehub.languages.marks import Reading
from resourcehub.languages.po import Book, Translation, joined, read_books
from resourcehub.languages.po_checks import Catalogue, book_faults, rule_faults
from resourcehub.languages.po_folder import language_faults, words_faults
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.tags import lookup
from resourcehub.languages.terms import read_terms, term_faults
from resourcehub.languages.units import INTERFACE, Unit, catalog_units
from resourcehub.problems import Problem
from resourcehub.shipped import PACKAGE

State = Literal["translated", "stale", "unfinished", "missing"]


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its translation: one form, or several where it counts something.

    ``reading``: who answers for it. ``fits``: its placeholders are those of its source. ``inherited``: it comes from
    what the site builds on.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    state: State
    reading: Reading = "machine"
    plural: str | None = None
    fits: bool = True
    inherited: bool = False

    @property
    def machine(self) -> bool:
        """Whether there are words and nobody answers for them."""
        return self.state != "missing" and self.reading == "machine"

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
    """All words of one locale: ``catalog`` by context, ``interface`` by English text, and its plural rule.

    ``below`` are those of what the site builds on; its catalog words stand in ``catalog`` where the site has none.
    """

    locale: Locale
    catalog: Mapping[str, Message] = field(default_factory=dict)
    interface: Mapping[str, Message] = field(default_factory=dict)
    rule: Callable[[int], int] = _only_form
    below: "Messages | None" = None

    @property
    def speaks(self) -> bool:
        """Whether any text of the catalog has words here."""
        return any(message.forms for message in self.catalog.values())

    def books(self) -> Iterator["Messages"]:
        """Yield the words of what the site builds on, the lowest first, and its own."""
        if self.below:
            yield from self.below.books()
        yield self


def read_messages(
    root: Path,
    po: str,
    locale: Locale,
    file: CatalogFile,
    pages: Mapping[str, int] | None = None,
    below: Messages | None = None,
    meant: Iterable[tuple[str, str]] = (),
    words: Mapping[str, str | None] | None = None,
) -> tuple[Messages, list[Problem]]:
    """Return the words of a locale and what is wrong with its PO files; ``po`` is the main one.

    ``pages`` counts the translated pages of each language: one that has some should have words as well.
    ``below`` are the words of what the site builds on. ``meant`` and ``words`` as in :meth:`Catalogue.of`.

    A file that is absent or broken leaves every text missing.
    """
    units = list(catalog_units(file.catalog))
    books, problems = read_books(root, po)
    known = Catalogue.of(file, units, meant, words)
    terms = read_terms((root / po).with_suffix(".md"))
    for name, book in books.items():
        problems += book_faults(book, name, locale, known)
        problems += term_faults(book, name, terms)
        problems += language_faults(book, name, locale)
    problems += rule_faults(books)
    whole = joined(books.values())
    if (not problems or books) and not (below and below.speaks):
        problems += words_faults(whole, po, locale, pages or {})
    return _messages(whole, locale, units, below), problems


def spoken(root: Path, po: str, locale: Locale, units: Iterable[Unit], below: Messages | None = None) -> Messages:
    """Return the words of a locale as ``read_messages`` does, and look for no fault: that takes longest."""
    return _messages(joined(read_books(root, po)[0].values()), locale, units, below)


def _messages(book: Book, locale: Locale, units: Iterable[Unit], below: Messages | None = None) -> Messages:
    found, plurals = book.catalog, book.plurals or locale.plurals
    catalog = {u.context: _message(u, found.get(u.context), plurals) for u in units}
    if below:
        catalog = {name: _inherited(m, below.catalog.get(name)) for name, m in catalog.items()}
    words = ((Unit(INTERFACE, entry.source, entry.plural), entry) for entry in book.interface.values())
    interface = {unit.source: _message(unit, entry, plurals) for unit, entry in words}
    return Messages(locale, catalog, interface, _rule(book.plurals, locale), below)


def _inherited(own: Message, lower: Message | None) -> Message:
    """Return a site's own words, or those below where it has none: they are older where the site says another thing."""
    if own.state != "missing" or lower is None or lower.state == "missing":
        return own
    state = lower.state if same(lower.source, own.source) else "stale"
    return replace(lower, source=own.source, state=state, inherited=True)


def _rule(header: str | None, locale: Locale) -> Callable[[int], int]:
    try:
        _, rule = parse_plurals(header or locale.plurals)
    except ValueError:
        _, rule = parse_plurals(locale.plurals)
    return c2py(rule)


def _message(unit: Unit, found: Translation | None, plurals: str) -> Message:
    if found is None or not found.whole:
        return Message(unit.context, unit.source, (), "missing", plural=unit.plural)
    tidy = fold if unit.context.endswith("/details") else one_line
    fits = not any(found.misfits(plurals))
    shown = tuple(map(tidy, found.forms))
    return Message(unit.context, unit.source, shown, state_of(unit, found), found.reading, unit.plural, fits)


def state_of(unit: Unit, found: Translation) -> State:
    """Compare the source that a text was made from with the source as it is; white space is no difference."""
    if not same(found.made_from, unit.source) and not found.marks.made_from(unit.source):
        return "stale"
    return "unfinished" if found.fuzzy and not found.previous else "translated"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a locale is translated, in texts; ``machine``: for how many of them nobody answers."""

    translated: int
    stale: int
    missing: int
    machine: int
    unfinished: int = 0


def coverage(messages: Messages, units: Iterable[Unit]) -> Coverage:
    """Count the states of ``units`` in one locale."""
    found = [_find(messages, unit) for unit in units]
    states = [m.state if m else "missing" for m in found]
    machine = sum(1 for m in found if m and m.machine)
    counts = {str(state): states.count(state) for state in ("translated", "stale", "missing", "unfinished")}
    return Coverage(machine=machine, **counts)


def _find(messages: Messages, unit: Unit) -> Message | None:
    if unit.context == INTERFACE:
        return messages.interface.get(unit.source)
    return messages.catalog.get(unit.context)


@cache
def generator_messages(tag: str) -> Messages:
    """Return the generator's own interface words in a language or the one it is a variety of, or none."""
    for near in lookup(tag):
        books, _ = read_books(PACKAGE, f"languages/locales/{near}.po")
        if books:
            return _messages(joined(books.values()), builtin()[near], ())
    return Messages(builtin()[tag])


@cache
def interface_words() -> Mapping[str, str | None]:
    """Return the English of all words of the interface, with its plural. Each language of the program has them all."""
    return {source: message.plural for source, message in generator_messages("es").interface.items()}


def site_units(catalog: Catalog, messages: Messages, interface: Iterable[Unit]) -> list[Unit]:
    """Return what a site's PO file holds: the words of its catalog and of the interface that no one else has.

    Interface words that the site has translated already stay in its file, and so do those of its catalog.
    """
    others = [generator_messages(messages.locale.tag), *(messages.below.books() if messages.below else ())]
    said = {msgid for msgid, m in messages.interface.items() if m.forms}
    spoken = {msgid for book in others for msgid, m in book.interface.items() if m.usable} - said
    mine = (unit for unit in catalog_units(catalog) if not _looked_after(unit, messages))
    return [*mine, *(u for u in interface if u.source not in spoken)]


def _looked_after(unit: Unit, messages: Messages) -> bool:
    """Say whether a text is that of a hub below, which speaks this language and may leave a text as it is."""
    lower, own = messages.below, messages.catalog.get(unit.context)
    if lower is None or not lower.speaks or (own and own.forms and not own.inherited):
        return False
    below = lower.catalog.get(unit.context)
    return below is not None and same(below.source, unit.source)
