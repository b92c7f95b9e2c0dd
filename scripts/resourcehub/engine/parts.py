"""A site made on several machines: each builds a part, some of the languages, and all parts together are the site.

What all languages share is in the part with the first language. Each part says from what it was made, so that only
parts of one state of the sources come together.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from resourcehub import __version__
from resourcehub.catalog.entries import folder_of
from resourcehub.catalog.sheets import FILE as SHEETS
from resourcehub.catalog.visits import FILE as VISITS
from resourcehub.engine import i18n
from resourcehub.layers.stack import stack
from resourcehub.options import Settings
from resourcehub.settings.core import settings_of
from resourcehub.settings.read import File
from resourcehub.shipped import PACKAGE, templates_dir

FILE = "hub-part.json"


class PartError(Exception):
    """Parts that are not one site together; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part says of itself: from what it was made, the languages of the whole site, and those that it holds."""

    made_from: Mapping[str, str]
    languages: tuple[str, ...]
    holds: tuple[str, ...]


_PART = TypeAdapter(Part)


def state(file: File) -> dict[str, str]:
    """Return what the bytes of a site depend on, each by a digest; ``file`` is its ``mkdocs.yml``."""
    root, settings = file.root, settings_of(file)
    layers, _ = stack(settings)
    own = [root / settings.overrides] if settings.overrides else []
    hooks = [root / name for name in file.site.hooks]
    resolved = json.dumps([file.source.data, settings.indexable], ensure_ascii=False, default=str)
    return {
        "catalog": _digest(path for layer in layers for path in _catalog(layer.settings)),
        "pages and translations": _digest(layer.root / layer.settings.docs for layer in layers),
        "addresses": _digest(layer.root / VISITS for layer in layers),
        "settings": hashlib.sha256(resolved.encode()).hexdigest(),
        "templates": _digest([*own, *hooks]),
        "version of the program": f"{__version__} {_digest([PACKAGE, templates_dir()])}",
        "day": i18n.today().isoformat(),
    }


def _catalog(settings: Settings) -> Iterator[Path]:
    yield from (settings.root / name for name in (settings.catalog, folder_of(settings.catalog), SHEETS))


def as_part(site: Path, settings: Settings, holds: Sequence[str], made_from: Mapping[str, str]) -> None:
    """Make a part of a folder that a build of the languages ``holds`` has filled.

    What all share, and lies at the root, stays where the first language is.
    """
    languages = settings.published
    if languages[0] not in holds:
        folders = {settings.prefix(tag).rstrip("/") for tag in holds}
        for path in [path for path in site.iterdir() if path.name not in folders]:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    part = Part(made_from, languages, tuple(holds))
    (site / FILE).write_bytes(_PART.dump_json(part, indent=1) + b"\n")


def check_parts(folders: Sequence[Path]) -> None:
    """Raise PartError unless parts are one site: whole, of one state of the sources, each language once."""
    parts = [(folder, _read(folder)) for folder in folders]
    (first, whole), *others = parts
    for folder, part in others:
        keys = dict.fromkeys((*whole.made_from, *part.made_from))
        if differ := [key for key in keys if whole.made_from.get(key) != part.made_from.get(key)]:
            what = f"{folder} was not made from what {first} was made from (other: {', '.join(differ)})"
            raise PartError(f"{what}: build all parts anew from one state of the sources, on one day")
    held: dict[str, Path] = {}
    for folder, tag in ((folder, tag) for folder, part in parts for tag in part.holds):
        if tag in held:
            raise PartError(f"{held[tag]} and {folder} both hold '{tag}': name one of them")
        held[tag] = folder
    if missing := [tag for tag in whole.languages if tag not in held]:
        names = ",".join(missing)
        raise PartError(f"no part holds {names}: build it, too, with 'hub build --part --locales {names}'")


def merge(folders: Iterable[Path], site: Path) -> None:
    """Put parts together into the folder ``site``. Raises OSError."""
    for folder in folders:
        shutil.copytree(folder, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns(FILE))


def _read(folder: Path) -> Part:
    try:
        return _PART.validate_json((folder / FILE).read_bytes())
    except (OSError, ValidationError):
        cure = "name folders that 'hub build --part' has made"
        raise PartError(f"{folder} is no part of a site (no {FILE} that can be read): {cure}") from None


def _digest(paths: Iterable[Path]) -> str:
    """Return a digest of files, and of all files in folders: their names and what they hold."""
    whole = hashlib.sha256()
    for path in paths:
        for file in [path] if path.is_file() else sorted(_files(path)):
            name = file.relative_to(path.parent).as_posix().encode()
            whole.update(b"%d %s %d " % (len(name), name, file.stat().st_size) + file.read_bytes())
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (path for name in names if (path := Path(base) / name).is_file())
