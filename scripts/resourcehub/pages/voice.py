"""How the site speaks of its catalog in one locale: labels, links to lists, names of languages, dates."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, TypeVar

from resourcehub.catalog.fields import GRADES
from resourcehub.languages.locales import Locale, Registry, Text, capital, format_date, language_name
from resourcehub.languages.localize import LocalCatalog
from resourcehub.languages.units import mark
from resourcehub.languages.words import Words

T = TypeVar("T")

LABELS = {
    "kind": mark("Kind"),
    "audience": mark("For whom"),
    "topic": mark("Topics"),
    "grades": mark("Grades"),
    "language": mark("Languages"),
    "format": mark("Format"),
    "cost": mark("Cost"),
    "login": mark("Sign-in"),
    "publisher": mark("Made by"),
    "authors": mark("Written by"),
    "year": mark("Year"),
    "license": mark("License"),
    "checked": mark("Address last checked"),
    "confirmed": mark("Last checked"),
    "number": mark("Sheet number"),
}
# What decides for a reader stands first on a card, with pictures for the labels: there is little room.
FACT_ICONS = {
    "phone": "phone",
    "hours": "clock-outline",
    "spoken": "account-voice",
    "audience": "account-multiple-outline",
    "language": "translate",
    "format": "file-outline",
    "cost": "tag-outline",
    "login": "login",
}
# What a card tells in small print below that.
SMALL = ("publisher", "year", "checked", "confirmed", "number")
FEW = 5
GRADE_WORDS = {"birth": mark("Birth"), "PK": mark("Preschool"), "K": mark("Kindergarten")}

# Locale-free addresses of the page of search results, of the list from A to Z, and of the page that offers to keep
# this language for reading without internet; and their titles.
SEARCH = "search/"
ALPHABET = "resources/a-z/"
KEEP = "keep/"
OWN = {SEARCH: mark("Search"), ALPHABET: mark("From A to Z"), KEEP: mark("Read without internet")}


@dataclass(frozen=True, slots=True)
class Link:
    """Words, the locale-free path of a page of this site they lead to (None: plain words), and a picture of them."""

    text: Text
    path: str | None = None
    icon: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One labelled line about a resource. ``name`` is its place in templates and styles.

    What several resources share is one fact, told from others as a thing and not by its words.
    """

    name: str
    label: Text
    values: tuple[Link, ...]

    @property
    def few(self) -> tuple[Link, ...]:
        """The values that a card has room for: the first five, or all where one more would be told by number."""
        return self.values if len(self.values) <= FEW + 1 else self.values[:FEW]

    @property
    def more(self) -> int:
        """How many values a card leaves out."""
        return len(self.values) - len(self.few)


@dataclass(frozen=True)
class Voice:
    """Everything needed to speak about resources in one locale; ``numbers``: sheet numbers by address.

    ``broken`` are addresses that did not answer as they should on two different days.

    ``today`` decides which resources are over.
    """

    words: Words
    registry: Registry
    catalog: LocalCatalog
    numbers: Mapping[str, str] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    today: date = field(default_factory=lambda: datetime.now(UTC).date())

    @property
    def locale(self) -> Locale:
        """The locale of the page."""
        return self.words.locale

    def once(self, make: Callable[["Voice"], T]) -> T:
        """Return what ``make`` makes of this voice. It is made once, however many pages ask."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    @cached_property
    def _made(self) -> dict[Callable[["Voice"], Any], Any]:
        return {}

    @cached_property
    def labels(self) -> Mapping[str, Text]:
        """The names of the facts, looked up once."""
        return {name: self.words.get(label) for name, label in LABELS.items()}

    @cached_property
    def links(self) -> dict[tuple[str, str], Link]:
        """The links to lists met so far, by facet and value: the same few stand on every page."""
        return {}

    def link(self, facet: str, value: str) -> Link:
        """Return the link to the list of resources that share a value."""
        key = (facet, value)
        if key not in self.links:
            if facet == "language":
                self.links[key] = Link(self.language(value), facet_path(facet, self.registry.reading(value)))
            else:
                term = self.catalog.terms(facet)[value]
                self.links[key] = Link(term.title, facet_path(facet, value), term.icon)
        return self.links[key]

    @cached_property
    def _facts(self) -> dict[tuple[str, Hashable], Fact]:
        return {}

    def fact(self, name: str, said: Hashable, values: Callable[[], Iterable[Link]]) -> Fact:
        """Return a labelled line: what is ``said`` of a resource, in ``values``. Made once, for many have the same."""
        if (found := self._facts.get((name, said))) is None:
            found = self._facts[name, said] = Fact(name, self.labels[name], tuple(values()))
        return found

    def language(self, tag: str) -> Text:
        """Return a language's name in the reader's language, or in its own where that is unknown.

        It stands alone on a page, so it begins with a capital where the script has them.
        """
        if name := language_name(tag, self.locale):
            return Text(capital(name), self.locale)
        own = self.registry[tag]
        return Text(own.name, own)

    def understands(self, tags: Iterable[str]) -> bool:
        """Say whether the reader can read one of ``tags``."""
        return any(self.registry.reads(self.locale.tag, tag) for tag in tags)

    def own_first(self, tags: Iterable[str]) -> list[str]:
        """Sort the reader's own language before the others, which stay in their order."""
        return sorted(tags, key=lambda tag: not self.understands([tag]))

    def readings(self, tags: Iterable[str]) -> list[str]:
        """Return the languages whose lists hold what is in ``tags``: one for all that are read together."""
        return list(dict.fromkeys(map(self.registry.reading, tags)))

    def day(self, day: date) -> Text:
        """Return a date as the reader's language writes it."""
        return Text(format_date(day, self.locale), self.locale)


def resource_path(resource_id: str) -> str:
    """Return the locale-free path of a resource's page. It is for ever."""
    return f"resources/{resource_id}/"


def index_path(prefix: str) -> str:
    """Return where a locale's index lies: ``search/index.json`` in the locale's folder."""
    return f"{prefix}search/index.json"


def facet_path(facet: str, value: str) -> str:
    """Return the locale-free path of the list of resources that share a kind, topic, audience or language."""
    return f"resources/{facet}/{value}/"


def grade_words(grades: str, words: Words) -> tuple[Text, ...]:
    """Return the one grade or the two ends of a range in words: ``K-12`` -> Kindergarten, Grade 12."""
    ends = dict.fromkeys(grades.split("-"))
    return tuple(
        words.get(GRADE_WORDS[g]) if g in GRADE_WORDS else words.get("Grade {number}", number=g)
        for g in sorted(ends, key=GRADES.index)
    )
