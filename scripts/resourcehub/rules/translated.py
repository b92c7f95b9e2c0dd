"""Rules on translated pages beside their source: what was lost on the way, what they were made from."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from resourcehub.catalog.front import Explainer
from resourcehub.catalog.paragraphs import fold, numbered
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import Drift, drift, said, version
from resourcehub.languages.locales import Locale
from resourcehub.languages.marks import is_reader
from resourcehub.languages.text_checks import text_faults
from resourcehub.problems import Place, Problem
from resourcehub.prose.citations import keys_in
from resourcehub.prose.reading import without_code
from resourcehub.rules.facts import Facts
from resourcehub.rules.leads import PHONE

# Addresses and numbers to dial are the matter of leads.py.
_LEADS = re.compile(r"<?https?://[^\s<>()\[\]]+>?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What is no words: targets of links, citations, names of places, marks of emphasis, lists, headings and tables.
_MARKUP = (
    (re.compile(r"!(?=\[[^\[\]]*\]\()|\[!\w+\]"), ""),  # the signs of a picture and of a box are no exclamation
    (re.compile(r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[\"'][^)]*)?\)|[\[\]]"), ""),
    (re.compile(r"\{[^{}\n]*\}|^\s*(?:[*+-]|\d+\.|#{1,6}|>|!!! \w+)\s+|^[\s|:-]+$|[*_`|]", re.MULTILINE), " "),
)
_CITATION = re.compile(r"\s*\[@[^\[\]]*\]")
_TALK = 3  # so many texts in common are no accident


def translated_pages(facts: Facts) -> Iterator[Problem]:
    """A translated page says what it was made from, and has the claims, sources and words of its source."""
    sources = {d.key: d for d in facts.documents if d.locale == facts.source_locale}
    for document in facts.documents:
        source = sources.get(document.key)
        if source and source is not document and document.meta.title and source.meta.title:
            older = drift(document, source)
            yield from _fingerprints(document, source, older, sources)
            yield from _reader(document)
            yield from _lost(document, source, older)
            yield from _words(document, source, older, facts.registry[document.locale])


def _fingerprints(
    document: Document, source: Document, older: Drift, sources: dict[str, Document]
) -> Iterator[Problem]:
    made_from = document.meta.translates
    if not made_from:
        if "translates" not in document.front:
            what = (
                f"the page does not say which version of {source.source.file} it was made from, so nobody knows when "
                "it is old: 'hub translate mark' writes it"
            )
            yield _warning(document, 1, what, "unmarked-page")
        return
    line = document.source.key_place(("translates",)).line
    if not older:
        return
    others = (d for d in sources.values() if d is not source)
    if other := next((d for d in others if _common(made_from, d) > max(_TALK, _common(made_from, source))), None):
        what = f"the fingerprints are those of {other.source.file}, not of {source.source.file}: correct them"
        yield _warning(document, line, f"{what} with 'hub translate mark {document.source.file}'", "wrong-fingerprint")
    elif "/" not in made_from:
        what = f"{source.source.file} has changed, and this old kind of fingerprint does not say where"
        yield _warning(
            document, line, f"{what}: bring the page up to date, then 'hub translate mark' it", "old-fingerprint"
        )
    elif not _common(made_from, source):
        what = f"none of these fingerprints is of {source.source.file}: bring the page up to date"
        what += ", then 'hub translate mark' it"
        yield _warning(document, line, what, "wrong-fingerprint")


def _reader(document: Document) -> Iterator[Problem]:
    if (by := document.meta.read_by) and not is_reader(by):
        what = f"'{shown(by)}' cannot be understood: write a name, a comma and a day such as 2026-03-31"
        yield _warning(document, document.source.key_place(("read_by",)).line, what, "bad-reader")


def _common(made_from: str, source: Document) -> int:
    """Return how many texts of a source page are named by its fingerprints; a whole file counts as many."""
    if "/" not in made_from:
        return 1000 if made_from == source.fingerprint else 0
    now = set(version(source.meta, source.body).split()) - {"/"}
    return len(now & set(made_from.split()))


def _lost(document: Document, source: Document, older: Drift) -> Iterator[Problem]:
    claims = [len(d.meta.claims) if isinstance(d.meta, Explainer) else 0 for d in (document, source)]
    if claims[0] != claims[1] and not any(place.startswith("claims/") for place in older.front):
        line = document.source.key_place(("claims",)).line
        what = f"{claims[0]} claims, and the source has {claims[1]}: translate each of them, and none besides"
        yield _warning(document, line, what, "other-claims")
    if older.body or older.whole:
        return
    texts = [without_code(d.body) for d in (document, source)]
    here, there = (Counter(keys_in(text)) for text in texts)
    for key in there - here:
        at = _near(document, source, f"@{key}")
        what = f"the source cites [@{key}] in line {at[1]}, and this page does not as often: put the mark back as it is"
        yield _warning(document, at[0], what, "lost-citation")


def _line_of(document: Document, words: str) -> int:
    return document.source.text.count("\n", 0, max(0, document.source.text.find(words))) + 1


def _near(document: Document, source: Document, words: str) -> tuple[int, int]:
    """Return the line where words of the source should stand in a page with as many paragraphs, and their own."""
    here, there = numbered(document.body), numbered(source.body)
    index = next((n for n, (_, text) in enumerate(there) if words in text), 0)
    row = here[index][0] if len(here) == len(there) else 0
    return document.lines_before + row + 1, _line_of(source, words)


def _words(document: Document, source: Document, older: Drift, locale: Locale) -> Iterator[Problem]:
    texts = said(document.meta)
    pairs = [
        (document.source.place(_path(place)).line, text, texts[place])
        for place, text in said(source.meta).items()
        if place in texts and place not in older.front
    ]
    here, there = numbered(document.body), numbered(source.body)
    aligned = len(here) == len(there)
    if aligned and not older.body:
        pairs += [
            (document.lines_before + row + 1, _unled(text), _unled(own))
            for (row, own), (_, text) in zip(here, there, strict=True)
        ]
    elif not aligned and not older:
        what = (
            f"{len(here)} paragraphs, and {source.source.file} has {len(there)}: cut the text where that is cut, so "
            "that readers can be told which paragraph is old"
        )
        yield _warning(document, document.lines_before + 1, what, "other-paragraphs")
    for line, text, own in pairs:
        for code, what in text_faults(_plain(text), _plain(own), locale):
            yield _warning(document, line, what, code)


def _path(place: str) -> tuple[str | int, ...]:
    return tuple(int(part) if part.isdigit() else part for part in place.split("/"))


def _unled(markdown: str) -> str:
    return PHONE.sub("", _LEADS.sub("", markdown))


def _plain(markdown: str) -> str:
    text = _CITATION.sub("", without_code(markdown))
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return " ".join(fold(html.unescape(text)).split())


def _warning(document: Document, line: int, what: str, code: str) -> Problem:
    return Problem(Place(document.source.file, line), what, code, "warning")


RULES = (translated_pages,)
