"""``mkdocs.yml`` -> settings with places, or problems. Shape is checked by parts, so that one fault hides no other."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from resourcehub.catalog.faults import faults
from resourcehub.catalog.model import Shape
from resourcehub.catalog.source import Keys, Source, read_yaml
from resourcehub.problems import Problem
from resourcehub.settings.environment import filled
from resourcehub.settings.menu import Entry, menu, plugins
from resourcehub.settings.schema import REFUSED, UNUSED, Languages, Options, Site

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True)
class File:
    """``mkdocs.yml`` as far as it has its shape; what is misshapen is as if it were not there."""

    root: Path
    source: Source
    site: Site
    options: Options
    languages: Languages
    plugins: Mapping[str, Keys] = field(default_factory=dict)
    menu: tuple[Entry, ...] = ()

    def given(self, path: Keys) -> Any:
        """Return what stands at ``path``, of whatever shape; None where nothing does."""
        return _at(self.source.data, path)

    def option(self, *keys: str | int) -> Keys:
        """Return the path of one of our plugin's options."""
        return (*self.plugins.get("resourcehub", ("plugins",)), *keys)

    def language(self, *keys: str | int) -> Keys:
        """Return the path of one of the settings of languages."""
        return (*self.plugins.get("i18n", ("plugins",)), *keys)


def read_file(root: Path, name: str, given: Mapping[str, str] | None = None) -> tuple[File | None, list[Problem]]:
    """Return what ``mkdocs.yml`` says and what is wrong with its shape; None where it cannot be read at all.

    ``given`` are the values that ``!ENV`` may name; those of the process otherwise.
    """
    source, problems = read_yaml(root, name, partial(filled, given=given))
    if source is None:
        return None, problems
    if not isinstance(source.data, dict):
        cure = "the file must consist of settings, such as 'site_name: …', 'theme:' and 'plugins:'"
        return None, [*problems, Problem(source.place(()), cure, "wrong-shape")]
    problems += [_useless(source, key) for key in source.names(()) if key in UNUSED or key in REFUSED]
    site = _part(Site, source, (), problems, {**UNUSED, **REFUSED})
    where = plugins(source, problems)
    options = _part(Options, source, where.get("resourcehub", ("",)), problems)
    languages = _part(Languages, source, where.get("i18n", ("",)), problems)
    return File(root, source, site, options, languages, where, tuple(menu(source, problems))), problems


def _useless(source: Source, key: str) -> Problem:
    if key in REFUSED:
        return Problem(source.key_place((key,)), f"'{key}' does not work here: {REFUSED[key]}", "useless-setting")
    what = f"'{key}' does nothing here ({UNUSED[key]}): delete the line"
    return Problem(source.key_place((key,)), what, "useless-setting", "warning")


def _part(shape: type[S], source: Source, path: Keys, problems: list[Problem], without: Mapping[str, str] = {}) -> S:
    """Return the part of a file at ``path``, without what does not fit; that is reported."""
    data = _at(source.data, path)
    if isinstance(data, str) and path[:1] == ("plugins",) and len(path) == 2:
        data = None  # a plugin of which only the name stands in the list
    if isinstance(data, dict):
        data = {key: value for key, value in data.items() if key not in without}
    for attempt in range(50):
        try:
            return shape.model_validate({} if data is None else data)
        except ValidationError as error:
            if not attempt:
                problems += faults(error, source, path, shape)
            data = _pruned(data, [detail["loc"] for detail in error.errors()])
    return shape()


def _at(data: Any, path: Keys) -> Any:
    for key in path:
        known = key in data if isinstance(data, dict) else isinstance(data, list) and key in range(len(data))
        if not known:
            return None
        data = data[key]
    return data


def _pruned(data: Any, places: list[Keys]) -> Any:
    """Return a copy of ``data`` without the values at ``places``; where one is not there, without its parent."""
    data = deepcopy(data)
    for path in sorted(places, key=lambda p: [str(part).zfill(6) for part in p], reverse=True):
        if not path or not isinstance(data, dict):
            return {}
        _drop(data, path)
    return data


def _drop(data: Any, path: Keys) -> None:
    """Delete the value at ``path``, or the last thing on the way to it that is there."""
    last, here = None, data
    for key in path:
        known = key in here if isinstance(here, dict) else isinstance(here, list) and key in range(len(here))
        if not known:
            break
        last, here = (here, key), here[key]
    if last:
        del last[0][last[1]]
