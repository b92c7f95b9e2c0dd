"""Words that were meant and are read as a note: in YAML everything behind a blank and ``#`` is one."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml
from yaml import CSafeLoader

from resourcehub.catalog.fields import shown
from resourcehub.catalog.source import Source
from resourcehub.problems import Place, Problem

_LOST = re.compile(r"\s+(#[^\s#].*)$")


def lost_words(source: Source) -> Iterator[Problem]:
    """Yield each value that a ``#`` cuts short, or hides whole, as in ``primary: #003366``. A note is ``# note``."""
    lines = source.text.split("\n")
    with suppress(yaml.YAMLError):  # the reader has told of it
        for event in yaml.parse(source.text, Loader=CSafeLoader):
            mark: Any = event.end_mark
            if not isinstance(event, yaml.ScalarEvent) or event.style or mark.line >= len(lines):
                continue
            if found := _LOST.match(lines[mark.line], mark.column):
                yield _lost(Place(source.file, mark.line + 1, found.start(1) + 1), f"{event.value} {found[1]}")


def _lost(place: Place, whole: str) -> Problem:
    quote = "'" if '"' in whole else '"'
    words = f"{quote}{shown(whole.strip())}{quote}"
    what = f"everything from '#' on is read as a note and lost: write {words}, with the quotes"
    return Problem(place, what, "lost-words")
