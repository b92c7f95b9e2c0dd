"""Rules on addresses: each has one owner for ever, and no page is lost by its name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.sheets import HOME, sheet_address
from resourcehub.problems import Place, Problem
from resourcehub.rules.facts import GONE, Facts, texts

RESERVED = ("page", "topic", "kind", "audience", "language", "search", "a-z", "api", "index")
# Files that are made for each page, for each locale, and for all of them together.
BESIDE = "qr.png"
LOCAL = ("search/index.json", "offline.html", "keep/kept.json")
SHARED = ("404.html", "sitemap.xml", "keep.js", *(f"assets/{name}" for name in ("hub.css", "signs.css", "search.js")))
# The lists a resource stands in, by the field that says so.
_FACETS = {"kind": "kind", "topics": "topic", "audiences": "audience", "languages": "language"}
_PAGE_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_LIST_PAGE = re.compile(r"(?:.+/)?page/[0-9]+/")


class Output(NamedTuple):
    """A page or file of the site: its address below the root, what makes it, in words, and where that stands."""

    address: str
    owner: str
    place: Place


def outputs(facts: Facts) -> Iterator[Output]:
    """Yield every page and file of the site, in every language, fallbacks too."""
    for output in _outputs(facts):
        yield output
        if not output.address.rpartition("/")[2]:
            yield _own(f"{output.address}{BESIDE}")


def _outputs(facts: Facts) -> Iterator[Output]:
    tags = dict.fromkeys((facts.source_locale, *facts.locales))
    yield from map(_own, dict.fromkeys((*SHARED, *(f"sitemap-{tag}.xml" for tag in tags), *facts.assets)))
    for number in facts.sheets:
        yield Output(sheet_address(number), f"sheet {number}", facts.sheets.place(number))
    common = (*map(_own, LOCAL), *stamped(facts))
    for tag in tags:
        prefix = facts.prefix(tag)
        for address, owner, place in (*common, *_list_pages(facts, tag), *_docs(facts, tag)):
            yield Output(f"{prefix}{address}", owner, place)


def _own(name: str) -> Output:
    return Output(name, f"the site's own file '{name}'", Place(""))


def stamped(facts: Facts) -> Iterator[Output]:
    """Yield the locale-free pages of the catalog, but for the pages 2, 3 … of its lists."""
    yield from _single(facts)
    yield from _lists(facts)


def _single(facts: Facts) -> Iterator[Output]:
    """Yield the pages of the catalog that are there whatever it holds, and those of its resources."""
    base, catalog = f"{facts.resources}/", _catalog(facts)
    yield Output(base, "the list of all resources", catalog)
    yield Output(f"{base}a-z/", "the list from A to Z", catalog)
    ids = {entry.id for entry in facts.entries("resources")}  # one that is reserved is reported as that
    for facet in (name for name in _FACETS.values() if name not in ids):
        yield Output(f"{base}{facet}/", f"the list of everything under '{facet}'", catalog)
    yield Output("search/", "the page of search results", catalog)
    yield Output("keep/", "the page for reading without internet", catalog)
    for entry in facts.entries("resources"):
        if entry.id:
            yield Output(f"{base}{entry.id}/", f"resource '{entry.id}'", facts.place(entry.path))
    for (section, name), place in facts.file.places.items():
        if section == "resources" and name not in ids:  # behind a slip in the file: it is there, and cannot be read
            yield Output(f"{base}{name}/", f"resource '{name}'", place)


def _lists(facts: Facts) -> Iterator[Output]:
    """Yield the lists by kind, topic, audience and language, those without a resource too."""
    base = f"{facts.resources}/"
    for entry in facts.entries("resources"):
        for tag, path in texts(entry.fields.get("languages"), (*entry.path, "languages")):
            read = facts.registry.reading(tag)
            yield Output(f"{base}language/{read}/", f"the list of resources in '{read}'", facts.place(path))
    for section, facet in (("kinds", "kind"), ("topics", "topic"), ("audiences", "audience")):
        for entry in facts.entries(section):
            if entry.id:
                address = f"{base}{facet}/{entry.id}/"
                yield Output(address, f"the list of {facet} '{entry.id}'", facts.place(entry.path))


def _written_lists(facts: Facts) -> Iterator[str]:
    """Yield the address of every list that holds a resource: the others are not written."""
    active = [e.fields for e in facts.entries("resources") if e.fields.get("status", "active") == "active"]
    for field, facet in _FACETS.items():
        for value in dict.fromkeys(value for fields in active for value, _ in texts(fields.get(field), ())):
            name = facts.registry.reading(value) if field == "languages" else value
            yield f"{facts.resources}/{facet}/{name}/"


def written(facts: Facts) -> Iterator[str]:
    """Yield the locale-free address of every page of the catalog that is written now: no drafts, no empty lists."""
    hidden = set(drafts(facts))
    yield from (output.address for output in _single(facts) if output.address not in hidden)
    yield from _written_lists(facts)


def drafts(facts: Facts) -> Iterator[str]:
    """Yield the addresses that resources will have which are drafts still."""
    for entry in facts.entries("resources"):
        if entry.fields.get("status") == "draft":
            yield f"{facts.resources}/{entry.id}/"


def _catalog(facts: Facts) -> Place:
    return Place(next(iter(facts.file.files), "resources.yaml"))


def _list_pages(facts: Facts, tag: str) -> Iterator[Output]:
    """Yield what ``docs/`` has where a list needs its pages 2, 3 …, be it long enough for them or not yet."""
    for output in _docs(facts, tag):
        base, _, inside = output.address.partition("/")
        if base == facts.resources and _LIST_PAGE.fullmatch(inside):
            yield Output(output.address, "a further page of a list", _catalog(facts))


def _docs(facts: Facts, tag: str) -> Iterator[Output]:
    """Yield the pages of ``docs/`` in a locale, its own or else the source language's, and its other files."""
    own = {d.key for d in facts.documents if d.locale == tag}
    for document in facts.documents:
        if document.locale == tag or (document.locale == facts.source_locale and document.key not in own):
            yield Output(address_of(document.key), document.source.file, Place(document.source.file))
    for static in facts.statics:
        if static.locale == tag:
            yield Output(_kept(static.key), static.file, Place(static.file))


def _kept(key: str) -> str:
    """Return the address of a file that is published as it is; ``a/index.html`` and ``a/README.html`` are pages."""
    folder, slash, name = key.rpartition("/")
    return f"{folder}{slash}" if name in ("index.html", "README.html") else key


def address_of(key: str) -> str:
    """Return the locale-free address that MkDocs gives a page: ``a.md`` and ``a/index.md`` share ``a/``."""
    stem = key.rpartition(".")[0]
    parts = stem.split("/")
    if parts[-1] in ("index", "README"):
        parts.pop()
    return "".join(f"{part}/" for part in parts)


def page_was_below(key: str, facts: Facts) -> bool:
    """Say whether what the site builds on had such a page once."""
    return address_of(key) in facts.former


def one_owner(facts: Facts) -> Iterator[Problem]:
    """Two sources must not make the same page or file of the site."""
    first: dict[str, Output] = {}
    pairs = set()
    beside = any(name.endswith(BESIDE) for name in (*facts.assets, *(s.key for s in facts.statics)))
    for output in outputs(facts) if beside else _outputs(facts):  # what stands beside a page is else that page's alone
        other = first.setdefault(output.address, output)
        pair = (other.owner, output.owner)
        if other.owner != output.owner and pair not in pairs:
            pairs.add(pair)
            yield _two(output, other) if output.place.file else _two(other, output)


def _two(this: Output, that: Output) -> Problem:
    where = "" if str(that.place) in ("", that.owner) else f" ({that.place})"
    thing = "file" if this.address.rpartition("/")[2] else "page"
    what = f"{this.owner} and {that.owner}{where} both make the {thing} /{this.address}"
    return Problem(this.place, f"{what}: rename one of them", "two-sources")


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
        elif document.key not in sources and page_was_below(document.key, facts):
            what = f"this translates '{document.key}', which is no longer in what this site builds on: delete the file"
            yield Problem(Place(document.source.file), what, GONE, "warning")
        elif document.key not in sources:
            what = f"this translates '{document.key}', but there is no such page: add it or correct this name"
            yield Problem(Place(document.source.file), what, "orphan-translation")


def _no_translation(document: Document) -> Iterator[Problem]:
    for name in ("translation", "translates", "read_by"):
        if name in document.front:
            what = f"'{name}' belongs only into a translated page: delete the line"
            yield Problem(document.source.key_place((name,)), what, "not-a-translation")


def numbered_pages(facts: Facts) -> Iterator[Problem]:
    """A sheet number belongs to a page. That of a page which was deleted keeps its line, and is never given again."""
    single = (*_single(facts), *_docs(facts, facts.source_locale))
    pages = {*(output.address for output in single), *_written_lists(facts)}
    for number, address in facts.sheets.items():
        base, _, rest = address.partition("/")
        unread = base == facts.resources and (facts.unread or any(rest.endswith(f"{word}/") for _, word in facts.meant))
        if address not in pages and not unread:
            what = (
                f"sheet {number} leads to '{shown(address or HOME)}', and there is no such page: leave the line if "
                "the page was deleted or is a list without a resource, undo the change if somebody wrote it by hand"
            )
            yield Problem(facts.sheets.place(number), what, "unknown-sheet", "warning")


RULES = (one_owner, reserved_ids, page_names, translations, numbered_pages)
