"""A copy of the whole repository -> a school's own one: only what differs from the reference hub is kept.

The copy stays as it is: the new repository is a folder of its own. What the copy says differently becomes
``override:``, what it lacks ``hide:``, and what it has besides is its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib
import yaml

from resourcehub.catalog.blocks import LINE, BlockError, blocks
from resourcehub.catalog.entries import SECTIONS, CatalogFile, Entry, read_catalog
from resourcehub.catalog.overrides import OVERRIDE
from resourcehub.catalog.sheets import FILE as NUMBERS
from resourcehub.catalog.sheets import HEAD, HOME, read_numbers
from resourcehub.languages.po import entry_key, forms, po_files, read_po
from resourcehub.languages.units import Key
from resourcehub.options import Settings
from resourcehub.problems import errors
from resourcehub.settings.core import read_settings, settings_of
from resourcehub.settings.read import File
from resourcehub.work.answers import NAME, Answers
from resourcehub.work.new import rendered

LOCAL = "local.yaml"
_HIDDEN = ("resources", "topics", "kinds")


class AdoptError(Exception):
    """The copy cannot be turned into a site of its own; the message says why and what to do."""


@dataclass
class Adopted:
    """The files of the new repository by path, and what was kept, in plain words."""

    files: dict[str, bytes] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def adopt(copy: Path, base: Path, repository: str = "") -> Adopted:
    """Return the repository of a school that made a copy of the hub at ``base``. Raises AdoptError."""
    file, problems = read_settings(copy)
    if file is None or errors(problems):
        raise AdoptError("\n".join(map(str, problems)) or f"{copy}: mkdocs.yml cannot be read")
    if file.options.extends:
        raise AdoptError(f"{copy} builds on another hub already: there is nothing to do")
    mine, theirs = settings_of(file), _settings(base)
    found = Adopted()
    made = rendered(Answers(name=file.site.site_name or NAME, prefix=mine.number_prefix), repository)
    found.files = {name: text for name, text in made.items() if name not in ("mkdocs.yml", LOCAL)}
    hidden = _catalog(mine, theirs, found)
    hidden |= _pages(mine, theirs, found)
    _translations(mine, theirs, found)
    _numbers(copy, base, found)
    found.files["mkdocs.yml"] = _written(file, theirs, hidden).encode()
    return found


def _settings(root: Path) -> Settings:
    file, problems = read_settings(root)
    if file is None:
        raise AdoptError("\n".join(map(str, problems)))
    return settings_of(file)


def _catalog(mine: Settings, theirs: Settings, found: Adopted) -> dict[str, list[str]]:
    """Write what the copy's catalog has besides and says differently; return what it lacks."""
    here, faults = read_catalog(mine.root, mine.catalog)
    there, _ = read_catalog(theirs.root, theirs.catalog)
    if wrong := errors(faults):
        raise AdoptError("\n".join(map(str, wrong)))
    texts, rows = _own_lines(mine.root, here), dict[str, list[Any]]()
    override: dict[str, list[dict[str, Any]]] = {}
    lines: dict[str, list[str]] = {}
    for section in SECTIONS:
        old = {entry.id: entry for entry in there.entries[section]}
        for entry in here.entries[section]:
            if entry.id not in old:
                rows.setdefault(section, []).append(entry.fields)
                lines.setdefault(section, []).append(texts.get(entry.id or "", _as_yaml(entry)))
            elif changed := _changed(entry, old[entry.id]):
                override.setdefault(section, []).append({"id": entry.id, **changed})
    parts = [f"{section}:\n" + "".join(lines[section]) for section in lines]
    if override:
        dumped = yaml.safe_dump({OVERRIDE: override}, allow_unicode=True, sort_keys=False, width=110)
        parts.insert(0, re.sub(r": null$", ":", dumped, flags=re.MULTILINE))
    found.files[LOCAL] = ("# What is your own, and what you say of ours in other words.\n" + "\n".join(parts)).encode()
    for section in SECTIONS:
        found.kept += [f"{section}: {row['id']}" for row in rows.get(section, ())]
        changes = ((row["id"], ", ".join(row.keys() - {"id"})) for row in override.get(section, ()))
        found.kept += [f"{section}: {name} ({what} set differently)" for name, what in changes]
    ids = {s: {e.id for e in here.entries[s]} for s in _HIDDEN}
    return {s: [e.id for e in there.entries[s] if e.id and e.id not in ids[s]] for s in _HIDDEN}


def _changed(entry: Entry, old: Entry) -> dict[str, Any]:
    """Return the fields that differ; None for one that was taken away."""
    names = dict.fromkeys((*entry.fields, *old.fields))
    return {n: entry.fields.get(n) for n in names if entry.fields.get(n) != old.fields.get(n)}


def _own_lines(root: Path, file: CatalogFile) -> dict[str, str]:
    """Return the lines of each resource as they stand in their file, with their comments."""
    found: dict[str, str] = {}
    sources = {entry.source.file: entry.source for entry in file.entries["resources"]}
    for source in sources.values():
        lines = LINE.findall((root / source.file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        try:
            for block in blocks(lines, source):
                text = "".join(line[len(block.indent) :] for line in lines[block.start : block.end])
                found[block.id] = re.sub("^(?=.)", "  ", text.rstrip("\n") + "\n", flags=re.MULTILINE)
        except BlockError:
            continue  # an entry without lines of its own is written anew
    return found


def _as_yaml(entry: Entry) -> str:
    text = yaml.safe_dump([entry.fields], allow_unicode=True, sort_keys=False, width=110)
    return re.sub("^(?=.)", "  ", text, flags=re.MULTILINE)


def _pages(mine: Settings, theirs: Settings, found: Adopted) -> dict[str, list[str]]:
    """Keep the pages and files that are others than those below; return the pages that the copy lacks."""
    here, there = (_files(settings.root / settings.docs) for settings in (mine, theirs))
    for name, path in here.items():
        if name.startswith("translations/") and name.endswith(".po"):
            continue
        if name not in there or _read(path) != _read(there[name]):
            found.files[f"docs/{name}"] = path.read_bytes()
            found.kept.append(f"docs/{name}")
    source = (name for name in there if name.endswith(".md") and not name.startswith("translations/"))
    originals = (name for name in source if "." not in name.removesuffix(".md"))
    return {"pages": [name for name in originals if name not in here]}


def _files(docs: Path) -> dict[str, Path]:
    return {p.relative_to(docs).as_posix(): p for p in sorted(docs.rglob("*")) if p.is_file() and not p.is_symlink()}


def _read(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n").rstrip()


def _translations(mine: Settings, theirs: Settings, found: Adopted) -> None:
    """Keep the words that are others than those below."""
    for tag in mine.locales:
        name = f"translations/{tag}.po"
        files, _ = po_files(mine.root, f"{mine.docs}/{name}")
        known: dict[Key, tuple[str, ...]] = {}
        for file in po_files(theirs.root, f"{theirs.docs}/{name}")[0]:
            known |= {entry_key(e): forms(e) for e in read_po(theirs.root, file)[0] or () if not e.obsolete}
        for file in files:
            book = read_po(mine.root, file)[0]
            if book is None:
                continue
            kept = [e for e in book if not e.obsolete and any(forms(e)) and known.get(entry_key(e)) != forms(e)]
            _keep_words(file.removeprefix(f"{mine.docs}/"), book, kept, found)


def _keep_words(name: str, book: polib.POFile, kept: list[polib.POEntry], found: Adopted) -> None:
    if kept:
        book[:] = kept
        found.files[f"docs/{name}"] = str(book).encode()
        found.kept.append(f"docs/{name}: {len(kept)} texts")


def _numbers(copy: Path, base: Path, found: Adopted) -> None:
    """Keep the numbers that are the copy's own."""
    here, there = read_numbers(copy)[0], read_numbers(base)[0]
    lines = [f"{number}: {address or HOME}\n" for number, address in here.items() if number not in there]
    found.files[NUMBERS] = (HEAD + "".join(lines)).encode()
    found.kept += [f"{NUMBERS}: {len(lines)} numbers"] if lines else []


def _written(file: File, theirs: Settings, hidden: Mapping[str, list[str]]) -> str:
    """Return the settings of the copy as they stand, with what it builds on and hides, and without our own menu."""
    lines = file.source.text.split("\n")
    place = file.source.key_place(file.option())
    if not re.fullmatch(r"\s*- +resourcehub *:?.*", lines[place.line - 1]):
        raise AdoptError(f"{place}: write the plugin on a line of its own, '- resourcehub:', and its settings below it")
    head = lines[place.line - 1].split("resourcehub")[0] + "resourcehub:"
    given = file.source.names(file.option())
    column = file.source.key_place(file.option(given[0])).column if given else place.column + 2
    indent = " " * (column - 1)
    added = [f"{indent}extends: reference", f"{indent}catalog: {LOCAL}"]
    rows = [f"{indent}  {name}: [{', '.join(words)}]" for name, words in hidden.items() if words]
    added += [f"{indent}hide:", *rows] if rows else []
    gone = _ours(file, theirs)
    kept = [head if n == place.line else line for n, line in enumerate(lines, 1) if n not in gone]
    at = kept.index(head) + 1
    return "\n".join([*kept[:at], *added, *kept[at:]])


def _ours(file: File, theirs: Settings) -> set[int]:
    """Return the lines that say what the hub below says as well: its menu and its foot, and the name of the catalog."""
    gone: set[int] = set()
    if settings_of(file).menu == theirs.menu and file.given(("nav",)):
        gone |= set(_lines(file, ("nav",)))
    for name in ("footer", "catalog"):
        same = name == "catalog" or file.options.footer == theirs.footer
        if same and file.given(file.option(name)):
            gone |= set(_lines(file, file.option(name)))
    return gone


def _lines(file: File, path: tuple[str | int, ...]) -> Iterator[int]:
    """Yield the lines of a setting: its own, and those below it that begin further right or with a dash."""
    start, lines = file.source.key_place(path), file.source.text.split("\n")
    yield start.line
    for number in range(start.line + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and not re.match(rf" {{{start.column}}}|( {{{start.column - 1}}})- ", line):
            return
        yield number
