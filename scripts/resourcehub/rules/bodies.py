"""Rules on the Markdown of pages: no HTML, safe links, known citations, nothing that reads otherwise than it looks.

Code is left alone. What is a link and what is code says the parser that makes the page (``prose``).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import is_id, require_address
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.source import MOST
from resourcehub.problems import Place, Problem, Severity, suggestion
from resourcehub.prose.links import SCHEMES, scheme
from resourcehub.prose.reading import Link, Reading, read
from resourcehub.rules.facts import GONE, Facts
from resourcehub.rules.links import unclean
from resourcehub.rules.targets import target_faults

_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[\w.+-]+@[\w.-]+)>")
_TARGET = re.compile(r"\]\(<[^<>\n]{0,2000}>")
_TAG = re.compile(r"<(?:/?[A-Za-z]|!|\?)[^<>\n]{0,40}>?")
_CITATION = re.compile(r"\[@([^\[\]\n]{0,500})\]")
UNKNOWN = "unknown-citation"
INSECURE = "'http:' lets others read along and change the page: write https if the site has it"
# What an address is doubted for; it leads somewhere all the same.
DOUBTS = frozenset({"insecure-address", "tracking-address", "odd-address", "look-alike"})
# What stops a build besides what makes it fail: words that would be lost, or code where an editor wrote words.
_ERRORS = ("merge-conflict", "unclosed-code", "unsafe-attribute", "unused-note")


def rules_of_bodies(facts: Facts) -> Iterator[Problem]:
    """The text of a page is Markdown without HTML; its links are safe, and its citations exist."""
    known = facts.known("citations")
    if known is not None:
        known |= {word for section, word in facts.meant if section == "citations"}
    for document in facts.documents:
        for problem in body_problems(document, known):
            gone = facts.below and problem.code == UNKNOWN  # it may have stood there; its mark is left out
            yield replace(problem, code=GONE, severity="warning") if gone else problem


def body_problems(document: Document, citations: frozenset[str] | None) -> Iterator[Problem]:
    """Yield what is wrong in the text of one page; ``citations`` are the known ids, None where unknown."""
    found = read(document.body)
    every = chain(_links(found), _plain(found, citations), _slips(found))
    for line, column, what, code, severity in islice(every, MOST):
        place = Place(document.source.file, document.lines_before + line, column)
        yield Problem(place, what, code, severity)


Found = tuple[int, int, str, str, Severity]


def _links(reading: Reading) -> Iterator[Found]:
    for link in reading.links:
        for what, code in address_faults(link):
            yield link.line, link.column, what, code, "warning" if code in DOUBTS else "error"


def _slips(reading: Reading) -> Iterator[Found]:
    for slip in reading.slips:
        yield slip.line, slip.column, slip.message, slip.code, "error" if slip.code in _ERRORS else "warning"


def _plain(reading: Reading, citations: frozenset[str] | None) -> Iterator[Found]:
    text = _TARGET.sub(lambda found: " " * len(found[0]), reading.plain)
    text = _AUTOLINK.sub(lambda link: " " * len(link[0]), text)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for offset, what, code in chain(_html(text), _citations(text, citations)):
        row = bisect_right(starts, offset)
        yield row, offset - starts[row - 1] + 1, what, code, "error"


def _html(text: str) -> Iterator[tuple[int, str, str]]:
    open_tags: Counter[str] = Counter()
    for found in _TAG.finditer(text):
        name = found[0].strip("</>").split(" ")[0].lower()
        if found[0].startswith("</") and open_tags[name]:
            open_tags[name] -= 1
            continue  # it belongs to a tag that was reported
        open_tags[name] += 1
        cure = f"HTML is not allowed in a page: write Markdown, or mark it as code: {shown(found[0], 40)}"
        yield found.start(), cure, "raw-html"


def address_faults(link: Link) -> Iterator[tuple[str, str]]:
    """Check an address as a browser sees it; those without a scheme are pages (``pagelinks.py``)."""
    kind = scheme(link.target)
    if kind == "//":
        yield f"'{shown(link.target)}': write the whole address, with https:", "bad-address"
    elif kind in ("http", "https"):
        yield from _web_address_faults(link.target)
        yield from target_faults(link)
    elif kind in ("javascript", "vbscript", "data"):
        yield "a script address is not allowed: link to a page", "script-address"
    elif kind in SCHEMES:
        yield from target_faults(link)
    elif kind:
        yield f"'{shown(kind)}:' is no address for readers: link to https, mailto or tel", "bad-address"


def _web_address_faults(address: str) -> Iterator[tuple[str, str]]:
    try:
        require_address(address)
    except PydanticCustomError as error:
        yield error.message(), error.type
    else:
        if address.startswith("http:"):
            yield INSECURE, "insecure-address"
        yield from unclean(address)


def _citations(text: str, citations: frozenset[str] | None) -> Iterator[tuple[int, str, str]]:
    for found in _CITATION.finditer(text):
        yield from ((found.start(), *fault) for fault in _citation_faults(found[1], citations))


def _citation_faults(inside: str, known: frozenset[str] | None) -> Iterator[tuple[str, str]]:
    for part in f"@{inside}".split(";"):
        key = part.strip().removeprefix("@")
        if not is_id(key) or not part.strip().startswith("@"):
            cure = f"'[@{shown(inside)}]' cannot be read: write [@id], or [@id; @other] for several"
            yield cure, "bad-citation"
            return
        if known is not None and key not in known:
            yield f"unknown citation '{key}'{suggestion(key, known)}", UNKNOWN
