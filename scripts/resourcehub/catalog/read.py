"""The files of ``docs/`` -> pages with their front matter, or problems."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from resourcehub.catalog.faults import shaped
from resourcehub.catalog.fields import is_language
from resourcehub.catalog.front import Explainer, Page
from resourcehub.catalog.source import Source, fingerprint, read_page
from resourcehub.problems import Place, Problem, suggestion

# What MkDocs takes for Markdown (mkdocs.utils.markdown_extensions).
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
MAX_BODY = 200_000  # characters: more than an hour of reading
# Wider than what mkdocs-static-i18n takes for a language (RE_LOCALE): such a file would vanish silently.
_LOCALE_LIKE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Static:
    """A file of ``docs/`` that is published as it is. ``key`` is its path without the locale.

    ``docs`` is the folder that it lies in, ``file`` its path in messages.
    """

    path: str
    key: str
    locale: str
    docs: Path = Path("docs")
    file: str = ""


@dataclass(frozen=True)
class Document:
    """An authored page. ``path`` is relative to ``docs/``, ``key`` the same without the locale.

    Where the front matter has faults, ``meta`` has empty texts: the page is known, but never built.
    """

    path: str
    key: str
    locale: str
    meta: Page | Explainer
    body: str
    fingerprint: str
    source: Source

    @property
    def front(self) -> dict[str, Any]:
        """The front matter as it stands in the file, of whatever shape."""
        return self.source.data if isinstance(self.source.data, dict) else {}

    @property
    def lines_before(self) -> int:
        """How many lines of the file stand before the body."""
        return self.source.text.count("\n") - self.body.count("\n")


def read_documents(
    root: Path,
    docs: str = "docs",
    locales: tuple[str, ...] = ("en", "es"),
    source_locale: str = "en",
    explainers: str = "myths",
    known: Callable[[str], bool] = lambda tag: False,
) -> tuple[tuple[Document, ...], list[Problem]]:
    """Return the authored pages below ``docs`` and what is wrong with their files and front matter.

    ``locales`` are all declared languages. A file with the suffix of another language waits until the site has it;
    ``known`` says whether there is such a language: where there is none the file would vanish silently.
    """
    if not (root / docs).is_dir():
        cure = "there is no such folder: make it, with a page index.md in it"
        return (), [Problem(Place(docs), cure, "missing-file")]
    found, problems = [], []
    waiting: Counter[str] = Counter()
    for path in _files(root / docs):
        key, locale = _split(path, source_locale)
        place = Place(f"{docs}/{path}")
        if locale not in (*locales, source_locale) and is_language(locale) and known(locale):
            waiting[locale] += 1
        elif locale not in (*locales, source_locale):
            problems.append(_undeclared(place, locale, locales))
        elif path.endswith(MARKDOWN):
            document, faulty = _document(root, place.file, (path, key, locale), explainers)
            found.append(document)
            problems += faulty
    return tuple(found), [*problems, *([_waiting(docs, waiting)] if waiting else [])]


def _waiting(docs: str, files: Counter[str]) -> Problem:
    """Say in one line what is left alone: a site may have fewer languages than its files."""
    each = ", ".join(f"{tag}: {count}" for tag, count in sorted(files.items()))
    what = (
        f"files in languages that the site does not have are left alone ({each}): "
        "to show them, add the language under 'languages:' in mkdocs.yml"
    )
    return Problem(Place(docs), what, "waiting-files", "warning")


def read_statics(root: Path, docs: str = "docs", source_locale: str = "en") -> tuple[Static, ...]:
    """Return the files below ``docs`` that are no pages: pictures, sheets to print … Nobody looks at their contents."""
    found = _files(root / docs) if (root / docs).is_dir() else ()
    files = (path for path in found if not path.endswith(MARKDOWN))
    return tuple(Static(path, *_split(path, source_locale), root / docs, f"{docs}/{path}") for path in files)


def _files(docs: Path) -> Iterator[str]:
    """Yield what MkDocs publishes: no translations, nothing hidden (its ``_default_exclude``).

    Names that cannot be read and links out of the folder are left to the rules on files: they are read by nobody.
    """
    for path in sorted(docs.rglob("*")):
        parts = path.relative_to(docs).parts
        hidden = parts[0] in ("translations", "templates") or any(p.startswith(".") for p in parts)
        own = path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(docs.resolve()))
        if not hidden and own and path.name.isprintable():
            yield "/".join(parts)


def snapshot(docs: Path) -> dict[str, tuple[int, int]]:
    """Return when each file below ``docs`` was written and how large it is: to see later whether that has changed."""
    found = {name: (docs / name).stat() for name in (_files(docs) if docs.is_dir() else ())}
    return {name: (state.st_mtime_ns, state.st_size) for name, state in found.items()}


def _split(path: str, source_locale: str) -> tuple[str, str]:
    """``myths/a.es.md`` -> its locale-free key ``myths/a.md`` and ``es``."""
    folder, slash, name = path.rpartition("/")
    stem, dot, end = name.rpartition(".")
    rest, _, suffix = stem.rpartition(".")
    if rest and _LOCALE_LIKE.fullmatch(suffix):
        return f"{folder}{slash}{rest}{dot}{end}", suffix
    return path, source_locale


def _undeclared(place: Place, locale: str, locales: tuple[str, ...]) -> Problem:
    near = suggestion(locale, locales)
    cure = (
        f"'.{locale}' in the name looks like a language, but there is none of this name{near}: correct it, "
        "or take that dot out of the name"
    )
    return Problem(place, cure, "undeclared-locale")


def _document(root: Path, file: str, name: tuple[str, str, str], explainers: str) -> tuple[Document, list[Problem]]:
    folder, _, page = name[1].rpartition("/")
    shape: type[Page] = Explainer if folder == explainers and not page.startswith("index.") else Page
    source, body, problems = read_page(root, file)
    source = source or Source(file, None)
    if len(body) > MAX_BODY:
        cure = f"the page has {len(body):,} characters, {MAX_BODY:,} at most: make several pages of it"
        body, problems = "", [*problems, Problem(Place(file), cure, "too-large")]
    meta: BaseModel | None = None
    if isinstance(source.data, dict):
        meta, faulty = shaped(shape, source.data, source)
        problems += faulty
    elif source.data is not None:
        cure = "the front matter must consist of fields, such as 'title: …' and 'description: …'"
        problems.append(Problem(source.place(()), cure, "wrong-shape"))
    if not isinstance(meta, Page):
        blank: dict[str, Any] = {"title": "", "description": "", "fact": "", "myth": "", "claims": ()}
        meta = shape.model_construct(**blank)
    return Document(*name, meta, body, fingerprint(source.text), source), problems
