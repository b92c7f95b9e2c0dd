"""Which addresses a person should open next: those never opened first, then those opened longest ago."""

from collections.abc import Iterable
from datetime import date, timedelta

from resourcehub.catalog.model import Resource

# A year: school papers are renewed with the school year.
INTERVAL = timedelta(days=365)


def due(resources: Iterable[Resource], today: date) -> list[Resource]:
    """Return the published resources never checked, oldest entry first, then those last checked over a year ago."""
    active = [r for r in resources if r.stands(today)]
    never = sorted((r for r in active if r.checked is None), key=lambda r: r.added)
    late = [(r.checked, r) for r in active if r.checked and today - r.checked > INTERVAL]
    return [*never, *(r for _, r in sorted(late, key=lambda pair: pair[0]))]
