"""What a page shows of a resource, decided here so that templates only lay it out.

A view holds ``Text``s (words that know their language), links and flags, never markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from resourcehub.catalog.model import Resource, Status
from resourcehub.catalog.plain import one_line
from resourcehub.languages.locales import Text, format_number
from resourcehub.languages.localize import LocalCatalog, LocalResource
from resourcehub.languages.units import mark
from resourcehub.pages.reach import Reach, reach
from resourcehub.pages.voice import FACT_ICONS, SMALL, Fact, Link, Voice, grade_words, resource_path

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
    "place": mark("In person or by phone"),
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
    over: bool
    last_day: Text | None
    unfinished: bool
    replaced_by: Link | None
    kind: Link
    facts: tuple[Fact, ...]
    reach: Reach | None
    href: str
    listed: bool
    insecure: bool
    failed: bool
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


def view(item: LocalResource, voice: Voice) -> ResourceView:
    """Return what the page and the card of a resource show."""
    r, catalog = item.resource, voice.catalog
    edition = next((e for e in r.editions if voice.understands([e.language])), None)
    spoken = (edition.language,) if edition else r.languages
    stands = r.stands(voice.today)
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
        over=not stands,
        last_day=voice.day(r.expires) if r.status == Status.ACTIVE and r.expires and not stands else None,
        unfinished=item.state == "unfinished",
        replaced_by=_replacement(r, catalog),
        kind=voice.link("kind", r.kind),
        facts=tuple(_facts(r, voice) if stands else map(_unlinked, _facts(r, voice))),
        reach=reach(item, voice) if stands else None,
        href=href,
        listed=edition is None and r.listed_at is not None,
        insecure=href.startswith("http://"),
        failed=href.partition("#")[0] in voice.broken,
        languages=tuple(voice.language(tag) for tag in spoken),
        foreign=bool(href) and not voice.understands(spoken),
        archived=r.archived,
        line=item.line,
        citations=r.citations,
        related=tuple(
            i for i in r.related if i in catalog.resources and catalog.resources[i].resource.stands(voice.today)
        ),
    )


def paragraphs(text: Text | None) -> tuple[Text, ...]:
    """Split a longer text at its blank lines."""
    if text is None:
        return ()
    return tuple(Text(one_line(p), text.locale) for p in text.text.split("\n\n") if p.strip())


def _replacement(resource: Resource, catalog: LocalCatalog) -> Link | None:
    """Return a link to what replaces a resource now: where that was replaced too, to the last of them."""
    new, met = catalog.resources.get(resource.replaced_by or ""), {resource.id}
    while new and new.resource.id not in met and new.resource.replaced_by in catalog.resources:
        met.add(new.resource.id)
        new = catalog.resources[new.resource.replaced_by or ""]
    return Link(new.title, resource_path(new.resource.id)) if new else None


def _facts(r: Resource, voice: Voice) -> Iterator[Fact]:
    _, fact, link = voice.words.get, voice.fact, voice.link
    own = voice.registry[voice.catalog.source]
    yield fact("kind", r.kind, lambda: [link("kind", r.kind)])
    yield fact("audience", r.audiences, lambda: [link("audience", a) for a in r.audiences])
    yield fact("topic", r.topics, lambda: [link("topic", t) for t in r.topics])
    if r.grades:
        yield fact("grades", r.grades, lambda: map(Link, grade_words(r.grades or "", voice.words)))
    if r.languages != r.spoken:  # of a place these are the same, and stand with how to reach it
        yield fact("language", r.languages, lambda: [link("language", t) for t in voice.own_first(r.languages)])
    yield fact("format", (r.format, r.pages, r.minutes, r.megabytes), lambda: map(Link, _format(r, voice)))
    yield fact("cost", r.cost, lambda: [Link(_(COSTS[r.cost]))])
    if login := r.login:
        yield fact("login", login, lambda: [Link(_(LOGINS[login]))])
    if r.publisher:
        yield fact("publisher", r.publisher, lambda: [Link(Text(r.publisher or "", own))])
    if r.authors:
        yield fact("authors", r.authors, lambda: [Link(Text(a, own)) for a in r.authors])
    if r.year:
        yield fact("year", r.year, lambda: [Link(Text(str(r.year), voice.locale))])
    if r.license:
        yield fact("license", r.license, lambda: [Link(Text(r.license or "", own))])
    yield fact("checked" if r.address else "confirmed", r.checked, lambda: [Link(_checked(r, voice))])
    if number := voice.numbers.get(resource_path(r.id)):
        yield fact("number", number, lambda: [Link(Text(number, voice.locale))])


def _checked(r: Resource, voice: Voice) -> Text:
    return voice.day(r.checked) if r.checked else voice.words.get("Not yet checked by a person")


def _unlinked(fact: Fact) -> Fact:
    """A resource that is over stands in no list: its facts lead nowhere."""
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
