"""Layers -> one hub: what a layer adds to those below it, sets differently, or puts in their place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from resourcehub.catalog.entries import SECTIONS, CatalogFile, Entry
from resourcehub.catalog.faults import part_of, shaped
from resourcehub.catalog.model import Catalog
from resourcehub.catalog.overrides import OVERRIDE, Override, overlaid
from resourcehub.catalog.read import Document
from resourcehub.catalog.sheets import HOME, Sheets
from resourcehub.layers.read import Content
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules.facts import GONE

# Here what is one's own comes first; the order of words (topics, the glossary …) is that of the lowest catalog.
_OWN_FIRST = "resources"


def put_over(below: Content, own: Content, source: str) -> tuple[Content, list[Problem]]:
    """Return a layer with all below it as one, and what does not fit; ``source`` is the language of the catalog."""
    file, problems = over_catalog(below.file, own.file)
    statics = {s.path: s for s in (*below.statics, *own.statics)}
    sheets, faults = _over_sheets(below.sheets, own.sheets)
    documents = _over_documents(below.documents, own.documents, source)
    return Content(file, documents, tuple(statics.values()), sheets), [*problems, *faults]


def over_catalog(below: CatalogFile, own: CatalogFile) -> tuple[CatalogFile, list[Problem]]:
    """Return two catalogs as one. An id that both have belongs to the one below, and is a problem."""
    shelf = _Shelf(below, own)
    shelf.problems += _defined_twice(below, own)
    shelf.override()
    for section in SECTIONS:
        shelf.join(section)
    parts = {name: tuple(items) for name, items in shelf.parts.items()}
    file = CatalogFile(
        Catalog().model_copy(update=parts),
        {name: tuple(rows) for name, rows in shelf.entries.items()},
        {**own.places, **below.places},
        (*own.files, *below.files),
        below.lost | own.lost,
        below.whole and own.whole,
        pinned=tuple(dict.fromkeys((*own.pinned, *below.pinned))),
    )
    return file, shelf.problems


def _defined_twice(below: CatalogFile, own: CatalogFile) -> Iterator[Problem]:
    for section, name in own.places.keys() & below.places.keys():
        entry = next((e for e in own.entries.get(section, ()) if e.id == name), None)
        place = entry.place("id") if entry else own.places[section, name]
        what = (
            f"'{name}' stands in {below.places[section, name]} already: give this one an id of its own, "
            f"or write what is to be different under '{OVERRIDE}:'"
        )
        yield Problem(place, what, "duplicate-id")


@dataclass
class _Shelf:
    below: CatalogFile
    own: CatalogFile
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    parts: dict[str, list[BaseModel]] = field(default_factory=dict)
    changed: dict[tuple[str, str], tuple[Entry, BaseModel | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def override(self) -> None:
        """Set single fields of entries below."""
        known = {(e.section, e.id): e for rows in self.below.entries.values() for e in rows}
        for over in self.own.overrides:
            if target := known.get((over.section, over.id)):
                self._set(target, over)
            else:
                self.problems.append(_gone(over, self.below))

    def _set(self, target: Entry, over: Override) -> None:
        source = overlaid(target.fields, (target.source, target.inside), over)
        shape = part_of(Catalog.model_fields[over.section].annotation) or Catalog
        made, faults = shaped(shape, source.data, source)
        self.problems += faults
        self.changed[over.section, over.id] = (replace(target, fields=source.data, source=source, inside=()), made)

    def join(self, section: str) -> None:
        """Put the entries of a section together, each in its place in the whole."""
        lower = {getattr(item, "id", ""): item for item in getattr(self.below.catalog, section)}
        lower |= {name: made for (of, name), (_, made) in self.changed.items() if of == section and made}
        upper = [item for item in getattr(self.own.catalog, section) if item.id not in lower]
        rows = [self.changed.get((section, e.id or ""), (e, None))[0] for e in self.below.entries.get(section, ())]
        own = [e for e in self.own.entries.get(section, ()) if (section, e.id) not in self.below.places]
        first = section == _OWN_FIRST
        self.parts[section] = [*upper, *lower.values()] if first else [*lower.values(), *upper]
        whole = [*own, *rows] if first else [*rows, *own]
        self.entries[section] = [replace(e, path=(section, n)) for n, e in enumerate(whole)]


def _gone(over: Override, below: CatalogFile) -> Problem:
    near = suggestion(over.id, frozenset(name for section, name in below.places if section == over.section))
    what = f"there is no '{over.id}' to set anything of in what this site builds on{near}: delete these lines"
    return Problem(over.place("id"), what, GONE, "warning")


def _over_documents(below: Iterable[Document], own: Iterable[Document], source: str) -> tuple[Document, ...]:
    """Return the pages of two layers: an own page takes the place of that below, and of its translations too."""
    mine = list(own)
    anew = {d.key for d in mine if d.locale == source}
    there = {(d.key, d.locale) for d in mine}
    kept = (d for d in below if d.key not in anew and (d.key, d.locale) not in there)
    return tuple(sorted((*kept, *mine), key=lambda d: d.path))


def _over_sheets(below: Sheets, own: Sheets) -> tuple[Sheets, list[Problem]]:
    """Return the numbers of two layers. One that both give to different pages is a problem, and stays that below."""
    problems = []
    for number in own.keys() & below.keys():
        if own[number] != below[number]:
            what = (
                f"sheet {number} is that of '{below[number] or HOME}' in {below.place(number)} already: "
                "give your own sheets a prefix ('number_prefix:') and new numbers"
            )
            problems.append(Problem(own.place(number), what, "changed-number"))
    numbers: Mapping[str, str] = {**own, **below}
    places: dict[str, Place] = {n: (below if n in below else own).place(n) for n in numbers}
    return Sheets(dict(sorted(numbers.items(), key=lambda item: item[0] in own)), places), problems
