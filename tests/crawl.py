"""A crawler over a built site: reads every page from disk and follows what it links to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("form", "action"))


@dataclass(frozen=True)
class Crawled:
    """One page: its address below the site's root (``/es/about/``) and its parsed HTML."""

    address: str
    file: Path

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.file.read_bytes().decode("utf-8"))

    @cached_property
    def ids(self) -> list[str]:
        return list(self.tree.xpath("//@id"))

    def text(self, path: str) -> list[str]:
        return [str(t) for t in self.tree.xpath(path)]

    def links(self) -> Iterator[str]:
        for tag, attribute in LINKS:
            for element in self.tree.iter(tag):
                if element.get(attribute) is not None and element.get("rel") != "canonical":
                    yield element.get(attribute)


@dataclass(frozen=True)
class Site:
    """A built site served below ``prefix`` (``/`` or ``/hub/``)."""

    root: Path
    prefix: str = "/"

    @cached_property
    def pages(self) -> dict[str, Crawled]:
        files = sorted(self.root.rglob("*.html"))
        return {p.address: p for p in (Crawled(self._address(f), f) for f in files)}

    def _address(self, file: Path) -> str:
        return self.prefix + file.relative_to(self.root).as_posix().removesuffix("index.html")

    def dead_links(self) -> list[str]:
        """Return 'page -> link' for every internal link, file or fragment that leads nowhere."""
        return sorted(
            {
                f"{page.address} -> {link}"
                for page in self.pages.values()
                for link in page.links()
                if self._dead(page, link)
            }
        )

    def _dead(self, page: Crawled, link: str) -> bool:
        if urlsplit(link).scheme in ("http", "https", "mailto", "tel", "sms", "data"):
            return False
        target = urlsplit(urljoin("http://site" + page.address, link))
        address = unquote(target.path)
        if address in self.pages:
            return bool(target.fragment) and unquote(target.fragment) not in self.pages[address].ids
        inside = address.startswith(self.prefix)
        return not (inside and (self.root / address.removeprefix(self.prefix)).is_file())

    def outside(self) -> set[str]:
        """Return what a browser would fetch from elsewhere: sources of scripts, styles, pictures and frames."""
        loads = [
            u
            for p in self.pages.values()
            for u in p.text("//@src | //link[not(@rel='canonical' or @rel='alternate')]/@href")
        ]
        return {url for url in loads if urlsplit(url).netloc}
