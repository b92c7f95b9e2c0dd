"""Model -> problems: how the parts of a hub fit together. A rule is a generator; its docstring says it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache

from resourcehub.catalog.fields import ID_LENGTH, is_id
from resourcehub.catalog.model import Status
from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import Source
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules import addresses, evidence, leads, links, naming, reach, terms, tongues, translated
from resourcehub.rules.addresses import page_was_below
from resourcehub.rules.bodies import INSECURE, rules_of_bodies
from resourcehub.rules.facts import GONE, Facts, texts
from resourcehub.rules.pagelinks import links_arrive, parts_exist
from resourcehub.rules.pictures import pictures_say
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
_ADDRESSES = ("url", "listed_at", "archived", "URL")


def references(facts: Facts) -> Iterator[Problem]:
    """Every kind, topic, audience, citation, resource and word that an entry or a page names exists.

    Where the slip is in the id itself and not in the many places that name it, one problem says so.
    """
    for (section, word), entry in facts.meant.items():
        count, first = facts.named[section][word]
        what = (
            f"{count} places, such as {first}, name '{word}', which is no {NOUNS[section]}, and none names "
            f"'{entry.id}': write 'id: {word}' here, or correct those places"
        )
        yield Problem(entry.place("id"), what, f"unknown-{NOUNS[section]}")
    for section, text, place in facts.names():
        known = facts.known(section)
        if known is not None and text not in known and (section, text) not in facts.meant:
            noun = NOUNS[section]
            near = _near_title(text, facts, section) or _near(text[:ID_LENGTH].lower(), known)
            if facts.was_below(section, text):
                what = f"the {noun} '{shown(text)}' is no longer in what this site builds on{near}: take it out here"
                yield Problem(place(), what, GONE, "warning")
            else:
                yield Problem(place(), f"unknown {noun} '{shown(text)}'{near}", f"unknown-{noun}")


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
                where = f"in line {seen.line}" if seen.file == place.file else f"at {seen.file}:{seen.line}"
                what = f"id '{entry.id}' is already that of the {noun} {where}: give this one its own"
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
    """An address should begin with https; readers are told of one that does not.

    Where ``checked`` says that a person has opened the page, it is known to have no other, and nobody is told again.
    """
    for section in ("resources", "citations"):
        for entry in (e for e in facts.entries(section) if "checked" not in e.fields):
            held = ((n, v) for n, v in entry.fields.items() if n in _ADDRESSES or not isinstance(v, str))
            for text, path in (found for n, v in held for found in texts(v, (*entry.path, n))):
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
    known = facts.pages
    for document in facts.documents:
        for word, path in texts(document.front.get("doors"), ("doors",)):
            if path[-1] != "page" or word in known:
                continue
            if page_was_below(word, facts):
                what = f"'{word[:80]}' is no longer in what this site builds on{suggestion(word, known)}: take it out"
                yield Problem(document.source.place(path), what, GONE, "warning")
            else:
                what = f"there is no page '{word[:80]}'{suggestion(word, known)}"
                yield Problem(document.source.place(path), what, "unknown-page")


RULES: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    *reach.RULES,
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
    parts_exist,
    pictures_say,
    *evidence.RULES,
    *translated.RULES,
    *terms.RULES,
    *leads.RULES,
    plain_language,
)


def check(facts: Facts) -> Iterator[Problem]:
    """Yield what every rule finds."""
    for rule in RULES:
        yield from rule(facts)
