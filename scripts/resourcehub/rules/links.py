"""Rules on where addresses lead: to the page itself, once, and in a translation nowhere that the original does not."""

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import urlsplit

from resourcehub.catalog.addresses import key, look_alike, tidy, untracked
from resourcehub.catalog.model import Status
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Place, Problem
from resourcehub.prose.reading import without_code
from resourcehub.rules.facts import Facts, texts

_FIELDS = ("url", "listed_at", "archived", "URL")
_WEB = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]+")
# A number to dial: a link, or at least eight signs of it in a row; years and dates are no numbers.
_PHONE = re.compile(
    r"tel:(?P<link>[+\d().-]+)"
    r"|(?<![\w/=.-])(?!\d{4}-\d\d-\d\d\b)(?P<words>\+?\(?\d[\d ().\u00a0\u2011-]{6,24}\d)(?![\w/])"
)


def addresses_are_clean(facts: Facts) -> Iterator[Problem]:
    """An address leads to the page itself: no tracking, no sign too many, no letters that look like others."""
    for address, path in _addresses(facts):
        for what, code in _unclean(address):
            yield Problem(facts.place(path), what, code, "warning")


def _unclean(address: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an address, and its code."""
    if (clean := untracked(address)) != address:
        yield (
            f"the address tracks who follows it: write '{shown(clean, 300)}', if the page opens so",
            "tracking-address",
        )
    if odd := tidy(clean):
        yield f"the address looks odd, {odd[0]}: try '{shown(odd[1], 300)}'", "odd-address"
    if letter := look_alike(address):
        yield f"the address may pose as another: {letter}; see that it is meant", "look-alike"


def _addresses(facts: Facts) -> Iterator[tuple[str, Keys]]:
    for entry in chain(facts.entries("resources"), facts.entries("citations")):
        held = ((n, v) for n, v in entry.fields.items() if n in _FIELDS or not isinstance(v, str))
        for text, path in (found for n, v in held for found in texts(v, (*entry.path, n))):
            if path[-1] in _FIELDS and text.startswith("http"):
                yield text, path


def resources_stand_once(facts: Facts) -> Iterator[Problem]:
    """No two resources lead to the same page or have the same title; retired ones do not count."""
    pages: dict[str, tuple[str, Place]] = {}
    titles: dict[str, tuple[str, Place]] = {}
    for entry in (e for e in facts.entries("resources") if e.fields.get("status") != Status.RETIRED):
        name = entry.id or "another"
        for field, code, first, read in (
            ("url", "same-address", pages, key),
            ("title", "same-title", titles, _letters),
        ):
            if isinstance(text := entry.fields.get(field), str) and (same := read(text)):
                place = facts.place((*entry.path, field))
                other = first.setdefault(same, (name, place))
                if other[1] != place and other[0] != name:
                    thing = "address leads to the page" if field == "url" else "title is nearly that"
                    what = (
                        f"this {thing} of '{other[0]}' (line {other[1].line}): keep one of the two, or tell them apart"
                    )
                    yield Problem(place, what, code, "warning")


def _letters(title: str) -> str:
    words = re.findall(r"\w+", title.casefold())
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def translations_lead_where_their_source_does(facts: Facts) -> Iterator[Problem]:
    """A translated page names no site and no telephone number that its original does not."""
    sources = {d.key: d for d in facts.documents if d.locale == facts.source_locale}
    pairs = [(d, sources[d.key]) for d in facts.documents if d.key in sources and d is not sources[d.key]]
    known = {_host(address) for address, _ in _addresses(facts)} if pairs else set()
    for document, source in pairs:
        original = source.source.text
        hosts = known | {_host(address) for address in _WEB.findall(original)}
        numbers = {_digits(found) for found in _PHONE.finditer(original)}
        text = without_code(document.body)
        for found in _WEB.finditer(text):
            if (host := _host(found[0])) not in hosts:
                what = f"the original does not name the site '{shown(host)}': see that this link is meant"
                yield Problem(_at(document, text, found.start()), what, "other-site", "warning")
        for found in _PHONE.finditer(text):
            if _digits(found) not in numbers:
                number = shown(found["link"] or found["words"])
                what = f"the original does not name the number '{number}': see that it is meant"
                yield Problem(_at(document, text, found.start()), what, "other-number", "warning")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return address


def _digits(found: re.Match[str]) -> str:
    return re.sub(r"\D", "", found["link"] or found["words"])[-7:]


def _at(document: Document, text: str, start: int) -> Place:
    row = text.count("\n", 0, start) + 1
    return Place(document.source.file, document.lines_before + row, start - text.rfind("\n", 0, start))


RULES = (addresses_are_clean, resources_stand_once, translations_lead_where_their_source_does)
