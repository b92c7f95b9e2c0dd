"""Translated pages: marked as made from their source as it is now, and compared with it as it was then."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from resourcehub.catalog.paragraphs import digest, numbered
from resourcehub.catalog.read import Document
from resourcehub.catalog.rewrite import set_field
from resourcehub.catalog.source import fingerprint
from resourcehub.catalog.versions import Change, Drift, drift, version
from resourcehub.hub import Hub

_VERSIONS = 300  # of a page, looked through for what it once said


def translation(hub: Hub, page: str) -> Document:
    """Return the translated page of a path relative to ``docs/``. Raises KeyError if the site has none of its own."""
    found = next((d for d in _own(hub) if d.path == page and d.locale != hub.settings.source), None)
    if found is None:
        raise KeyError(page)
    return found


def _own(hub: Hub) -> Iterator[Document]:
    """Yield the pages that lie in the site's own folder, and not in what it builds on."""
    yield from (d for d in hub.documents if not d.source.file.startswith(hub.settings.below))


def unmarked(hub: Hub) -> list[str]:
    """Return the translated pages that do not say what they were made from, by their path relative to ``docs/``."""
    sources = {d.key for d in hub.documents if d.locale == hub.settings.source}
    own = (d for d in _own(hub) if d.locale != hub.settings.source and d.key in sources)
    return [d.path for d in own if "translates" not in d.front]


def mark(hub: Hub, page: str) -> bool:
    """Write into a translated page which version of its source it was made from; say whether that changed it.

    Raises KeyError if there is no such translation, ``rewrite.Unwritable`` if it cannot be written.
    """
    document = translation(hub, page)
    source = hub.document(document.key, hub.settings.source)
    return set_field(hub.settings.root, document.source.file, "translates", version(source.meta, source.body))


def compare(hub: Hub, page: str) -> Iterator[str]:
    """Yield, line by line, what the source of a translated page said when it was made, and what it says now.

    What it said is looked up in the history of the source page, where there is one. Raises KeyError as ``mark``.
    """
    document = translation(hub, page)
    source = hub.document(document.key, hub.settings.source)
    change = drift(document, source)
    history = _History(hub.settings.root, source.source.file, document.meta.translates or "")
    if change.unknown:
        yield f"{document.source.file} does not say what it was made from: 'hub translate mark' it when it is right"
    elif not change:
        yield f"{document.source.file} is up to date with {source.source.file}"
    elif change.whole:
        yield from _whole(document, source, history)
    else:
        yield from _parts(document, source, change, history)


def _whole(document: Document, source: Document, history: "_History") -> Iterator[str]:
    yield f"{document.source.file} is older than {source.source.file}, and does not say paragraph by paragraph where"
    old = history.page()
    if old is None:
        yield "the history has no such version of the source: compare the two pages, then 'hub translate mark' it"
    then, now = _texts(old or ""), _texts(source.source.text)
    yield from (f"- {text}" for text in then if text not in now)
    yield from (f"+ {text}" for text in now if old is not None and text not in then)


def _texts(text: str) -> list[str]:
    return [" ".join(part.split()) for _, part in numbered(text)]


def _parts(document: Document, source: Document, change: Drift, history: "_History") -> Iterator[str]:
    for place, text in change.front.items():
        line = source.source.place(tuple(int(p) if p.isdigit() else p for p in place.split("/"))).line
        yield f"{source.source.file}:{line}: {place} says now"
        yield f"+ {text}"
    made_from = (document.meta.translates or "").split("/")[1].split()
    for part in change.body:
        yield f"{_line(document, part.first)}: made from"
        for name in made_from[part.first : part.last] or ["-"]:
            yield f"- {history.paragraph(name)}" if name != "-" else "- (nothing: it is new)"
        yield from _now(part)


def _now(part: Change) -> Iterator[str]:
    yield from (f"+ {' '.join(text.split())}" for text in part.texts or ("(nothing: it was taken out)",))


def _line(document: Document, index: int) -> str:
    lines = [line for line, _ in numbered(document.body)]
    return f"{document.source.file}:{document.lines_before + (lines[min(index, len(lines) - 1)] if lines else 0) + 1}"


class _History:
    """The versions of a page that git knows, newest first, read as far as they are needed."""

    def __init__(self, root: Path, file: str, made_from: str) -> None:
        self.root, self.file, self.made_from = root, file, made_from

    def paragraph(self, name: str) -> str:
        """Return the text that had a digest."""
        texts = (text for page in self._pages() for _, text in numbered(page) if digest(text) == name)
        return " ".join(next(texts, "(not in the history of the source page)").split())

    def page(self) -> str | None:
        """Return the version that had the fingerprint of the whole file."""
        return next((page for page in self._pages() if fingerprint(page) == self.made_from), None)

    def _pages(self) -> Iterator[str]:
        commits = self._git("log", f"--max-count={_VERSIONS}", "--format=%H", "--", self.file)
        for commit in commits.split():
            yield self._git("show", f"{commit}:./{self.file}")

    def _git(self, *arguments: str) -> str:
        try:
            done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, check=False)  # noqa: S603, S607
        except OSError:  # no git here
            return ""
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
