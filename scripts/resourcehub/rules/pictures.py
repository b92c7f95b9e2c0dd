"""Drawings above pages: SVG files of ``docs/`` that a page names, with words for those who cannot see them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document, Static
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.prose.links import scheme
from resourcehub.prose.reading import read
from resourcehub.rules.facts import Facts
from resourcehub.rules.files import PICTURES

_SVG = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\bviewBox="0 0 ([1-9]\d{0,5}) ([1-9]\d{0,5})"')
_HEAD = 20_000  # characters: the first tag of a drawing stands at its beginning
_PICTURE = re.compile(rf"\.(?:{'|'.join(PICTURES)})$", re.IGNORECASE)
# A name that a camera, a phone or a computer gave.
_FILE_NAME = re.compile(
    r"[^\s/]{1,200}\.(?:png|jpe?g|gif|webp|svg|avif|heic|tiff?|bmp)"
    r"|(?:IMG|DSC|PXL|image|picture|photo|screenshot)?[-_ \d().]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A file below ``docs/`` and the size it is drawn for, which keeps its place while it loads."""

    path: str
    width: int
    height: int


def read_drawings(statics: Iterable[Static], documents: Iterable[Document]) -> tuple[dict[str, Drawing], list[Problem]]:
    """Return the drawings that pages name, by path, and what is wrong with them."""
    files = {s.path: s.docs / s.path for s in statics if s.path.endswith(".svg")}
    found: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for document in documents:
        if (path := document.meta.picture) and path not in found:
            drawing = _drawing(files, path)
            if isinstance(drawing, Drawing):
                found[path] = drawing
            else:
                problems.append(Problem(document.source.place(("picture",)), drawing, "bad-picture"))
        problems += _words(document)
    return found, problems


def pictures_say(facts: Facts) -> Iterator[Problem]:
    """A picture in a text says in words what it shows, and is one of the site's own files."""
    for document in facts.documents:
        for link in (link for link in read(document.body).links if link.picture):
            place = Place(document.source.file, document.lines_before + link.line, link.column)
            if scheme(link.target) in ("http", "https", "//"):
                what = "pictures of other sites are not shown: put the file into docs/assets/ and name it here"
                yield Problem(place, what, "picture-elsewhere")
            elif not link.words.strip() or _FILE_NAME.fullmatch(link.words.strip()):
                what = "say between '![' and ']' what the picture shows, for those who cannot see it"
                yield Problem(place, what, "picture-without-text")
            if scheme(link.target) is None and not _PICTURE.search(link.target.partition("#")[0].partition("?")[0]):
                what = f"'{shown(link.target)}' is no picture: its name must end in {', '.join(PICTURES)}"
                yield Problem(place, what, "bad-picture")


def _drawing(files: Mapping[str, Path], path: str) -> Drawing | str:
    """Return the drawing, or what is wrong with it."""
    if path not in files:
        return f"there is no drawing '{path}' in the folder of the pages{suggestion(path, files)}"
    try:
        with files[path].open(encoding="utf-8", errors="replace") as text:
            first = _SVG.search(text.read(_HEAD))
    except OSError as error:
        return f"'{path}' cannot be read: {error.strerror}"
    size = _SIZE.search(first[0]) if first else None
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
