"""The parts of a page that are the same all over one locale: names, menus, foot; and the page for a lost reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from resourcehub import __version__
from resourcehub.browse import Facet, active, facets, listings, meant_for
from resourcehub.hub import Hub
from resourcehub.locales import Locale, Text
from resourcehub.options import Contact, Statistics
from resourcehub.pages import Frame, base_of, in_locale, path_of
from resourcehub.render import Renderer
from resourcehub.sheets import sheet_address
from resourcehub.shell import Shell
from resourcehub.views import ResourceView, view
from resourcehub.voice import OWN, Link, Voice, resource_path


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
    original: bool
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    languages: tuple[Language, ...]
    contact: Contact | None
    statistics: Statistics | None
    facets: tuple[Facet, ...]
    look: "Look"
    early: Markup
    policy: str | None
    version: str
    built: Text


@dataclass(frozen=True, slots=True)
class Look:
    """Addresses of the files that dress a page, relative to the root of the site."""

    style: str
    signs: str
    script: str
    search: str
    favicon: str
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the page for a lost reader says in one language."""

    locale: Locale
    title: Text
    text: Text
    home: Text
    prefix: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A sheet in one language, on the page of its number."""

    locale: Locale
    title: Text
    prefix: str


def chrome(hub: Hub, voice: Voice, name: Text, look: Look, built: date, early: Markup, policy: str | None) -> Chrome:
    """Return the constant parts of a locale's pages.

    ``built`` is the day shown in the foot, ``early`` the script that runs before anything is drawn, ``policy`` what
    the page may load (None: no policy, for a preview that reloads by a script of its own).
    """
    settings = hub.settings
    return Chrome(
        name=name,
        prefix=settings.prefix(voice.locale.tag),
        source=hub.registry[settings.source],
        original=settings.source in settings.published,
        menu=tuple(_entry(key, hub, voice) for key in settings.menu),
        footer=tuple(_entry(key, hub, voice) for key in settings.footer),
        languages=tuple(Language(hub.registry[t], settings.prefix(t)) for t in settings.published),
        contact=settings.contact,
        statistics=settings.statistics,
        facets=facets(voice),
        look=look,
        early=early,
        policy=policy,
        version=__version__,
        built=voice.day(built),
    )


def _entry(key: str, hub: Hub, voice: Voice) -> Link:
    if key == "resources/index.md":
        return Link(voice.words.get("Resources"), path_of(key))
    document = in_locale(key, hub.documents, voice)
    return Link(Text(document.meta.menu or document.meta.title, hub.registry[document.locale]), path_of(key))


def newest(voice: Voice, most: int = 3) -> list[ResourceView]:
    """Return the resources added last, the latest first; of one day, those most for families."""
    items = sorted(active(voice), key=lambda r: (-r.resource.added.toordinal(), meant_for(r, "families")))
    return [view(item, voice) for item in items[:most]]


def paths(voice: Voice) -> Iterator[str]:
    """Yield the locale-free address of every stamped page."""
    yield from (resource_path(i) for i in voice.catalog.resources)
    yield from (listing.path for listing in listings(voice))
    yield from OWN


def addresses(hub: Hub, voice: Voice) -> list[str]:
    """Return the address below the root of every page of one locale, authored and stamped."""
    authored = (path_of(d.key) for d in hub.documents if d.locale == voice.catalog.source)
    return [hub.settings.prefix(voice.locale.tag) + path for path in (*authored, *paths(voice))]


def entries(hub: Hub, voice: Voice) -> Iterator[Link]:
    """Yield a link to every resource that lists show, and to every authored page but the first and hidden ones."""
    yield from (Link(item.title, resource_path(item.resource.id)) for item in active(voice))
    for document in hub.documents:
        if document.locale == voice.catalog.source and document.key != "index.md" and not document.meta.noindex:
            own = in_locale(document.key, hub.documents, voice)
            yield Link(Text(own.meta.title, hub.registry[own.locale]), path_of(own.key))


def offline_paths(hub: Hub, voice: Voice) -> list[str]:
    """Return the locale-free addresses of the pages a reader may keep: home, other authored pages, resources."""
    authored = [d for d in hub.documents if d.locale == voice.catalog.source and d.meta.offline and not d.meta.noindex]
    return [
        *sorted(path_of(d.key) for d in authored),
        *(resource_path(item.resource.id) for item in active(voice)),
    ]


def not_found(hub: Hub, renderer: Renderer, shell: Shell) -> str:
    """Return the page for a lost reader, greeting in every language. It works at any depth: its links are absolute."""
    greetings = [_greeting(hub, tag) for tag in hub.settings.published]
    first = greetings[0]
    head = renderer.head(robots="noindex", canonical=None, alternates=())
    frame = Frame.of(first.title, first.text, hub.settings.site_path, "", head)
    main = renderer.fragment("partials/not-found.html", frame=frame, greetings=greetings)
    return shell.fill({**frame.slots(), "main": main})


def sheet_pages(hub: Hub, renderer: Renderer, shell: Shell) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of a page for each sheet number: its links lead to that sheet in each language.

    A site without its source language has no first page of its own: there, too, stand links to each language.
    """
    settings = hub.settings
    titles = {tag: hub.titles(tag) for tag in settings.published}
    _ = hub.words[settings.published[0]].get
    pages = [(sheet_address(n), _("Sheet {number}", number=n), path) for n, path in hub.sheets.items()]
    if settings.source not in settings.published:
        pages.append(("", _("Read this site in your language"), ""))
    head = renderer.head(robots="noindex", canonical=None, alternates=())
    for address, title, path in pages:
        choices = [Choice(hub.registry[t], titles[t][path], settings.prefix(t)) for t in titles if path in titles[t]]
        first = choices[0].title if choices else None
        description = Text(f"{title.text} · {first.text}", first.locale) if first else title
        paper = renderer.paper(settings.site_url + address, None) if settings.site_url else Markup()
        frame = Frame.of(title, description, base_of(address), path if choices else "", head, paper)
        main = renderer.fragment("partials/sheet.html", frame=frame, title=title, choices=choices)
        yield address, shell.fill({**frame.slots(), "main": main})


def _greeting(hub: Hub, tag: str) -> Greeting:
    _ = hub.words[tag].get
    return Greeting(
        hub.registry[tag],
        _("Page not found"),
        _("This page does not exist, or it has moved."),
        _("Go to the first page"),
        hub.settings.prefix(tag),
    )
