"""The page of a resource: its template is rendered once for each kind of page, then filled in."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from resourcehub.hub import Hub
from resourcehub.languages.locales import Text
from resourcehub.languages.localize import LocalResource
from resourcehub.markup.facts import Facts
from resourcehub.markup.forms import HOLLOWS, Form, Forms, attribute, form, hollow, words
from resourcehub.markup.share import Share, share
from resourcehub.pages.authored import Frame
from resourcehub.pages.reach import message
from resourcehub.pages.views import ResourceView
from resourcehub.pages.voice import Link, resource_path


@dataclass(frozen=True)
class Pages:
    """Makes the main part of resources' pages in one locale."""

    hub: Hub
    facts: Facts
    _forms: Forms = field(default_factory=Forms)
    _cited: dict[tuple[str, ...], str] = field(default_factory=dict)

    def main(self, item: LocalResource, shown: ResourceView, base: str) -> str:
        """Return what stands on the page of a resource, from which ``base`` leads to the root of the site."""
        related, cited = self._related(shown), self._sources(shown.citations)
        source = self.hub.settings.source_href(item.file or self.hub.settings.catalog, item.line)
        way = self._way(shown)
        made = self._form(shown, base, bool(cited), bool(related), bool(source), bool(way))
        return made.fill(
            self.facts.kind(shown.kind, linked=True),
            *(words(text.text) if text else "" for text in (shown.title, shown.original, shown.summary)),
            shown.path,
            attribute(shown.href),
            attribute(shown.archived or ""),
            self.facts.paragraphs(shown.details),
            self.facts.lines(shown),
            cited,
            related,
            attribute(source or ""),
            *(attribute(link) for link in ((way.text, way.whatsapp, way.mail) if way else ())),
        )

    def _form(self, shown: ResourceView, base: str, *there: bool) -> Form:
        """Return the form of a page. What is rare has none that could be used again: places, and what is over."""
        if shown.over or shown.reach:
            return form(self._hollow(shown, base, *there))
        return self._forms.get((_shape(shown), base, there), lambda: self._hollow(shown, base, *there))

    def _hollow(self, shown: ResourceView, base: str, cited: bool, related: bool, source: bool, way: bool) -> Markup:
        emptied = replace(
            shown,
            title=Text(HOLLOWS[1], shown.title.locale),
            original=shown.original and Text(HOLLOWS[2], shown.original.locale),
            summary=Text(HOLLOWS[3], shown.summary.locale),
            href=shown.href and HOLLOWS[5],
            archived=shown.archived and HOLLOWS[6],
        )
        frame = replace(Frame.hollow(lambda name: name), base=base, path=HOLLOWS[4])
        return self._page(
            frame,
            emptied,
            kind=hollow(0),
            details=hollow(7) if shown.details else "",
            facts=hollow(8),
            cited=hollow(9) if cited else "",
            related=hollow(10) if related else "",
            source_href=HOLLOWS[11] if source else None,
            way=Share(*HOLLOWS[12:15]) if way else None,
        )

    def _related(self, shown: ResourceView) -> str:
        known = self.facts.voice.catalog.resources
        return self.facts.related(Link(known[i].title, resource_path(i)) for i in shown.related)

    def _sources(self, keys: tuple[str, ...]) -> str:
        """Return a list of sources; many resources share one."""
        if keys and keys not in self._cited:
            render = self.facts.renderer.macro("partials/sources.html", "sources")
            self._cited[keys] = str(render(self.hub.sources(keys)))
        return self._cited[keys] if keys else ""

    def _way(self, shown: ResourceView) -> Share | None:
        voice = self.facts.voice
        full = self.hub.full_address(voice.locale.tag, shown.path)
        return share(shown.title.text, full, *message(self.hub.settings.contact, voice, shown.reach)) if full else None

    @cached_property
    def _page(self) -> Callable[..., Markup]:
        return self.facts.renderer.macro("partials/resource.html", "page")


def _shape(shown: ResourceView) -> Hashable:
    """Return all that decides what stands on a page besides its words."""
    texts = (shown.title, shown.original, shown.summary)
    said = (shown.translated, shown.machine, shown.stale, shown.unfinished, shown.listed, shown.insecure, shown.failed)
    there = (bool(shown.href), bool(shown.archived), bool(shown.details))
    named = tuple(name.text for name in shown.languages) if shown.foreign else None
    return (*(text and text.locale.tag for text in texts), said, there, named)
