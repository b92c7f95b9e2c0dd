"""Words that YAML takes for a note: what follows a blank and ``#`` on the line of a text without quotes.

The file stays valid, so no parser says anything (YAML 1.2.2, 6.6 and 7.3.3). A note of the guide has a blank behind
its ``#``, so only ``#`` with a sign behind it, or nothing, counts as words.
"""

import re
from collections.abc import Iterator

import yaml
from yaml import CSafeLoader

from resourcehub.problems import Place, Problem

_LOST = re.compile(r"[ \t]+(?P<words>#(?:\S.*)?)")
_CANDIDATE = re.compile(r"[ \t]#(?:\S|$)")


class Lost:
    """The lines of a text that may lose words, and what the texts on them lose."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n") if _CANDIDATE.search(text) else []
        self.rows = {row for row, line in enumerate(self.lines) if _CANDIDATE.search(line)}

    def behind(self, scalar: yaml.ScalarNode | yaml.ScalarEvent) -> Iterator[Problem]:
        """Yield the problem of a text without quotes that ``#`` cuts off."""
        if scalar.end_mark and scalar.end_mark.line in self.rows and scalar.style not in ('"', "'", "|", ">"):
            yield from cut(self.file, self.lines, scalar)


def lost_words(file: str, text: str) -> Iterator[Problem]:
    """Yield a problem for every text of a YAML file that ``#`` cuts off. Raises yaml.YAMLError for what is no YAML."""
    lost = Lost(file, text)
    if lost.rows:
        for event in yaml.parse(text, Loader=CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                yield from lost.behind(event)


def cut(file: str, lines: list[str], scalar: yaml.ScalarNode | yaml.ScalarEvent) -> Iterator[Problem]:
    """Yield the problem of one text without quotes, if words behind it would be lost."""
    if (end := scalar.end_mark) is None:
        return
    row, column = end.line, end.column
    if found := _LOST.fullmatch(lines[row].rstrip(), column):
        words = found["words"]
        whole = f"{scalar.value} {words}".strip()
        what = (
            f"'{_short(words)}' would be lost, for a blank and '#' begin a note: put the whole text in quotes, "
            f"{_quoted(_short(whole))}; a note has a blank behind its '#'"
        )
        yield Problem(Place(file, row + 1, found.start("words") + 1), what, "lost-words")


def _short(text: str, most: int = 100) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"


def _quoted(text: str) -> str:
    return (
        f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )
