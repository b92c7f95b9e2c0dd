"""Rules on what stands behind the words: claims name a source, sources are used, resources and words have a page."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from resourcehub.catalog.entries import Entry
from resourcehub.catalog.fields import is_id
from resourcehub.catalog.model import Status
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.problems import Place, Problem, nearest
from resourcehub.prose.citations import CITATION, keys_in
from resourcehub.prose.reading import without_code
from resourcehub.rules.facts import Facts, texts
from resourcehub.rules.pagelinks import page_links

# A figure of how many or how much, or words that lean on somebody's findings.
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred)"
_CLAIM = re.compile(
    r"(?<![\w.,-])(?:[\w.,-]{1,40} ?)?(?:%|per ?cent\b)|[$€£] ?\d[\d.,]{0,20}"
    r"|(?<![\d.,])\d[\d.,]{0,20} (?:dollars|euros|pounds)\b"
    rf"|\b{_COUNT} (?:in|out of|of every) {_COUNT}\b"
    r"|\b(?:a|one|two|three|four)[ -](?:half|thirds?|quarters?|fourths?|fifths?|tenths?) of (?!an hour)"
    r"|\b(?:research(?:ers?)?|stud(?:y|ies|ied)|meta-analys[ie]s|scholars?|scientists?|experts|evidence|findings?)\b"
    r"|\b(?:found|finds|shows|showed|proves|proved|proven)\b|\b(?:find|show|shown|prove) that\b|\bshown to\b",
    re.IGNORECASE,
)
# The same words about everyday things: what a page shows (or a command: code is blank here), what somebody looks for.
_INNOCENT = re.compile(
    r"\b(?:page|site|card|list|table|menu|screen|browser|picture|message|line)(?: then| also)? shows\b"
    r"|(?: {2}|\| {0,20})shows\b|\bshows in\b|\blost and found\b|\b(?:can|could|may|to) be found\b"
    r"|\b(?:is|are) found (?:here|there|below|in|on|at|under)\b"
    r"|\b(?:I|you) (?:have )?found\b|\bwhat (?:it|you|he|she) (?:finds|found)\b"
    r"|\b(?:to|can|must|may|children|students|you) study\b|\bstudy (?:at|hall|skills)\b",
    re.IGNORECASE,
)
# To say what no study has found is no claim; and the page of a resource is a source. Both hold for the one sentence.
_UNCLAIMED = re.compile(
    r"\b(?:found no|no (?:\w+ )?(?:stud(?:y|ies)|evidence)|not find|(?:not|cannot) (?:prove|settled|agree))\b"
    r"|\]\([^()]*\bresources/[a-z0-9-]+\.md",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)*_]*\s+|\n(?=[ \t]*\|)")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)|https?://[^\s<>]+")
_BLOCK = re.compile(r"^(?:[ \t]*\n|(?=[ \t]*(?:[*+-]|\d+\.|#{1,6})[ \t]))", re.MULTILINE)


def claims_have_sources(facts: Facts) -> Iterator[Problem]:
    """A paragraph of an English page that holds a figure or speaks of studies names its source."""
    for document in facts.documents:
        for line, block in blocks(document) if document.locale.split("-")[0] == "en" else ():
            found = None if block.startswith("#") or CITATION.search(block) else claim(block)
            if found:
                what = f"'{found}' is a claim without a source: add one, such as [@id], or say it without the claim"
                yield Problem(Place(document.source.file, line), what, "no-source", "warning")


def claim(paragraph: str) -> str | None:
    """Return the words that make a claim of an English paragraph, or None."""
    said = (sentence for sentence in _SENTENCE.split(paragraph) if not _UNCLAIMED.search(sentence))
    found = (_CLAIM.search(_INNOCENT.sub(" ", _LINK.sub("link", sentence))) for sentence in said)
    return next((" ".join(match[0].split()) for match in found if match), None)


def blocks(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs, list items and headings of a page, each with its line in the file."""
    text = without_code(document.body)
    starts = [0, *(found.end() for found in _BLOCK.finditer(text)), len(text)]
    line = document.lines_before + 1
    for start, end in pairwise(starts):
        if block := text[start:end].strip():
            yield line, block
        line += text.count("\n", start, end)


def citations_are_used(facts: Facts) -> Iterator[Problem]:
    """Every citation carries a claim of a page, or stands with a resource. An entry with a slip may name any."""
    if not facts.file.whole:
        return
    used = {text for entry in facts.entries("resources") for text, _ in texts(entry.fields.get("citations"), ())}
    for document in facts.documents:
        used |= {text for name in ("sources", "claims") for text, _ in texts(document.front.get(name), ())}
        used |= set(keys_in(without_code(document.body)))
    used |= _slips_of(used, facts.known("citations"))
    for entry in facts.entries("citations"):
        if entry.id and is_id(entry.id) and entry.id not in used and not facts.is_meant(entry):
            what = f"nothing names the citation '{entry.id}': cite it where it carries a claim, or delete it"
            yield Problem(facts.place(entry.path), what, "unused-citation", "warning")


def related_both_ways(facts: Facts) -> Iterator[Problem]:
    """A resource that another calls related says so of the other, too."""
    known = facts.known("resources") or ()
    found = {entry.id: _related(entry) for entry in facts.entries("resources")}
    # A name that leads nowhere has its own message, and may have been the way back.
    related = {name: others for name, others in found.items() if all(other in known for other in others)}
    for entry in facts.entries("resources"):
        for index, other in enumerate(_related(entry)):
            if other in related and entry.id not in related[other] and not facts.is_meant(entry):
                what = f"'{other}' does not lead back: add '{entry.id}' to its 'related'"
                yield Problem(facts.place((*entry.path, "related", index)), what, "one-way-related", "warning")


def resources_are_met(facts: Facts) -> Iterator[Problem]:
    """A page of ``docs/`` leads to each resource; lists and related resources do not count.

    A hub may be lists only, and so may be what a site adds to the pages of another.
    """
    met = {name for document in facts.documents for name in _named(document, facts.resources)}
    if facts.below or met.isdisjoint(facts.known("resources") or ()):
        return
    met |= _slips_of(met, facts.known("resources"))
    for entry in facts.entries("resources"):
        if (
            entry.id not in met
            and not facts.is_meant(entry)
            and entry.fields.get("status", Status.ACTIVE) == Status.ACTIVE
        ):
            what = f"no page leads to '{entry.id}': name it under 'resources:' of a page, or link to it in the text"
            yield Problem(facts.place(entry.path), what, "unmet-resource", "warning")


def words_are_explained(facts: Facts) -> Iterator[Problem]:
    """One page of the source language explains each word of the glossary."""
    pages: dict[str, str] = {}
    for document in (d for d in facts.documents if d.locale == facts.source_locale):
        for word, path in texts(document.front.get("words"), ("words",)):
            if word in pages:
                what = f"{pages[word]} explains '{shown(word)}' already: name it in the 'words:' of one page only"
                yield Problem(document.source.place(path), what, "explained-twice")
            pages.setdefault(word, document.source.file)
    slips = _slips_of(pages, facts.known("glossary"))
    for entry in facts.entries("glossary"):
        if entry.source.file.startswith(facts.below):
            continue  # a page of this site has taken the place of that which explains it
        if entry.id and entry.id not in pages and entry.id not in slips and not facts.is_meant(entry):
            what = f"no page explains the word '{shown(entry.id)}': name it in the 'words:' of one"
            yield Problem(facts.place(entry.path), what, "unexplained-word")


def _slips_of(names: Iterable[str], known: frozenset[str] | None) -> set[str]:
    """Return the ids that are meant by names which are none: each of these has its own message."""
    wrong = (name for name in names if known and name not in known)
    return {near for name in wrong if (near := nearest(name, known or ()))}


def _related(entry: Entry) -> list[str]:
    return [text for text, _ in texts(entry.fields.get("related"), ())]


def _named(document: Document, folder: str) -> Iterator[str]:
    yield from (text for text, _ in texts(document.front.get("resources"), ()))
    for _, target in page_links(document):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(document.key), target))
        if posixpath.dirname(path) == folder:
            yield posixpath.basename(path).removesuffix(".md")


RULES = (claims_have_sources, citations_are_used, related_both_ways, resources_are_met, words_are_explained)
