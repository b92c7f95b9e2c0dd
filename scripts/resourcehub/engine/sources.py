"""The files that a preview shows, and how to see that one of them is another now."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from resourcehub.catalog.entries import folder_of
from resourcehub.catalog.sheets import FILE as SHEETS
from resourcehub.catalog.visits import FILE as VISITS
from resourcehub.layers.stack import Layer
from resourcehub.settings.read import File
from resourcehub.shipped import templates_dir

State = Mapping[str, tuple[int, int]]


def state(config: Path, file: File | None, below: Iterable[Layer] = ()) -> State:
    """Return when each source was written and how large it is; ``config`` is ``mkdocs.yml``, ``file`` what it says.

    ``below`` are the layers that the site builds on.
    """
    found = {}
    for path in (path for place in _places(config, file, below) for path in _files(place)):
        try:
            stat = os.stat(path)  # noqa: PTH116 - a preview looks several times a second, at thousands of files
        except OSError:
            continue  # gone in this moment, or a link to nowhere
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def changed(before: State, now: State) -> set[str]:
    """Return the sources that are others now, new, or gone."""
    return {path for path in {*before, *now} if before.get(path) != now.get(path)}


def of_catalog(paths: set[str], file: File) -> bool:
    """Say whether all these sources belong to the catalog."""
    catalog = str(file.root / file.options.catalog)
    return all(path == catalog or path.startswith(folder_of(catalog) + os.sep) for path in paths)


def _places(config: Path, file: File | None, below: Iterable[Layer]) -> Iterator[Path]:
    yield from (config, templates_dir())
    for layer in below:
        own = layer.settings
        theirs = ("mkdocs.yml", own.docs, own.catalog, folder_of(own.catalog), SHEETS, VISITS)
        yield from (layer.root / name for name in theirs)
    if file:
        site, catalog = file.site, file.options.catalog
        names = [site.docs_dir, catalog, folder_of(catalog), SHEETS, VISITS, *site.hooks, *site.watch]
        names += [site.theme.custom_dir] if site.theme and site.theme.custom_dir else []
        yield from (file.root / name for name in names)


def _files(place: Path) -> Iterator[str]:
    if not place.is_dir():
        yield str(place)
    for folder, folders, names in os.walk(place):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (f"{folder}{os.sep}{name}" for name in names)
