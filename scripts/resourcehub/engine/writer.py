"""Writes what MkDocs does not: stamped pages, the index of the search, what a reader may keep, codes, sitemaps."""

import os
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from resourcehub.hub import Hub
from resourcehub.markup.chrome import Look
from resourcehub.markup.render import Renderer, environment
from resourcehub.markup.share import qr
from resourcehub.markup.shared import not_found, sheet_pages
from resourcehub.markup.shell import Shell
from resourcehub.markup.stamp import Stamper
from resourcehub.outputs.kept import kept_addresses, kept_list, kept_paths
from resourcehub.outputs.offline import FILE, Parts, offline_page
from resourcehub.outputs.pieces import SearchFiles, search_files
from resourcehub.outputs.search import search_index
from resourcehub.outputs.sitemap import sitemaps
from resourcehub.pages.inventory import addresses
from resourcehub.pages.voice import KEEP, SEARCH, Voice
from resourcehub.problems import Problem
from resourcehub.shipped import templates_dir


@dataclass
class Run:
    """What one language's build needs between its events."""

    voice: Voice
    renderer: Renderer
    look: Look
    shells: dict[str, Shell] = field(default_factory=dict)


def write_locale(site: Path, hub: Hub, run: Run, parts: Parts) -> None:
    """Write the pages of one language that are stamped, and what belongs to them, into the folder ``site``."""
    tag = run.voice.locale.tag
    prefix = hub.settings.prefix(tag)
    with ThreadPoolExecutor(1) as pool:  # a large index is cut outside Python while pages are stamped
        cutting = pool.submit(search_files, search_index(hub, tag), parts.cut)
        write_pages(site, ((page.address, page.html) for page in _stamper(hub, run).pages()))
        search = cutting.result()
    for name, text in search.files.items():
        write(f"{site}/{prefix}{SEARCH}{name}", text)
    _write_kept(site, hub, run, parts, search)
    _write_codes(site, hub, addresses(hub.documents, run.voice, prefix))


def write_shared(site: Path, hub: Hub, run: Run) -> None:
    """Write what all languages share: the page of what is not there, the pages of sheet numbers, sitemaps."""
    plain = run.shells["plain"]
    write(site / "404.html", not_found(hub, run.renderer, plain))
    _write_codes(site, hub, write_pages(site, sheet_pages(hub, run.renderer, plain)))
    for name, text in sitemaps(hub).items():
        write(site / name, text)


def write_report(site: Path, problems: Sequence[Problem]) -> None:
    """Write what is wrong with the hub as the page that a preview shows, wherever its reader is."""
    report = Renderer(environment([templates_dir()])).fragment("report.html", problems=problems)
    for name in ("index.html", "404.html"):
        write(site / name, report)


def _write_codes(site: Path, hub: Hub, addresses: Iterable[str]) -> None:
    """Write each page's QR code beside it, where the site knows its address."""
    for address in addresses if hub.settings.site_url else ():
        (site / address / "qr.png").write_bytes(qr(hub.settings.site_url + address))


def _write_kept(site: Path, hub: Hub, run: Run, parts: Parts, search: SearchFiles) -> None:
    """Write what a reader may keep: the one file, the list of files, the page that offers both."""
    tag = run.voice.locale.tag
    folder = site / hub.settings.prefix(tag)
    pages = {path: (folder / path / "index.html").read_text("utf-8") for path in kept_paths(hub, run.voice)}
    file = offline_page(hub, tag, run.renderer, pages, parts, search.whole)
    write(folder / FILE, file)
    kept = kept_list({a: _served(site, a).read_bytes() for a in kept_addresses(hub, run.voice, run.look, search.kept)})
    write(folder / KEEP / "kept.json", kept.text)
    page = _stamper(hub, run, "plain").keep(kept.size, len(file.encode()))
    write(site / page.address / "index.html", page.html)


def _stamper(hub: Hub, run: Run, shell: str = "resources") -> Stamper:
    return Stamper(hub, run.voice, run.renderer, run.shells[shell])


def _served(site: Path, address: str) -> Path:
    """Return the file that a server sends for an address below the root: of a folder its ``index.html``."""
    path = address.partition("?")[0]
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


def write_pages(site: Path, pages: Iterable[tuple[str, str]], batch: int = 50, threads: int = 2) -> list[str]:
    """Write pages, given as address and HTML, from threads while the next ones are made. Return their addresses.

    They are handed over fifty at a time: one by one, the handing over costs more than it saves, and fifty in a row are
    written faster than one between two renderings. A few batches wait at most: a slow disk must not fill the memory.
    Raises what making or writing raises.
    """
    rest = iter(pages)
    waiting: deque[Future[None]] = deque()
    written: list[str] = []
    with ThreadPoolExecutor(threads) as pool:
        while made := list(islice(rest, batch)):
            waiting.append(pool.submit(_write_batch, site, made))
            written += (address for address, _ in made)
            if len(waiting) > 2 * threads:
                waiting.popleft().result()
        for done in waiting:
            done.result()
    return written


def _write_batch(site: Path, pages: Iterable[tuple[str, str]]) -> None:
    for address, html in pages:
        write(f"{site}/{address}index.html", html)


def write(path: Path | str, text: str) -> None:
    """Write a page, making its folder. Plain calls of the system: pathlib's and ``open`` take half as long again."""
    folder, rest = os.path.dirname(path), memoryview(text.encode())  # noqa: PTH120
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        while rest:  # a full disk takes a part before it refuses the next
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)
