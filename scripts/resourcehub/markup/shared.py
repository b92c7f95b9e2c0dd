"""Pages that all languages share: the one for a lost reader, and one for each sheet number."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from resourcehub.catalog.sheets import sheet_address
from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale, Text
from resourcehub.markup.render import Renderer
from resourcehub.markup.shell import Shell
from resourcehub.markup.stamp import Stamped
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


def sheet_pages(hub: Hub, renderer: Renderer, shell: Shell) -> Iterator[Callable[[], Stamped]]:
    """Yield what makes the page of each sheet number: its links lead to that sheet in each language.

    A site without its source language has no first page of its own: there, too, stand links to each language.
    """
    settings = hub.settings
    _ = hub.words[settings.published[0]].get
    sheets = _Sheets(hub, renderer, shell, {tag: hub.titles(tag) for tag in settings.published})
    for number, path in hub.sheets.items():
        yield partial(sheets.page, sheet_address(number), _("Sheet {number}", number=number), path)
    if settings.source not in settings.published:
        yield partial(sheets.page, "", _("Read this site in your language"), "")


@dataclass(frozen=True)
class _Sheets:
    hub: Hub
    renderer: Renderer
    shell: Shell
    titles: Mapping[str, Mapping[str, Text]]

    def page(self, address: str, title: Text, path: str) -> Stamped:
        """Return the page at ``address``, which leads to what stands at ``path`` in each language."""
        choices = [choice for tag in self.titles if (choice := self._choice(tag, path))]
        first = choices[0].title if choices else None
        description = Text(f"{title.text} · {first.text}", first.locale) if first else title
        url = self.hub.settings.site_url
        paper = self.renderer.paper(url + address, None) if url else Markup()
        frame = Frame.of(title, description, base_of(address), path if choices else "", self._head, paper)
        main = self._main(frame, title, choices)
        return Stamped(address, self.shell.fill({**frame.slots(), "main": main}))

    def _choice(self, tag: str, path: str) -> Choice | None:
        title = self.titles[tag].get(path)
        return Choice(self.hub.registry[tag], title, self.hub.settings.prefix(tag)) if title else None

    @cached_property
    def _main(self) -> Callable[..., Markup]:
        return self.renderer.macro("partials/sheet.html", "page")

    @cached_property
    def _head(self) -> Markup:
        return self.renderer.head(robots="noindex", canonical=None, alternates=())


def _greeting(hub: Hub, tag: str) -> Greeting:
    _ = hub.words[tag].get
    return Greeting(
        hub.registry[tag],
        _("Page not found"),
        _("This page does not exist, or it has moved."),
        _("Go to the first page"),
        hub.settings.prefix(tag),
    )
