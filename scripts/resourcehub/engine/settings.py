"""Reading ``mkdocs.yml``: what MkDocs says of it becomes problems with places; a preview outlives its mistakes."""

import io
import logging
import re
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from resourcehub.catalog.source import yaml_faults
from resourcehub.problems import Place, Problem, errors
from resourcehub.reports import as_text

NEEDED = ("i18n", "resourcehub")
_SAID = re.compile(r"Config value '(\w+)': (.*)", re.DOTALL)
_LOG = logging.getLogger("mkdocs.config")


class SettingsError(Exception):
    """``mkdocs.yml`` cannot be used; ``problems`` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = problems


class _Listener(logging.Handler):
    """Keeps what MkDocs says of the settings: in its exception it only counts."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record)


def read_settings(file: Path, **options: Any) -> MkDocsConfig:
    """Return the settings in ``file``. Raises SettingsError where they cannot be used."""
    listener = _Listener()
    _LOG.addHandler(listener)
    before, _LOG.propagate = _LOG.propagate, False
    try:
        config = load_config(str(file), **options)
    except (MkDocsException, SystemExit) as error:
        raise SettingsError(_problems(file, error, listener.said)) from None
    finally:
        _LOG.removeHandler(listener)
        _LOG.propagate = before
    for record in listener.said:
        _LOG.handle(record)
    if missing := [name for name in NEEDED if name not in config.plugins]:
        raise SettingsError([_missing(file, name) for name in missing])
    return config


def _problems(file: Path, error: BaseException, said: list[logging.LogRecord]) -> list[Problem]:
    """Return why settings cannot be used: a slip in the YAML, else what MkDocs said of values, else its exception."""
    if slips := yaml_faults(file.parent, file.name):
        return slips
    found = [_problem(file, record.getMessage(), record.levelno >= logging.ERROR) for record in said]
    return found if errors(found) else [_problem(file, str(error), True), *found]


def _problem(file: Path, words: str, bad: bool) -> Problem:
    value = _SAID.fullmatch(words)
    message = " ".join((f"{value[1]}: {value[2]}" if value else words).split())
    return Problem(_place(file, value[1] if value else ""), message, "bad-settings", "error" if bad else "warning")


def _missing(file: Path, plugin: str) -> Problem:
    what = f"the plugin '{plugin}' is missing: add it under 'plugins:'"
    return Problem(_place(file, "plugins"), what, "bad-settings")


def _place(file: Path, key: str) -> Place:
    """Return where a setting stands; the whole file where it is not in it."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return Place(file.name, next((n for n, line in enumerate(lines, 1) if key and line.startswith(f"{key}:")), 0))


class Patient:
    """Reads the settings for a preview. While they cannot be used, their last good text stands in for them.

    The plugin is told their faults, and its report is the page. Raises SettingsError where none were good before.
    """

    def __init__(self) -> None:
        self._good = b""

    def __call__(self, config_file: str, **options: Any) -> MkDocsConfig:
        """Return settings as ``mkdocs.config.load_config`` does."""
        file, faults = Path(config_file), list[Problem]()
        try:
            config = read_settings(file, **options)
            self._good = file.read_bytes()
        except SettingsError as error:
            if not self._good:
                raise
            config, faults = load_config(self._last(config_file), **options), error.problems
        plugin: Any = config.plugins["resourcehub"]
        plugin.faults = tuple(faults)
        return config

    def _last(self, name: str) -> io.BytesIO:
        text = io.BytesIO(self._good)
        text.name = name
        return text
