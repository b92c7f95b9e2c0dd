"""The lists of resources: all of them, and one for each kind, topic, audience and language; plain pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from resourcehub.languages.locales import Text
from resourcehub.languages.localize import LocalResource
from resourcehub.pages.alphabet import order
from resourcehub.pages.voice import Link, Voice, facet_path

# Cards on a page: with more, a page weighs over 8 kB gzipped in the heaviest languages (tests/site/test_light.py).
PAGE_SIZE = 16
ALL = "resources/"


@dataclass(frozen=True, slots=True)
class Facet:
    """One dimension of the catalog and the lists it leads to, each with its count."""

    name: str
    label: Text
    choices: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of one list. ``path`` is locale-free; ``page`` counts from 1."""

    path: str
    title: Text
    description: Text
    eyebrow: Text | None
    items: tuple[LocalResource, ...]
    total: int
    page: int = 1
    pages: int = 1
    facet: str | None = None
    icon: str | None = None

    @property
    def name(self) -> Text:
        """What it is called away from its own page. The name of a language alone would not say that it is a list."""
        return self.description if self.facet == "language" else self.title

    def at(self, page: int) -> str:
        """Return the path of another page of the same list."""
        first = self.path if self.page == 1 else self.path.removesuffix(f"page/{self.page}/")
        return first if page == 1 else f"{first}page/{page}/"


def active(voice: Voice) -> tuple[LocalResource, ...]:
    """Return what lists show: resources that are not over, those in the reader's words first, then by the catalog."""
    items = [r for r in voice.catalog.resources.values() if r.resource.stands(voice.today)]
    return tuple(sorted(items, key=lambda r: r.title.locale.tag != voice.locale.tag))


def facets(voice: Voice) -> tuple[Facet, ...]:
    """Return the four dimensions with those of their values that hold a resource."""
    _ = voice.words.get
    return (
        _facet("kind", _("Kind"), voice),
        _facet("topic", _("Topic"), voice),
        _facet("audience", _("For whom"), voice),
        _languages(voice, _("Language")),
    )


def values(item: LocalResource, facet: str) -> tuple[str, ...]:
    """Return a resource's values in one dimension."""
    r = item.resource
    return {"kind": (r.kind,), "topic": r.topics, "audience": r.audiences, "language": r.languages}[facet]


def listings(voice: Voice) -> Iterator[Listing]:
    """Yield every page of every list of one locale."""
    _, items = voice.words.get, active(voice)
    title, intro = _("All resources"), _("Every framework, toolkit, report and practice listed on this site.")
    yield from _paged(Listing(ALL, title, intro, None, items, len(items)), voice)
    for facet, eyebrow in (("kind", _("Kind")), ("topic", _("Topic")), ("audience", _("For whom"))):
        for term in voice.catalog.terms(facet).values():
            hits = _having(items, facet, term.id)
            hits = _theirs_first(hits, term.id, voice) if facet == "audience" else hits
            words = (facet_path(facet, term.id), term.heading, term.summary, eyebrow)
            page = Listing(*words, hits, len(hits), facet=facet, icon=term.icon)
            yield from _paged(page, voice) if hits else ()
    for tag in _tags(items, voice):
        hits = _readable(items, tag, voice)
        name = voice.language(tag)
        intro = _("Resources you can read or hear in this language: {language}.", language=name.text)
        page = Listing(facet_path("language", tag), name, intro, _("Language"), hits, len(hits), facet="language")
        yield from _paged(page, voice)


def _having(items: Iterable[LocalResource], facet: str, value: str) -> tuple[LocalResource, ...]:
    return tuple(item for item in items if value in values(item, facet))


def _theirs_first(items: Iterable[LocalResource], audience: str, voice: Voice) -> tuple[LocalResource, ...]:
    """Sort resources for an audience; those in the reader's words stay before the others."""
    return tuple(sorted(items, key=lambda r: (r.title.locale.tag != voice.locale.tag, meant_for(r, audience))))


def meant_for(item: LocalResource, audience: str) -> tuple[bool, int, int]:
    """Return where a resource stands for an audience: for it alone, named first of several, named later, not named."""
    named = item.resource.audiences
    return (False, named.index(audience), len(named)) if audience in named else (True, 0, 0)


def _paged(whole: Listing, voice: Voice) -> Iterator[Listing]:
    pages = max(1, -(-whole.total // PAGE_SIZE))
    yield replace(whole, items=whole.items[:PAGE_SIZE], pages=pages)
    for n in range(2, pages + 1):
        number = voice.words.get("{title}, page {number}", title=whole.title.text, number=n)
        opening = voice.words.get("{title}, page {number}", title=whole.description.text, number=n)
        yield replace(
            whole,
            path=f"{whole.path}page/{n}/",
            title=Text(number.text, whole.title.locale),
            description=Text(opening.text, whole.description.locale),
            items=whole.items[(n - 1) * PAGE_SIZE : n * PAGE_SIZE],
            page=n,
            pages=pages,
        )


def _facet(name: str, label: Text, voice: Voice) -> Facet:
    items = active(voice)
    counted = ((term, len(_having(items, name, term.id))) for term in voice.catalog.terms(name).values())
    return Facet(name, label, tuple((voice.link(name, t.id), n) for t, n in counted if n))


def _languages(voice: Voice, label: Text) -> Facet:
    items = active(voice)
    key = order(voice.locale)
    choices = ((voice.link("language", tag), len(_readable(items, tag, voice))) for tag in _tags(items, voice))
    return Facet("language", label, tuple(sorted(choices, key=lambda choice: key(choice[0].text.text))))


def _tags(items: Iterable[LocalResource], voice: Voice) -> list[str]:
    return sorted({tag for item in items for tag in voice.readings(item.resource.languages)})


def _readable(items: Iterable[LocalResource], reader: str, voice: Voice) -> tuple[LocalResource, ...]:
    """Return what somebody can read who reads one language: its varieties, too, and what leaves its script open."""
    return tuple(item for item in items if any(voice.registry.reads(reader, tag) for tag in item.resource.languages))
