"""A layer -> what it holds. Every place in it, and every problem, names the file as it is found from the site."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from resourcehub.catalog.entries import CatalogFile, Entry, read_catalog
from resourcehub.catalog.faults import Memory
from resourcehub.catalog.overrides import Override
from resourcehub.catalog.read import Document, Static, read_documents, read_statics
from resourcehub.catalog.sheets import Sheets, read_numbers, read_sheets
from resourcehub.catalog.source import Source
from resourcehub.catalog.visits import read_records
from resourcehub.languages.locales import Registry
from resourcehub.layers.stack import Layer
from resourcehub.options import Settings
from resourcehub.problems import Place, Problem
from resourcehub.rules.files import file_problems, link_problems, unpublished
from resourcehub.rules.pagelinks import linked


@dataclass(frozen=True)
class Content:
    """What a hub holds: its own, or with all that it builds on."""

    file: CatalogFile
    documents: tuple[Document, ...]
    statics: tuple[Static, ...]
    sheets: Sheets


def read_layer(
    layer: Layer, site: Settings, registry: Registry, memory: Memory | None = None
) -> tuple[Content, list[Problem]]:
    """Return what a layer holds and what is wrong with its files; ``site`` says which languages are of interest."""
    root, own, declared = layer.root, layer.settings, site.declared or site.locales
    alone = not layer.settings.extends
    file, problems = read_catalog(root, own.catalog, alone, memory)
    pages = (root, own.docs, declared, own.source, own.explainers, registry.knows)
    documents, more = read_documents(*pages) if alone or (root / own.docs).is_dir() else ((), [])
    statics = tuple(s for s in read_statics(root, own.docs, own.source) if s.locale in declared)
    sheets, faults = read_numbers(root) if layer.label else read_sheets(root)
    visits = [] if layer.label else read_records(root)[1]
    problems += [*more, *faults, *visits, *link_problems(root, own.docs), *unpublished(root, own.docs)]
    problems += file_problems(statics, linked(documents))
    found = Content(file, documents, statics, sheets)
    return (_labelled(found, layer.label), relabelled(problems, layer.label)) if layer.label else (found, problems)


def relabelled(problems: Iterable[Problem], label: str) -> list[Problem]:
    """Return the problems of a layer with its files as they are named from the site."""
    return [replace(p, place=_place(p.place, label)) for p in problems] if label else list(problems)


def _labelled(content: Content, label: str) -> Content:
    file, sources = content.file, _Sources(label)
    entries = {name: tuple(map(sources.entry, found)) for name, found in file.entries.items()}
    places = {key: _place(place, label) for key, place in file.places.items()}
    files = tuple(label + name for name in file.files)
    overrides = tuple(map(sources.override, file.overrides))
    sheets = content.sheets
    numbers = Sheets(sheets, {number: _place(sheets.place(number), label) for number in sheets})
    return Content(
        replace(file, entries=entries, places=places, files=files, overrides=overrides),
        tuple(replace(d, source=sources.of(d.source)) for d in content.documents),
        tuple(replace(s, file=label + s.file) for s in content.statics),
        numbers,
    )


class _Sources:
    """The sources of a layer under their new names; those that entries share are shared again."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.known: dict[int, Source] = {}

    def of(self, source: Source) -> Source:
        if id(source) not in self.known:
            self.known[id(source)] = replace(source, file=self.label + source.file)
        return self.known[id(source)]

    def entry(self, entry: Entry) -> Entry:
        return replace(entry, source=self.of(entry.source))

    def override(self, over: Override) -> Override:
        return replace(over, source=self.of(over.source))


def _place(place: Place, label: str) -> Place:
    return replace(place, file=label + place.file) if place.file else place
