"""What ``hub links`` has seen of each address, and when. ``checked`` is another matter: a person opened it.

It stands in ``links.json``, which a program writes. A page reads of it only whether its address failed twice.
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from resourcehub.problems import Place, Problem
from resourcehub.store import write_file

FILE = "links.json"


class Sort(StrEnum):
    """What became of an address."""

    GOOD = "good"
    MOVED = "moved"  # the server says that it is elsewhere for ever
    BLOCKED = "blocked"  # robots are not let in: a person must look
    GONE = "gone"
    CHANGED = "changed"  # the server answers as it does for a page that never was
    SILENT = "silent"  # no answer, or a fault of the server


FAILED = (Sort.GONE, Sort.CHANGED, Sort.SILENT)


class Record(BaseModel):
    """One address: the day of its last visit, what was seen, and the first day of each failure since it was good."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: date
    sort: Sort
    why: str = ""
    target: str = ""
    title: str = ""
    failed: tuple[date, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether it failed on two different days, with no good one between them."""
        return len(self.failed) > 1


def read_records(root: Path, file: str = FILE) -> tuple[dict[str, Record], list[Problem]]:
    """Return what is remembered, by address, and what is wrong with the file."""
    path = root / file
    if not path.is_file():
        return {}, []
    try:
        rows: Any = json.loads(path.read_text(encoding="utf-8"))
        return {str(address): Record.model_validate(row) for address, row in rows.items()}, []
    except (ValueError, ValidationError, AttributeError) as error:
        what = f"this is not as 'hub links' writes it ({type(error).__name__}): delete the file, and it is made anew"
        return {}, [Problem(Place(file), what, "bad-links")]


def broken(root: Path) -> frozenset[str]:
    """Return the addresses that failed twice; none where the file cannot be read, which is told elsewhere."""
    return frozenset(address for address, record in read_records(root)[0].items() if record.broken)


def write_records(root: Path, records: Mapping[str, Record], file: str = FILE) -> bool:
    """Write what is remembered, an address a line, so that two states compare well; say whether the file changed."""
    rows = (f"{json.dumps(address, ensure_ascii=False)}: {_row(records[address])}" for address in sorted(records))
    return write_file(root / file, ("{\n" + ",\n".join(rows) + "\n}\n").encode())


def _row(record: Record) -> str:
    return json.dumps(record.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
