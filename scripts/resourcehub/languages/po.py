"""PO files: reading them by polib, and what can be wrong with them.

Not by Babel: its reader mangles ``#|`` lines.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib
from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import DETAILS_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH
from resourcehub.catalog.plain import require_plain
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.units import INTERFACE, Key, key_of
from resourcehub.problems import Place, Problem

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


def entry_key(entry: polib.POEntry) -> Key:
    """Return what an entry of a file is known by."""
    return key_of(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def forms(entry: polib.POEntry) -> tuple[str, ...]:
    """Return the translations of an entry: one, or one for each plural form."""
    if entry.msgid_plural:
        return tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural))
    return (entry.msgstr,)


def is_machine(entry: polib.POEntry) -> bool:
    """Say whether a machine translated the entry and no speaker has read it yet."""
    return MACHINE in (line.strip() for line in entry.tcomment.splitlines())


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


def read_book(root: Path, file: str) -> tuple[Book | None, list[Problem]]:
    """Return what the PO file ``file`` holds and what is wrong with it: None if it is absent or cannot be parsed."""
    found, problems = read_po(root, file)
    if found is None:
        return None, problems
    live = [e for e in found if not e.obsolete]
    catalog = {e.msgctxt: _translation(e) for e in live if e.msgctxt != INTERFACE}
    interface = {e.msgid: _translation(e) for e in live if e.msgctxt == INTERFACE}
    return Book(catalog, interface, found.metadata.get("Plural-Forms")), problems


def _translation(entry: polib.POEntry) -> Translation:
    plural, texts = entry.msgid_plural or None, forms(entry)
    fits = not any(misfit(entry.msgid, plural, text) for text in texts)
    return Translation(entry.msgid, plural, texts if all(texts) else (), entry.fuzzy, is_machine(entry), fits)


def read_po(root: Path, file: str) -> tuple[polib.POFile | None, list[Problem]]:
    """Return a PO file and what is wrong with it: None if it is absent (no fault) or cannot be parsed.

    Faults of single entries (HTML, placeholders, lengths) leave the file usable.
    """
    path = root / file
    if not path.is_file():
        return None, []
    if faults := list(_lexical(path, file)):
        return None, faults
    try:
        book = polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        cure = "this line does not fit here: each text needs msgctxt, msgid and msgstr, in this order"
        return None, [Problem(Place(file, int(line[1]) if line else 0), cure, "po-syntax")]
    return book, [*_header_faults(book, file), *_duplicates(book, file), *_entry_faults(book, file)]


def _lexical(path: Path, file: str) -> Iterator[Problem]:
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        yield Problem(Place(file), "the file is larger than 10 MB: split or clean it", "too-large")
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Problem(Place(file, line), "the file is not in UTF-8: save it again in this encoding", "not-utf-8")
        return
    for number, line_text in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if cure := _line_fault(line_text.strip()):
            yield Problem(Place(file, number), cure, "po-syntax")


def _line_fault(line: str) -> str | None:
    if not line or _LINE.fullmatch(line) or (line[0] == "#" and line[:2] not in ("#~", "#|")) or line in ("#~", "#~|"):
        return None
    if _CONFLICT.match(line):
        return "the mark of a merge conflict: keep one of the two versions and delete the marks"
    return r"a text stands between two double quotes; a double quote inside it is written \""


def _header_faults(book: polib.POFile, file: str) -> Iterator[Problem]:
    if rule := book.metadata.get("Plural-Forms"):
        try:
            parse_plurals(rule)
        except ValueError as error:
            yield Problem(Place(file, 1), f"the header Plural-Forms cannot be read: {error}", "bad-plurals")


def _duplicates(book: polib.POFile, file: str) -> Iterator[Problem]:
    first: dict[Key, polib.POEntry] = {}
    for entry in book:
        if entry.obsolete:
            continue
        if (seen := first.setdefault(entry_key(entry), entry)) is not entry:
            what = f"'{entry.msgctxt}' stands here again (first in line {seen.linenum}): delete one of the two"
            yield Problem(Place(file, entry.linenum or 0), what, "duplicate-message")


def _entry_faults(book: polib.POFile, file: str) -> Iterator[Problem]:
    for entry in book:
        if entry.obsolete:
            continue
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
