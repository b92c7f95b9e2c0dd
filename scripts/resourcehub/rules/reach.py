"""Rules on how a resource is reached: by an address of the web, or as a place."""

from collections.abc import Iterator

from resourcehub.catalog.model import OF_A_PLACE
from resourcehub.problems import Problem
from resourcehub.rules.facts import Facts


def one_address(facts: Facts) -> Iterator[Problem]:
    """A resource has either its own address or that of a page that lists it; a place needs neither."""
    for entry in facts.entries("resources"):
        both = [name for name in ("url", "listed_at") if name in entry.fields]
        if len(both) == 2:
            cure = "both 'url' and 'listed_at': keep the one that is true"
            yield Problem(entry.place("listed_at"), cure, "two-addresses")
        elif not both and not _is_place(entry.fields):
            cure = (
                "neither 'url' nor 'listed_at': give its address, or that of a page that lists it; "
                "of a place give 'phone' or 'street'"
            )
            yield Problem(entry.place(), cure, "no-address")


def parts_of_a_place(facts: Facts) -> Iterator[Problem]:
    """Hours and people belong to a place that can be called or visited."""
    for entry in facts.entries("resources"):
        for name in OF_A_PLACE if not _is_place(entry.fields) else ():
            if name in entry.fields:
                cure = f"'{name}' is of a place, and nobody learns where that is: give its 'phone' or its 'street', too"
                yield Problem(entry.place(name), cure, "no-place")


def _is_place(fields: dict[str, object]) -> bool:
    return bool({"phone", "street"} & fields.keys())


RULES = (one_address, parts_of_a_place)
