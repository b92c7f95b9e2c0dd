"""What a round of visits comes to, for a person: one text that is written anew each time, in an issue or a file."""

from collections.abc import Iterator, Mapping, Sequence

from resourcehub.catalog.visits import FAILED, Record, Sort
from resourcehub.edits.told import code

MARK = "<!-- hub links -->"  # by it the workflow finds its issue again
_CARE = "Open each of them yourself before you change anything: a robot is not a reader."


def report(records: Mapping[str, Record], named: Mapping[str, Sequence[str]]) -> str:
    """Return the report on the addresses that ``named`` says are in use, as Markdown."""
    mine = {address: records[address] for address in named if address in records}
    broken = {a: r for a, r in mine.items() if r.broken}
    parts = (
        ("They failed on two different days", broken),
        ("They failed once; the next round tells more", {a: r for a, r in _of(mine, *FAILED) if a not in broken}),
        ("They have moved for good", dict(_of(mine, Sort.MOVED))),
        ("Robots are not let in: whether they work, only a person can see", dict(_of(mine, Sort.BLOCKED))),
    )
    good = len(mine) - sum(len(rows) for _, rows in parts)
    head = f"{len(mine)} addresses were visited, and {good} of them lead where they should. {_CARE}"
    texts = [f"### {title}: {len(rows)}\n\n{code(_lines(rows, named))}" for title, rows in parts if rows]
    return "\n\n".join([MARK, head, *texts]) + "\n"


def _of(records: Mapping[str, Record], *sorts: Sort) -> Iterator[tuple[str, Record]]:
    return ((address, record) for address, record in records.items() if record.sort in sorts)


def _lines(records: Mapping[str, Record], named: Mapping[str, Sequence[str]]) -> str:
    return "\n".join(line for address in sorted(records) for line in _line(address, records[address], named[address]))


def _line(address: str, record: Record, names: Sequence[str]) -> Iterator[str]:
    since = f", since {record.failed[0]}" if record.failed else ""
    yield f"{', '.join(names)}: {record.why}{since}"
    yield f"  {address}"
    if record.target:
        yield f"  -> {record.target}"
