"""Rules on addresses: each has one owner for ever, and no page is lost by its name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resourcehub.facts import Facts, texts
from resourcehub.problems import Place, Problem
from resourcehub.read import Document
from resourcehub.sheets import FILE as SHEETS
from resourcehub.sheets import sheet_address

RESERVED = ("page", "topic", "kind", "audience", "language", "search", "a-z", "api", "index")
_PAGE_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


class Output(NamedTuple):
    """A page of the site: its address below the root, what makes it, in words, and where that stands."""

    address: str
    owner: str
    place: Place


def outputs(facts: Facts) -> Iterator[Output]:
    """Yield every page that the catalog and the authored pages make, in every language, fallbacks too."""
    for number in facts.sheets:
        yield Output(sheet_address(number), f"sheet {number}", Place(SHEETS))
    for tag in dict.fromkeys((facts.source_locale, *facts.locales)):
        prefix = facts.prefix(tag)
        for address, owner, place in (*stamped(facts), *_authored(facts, tag)):
            yield Output(f"{prefix}{address}", owner, place)


def stamped(facts: Facts) -> Iterator[Output]:
    """Yield the locale-free pages of the catalog; the pages 2, 3 … of its lists cannot clash with an id."""
    base = f"{facts.resources}/"
    source = facts.file.source
    catalog = Place(source.file if source else "resources.yaml")
    yield Output(base, "the list of all resources", catalog)
    yield Output(f"{base}a-z/", "the list from A to Z", catalog)
    yield Output("search/", "the page of search results", catalog)
    yield Output("keep/", "the page for reading without internet", catalog)
    for entry in facts.entries("resources"):
        if entry.id:
            yield Output(f"{base}{entry.id}/", f"resource '{entry.id}'", facts.place(entry.path))
        for tag, path in texts(entry.fields.get("languages"), (*entry.path, "languages")):
            yield Output(f"{base}language/{tag}/", f"the list of resources in '{tag}'", facts.place(path))
    for section, facet in (("kinds", "kind"), ("topics", "topic"), ("audiences", "audience")):
        for entry in facts.entries(section):
            if entry.id:
                address = f"{base}{facet}/{entry.id}/"
                yield Output(address, f"the list of {facet} '{entry.id}'", facts.place(entry.path))


def _authored(facts: Facts, tag: str) -> Iterator[Output]:
    """Yield the page that speaks for each key in a locale: its own, else the source language's."""
    own = {d.key for d in facts.documents if d.locale == tag}
    for document in facts.documents:
        if document.locale == tag or (document.locale == facts.source_locale and document.key not in own):
            yield Output(address_of(document.key), document.source.file, Place(document.source.file))


def address_of(key: str) -> str:
    """Return the locale-free address that MkDocs gives a page: ``a.md`` and ``a/index.md`` share ``a/``."""
    stem = key.rpartition(".")[0]
    parts = stem.split("/")
    if parts[-1] in ("index", "README"):
        parts.pop()
    return "".join(f"{part}/" for part in parts)


def one_owner(facts: Facts) -> Iterator[Problem]:
    """Two sources must not make the same page of the site."""
    first: dict[str, Output] = {}
    pairs = set()
    for output in outputs(facts):
        other = first.setdefault(output.address, output)
        pair = (other.owner, output.owner)
        if other.owner != output.owner and pair not in pairs:
            pairs.add(pair)
            where = "" if other.owner == str(other.place) else f" ({other.place})"
            what = f"{output.owner} and {other.owner}{where} both make the page /{output.address}"
            yield Problem(output.place, f"{what}: rename one of them", "two-sources")


def reserved_ids(facts: Facts) -> Iterator[Problem]:
    """An id is no word that the site's addresses need: page, search …, a language, or digits alone."""
    for entry in facts.entries("resources"):
        name = entry.id or ""
        if name in RESERVED or name in {tag.lower() for tag in facts.locales} or name.isdecimal():
            what = f"the id '{name}' is kept for the site's own addresses: add a word to it"
            yield Problem(facts.place((*entry.path, "id")), what, "reserved-id")


def page_names(facts: Facts) -> Iterator[Problem]:
    """Names of pages and folders become addresses: small letters, digits, hyphens; first comes index.md."""
    for document in facts.documents:
        stem, _, end = document.key.rpartition(".")
        if end != "md" or not all(_PAGE_NAME.fullmatch(part) for part in stem.split("/")):
            cure = "name pages and folders with small letters, digits and hyphens, such as 'home-visits.md'"
            if stem.rpartition("/")[2] == "README":
                cure = "name the first page of a folder 'index.md'"
            yield Problem(Place(document.source.file), cure, "bad-page-name")


def translations(facts: Facts) -> Iterator[Problem]:
    """A translated page stands beside its source page, and only it says what it was made from."""
    sources = {d.key for d in facts.documents if d.locale == facts.source_locale}
    for document in facts.documents:
        if document.locale == facts.source_locale:
            yield from _no_translation(document)
        elif document.key not in sources:
            what = f"this translates '{document.key}', but there is no such page: add it or correct this name"
            yield Problem(Place(document.source.file), what, "orphan-translation")


def _no_translation(document: Document) -> Iterator[Problem]:
    for name in ("translation", "translates"):
        if name in document.front:
            what = f"'{name}' belongs only into a translated page: delete the line"
            yield Problem(document.source.key_place((name,)), what, "not-a-translation")


RULES = (one_owner, reserved_ids, page_names, translations)
