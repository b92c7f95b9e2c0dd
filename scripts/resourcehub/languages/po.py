"""PO files: reading them by polib, and what can be wrong with them.

Not by Babel: its reader mangles ``#|`` lines.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib
from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import DETAILS_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH
from resourcehub.catalog.folder import files_in, link_fault
from resourcehub.catalog.plain import require_plain
from resourcehub.languages.quick import Entry, Leaf, read_quick
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.units import INTERFACE, Key, key_of
from resourcehub.problems import Place, Problem

AnyEntry = polib.POEntry | Entry
MACHINE = "machine translation, not yet read by a speaker"
MAX_BYTES = 10_000_000
LENGTHS = {
    "title": TITLE_LENGTH,
    "heading": TITLE_LENGTH,
    "summary": SUMMARY_LENGTH,
    "details": DETAILS_LENGTH,
}

FIELD = re.compile(r"\{(\w+)\}")
# polib silently cuts the last character off a text whose closing quote is missing: so lines come first.
_LINE = re.compile(r'(#~\|?\s*|#\|\s*)?(msg(ctxt|id|id_plural|str|str\[\d\])\s*)?"[^"\\]*(\\.[^"\\]*)*"')
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")


def entry_key(entry: AnyEntry) -> Key:
    """Return what an entry of a file is known by."""
    return key_of(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def forms(entry: AnyEntry) -> tuple[str, ...]:
    """Return the translations of an entry: one, or one for each plural form."""
    if entry.msgid_plural:
        return tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural))
    return (entry.msgstr,)


def is_machine(entry: AnyEntry) -> bool:
    """Say whether a machine translated the entry and no speaker has read it yet."""
    return MACHINE in entry.tcomment and MACHINE in (line.strip() for line in entry.tcomment.splitlines())


@dataclass(frozen=True, slots=True)
class Translation:
    """What a PO file holds of one text.

    ``forms``: its words, one or one a plural form, none where any is missing. ``fuzzy``: under work, or its source has
    changed. ``machine``: no speaker has read it. ``fits``: the placeholders are those of its source.
    """

    source: str
    plural: str | None
    forms: tuple[str, ...]
    fuzzy: bool
    machine: bool
    fits: bool


@dataclass(frozen=True, slots=True)
class Book:
    """A PO file as it was read: its catalog words by place, its interface words by English text, its plural header."""

    catalog: Mapping[str, Translation] = field(default_factory=dict)
    interface: Mapping[str, Translation] = field(default_factory=dict)
    plurals: str | None = None


def po_files(root: Path, po: str) -> tuple[list[str], list[Problem]]:
    """Return the PO files of a language in their order: ``<tag>.po``, then those of a folder ``<tag>`` by path."""
    folder = po.removesuffix(".po")
    found, problems = files_in(root, folder, (".po",)) if (root / folder).is_dir() else ([], [])
    if fault := link_fault(root, po):
        return found, [*problems, fault]
    return [*([po] if (root / po).is_file() else []), *found], problems


def read_book(root: Path, po: str) -> tuple[Book | None, list[Problem]]:
    """Return what the PO files of a language hold and what is wrong with them; None if there is none to be read.

    ``po`` is the path of the main one. A file that cannot be parsed leaves its own texts missing.
    """
    files, problems = po_files(root, po)
    leaves: dict[str, Leaf] = {}
    for file in files:
        leaf, faults = _leaf(root, file)
        problems += faults
        if leaf is not None:
            leaves[file] = leaf
    problems += _duplicates(leaves)
    live = [entry for leaf in leaves.values() for entry in leaf.entries]
    catalog = {e.msgctxt: _translation(e) for e in live if e.msgctxt != INTERFACE}
    interface = {e.msgid: _translation(e) for e in live if e.msgctxt == INTERFACE}
    plurals = next((leaf.plurals for leaf in leaves.values() if leaf.plurals), None)
    return Book(catalog, interface, plurals) if leaves else None, problems


def _translation(entry: AnyEntry) -> Translation:
    plural, texts = entry.msgid_plural or None, forms(entry)
    fits = entry.msgctxt != INTERFACE or not any(misfit(entry.msgid, plural, text) for text in texts)
    return Translation(entry.msgid, plural, texts if all(texts) else (), entry.fuzzy, is_machine(entry), fits)


def _leaf(root: Path, file: str) -> tuple[Leaf | None, list[Problem]]:
    """Return what one file holds and what is wrong with it, but for texts that stand twice."""
    text, faults = _text(root / file, file)
    leaf = read_quick(text) if text is not None else None
    if leaf is None:
        book, problems = read_po(root, file)
        if book is None:
            return None, problems
        leaf = Leaf([e for e in book if not e.obsolete], book.metadata.get("Plural-Forms"))
    return leaf, [*faults, *_header_faults(leaf.plurals, file), *_entry_faults(leaf.entries, file)]


def read_po(root: Path, file: str) -> tuple[polib.POFile | None, list[Problem]]:
    """Return a PO file as polib reads it: None if it is absent (no fault) or cannot be parsed, and why.

    Nothing is said of its entries: they may hold HTML or stand twice.
    """
    path = root / file
    if not path.is_file():
        return None, []
    text, faults = _text(path, file)
    faults += list(_lexical(text, file)) if text is not None else []
    if faults:
        return None, faults
    try:
        return polib.pofile(str(path), encoding="utf-8", wrapwidth=0), []
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        cure = "this line does not fit here: each text needs msgctxt, msgid and msgstr, in this order"
        return None, [Problem(Place(file, int(line[1]) if line else 0), cure, "po-syntax")]


def _text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text, its line ends those of Unix, without BOM; or None and the reason why not."""
    if path.stat().st_size > MAX_BYTES:
        cure = f"the file is larger than 10 MB: move part of it into a file of the folder {Path(file).stem}/ beside it"
        return None, [Problem(Place(file), cure, "too-large")]
    data = path.read_bytes()
    try:
        return re.sub(r"\r\n?", "\n", data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cure = "the file is not in UTF-8: save it again in this encoding"
        return None, [Problem(Place(file, line), cure, "not-utf-8")]


def _lexical(text: str, file: str) -> Iterator[Problem]:
    for number, line_text in enumerate(text.split("\n"), 1):
        if cure := _line_fault(line_text.strip()):
            yield Problem(Place(file, number), cure, "po-syntax")


def _line_fault(line: str) -> str | None:
    if not line or _LINE.fullmatch(line) or (line[0] == "#" and line[:2] not in ("#~", "#|")) or line in ("#~", "#~|"):
        return None
    if _CONFLICT.match(line):
        return "the mark of a merge conflict: keep one of the two versions and delete the marks"
    return r"a text stands between two double quotes; a double quote inside it is written \""


def _header_faults(rule: str | None, file: str) -> Iterator[Problem]:
    if rule:
        try:
            parse_plurals(rule)
        except ValueError as error:
            yield Problem(Place(file, 1), f"the header Plural-Forms cannot be read: {error}", "bad-plurals")


def _duplicates(leaves: Mapping[str, Leaf]) -> Iterator[Problem]:
    """Yield each text that stands twice, be it in one file of a language or in two."""
    first: dict[Key, tuple[str, int]] = {}
    for file, leaf in leaves.items():
        for entry in leaf.entries:
            here = (file, entry.linenum or 0)
            if (seen := first.setdefault(entry_key(entry), here)) != here:
                where = f"line {seen[1]}" if seen[0] == file else f"{seen[0]}:{seen[1]}"
                what = f"'{entry.msgctxt}' stands here again (first in {where}): delete one of the two"
                yield Problem(Place(*here), what, "duplicate-message")


def _entry_faults(entries: Iterable[AnyEntry], file: str) -> Iterator[Problem]:
    for entry in entries:
        place = Place(file, entry.linenum or 0)
        most = LENGTHS.get((entry.msgctxt or "").rpartition("/")[2])
        for text in filter(None, forms(entry)):
            try:
                require_plain(text)
            except PydanticCustomError as error:
                yield Problem(place, f"{entry.msgctxt}: {error.message()}", error.type)
            if entry.msgctxt == INTERFACE and (cure := misfit(entry.msgid, entry.msgid_plural or None, text)):
                yield Problem(place, f"'{entry.msgid}': {cure}", "placeholder")
            if most and entry.msgctxt != INTERFACE and len(text) > most:
                what = f"{entry.msgctxt}: {len(text)} characters, {most} at most: say it shorter"
                yield Problem(place, what, "long-translation", "warning")


def misfit(source: str, plural: str | None, translation: str) -> str | None:
    """Return what is wrong with the placeholders of a translation, or None.

    A translation has the placeholders of its source; a plural form may leave out the count ("one page").
    """
    wanted = set(FIELD.findall(plural or source))
    there = set(FIELD.findall(translation))
    needed = wanted - {"count"} if plural else wanted
    if there <= wanted and needed <= there and not set("{}") & set(FIELD.sub("", translation)):
        return None
    names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
    return f"the placeholders must stay as in the English text ({names})"
