"""The lists of resources: all of them, and one for each kind, topic, audience and language; plain pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from resourcehub.languages.locales import Text
from resourcehub.languages.localize import LocalResource
from resourcehub.pages.alphabet import order
from resourcehub.pages.voice import Link, Voice, facet_path

# Cards on a page: with more, a page weighs over 8 kB gzipped in the heaviest languages (tests/site/test_light.py).
PAGE_SIZE = 13
ALL = "resources/"
_STOPS = ".。։।۔"
# Values of a facet beside a list: up to so many all; of more only the largest, and a page of its own names all.
MOST, LARGEST = 50, 20
# Numbers in a pager: up to so many pages all; of more the first, the last, and those beside the reader.
PAGER = 7

FACETS = ("kind", "topic", "audience", "language")
Items = tuple[LocalResource, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One dimension of the catalog and the lists it leads to, each with its count."""

    name: str
    label: Text
    choices: tuple[tuple[Link, int], ...]

    @property
    def path(self) -> str | None:
        """The page that names all values, where lists name only the largest: else they would grow with each value."""
        return f"{ALL}{self.name}/" if len(self.choices) > MOST else None

    def few(self, path: str) -> tuple[tuple[Link, int], ...]:
        """Return what the list at ``path`` names: all values, or the largest and its own, in their order."""
        if not self.path:
            return self.choices
        largest = sorted(self.choices, key=lambda choice: -choice[1])[:LARGEST]
        named = {link.path for link, _ in largest} | {path}
        return tuple(choice for choice in self.choices if choice[0].path in named)


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

    def pager(self) -> tuple[int | None, ...]:
        """Return the numbers of pages to lead to; None stands where some are left out."""
        if self.pages <= PAGER:
            return tuple(range(1, self.pages + 1))
        near = {1, *range(max(1, self.page - 1), min(self.pages, self.page + 1) + 1), self.pages}
        return tuple(_gaps(sorted(near)))


def _gaps(numbers: Iterable[int]) -> Iterator[int | None]:
    """Yield numbers in their order: one that is missing between two is put in, for more stands None."""
    before = 0
    for number in numbers:
        if number - before == 2:
            yield number - 1
        elif number - before > 2:
            yield None
        yield number
        before = number


def own_names(voice: Voice) -> frozenset[str]:
    """Return the paths of the lists that have a name of their own in the voice's locale."""
    return frozenset(item.path for item in listings(voice) if item.title.locale.tag == voice.locale.tag)


def active(voice: Voice) -> Items:
    """Return what lists show: what is not over, pinned resources first, then those in the reader's words."""
    return voice.once(_active)


def _active(voice: Voice) -> Items:
    items = [r for r in voice.catalog.resources.values() if r.resource.stands(voice.today)]
    return tuple(sorted(items, key=lambda r: (_place(r, voice), r.title.locale.tag != voice.locale.tag)))


def _place(item: LocalResource, voice: Voice) -> int:
    """Return where a resource stands among those that a site puts first; after them all others are one."""
    first = voice.catalog.pinned
    return first.index(item.resource.id) if item.resource.id in first else len(first)


def shelves(voice: Voice) -> Mapping[str, Mapping[str, Items]]:
    """Return what lists show, by facet and value: one way through the catalog, not one for each value."""
    return voice.once(_shelves)


def _shelves(voice: Voice) -> Mapping[str, Mapping[str, Items]]:
    found: dict[str, dict[str, list[LocalResource]]] = {name: {} for name in FACETS}
    readers = _readers(voice)
    for item in active(voice):
        r = item.resource
        places = {"kind": (r.kind,), "topic": r.topics, "audience": r.audiences, "language": readers(r.understood)}
        for name, values in places.items():
            for value in values:
                found[name].setdefault(value, []).append(item)
    return {name: {value: tuple(items) for value, items in shelf.items()} for name, shelf in found.items()}


def _readers(voice: Voice) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return what tells who can read what is in some languages: its varieties, too, and what leaves its script open."""
    known = sorted({tag for item in active(voice) for tag in voice.readings(item.resource.understood)})

    @cache
    def readers(tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(reader for reader in known if any(voice.registry.reads(reader, tag) for tag in tags))

    return readers


def facets(voice: Voice) -> tuple[Facet, ...]:
    """Return the four dimensions with those of their values that hold a resource."""
    return voice.once(_facets)


def _facets(voice: Voice) -> tuple[Facet, ...]:
    _ = voice.words.get
    return (
        _facet("kind", _("Kind"), voice),
        _facet("topic", _("Topic"), voice),
        _facet("audience", _("For whom"), voice),
        _languages(voice, _("Language")),
    )


def listings(voice: Voice) -> tuple[Listing, ...]:
    """Return every page of every list of one locale."""
    return voice.once(_listings)


def _listings(voice: Voice) -> tuple[Listing, ...]:
    return tuple(page for whole in _lists(voice) for page in _paged(whole, voice))


def _lists(voice: Voice) -> Iterator[Listing]:
    """Yield every list as one long page."""
    _, items = voice.words.get, active(voice)
    title, intro = _("All resources"), _("Every framework, toolkit, report and practice listed on this site.")
    yield Listing(ALL, title, intro, None, items, len(items))
    for facet, eyebrow in (("kind", _("Kind")), ("topic", _("Topic")), ("audience", _("For whom"))):
        shelf = shelves(voice)[facet]
        for term in voice.catalog.terms(facet).values():
            if hits := shelf.get(term.id):
                hits = _theirs_first(hits, term.id, voice) if facet == "audience" else hits
                words = (facet_path(facet, term.id), term.heading, term.summary, eyebrow)
                yield Listing(*words, hits, len(hits), facet=facet, icon=term.icon)
    for tag, hits in sorted(shelves(voice)["language"].items()):
        name = voice.language(tag)
        intro = _("Resources you can read or hear in this language: {language}.", language=name.text)
        yield Listing(facet_path("language", tag), name, intro, _("Language"), hits, len(hits), facet="language")


def _theirs_first(items: Iterable[LocalResource], audience: str, voice: Voice) -> Items:
    """Sort resources for an audience; what is pinned, and what is in the reader's words, stays before the others."""
    own = voice.locale.tag
    return tuple(sorted(items, key=lambda r: (_place(r, voice), r.title.locale.tag != own, meant_for(r, audience))))


def meant_for(item: LocalResource, audience: str) -> tuple[bool, int, int]:
    """Return where a resource stands for an audience: for it alone, named first of several, named later, not named."""
    named = item.resource.audiences
    return (False, named.index(audience), len(named)) if audience in named else (True, 0, 0)


def _paged(whole: Listing, voice: Voice) -> Iterator[Listing]:
    pages = max(1, -(-whole.total // PAGE_SIZE))
    yield replace(whole, items=whole.items[:PAGE_SIZE], pages=pages)
    for n in range(2, pages + 1):
        number = voice.words.get("{title}, page {number}", title=whole.title.text, number=n)
        said = whole.description.text.rstrip(_STOPS)  # the number stands in the same sentence
        opening = voice.words.get("{title}, page {number}", title=said, number=n)
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
    shelf = shelves(voice)[name]
    held = (term.id for term in voice.catalog.terms(name).values() if term.id in shelf)
    return Facet(name, label, tuple((voice.link(name, value), len(shelf[value])) for value in held))


def _languages(voice: Voice, label: Text) -> Facet:
    key = order(voice.locale)
    choices = ((voice.link("language", tag), len(items)) for tag, items in sorted(shelves(voice)["language"].items()))
    return Facet("language", label, tuple(sorted(choices, key=lambda choice: key(choice[0].text.text))))
