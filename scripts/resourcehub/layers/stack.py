"""Which hubs a site builds on: ``extends:`` -> layers, the lowest first and the site itself last."""

import posixpath
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from resourcehub.catalog.plain import shown
from resourcehub.options import Named, Settings
from resourcehub.problems import Problem, suggestion
from resourcehub.settings.core import read_settings, settings_of, usable
from resourcehub.shipped import reference_dir

REFERENCE = "reference"
FILE = "mkdocs.yml"
_CURE = f"write '{REFERENCE}' for what comes with the program, the folder of a hub, or the name of an installed package"


@dataclass(frozen=True, slots=True)
class Layer:
    """A hub. ``label`` is what the paths of its files begin with in messages: nothing for the site itself."""

    label: str
    settings: Settings

    @property
    def root(self) -> Path:
        """The folder of its ``mkdocs.yml``."""
        return self.settings.root


def stack(settings: Settings) -> tuple[list[Layer], list[Problem]]:
    """Return the layers of a site and what is wrong with ``extends:``. A hub that is reached twice stands once."""
    problems: list[Problem] = []
    found: dict[Path, Layer] = {}
    _climb(Layer("", settings), (), found, problems)
    return list(found.values()), problems


def _climb(layer: Layer, above: tuple[Path, ...], found: dict[Path, Layer], problems: list[Problem]) -> None:
    here = layer.root.resolve()
    for named in layer.settings.extends:
        below = _below(layer, named)
        if isinstance(below, Problem):
            problems.append(below)
        elif below.root.resolve() in (*above, here):
            what = f"'{shown(named.word)}' builds on this hub itself, in a circle: take one of the two lines out"
            problems.append(Problem(named.place, what, "layers-in-circle"))
        elif below.root.resolve() not in found:
            _climb(below, (*above, here), found, problems)
    found[here] = layer


def _below(layer: Layer, named: Named) -> Layer | Problem:
    """Return a layer by its name, or what is wrong with that."""
    folder, label = _folder(layer, named.word)
    if folder is None:
        near = suggestion(named.word, [REFERENCE])
        what = f"there is no hub '{shown(named.word)}' to build on{near}: {_CURE}"
        return Problem(named.place, what, "no-layer")
    file, faults = read_settings(folder, FILE)
    if not file or not usable(file):
        why = f" ({faults[0].message})" if faults else ""
        what = f"the settings of '{shown(named.word)}' cannot be used: correct its {FILE} first{why}"
        return Problem(named.place, what, "no-layer")
    settings = settings_of(file)
    if settings.source != layer.settings.source:
        what = (
            f"'{shown(named.word)}' is written in '{settings.source}', and this site in '{layer.settings.source}': "
            "both must have the same language with 'default: true'"
        )
        return Problem(named.place, what, "other-source-language")
    return Layer(label, settings)


def _folder(layer: Layer, word: str) -> tuple[Path | None, str]:
    """Return the folder of a hub, and how its files are named: of a folder as they are found from the site."""
    if word == REFERENCE:
        return reference_dir(), f"{REFERENCE}/"
    folder = layer.root / word
    if (folder / FILE).is_file():
        return folder, posixpath.normpath(posixpath.join(layer.label, word)) + "/"
    return _package(word), f"{word}/"


def _package(name: str) -> Path | None:
    """Return the folder of an installed package that holds a hub. It is found, and nothing of it is run."""
    spec = find_spec(name) if name.isidentifier() else None
    folders = map(Path, (spec.submodule_search_locations or ()) if spec else ())
    return next((folder for folder in folders if (folder / FILE).is_file()), None)
