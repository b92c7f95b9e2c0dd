"""Stamps the pages of the catalog in one locale: one per resource and one per page of each list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale, Text, format_number
from resourcehub.languages.localize import LocalResource
from resourcehub.markup.cards import Cards
from resourcehub.markup.facts import Facts
from resourcehub.markup.forms import HOLLOWS, Forms, attribute
from resourcehub.markup.render import Renderer
from resourcehub.markup.resource import Pages
from resourcehub.markup.shell import Shell
from resourcehub.pages.alphabet import letters
from resourcehub.pages.authored import base_of
from resourcehub.pages.browse import ALL, Facet, Listing, facets, listings
from resourcehub.pages.filters import filters
from resourcehub.pages.inventory import entries
from resourcehub.pages.views import ResourceView, view
from resourcehub.pages.voice import ALPHABET, KEEP, OWN, SEARCH, Link, Voice, index_path, resource_path


@dataclass(frozen=True, slots=True)
class Stamped:
    """A page that MkDocs does not write: its address below the site's root and its HTML."""

    address: str
    html: str


@dataclass(frozen=True)
class Stamper:
    """Stamps the pages of one locale from its shell."""

    hub: Hub
    voice: Voice
    renderer: Renderer
    shell: Shell

    def pages(self) -> Iterator[Callable[[], Stamped]]:
        """Yield what makes each page of the catalog: resources, lists, the page of results, the lists from A to Z."""
        for item in self.voice.catalog.resources.values():
            yield partial(self.resource, item)
        for listing in listings(self.voice):
            yield partial(self.listing, listing)
        yield self.search
        yield self.alphabet
        for facet in facets(self.voice):
            if facet.path:
                yield partial(self.facet, facet)

    def at(self, path: str) -> Stamped | None:
        """Return the page of the catalog at a path below the locale's folder, or None where there is none."""
        if item := next((item for i, item in self.voice.catalog.resources.items() if resource_path(i) == path), None):
            return self.resource(item)
        if path in (SEARCH, ALPHABET):
            return self.search() if path == SEARCH else self.alphabet()
        if found := next((facet for facet in facets(self.voice) if facet.path == path), None):
            return self.facet(found)
        listing = next((listing for listing in listings(self.voice) if listing.path == path), None)
        return self.listing(listing) if listing else None

    def resource(self, item: LocalResource) -> Stamped:
        """Return the page of one resource."""
        shown = self._view(item)
        speaking = self.hub.speaking(shown.id)
        return self._stamp(
            shown.path, shown.title, shown.summary, speaking, lambda base: self._pages.main(item, shown, base)
        )

    def listing(self, listing: Listing) -> Stamped:
        """Return one page of one list."""
        way = base_of(listing.path.removeprefix(ALL))
        cards = self._cards.all(map(self._view, listing.items), way)
        number = self.voice.numbers.get(listing.at(1))
        return self._stamp(
            listing.path,
            listing.title,
            listing.description,
            self.hub.naming(listing.path),
            lambda _: self._list(way, listing, self._facets(listing, way), cards, number),
            sheet=listing.at(1),
        )

    def search(self) -> Stamped:
        """Return the page of search results. It is empty until its script has asked the index."""
        title, settings = self.voice.words.get(OWN[SEARCH]), self.hub.settings
        base, here = base_of(self._address(SEARCH)), self.voice.locale.tag
        second = (
            None
            if here == settings.source or settings.source not in settings.published
            else base + index_path(settings.prefix(settings.source))
        )
        return self._stamp(
            SEARCH,
            title,
            self.voice.words.get("Search this site"),
            (),
            lambda _: self.renderer.fragment(
                "partials/search.html",
                base=base,
                title=title,
                facets=filters(self.voice),
                topics=next((facet.few(SEARCH) for facet in facets(self.voice) if facet.name == "topic"), ()),
                index=base + index_path(settings.prefix(here)),
                second=second,
                alphabet=ALPHABET,
                number=self.voice.numbers.get(SEARCH),
            ),
        )

    def alphabet(self) -> Stamped:
        """Return the list of everything in the order of the reader's alphabet."""
        _ = self.voice.words.get
        lead = _("All resources and pages of this site in the order of the alphabet.")
        return self._letters(ALPHABET, _(OWN[ALPHABET]), lead, entries(self.hub.documents, self.voice))

    def facet(self, facet: Facet) -> Stamped:
        """Return the list of all values of a facet, where lists name only the largest."""
        lead = self.voice.words.get("Choose one to see what there is for it.")
        return self._letters(facet.path or "", self.voice.labels[facet.name], lead, (link for link, _ in facet.choices))

    def _letters(self, path: str, title: Text, lead: Text, links: Iterable[Link]) -> Stamped:
        """Return a list in the order of the reader's alphabet."""
        return self._stamp(
            path,
            title,
            lead,
            self.hub.settings.published,
            lambda base: self.renderer.fragment(
                "partials/alphabet.html",
                base=base,
                title=title,
                lead=lead,
                letters=letters(links, self.voice.locale),
                number=self.voice.numbers.get(path),
            ),
        )

    def keep(self, kept: int, file: int) -> Stamped:
        """Return the page that offers to keep this language; sizes in bytes."""
        _, here = self.voice.words.get, self.voice.locale
        title, lead = _(OWN[KEEP]), _("For the bus, the waiting room, or when your data has run out.")
        sizes = [format_number(max(round(size / 1e6, 1), 0.1), here) for size in (kept, file)]
        return self._stamp(
            KEEP,
            title,
            lead,
            (),
            lambda base: self.renderer.fragment(
                "partials/keep.html",
                base=base,
                title=title,
                lead=lead,
                kept=sizes[0],
                file=sizes[1],
                name=f"hub-{here.tag}.html",
                number=self.voice.numbers.get(KEEP),
            ),
        )

    def _facets(self, listing: Listing, way: str) -> Markup:
        """Return what leads from a list to others: the same on all its pages that are as deep."""
        key = (listing.at(1), way)
        if key not in self._ways:
            values = {"way": way, "path": listing.at(1), "facets": facets(self.voice)}
            self._ways[key] = self.renderer.fragment("partials/facets.html", **values)
        return self._ways[key]

    @cached_property
    def _ways(self) -> dict[tuple[str, str], Markup]:
        return {}

    @cached_property
    def _facts(self) -> Facts:
        return Facts(self.renderer, self.voice)

    @cached_property
    def _cards(self) -> Cards:
        return Cards(self._facts)

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self.hub, self._facts)

    @cached_property
    def _list(self) -> Callable[..., Markup]:
        return self.renderer.macro("partials/listing.html", "page")

    @cached_property
    def _views(self) -> dict[str, ResourceView]:
        return {}

    def _view(self, item: LocalResource) -> ResourceView:
        if (found := self._views.get(item.resource.id)) is None:
            found = self._views[item.resource.id] = view(item, self.voice)
        return found

    def _address(self, path: str) -> str:
        return self.hub.settings.prefix(self.voice.locale.tag) + path

    def _stamp(
        self,
        path: str,
        title: Text,
        summary: Text,
        speaking: Sequence[str],
        main: Callable[[str], str],
        sheet: str | None = None,
    ) -> Stamped:
        """Fill the shell; ``main`` is told what leads from the page to the root of the site.

        ``sheet`` is the page whose number goes onto the paper, if not that at ``path``.
        """
        address = self._address(path)
        base, full = base_of(address), self.hub.full_address(self.voice.locale.tag, path)
        values = {
            "title": title.text,
            "description": summary.text,
            "path": path,
            "head": self._head(path, speaking),
            "paper": self.renderer.paper(full, self.voice.numbers.get(sheet or path)) if full else Markup(),
            "main": Markup(main(base)),  # noqa: S704 - rendered
        }
        return Stamped(address, self._shell(base, title.locale, summary.locale).fill(values))

    def _shell(self, base: str, title: Locale, summary: Locale) -> Shell:
        """Return the shell of pages of one depth and language: most of its slots are filled."""
        key = (base, title.tag, summary.tag)
        if (found := self._shells.get(key)) is None:
            words = {"lang": title.tag, "dir": title.direction}
            words |= {"descriptionlang": summary.tag, "descriptiondir": summary.direction}
            found = self._shells[key] = self.shell.partly({"base": base, **words})
        return found

    @cached_property
    def _shells(self) -> dict[tuple[str, str, str], Shell]:
        return {}

    def _head(self, path: str, speaking: Sequence[str]) -> Markup:
        """Return what search engines are told of a page."""
        told = partial(self.hub.head, self.voice.locale.tag, HOLLOWS[0], speaking)
        made = self._heads.get(tuple(speaking), lambda: self.renderer.head(**told()))
        return Markup(made.fill(attribute(path)))  # noqa: S704 - escaped

    @cached_property
    def _heads(self) -> Forms:
        return Forms()
