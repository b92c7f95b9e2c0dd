"""Stamps the pages of the catalog in one locale: one per resource and one per page of each list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale, Text, format_number
from resourcehub.languages.localize import LocalResource
from resourcehub.markup.render import HOLLOW, Mould, Renderer, mould
from resourcehub.markup.share import share
from resourcehub.markup.shell import Shell, slot
from resourcehub.pages.alphabet import letters
from resourcehub.pages.authored import Frame, base_of
from resourcehub.pages.browse import ALL, Listing, listings
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

    def pages(self) -> Iterator[Stamped]:
        """Yield every page of the catalog: one per resource, every list, the page of results, the list from A to Z."""
        for item in self.voice.catalog.resources.values():
            yield self.resource(item)
        for listing in listings(self.voice):
            yield self.listing(listing)
        yield self.search()
        yield self.alphabet()

    def resource(self, item: LocalResource) -> Stamped:
        """Return the page of one resource."""
        shown = self._view(item)
        related = [self.voice.catalog.resources[i] for i in shown.related]
        full = self.hub.full_address(self.voice.locale.tag, shown.path)
        return self._stamp(
            shown.path,
            shown.title,
            shown.summary,
            self.hub.speaking(shown.id),
            lambda frame: self._page(
                frame,
                shown,
                self._facts(shown),
                [Link(r.title, resource_path(r.resource.id)) for r in related],
                self.hub.sources(shown.citations),
                self.hub.settings.source_href(item.file or self.hub.settings.catalog, item.line),
                share(shown.title.text, full) if full else None,
            ),
        )

    def listing(self, listing: Listing) -> Stamped:
        """Return one page of one list."""
        cards = [self._card(item, base_of(self._address(listing.path))) for item in listing.items]
        return self._stamp(
            listing.path,
            listing.title,
            listing.description,
            self.hub.naming(listing.path),
            lambda frame: self.renderer.fragment(
                "partials/listing.html",
                frame=frame,
                listing=listing,
                cards=cards,
                number=self.voice.numbers.get(listing.at(1)),
            ),
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
            lambda frame: self.renderer.fragment(
                "partials/search.html",
                frame=frame,
                title=title,
                facets=filters(self.voice),
                index=base + index_path(settings.prefix(here)),
                second=second,
                alphabet=ALPHABET,
                number=self.voice.numbers.get(SEARCH),
            ),
        )

    def alphabet(self) -> Stamped:
        """Return the list of everything in the order of the reader's alphabet."""
        _ = self.voice.words.get
        title, lead = _(OWN[ALPHABET]), _("All resources and pages of this site in the order of the alphabet.")
        found = letters(entries(self.hub.documents, self.voice), self.voice.locale)
        return self._stamp(
            ALPHABET,
            title,
            lead,
            self.hub.settings.published,
            lambda frame: self.renderer.fragment(
                "partials/alphabet.html",
                frame=frame,
                title=title,
                lead=lead,
                letters=found,
                number=self.voice.numbers.get(ALPHABET),
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
            lambda frame: self.renderer.fragment(
                "partials/keep.html",
                frame=frame,
                title=title,
                lead=lead,
                kept=sizes[0],
                file=sizes[1],
                name=f"hub-{here.tag}.html",
                number=self.voice.numbers.get(KEEP),
            ),
        )

    def _card(self, item: LocalResource, base: str) -> Markup:
        """Return a resource's card for a page from which ``base`` leads to the root. Rendered once, then filled."""
        card = self._cards.get(item.resource.id)
        if card is None:
            frame = Frame.hollow(slot)
            card = self.renderer.fragment("partials/card.html", frame=frame, resource=self._view(item))
            self._cards[item.resource.id] = card
        return Markup(card.replace(slot("base"), base))  # noqa: S704 - rendered above; base is made of dots

    def _facts(self, shown: ResourceView) -> Markup:
        """Return the lines about a resource: moulds and links made once a locale, filled and joined."""
        lines = (self._line(fact.name).around("".join(map(self._value, fact.values))) for fact in shown.facts)
        return Markup("".join(lines))  # noqa: S704 - rendered above

    def _line(self, name: str) -> Mould:
        if (found := self._lines.get(name)) is None:
            line = self.renderer.macro("partials/fact.html", "line")
            found = self._lines[name] = mould(line(name, self.voice.labels[name], HOLLOW))
        return found

    def _value(self, value: Link) -> str:
        """Return one value: a link, always the same, or plain words in a mould of their language."""
        if value.path is None:
            return self._words(value.text.locale).fill(value.text.text)
        key = (value.path, value.text.text)  # several varieties of a language lead to one list
        if (found := self._linked.get(key)) is None:
            href = "../" + value.path.removeprefix(ALL)  # from one page of resources/ to another: the shortest way
            found = self._linked[key] = self.renderer.macro("partials/fact.html", "value")(value.text, href)
        return found

    def _words(self, spoken: Locale) -> Mould:
        if (found := self._moulds.get(spoken.tag)) is None:
            value = self.renderer.macro("partials/fact.html", "value")
            found = self._moulds[spoken.tag] = mould(value(Text(HOLLOW, spoken), None))
        return found

    @cached_property
    def _lines(self) -> dict[str, Mould]:
        return {}

    @cached_property
    def _linked(self) -> dict[tuple[str, str], Markup]:
        return {}

    @cached_property
    def _moulds(self) -> dict[str, Mould]:
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

    @cached_property
    def _page(self) -> Callable[..., Markup]:
        return self.renderer.macro("partials/resource.html", "page")

    def _stamp(
        self,
        path: str,
        title: Text,
        summary: Text,
        speaking: Sequence[str],
        main: Callable[[Frame], Markup],
        sheet: str | None = None,
    ) -> Stamped:
        """Fill the shell; ``sheet`` is the page whose number goes onto the paper, if not that at ``path``."""
        address = self._address(path)
        head = self.renderer.head(**self.hub.head(self.voice.locale.tag, path, speaking))
        full = self.hub.full_address(self.voice.locale.tag, path)
        paper = self.renderer.paper(full, self.voice.numbers.get(sheet or path)) if full else Markup()
        frame = Frame.of(title, summary, base_of(address), path, head, paper)
        return Stamped(address, self.shell.fill({**frame.slots(), "main": main(frame)}))
