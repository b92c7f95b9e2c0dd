"""Rules on where addresses lead: to the page itself, once."""

import re
from collections.abc import Iterator
from itertools import chain

from resourcehub.catalog.addresses import hides, key, look_alike, tidy, untracked
from resourcehub.catalog.model import Status
from resourcehub.catalog.plain import shown
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Place, Problem
from resourcehub.rules.facts import Facts, texts

_FIELDS = ("url", "listed_at", "archived", "URL")


def addresses_are_clean(facts: Facts) -> Iterator[Problem]:
    """An address leads to the page itself: no tracking, no sign too many, no letters that look like others."""
    for address, path in _addresses(facts):
        for what, code in unclean(address):
            yield Problem(facts.place(path), what, code, "warning")


def unclean(address: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an address, and its code."""
    if (clean := untracked(address)) != address:
        yield (
            f"the address tracks who follows it: write '{shown(clean, 300)}', if the page opens so",
            "tracking-address",
        )
    if hides(address):
        yield "a short address hides where it leads, and may end with who made it: write where it leads", "odd-address"
    if odd := tidy(clean):
        yield f"the address looks odd, {odd[0]}: try '{shown(odd[1], 300)}'", "odd-address"
    if letter := look_alike(address):
        yield f"the address may pose as another: {letter}; see that it is meant", "look-alike"


def _addresses(facts: Facts) -> Iterator[tuple[str, Keys]]:
    for entry in chain(facts.entries("resources"), facts.entries("citations")):
        held = ((n, v) for n, v in entry.fields.items() if n in _FIELDS or not isinstance(v, str))
        for text, path in (found for n, v in held for found in texts(v, (*entry.path, n))):
            if path[-1] in _FIELDS and text.startswith(("http://", "https://")):
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


RULES = (addresses_are_clean, resources_stand_once)
