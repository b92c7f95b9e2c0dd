"""What a site leaves out of the hubs it builds on, and of its own: ``hide:``; and what it puts first: ``pin:``.

The rules look at everything, and then it is taken out, everywhere: so nothing that is hidden makes another thing wrong.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from resourcehub.catalog.entries import CatalogFile, Entry
from resourcehub.catalog.model import Resource, Status, Term
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.catalog.tree import Keys
from resourcehub.layers.read import Content
from resourcehub.layers.stack import Layer
from resourcehub.options import Named
from resourcehub.problems import Problem, suggestion
from resourcehub.rules.facts import GONE

LIST = "resources/index.md"
_OF = {"resources": "resource", "topics": "topic", "kinds": "kind", "pages": "page"}


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is not shown: ids by section, and the keys of pages."""

    ids: Mapping[str, frozenset[str]]
    pages: frozenset[str]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.pages or any(self.ids.values()))


def hidden(layers: Iterable[Layer], content: Content) -> tuple[Hidden, list[Problem]]:
    """Return what all layers hide of a hub, and the names that are none (any more)."""
    problems: list[Problem] = []
    ids: dict[str, set[str]] = {"resources": set(), "topics": set(), "kinds": set()}
    pages: set[str] = set()
    keys = frozenset(d.key for d in content.documents)
    for layer in layers:
        for section, names in layer.settings.hide.items():
            for named in names:
                if section == "pages":
                    found = _below(named.word, keys)
                    pages |= found
                else:
                    found = {named.word} if (section, named.word) in content.file.places else set()
                    ids[section] |= found
                if not found and not layer.label:
                    problems.append(_gone(named, section, keys, content.file))
    resources = content.file.catalog.resources
    ids["resources"] |= {r.id for r in resources if r.kind in ids["kinds"] or ids["topics"].issuperset(r.topics)}
    return Hidden({name: frozenset(found) for name, found in ids.items()}, frozenset(pages)), problems


def _below(word: str, keys: Iterable[str]) -> set[str]:
    """Return the pages that a path names: one, or all of a folder."""
    return {key for key in keys if key in (word, f"{word}.md") or key.startswith(f"{word}/")}


def _gone(named: Named, section: str, keys: frozenset[str], file: CatalogFile) -> Problem:
    known = keys if section == "pages" else frozenset(i for s, i in file.places if s == section)
    what = f"there is no {_OF[section]} '{shown(named.word)}'{suggestion(named.word, known)}: delete this line"
    return Problem(named.place, what, GONE, "warning")


def pinned(layers: Iterable[Layer], file: CatalogFile) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the resources that come first, those of the site itself before those of the layers below it."""
    known = {r.id: r for r in file.catalog.resources}
    found: list[str] = []
    problems: list[Problem] = []
    for layer in reversed(list(layers)):
        for named in layer.settings.pin:
            resource = known.get(named.word)
            if resource and resource.status == Status.ACTIVE:
                found.append(resource.id)
            elif not layer.label and resource:
                problems.append(_over(named, resource))
            elif not layer.label:
                problems.append(_gone(named, "resources", frozenset(), file))
    return tuple(dict.fromkeys(found)), problems


def _over(named: Named, resource: Resource) -> Problem:
    cure = f"write '{resource.replaced_by}', which has replaced it" if resource.replaced_by else "delete this line"
    return Problem(named.place, f"'{named.word}' is in no list any more: {cure}", GONE, "warning")


def without(content: Content, out: Hidden, source: str) -> Content:
    """Return a hub without what is hidden, and without what names a thing that is not there.

    ``source`` is the language of the catalog.
    """
    file = _file(content.file, out)
    known = {section: frozenset(i for s, i in file.places if s == section) for section in file.entries}
    there = {
        d.key for d in content.documents if d.locale == source
    } - out.pages  # no translation of a page that is gone
    documents = tuple(_document(d, known, there) for d in content.documents if d.key in there)
    return replace(content, file=file, documents=documents)


def _file(file: CatalogFile, out: Hidden) -> CatalogFile:
    def stays(section: str, name: str | None) -> bool:
        return name not in out.ids.get(section, ())

    entries = {
        section: tuple(_entry(e, (section, n), out) for n, e in enumerate(e for e in rows if stays(section, e.id)))
        for section, rows in file.entries.items()
    }
    places = {(section, name): place for (section, name), place in file.places.items() if stays(section, name)}
    catalog = file.catalog
    ids = frozenset(name for section, name in places if section == "resources")
    terms = {name: frozenset(i for s, i in places if s == name) for name in ("topics", "audiences", "citations")}
    resources = tuple(_resource(r, ids, terms) for r in catalog.resources if stays("resources", r.id))
    kinds = tuple(t for t in catalog.kinds if stays("kinds", t.id))
    parts = {
        "kinds": (*kinds, *_gone_kinds(resources, {kind.id for kind in kinds})),
        "topics": tuple(t for t in catalog.topics if stays("topics", t.id)),
        "resources": resources,
    }
    return replace(file, catalog=catalog.model_copy(update=parts), entries=entries, places=places)


def _gone_kinds(resources: Iterable[Resource], known: Container[str]) -> Iterator[Term]:
    """Yield the kinds of resources that are gone below, under the words of their ids: a resource is of some kind."""
    for name in dict.fromkeys(r.kind for r in resources if r.kind not in known):
        words = name.replace("-", " ").capitalize()
        yield Term(id=name, title=words, summary=f"{words}.")


def _entry(entry: Entry, path: Keys, out: Hidden) -> Entry:
    """Return an entry at its new place in the whole, without topics that are not shown: their lists are not there."""
    topics = entry.fields.get("topics")
    if not out.ids["topics"] or not isinstance(topics, list):
        return replace(entry, path=path)
    return replace(
        entry, path=path, fields=entry.fields | {"topics": [t for t in topics if t not in out.ids["topics"]]}
    )


def _resource(resource: Resource, ids: frozenset[str], terms: Mapping[str, frozenset[str]]) -> Resource:
    """Return a resource that names only what is there."""
    lists: dict[str, Any] = {name: tuple(w for w in getattr(resource, name) if w in terms[name]) for name in terms}
    lists["related"] = tuple(name for name in resource.related if name in ids)
    lists["replaced_by"] = resource.replaced_by if resource.replaced_by in ids else None
    changed = {name: value for name, value in lists.items() if value != getattr(resource, name)}
    return resource.model_copy(update=changed) if changed else resource


def _document(document: Document, known: Mapping[str, frozenset[str]], there: Container[str]) -> Document:
    """Return a page that names only what is there; ``markup/`` makes words of its links that lead nowhere."""
    meta = document.meta
    fields = {"topics": "topics", "resources": "resources", "words": "glossary"}
    lists: dict[str, Any] = {
        name: tuple(word for word in getattr(meta, name) if word in known.get(section, ()))
        for name, section in fields.items()
    }
    lists["doors"] = tuple(door for door in meta.doors if door.page == LIST or door.page in there)
    changed = {name: value for name, value in lists.items() if value != getattr(meta, name)}
    return replace(document, meta=meta.model_copy(update=changed)) if changed else document
