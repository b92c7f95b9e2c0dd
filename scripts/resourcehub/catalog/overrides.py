"""``override:`` of a catalog: single fields of entries that stand in a catalog below, set to something else.

```yaml
override:
  resources:
    - id: library-stories
      summary: What our families should know of it.
```
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import Source
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Place, Problem, suggestion

OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Override:
    """What an entry below is to say instead. A name without a value takes the field away."""

    section: str
    id: str
    fields: Mapping[str, Any]
    taken: frozenset[str]
    source: Source
    inside: Keys

    def place(self, *keys: str | int) -> Place:
        """Return the place of the entry, or of a value in it."""
        return self.source.place((*self.inside, *keys))


@dataclass(frozen=True)
class Overlaid(Source):
    """The values of an entry with what is set over it: each place is in the file that says the value."""

    under: tuple[Source, Keys] | None = field(default=None, repr=False)
    over: Override | None = field(default=None, repr=False)

    def place(self, path: Keys) -> Place:
        """Return the place of the value at ``path``."""
        source, inside = self._side(path)
        return source.place((*inside, *path))

    def key_place(self, path: Keys) -> Place:
        """Return the place of the last key of ``path``."""
        source, inside = self._side(path)
        return source.key_place((*inside, *path))

    def names(self, path: Keys) -> tuple[str, ...]:
        """Return the names in the group at ``path``."""
        source, inside = self._side(path)
        return tuple(self.data) if not path else source.names((*inside, *path))

    def _side(self, path: Keys) -> tuple[Source, Keys]:
        assert self.over and self.under  # noqa: S101 - both are always given
        above = path and path[0] in self.over.fields
        return (self.over.source, self.over.inside) if above else self.under


def overlaid(fields: Mapping[str, Any], under: tuple[Source, Keys], over: Override) -> Overlaid:
    """Return the values of an entry (which stands at ``under``) with those of an override in their place."""
    kept = {name: value for name, value in fields.items() if name not in over.taken}
    return Overlaid(over.source.file, {**kept, **over.fields}, under=under, over=over)


def read_overrides(source: Source, sections: Sequence[str]) -> tuple[list[Override], list[Problem]]:
    """Return the overrides of a catalog file and what is wrong with their shape."""
    given = source.data.get(OVERRIDE) if isinstance(source.data, dict) else None
    if given is None:
        return [], []
    if not isinstance(given, dict):
        what = f"'{OVERRIDE}' holds the lists of the catalog: write 'resources:' below it, then '- id: …'"
        return [], [Problem(source.place((OVERRIDE,)), what, "wrong-shape")]
    found: list[Override] = []
    problems: list[Problem] = []
    for section, rows in given.items():
        path = (OVERRIDE, section)
        if section not in sections:
            cure = suggestion(section, sections) or ": delete it"
            problems.append(Problem(source.key_place(path), f"unknown list '{shown(section)}'{cure}", "unknown-field"))
        elif not isinstance(rows, list):
            what = f"'{section}' must be a list: each entry begins with '- id: …'"
            problems.append(Problem(source.place(path), what, "wrong-shape"))
        else:
            _read_rows(source, section, rows, found, problems)
    problems += _twice(found)
    return found, problems


def _read_rows(source: Source, section: str, rows: list[Any], found: list[Override], problems: list[Problem]) -> None:
    for index, row in enumerate(rows):
        inside = (OVERRIDE, section, index)
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(row, dict) or not isinstance(name, str):
            what = "this names no entry: write '- id: …', and the fields to set below"
            problems.append(Problem(source.place(inside), what, "wrong-shape"))
            continue
        taken = frozenset(source.names(inside)) - row.keys()
        if not taken and row.keys() == {"id"}:
            what = f"nothing is set of '{shown(name)}': write the fields to set below its id, or delete it"
            problems.append(Problem(source.place(inside), what, "too-few"))
            continue
        found.append(Override(section, name, row, taken, source, inside))


def _twice(found: Sequence[Override]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for over in found:
        if (seen := first.setdefault((over.section, over.id), over.place("id"))) != over.place("id"):
            what = f"'{over.id}' is set here again (first at {seen}): put all its fields together"
            yield Problem(over.place("id"), what, "duplicate-id")
