"""The placeholders of interface words: ``{name}`` stays as it is in every translation."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from gettext import c2py

from resourcehub.languages.registry import parse_plurals

FIELD = re.compile(r"\{(\w+)\}")
_TRIED = 1000


def misfit(source: str, plural: str | None, translation: str, *, single: bool = False) -> str | None:
    """Return what is wrong with the placeholders of a translation, or None.

    A translation has the placeholders of its source. A plural form that serves a single number (``single``) may leave
    out the count ("one page"); any other form would tell a wrong number (as ``msgfmt -c`` holds).
    """
    if "{" not in translation and "}" not in translation and "{" not in (plural or source):
        return None
    wanted = set(FIELD.findall(plural or source))
    there = set(FIELD.findall(translation))
    needed = wanted - {"count"} if single else wanted
    if there <= wanted and needed <= there and not set("{}") & set(FIELD.sub("", translation)):
        return None
    names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
    if plural and there | {"count"} == wanted:
        return "this form serves several numbers: write {count} where the number stands"
    return f"the placeholders must stay as in the English text ({names})"


@cache
def served(header: str) -> Mapping[int, Sequence[int]]:
    """Return which numbers each form of a Plural-Forms header serves; nothing of a header that is no rule."""
    found: dict[int, list[int]] = {}
    try:
        _, rule = parse_plurals(header)
        choose = c2py(rule)
        for number in range(_TRIED + 1):
            found.setdefault(choose(number), []).append(number)
    except (ValueError, ZeroDivisionError, OverflowError):
        return {}
    return found


@cache
def single_forms(header: str) -> frozenset[int]:
    """Return which plural forms of a Plural-Forms header serve one number only; none of a header that is no rule."""
    return frozenset(form for form, numbers in served(header).items() if len(numbers) == 1)
