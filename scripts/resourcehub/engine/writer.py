"""Writes what MkDocs does not: stamped pages, the index of the search, what a reader may keep, codes, sitemaps.

Pages are made and written in portions, which processes share; what needs all pages of a language comes after them.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from resourcehub.hub import Hub
from resourcehub.markup.chrome import Look
from resourcehub.markup.render import Renderer
from resourcehub.markup.share import qr
from resourcehub.markup.shared import not_found, sheet_pages
from resourcehub.markup.shell import Shell
from resourcehub.markup.stamp import Stamped, Stamper
from resourcehub.outputs.kept import Leaf, kept_addresses, kept_list, kept_paths, leaf
from resourcehub.outputs.offline import FILE, Parts, offline_page
from resourcehub.outputs.pieces import SearchFiles, search_files
from resourcehub.outputs.search import search_index
from resourcehub.outputs.sitemap import sitemaps
from resourcehub.pages.authored import path_of
from resourcehub.pages.voice import KEEP, SEARCH, Voice
from resourcehub.pool import spread

Leaves = Mapping[str, Leaf]
PORTIONS = 2  # for each process: they are not all of one size, and the last one should not keep the others waiting
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@dataclass
class Run:
    """What one language's build needs between its events."""

    voice: Voice
    renderer: Renderer
    look: Look
    shells: dict[str, Shell] = field(default_factory=dict)


class Portion(NamedTuple):
    """Some of the stamped pages of a language, or (None) of those that all share: one part of several."""

    tag: str | None
    part: int
    parts: int

    def of(self, whole: Sequence[Callable[[], Stamped]]) -> Sequence[Callable[[], Stamped]]:
        """Return this portion of a whole."""
        return whole[len(whole) * self.part // self.parts : len(whole) * (self.part + 1) // self.parts]


def write_site(site: Path, hub: Hub, runs: Mapping[str, Run], parts: Parts, made: Sequence[str], jobs: int) -> None:
    """Write all that is published beside MkDocs' pages into ``site``. The bytes are the same for any number of jobs.

    ``runs`` are what the builds of the languages left, ``made`` the languages to write; what all share goes with the
    first that is published. Raises what making or writing raises.
    """
    writer, whole = Writer(site, hub, runs, parts), hub.settings.published[0] in made
    parts_of: dict[str | None, int] = {tag: -(-PORTIONS * jobs // len(made)) for tag in made}
    parts_of |= {None: PORTIONS * jobs} if whole else {}
    portions = [Portion(tag, part, many) for tag, many in parts_of.items() for part in range(many)]
    leaves: dict[str, Leaf] = {}
    for written in spread(writer.pages, portions, jobs):
        leaves |= written
    spread(partial(writer.rest, leaves), made, jobs)
    if whole:
        writer.shared()


@dataclass(frozen=True)
class Writer:
    """Writes into ``site`` what is asked of it, from what the builds of the languages left."""

    site: Path
    hub: Hub
    runs: Mapping[str, Run]
    parts: Parts

    def pages(self, portion: Portion) -> Leaves:
        """Make and write a portion of the stamped pages, each with its code. Return what may be kept of them."""
        whole = self.sheets if portion.tag is None else self.stampers[portion.tag].pages()
        return {page.address: self.page(page) for page in (make() for make in portion.of(list(whole)))}

    def rest(self, leaves: Leaves, tag: str) -> None:
        """Write what belongs to a language besides: its search, codes of its authored pages, what may be kept."""
        search = self.search(tag)
        for key in (d.key for d in self.hub.documents if d.locale == self.hub.settings.source):
            self.code(self.hub.settings.prefix(tag) + path_of(key))
        self._kept(leaves, tag, search)

    def search(self, tag: str) -> SearchFiles:
        """Write the search of a language, and return it."""
        found = search_files(search_index(self.hub, tag), self.parts.cut)
        for name, text in found.files.items():
            write(f"{self.site}/{self.hub.settings.prefix(tag)}{SEARCH}{name}", text.encode())
        return found

    def shared(self) -> None:
        """Write what all languages share besides: the page of what is not there, sitemaps."""
        self.not_found()
        for name, text in sitemaps(self.hub).items():
            write(self.site / name, text.encode())

    def not_found(self) -> None:
        """Write the page of what is not there."""
        first = self._first
        write(self.site / "404.html", not_found(self.hub, first.renderer, first.shells["plain"]).encode())

    def _kept(self, leaves: Leaves, tag: str, search: SearchFiles) -> None:
        """Write what a reader may keep: the one file, the list of files, the page that offers both."""
        run, folder = self.runs[tag], self.site / self.hub.settings.prefix(tag)
        paths = kept_paths(self.hub, run.voice)
        file = offline_page(self.hub, tag, run.renderer, paths, self._text, self.parts, search.whole).encode()
        write(folder / FILE, file)
        wanted = kept_addresses(self.hub, run.voice, run.look, search.kept)
        found = {a: leaves.get(a) or leaf(self._read(a)) for a in wanted}
        kept = kept_list(found, self._read)
        write(folder / KEEP / "kept.json", kept.text.encode())
        self.page(Stamper(self.hub, run.voice, run.renderer, run.shells["plain"]).keep(kept.size, len(file)))

    def page(self, page: Stamped) -> Leaf:
        """Write a page and its code. Return what may be kept of it."""
        content = page.html.encode()
        write(f"{self.site}/{page.address}index.html", content)
        self.code(page.address)
        return leaf(content)

    def code(self, address: str) -> None:
        """Write a page's QR code beside it, where the site knows its address."""
        if url := self.hub.settings.site_url:
            write(f"{self.site}/{address}qr.png", qr(url + address))

    def _read(self, address: str) -> bytes:
        """Return what a server sends for an address below the root: for a folder its ``index.html``."""
        path = address.partition("?")[0]
        return (self.site / (f"{path}index.html" if path.endswith("/") or not path else path)).read_bytes()

    def _text(self, address: str) -> str:
        return self._read(address).decode()

    @property
    def _first(self) -> Run:
        return self.runs[self.hub.settings.published[0]]

    @cached_property
    def sheets(self) -> Sequence[Callable[[], Stamped]]:
        """What makes the page of each sheet number."""
        return list(sheet_pages(self.hub, self._first.renderer, self._first.shells["plain"]))

    @cached_property
    def stampers(self) -> dict[str, Stamper]:
        """What stamps the pages of each language."""
        runs = self.runs.items()
        return {tag: Stamper(self.hub, run.voice, run.renderer, run.shells["resources"]) for tag, run in runs}


def write(path: Path | str, content: bytes) -> None:
    """Write a file, making its folder. Plain calls of the system: pathlib's and ``open`` take half as long again."""
    try:
        file = os.open(path, _FRESH, 0o666)
    except FileNotFoundError:
        _make(os.path.dirname(path))  # noqa: PTH120
        file = os.open(path, _FRESH, 0o666)
    rest = memoryview(content)
    try:
        while rest:  # a full disk takes a part before it refuses the next
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _make(folder: str) -> None:
    """Make a folder of a page: those above it are there but for the first."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass
