"""From one round of visits to the next: what is remembered of each address, and which are due."""

from collections.abc import Iterable, Mapping
from datetime import date

from resourcehub.catalog.visits import FAILED, Record, Sort
from resourcehub.links.verdict import Verdict

DAYS = 6  # so long a visit holds; a weekly round asks again


def after(old: Record | None, found: Verdict, today: date) -> Record:
    """Return what is remembered of an address after a visit. Being kept out is no failure, and ends none."""
    failed = old.failed if old else ()
    if found.sort in FAILED:
        failed = failed if failed and failed[-1] == today else (*failed, today)[-2:]
    elif found.sort != Sort.BLOCKED:
        failed = ()
    title = found.title or (old.title if old and found.sort in (*FAILED, Sort.BLOCKED) else "")
    if found.sort == Sort.CHANGED and old:
        title = old.title  # what the page was called when it was the right one
    return Record(day=today, sort=found.sort, why=found.why, target=found.target, title=title, failed=failed)


def due(addresses: Iterable[str], records: Mapping[str, Record], today: date) -> list[str]:
    """Return the addresses to visit: never visited ones first, then those whose visit was longest ago."""
    late = [a for a in dict.fromkeys(addresses) if a not in records or (today - records[a].day).days >= DAYS]
    failed = [a for a in addresses if a in records and records[a].failed and records[a].day < today]
    return sorted(dict.fromkeys([*late, *failed]), key=lambda a: records[a].day if a in records else date.min)
