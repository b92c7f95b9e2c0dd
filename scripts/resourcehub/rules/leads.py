"""A translated page leads where its source does: to the same pages, sites, mail addresses and telephone numbers.

A mistake has one message: what is lost is told together with what stands in its place, and a link that leads nowhere is
told by ``pagelinks.py`` or ``bodies.py`` alone, whichever of the two pages it stands in.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from resourcehub.catalog.paragraphs import numbered
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import drift
from resourcehub.problems import Place, Problem
from resourcehub.prose.links import scheme
from resourcehub.prose.reading import Link, read
from resourcehub.rules.bodies import DOUBTS, address_faults
from resourcehub.rules.facts import Facts, texts
from resourcehub.rules.pagelinks import Site

# A number to dial: a link, or at least eight signs of it in a row; years, dates and large figures are none.
PHONE = re.compile(
    r"tel:(?P<link>[+\d().-]+)"
    r"|(?<![\w/=.-])(?!\d{4}-\d\d-\d\d\b|\d{1,3}(?:[ .\u00a0]\d{3})+(?![\w/ .-]*\d))"
    r"(?P<words>\+?\(?\d[\d ().\u00a0\u2011-]{6,24}\d)(?![\w/])"
)
_WEB = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]+")
_MAIL = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_SAME = 7  # so many last digits tell a number from others, however its beginning is written


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a page leads: how it is compared (``key``), what was written, its place, and the paragraph it stands in."""

    key: str
    words: str
    place: Place
    paragraph: int
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A page beside its source, what it may name, and a test for links with a message of their own."""

    document: Document
    source: Document
    hosts: frozenset[str]
    numbers: frozenset[str]
    told: Callable[[Document, Lead], bool]


Change = tuple[Lead | None, Lead | None]  # what the source has, what the page has in its place


def translations_lead_where_their_source_does(facts: Facts) -> Iterator[Problem]:
    """A translated page names no site, page or telephone number that its original does not, and all that it does."""
    sources = {d.key: d for d in facts.documents if d.locale == facts.source_locale}
    known = frozenset(map(_host, _addresses(facts)))
    told = _told(facts)
    for document in facts.documents:
        source = sources.get(document.key)
        if source and source is not document:
            original = source.source.text
            hosts = known | set(map(_host, _WEB.findall(original))) | set(_MAIL.findall(original.lower()))
            pair = _Pair(document, source, hosts, frozenset(map(_digits, PHONE.finditer(original))), told)
            older = drift(document, source)
            fresh = not (older.body or older.whole)
            yield from _each(pair, links(source), links(document), _link_fault, fresh)
            yield from _each(pair, numbers(source), numbers(document), _number_fault, fresh)


def _each(
    pair: _Pair,
    there: Iterable[Lead],
    here: Iterable[Lead],
    fault: Callable[[_Pair, Lead | None, Lead | None], tuple[str, str] | None],
    fresh: bool,
) -> Iterator[Problem]:
    """Yield what is wrong with each change; a page that is old may lack what came since."""
    aligned = len(numbered(pair.document.body)) == len(numbered(pair.source.body))
    seen: set[tuple[str, str]] = set()
    for lost, new in changes(list(there), list(here), aligned):
        name = (lost.key if lost else "", new.key if new else "")
        found = fault(pair, lost if fresh else None, new) if (fresh or new) and name not in seen else None
        seen.add(name)
        if found:
            place = new.place if new else _near(pair.document, lost.paragraph if lost and aligned else 0)
            yield Problem(place, *found, "warning")


def changes(there: Sequence[Lead], here: Sequence[Lead], aligned: bool) -> list[Change]:
    """Return what is lost and new: a new one takes the place of a lost one of its paragraph, else of the next."""
    lost, new = _without(there, here), _without(here, there)
    found: list[Change] = []
    for lead in new:
        partner = next((other for other in lost if not aligned or other.paragraph == lead.paragraph), None)
        if partner:
            lost.remove(partner)
        found.append((partner, lead))
    return [*found, *((lead, None) for lead in lost)]


def _without(some: Iterable[Lead], others: Iterable[Lead]) -> list[Lead]:
    left = Counter(lead.key for lead in others)
    found = []
    for lead in some:
        left[lead.key] -= 1
        if left[lead.key] < 0:
            found.append(lead)
    return found


def _link_fault(pair: _Pair, lost: Lead | None, new: Lead | None) -> tuple[str, str] | None:
    if (new and pair.told(pair.document, new)) or (lost and pair.told(pair.source, lost)):
        return None
    there = f"'{shown(lost.words, 80)}' (line {lost.place.line})" if lost else ""
    if new is None:
        return f"the source links to {there}, and this page does not: put it back", "other-link"
    if lost is None:
        return _added(pair, new)
    if _host(new.key) in pair.hosts and _speaks(new.key, pair.document.locale):
        return None  # the same site in the reader's language
    return f"the source links to {there}, and this page to '{shown(new.words, 80)}': put it back", "other-link"


def _added(pair: _Pair, new: Lead) -> tuple[str, str] | None:
    host = _host(new.key)
    if host and host not in pair.hosts:
        return f"the original does not name the site '{shown(host)}': see that this link is meant", "other-site"
    if host:
        return None
    return f"a link to '{shown(new.words, 80)}', which the source does not have: is it right?", "other-link"


def _number_fault(pair: _Pair, lost: Lead | None, new: Lead | None) -> tuple[str, str] | None:
    if new and new.key in pair.numbers:
        return None
    there = f"'{shown(lost.words)}' (line {lost.place.line})" if lost else ""
    if new is None:
        return f"the original names the number {there}, and this page does not: put it back", "other-figure"
    instead = f", which says {there}," if lost else ""
    return f"the original{instead} does not name the number '{shown(new.words)}': see that it is meant", "other-number"


def links(document: Document) -> list[Lead]:
    """Return the links of a page; parts of pages are named in its language, and numbers are looked at by themselves."""
    own = re.compile(rf"\.{re.escape(document.locale)}(?=\.\w+$)")
    starts = [row for row, _ in numbered(document.body)]
    found = []
    for link in read(document.body).links:
        path = link.target.strip().partition("#")[0]
        if path and scheme(path) != "tel" and not link.defined:
            key = path if scheme(path) else own.sub("", path)
            place = Place(document.source.file, document.lines_before + link.line, link.column)
            found.append(Lead(key, link.target.strip(), place, bisect_right(starts, link.line - 1), link))
    return found


def numbers(document: Document) -> list[Lead]:
    """Return the telephone numbers of a page."""
    text = read(document.body).plain
    starts = [row for row, _ in numbered(document.body)]
    found = []
    for number in PHONE.finditer(text):
        row, start = text.count("\n", 0, number.start()), number.start()
        words = number["link"] or number["words"]
        column = start - text.rfind("\n", 0, start)
        place = Place(document.source.file, document.lines_before + row + 1, column)
        found.append(Lead(_digits(number), words, place, bisect_right(starts, row)))
    return found


def _digits(number: re.Match[str]) -> str:
    return re.sub(r"\D", "", number["link"] or number["words"])[-_SAME:]


def _near(document: Document, paragraph: int) -> Place:
    """Return the line where a paragraph of a page begins, counted from 1; that of its text where none is known."""
    rows = [row for row, _ in numbered(document.body)]
    row = rows[paragraph - 1] if 0 < paragraph <= len(rows) else 0
    return Place(document.source.file, document.lines_before + row + 1)


def _told(facts: Facts) -> Callable[[Document, Lead], bool]:
    """Return whether a link has a message of its own; which pages there are is asked once, and only if need be."""
    site: list[Site] = []

    def told(document: Document, lead: Lead) -> bool:
        if scheme(lead.words) is not None:
            return any(code not in DOUBTS for _, code in address_faults(lead.link)) if lead.link else False
        site.extend([] if site else [Site.of(facts)])
        return site[0].fault(document, lead.words.partition("#")[0]) is not None

    return told


def _addresses(facts: Facts) -> Iterator[str]:
    for entry in chain(facts.entries("resources"), facts.entries("citations")):
        yield from (text for text, _ in texts(entry.fields, ()) if text.startswith("http"))


def _host(address: str) -> str:
    """Return the host of an address, of a mail address, too; nothing where there is none."""
    if address.startswith("mailto:"):
        return address.rpartition("@")[2].lower()
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return address


def _speaks(address: str, tag: str) -> bool:
    """Return whether an address says that what it leads to is in a language."""
    return bool(re.search(rf"(?<![a-z]){re.escape(tag.split('-')[0])}(?![a-z])", address.lower()))


RULES = (translations_lead_where_their_source_does,)
