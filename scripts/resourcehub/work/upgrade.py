"""What an upgrade changes for families: the content that a version brings, compared with that of the one before.

The two hubs hold the shared content and nothing of the school's; where they come from is the caller's matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from resourcehub.catalog.model import Catalog, Resource
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import version
from resourcehub.hub import Hub
from resourcehub.problems import Problem


@dataclass(frozen=True, slots=True)
class Group:
    """What came, is another now, got another name (old and new), and went, each by its name."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What families will see differ: resources, pages, and translations (``es/resources/first-guide/title``).

    ``met`` are the lines of the school about a resource that changes; ``stricter`` is what the new version finds wrong
    with the school's content, and the one before did not.
    """

    resources: Group = Group()
    pages: Group = Group()
    translations: tuple[str, ...] = ()
    met: tuple[tuple[str, str | None], ...] = ()
    stricter: tuple[Problem, ...] = ()


def plan(old: Hub, new: Hub, own: Iterable[str] = (), stricter: Iterable[Problem] = ()) -> Plan:
    """Compare the shared content before an upgrade with that after it.

    ``own`` are the ids of shared resources that the school hides, pins or sets differently; ``stricter`` see ``Plan``.
    """
    resources = compare_catalogs(old.file.catalog, new.file.catalog)
    return Plan(
        resources,
        _compare_pages(old, new, dict(resources.renamed)),
        (*_translated_texts(old, new), *_translated_pages(old, new)),
        tuple(_met(resources, new.file.catalog, own)),
        tuple(stricter),
    )


def compare_catalogs(old: Catalog, new: Catalog) -> Group:
    """Return which resources families will find, find changed, under another name, and no more in any list.

    A resource has another name where one went and one came with the same address. When a person last opened an address
    is no news.
    """
    before, after = _listed(old), _listed(new)
    came = {r.address: name for name, r in after.items() if name not in before}
    renamed = {name: came[r.address] for name, r in before.items() if name not in after and r.address in came}
    before = {name: _with_names(r, renamed) for name, r in before.items()}
    return Group(
        tuple(name for name in after if name not in before and name not in renamed.values()),
        tuple(name for name in after if name in before and after[name] != before[name]),
        tuple(renamed.items()),
        tuple(name for name in before if name not in after and name not in renamed),
    )


def _with_names(resource: Resource, renamed: Mapping[str, str]) -> Resource:
    """Return a resource that names others as they are called now: that is no news of this one."""
    related = tuple(renamed.get(name, name) for name in resource.related)
    return resource.model_copy(update={"related": related}) if related != resource.related else resource


def _listed(catalog: Catalog) -> dict[str, Resource]:
    return {r.id: r.model_copy(update={"checked": None}) for r in catalog.resources if r.status == "active"}


def _compare_pages(old: Hub, new: Hub, renamed: Mapping[str, str]) -> Group:
    before, after = _source_pages(old, renamed), _source_pages(new)
    return Group(
        new=tuple(key for key in after if key not in before),
        changed=tuple(key for key in after if key in before and after[key] != before[key]),
        gone=tuple(key for key in before if key not in after),
    )


def _source_pages(hub: Hub, renamed: Mapping[str, str] = {}) -> dict[str, tuple[str, ...]]:
    """Return what each page says and shows by its key: its words, whatever they link to, and its cards."""
    return {d.key: _page(d, renamed) for d in hub.documents if d.locale == hub.settings.source}


def _page(page: Document, renamed: Mapping[str, str] = {}) -> tuple[str, ...]:
    return version(page.meta, page.body), *(renamed.get(name, name) for name in page.meta.resources)


def _translated_texts(old: Hub, new: Hub) -> Iterator[str]:
    """Yield the texts whose translation is another now while their source is not: of a new text it is no news."""
    for tag in new.settings.locales:
        for context, message in new.messages[tag].catalog.items():
            before = old.messages[tag].catalog.get(context) if tag in old.settings.locales else None
            if before and before.source == message.source and before.forms != message.forms:
                yield f"{tag}/{context}"


def _translated_pages(old: Hub, new: Hub) -> Iterator[str]:
    same = _source_pages(old).items() & _source_pages(new).items()
    keys = {key for key, _ in same}
    before = {(d.locale, d.key): version(d.meta, d.body) for d in old.documents}
    for d in new.documents:
        known = d.locale in old.settings.locales and d.locale != new.settings.source and d.key in keys
        if known and before.get((d.locale, d.key)) != version(d.meta, d.body):
            yield f"{d.locale}/{d.key}"


def _met(group: Group, catalog: Catalog, own: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield which of the school's lines are about something that changes, with what took its place if anything did."""
    instead = {r.id: r.replaced_by for r in catalog.resources} | dict(group.renamed)
    touched = {*group.changed, *group.gone, *instead.keys() & dict(group.renamed).keys()}
    yield from ((name, instead.get(name)) for name in own if name in touched)


def told(found: Plan) -> list[str]:
    """Return what a plan says in plain words, the sum first, then what a person should look at."""
    each = [*_counts(found.resources, "resource"), *_counts(found.pages, "page")]
    if count := len(found.translations):
        each.append(f"{count} translation{'s' * (count != 1)}")
    rest = "nothing of yours is touched" if not found.met and not found.stricter else "please look at what follows"
    first = f"{', '.join(each)}; {rest}" if each else f"Families will see no difference; {rest}"
    lines = [
        f"You wrote something about '{name}', which changes" + (f": '{other}' takes its place" if other else "")
        for name, other in found.met
    ]
    return [first, *lines, *(f"Stricter than before: {problem}" for problem in found.stricter)]


def _counts(group: Group, noun: str) -> Iterator[str]:
    """Yield the numbers of a group that are not nothing; the first says what is counted."""
    gone = "retired" if noun == "resource" else "gone"
    counts = {
        "new": len(group.new),
        "changed": len(group.changed),
        "renamed": len(group.renamed),
        gone: len(group.gone),
    }
    found = [(word, count) for word, count in counts.items() if count]
    for index, (word, count) in enumerate(found):
        yield f"{count} {word}" if index else f"{count} {word} {noun}{'s' * (count != 1)}"
