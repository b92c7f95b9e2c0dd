"""A text knows its language: every word of a marked hub stands under the ``lang`` and ``dir`` of its own language.

All source strings are wrapped as ⟦en …⟧ and all translations as ⟦ur …⟧, half of the interface and of the catalog
translated, so that each page mixes both. Then every marker in the output is looked up: in texts, titles, attributes
and metadata alike.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml
from lxml.html import HtmlElement

from builds import HUBS, Once, hub
from crawl import Crawled, Site
from resourcehub.catalog.entries import read_catalog
from resourcehub.languages.units import INTERFACE, catalog_units, interface_units
from resourcehub.shipped import templates_dir

MARKER = re.compile(r"⟦(en|ur) ")
DIRECTIONS = {"en": "ltr", "ur": "rtl"}
NAMES = {"WhatsApp", "Doe, J. A., & A body (2001).", "The school office", "اردو", "انگریزی، عربی", "0.1.0"}
WORDS = (
    "title",
    "heading",
    "summary",
    "details",
    "publisher",
    "description",
    "menu",
    "fact",
    "myth",
    "text",
    "license",
)


def wrap(tag: str, text: str) -> str:
    return "\n\n".join(f"⟦{tag} {part.strip()}⟧" for part in text.split("\n\n"))


def wrapped(tree: Any, key: str = "") -> Any:
    """Return a tree of plain data with every human word wrapped; ids, addresses and dates stay."""
    if isinstance(tree, dict):
        return {k: wrapped(v, k) for k, v in tree.items()}
    if isinstance(tree, list):
        return [wrap("en", v) if key == "authors" else wrapped(v, key) for v in tree]
    return wrap("en", tree) if key in WORDS else tree


@pytest.fixture(scope="module")
def site(once: Once) -> Site:
    return Site(once("marked", _marked) / "site")


def _marked(root: Path) -> None:
    settings = yaml.safe_load((HUBS / "tiny/mkdocs.yml").read_text().replace("!ENV", ""))
    settings["site_url"], settings["site_name"] = "https://hub.example.org/", "⟦en hub⟧"
    settings["plugins"][1]["i18n"]["languages"] = settings["plugins"][1]["i18n"]["languages"][:1]
    settings["plugins"][1]["i18n"]["languages"].append(
        {"locale": "ur", "name": "اردو"}
    )  # the generator has no words of it
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True))
    data = yaml.load((HUBS / "tiny/resources.yaml").read_text(), yaml.BaseLoader)
    (root / "resources.yaml").write_text(yaml.safe_dump(wrapped(data), allow_unicode=True))
    for page in (HUBS / "tiny/docs").rglob("*.md"):
        _, matter, body = page.read_text().split("---\n", 2)
        _write(
            root / "docs" / page.relative_to(HUBS / "tiny/docs"),
            "en",
            yaml.load(matter, yaml.BaseLoader),
            body,
        )
    _, matter, body = (HUBS / "tiny/docs/about.md").read_text().split("---\n", 2)
    _write(root / "docs/about.ur.md", "ur", yaml.load(matter, yaml.BaseLoader), body)
    _translations(root)
    hub(root, root / "site")


def _write(path: Path, tag: str, matter: dict[str, Any], body: str) -> None:
    matter = wrapped(matter) if tag == "en" else {k: wrap(tag, v) if k in WORDS else v for k, v in matter.items()}
    lines = [re.sub(r"^((?:#+ )?)([A-Za-z].*)", rf"\1⟦{tag} \2⟧", line) for line in body.splitlines()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(matter, allow_unicode=True)}---\n" + "\n".join(lines))


def _translations(root: Path) -> None:
    (root / "docs/translations").mkdir()
    units = interface_units([templates_dir()])
    _po(root, "en", [(INTERFACE, u.source, u.plural, wrap("en", u.source)) for u in units])
    half = [(INTERFACE, u.source, u.plural, wrap("ur", u.source)) for n, u in enumerate(units) if n % 2]
    catalog = [u for u in catalog_units(read_catalog(root, "resources.yaml")[0].catalog) if "second" not in u.context]
    own = [(u.context, u.source, None, u.source.replace("⟦en", "⟦ur")) for u in catalog if "/details" not in u.context]
    _po(root, "ur", half + own)


def _po(root: Path, tag: str, entries: list[tuple[str, str, str | None, str]]) -> None:
    po = polib.POFile(wrapwidth=0)
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": "nplurals=1; plural=0;"}
    for context, source, plural, text in entries:
        forms = {"msgid_plural": plural, "msgstr_plural": {0: text}} if plural else {"msgstr": text}
        po.append(polib.POEntry(msgctxt=context, msgid=source, **forms))
    po.save(str(root / f"docs/translations/{tag}.po"))


def nearest(element: HtmlElement, name: str) -> str:
    return next(e.get(name) for e in (element, *element.iterancestors()) if e.get(name) is not None)


def strings(page: Crawled) -> Iterator[tuple[HtmlElement, str]]:
    """Yield every string of a page with the element whose language it is in: texts, tails and attributes, no data."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str) or element.tag == "script":
            continue
        yield element, element.text or ""
        if element.tail:
            yield element.getparent(), element.tail
        yield from ((element, str(value)) for value in element.attrib.values())


def test_every_marker_stands_under_its_own_language_and_direction(site: Site) -> None:
    wrong, seen = [], {"en": 0, "ur": 0}
    for page in site.pages.values():
        for element, text in strings(page):
            # A title holds no element: where it has a name of another language inside, it is marked as a whole.
            for tag in MARKER.findall(text)[: 1 if element.tag == "title" else None]:
                seen[tag] += 1
                if (nearest(element, "lang"), nearest(element, "dir")) != (tag, DIRECTIONS[tag]):
                    wrong.append(f"{page.address} <{element.tag} {dict(element.attrib)}> {text.strip()[:80]}")
    assert wrong == []
    assert min(seen.values()) > 300, seen


def test_no_word_of_the_interface_escapes_the_markers(site: Site) -> None:
    """Every visible string is wrapped, but for names of languages, numbers, dates and signs."""
    allowed = re.compile(r"[\W\d]*|⟦.*⟧|(English|Arabic|Chinese|انگریزی|عربی|چینی)|January \d+, 2026|\d+ جنوری، 2026")
    for address in (
        "/resources/first-guide/",
        "/ur/resources/first-guide/",
        "/resources/",
        "/ur/myths/books/",
    ):
        main = site.pages[address].tree.xpath("//body")[0]
        plain = {" ".join(t.split()) for t in main.itertext()}
        left = {t for t in plain if not allowed.fullmatch(t) and "⟦" not in t and "example.org" not in t}
        assert left <= NAMES, address
