"""What is translated: the words of a catalog, keyed by their place, and those of the interface, by their English."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract, extract_python
from jinja2.ext import babel_extract

from resourcehub.catalog.faults import part_of
from resourcehub.catalog.model import Catalog, Resource, Status
from resourcehub.catalog.paragraphs import fold
from resourcehub.shipped import PACKAGE

INTERFACE = "interface"
SECTIONS = ("kinds", "topics", "audiences", "glossary", "sentences", "resources")
FIELDS = ("title", "heading", "summary", "details", "term", "name", "meaning", "text", "ask_for")
KEYWORDS = {"_": None, "_n": (1, 2), "mark": None}


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate: where it stands, its words, and its plural where it counts something.

    ``file``: which file of the generator says it, of a word of the interface.
    """

    context: str
    source: str
    plural: str | None = None
    file: str = field(default="", compare=False)


Key = tuple[str, str, str]


def key_of(context: str, source: str, plural: str) -> Key:
    """Catalog words are known by their place, interface words by their English text."""
    return (context, source, plural) if context == INTERFACE else (context, "", plural)


def mark(msgid: str) -> str:
    """Return ``msgid`` as it is: a sign to the extractor that a table's words are looked up later."""
    return msgid


def catalog_units(catalog: Catalog) -> Iterator[Unit]:
    """Yield what of a catalog is translated, in its order. Drafts wait until they are published.

    Where an editor breaks the lines of a paragraph is no matter of translators: each is one line.
    """
    for section in SECTIONS:
        shape = part_of(Catalog.model_fields[section].annotation)
        names = [name for name in FIELDS if shape and name in shape.model_fields]
        for item in getattr(catalog, section):
            if isinstance(item, Resource) and item.status == Status.DRAFT:
                continue
            for name in names:
                if text := getattr(item, name):
                    yield Unit(f"{section}/{item.id}/{name}", fold(text))


def interface_units(templates: Iterable[Path]) -> list[Unit]:
    """Return the interface words of the generator's Python and of the HTML files in ``templates``.

    In templates these are ``_("…")`` and ``_n("…", "…", n)``; in Python also ``words.get``, ``words.plural``
    and ``mark``. Raises jinja2.TemplateSyntaxError for a broken template.
    """
    found: dict[str, Unit] = {}
    for unit in [*_python_units(), *(u for folder in templates for u in _template_units(folder))]:
        if unit.source not in found or unit.plural:
            found[unit.source] = unit
    return list(found.values())


def _python_units() -> Iterator[Unit]:
    for path in sorted(PACKAGE.rglob("*.py")):
        # Babel knows no methods: so the two of Words are read as the functions they stand for.
        code = path.read_bytes().replace(b"words.get(", b"_(").replace(b"words.plural(", b"_n(")
        yield from _extracted(extract_python, code, path.relative_to(PACKAGE).as_posix())


def _template_units(folder: Path) -> Iterator[Unit]:
    for path in sorted(folder.rglob("*.html")):
        yield from _extracted(babel_extract, path.read_bytes(), path.relative_to(folder).as_posix())


def _extracted(method: Callable[..., object], code: bytes, file: str) -> Iterator[Unit]:
    options = {"silent": "false"}
    for _, message, _, _ in extract(method, io.BytesIO(code), keywords=KEYWORDS, options=options):  # type: ignore[arg-type]
        one, many = (message, None) if isinstance(message, str) else message[:2]
        yield Unit(INTERFACE, one, many, file)
