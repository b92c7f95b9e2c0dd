"""Sheet numbers: a short name for a page, the same in every language, to be printed and said on the phone.

They stand in a file of their own and not in the entries: nobody but ``hub number`` writes them, the translations of a
page stay current, and the number of a page that is gone keeps its line and is never given again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from resourcehub.catalog.fields import is_sheet_number
from resourcehub.catalog.given import given_before
from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import read_yaml
from resourcehub.problems import Place, Problem
from resourcehub.store import write_file

FILE = "numbers.yaml"
_ADDRESS = re.compile(r"(?:[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*/)+")
HOME = "./"  # how the file writes the address of the first page, which is empty: blank means absent
HEAD = "# Sheet numbers, given by 'hub number' on the main branch. No line is changed or deleted.\n"


class Sheets(dict[str, str]):
    """The locale-free address of each number, and where in the file it stands."""

    def __init__(self, sheets: Mapping[str, str] | None = None, places: Mapping[str, Place] | None = None) -> None:
        super().__init__(sheets or {})
        self._places = places or {}

    def place(self, number: str) -> Place:
        """Return where a number stands."""
        return self._places.get(number, Place(FILE))


def read_sheets(root: Path, file: str = FILE) -> tuple[Sheets, list[Problem]]:
    """Return the numbers and the faults of the file, those too that its history tells of.

    No file is no fault where none were ever given.
    """
    sheets, problems = read_numbers(root, file)
    return sheets, [*problems, *([] if problems else _kept(sheets, given_before(root, file), file))]


def _kept(sheets: Sheets, given: Mapping[str, str], file: str) -> Iterator[Problem]:
    """A number that was given belongs to its page for ever: no line is changed or deleted."""
    if given and not sheets:
        what = f"the file is gone, but {len(given)} numbers were given: put it back, for they may be printed on paper"
        yield Problem(Place(file), what, "lost-number")
        return
    for number, address in given.items():
        now = sheets.get(number)
        if now is None:
            what = f"the line of sheet {number} is gone: put '{number}: {address}' back, unless it was never published"
            yield Problem(Place(file), what, "lost-number", "warning")
        elif (now or HOME) != address:
            what = f"sheet {number} was given to '{address}' and may be printed so: write '{number}: {address}' again"
            yield Problem(sheets.place(number), what, "changed-number")


def read_numbers(root: Path, file: str = FILE) -> tuple[Sheets, list[Problem]]:
    """Return the numbers and the faults of the file as it stands, without a look at its history."""
    if not (root / file).exists():
        return Sheets(), []
    source, problems = read_yaml(root, file)
    if source is None:
        return Sheets(), problems
    if source.text == HEAD:
        return Sheets(), problems  # as a new site begins; where numbers were given, the history tells
    if not source.data:
        what = "the file holds no number: put back what it held; delete it where none was ever given"
        return Sheets(), [*problems, Problem(Place(file), what, "empty-file")]
    if not isinstance(source.data, dict):
        what = "each line must be a number, a colon and an address, such as '12: about/'"
        return Sheets(), [*problems, Problem(source.place(()), what, "wrong-shape")]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, address in source.data.items():
        if fault := _fault(number, address, taken):
            problems.append(Problem(source.key_place((number,)), *fault))
        else:
            found[number] = "" if address == HOME else address
            taken.add(found[number])
    return Sheets(found, {number: source.key_place((number,)) for number in found}), problems


def _fault(number: str, address: object, taken: set[str]) -> tuple[str, str] | None:
    """Return what is wrong with a line, and its code."""
    if not is_sheet_number(number) or not isinstance(address, str):
        what = f"'{shown(number)}' is no sheet number of a page: undo the change, and run 'hub number'"
        return what, "bad-sheet-number"
    if address != HOME and not _ADDRESS.fullmatch(address):
        what = f"'{shown(address)}' is no address of a page, such as about/: undo the change, and run 'hub number'"
        return what, "bad-sheet-address"
    if ("" if address == HOME else address) in taken:
        return f"'{shown(address)}' has a number already: delete the newer line", "duplicate-number"
    return None


def assign(
    sheets: Mapping[str, str], addresses: Iterable[str], prefix: str = "", given: Iterable[str] = ()
) -> dict[str, str]:
    """Return numbers for the addresses that have none, in their order, after the highest that begins with ``prefix``.

    A site that builds on the catalog of another gives its own a prefix (``OAK``: ``OAK-1``), so that none collide.
    ``given`` are numbers that the file held before: they are not given again.
    """
    start = f"{prefix}-" if prefix else ""
    used = (*sheets, *given)
    digits = (number.removeprefix(start) for number in used if number.startswith(start))
    last = max((int(d) for d in digits if d.isdecimal()), default=0)
    known = set(sheets.values())
    new = [address for address in dict.fromkeys(addresses) if address not in known]
    return {f"{start}{n}": address for n, address in enumerate(new, last + 1)}


def add_sheets(root: Path, new: Mapping[str, str], file: str = FILE) -> None:
    """Write new numbers below the old ones; the file is replaced as a whole, so that none is lost half-way."""
    path = root / file
    old = path.read_text(encoding="utf-8") if path.is_file() else HEAD
    lines = "".join(f"{number}: {address or HOME}\n" for number, address in new.items())
    write_file(path, (old + ("" if old.endswith("\n") else "\n") + lines).encode())


def sheet_address(number: str) -> str:
    """Return the address of the page that leads to a sheet: ``12/``, ``oak-12/``."""
    return f"{number.lower()}/"
