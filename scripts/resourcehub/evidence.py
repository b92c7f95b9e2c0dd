"""Rules on what stands behind the words: claims name a source, sources are used, resources are met on pages."""

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise

from resourcehub.bodies import without_code
from resourcehub.cite import CITATION, keys_in
from resourcehub.facts import Facts, texts
from resourcehub.model import Status
from resourcehub.pagelinks import page_links
from resourcehub.problems import Place, Problem
from resourcehub.read import Document, Entry

# A figure of how many or how much, or words that lean on somebody's findings.
_CLAIM = re.compile(
    r"\d\s?(?:%|percent\b)|[$€£]\s?\d"
    r"|\b(?:research(?:ers?)?|stud(?:y|ies)|scholars?|(?:found|finds?|shows?|showed|proves?) that)\b",
    re.IGNORECASE,
)
# To say what no study has found is no claim; and the page of a resource is a source.
_UNCLAIMED = re.compile(
    r"\b(?:found no|no (?:\w+ )?stud(?:y|ies)|(?:not|cannot) (?:prove|settled|agree))\b"
    r"|\]\([^()]*\bresources/[a-z0-9-]+\.md",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_BLOCK = re.compile(r"^(?:[ \t]*\n|(?=[ \t]*(?:[*+-]|\d+\.|#{1,6})[ \t]))", re.MULTILINE)


def claims_have_sources(facts: Facts) -> Iterator[Problem]:
    """A paragraph of an English page that holds a figure or speaks of studies names its source."""
    for document in facts.documents:
        for line, block in blocks(document) if document.locale.split("-")[0] == "en" else ():
            found = None if block.startswith("#") else _CLAIM.search(_LINK.sub("", block))
            if found and not CITATION.search(block) and not _UNCLAIMED.search(block):
                what = f"'{found[0]}' is a claim without a source: add one, such as [@id], or say it without the claim"
                yield Problem(Place(document.source.file, line), what, "no-source", "warning")


def blocks(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs, list items and headings of a page, each with its line in the file."""
    text = without_code(document.body)
    starts = [0, *(found.end() for found in _BLOCK.finditer(text)), len(text)]
    for start, end in pairwise(starts):
        if block := text[start:end].strip():
            yield document.lines_before + text.count("\n", 0, start) + 1, block


def citations_are_used(facts: Facts) -> Iterator[Problem]:
    """Every citation carries a claim of a page, or stands with a resource."""
    used = {text for entry in facts.entries("resources") for text, _ in texts(entry.fields.get("citations"), ())}
    for document in facts.documents:
        used |= {text for name in ("sources", "claims") for text, _ in texts(document.front.get(name), ())}
        used |= set(keys_in(without_code(document.body)))
    for entry in facts.entries("citations"):
        if entry.id and entry.id not in used:
            what = f"nothing names the citation '{entry.id}': cite it where it carries a claim, or delete it"
            yield Problem(facts.place(entry.path), what, "unused-citation", "warning")


def related_both_ways(facts: Facts) -> Iterator[Problem]:
    """A resource that another calls related says so of the other, too."""
    related = {entry.id: _related(entry) for entry in facts.entries("resources")}
    for entry in facts.entries("resources"):
        for index, other in enumerate(_related(entry)):
            if other in related and entry.id not in related[other]:
                what = f"'{other}' does not lead back: add '{entry.id}' to its 'related'"
                yield Problem(facts.place((*entry.path, "related", index)), what, "one-way-related", "warning")


def resources_are_met(facts: Facts) -> Iterator[Problem]:
    """A page leads to each resource, or to one that is related to it. A hub whose pages name none has lists only."""
    related = {entry.id: _related(entry) for entry in facts.entries("resources")}
    met: set[str | None] = set()
    waiting = [name for document in facts.documents for name in _named(document, facts.resources) if name in related]
    if not waiting:
        return
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            waiting += related.get(name, ())
    for entry in facts.entries("resources"):
        if entry.id not in met and entry.fields.get("status", Status.ACTIVE) == Status.ACTIVE:
            what = f"no page leads to '{entry.id}': name it under 'resources:' of a page, or as 'related' of its like"
            yield Problem(facts.place(entry.path), what, "unmet-resource", "warning")


def _related(entry: Entry) -> list[str]:
    return [text for text, _ in texts(entry.fields.get("related"), ())]


def _named(document: Document, folder: str) -> Iterator[str]:
    yield from (text for text, _ in texts(document.front.get("resources"), ()))
    for _, target in page_links(document):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(document.key), target))
        if posixpath.dirname(path) == folder:
            yield posixpath.basename(path).removesuffix(".md")


RULES = (claims_have_sources, citations_are_used, related_both_ways, resources_are_met)
