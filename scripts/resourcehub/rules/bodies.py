"""Rules on the Markdown of pages: no HTML, safe links, known citations. Code is left alone.

Places where Markdown would see code, links and tags are those of Python-Markdown (``inlinepatterns.py``,
``extensions/fenced_code.py``); where in doubt, text counts as no code, so that nothing slips through.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import is_id, require_address
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.source import MOST
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules.facts import Facts

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ ]*(?P<info>\{[^}]*\}|[\w#.+-]*)[ ]*")
_SPAN = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)[^\n]{1,2000}?(?<!`)(?P=ticks)(?!`)")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]*|[\w.+-]+@[\w.-]+)>")
_TAG = re.compile(r"<(?:/?[A-Za-z]|!|\?)[^<>\n]{0,40}>?")
# [text](address "title"), ![…](…), [name]: address.
_LINK = re.compile(r"\]\(\s*(?P<inline>[^)]{0,3000})|\]:\s*(?P<named>\S+)")
_ATTRIBUTE = re.compile(r"\{[^{}\n]{0,500}?(?<![\w-])(on[a-z]+|style|srcdoc|href|src|formaction)\s*=", re.IGNORECASE)
_CITATION = re.compile(r"\[@([^\[\]\n]{0,500})\]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?=.)")
# Characters that browsers drop from an address (WHATWG URL, "basic URL parser") or Markdown from its text.
_DROPPED = re.compile(r"[\x00-\x20\\<>]")


def rules_of_bodies(facts: Facts) -> Iterator[Problem]:
    """The text of a page is Markdown without HTML; its links are safe, and its citations exist."""
    for document in facts.documents:
        yield from body_problems(document, facts.known("citations"))


def body_problems(document: Document, citations: frozenset[str] | None) -> Iterator[Problem]:
    """Yield what is wrong in the text of one page; ``citations`` are the known ids, None where unknown."""
    text = without_code(document.body)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for offset, problem in islice(_findings(text, citations), MOST):
        row = bisect_right(starts, offset)
        place = Place(document.source.file, document.lines_before + row, offset - starts[row - 1] + 1)
        yield replace(problem, place=place)


def without_code(markdown: str) -> str:
    """Return a Markdown text with blanks in place of fenced code and of code inside a line."""
    lines = markdown.split("\n")
    fences = [(n, found) for n, line in enumerate(lines) if (found := _FENCE.fullmatch(line))]
    ends: dict[str, list[int]] = {}
    for number, found in fences:
        if not found["info"]:
            ends.setdefault(found["fence"], []).append(number)
    after = 0
    for number, found in fences:
        closing = ends.get(found["fence"], [])
        at = bisect_right(closing, number)
        if number >= after and at < len(closing):
            after = closing[at] + 1
            lines[number:after] = [" " * len(line) for line in lines[number:after]]
    return _SPAN.sub(lambda code: " " * len(code[0]), "\n".join(lines))


def _findings(text: str, citations: frozenset[str] | None) -> Iterator[tuple[int, Problem]]:
    for found in _AUTOLINK.finditer(text):
        yield from ((found.start(), p) for p in _address_faults(found[1]) if ":" in found[1])
    plain = _AUTOLINK.sub(lambda link: " " * len(link[0]), text)
    for found in _TAG.finditer(plain):
        cure = f"HTML is not allowed in a page: write Markdown, or mark it as code: {shown(found[0], 40)}"
        yield found.start(), _problem(cure, "raw-html")
    for found in _ATTRIBUTE.finditer(plain):
        yield (
            found.start(1),
            _problem(f"the attribute '{found[1]}' is not allowed: take it out", "unsafe-attribute"),
        )
    for found in _LINK.finditer(plain):
        group = "inline" if found["inline"] is not None else "named"
        yield from ((found.start(group), p) for p in _address_faults(found[group]))
    for found in _CITATION.finditer(plain):
        yield from ((found.start(), p) for p in _citation_faults(found[1], citations))


def _problem(message: str, code: str) -> Problem:
    return Problem(Place(""), message, code)


def _address_faults(written: str) -> Iterator[Problem]:
    """Check an address as a browser sees it; those without a scheme are pages, which MkDocs checks."""
    whole = html.unescape(written)
    found = _SCHEME.match(_DROPPED.sub("", whole).lower())
    if whole.startswith("//"):
        yield _problem(f"'{shown(whole)}': write the whole address, with https:", "bad-address")
    elif found and found[1] in ("http", "https"):
        yield from _web_address_faults(whole.strip("<").split()[0].rstrip(">"))
    elif found and found[1] in ("javascript", "vbscript", "data"):
        yield _problem("a script address is not allowed: link to a page", "script-address")
    elif found and found[1] not in ("mailto", "tel"):
        yield _problem(f"'{found[1]}:' is no address for readers: link to https, mailto or tel", "bad-address")


def _web_address_faults(address: str) -> Iterator[Problem]:
    try:
        require_address(address)
    except PydanticCustomError as error:
        yield _problem(error.message(), error.type)
    else:
        if address.startswith("http:"):
            yield replace(_problem(INSECURE, "insecure-address"), severity="warning")


INSECURE = "'http:' lets others read along and change the page: write https if the site has it"


def _citation_faults(inside: str, known: frozenset[str] | None) -> Iterator[Problem]:
    for part in f"@{inside}".split(";"):
        key = part.strip().removeprefix("@")
        if not is_id(key) or not part.strip().startswith("@"):
            cure = f"'[@{shown(inside)}]' cannot be read: write [@id], or [@id; @other] for several"
            yield _problem(cure, "bad-citation")
            return
        if known is not None and key not in known:
            yield _problem(f"unknown citation '{key}'{suggestion(key, known)}", "unknown-citation")
