"""``nav:`` and ``plugins:``, which MkDocs lets people write in several shapes, as one each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import Keys, Source
from resourcehub.problems import Place, Problem

EMPTY = "the menu is empty: write its pages below 'nav:', each on a line such as '  - about.md', or delete the line"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the menu: its path below ``docs/`` and where the menu names it."""

    page: str
    place: Place


def menu(source: Source, problems: list[Problem]) -> list[Entry]:
    """Return the pages that ``nav:`` names, in order. A sub-menu is read as a group: its pages follow one another.

    Words beside a page are not shown, since a menu speaks every language: they come from the page itself.
    """
    given = source.data.get("nav") if isinstance(source.data, dict) else None
    if given in ([], {}) or (given is None and "nav" in source.names(())):
        problems.append(Problem(source.key_place(("nav",)), EMPTY, "empty-menu"))
    elif isinstance(given, str):
        what = "'nav' must be a list: write each page on a line of its own behind '- '"
        problems.append(Problem(source.place(("nav",)), what, "wrong-shape"))
        return []
    return list(_pages(source, given or [], ("nav",), problems))


def _pages(source: Source, given: object, path: Keys, problems: list[Problem]) -> Iterator[Entry]:
    if isinstance(given, str):
        yield Entry(given.removeprefix("./"), source.place(path))
    elif isinstance(given, list):
        for index, item in enumerate(given):
            yield from _pages(source, item, (*path, index), problems)
    elif isinstance(given, dict):
        for words, below in given.items():
            problems.append(_words(source, (*path, words)))
            yield from _pages(source, below, (*path, words), problems)


def _words(source: Source, path: Keys) -> Problem:
    what = (
        f"the words '{shown(path[-1])}' are not shown: a menu has the words of its pages, in each language. "
        "Write them as 'menu:' at the head of the page, and the page's name alone here"
    )
    return Problem(source.key_place(path), what, "menu-words", "warning")


def plugins(source: Source, problems: list[Problem]) -> dict[str, Keys]:
    """Return where the options of each plugin stand, by its name: a list of names, of groups, or one group."""
    given = source.data.get("plugins") if isinstance(source.data, dict) else None
    found: dict[str, Keys] = {}
    rows: dict[Keys, Any] = {("plugins",): given} if isinstance(given, dict) else {}
    rows |= {("plugins", i): row for i, row in enumerate(given if isinstance(given, list) else [])}
    for path, row in rows.items():
        inside = [(*path, name) for name in source.names(path)] if isinstance(row, dict) else [path]
        for where in inside:
            name = row if isinstance(row, str) else where[-1]
            if not isinstance(name, str) or (len(inside) > 1 and path != ("plugins",)):
                what = "this is no plugin: write '- name:' and its settings below it, four blanks further in"
                problems.append(Problem(source.key_place(where), what, "wrong-shape"))
            elif name in found:
                what = f"the plugin '{shown(name)}' stands here again: keep one of the two"
                problems.append(Problem(source.key_place(where), what, "duplicate-key"))
            else:
                found[name] = where
    if isinstance(given, str):
        what = "'plugins' must be a list: write each on a line of its own behind '- '"
        problems.append(Problem(source.place(("plugins",)), what, "wrong-shape"))
    return found
