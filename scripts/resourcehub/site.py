"""The parts of a page that are the same all over one locale: names, menus, languages, foot; and its stamped pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from resourcehub import __version__
from resourcehub.browse import Facet, Listing, active, facets, listings
from resourcehub.hub import Contact, Hub
from resourcehub.locales import Locale, Text
from resourcehub.localize import LocalResource
from resourcehub.pages import Frame, base_of, in_locale, path_of
from resourcehub.render import Renderer
from resourcehub.shell import Shell, slot
from resourcehub.views import Fact, Link, ResourceView, Voice, resource_path, view


@dataclass(frozen=True, slots=True)
class Language:
    """A locale of the site and the folder its pages live in (``es/``; the source language lives at the root)."""

    locale: Locale
    prefix: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What the frame of every page of one locale shows."""

    name: Text
    prefix: str
    source: Locale
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    languages: tuple[Language, ...]
    contact: Contact | None
    facets: tuple[Facet, ...]
    stylesheets: tuple[str, ...]
    script: str
    favicon: str
    logo: str | None
    version: str
    built: Text


@dataclass(frozen=True, slots=True)
class Look:
    """Addresses of the files that dress a page, relative to the root of the site."""

    stylesheets: tuple[str, ...]
    script: str
    favicon: str
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class Stamped:
    """A page that MkDocs does not write: its address below the site's root and its HTML."""

    address: str
    html: str


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the page for a lost reader says in one language."""

    locale: Locale
    title: Text
    text: Text
    home: Text
    prefix: str


def chrome(hub: Hub, voice: Voice, name: Text, look: Look, built: date) -> Chrome:
    """Return the constant parts of a locale's pages. ``built`` is the day shown in the foot."""
    settings = hub.settings
    return Chrome(
        name=name,
        prefix=settings.prefix(voice.locale.tag),
        source=hub.registry[settings.source],
        menu=tuple(_entry(key, hub, voice) for key in settings.menu),
        footer=tuple(_entry(key, hub, voice) for key in settings.footer),
        languages=tuple(Language(hub.registry[t], settings.prefix(t)) for t in settings.locales),
        contact=settings.contact,
        facets=facets(voice),
        stylesheets=look.stylesheets,
        script=look.script,
        favicon=look.favicon,
        logo=look.logo,
        version=__version__,
        built=voice.day(built),
    )


def _entry(key: str, hub: Hub, voice: Voice) -> Link:
    if key == "resources/index.md":
        return Link(voice.words.get("Resources"), path_of(key))
    document = in_locale(key, hub.documents, voice)
    return Link(Text(document.meta.menu or document.meta.title, hub.registry[document.locale]), path_of(key))


def newest(voice: Voice, most: int = 3) -> list[ResourceView]:
    """Return the resources added last, the latest first."""
    items = sorted(active(voice), key=lambda item: item.resource.added, reverse=True)
    return [view(item, voice) for item in items[:most]]


def paths(voice: Voice) -> Iterator[str]:
    """Yield the locale-free address of every stamped page."""
    yield from (resource_path(i) for i in voice.catalog.resources)
    yield from (listing.path for listing in listings(voice))


@dataclass(frozen=True)
class Stamper:
    """Stamps the pages of one locale from its shell."""

    hub: Hub
    voice: Voice
    renderer: Renderer
    shell: Shell

    def pages(self) -> Iterator[Stamped]:
        """Yield every page of the catalog: one per resource, then every list."""
        for item in self.voice.catalog.resources.values():
            yield self.resource(item)
        for listing in listings(self.voice):
            yield self.listing(listing)

    def resource(self, item: LocalResource) -> Stamped:
        """Return the page of one resource."""
        shown = self._view(item)
        related = [self.voice.catalog.resources[i] for i in shown.related]
        return self._stamp(
            "partials/resource.html",
            resource_path(shown.id),
            shown.title,
            shown.summary,
            self.hub.speaking(item.resource.id),
            resource=shown,
            facts=self._facts(shown, base_of(self._address(shown.path))),
            related=[Link(r.title, resource_path(r.resource.id)) for r in related],
            sources=self.hub.sources(shown.citations),
            source_href=self.hub.settings.source_href(self.hub.settings.catalog, item.line),
        )

    def listing(self, listing: Listing) -> Stamped:
        """Return one page of one list."""
        return self._stamp(
            "partials/listing.html",
            listing.path,
            listing.title,
            listing.description,
            self.hub.naming(listing.path),
            listing=listing,
            cards=[self._card(item, base_of(self._address(listing.path))) for item in listing.items],
        )

    def _card(self, item: LocalResource, base: str) -> Markup:
        """Return a resource's card for a page from which ``base`` leads to the root. Rendered once, then filled."""
        card = self._cards.get(item.resource.id)
        if card is None:
            frame = Frame.hollow(slot)
            card = self.renderer.fragment("partials/card.html", frame=frame, resource=self._view(item))
            self._cards[item.resource.id] = card
        return Markup(card.replace(slot("base"), base))  # noqa: S704 - rendered above; base is made of dots

    def _facts(self, shown: ResourceView, base: str) -> Markup:
        """Return the lines about a resource. Most stand on many pages: each is made once, then filled."""
        root, lines = slot("base") + self.hub.settings.prefix(self.voice.locale.tag), []
        for fact in shown.facts:
            key = (fact.name, *[(v.text.text, v.text.locale.tag, v.path) for v in fact.values])
            if (line := self._lines.get(key)) is None:
                line = self._lines[key] = self._line(fact, root)
            lines.append(line)
        return Markup("".join(lines).replace(slot("base"), base))  # noqa: S704 - rendered above

    @cached_property
    def _line(self) -> Callable[[Fact, str], Markup]:
        return self.renderer.macro("partials/fact.html", "line")

    @cached_property
    def _lines(self) -> dict[tuple[object, ...], Markup]:
        return {}

    @cached_property
    def _cards(self) -> dict[str, Markup]:
        return {}

    @cached_property
    def _views(self) -> dict[str, ResourceView]:
        return {i: view(item, self.voice) for i, item in self.voice.catalog.resources.items()}

    def _view(self, item: LocalResource) -> ResourceView:
        return self._views[item.resource.id]

    def _address(self, path: str) -> str:
        return self.hub.settings.prefix(self.voice.locale.tag) + path

    def _stamp(
        self, template: str, path: str, title: Text, summary: Text, speaking: Sequence[str], **values: object
    ) -> Stamped:
        address = self._address(path)
        head = self.renderer.fragment("partials/head.html", **self.hub.head(self.voice.locale.tag, path, speaking))
        frame = Frame.of(title, summary, base_of(address), path, head, Markup())
        main = self.renderer.fragment(template, frame=frame, **values)
        return Stamped(address, self.shell.fill({**frame.slots(), "main": main}))


def not_found(hub: Hub, renderer: Renderer, shell: Shell) -> str:
    """Return the page for a lost reader, greeting in every language. It works at any depth: its links are absolute."""
    greetings = [_greeting(hub, tag) for tag in hub.settings.locales]
    first = greetings[0]
    head = renderer.fragment("partials/head.html", robots="noindex", canonical=None, alternates=())
    frame = Frame.of(first.title, first.text, hub.settings.site_path, "", head, Markup())
    main = renderer.fragment("partials/not-found.html", frame=frame, greetings=greetings)
    return shell.fill({**frame.slots(), "main": main})


def _greeting(hub: Hub, tag: str) -> Greeting:
    _ = hub.words[tag].get
    return Greeting(
        hub.registry[tag],
        _("Page not found"),
        _("This page does not exist, or it has moved."),
        _("Go to the first page"),
        hub.settings.prefix(tag),
    )
