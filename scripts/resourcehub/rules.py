"""What must hold between the parts of a hub. Each rule is a small generator; its docstring is the rule.

The heading of each rule for editors is its code, in ``docs/contribute/rules.md``.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

from resourcehub.bodies import faults, links, matches
from resourcehub.cite import CITATION, keys_in
from resourcehub.model import Explainer, Resource, Status
from resourcehub.problems import Place, Problem, Severity, suggestion
from resourcehub.read import SECTIONS, CatalogFile, Document
from resourcehub.source import Path_

RESERVED = {"page", "kind", "topic", "audience", "language", "search", "api", "index", "offline", "assets"}
NUMBER = re.compile(r"[1-9][0-9]{0,4}|[A-Z]{1,6}-[1-9][0-9]{0,4}")
VOCABULARIES = {"kind": "kinds", "topics": "topics", "audiences": "audiences", "citations": "citations"}
# What mkdocs-static-i18n takes for a language: two letters, a script, a region (its RE_LOCALE).
SUFFIX = re.compile(r"\.([a-z]{2,3}(-[A-Za-z]{4})?([-_][A-Z]{2})?)\.md$")


@dataclass(frozen=True)
class Facts:
    """All that rules look at. ``locales`` are those of the site, ``declared`` all that ``mkdocs.yml`` names."""

    file: CatalogFile
    documents: tuple[Document, ...] = ()
    locales: tuple[str, ...] = ("en",)
    source: str = "en"
    declared: tuple[str, ...] = ()
    docs: str = "docs"
    pages: tuple[str, ...] = ()
    today: date = field(default_factory=lambda: datetime.now(UTC).date())

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids of each section, those of misshapen entries included, so that one fault starts no others."""
        known: dict[str, set[str]] = {name: set() for name in SECTIONS}
        for section, entry_id in self.file.places:
            known[section].add(entry_id)
        return known

    def place(self, section: str, entry_id: str, *path: str | int) -> Place:
        """Return the place of a field of an entry."""
        source = self.file.source
        assert source is not None  # noqa: S101 - an entry has a source
        return source.place((section, self.file.index(section, entry_id), *path))


Rule = Callable[[Facts], Iterator[Problem]]


def check(facts: Facts) -> list[Problem]:
    """Return all that is wrong with a hub whose entries have their shape."""
    return [problem for rule in RULES for problem in rule(facts)]


def duplicate_ids(facts: Facts) -> Iterator[Problem]:
    """An id names one thing, for ever."""
    for section in SECTIONS:
        yield from _twice(facts, section, "id", "duplicate-id")


def duplicate_numbers(facts: Facts) -> Iterator[Problem]:
    """A sheet number names one resource and is never used again."""
    yield from _twice(facts, "resources", "number", "duplicate-number")


def _twice(facts: Facts, section: str, name: str, code: str) -> Iterator[Problem]:
    source = facts.file.source
    items = source.data.get(section, []) if source else []
    seen: dict[str, Place] = {}
    for n, item in enumerate(items if isinstance(items, list) else []):
        value = item.get(name) if isinstance(item, dict) else None
        if isinstance(value, str) and source:
            place = source.place((section, n, name))
            if value in seen:
                cure = f"the {name} '{value}' is taken (line {seen[value].line}): choose another"
                yield Problem(place, cure, code)
            seen.setdefault(value, place)


def reserved_ids(facts: Facts) -> Iterator[Problem]:
    """An id is an address: words the site uses itself, locale tags and digits alone are kept free."""
    taken = RESERVED | {tag.lower() for tag in (*facts.locales, *facts.declared)}
    for r in facts.file.catalog.resources:
        if r.id in taken or r.id.isdigit():
            cure = f"the id '{r.id}' is reserved: choose a longer one, such as '{r.id}-guide'"
            yield Problem(facts.place("resources", r.id, "id"), cure, "reserved-id")


def number_form(facts: Facts) -> Iterator[Problem]:
    """A sheet number is digits, or a site's own prefix and digits."""
    for r in facts.file.catalog.resources:
        if r.number and not NUMBER.fullmatch(r.number):
            cure = f"'{r.number}' is no sheet number: write 12, or with a prefix OAK-12"
            yield Problem(facts.place("resources", r.id, "number"), cure, "bad-number")


def known_words(facts: Facts) -> Iterator[Problem]:
    """A kind, topic, audience or citation is declared in its section."""
    for r in facts.file.catalog.resources:
        for name, section in VOCABULARIES.items():
            values = (r.kind,) if name == "kind" else getattr(r, name)
            for n, value in enumerate(values):
                path = (name,) if name == "kind" else (name, n)
                yield from _unknown(facts, section, value, facts.place("resources", r.id, *path))


def known_resources(facts: Facts) -> Iterator[Problem]:
    """What a resource points to exists, and is not the resource itself."""
    for r in facts.file.catalog.resources:
        pointers: list[tuple[Path_, str]] = [(("related", n), other) for n, other in enumerate(r.related)]
        pointers += [(("replaced_by",), r.replaced_by)] if r.replaced_by else []
        for path, other in pointers:
            place = facts.place("resources", r.id, *path)
            if other == r.id:
                yield Problem(place, f"'{other}' points to itself: take it out", "points-to-itself")
            else:
                yield from _unknown(facts, "resources", other, place)


def replacement_ends(facts: Facts) -> Iterator[Problem]:
    """Whoever follows replacements arrives somewhere."""
    following = {r.id: r.replaced_by for r in facts.file.catalog.resources if r.replaced_by}
    for start in following:
        seen, here = {start}, following.get(start)
        while here and here not in seen:
            seen.add(here)
            here = following.get(here)
        if here == start and len(seen) > 1:
            cure = f"'{start}' is replaced in a circle: {' -> '.join(sorted(seen))}"
            yield Problem(facts.place("resources", start, "replaced_by"), cure, "replaced-in-circle")


def expired(facts: Facts) -> Iterator[Problem]:
    """A resource whose day has passed is looked at again."""
    for r in facts.file.catalog.resources:
        if r.status == Status.ACTIVE and r.expires and r.expires < facts.today:
            cure = f"expired on {r.expires}: renew the date, or set 'status: retired'"
            yield Problem(facts.place("resources", r.id, "expires"), cure, "expired", "warning")


def insecure_addresses(facts: Facts) -> Iterator[Problem]:
    """An address without encryption is allowed, but somebody should look for a better one."""
    for r in facts.file.catalog.resources:
        for path, address in _addresses(r):
            if address.startswith("http://"):
                cure = "the address is not encrypted: does it work with https://?"
                yield Problem(facts.place("resources", r.id, *path), cure, "http-address", "warning")


def _addresses(r: Resource) -> Iterator[tuple[Path_, str]]:
    for name in ("url", "listed_at", "archived"):
        if address := getattr(r, name):
            yield (name,), address
    yield from ((("editions", n, "url"), e.url) for n, e in enumerate(r.editions))


def edition_languages(facts: Facts) -> Iterator[Problem]:
    """A language that has an edition is among the languages."""
    for r in facts.file.catalog.resources:
        for n, edition in enumerate(r.editions):
            if edition.language not in r.languages:
                cure = f"add '{edition.language}' to languages, or take this edition out"
                yield Problem(facts.place("resources", r.id, "editions", n, "language"), cure, "edition-language")


def page_words(facts: Facts) -> Iterator[Problem]:
    """Topics, resources and citations that a page names are in the catalog."""
    for d in facts.documents:
        for name, section in (("topics", "topics"), ("resources", "resources"), ("sources", "citations")):
            for n, value in enumerate(getattr(d.meta, name)):
                yield from _unknown(facts, section, value, d.source.place((name, n)))
        for n, claim in enumerate(d.meta.claims if isinstance(d.meta, Explainer) else ()):
            for m, key in enumerate(claim.sources):
                yield from _unknown(facts, "citations", key, d.source.place(("claims", n, "sources", m)))


def page_titles(facts: Facts) -> Iterator[Problem]:
    """Every page has a title and a description of its own in its language."""
    for name in ("title", "description"):
        counts = Counter((d.locale, getattr(d.meta, name)) for d in facts.documents)
        for d in facts.documents:
            if counts[d.locale, getattr(d.meta, name)] > 1:
                cure = f"another page has the same {name}: say what is special about this one"
                yield Problem(d.source.place((name,)), cure, f"same-{name}")


def page_suffixes(facts: Facts) -> Iterator[Problem]:
    """A file name ends in a language of the site or in none: ``intro.ai.md`` would be taken for a language and vanish."""
    for d in facts.documents:
        found = SUFFIX.search(d.path)
        if found and found[1] not in {*facts.locales, *facts.declared}:
            cure = f"'.{found[1]}' looks like a language this site does not have: rename the file"
            yield Problem(Place(f"{facts.docs}/{d.path}"), cure, "locale-suffix")


def translations_have_sources(facts: Facts) -> Iterator[Problem]:
    """A translated page stands beside the page it translates."""
    sources = {d.key for d in facts.documents if d.locale == facts.source}
    for d in facts.documents:
        if d.locale != facts.source and d.key not in sources:
            cure = f"there is no {facts.docs}/{d.key} to translate{suggestion(d.key, sources)}"
            yield Problem(Place(f"{facts.docs}/{d.path}"), cure, "no-source-page")


def one_owner(facts: Facts) -> Iterator[Problem]:
    """Each address has one source: a page is not written where the catalog writes one, nor twice."""
    owners: dict[str, str] = {f"{_folder(facts, tag)}{path}": "resources.yaml" for tag in facts.locales for path in _stamped(facts)}
    for d in facts.documents:
        address = _folder(facts, d.locale) + re.sub(r"(^|/)(index|README)$", r"\1", d.key.removesuffix(".md")).rstrip("/")
        address = address.rstrip("/")
        name = f"{facts.docs}/{d.path}"
        if owner := owners.get(address):
            cure = f"{owner} makes the page at this address too (/{address}): rename or delete one of the two"
            yield Problem(Place(name), cure, "two-owners")
        owners.setdefault(address, name)


def _folder(facts: Facts, tag: str) -> str:
    return "" if tag == facts.source else f"{tag}/"


def _stamped(facts: Facts) -> Iterator[str]:
    yield "resources"
    yield from (f"resources/{entry_id}" for entry_id in facts.ids["resources"])
    for folder, section in (("kind", "kinds"), ("topic", "topics"), ("audience", "audiences")):
        yield from (f"resources/{folder}/{entry_id}" for entry_id in facts.ids[section])


def page_bodies(facts: Facts) -> Iterator[Problem]:
    """A page is Markdown without HTML, with safe addresses and no invisible signs."""
    for d in facts.documents:
        for line, column, message, code in faults(d.body):
            severity: Severity = "warning" if code == "http-address" else "error"
            yield Problem(Place(f"{facts.docs}/{d.path}", line, column), message, code, severity)


def page_citations(facts: Facts) -> Iterator[Problem]:
    """A source marked in a text is in the catalog."""
    for d in facts.documents:
        for line, column, mark in matches(CITATION, d.body):
            place = Place(f"{facts.docs}/{d.path}", line, column)
            for key in keys_in(mark):
                yield from _unknown(facts, "citations", key, place)


def page_links(facts: Facts) -> Iterator[Problem]:
    """A link to another page leads to one. Checked here for all languages: a nested strict build stops at the first."""
    known = {d.key for d in facts.documents} | {f"{path}.md" for path in _stamped(facts)} | {"resources/index.md"}
    known |= {f"resources/language/{tag}.md" for r in facts.file.catalog.resources for tag in r.languages}
    for d in facts.documents:
        for line, column, target in links(d.body):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(d.key), target.partition("#")[0]))
            if target.startswith("/") or (".md" in target and path not in known):
                cure = f"there is no page '{target}'{suggestion(path, known)}; links are relative to this file"
                yield Problem(Place(f"{facts.docs}/{d.path}", line, column), cure, "broken-link")


def _unknown(facts: Facts, section: str, value: str, place: Place) -> Iterator[Problem]:
    if value not in facts.ids[section]:
        word = {"resources": "resource"}.get(section, section.rstrip("s"))
        yield Problem(place, f"unknown {word} '{value}'{suggestion(value, facts.ids[section])}", f"unknown-{word}")


RULES: tuple[Rule, ...] = (
    duplicate_ids,
    duplicate_numbers,
    reserved_ids,
    number_form,
    known_words,
    known_resources,
    replacement_ends,
    expired,
    insecure_addresses,
    edition_languages,
    page_words,
    page_titles,
    page_suffixes,
    translations_have_sources,
    one_owner,
    page_bodies,
    page_citations,
    page_links,
)
