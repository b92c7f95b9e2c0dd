"""Rules on names of resources: pages lead only to what stands, and no list names the same thing twice."""

import posixpath
from collections.abc import Iterator
from datetime import UTC, date, datetime

from resourcehub.catalog.fields import is_id
from resourcehub.catalog.model import Status
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Place, Problem
from resourcehub.rules.facts import Facts, texts
from resourcehub.rules.pagelinks import page_links

_LISTS = ("topics", "audiences", "languages", "citations", "related", "authors")
_PAGE_LISTS = ("topics", "resources", "sources")


def pages_name_what_stands(facts: Facts) -> Iterator[Problem]:
    """No page and no resource leads to a resource that is retired, over or still a draft."""
    gone = dict(_gone(facts))
    for name, place, linked in _named(facts):
        if why := gone.get(name):
            yield _left(name, why, place, linked)


def _left(name: str, why: str, place: Place, linked: bool) -> Problem:
    if why == Status.DRAFT:
        what = f"'{name}' is a draft, which has no page: take the name out, or take out its 'status: draft'"
        return Problem(place, what, "draft-resource", "error" if linked else "warning")
    return Problem(place, f"'{name}' {why}: take the name out here", "gone-resource", "warning")


def _gone(facts: Facts) -> Iterator[tuple[str, str]]:
    today = datetime.now(UTC).date()
    for entry in facts.entries("resources"):
        status, follows = entry.fields.get("status", Status.ACTIVE), entry.fields.get("replaced_by")
        if entry.id and status == Status.DRAFT:
            yield entry.id, Status.DRAFT
        elif entry.id and (status == Status.RETIRED or _past(entry.fields.get("expires"), today)):
            why = "was retired" if status == Status.RETIRED else f"was over on {entry.fields['expires']}"
            yield entry.id, f"{why}, and no card shows it" + (f"; '{follows}' takes its place" if follows else "")


def _past(day: object, today: date) -> bool:
    try:
        return isinstance(day, str) and date.fromisoformat(day) < today
    except ValueError:
        return False


def _named(facts: Facts) -> Iterator[tuple[str, Place, bool]]:
    """Yield each id of a resource that a page or another resource names, where, and whether it is a link."""
    for document in facts.documents:
        for name, path in texts(document.front.get("resources"), ("resources",)):
            yield name, document.source.place(path), False
        for place, target in page_links(document):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(document.key), target))
            if posixpath.dirname(page) == facts.resources:
                yield posixpath.basename(page).removesuffix(".md"), place, True
    for entry in facts.entries("resources"):
        if entry.fields.get("status", Status.ACTIVE) == Status.ACTIVE:
            for name, where in texts(entry.fields.get("related"), (*entry.path, "related")):
                yield name, facts.place(where), False


def named_once(facts: Facts) -> Iterator[Problem]:
    """A list of topics, languages, resources … names each once."""
    for entry in facts.entries("resources"):
        for field in _LISTS:
            for name, path in _again(entry.fields.get(field), (*entry.path, field)):
                yield _twice(field, name, facts.place(path))
    for document in facts.documents:
        for field in _PAGE_LISTS:
            for name, path in _again(document.front.get(field), (field,)):
                yield _twice(field, name, document.source.place(path))


def _again(value: object, path: Keys) -> Iterator[tuple[str, Keys]]:
    met: set[str] = set()
    for name, where in texts(value, path):
        if name in met:
            yield name, where
        met.add(name)


def _twice(field: str, name: str, place: Place) -> Problem:
    shown = name if is_id(name) else name[:40]
    return Problem(place, f"'{field}' names '{shown}' twice: take out one of the two", "named-twice", "warning")


RULES = (pages_name_what_stands, named_once)
