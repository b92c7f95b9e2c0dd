"""Pages that all languages share: the one for a lost reader, and one for each sheet number."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from resourcehub.catalog.sheets import sheet_address
from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale, Text
from resourcehub.markup.render import Renderer
from resourcehub.markup.shell import Shell
from resourcehub.pages.authored import Frame, base_of


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
