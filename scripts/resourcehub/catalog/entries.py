"""The catalog, of one file or many -> model, or problems. Shape is checked entry by entry: one fault hides no other.

The order of entries: those of the main file first, then those of the files of the folder beside it, by path.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from resourcehub.catalog.faults import Memory, part_of, shaped
from resourcehub.catalog.folder import files_in, link_fault
from resourcehub.catalog.model import Catalog, Resource
from resourcehub.catalog.overrides import OVERRIDE, Override, read_overrides
from resourcehub.catalog.pieces import read_pieces
from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import Source, read_text, without_invisible
from resourcehub.catalog.tree import Keys, build
from resourcehub.problems import Place, Problem, nearest, suggestion

YAML = (".yaml", ".yml")
# The list of a file that names none comes first.
SECTIONS = ("resources", *(name for name in Catalog.model_fields if name != "resources"))
_OWN = Resource.model_fields.keys() - Catalog.model_fields.keys()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section as it stands in a file, of whatever shape. ``path`` leads to it in the whole catalog."""

    section: str
    path: Keys
    fields: dict[str, Any]
    source: Source
    inside: Keys

    @property
    def id(self) -> str | None:
        """Its id, where it has one."""
        name = self.fields.get("id")
        return name if isinstance(name, str) else None

    def place(self, *keys: str | int) -> Place:
        """Return the place of the entry, or of a value in it."""
        return self.source.place((*self.inside, *keys))


@dataclass(frozen=True)
class CatalogFile:
    """The well-shaped part of the catalog; ``entries`` and ``places`` know what is misshapen too.

    ``files`` are those that were read, ``lost`` the sections in which an id may stand that nobody could read, and
    ``whole`` says that no entry is hidden behind a slip. ``overrides`` are for a catalog below (``layers/``), and
    ``pinned`` are the resources that every list begins with.
    """

    catalog: Catalog
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()
    whole: bool = True
    overrides: tuple[Override, ...] = ()
    pinned: tuple[str, ...] = ()

    def place(self, path: Keys) -> Place:
        """Return the place of a value: section, number of the entry in the whole catalog, and the keys inside it."""
        section, index, *keys = path
        return self.entries[str(section)][int(index)].place(*keys)


@dataclass
class _Shelf:
    """What is gathered while the files are read, one after the other."""

    entries: dict[str, list[Entry]] = field(default_factory=lambda: {name: [] for name in SECTIONS})
    parts: dict[str, list[BaseModel]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    whole: bool = True
    overrides: list[Override] = field(default_factory=list)
    empty: bool = True
    problems: list[Problem] = field(default_factory=list)
    memory: Memory | None = None


def folder_of(catalog: str) -> str:
    """Return the folder that may stand beside a catalog or in its place: ``resources`` for ``resources.yaml``."""
    return PurePosixPath(catalog).with_suffix("").as_posix()


def catalog_files(root: Path, catalog: str = "resources.yaml") -> tuple[list[str], list[Problem]]:
    """Return the files of a catalog in their order: the main one, then those of its folder; and what is wrong there."""
    folder = folder_of(catalog)
    if fault := link_fault(root, catalog):
        return [], [fault]
    if not (root / folder).is_dir():
        return [catalog], []
    found, problems = files_in(root, folder, YAML)
    if (root / catalog).exists():
        return [catalog, *found], problems
    if not found and not problems:
        cure = f"the folder holds no YAML file, and there is no {catalog} beside it: add one of the two"
        problems.append(Problem(Place(folder), cure, "missing-file"))
    return found, problems


def read_catalog(
    root: Path, catalog: str = "resources.yaml", alone: bool = True, memory: Memory | None = None
) -> tuple[CatalogFile, list[Problem]]:
    """Return the catalog and what is wrong with its syntax and shape. A ``memory`` knows entries read before.

    ``alone``: there is no catalog below it, so that it must hold something.
    """
    files, problems = catalog_files(root, catalog)
    if not alone and files == [catalog] and not (root / catalog).exists():
        return CatalogFile(Catalog()), problems
    shelf = _Shelf(problems=problems, whole=not problems, memory=memory)
    if problems:
        shelf.lost.update(SECTIONS)
    for file in files:
        _read(root, file, shelf, main=alone and file == catalog and len(files) == 1)
    if alone and shelf.empty and not shelf.problems:
        cure = "all files of the catalog are empty: write the lists 'kinds:', 'topics:', 'audiences:' and 'resources:'"
        shelf.problems.append(Problem(Place(files[0]), cure, "empty-file"))
        shelf.lost.update(SECTIONS)
    whole = Catalog.model_validate(shelf.parts)
    entries = {name: tuple(found) for name, found in shelf.entries.items()}
    read = (tuple(files), frozenset(shelf.lost), shelf.whole, tuple(shelf.overrides))
    return CatalogFile(whole, entries, shelf.places, *read), shelf.problems


def _read(root: Path, file: str, shelf: _Shelf, main: bool) -> None:
    """Put what a file holds on the shelf. Only a catalog of one file must hold something."""
    text, problems = read_text(root, file)
    if text is None:
        shelf.problems += problems
        shelf.lost.update(SECTIONS)
        shelf.whole = False
        return
    clean, problems = without_invisible(file, text)
    shelf.problems += problems
    tree = build(file, clean)
    if tree.slips:
        _read_pieces(file, clean, tree.slips, shelf, problems)
        return
    source = Source(file, tree.data, text, tree.node)
    shelf.empty = shelf.empty and source.data is None
    shelf.problems += tree.faults
    if source.data is None or not isinstance(source.data, dict | list):
        if source.data is not None or main:
            shelf.problems.append(_no_sections(source))
            shelf.lost.update(SECTIONS)
        return
    shelf.problems += _section_faults(source)
    odd = (
        nearest(name, SECTIONS)
        for name in source.data
        if isinstance(source.data, dict) and name not in (*SECTIONS, OVERRIDE)
    )
    shelf.lost.update(name for name in odd if name and name not in source.data and not is_single(source))
    for section in SECTIONS:
        _shelve(section, source, shelf)
    overrides, faults = read_overrides(source, SECTIONS)
    shelf.overrides += overrides
    shelf.problems += faults


def _read_pieces(file: str, text: str, slips: list[Problem], shelf: _Shelf, signs: list[Problem]) -> None:
    """Read a file with slips entry by entry. Where that is not possible, nobody knows which ids it holds."""
    shelf.whole = False
    found = read_pieces(file, text, SECTIONS, slips)
    if found is None:
        shelf.problems += [] if signs else slips
        shelf.lost.update(SECTIONS)
        return
    shelf.problems += found.problems
    shelf.lost.update(found.lost)
    for section, source in found.sources:
        shelf.problems += _odd_rows(source, (section,), source.data[section])
        _shelve(section, source, shelf)
    for key, place in found.broken.items():
        shelf.places.setdefault(key, place)


def _shelve(section: str, source: Source, shelf: _Shelf) -> None:
    shape = part_of(Catalog.model_fields[section].annotation) or Catalog
    shelved = shelf.entries[section]
    if isinstance(source.data, dict) and not isinstance(source.data.get(section, []), list):
        shelf.lost.add(section)
    for inside, row in _rows(source, section):
        entry = Entry(section, (section, len(shelved)), row, source, inside)
        shelved.append(entry)
        found, faulty = (shelf.memory.shaped if shelf.memory else shaped)(shape, row, source, inside)
        shelf.problems += faulty
        if found and (section, entry.id) not in shelf.places:
            shelf.parts.setdefault(section, []).append(found)
        if entry.id:
            shelf.places.setdefault((section, entry.id), entry.place())


def _rows(source: Source, section: str) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Yield the entries of a section that are groups of fields, and where in the file they stand.

    A file of the folder may be one list of resources without the name of a section, or a single resource.
    """
    data = source.data
    if isinstance(data, dict) and not is_single(source):
        rows = data.get(section)
        found = enumerate(rows if isinstance(rows, list) else ())
        yield from (((section, index), row) for index, row in found if isinstance(row, dict))
    elif section == SECTIONS[0]:
        if isinstance(data, dict):
            yield (), data
        else:
            yield from (((index,), row) for index, row in enumerate(data) if isinstance(row, dict))


def is_single(source: Source) -> bool:
    """Whether a file is one entry: it has an id, or two fields that only a resource has (``topics`` is a list, too)."""
    return isinstance(source.data, dict) and ("id" in source.data or len(source.data.keys() & _OWN) > 1)


def _no_sections(source: Source) -> Problem:
    if source.data is None:
        cure = "the file is empty: begin it with the lines of 'kinds:', 'topics:', 'audiences:' and 'resources:'"
        return Problem(Place(source.file), cure, "empty-file")
    cure = "the file must consist of the lists 'kinds:', 'topics:', 'audiences:', 'citations:' and 'resources:'"
    return Problem(source.place(()), cure, "wrong-shape")


def _section_faults(source: Source) -> Iterator[Problem]:
    if is_single(source):
        return
    if isinstance(source.data, list):
        yield from _odd_rows(source, (), source.data)
        return
    for section, rows in source.data.items():
        if section == OVERRIDE:
            continue
        if section not in SECTIONS:
            cure = suggestion(section, SECTIONS) or ": delete it"
            yield Problem(source.key_place((section,)), f"unknown list '{shown(section)}'{cure}", "unknown-field")
        elif not isinstance(rows, list):
            cure = f"'{section}' must be a list: each entry begins with '- id: …'"
            yield Problem(source.place((section,)), cure, "wrong-shape")
        else:
            yield from _odd_rows(source, (section,), rows)


def _odd_rows(source: Source, path: Keys, rows: list[Any]) -> Iterator[Problem]:
    cure = "this is no entry: write '- id: …' and its other fields below"
    odd = (i for i, row in enumerate(rows) if not isinstance(row, dict))
    yield from (Problem(source.place((*path, i)), cure, "wrong-shape") for i in odd)
