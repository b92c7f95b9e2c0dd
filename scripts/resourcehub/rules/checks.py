"""Model -> problems: how the parts of a hub fit together. A rule is a generator; its docstring says it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache

from resourcehub.catalog.fields import ID_LENGTH, is_id
from resourcehub.catalog.model import Status
from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import Source
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules import addresses, evidence, links, naming, tongues, translated
from resourcehub.rules.bodies import INSECURE, rules_of_bodies
from resourcehub.rules.facts import Facts, texts
from resourcehub.rules.pagelinks import links_arrive
from resourcehub.rules.plain import plain_language

NOUNS = {
    "kinds": "kind",
    "topics": "topic",
    "audiences": "audience",
    "glossary": "word",
    "sentences": "sentence",
    "citations": "citation",
    "resources": "resource",
}
_RESOURCE_REFERENCES = {
    "kind": "kinds",
    "topics": "topics",
    "audiences": "audiences",
    "citations": "citations",
    "related": "resources",
    "replaced_by": "resources",
}
_PAGE_REFERENCES = {
    "topics": "topics",
    "resources": "resources",
    "words": "glossary",
    "sources": "citations",
    "claims": "citations",
}
_ADDRESSES = ("url", "listed_at", "archived", "URL")


def one_address(facts: Facts) -> Iterator[Problem]:
    """A resource has either its own address or that of a page that lists it."""
    for entry in facts.entries("resources"):
        both = [name for name in ("url", "listed_at") if name in entry.fields]
        if len(both) == 2:
            cure = "both 'url' and 'listed_at': keep the one that is true"
            yield Problem(facts.place((*entry.path, "listed_at")), cure, "two-addresses")
        elif not both:
            cure = "neither 'url' nor 'listed_at': give its address, or that of a page that lists it"
            yield Problem(facts.place(entry.path), cure, "no-address")


def references(facts: Facts) -> Iterator[Problem]:
    """Every kind, topic, audience, citation, resource and word that an entry or a page names exists."""
    for entry in facts.entries("resources"):
        for name, section in _RESOURCE_REFERENCES.items():
            path = (*entry.path, name)
            yield from _unknown(facts, section, texts(entry.fields.get(name), path), facts.place)
    for document in facts.documents:
        for name, section in _PAGE_REFERENCES.items():
            found = texts(document.front.get(name), (name,))
            named = ((t, p) for t, p in found if name != "claims" or "sources" in p)
            yield from _unknown(facts, section, named, document.source.place)


def _unknown(
    facts: Facts,
    section: str,
    named: Iterable[tuple[str, tuple[str | int, ...]]],
    place: Callable[[tuple[str | int, ...]], Place],
) -> Iterator[Problem]:
    known, noun = facts.known(section), NOUNS[section]
    for word, path in named:
        if known is not None and word not in known:
            near = _near_title(word, facts, section) or _near(word[:ID_LENGTH].lower(), known)
            yield Problem(place(path), f"unknown {noun} '{shown(word)}'{near}", f"unknown-{noun}")


def _near_title(word: str, facts: Facts, section: str) -> str:
    """Return the id of the entry whose title stands in place of its id, as a question; or nothing."""
    title = " ".join(word.casefold().split())
    if is_id(word) and title == word:
        return ""
    entries = (e for e in facts.entries(section) if str(e.fields.get("title", "")).casefold() == title)
    return next((f" (did you mean '{e.id}'?)" for e in entries), "")


# One wrong word may stand in a thousand entries, and each search takes some ten milliseconds.
_near = lru_cache(suggestion)


def ids_once(facts: Facts) -> Iterator[Problem]:
    """An id names one entry of its list."""
    for section, noun in NOUNS.items():
        first: dict[str, Place] = {}
        for entry in facts.entries(section):
            place = facts.place((*entry.path, "id"))
            if entry.id and (seen := first.setdefault(entry.id, place)) != place:
                what = f"id '{entry.id}' is already that of the {noun} in line {seen.line}: give this one its own"
                yield Problem(place, what, "duplicate-id")


def replacements(facts: Facts) -> Iterator[Problem]:
    """What replaces a resource must lead to one that is not itself replaced by the first."""
    replaced = {
        e.id: (str(e.fields["replaced_by"]), e) for e in facts.entries("resources") if "replaced_by" in e.fields
    }
    for start, (following, entry) in replaced.items():
        chain = [start, following]
        while chain[-1] in replaced and chain[-1] not in chain[:-1]:
            chain.append(replaced[chain[-1]][0])
        if chain[-1] == start:
            way = " → ".join(str(name) for name in chain)
            what = f"replaced in a circle ({way}): take out the 'replaced_by' of the newest"
            yield Problem(facts.place((*entry.path, "replaced_by")), what, "replaced-in-circle")


def secure_addresses(facts: Facts) -> Iterator[Problem]:
    """An address should begin with https; readers are told of one that does not."""
    for section in ("resources", "citations"):
        for entry in facts.entries(section):
            for text, path in texts(entry.fields, entry.path):
                if path[-1] in _ADDRESSES and text.startswith("http:"):
                    yield Problem(facts.place(path), INSECURE, "insecure-address", "warning")


def expired(facts: Facts) -> Iterator[Problem]:
    """A resource whose last day is past should be retired or dated anew."""
    today = datetime.now(UTC).date()
    past = {r.id: r.expires for r in facts.file.catalog.resources if r.expires and r.expires < today}
    for entry in facts.entries("resources"):
        if entry.id in past and "expires" in entry.fields and entry.fields.get("status") != Status.RETIRED:
            what = f"expired on {past[entry.id]}: set 'status: retired', or correct the day"
            yield Problem(facts.place((*entry.path, "expires")), what, "expired", "warning")


def own_words(facts: Facts) -> Iterator[Problem]:
    """Each page has a title and a description of its own among the pages of its language."""
    first: dict[tuple[str, str, str], Source] = {}
    for document in facts.documents:
        for name in ("title", "description"):
            if not isinstance(words := document.front.get(name), str):
                continue
            key = (document.locale, name, " ".join(words.split()).casefold())
            other = first.setdefault(key, document.source)
            if other is not document.source:
                what = f"the {name} is also that of {other.file}: give each page its own"
                yield Problem(document.source.place((name,)), what, f"shared-{name}")


def doors(facts: Facts) -> Iterator[Problem]:
    """A door of the home page leads to a page that exists."""
    known = {d.key for d in facts.documents} | {f"{facts.resources}/index.md"}
    for document in facts.documents:
        for word, path in texts(document.front.get("doors"), ("doors",)):
            if path[-1] == "page" and word not in known:
                what = f"there is no page '{word[:80]}'{suggestion(word, known)}"
                yield Problem(document.source.place(path), what, "unknown-page")


RULES: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    one_address,
    references,
    ids_once,
    replacements,
    secure_addresses,
    expired,
    own_words,
    doors,
    *tongues.RULES,
    *naming.RULES,
    *links.RULES,
    *addresses.RULES,
    rules_of_bodies,
    links_arrive,
    *evidence.RULES,
    *translated.RULES,
    plain_language,
)


def check(facts: Facts) -> Iterator[Problem]:
    """Yield what every rule finds."""
    for rule in RULES:
        yield from rule(facts)
