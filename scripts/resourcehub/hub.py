"""A whole hub: settings, catalog, pages and languages, read and checked. The story of the generator on one screen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from resourcehub.catalog.entries import CatalogFile, folder_of
from resourcehub.catalog.faults import Memory
from resourcehub.catalog.front import Explainer
from resourcehub.catalog.read import Document, Static, snapshot
from resourcehub.languages.locales import Registry, Text
from resourcehub.languages.localize import LocalCatalog, localize
from resourcehub.languages.po_folder import folder_faults
from resourcehub.languages.states import Messages
from resourcehub.languages.words import Words
from resourcehub.layers.hide import Hidden, without
from resourcehub.layers.stack import Layer
from resourcehub.layers.whole import Whole, read_whole
from resourcehub.layers.words import Later, read_words, words_problems
from resourcehub.options import Settings
from resourcehub.pages.authored import Source, cite, in_locale, path_of
from resourcehub.pages.browse import facets, listings, own_names
from resourcehub.pages.spoken import spoken
from resourcehub.pages.voice import OWN, Voice, resource_path
from resourcehub.pool import ahead, uncollected
from resourcehub.problems import Problem
from resourcehub.rules.asked import asked_for
from resourcehub.rules.checks import check
from resourcehub.rules.facts import Facts
from resourcehub.rules.pagelinks import lost_links, pictures_of, reached
from resourcehub.rules.pictures import Drawing, read_drawings
from resourcehub.store import settle


@dataclass(frozen=True)
class Hub:
    """A hub that was read, with all that is wrong with it.

    ``layers`` are what it builds on, the lowest first, and itself; ``hidden`` is what of them is not shown.
    ``there`` are the paths that links may lead to, where some lead to what is not shown. A ``sparing`` hub reads no
    language for the sake of another: a preview asks for one.
    """

    settings: Settings
    registry: Registry
    file: CatalogFile
    documents: tuple[Document, ...]
    messages: dict[str, Messages]
    words: dict[str, Words]
    catalogs: dict[str, LocalCatalog]
    problems: tuple[Problem, ...]
    sheets: Mapping[str, str]
    drawings: dict[str, Drawing]
    statics: tuple[Static, ...]
    seen: Mapping[str, tuple[int, int]]
    layers: tuple[Layer, ...]
    hidden: Hidden
    there: frozenset[str] | None
    whole: Whole
    heard: dict[str, Sequence[Problem]] = field(default_factory=dict)
    sparing: bool = True

    def hear(self, tag: str) -> Sequence[Problem]:
        """Return what is wrong with the words of a language. They are looked at once."""
        if tag not in self.heard and not self.whole.torn:
            self.heard[tag] = words_problems(self.whole, tag, self.facts.meant)
        return self.heard.get(tag, ())

    @cached_property
    def facts(self) -> Facts:
        """What rules look at: all that was read, what is hidden too."""
        return self.whole.facts(self.whole.content)

    def voice(self, tag: str) -> Voice:
        """Return what is needed to speak about the catalog in one locale."""
        if tag not in self._voices:
            spoken = (self.words[tag], self.registry, self.catalogs[tag])
            self._voices[tag] = Voice(*spoken, self._numbers, self.whole.broken)
        return self._voices[tag]

    @cached_property
    def _voices(self) -> dict[str, Voice]:
        return {}

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {address: number for number, address in self.sheets.items()}

    def titles(self, tag: str) -> dict[str, Text]:
        """Return the title of every page that may have a sheet number, by its locale-free address.

        They are the pages that are written now, but for the pages 2, 3 … of a list: these have the list's number.
        """
        voice = self.voice(tag)
        found = {resource_path(i): item.title for i, item in voice.catalog.resources.items()}
        for key in (d.key for d in self.documents if d.locale == self.settings.source and not d.meta.noindex):
            document = in_locale(key, self.documents, voice)
            found[path_of(key)] = Text(document.meta.title, self.registry[document.locale])
        found |= {listing.path: listing.name for listing in listings(voice) if listing.page == 1}
        found |= {facet.path: voice.labels[facet.name] for facet in facets(voice) if facet.path}
        return found | {path: voice.words.get(title) for path, title in OWN.items()}

    def speaks(self, tag: str) -> bool:
        """Say whether enough is there in a language for it to stand in the menu; unread, whether its first page is."""
        if tag == self.settings.source or (self.sparing and tag not in self.words):
            return tag == self.settings.source or ("index.md", tag) in self._documents
        if tag not in self._spoken:
            rest = (self.file.catalog, self.documents, self.settings.switcher, self.settings.source)
            self._spoken[tag] = spoken(self.words[tag], self.messages[tag], *rest)
        return self._spoken[tag]

    @cached_property
    def _spoken(self) -> dict[str, bool]:
        return {}

    def speaking(self, resource_id: str) -> list[str]:
        """Return the locales that have words of their own for a resource, the source language first."""
        items = {tag: self.catalogs[tag].resources[resource_id] for tag in self._listed}
        return [tag for tag, item in items.items() if item.title.locale.tag == tag]

    def naming(self, path: str) -> list[str]:
        """Return the locales that have words of their own for the list at ``path``, the source language first."""
        return [tag for tag in self._listed if path in self.voice(tag).once(own_names)]

    @property
    def _listed(self) -> list[str]:
        """The locales that search engines are told of; of a hub that reads no more than it is asked, those read."""
        return [tag for tag in self.settings.published if not self.sparing or tag in self.catalogs]

    def translations(self, key: str) -> list[str]:
        """Return the locales that have an authored page of their own for ``key``."""
        own = {d.locale for d in self.documents if d.key == key}
        return [tag for tag in self.settings.published if tag in own]

    def hosts(self) -> tuple[str, ...]:
        """Return the other hosts that pages may ask: none, unless the school counts visits."""
        counted = self.settings.statistics
        return (f"https://{counted.host}",) if counted else ()

    @cached_property
    def pictures(self) -> dict[str, Path]:
        """The pictures that pages show: their address below the root of the site -> their file."""
        shown = {s.path: s.docs / s.path for s in self.statics if s.path in self.drawings}
        inside = pictures_of(self.documents, self.statics)
        for static in self.statics:
            if static.path in inside and static.locale in self.settings.published:
                shown[self.settings.prefix(static.locale) + static.key] = static.docs / static.path
        return shown

    def lost(self, document: Document) -> frozenset[str]:
        """Return the targets of links of a page, and the sources (``@key``), that are not shown here."""
        cited = self.catalogs[self.settings.source].citations
        return frozenset() if self.there is None else lost_links(document, self.there, cited)

    def changed(self) -> list[str]:
        """Return the files of ``docs/`` that are others now than when they were read."""
        now = snapshot(self.settings.root / self.settings.docs)
        return sorted(name for name in {*now, *self.seen} if now.get(name) != self.seen.get(name))

    def catalog_paths(self) -> list[Path]:
        """Return the main file of the catalog and its folder, as far as they are there."""
        catalog = self.settings.catalog
        return [path for name in (catalog, folder_of(catalog)) if (path := self.settings.root / name).exists()]

    def of_catalog(self) -> list[Problem]:
        """Return the problems of the files of the catalog, and of those it builds on."""
        folder = folder_of(self.settings.catalog)
        files = {self.settings.catalog, folder, *self.file.files}
        return [p for p in self.problems if p.place.file in files or p.place.file.startswith(f"{folder}/")]

    def full_address(self, tag: str, path: str) -> str | None:
        """Return the whole address of a page; None where the site's own is unknown."""
        return f"{self.settings.site_url}{self.settings.prefix(tag)}{path}" if self.settings.site_url else None

    def head(self, tag: str, path: str, speaking: Sequence[str], noindex: bool = False) -> dict[str, object]:
        """Return what search engines are told of a page: robots, canonical address, true translations.

        A page without words of its own in its locale names the source page as canonical, where that is published.
        """
        s = self.settings
        own = tag in speaking
        origin = s.prefix(tag) if own or s.source not in s.published else ""
        hide = noindex or not s.indexable
        shown = [] if hide or not s.site_url or not own or len(speaking) < 2 else speaking
        return {
            "robots": "noindex" if hide else None,
            "canonical": f"{s.site_url}{origin}{path}" if s.site_url else None,
            "alternates": [(t, f"{s.site_url}{s.prefix(t)}{path}") for t in shown],
        }

    def document(self, key: str, tag: str) -> Document:
        """Return the authored page for ``key`` in one locale. Raises KeyError if there is none."""
        return self._documents[key, tag]

    @cached_property
    def _documents(self) -> dict[tuple[str, str], Document]:
        return {(d.key, d.locale): d for d in self.documents}

    def template(self, document: Document) -> str:
        """Return the template of an authored page: the one it names, its source page's, or that of its folder."""
        original = self._documents.get((document.key, self.settings.source), document)
        page = "explainer.html" if isinstance(document.meta, Explainer) else "page.html"
        return document.meta.template or original.meta.template or page

    def sources(self, keys: Iterable[str]) -> tuple[Source, ...]:
        """Return citations as a numbered list."""
        known = self.catalogs[self.settings.source].citations
        return tuple(cite(n, known[key]) for n, key in enumerate(keys, 1))


@uncollected()
def load(settings: Settings, known: Iterable[Problem] = (), jobs: int = 1, words: bool = False) -> Hub:
    """Read a hub and check it. Faults end in ``Hub.problems``; nothing is raised for what an editor wrote.

    It is checked by up to ``jobs`` processes. This one reads the ``words`` of all languages meanwhile, where they will
    be needed; else they are read when they are asked for.
    """
    hub = opened(settings, known)
    languages = hub.settings.locales
    _ = hub.facts.meant  # found once, before the work is shared out
    with ahead(lambda tag: hub.hear(tag) if tag else list(doubts(hub)), (None, *languages), jobs) as found:
        for tag in languages if words else ():
            hub.words[tag], hub.catalogs[tag]
        faults = list(chain.from_iterable(found))
    return replace(hub, problems=hub.whole.told([*hub.problems, *faults]), sparing=False)


@uncollected()
def opened(settings: Settings, known: Iterable[Problem] = (), memory: Memory | None = None) -> Hub:
    """Read a hub, and check its syntax and shape; a language is read when it is first asked for.

    ``doubts`` and ``Hub.hear`` tell what else is wrong. A ``memory`` of checked entries saves time.
    """
    settle(settings.root)
    seen = snapshot(settings.root / settings.docs)
    whole, found = read_whole(settings, memory)
    content, registry, source = whole.content, whole.registry, whole.registry[settings.source]
    drawings, faults = read_drawings(content.statics, content.documents)
    shown = without(content, whole.out, settings.source) if whole.layered else content
    spoken = read_words(whole)
    catalogs = Later(lambda tag: localize(shown.file, spoken.messages[tag], registry[tag], source))
    there = reached(whole.facts(shown)) if whole.layered else None
    read = (whole.shown(shown), registry, shown.file, shown.documents, spoken.messages, spoken.words, catalogs)
    beside: dict[str, Any] = {"seen": seen, "there": there, "whole": whole}
    beside |= {"statics": shown.statics, "layers": whole.layers, "hidden": whole.out}
    return Hub(*read, whole.told([*known, *found, *faults]), shown.sheets, drawings, **beside)


def doubts(hub: Hub) -> Iterator[Problem]:
    """Yield what is wrong with what the catalog and the pages of a hub mean, whatever the language."""
    whole = hub.whole
    if whole.torn:
        return
    yield from folder_faults(*whole.translations())
    yield from check(hub.facts)
    yield from asked_for(whole.settings, hub.facts)
