"""One self-contained file per locale: every page of the catalog and of its authors, with search, for reading offline.

It is made from the pages as they were written: their ids and links are rewritten to places in the one file, pictures
become part of it, and links to what is not in it lead to the site.
"""

import html
import math
import mimetypes
import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin

from markupsafe import Markup

from resourcehub.hub import Hub
from resourcehub.languages.locales import Text
from resourcehub.markup.policy import closed_policy
from resourcehub.markup.render import Renderer
from resourcehub.pages.voice import resource_path

FILE = "offline.html"
LARGEST = 1_500_000  # bytes; more is slow to open on an old phone
_AROUND = 500  # bytes of markup around the words of a resource, at least
_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
# The parts of a page that need the site: how to share it, its address on paper, its source on GitHub.
_ONLINE = re.compile(r'<(section|p) class="hub-(?:share|paper|source|print)".*?</\1>\n?', re.DOTALL)
# Our own templates and Markdown write every attribute in double quotes and no double quote inside one.
_ATTRIBUTE = re.compile(r' (href|src|id|for|aria-labelledby)="([^"]*)"')
_OPENING = re.compile(r"<[a-z][^<>]*>")
# The title of a page is one of many in the file, which has a title of its own.
_HEADING = re.compile(r"(</?)h1\b")
_HERE = "https://site.invalid/"
# What may stand as it is in a data: address inside double quotes.
_SAFE = " =:/;,'()!*@+$.-_~"


Read = Callable[[str], str]


def as_data(file: Path) -> str:
    """Return a picture as a ``data:`` address: a drawing as text, which is shorter, others as they are."""
    if file.suffix == ".svg":
        return f"data:image/svg+xml,{quote(file.read_text(encoding='utf-8'), safe=_SAFE)}"
    kind = mimetypes.guess_type(file.name)[0] or "image/png"
    return f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the files of all locales are made with: ``pictures`` by address as ``data:``, ``cut`` cuts an index."""

    style: str
    script: str
    pictures: Mapping[str, str]
    cut: str


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the site as a part of the file."""

    id: str
    title: Text
    html: Markup


def offline_page(
    hub: Hub, tag: str, renderer: Renderer, paths: Sequence[str], read: Read, parts: Parts, index: str
) -> str:
    """Return the file for one locale.

    ``paths`` are the locale-free addresses of its pages, ``read`` returns the HTML at an address below the root,
    ``index`` is the search index, JSON. Where the file would be larger than ``LARGEST``, resources are left to the
    search, which knows their summaries.
    """
    room = LARGEST - len(f"{index}{parts.style}{parts.script}".encode())
    sections = _sections(hub, tag, paths, read, parts.pictures, room) if _least(hub, tag) <= room else None
    if sections is not None and len((whole := _file(renderer, sections, parts, index)).encode()) <= LARGEST:
        return whole
    resources = {resource_path(i) for i in hub.catalogs[tag].resources}
    fewer = [path for path in paths if path not in resources]
    return _file(renderer, _sections(hub, tag, fewer, read, parts.pictures, math.inf) or (), parts, index)


def _least(hub: Hub, tag: str) -> int:
    """Return a size that the resources have at least as parts of the file: no need to make them if that is too much."""
    items = [item for item in hub.catalogs[tag].resources.values() if item.resource.stands(hub.voice(tag).today)]
    words = "".join(text.text for item in items for text in (item.title, item.summary, item.details) if text)
    return len("".join(words.split()).encode()) + _AROUND * len(items)


def _sections(
    hub: Hub, tag: str, paths: Sequence[str], read: Read, pictures: Mapping[str, str], most: float
) -> list[Section] | None:
    """Return the parts of the file; None as soon as they are larger than ``most``."""
    titles, prefix = hub.titles(tag), hub.settings.prefix(tag)
    rewrite, found, size = _Rewriter(hub, tag, frozenset(paths), pictures), [], 0
    for path in paths:
        if path in titles:
            found.append(Section(section_id(path), titles[path], rewrite.page(path, read(prefix + path))))
            size += len(found[-1].html.encode())
        if size > most:
            return None
    return found


def _file(renderer: Renderer, sections: Sequence[Section], parts: Parts, index: str) -> str:
    style, script = Markup(parts.style), Markup(parts.script)  # noqa: S704 - our own files
    data = Markup(index.replace("<", "\\u003c"))  # noqa: S704 - JSON in which no tag can begin
    return renderer.fragment(
        "offline.html",
        sections=sections,
        style=style,
        script=script,
        index=data,
        policy=closed_policy(parts.script, parts.style),
    )


def section_id(address: str) -> str:
    """Return the place in the file of the page at a locale-free address: ``myths/x/`` -> ``p-myths-x``."""
    return "p-" + (address.rstrip("/").replace("/", "-") or "home")


@dataclass(frozen=True, slots=True)
class _Rewriter:
    hub: Hub
    tag: str
    paths: frozenset[str]
    pictures: Mapping[str, str]

    def page(self, address: str, page: str) -> Markup:
        found = _MAIN.search(page)
        main = _HEADING.sub(r"\1h2", _ONLINE.sub("", found[1] if found else ""))
        return Markup(_OPENING.sub(lambda tag: self._tag(address, tag[0]), main))  # noqa: S704 - as written

    def _tag(self, address: str, tag: str) -> str:
        """Rewrite the attributes of a tag; words that look like some stay as they are."""
        return _ATTRIBUTE.sub(lambda m: self._attribute(address, m[1], m[2]), tag)

    def _attribute(self, address: str, name: str, value: str) -> str:
        if name == "href":
            return f' href="{link}"' if (link := self._link(address, value)) else ""
        if name == "src":
            return f' src="{self._picture(address, value)}"'
        return f' {name}="{section_id(address)}--{value}"'

    def _link(self, address: str, href: str) -> str | None:
        """Return where a link leads in the file, else on the site; None where the site's address is unknown."""
        there, path, place = self._resolve(address, href)
        if there is None:
            return href
        if path is not None and path in self.paths:
            return f"#{section_id(path)}{f'--{place}' if place else ''}"
        return (
            f"{self.hub.settings.site_url}{there}{f'#{place}' if place else ''}" if self.hub.settings.site_url else None
        )

    def _resolve(self, address: str, href: str) -> tuple[str | None, str | None, str]:
        """Return the address below the site's root, the locale-free one, and the place in the page."""
        prefix = self.hub.settings.prefix(self.tag)
        target, place = urldefrag(urljoin(f"{_HERE}{prefix}{address}", href))
        if not target.startswith(_HERE):
            return None, None, ""
        there = target.removeprefix(_HERE)
        return there, there.removeprefix(prefix) if there.startswith(prefix) else None, place

    def _picture(self, address: str, src: str) -> str:
        there = self._resolve(address, html.unescape(src))[0]
        return self.pictures.get(unquote(there or ""), src)
