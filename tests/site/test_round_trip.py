"""No text of the catalog, of a translation or of a setting is cut, changed or dropped on its way to a page.

Every field that holds words holds one text with signs that are awkward and allowed. One site is built of them; each
text must stand whole where its field is shown. A field that is added to a model and not named here fails the test.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
from lxml import html

from builds import hub
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.front import Claim, Door, Explainer, Page
from resourcehub.catalog.model import Citation, Edition, GlossaryTerm, Name, Resource, Sentence, Shape, Term
from resourcehub.languages.units import INTERFACE, catalog_units, interface_units
from resourcehub.settings.schema import Contact, Options, Site, Statistics, Tongue
from resourcehub.shipped import templates_dir

AWKWARD = '"d" “q” \'a’ «\u00a0g\u00a0» & R&D; a < b > c \\ | # % {n} {{ x }} – العربية (٣) 中文，字 🙂 e\u0301'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
RESOURCE, LIST = "resources/full/", "resources/kind/guide/"
FAMILY, HOME, MYTH, WORDS, SAY = "families/", "", "myths/one/", "families/words/", "families/say/"


def said(name: str, tag: str = "en") -> str:
    """Return the text of a field in a language: at most 200 signs, and no two alike."""
    return f"{name.capitalize()} {tag} {AWKWARD} {name[::-1]}"


# Each field that holds words, and the pages where they stand.
SHOWN: dict[type[Shape], dict[str, tuple[str, ...]]] = {
    Term: {"title": (RESOURCE, "resources/"), "heading": (LIST,), "summary": (LIST,)},
    GlossaryTerm: dict.fromkeys(("term", "name", "meaning"), (WORDS,)),
    Sentence: {"text": (SAY,)},
    Name: dict.fromkeys(("family", "literal"), (RESOURCE, FAMILY, MYTH)),
    Citation: dict.fromkeys(
        ("title", "container-title", "volume", "issue", "page", "publisher", "note"), (RESOURCE, FAMILY, MYTH)
    ),
    Resource: {
        "title": (RESOURCE, LIST, "resources/", FAMILY, "resources/other/"),
        "summary": (RESOURCE, LIST, FAMILY),
        "details": (RESOURCE,),
        **dict.fromkeys(("publisher", "authors", "license", "street", "ask_for"), (RESOURCE,)),
    },
    Claim: {"text": (MYTH,)},
    Door: {"title": (HOME,), "text": (HOME,)},
    Page: {
        **dict.fromkeys(("title", "description", "eyebrow", "picture_text"), (HOME, FAMILY, WORDS, SAY, MYTH)),
        "menu": (HOME, FAMILY, RESOURCE),
    },
    Explainer: {"fact": (MYTH,), "myth": (MYTH,)},
    Site: {"site_name": (HOME, RESOURCE, "404.html")},
    Tongue: {"name": (HOME, RESOURCE), "site_name": ("ar/",)},
    Contact: dict.fromkeys(("name", "phone", "mail"), (HOME, RESOURCE)),
    Statistics: dict.fromkeys(("name", "attributes"), (HOME,)),
}
# Fields that hold no words of their own, or are not shown as they stand, and why.
IDS = "an id: it leads to an entry, whose words are shown"
CHOICE = "one of a few words of ours, shown in the reader's language"
NUMBER = "a number or a day, shown as the reader's language writes it"
ADDRESS = "an address: a link that is tested in its own place"
PLACE = "shown in a form of its own: test_places.py"
SWITCH = "says how the site is made"
HIDDEN: dict[type[Shape], dict[str, str]] = {
    Term: {"id": IDS, "icon": "a picture"},
    GlossaryTerm: {"id": IDS},
    Sentence: {"id": IDS},
    Edition: {"language": CHOICE, "url": ADDRESS},
    Name: {"given": "its initials stand in a list of sources"},
    Citation: {"id": IDS, "type": "says which fields there are", "issued": NUMBER, "author": IDS, "URL": ADDRESS},
    Resource: {
        **dict.fromkeys(("id", "kind", "topics", "audiences", "citations", "replaced_by", "related"), IDS),
        **dict.fromkeys(("grades", "languages", "format", "cost", "login", "status"), CHOICE),
        **dict.fromkeys(("year", "pages", "minutes", "megabytes", "added", "checked", "expires"), NUMBER),
        **dict.fromkeys(("url", "listed_at", "archived", "editions"), ADDRESS),
        **dict.fromkeys(("phone", "hours", "spoken"), PLACE),
    },
    Claim: {"sources": IDS},
    Door: {"page": ADDRESS, "icon": "a picture"},
    Page: {
        **dict.fromkeys(("topics", "resources", "words", "sources"), IDS),
        **dict.fromkeys(("template", "noindex", "offline", "translation", "translates"), SWITCH),
        **{"picture": "a drawing", "doors": "parts of their own", "checked": NUMBER, "read_by": "who read it"},
    },
    Explainer: {"claims": "parts of their own"},
    Site: dict.fromkeys(set(Site.model_fields) - {"site_name"}, SWITCH),
    Tongue: dict.fromkeys(("locale", "default", "build"), SWITCH),
    Contact: dict.fromkeys(("street", "hours", "interpreter"), PLACE),
    Statistics: {"script": ADDRESS},
    Options: dict.fromkeys(Options.model_fields, SWITCH),
}


@pytest.mark.parametrize("shape", sorted({*SHOWN, *HIDDEN}, key=lambda s: s.__name__))
def test_every_field_is_thought_of(shape: type[Shape]) -> None:
    inherited = Page.model_fields if shape is Explainer else {}
    names = {info.alias or name for name, info in shape.model_fields.items() if name not in inherited}
    assert names == {*SHOWN.get(shape, {}), *HIDDEN.get(shape, {})}


def fields(shape: type[Shape], name: str, tag: str = "en") -> dict[str, str]:
    """Return the words of one entry: ``name`` and the field tell them apart."""
    return {field: said(f"{name}-{field}", tag) for field in SHOWN[shape]}


def catalog() -> dict[str, Any]:
    """Return a catalog of which every field of words is full."""
    day = {"added": "2026-01-01"}
    resource: dict[str, Any] = {
        **{"topics": ["topic"], "audiences": ["audience"], "kind": "guide", "languages": ["en"], "format": "pdf"},
        **{"cost": "free", "url": "https://example.org/", "citations": ["cited", "bodied", "short"], **day},
    }
    citation = {"type": "article-journal", "URL": "https://example.org/"}
    whole = fields(Resource, "full") | {"authors": [said("full-authors"), said("full-second")]}
    whole["details"] = f"{said('full-details')}\n\n{said('full-paragraph')}"
    short = {field: said(f"short-{field}") for field in ("title", "volume", "issue", "page")}
    return {
        "kinds": [{"id": "guide", **fields(Term, "kind")}],
        "topics": [{"id": "topic", **fields(Term, "topic")}],
        "audiences": [{"id": "audience", **fields(Term, "audience")}],
        "glossary": [{"id": "iep", **fields(GlossaryTerm, "glossary")}],
        "sentences": [{"id": "hello", **fields(Sentence, "sentence")}],
        "citations": [
            {"id": "cited", **citation, **fields(Citation, "cited"), "author": [{"family": said("name-family")}]},
            {"id": "bodied", **citation, "title": "Body", "author": [{"literal": said("name-literal")}]},
            {"id": "short", **citation, **short},
        ],
        "resources": [
            {"id": "full", **resource, **whole, "related": ["other"]},
            {"id": "other", **resource, **fields(Resource, "other"), "authors": [], "related": ["full"]},
        ],
    }


def body(name: str) -> str:
    """Return words that mean nothing else in Markdown."""
    return said(f"{name}-body").replace("<", "").replace("|", "")


def parts(name: str) -> list[str]:
    """Return the paragraphs of a page: of running text, a list, a table, a box, a quotation and a note."""
    return [body(f"{name}-{part}") for part in ("first", "second", "item", "inner", "cell", "box", "quote", "note")]


def text(name: str) -> str:
    """Return the text of a page, in which each paragraph stands in another kind of block."""
    first, second, item, inner, cell, box, quote, note = parts(name)
    blocks = [first, f"{second}[^1]", f"* {item}\n  * {inner}", f"| {cell} |\n| --- |\n| b |"]
    return "\n\n".join([*blocks, f"> [!NOTE]\n> {box}", f"> {quote}", f"[^1]: {note}"])


def page(name: str, **front: Any) -> str:
    words = fields(Page, name) | {"picture": "map.svg", "resources": ["full", "other"]}
    words["sources"] = ["cited", "bodied", "short"]
    return f"---\n{json.dumps({**words, **front}, ensure_ascii=False)}\n---\n{text(name)}\n"


def pages() -> dict[str, str]:
    claims = [{**fields(Claim, "claim"), "sources": ["cited", "bodied", "short"]}]
    doors = [{**fields(Door, "door"), "page": "families/index.md"}]
    return {
        "index": page("home", template="home.html", doors=doors),
        "families/index": page("family"),
        "families/words": page("words", template="glossary.html", words=["iep"]),
        "families/say": page("say", template="sentences.html"),
        "myths/index": page("myths", template="section.html"),
        "myths/one": page("myth", **fields(Explainer, "myth"), claims=claims),
    }


NAMES = {HOME: "home", FAMILY: "family", WORDS: "words", SAY: "say", MYTH: "myth"}
SITE = {
    "site_name": said("site"),
    "site_url": "https://hub.example.org/",
    "theme": "material",
    "nav": ["index.md", "families/index.md", "myths/index.md"],
}
CONTACT = {"name": said("contact"), "phone": "+1 510 555 0100", "mail": "o'brien+hub@example.org"}
COUNTED = {"name": said("counter"), "script": "https://count.example.org/c.js", "attributes": {"domain": said("data")}}
TONGUES = [
    {"locale": "en", "name": "English", "default": True},
    {"locale": "ar", "name": "العربية", "site_name": said("site", "ar")},
]


def write(root: Path) -> None:
    """Write the hub and its Arabic, in which every message has a text of its own."""
    options = {"contact": CONTACT, "statistics": COUNTED, "footer": ["families/index.md"]}
    plugins = [{"resourcehub": options}, {"i18n": {"languages": TONGUES}}]
    (root / "mkdocs.yml").write_text(json.dumps({**SITE, "plugins": plugins}, ensure_ascii=False))
    (root / "resources.yaml").write_text(json.dumps(catalog(), ensure_ascii=False))
    for name, text in pages().items():
        path = root / f"docs/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "docs/map.svg").write_text(SVG)
    book = polib.POFile(wrapwidth=0)
    book.metadata = {"Language": "ar", "Content-Type": "text/plain; charset=UTF-8"}
    for unit in catalog_units(read_catalog(root)[0].catalog):
        words = "\n\n".join(said(f"{unit.context}-{n}", "ar") for n in range(unit.source.count("\n\n") + 1))
        book.append(polib.POEntry(msgctxt=unit.context, msgid=unit.source, msgstr=words))
    for unit in plain_words():
        book.append(polib.POEntry(msgctxt=INTERFACE, msgid=unit, msgstr=phrase(unit)))
    (root / "docs/translations").mkdir()
    book.save(str(root / "docs/translations/ar.po"))


def phrase(source: str, tag: str = "ar") -> str:
    """Return the Arabic of an interface word."""
    return said(f"[{source}]", tag).replace("{n} {{ x }} ", "")


def plain_words() -> list[str]:
    """Return the interface words that count nothing and have no placeholder."""
    return [unit.source for unit in interface_units([templates_dir()]) if not unit.plural and "{" not in unit.source]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("trip")
    write(root)
    return hub(root, root / "site")


@cache
def words_of(path: Path) -> str:
    """Return all texts and attributes of a page, as a browser reads them."""
    tree = html.parse(path, html.HTMLParser(encoding="utf-8"))
    parts = [*tree.getroot().itertext(), *tree.xpath("//@*")]
    return "\0".join(str(part) for part in parts)


def shown(site: Path, path: str) -> str:
    return words_of(site / (path if path.endswith(".html") else f"{path}index.html"))


def lost(site: Path, expected: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the texts that do not stand whole on their page, each with its page."""
    return [(path, text) for path, text in expected if text not in shown(site, path)]


def of(shape: type[Shape], name: str, page: str | None = None) -> list[tuple[str, str]]:
    """Return the texts of an entry with the pages where they stand; of one page only where that is given."""
    rows = ((path, said(f"{name}-{field}")) for field, paths in SHOWN[shape].items() for path in paths)
    return [(path, text) for path, text in rows if page is None or path == page]


def test_the_catalog_comes_whole_to_its_pages(site: Path) -> None:
    short = [(path, said(f"short-{f}")) for path in (RESOURCE, FAMILY) for f in ("title", "volume", "issue", "page")]
    more = [(RESOURCE, said(name)) for name in ("full-details", "full-paragraph", "full-authors", "full-second")]
    names = {Term: ("kind",), GlossaryTerm: ("glossary",), Sentence: ("sentence",), Name: ("name",)}
    names |= {Citation: ("cited",), Resource: ("full",)}
    rows = [row for shape, found in names.items() for name in found for row in of(shape, name)]
    rows += [(f"resources/{kind}/{kind}/", text) for kind in ("topic", "audience") for _, text in of(Term, kind, LIST)]
    assert lost(site, [*rows, *short, *more]) == []


def test_the_head_of_a_page_comes_whole_to_it(site: Path) -> None:
    rows = [(path, text) for path, name in NAMES.items() for p, text in of(Page, name, path)]
    menus = [(path, said(f"{name}-menu")) for path in (HOME, RESOURCE) for name in ("home", "family", "myths")]
    assert lost(site, [*rows, *menus, *of(Claim, "claim"), *of(Door, "door"), *of(Explainer, "myth")]) == []


def test_the_text_of_a_page_comes_whole_to_it(site: Path) -> None:
    assert lost(site, [(path, part) for path, name in NAMES.items() for part in parts(name)]) == []


def test_settings_come_whole_to_pages(site: Path) -> None:
    words = [said("site"), "English", "العربية", *list(CONTACT.values()), said("counter"), said("data")]
    rows = [(path, text) for path in (HOME, RESOURCE) for text in words]
    assert lost(site, [*rows, ("ar/", said("site", "ar")), ("404.html", said("site"))]) == []


def test_translations_come_whole_to_pages(site: Path, tmp_path: Path) -> None:
    """The first paragraph of every message of the catalog stands on a page in Arabic."""
    write(tmp_path)
    everywhere = "\0".join(words_of(path) for path in sorted((site / "ar").rglob("*.html")))
    units = [(u.context, u.source) for u in catalog_units(read_catalog(tmp_path)[0].catalog)]
    missing = [context for context, source in units if said(f"{context}-0", "ar") not in everywhere]
    assert missing == []
