"""The rule on links between pages and files. It looks at all languages at once: a strict build stops at the first."""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document, Static
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.prose.citations import keys_in
from resourcehub.prose.links import scheme
from resourcehub.prose.reading import Link, read
from resourcehub.rules.addresses import drafts, page_was_below, stamped, written
from resourcehub.rules.facts import GONE, Facts

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_HOST = re.compile(r"(?:www\.|(?:[\w-]+\.)+(?:com|org|net|edu|gov|us|info|io)(?:/|$))")
# Names of parts that templates write: the list of sources.
_BY_TEMPLATE = ("source-", "note-", "hub-")


@dataclass(frozen=True, slots=True)
class Site:
    """What links may lead to: paths of pages and files as they are written, and what is not there, with the reason."""

    facts: Facts
    known: frozenset[str]
    drafts: frozenset[str]
    lists: frozenset[str]
    unread: bool

    @classmethod
    def of(cls, facts: Facts) -> "Site":
        """Return what the links of a hub may lead to."""
        pages = {_key(address) for address in written(facts)}
        files = {s.path for s in facts.statics} | {s.key for s in facts.statics if s.locale == facts.source_locale}
        keys = {d.key for d in facts.documents if d.locale == facts.source_locale} | set(facts.assets)
        pages |= {f"{facts.resources}/{word}.md" for section, word in facts.meant if section == "resources"}
        hidden = {_key(address) for address in drafts(facts)}
        lists = {_key(output.address) for output in stamped(facts)} if facts.below else set[str]()
        return cls(facts, frozenset(keys | files | pages), frozenset(hidden), frozenset(lists), facts.unread)

    def fault(self, document: Document, target: str) -> tuple[str, str] | None:
        """Return what is wrong with a link to a page or file, and its code."""
        path = _beside(document, target)
        if target.startswith(("/", "\\")):
            return f"'{shown(target)}' begins at the root: write it relative to this file, such as ../about.md", _CODE
        if path in self.known or (self.unread and path.startswith(f"{self.facts.resources}/")):
            return None
        if path in self.drafts:
            return None  # ``naming.py`` says it
        if document.source.file.startswith(self.facts.below) and path in self.lists:
            return None  # this site has emptied a list that pages below lead to: their words stay
        if page_was_below(path, self.facts):
            near = self._cure(target, path) if suggestion(path, self.known) else ": take it out"
            return f"the page '{shown(target)}' is no longer in what this site builds on{near}", GONE
        return f"there is no {_noun(target)} '{shown(target)}'{self._cure(target, path)}", _CODE

    def _cure(self, target: str, path: str) -> str:
        if _MAIL.fullmatch(target):
            return f": write mailto:{shown(target)}"
        if _HOST.match(target):
            return f": write https://{shown(target)}"
        page = path.removesuffix("/")
        for guess in (f"{page}.md", f"{page}/index.md", re.sub(r"\.[\w-]+\.md$", ".md", path)):
            if guess in self.known:
                return f" (did you mean '{guess}'?)"
        return suggestion(path, self.known) or f": correct the link, or add the {_noun(target)}"


_CODE = "broken-link"


def _noun(target: str) -> str:
    return "page" if target.endswith(".md") or "." not in posixpath.basename(target) else "file"


def links_arrive(facts: Facts) -> Iterator[Problem]:
    """A link leads to a page or file that is there, in every language; links are relative to the file they stand in.

    Nobody can say which pages of resources there are while the catalog cannot be read.
    """
    site = Site.of(facts)
    for document in facts.documents:
        for place, link in own_links(document):
            path = _path(link)
            if fault := site.fault(document, path) if path else _nowhere(link):
                what, code = fault
                yield Problem(place, what, code, "warning" if code == GONE else "error")


def parts_exist(facts: Facts) -> Iterator[Problem]:
    """A link to a part of a page (``#name``) names a heading of that page, in the language it leads to."""
    pages = {(d.key, d.locale): d for d in facts.documents}
    for document in facts.documents:
        for place, link in own_links(document):
            name = unquote(link.target.partition("#")[2])
            path = _beside(document, _path(link))
            key = path if _path(link) else document.key
            page = pages.get((key, document.locale)) or pages.get((key, facts.source_locale))
            if name and page and name != "top" and not name.startswith(_BY_TEMPLATE):
                known = read(page.body).anchors | facts.words_of(page.key)
                if name not in known:
                    what = f"'{shown(page.path)}' has no heading '#{shown(name)}'{suggestion(name, known)}"
                    yield Problem(place, f"{what}: correct the part behind '#'", "broken-anchor", "warning")


def own_links(document: Document) -> Iterator[tuple[Place, Link]]:
    """Yield the links of a page to pages, files and parts of the site, each with its place."""
    for link in read(document.body).links:
        if scheme(link.target) is None:
            yield Place(document.source.file, document.lines_before + link.line, link.column), link


def page_links(document: Document) -> Iterator[tuple[Place, str]]:
    """Yield the place and the path of each link of a page to another page or file of the site."""
    for place, link in own_links(document):
        if path := _path(link):
            yield place, path


def reached(facts: Facts) -> frozenset[str]:
    """Return the paths of pages and files that links may lead to, as Markdown writes them."""
    return Site.of(facts).known


def lost_links(document: Document, there: frozenset[str], cited: Container[str]) -> frozenset[str]:
    """Return the targets of a page's links, as written, that lead to none of the paths ``there``.

    And, as ``@key``, the sources that are not among those that can be ``cited``.
    """
    found = ((link, _path(link)) for _, link in own_links(document) if not link.picture)
    links = (link.target for link, path in found if path and _beside(document, path) not in there)
    return frozenset([*links, *(f"@{key}" for key in keys_in(document.body) if key not in cited)])


def linked(documents: Iterable[Document]) -> frozenset[str]:
    """Return the paths below ``docs/`` that pages lead to or show."""
    return frozenset(_beside(d, _path(link)) for d in documents for _, link in own_links(d) if _path(link))


def pictures_of(documents: Iterable[Document], statics: Iterable[Static]) -> frozenset[str]:
    """Return the paths of the files that pages show as pictures, in every language."""
    shown = {_beside(d, _path(link)) for d in documents for _, link in own_links(d) if link.picture}
    return frozenset(static.path for static in statics if {static.path, static.key} & shown)


def _beside(document: Document, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.key), target))


def _path(link: Link) -> str:
    return unquote(re.split("[?#]", link.target.strip())[0])


def _nowhere(link: Link) -> tuple[str, str] | None:
    if link.picture or not link.target.strip():
        return "this link leads nowhere: write an address between the round brackets", _CODE
    return None


def _key(address: str) -> str:
    """``resources/`` -> ``resources/index.md``, ``resources/x/`` -> ``resources/x.md``: as Markdown names them."""
    return f"{address}index.md" if address == "resources/" else f"{address.rstrip('/')}.md"
