"""Drawings above pages: SVG files of ``docs/`` that a page names, with words for those who cannot see them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resourcehub.catalog.read import Document
from resourcehub.problems import Place, Problem, suggestion

_SIZE = re.compile(r'<svg\b[^>]*\bviewBox="0 0 ([1-9]\d*) ([1-9]\d*)"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """A file below ``docs/`` and the size it is drawn for, which keeps its place while it loads."""

    path: str
    width: int
    height: int


def read_drawings(docs: Path, documents: Iterable[Document]) -> tuple[dict[str, Drawing], list[Problem]]:
    """Return the drawings that pages name, by path, and what is wrong with them."""
    found: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for document in documents:
        if (path := document.meta.picture) and path not in found:
            drawing = _drawing(docs, path)
            if isinstance(drawing, Drawing):
                found[path] = drawing
            else:
                problems.append(Problem(document.source.place(("picture",)), drawing, "bad-picture"))
        problems += _words(document)
    return found, problems


def _drawing(docs: Path, path: str) -> Drawing | str:
    """Return the drawing, or what is wrong with it."""
    file = (docs / path).resolve()
    known = {p.relative_to(docs).as_posix() for p in docs.rglob("*.svg")}
    if path not in known or not file.is_file():
        return f"there is no drawing '{path}' in the folder of the pages{suggestion(path, known)}"
    size = _SIZE.search(file.read_text(encoding="utf-8", errors="replace"))
    if not size:
        return f"'{path}' does not say its size: its first tag needs viewBox=\"0 0 WIDTH HEIGHT\" in whole numbers"
    return Drawing(path, int(size[1]), int(size[2]))


def _words(document: Document) -> Iterator[Problem]:
    """A picture says in words what it shows."""
    if document.meta.picture and not document.meta.picture_text:
        what = "say in 'picture_text' what the picture shows, for those who cannot see it"
        yield Problem(
            Place(document.source.file, document.source.place(("picture",)).line), what, "picture-without-text"
        )
