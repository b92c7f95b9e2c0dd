"""Sheet numbers: a short name for a page, the same in every language, to be printed and said on the phone.

They stand in a file of their own and not in the entries: nobody but ``hub number`` writes them, the translations of a
page stay current, and the number of a page that is gone keeps its line and is never given again.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from resourcehub.fields import is_sheet_number, shown
from resourcehub.problems import Problem
from resourcehub.source import read_yaml

FILE = "numbers.yaml"
_HEAD = "# Sheet numbers, given by 'hub number' on the main branch. No line is changed or deleted.\n"


def read_sheets(root: Path, file: str = FILE) -> tuple[dict[str, str], list[Problem]]:
    """Return the locale-free address of each number, and the faults of the file. None is no fault: none were given."""
    if not (root / file).is_file():
        return {}, []
    source, problems = read_yaml(root, file)
    if source is None or not source.data:
        return {}, problems
    if not isinstance(source.data, dict):
        what = "each line must be a number, a colon and an address, such as '12: about/'"
        return {}, [*problems, Problem(source.place(()), what, "wrong-shape")]
    found: dict[str, str] = {}
    for number, address in source.data.items():
        place = source.key_place((number,))
        if not is_sheet_number(number) or not isinstance(address, str):
            what = f"'{shown(number)}' is no sheet number of a page: undo the change, and run 'hub number'"
            problems.append(Problem(place, what, "bad-sheet-number"))
        elif address in found.values():
            what = f"'{shown(address)}' has a number already: delete the newer line"
            problems.append(Problem(place, what, "duplicate-number"))
        else:
            found[number] = address
    return found, problems


def assign(sheets: Mapping[str, str], addresses: Iterable[str], prefix: str = "") -> dict[str, str]:
    """Return numbers for the addresses that have none, in their order, after the highest that begins with ``prefix``.

    A site that builds on the catalog of another gives its own a prefix (``OAK``: ``OAK-1``), so that none collide.
    """
    start = f"{prefix}-" if prefix else ""
    digits = (number.removeprefix(start) for number in sheets if number.startswith(start))
    last = max((int(d) for d in digits if d.isdecimal()), default=0)
    known = set(sheets.values())
    new = [address for address in dict.fromkeys(addresses) if address not in known]
    return {f"{start}{n}": address for n, address in enumerate(new, last + 1)}


def add_sheets(root: Path, new: Mapping[str, str], file: str = FILE) -> None:
    """Write new numbers below the old ones; the file is replaced as a whole, so that none is lost half-way."""
    path = root / file
    old = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    lines = "".join(f"{number}: {address}\n" for number, address in new.items())
    fresh = path.with_suffix(".new")
    fresh.write_text(old + ("" if old.endswith("\n") else "\n") + lines, encoding="utf-8")
    os.replace(fresh, path)  # noqa: PTH105 - says what it is: one step of the system


def sheet_address(number: str) -> str:
    """Return the address of the page that leads to a sheet: ``12/``, ``oak-12/``."""
    return f"{number.lower()}/"
