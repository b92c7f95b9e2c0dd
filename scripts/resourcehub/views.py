"""What a page shows of a resource, decided here so that templates only lay it out.

A view holds ``Text``s (words that know their language), links and flags, never markup.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from resourcehub.fields import GRADES
from resourcehub.locales import Locale, Registry, Text, format_date, format_number, language_name
from resourcehub.localize import LocalCatalog, LocalResource
from resourcehub.messages import Words, mark
from resourcehub.model import Resource

FORMATS = {
    "web-page": mark("Web page"),
    "website": mark("Website"),
    "pdf": mark("PDF"),
    "document": mark("Document"),
    "video": mark("Video"),
    "audio": mark("Audio"),
    "survey": mark("Survey"),
    "app": mark("App"),
    "course": mark("Course"),
}
COSTS = {
    "free": mark("Free"),
    "partly-free": mark("Partly free"),
    "paid": mark("Costs money"),
    "unknown": mark("Not known"),
}
LOGINS = {
    "none": mark("Not needed"),
    "free-account": mark("A free account is needed"),
    "required": mark("Needed"),
}
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
    "number": mark("Sheet number"),
}
# What decides for a reader stands first on a card, with pictures for the labels: there is little room.
FACT_ICONS = {
    "audience": "account-multiple-outline",
    "language": "translate",
    "format": "file-outline",
    "cost": "tag-outline",
    "login": "login",
}
# What a card tells in small print below that.
SMALL = ("publisher", "year", "checked", "number")
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


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line about a resource. ``name`` is its place in templates and styles."""

    name: str
    label: Text
    values: tuple[Link, ...]

    @property
    def icon(self) -> str | None:
        """The picture that stands for its label on a card."""
        return FACT_ICONS.get(self.name)

    @property
    def few(self) -> tuple[Link, ...]:
        """The values that a card has room for: the first five, or all where one more would be told by number."""
        return self.values if len(self.values) <= FEW + 1 else self.values[:FEW]

    @property
    def more(self) -> int:
        """How many values a card leaves out."""
        return len(self.values) - len(self.few)


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource as a page or a card shows it, in one locale."""

    id: str
    path: str
    title: Text
    summary: Text
    details: tuple[Text, ...]
    original: Text | None
    translated: bool
    machine: bool
    stale: bool
    status: str
    replaced_by: Link | None
    kind: Link
    facts: tuple[Fact, ...]
    href: str
    listed: bool
    insecure: bool
    languages: tuple[Text, ...]
    foreign: bool
    archived: str | None
    line: int
    citations: tuple[str, ...]
    related: tuple[str, ...]

    @property
    def first(self) -> tuple[Fact, ...]:
        """The facts of a card that decide: for whom, in which languages, what it costs."""
        return tuple(fact for fact in self.facts if fact.name in FACT_ICONS)

    @property
    def second(self) -> tuple[Fact, ...]:
        """The facts of a card in small print: who made it and when, whether it was checked, its number."""
        return tuple(fact for fact in self.facts if fact.name in SMALL)


@dataclass(frozen=True)
class Voice:
    """Everything needed to speak about resources in one locale; ``numbers``: sheet numbers by address."""

    words: Words
    registry: Registry
    catalog: LocalCatalog
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def locale(self) -> Locale:
        """The locale of the page."""
        return self.words.locale

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
            path = facet_path(facet, value)
            if facet == "language":
                self.links[key] = Link(self.language(value), path)
            else:
                term = self.catalog.terms(facet)[value]
                self.links[key] = Link(term.title, path, term.icon)
        return self.links[key]

    @cached_property
    def _grades(self) -> dict[str, tuple[Link, ...]]:
        return {}

    def grades(self, grades: str) -> tuple[Link, ...]:
        """Return the one grade or the two ends of a range in words; looked up once, for there are few."""
        if grades not in self._grades:
            self._grades[grades] = tuple(map(Link, grade_words(grades, self.words)))
        return self._grades[grades]

    def fact(self, name: str, *values: Link) -> Fact:
        """Return a labelled line."""
        return Fact(name, self.labels[name], values)

    def language(self, tag: str) -> Text:
        """Return a language's name in the reader's language, or in its own where that is unknown.

        It stands alone on a page, so it begins with a capital where the script has them.
        """
        if name := language_name(tag, self.locale):
            return Text(name[0].upper() + name[1:], self.locale)
        own = self.registry[tag]
        return Text(own.name, own)

    def day(self, day: date) -> Text:
        """Return a date as the reader's language writes it."""
        return Text(format_date(day, self.locale), self.locale)


def resource_path(resource_id: str) -> str:
    """Return the locale-free path of a resource's page. It is for ever."""
    return f"resources/{resource_id}/"


def facet_path(facet: str, value: str) -> str:
    """Return the locale-free path of the list of resources that share a kind, topic, audience or language."""
    return f"resources/{facet}/{value}/"


def understands(tags: Iterable[str], locale: Locale) -> bool:
    """Say whether a reader of ``locale`` can read one of ``tags``: the same tag, or one without a script named.

    ``zh`` (script not stated) suits both scripts; ``zh-Hant`` does not suit a reader of ``zh-Hans``.
    """
    return any(tag == locale.tag or tag == locale.tag.split("-")[0] for tag in tags)


def own_first(tags: Iterable[str], locale: Locale) -> list[str]:
    """Sort a reader's own language before the others, which stay in their order."""
    return sorted(tags, key=lambda tag: not understands([tag], locale))


def view(item: LocalResource, voice: Voice) -> ResourceView:
    """Return what the page and the card of a resource show."""
    r, catalog = item.resource, voice.catalog
    edition = next((e for e in r.editions if understands([e.language], voice.locale)), None)
    spoken = (edition.language,) if edition else r.languages
    href = edition.url if edition else r.address
    return ResourceView(
        id=r.id,
        path=resource_path(r.id),
        title=item.title,
        summary=item.summary,
        details=paragraphs(item.details),
        original=item.original,
        translated=item.title.locale.tag == voice.locale.tag,
        machine=item.machine,
        stale=item.state == "stale",
        status=r.status,
        replaced_by=_replacement(r, catalog),
        kind=voice.link("kind", r.kind),
        facts=tuple(_facts(r, voice) if r.status == "active" else map(_unlinked, _facts(r, voice))),
        href=href,
        listed=edition is None and r.url is None,
        insecure=href.startswith("http://"),
        languages=tuple(voice.language(tag) for tag in spoken),
        foreign=not understands(spoken, voice.locale),
        archived=r.archived,
        line=item.line,
        citations=r.citations,
        related=tuple(other for other in r.related if other in catalog.resources),
    )


def paragraphs(text: Text | None) -> tuple[Text, ...]:
    """Split a longer text at its blank lines."""
    if text is None:
        return ()
    return tuple(Text(" ".join(p.split()), text.locale) for p in text.text.split("\n\n") if p.strip())


def _replacement(resource: Resource, catalog: LocalCatalog) -> Link | None:
    new = catalog.resources.get(resource.replaced_by or "")
    return Link(new.title, resource_path(new.resource.id)) if new else None


def _facts(r: Resource, voice: Voice) -> Iterator[Fact]:
    _, fact = voice.words.get, voice.fact
    own = voice.registry[voice.catalog.source]
    yield fact("kind", voice.link("kind", r.kind))
    yield fact("audience", *(voice.link("audience", a) for a in r.audiences))
    yield fact("topic", *(voice.link("topic", t) for t in r.topics))
    if r.grades:
        yield fact("grades", *voice.grades(r.grades))
    yield fact("language", *(voice.link("language", t) for t in own_first(r.languages, voice.locale)))
    yield fact("format", *map(Link, _format(r, voice)))
    yield fact("cost", Link(_(COSTS[r.cost])))
    if r.login:
        yield fact("login", Link(_(LOGINS[r.login])))
    yield fact("publisher", Link(Text(r.publisher, own)))
    if r.authors:
        yield fact("authors", *(Link(Text(a, own)) for a in r.authors))
    if r.year:
        yield fact("year", Link(Text(str(r.year), voice.locale)))
    if r.license:
        yield fact("license", Link(Text(r.license, own)))
    yield fact("checked", Link(voice.day(r.checked) if r.checked else _("Not yet checked by a person")))
    if number := voice.numbers.get(resource_path(r.id)):
        yield fact("number", Link(Text(number, voice.locale)))


def _unlinked(fact: Fact) -> Fact:
    """A retired resource stands in no list: its facts lead nowhere."""
    return replace(fact, values=tuple(Link(value.text) for value in fact.values))


def _format(r: Resource, voice: Voice) -> Iterator[Text]:
    words = voice.words
    yield words.get(FORMATS[r.format])
    if r.pages:
        yield words.plural("{count} page", "{count} pages", r.pages)
    if r.minutes:
        yield words.plural("{count} minute", "{count} minutes", r.minutes)
    if r.megabytes:
        yield words.get("{size} MB", size=format_number(r.megabytes, voice.locale))


def grade_words(grades: str, words: Words) -> tuple[Text, ...]:
    """Return the one grade or the two ends of a range in words: ``K-12`` -> Kindergarten, Grade 12."""
    ends = dict.fromkeys(grades.split("-"))
    return tuple(
        words.get(GRADE_WORDS[g]) if g in GRADE_WORDS else words.get("Grade {number}", number=g)
        for g in sorted(ends, key=GRADES.index)
    )
