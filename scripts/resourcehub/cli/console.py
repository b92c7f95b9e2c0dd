"""What the verbs share: the hub they work on, and how they fail."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig

from resourcehub.engine.settings import SettingsError, mkdocs_config, read_hub
from resourcehub.hub import Hub
from resourcehub.pool import cores
from resourcehub.problems import Problem, errors
from resourcehub.reports import as_text

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder of mkdocs.yml.",
)


class Failure(click.ClickException):
    """A plain message and exit status 1."""


class Unusable(Failure):
    """``mkdocs.yml`` cannot be used; ``problems`` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = problems


def config_file(root: Path) -> Path:
    """Return the path of ``mkdocs.yml``. Raises Failure if there is none."""
    if not (path := root / "mkdocs.yml").is_file():
        raise Failure(f"{path}: no such file. Run hub in the folder of mkdocs.yml, or name it with --root.")
    return path


def configure(root: Path, **options: Any) -> MkDocsConfig:
    """Read ``mkdocs.yml``. Raises Failure with all that is wrong if it cannot be used."""
    try:
        return mkdocs_config(config_file(root), **options)
    except SettingsError as error:
        raise Unusable(error.problems) from None


def read(root: Path) -> Hub:
    """Read the hub at ``root`` with all its problems. Raises Failure where ``mkdocs.yml`` cannot be used."""
    configure(root)
    return read_hub(config_file(root), cores())


def readable(root: Path) -> Hub:
    """Read a hub whose catalog has no errors: the words of an entry that cannot be read would count as gone."""
    hub = read(root)
    refuse(hub.of_catalog())
    return hub


def refuse(problems: Iterable[Problem]) -> None:
    """Raise Failure with what is wrong, where there are errors."""
    if bad := errors(problems):
        raise Failure(as_text(bad))
