"""A whole hub: settings, catalog, pages and languages, read and checked. The story of the generator on one screen."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from resourcehub.catalog.entries import CatalogFile, folder_of, read_catalog
from resourcehub.catalog.faults import Memory
from resourcehub.catalog.front import Explainer
from resourcehub.catalog.read import Document, Static, read_documents, read_statics, snapshot
from resourcehub.catalog.sheets import read_sheets
from resourcehub.languages.heard import Heard
from resourcehub.languages.locales import Registry, Text, load_registry
from resourcehub.languages.localize import LocalCatalog
from resourcehub.languages.po_folder import folder_faults
from resourcehub.languages.states import Messages
from resourcehub.languages.words import Words
from resourcehub.options import Settings
from resourcehub.pages.authored import Source, cite, in_locale, path_of
from resourcehub.pages.browse import facets, listings
from resourcehub.pages.voice import OWN, Voice, resource_path
from resourcehub.pool import ahead, uncollected
from resourcehub.problems import Problem
from resourcehub.rules.asked import asked_for
from resourcehub.rules.checks import check
from resourcehub.rules.facts import Facts
from resourcehub.rules.files import file_problems, link_problems
from resourcehub.rules.pagelinks import linked, pictures_of
from resourcehub.rules.pictures import Drawing, read_drawings
from resourcehub.shipped import assets
from resourcehub.store import settle


@dataclass(frozen=True)
class Hub:
    """A hub that was read, with all that is wrong with it."""

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
    statics: tuple[Static, ...] = ()
    seen: Mapping[str, tuple[int, int]] = field(default_factory=dict, repr=False)
    faults: Mapping[str, Sequence[Problem]] = field(default_factory=dict, repr=False)

    def hear(self, tag: str) -> Sequence[Problem]:
        """Return what is wrong with the words of a language. They are looked through when that is first asked."""
        return self.faults[tag]

    def voice(self, tag: str) -> Voice:
        """Return what is needed to speak about the catalog in one locale."""
        if tag not in self._voices:
            self._voices[tag] = Voice(self.words[tag], self.registry, self.catalogs[tag], self._numbers)
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

    def speaking(self, resource_id: str) -> list[str]:
        """Return the locales that have words of their own for a resource, the source language first."""
        return self._speaking[resource_id]

    @cached_property
    def _speaking(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for tag in self.settings.published:
            for item in self.catalogs[tag].resources.values():
                found.setdefault(item.resource.id, [])
                if item.title.locale.tag == tag:
                    found[item.resource.id].append(tag)
        return found

    def naming(self, path: str) -> list[str]:
        """Return the locales that have words of their own for the list at ``path``, the source language first."""
        return self._naming.get(path, [])

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for tag in self.settings.published:
            for listing in listings(self.voice(tag)):
                if listing.title.locale.tag == tag:
                    found.setdefault(listing.path, []).append(tag)
        return found

    def translations(self, key: str) -> list[str]:
        """Return the locales that have an authored page of their own for ``key``."""
        own = {d.locale for d in self.documents if d.key == key}
        return [tag for tag in self.settings.published if tag in own]

    def hosts(self) -> tuple[str, ...]:
        """Return the other hosts that pages may ask: none, unless the school counts visits."""
        counted = self.settings.statistics
        return (f"https://{counted.host}",) if counted else ()

    @property
    def folder(self) -> Path:
        """The folder of the pages."""
        return self.settings.root / self.settings.docs

    @cached_property
    def pictures(self) -> dict[str, str]:
        """The pictures that pages show: their address below the root of the site -> their path below ``docs/``."""
        shown = {path: path for path in self.drawings}
        inside = pictures_of(self.documents, self.statics)
        for static in self.statics:
            if static.path in inside and static.locale in self.settings.published:
                shown[self.settings.prefix(static.locale) + static.key] = static.path
        return shown

    def changed(self) -> list[str]:
        """Return the files of ``docs/`` that are others now than when they were read."""
        now = snapshot(self.folder)
        return sorted(name for name in {*now, *self.seen} if now.get(name) != self.seen.get(name))

    def catalog_paths(self) -> list[Path]:
        """Return the main file of the catalog and its folder, as far as they are there."""
        catalog = self.settings.catalog
        return [path for name in (catalog, folder_of(catalog)) if (path := self.settings.root / name).exists()]

    def of_catalog(self) -> list[Problem]:
        """Return the problems of the catalog's own files."""
        catalog, folder = self.settings.catalog, folder_of(self.settings.catalog)
        return [p for p in self.problems if p.place.file in (catalog, folder) or p.place.file.startswith(f"{folder}/")]

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

    def wrong(tag: str | None) -> list[Problem]:
        return list(doubts(hub) if tag is None else hub.hear(tag))

    with ahead(wrong, (None, *settings.locales), jobs) as told:
        for tag in settings.locales if words else ():
            hub.voice(tag)
        found = [*hub.problems, *chain.from_iterable(told)]
    return replace(hub, problems=tuple(sorted(set(found))))


def opened(settings: Settings, known: Iterable[Problem] = (), memory: Memory | None = None) -> Hub:
    """Read a hub; the words of a language only when they are first asked for (``Hub.hear``).

    Only syntax and shape are checked: ``doubts`` are about what it means. A ``memory`` of entries checked before saves
    time.
    """
    settle(settings.root)
    root, docs = settings.root, settings.docs
    registry, found = load_registry(root, f"{docs}/translations/locales.yaml", settings.locales)
    file, faults = read_catalog(root, settings.catalog, memory)
    declared = settings.declared or settings.locales
    seen = snapshot(root / docs)
    documents, more = read_documents(root, docs, declared, settings.source, settings.explainers, registry.knows)
    drawings, crooked = read_drawings(root / docs, documents)
    sheets, odd = read_sheets(root)
    statics = tuple(s for s in read_statics(root, docs, settings.source) if s.locale in declared)
    problems = sorted({*known, *found, *faults, *more, *crooked, *odd, *link_problems(root, docs)})
    heard = Heard(settings, registry, file, Counter(document.locale for document in documents))
    spoken = heard.messages, heard.words, heard.catalogs
    return Hub(
        settings, registry, file, documents, *spoken, tuple(problems), sheets, drawings, statics, seen, heard.faults
    )


def doubts(hub: Hub) -> Iterator[Problem]:
    """Yield what is wrong with what the catalog and the pages of a hub mean, whatever the language."""
    settings = hub.settings
    declared = settings.declared or settings.locales
    yield from folder_faults(settings.root, f"{settings.docs}/translations", hub.registry, declared)
    yield from file_problems(settings.root, settings.docs, hub.statics, linked(hub.documents))
    beside: dict[str, Any] = {
        "sheets": hub.sheets,
        "docs": settings.docs,
        "statics": hub.statics,
        "assets": assets(),
        "registry": hub.registry,
    }
    yield from check(Facts(hub.file, hub.documents, declared, settings.source, **beside))
    yield from asked_for(settings, hub.file, hub.documents, hub.registry)
