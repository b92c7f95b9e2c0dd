"""What may be wrong with the entries of a PO file: their place in the catalog, their words, their marks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from itertools import islice

from pydantic_core import PydanticCustomError

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.fields import DETAILS_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH
from resourcehub.catalog.paragraphs import same
from resourcehub.catalog.plain import require_plain, shown
from resourcehub.catalog.source import MOST
from resourcehub.languages.locales import Locale
from resourcehub.languages.marks import misread
from resourcehub.languages.po import Book, Translation
from resourcehub.languages.registry import parse_plurals
from resourcehub.languages.text_checks import text_faults
from resourcehub.languages.units import INTERFACE, Unit
from resourcehub.problems import Place, Problem, Severity, suggestion

# A header of our own: how many texts had a mark when ``hub translate update`` last wrote the file.
MARKED = "X-Marked"
LENGTHS = {"title": TITLE_LENGTH, "heading": TITLE_LENGTH, "summary": SUMMARY_LENGTH, "details": DETAILS_LENGTH}
_CHARSET = re.compile(r"charset=\s*([^\s;]+)", re.IGNORECASE)
_LOST = 20  # so many marks do not go by hand, one by one, without a word on who read the texts
_GUESSES = 20  # each search for a near word takes milliseconds


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the entries of a file stand for: the texts of the catalog by place, and entries whose fields are unknown.

    ``words``: those of the interface with their plural; none where a site may have others of its own.
    """

    texts: Mapping[str, str]
    unclear: frozenset[str] = frozenset()
    read: bool = True
    words: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        file: CatalogFile,
        units: Iterable[Unit],
        meant: Iterable[tuple[str, str]] = (),
        words: Mapping[str, str | None] | None = None,
    ) -> "Catalogue":
        """Look at a catalog; of a draft or an entry with faults nobody can say which texts it has.

        ``meant`` are sections and ids that no entry has because of a slip, which has a message of its own.
        """
        texts = {unit.context: unit.source for unit in units}
        whole = {context.rpartition("/")[0] for context in texts}
        unclear = {f"{section}/{name}" for section, name in (*file.places, *meant)} - whole
        return cls(texts, frozenset(unclear), file.whole, words or {})

    def names(self, context: str) -> bool:
        """Say whether a context may be one."""
        return context in self.texts or not self.read or context.rpartition("/")[0] in self.unclear


def book_faults(book: Book, file: str, locale: Locale, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with a PO file that could be read."""
    yield from header_faults(book, file)
    yield from _mark_faults(book, file)
    yield from islice(_contexts(book, file, catalogue), MOST)
    yield from islice(_interface(book, file, locale, catalogue.words), MOST)
    for entry in book.entries:
        place = Place(file, entry.line)
        yield from entry_faults(entry, place, book.plurals or locale.plurals)
        if entry.context == INTERFACE or catalogue.names(entry.context):
            yield from _doubts(entry, place, locale)


def header_faults(book: Book, file: str) -> Iterator[Problem]:
    """The plural rule of a file can be read, and other programs read its letters as this one does."""
    if (found := _CHARSET.search(book.header.get("Content-Type", ""))) and found[1].lower() not in ("utf-8", "utf8"):
        what = f"the header says 'charset={shown(found[1], 40)}', and other programs would break its letters"
        yield Problem(Place(file, 1), f"{what}: write charset=UTF-8", "not-utf-8", "warning")
    if rule := book.plurals:
        try:
            parse_plurals(rule)
        except ValueError as error:
            yield Problem(Place(file, 1), f"the header Plural-Forms cannot be read: {error}", "bad-plurals")


def rule_faults(books: Mapping[str, Book]) -> Iterator[Problem]:
    """The PO files of a language count in one way: all are read by the rule of the first that has one."""
    rules = [(file, book, rule) for file, book in books.items() if (rule := _counted(book))]
    for file, book, rule in rules[1:]:
        if rule != rules[0][2] and any(entry.plural for entry in book.entries):
            cure = f"this file counts in another way than {rules[0][0]}: copy its header Plural-Forms"
            yield Problem(Place(file, 1), f"{cure}, and put the forms in its order", "other-plurals")


def _counted(book: Book) -> tuple[int, ...]:
    """Return which form the rule of a file takes for the first numbers; nothing where it cannot be read."""
    try:
        forms, rule = parse_plurals(book.plurals or "")
    except ValueError:
        return ()
    return (forms, *map(c2py(rule), range(200)))


def _mark_faults(book: Book, file: str) -> Iterator[Problem]:
    """Who made and read a text is said above it; a tool that drops comments does not make hundreds of texts unsaid."""
    told = [(entry, entry.marks) for entry in book.entries if any(entry.forms)]
    silent = [entry for entry, marks in told if marks.silent]
    if (lost := lost_marks(book.header, len(told) - len(silent), len(silent))) and silent:
        what = (
            f"{lost} texts lost the line that says who made or read them: a program dropped the comments ('# …'). "
            "Take them from the version before, and use a program that keeps them"
        )
        yield Problem(Place(file, silent[0].line), what, "lost-marks")
    elif len(silent) >= _LOST:
        what = (
            f"{len(silent)} texts, of which this is the first, do not say who made or read them, and count as "
            "machine-made. Has a speaker read them? Then write '# read by …, 2026-03-31' above each"
        )
        yield Problem(Place(file, silent[0].line), what, "unsaid-reader", "warning")
    for entry, _ in told:
        if line := misread(entry.comment):
            what = (
                f"'{shown(line)}' cannot be understood: write '# read by', a name, a comma and a day such as 2026-03-31"
            )
            yield Problem(Place(file, entry.line), what, "bad-reader", "warning")


def lost_marks(header: Mapping[str, str], marked: int, silent: int) -> int:
    """Return how many marks went at once since the header was written; 0 where a person may have taken them off."""
    before = header.get(MARKED, "")
    gone = min(int(before) - marked, silent) if before.isdecimal() and len(before) < 8 else 0
    return gone if gone >= _LOST else 0


def _contexts(book: Book, file: str, catalogue: Catalogue) -> Iterator[Problem]:
    """Each entry stands for a text of the catalog, and repeats its words."""
    present = {entry.context for entry in book.entries}
    free = [context for context in catalogue.texts if context not in present]
    guesses = iter(range(_GUESSES))
    for entry in book.entries if catalogue.read else ():
        place = Place(file, entry.line)
        if not entry.context:
            near = next((c for c in free if same(catalogue.texts[c], entry.source)), None)
            cure = f"write 'msgctxt \"{near}\"' above its msgid" if near else "put its msgctxt back, above its msgid"
            yield Problem(place, f"'{shown(entry.source)}' does not say where it stands: {cure}", "no-context")
        elif entry.context != INTERFACE and not catalogue.names(entry.context):
            near = _near(entry, free, catalogue) if next(guesses, None) is not None else ""
            what = f"the catalog has no text '{shown(entry.context, 120)}'{near}: correct the msgctxt"
            cure = "or let 'hub translate update' put it aside, if the entry is gone"
            yield Problem(place, f"{what}, {cure}", "unknown-text", "warning")
        elif (source := catalogue.texts.get(entry.context)) and not entry.fuzzy and not same(entry.source, source):
            yield _other_source(entry, source, place)


def _interface(book: Book, file: str, locale: Locale, words: Mapping[str, str | None]) -> Iterator[Problem]:
    """Each word of the interface is one that the program says, in all its forms."""
    guesses, count = iter(range(_GUESSES)), _forms(book.plurals or locale.plurals)
    for entry in book.entries if words else ():
        if entry.context != INTERFACE:
            continue
        said, needed = sum(map(bool, entry.forms)), count if entry.plural else 1
        if entry.source not in words or entry.plural != words[entry.source]:
            own = words.get(entry.source, "")
            near = suggestion(entry.source, words) if own == "" and next(guesses, None) is not None else ""
            plural = f"its msgid_plural is '{own}'" if own else "it has no plural"
            cure = f"correct the msgid{near}" if own == "" else plural
            what = f"the program has no such text '{shown(entry.source, 120)}': {cure}"
            what += ", or let 'hub translate update' put it aside"
            yield Problem(Place(file, entry.line), what, "unknown-text", "warning")
        elif said and needed and said != needed:
            what = f"'{shown(entry.source)}': {said} of {needed} forms are here, and the source language shows through"
            yield Problem(Place(file, entry.line), f"{what}: fill in each", "missing-form", "warning")


def _forms(header: str) -> int:
    """Return how many forms a plural has; 0 where the rule cannot be read, which is told by itself."""
    try:
        return parse_plurals(header)[0]
    except ValueError:
        return 0


def _near(entry: Translation, free: list[str], catalogue: Catalogue) -> str:
    alike = [c for c in free if same(catalogue.texts[c], entry.made_from)]
    return f" (did you mean '{alike[0]}'?)" if alike else suggestion(entry.context, free)


def _other_source(entry: Translation, source: str, place: Place) -> Problem:
    if not any(entry.forms):
        what = "did you type your words into msgid? They belong into msgstr"
    elif entry.marks.made_from(source):
        what = "it was changed here"
    else:
        what = "has the catalog changed since? Then 'hub translate update' notes it"
    back = f"put back '{shown(source, 80)}'"
    return Problem(
        place,
        f"{entry.context}: its msgid is not what the catalog says: {what}, else {back}",
        "other-source",
        "warning",
    )


def entry_faults(entry: Translation, place: Place, plurals: str) -> Iterator[Problem]:
    """Yield what is wrong with the words of one entry: HTML, hidden signs, placeholders, length."""
    most = LENGTHS.get(entry.context.rpartition("/")[2])
    for text in filter(None, entry.forms):
        try:
            require_plain(text)
        except PydanticCustomError as error:
            yield Problem(place, f"{entry.context}: {error.message()}", error.type)
        if most and len(text) > most:
            what = f"{entry.context}: {len(text)} characters, {most} at most: say it shorter"
            yield Problem(place, what, "long-translation", "warning")
    for cure in entry.misfits(plurals) if entry.context == INTERFACE else ():
        yield Problem(place, f"'{entry.source}': {cure}", "placeholder")


def _doubts(entry: Translation, place: Place, locale: Locale) -> Iterator[Problem]:
    severity: Severity = "warning"
    source = entry.made_from if entry.context != INTERFACE else entry.plural or entry.source
    for text in filter(None, entry.forms):
        for code, what in text_faults(source, text, locale):
            yield Problem(place, f"{entry.context}: {what}", code, severity)
