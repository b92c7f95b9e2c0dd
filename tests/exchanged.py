"""A small hub that is sent to a translator and comes back: read, changed, and brought in again."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from builds import HUBS
from resourcehub.exchange.out_and_back import Brought, bring, export, rows_in, texts
from resourcehub.exchange.row import Row, stamp
from resourcehub.hub import Hub, load
from resourcehub.problems import Problem
from resourcehub.settings.core import read_settings, settings_of

DAY = date(2026, 11, 28)


def hub(root: Path) -> Hub:
    """Read the hub in a folder; the small one is copied there first where nothing is."""
    if not root.exists():
        shutil.copytree(HUBS / "good", root)
    file, problems = read_settings(root)
    assert file is not None, problems
    return load(settings_of(file))


def rows(root: Path, tag: str = "es") -> dict[str, Row]:
    """Return the texts of a language by their names, as they are sent out."""
    return {text.row.name: replace(text.row, tag=tag) for text in texts(hub(root), tag)}


def sent(row: Row, **changes: str) -> Row:
    """Return a row as a translator sends it back, with what was changed in it."""
    return replace(row, sent=(stamp(row.source), stamp(row.text)), **changes)  # type: ignore[arg-type]


def back(root: Path, *changed: Row, by: str = "", file: str = "words.xlsx", tag: str = "es") -> Brought:
    """Bring rows in, and return what came of it."""
    numbered = [replace(row, line=row.line or n) for n, row in enumerate(changed, 2)]
    return bring(hub(root), tag, numbered, file, by, DAY)


def through(root: Path, form: str, change: Callable[[bytes], bytes] = bytes, tag: str = "es") -> list[Row]:
    """Export a language in one form, let a program have the file, and read it."""
    ending = "xlf" if form == "xliff" else form
    path = root.parent / f"{root.name}-{tag}.{ending}"
    path.write_bytes(change(export(hub(root), tag, form)))
    return rows_in(path)


def codes(problems: Iterable[Problem]) -> list[str]:
    return [p.code for p in problems]


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
