"""What there is to do on a site, and who can do it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from resourcehub.catalog.due import due
from resourcehub.catalog.visits import Sort, read_records
from resourcehub.hub import Hub
from resourcehub.work.origins import OWN, origins
from resourcehub.work.translate import status

SOON = timedelta(days=60)  # so long before its last day an entry is told of


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: its sort, what it is about, what to know of it, and who can do it."""

    sort: str
    name: str
    note: str
    who: str


_EDITOR = "an editor, in the catalog"
_READER = "anyone who opens it, then writes the day under 'checked:'"


def tasks(hub: Hub, today: date) -> list[Task]:
    """Return what there is to do, what families meet first at the top. What comes from hubs below is their matter."""
    return [*_addresses(hub), *_ends(hub, today), *_words(hub), *_due(hub, today)]


def _own(hub: Hub) -> set[str]:
    return {o.name for o in origins(hub) if o.kind == "resource" and o.layer == OWN}


def _addresses(hub: Hub) -> Iterator[Task]:
    own, (records, _) = _own(hub), read_records(hub.settings.root)
    for resource in hub.file.catalog.resources:
        record = records.get(resource.address.partition("#")[0]) if resource.id in own else None
        if record and record.broken:
            yield Task("broken", resource.id, f"{record.why}, since {record.failed[0]}: {resource.address}", _EDITOR)
        elif record and record.sort == Sort.MOVED:
            yield Task("moved", resource.id, f"to {record.target}", _EDITOR)


def _ends(hub: Hub, today: date) -> Iterator[Task]:
    own = _own(hub)
    for resource in hub.file.catalog.resources:
        if resource.id in own and resource.stands(today) and resource.expires and resource.expires - today <= SOON:
            yield Task("expiring", resource.id, f"its last day is {resource.expires}", _EDITOR)


def _words(hub: Hub) -> Iterator[Task]:
    for row in status(hub):
        name = hub.registry[row.tag].english
        who = f"someone who speaks {name}: 'hub translate status'"
        _, old, missing = row.pages
        for sort, texts, pages in (
            ("stale", row.texts.stale, old),
            ("missing", row.texts.missing, missing),
            ("unread", row.texts.machine, 0),
        ):
            if texts or pages:
                yield Task(sort, row.tag, f"{texts} texts" + (f", {pages} pages" if pages else ""), who)


def _due(hub: Hub, today: date) -> Iterator[Task]:
    own = _own(hub)
    for resource in due((r for r in hub.file.catalog.resources if r.id in own), today):
        yield Task("due", resource.id, f"last checked {resource.checked or 'never'}: {resource.where}", _READER)


def as_text(found: Sequence[Task]) -> Iterator[str]:
    """Yield the lines of a report: a part for each sort, and who can do it."""
    for (sort, who), rows in groupby(found, key=lambda task: (task.sort, task.who)):
        part = list(rows)
        yield f"{sort}: {len(part)}, for {who}"
        yield from (f"  {task.name:<42} {task.note}" for task in part)
