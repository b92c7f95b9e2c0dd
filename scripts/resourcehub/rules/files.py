"""Rules on the files of ``docs/`` that are no pages: which may be published, and what a picture must not hold.

A drawing (SVG) that is opened by itself runs on the site's own address, so it is looked at element by element.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import MARKDOWN, Static
from resourcehub.problems import Place, Problem, Severity

RASTER = ("png", "jpg", "jpeg", "gif", "webp", "avif")
PICTURES = ("svg", *RASTER)
ENDINGS = (
    *(*PICTURES, "ico", "pdf", "epub", "txt", "csv", "ics", "vcf", "vtt", "srt", "woff", "woff2"),
    *("doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp"),
    *("mp3", "m4a", "ogg", "oga", "opus", "wav", "mp4", "webm"),
)
NAMES = ("CNAME", "robots.txt")
HEAVY, TOO_HEAVY = 150_000, 500_000  # bytes of a picture: 150 kB take five seconds on a slow phone line
_SVG = "http://www.w3.org/2000/svg"
# Of drawing programs and descriptions: browsers do nothing with them.
_INERT = re.compile(
    r"http://(?:www\.inkscape\.org|sodipodi\.|purl\.org/dc|www\.w3\.org/1999/02/22-rdf|creativecommons\.org|web\.resource\.org/cc)"
)
_ACTIVE = ("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "image")
_OUTSIDE = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,")


def unpublished(root: Path, docs: str) -> Iterator[Problem]:
    """Yield what the engine leaves out, or would wait for: its own folder, pipes and what else is no file."""
    if any(path.is_file() for path in (root / docs / "templates").rglob("*")):
        what = "the engine keeps a folder of this name to itself, and publishes nothing in it: give it another name"
        yield Problem(Place(f"{docs}/templates"), what, "stray-file")
    for folder, _, names in os.walk(root / docs):
        for path in (Path(folder) / name for name in names):
            if path.exists() and not path.is_file():
                place = Place(path.relative_to(root).as_posix())
                yield Problem(place, "this is no file that can be published: delete it", "file-not-allowed")


def file_problems(statics: Iterable[Static], linked: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong with files beside the pages; ``linked``: the paths that pages lead to."""
    for static in statics:
        place = Place(static.file)
        name = static.path.rpartition("/")[2]
        ending = name.rpartition(".")[2].lower() if "." in name else ""
        if name in NAMES:
            continue
        if f".{ending}" in MARKDOWN:
            yield Problem(place, "a page's name ends in '.md', in small letters: rename it", "bad-page-name")
        elif ending not in ENDINGS:
            yield Problem(place, _refused(ending), "file-not-allowed")
        elif ending in ("txt", "doc", "docx", "odt", "rtf") and static.path not in linked:
            what = "no page leads to this file: link to it, or write a page (.md) if these words are meant for readers"
            yield Problem(place, what, "unlinked-file", "warning")
        elif ending in PICTURES:
            yield from _picture(static.docs / static.path, place, ending)


def _refused(ending: str) -> str:
    if ending in ("html", "htm", "xhtml", "js", "mjs", "css", "php"):
        return f"'.{ending}' files can hold scripts or change the site, so they are not published: write a page (.md)"
    return f"files that end in '.{shown(ending)}' are not published: use a common form such as PDF, or delete it"


def _picture(file: Path, place: Place, ending: str) -> Iterator[Problem]:
    try:
        size = file.stat().st_size
        data = file.read_bytes() if ending == "svg" and size <= TOO_HEAVY else b""
    except OSError as error:
        yield Problem(place, f"the file cannot be read: {error.strerror}", "missing-file")
        return
    if size > HEAVY:
        severity: Severity = "error" if size > TOO_HEAVY else "warning"
        what = f"a picture of {size // 1000} kB, {HEAVY // 1000} at most: families pay for it; make it smaller"
        yield Problem(place, what, "heavy-picture", severity)
    if data or (ending == "svg" and not size):
        yield from (Problem(place, what, "unsafe-drawing") for what in svg_faults(data))


def svg_faults(data: bytes) -> list[str]:
    """Return what must not be in a drawing, each once: scripts, handlers, other kinds of elements, other addresses."""
    look = _Look()
    try:
        look.parser.Parse(data, True)
    except expat.ExpatError as error:
        return [*look.found, f"line {error.lineno}: this is no SVG: save the drawing again"]
    return list(look.found)


class _Look:
    """Goes through a drawing as a browser's XML parser does."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}
        self.style = False
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.element
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.ProcessingInstructionHandler = lambda target, data: self.say(f"the instruction '<?{target}'")
        self.parser.EntityDeclHandler = lambda *given: self.say(f"the entity '{given[0]}'")

    def say(self, what: str) -> None:
        line = self.parser.CurrentLineNumber
        self.found.setdefault(f"line {line}: {what} is not allowed in a drawing: take it out", None)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if space != _SVG and not _INERT.match(space):
            self.say(f"the element '{shown(tag)}', which is none of SVG's,")
        elif tag.lower() in _ACTIVE and not (tag == "image" and _own_picture(attributes)):
            self.say(f"the element '{shown(tag)}'")
        self.style = tag.lower() == "style"
        for key, value in attributes.items():
            self.attribute(tag.lower(), key.rpartition(" ")[2].lower(), value)

    def attribute(self, tag: str, key: str, value: str) -> None:
        named = value.strip().lower().rpartition(":")[2] if key == "attributename" else ""
        if key.startswith("on") or named.startswith("on") or named in ("href", "src"):
            self.say(f"the attribute '{shown(key)}'")
        elif key in ("href", "src") and not value.strip().startswith("#") and not _DATA.match(value.strip()):
            self.say(f"the address '{shown(value, 40)}'")
        elif _OUTSIDE.search(value) or key == "base" or (key == "style" and "\\" in value):
            self.say(f"an address in '{shown(key)}'")

    def end(self, _: str) -> None:
        self.style = False

    def text(self, text: str) -> None:
        if self.style and (_OUTSIDE.search(text) or "\\" in text):
            self.say("an address in a style")


def _own_picture(attributes: dict[str, str]) -> bool:
    return all(_DATA.match(value.strip()) for key, value in attributes.items() if key.rpartition(" ")[2] == "href")


def link_problems(root: Path, docs: str) -> Iterator[Problem]:
    """Yield what is wrong with names and links of the file system below ``docs``: MkDocs would follow them anywhere."""
    base = (root / docs).resolve()
    for folder, folders, files in os.walk(root / docs):
        for name in (*folders, *files):
            path = Path(folder, name)
            shape = path.relative_to(root).as_posix().encode("utf-8", "replace").decode()
            if not name.isprintable():
                what = "the name holds a sign that cannot be read: rename it with small letters, digits and hyphens"
                yield Problem(Place("".join(c if c.isprintable() else "?" for c in shape)), what, "bad-file-name")
            elif path.is_symlink() and (what := _leads(path, base)):
                yield Problem(Place(shape), what, "bad-link-file")


def _leads(path: Path, base: Path) -> str:
    """Return what is wrong with a link of the file system: it may lead to a file of the same folder only."""
    cure = "put a copy of the file in its place"
    try:
        there = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return f"this link of the file system leads to nothing, or in a circle: {cure}"
    if there.is_dir():
        return "this link of the file system leads to a folder: put a copy of the folder in its place"
    return "" if there.is_relative_to(base) else f"this link of the file system leads out of the pages: {cure}"
