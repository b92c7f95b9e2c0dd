"""Nothing an editor can write makes a page wider than its screen: one word of ninety letters in every field, at 320 px.

Both directions, every kind of page of a site, with script; on paper the same site keeps the direction of addresses.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from builds import hub

WORD = "Handbuch" * 11 + "en"
ADDRESS = f"https://www.schools.example.org/{'families/' * 4}{WORD}"
ARABIC = f'{{"locale": "ar", "name": "العربية", "site_name": "{WORD}"}}'
FOLD = f'{{"locale": "en", "name": "English", "default": true}}, {ARABIC}'
ROW = "| " + " | ".join(f"Cell{n} {WORD[:30]}" for n in range(8)) + " |\n"
BODY = f"""
{WORD} and <{ADDRESS}>, [{WORD}]({ADDRESS}) and `{WORD}`.

## {WORD}

* {WORD}

{ROW}{"| --- " * 8}|
{ROW}
!!! note "{WORD}"

    {WORD}

[@old]
"""


def page(**front: Any) -> str:
    fields = {"title": WORD, "description": WORD, "eyebrow": WORD, "resources": ["long"], "sources": ["old"]}
    fields |= {"menu": WORD, "picture": "map.svg", "picture_text": WORD}
    return f"---\n{json.dumps(fields | front)}\n---\n{BODY}"


def catalog() -> dict[str, Any]:
    term = {"title": WORD, "heading": WORD, "summary": WORD}
    full = {
        **{"kind": "guide", "title": WORD, "summary": WORD, "details": WORD, "publisher": WORD},
        **{
            "authors": [WORD, WORD],
            "year": "2020",
            "topics": ["reading"],
            "audiences": ["families"],
            "grades": "K-12",
            "format": "pdf",
        },
        **{"languages": ["en", "ar"], "cost": "free", "license": WORD, "citations": ["old"], "added": "2026-01-01"},
    }
    part = {"container-title": WORD, "volume": WORD, "issue": WORD, "page": WORD}
    work = {
        "id": "old",
        "type": "article-journal",
        "title": WORD,
        **part,
        "publisher": WORD,
        "URL": ADDRESS,
        "note": WORD,
    }
    return {
        "kinds": [{"id": "guide", **term}],
        "topics": [{"id": "reading", **term}],
        "audiences": [{"id": "families", **term}],
        "citations": [work | {"author": [{"literal": WORD}]}],
        "glossary": [{"id": "iep", "term": WORD, "name": WORD, "meaning": WORD}],
        "sentences": [{"id": "hello", "text": WORD}],
        "resources": [
            {"id": "long", "url": ADDRESS, "related": ["other"], **full},
            {"id": "other", "listed_at": ADDRESS, "related": ["long"], **full, "title": f"{WORD} 2"},
        ],
    }


SETTINGS = f"""
site_name: {WORD}
site_url: https://hub.example.org/
repo_url: https://github.com/example/long
theme: {{name: material}}
nav: [resources/index.md, families/index.md, myths/index.md]
plugins:
  - resourcehub:
      footer: [families/index.md]
      statistics:
        name: {WORD}
        script: https://{WORD[:60].lower()}.example.org/c.js
        attributes: {{domain: {WORD}}}
      contact:
        street: {WORD}
        interpreter: {{en: {WORD}, ar: {WORD}}}
        name: {WORD}
        mail: office@{WORD[:60]}.example.org
        phone: +1 510 555 0100
  - i18n: {{docs_structure: suffix, reconfigure_material: false, reconfigure_search: false, languages: [{FOLD}]}}
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which every text is one long word."""
    root = tmp_path_factory.mktemp("long")
    claims = [{"text": WORD, "sources": ["old"]}]
    doors = [{"title": WORD, "text": WORD, "page": "families/index.md"}]
    pages = {
        "index": page(template="home.html", doors=doors),
        "families/index": page(),
        "families/words": page(template="glossary.html", words=["iep"]),
        "families/say": page(template="sentences.html"),
        "myths/index": page(),
        "myths/long": page(fact=WORD, myth=WORD, claims=claims),
    }
    for name, text in pages.items():
        path = root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(WORD, WORD + name.replace("/", ""), 2))  # no two pages share a title
    (root / "docs/map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 90"/>')
    (root / "docs/privacy.md").write_text(page(template="privacy.html", title=f"{WORD}privacy", description=f"{WORD}p"))
    (root / "resources.yaml").write_text(json.dumps(catalog()))
    (root / "mkdocs.yml").write_text(SETTINGS)
    (root / "numbers.yaml").write_text("1: resources/long/\n2: families/\n")
    return hub(root, root / "site")


def test_no_page_is_wider_than_a_phone(context: BrowserContext, long: Path, serve_dir: Any) -> None:
    address, page = serve_dir(long), context.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    paths = sorted(str(p.relative_to(long).parent) + "/" for p in long.rglob("index.html"))
    assert len(paths) > 30
    wide = {}
    for path in [*paths, "search/?q=handbuch", "ar/search/?q=handbuch", "404.html", "offline.html", "ar/offline.html"]:
        page.goto(address + path)
        if "?q=" in path:
            page.wait_for_selector(".hub-results .hub-card")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wide[path] = width
    assert wide == {}


def test_an_address_on_arabic_paper_keeps_its_direction(context: BrowserContext, long: Path, serve_dir: Any) -> None:
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{serve_dir(long)}ar/resources/long/")
    style = "name => getComputedStyle(document.querySelector(name), '::after')"
    assert [page.evaluate(f"n => ({style})(n).{part}", ".hub-button") for part in ("direction", "unicodeBidi")] == [
        "ltr",
        "isolate",
    ]


def test_nothing_filled_is_printed(context: BrowserContext, long: Path, serve_dir: Any) -> None:
    """Some readers print backgrounds; what is black on a filled ground would be a black bar."""
    address, page = serve_dir(long), context.new_page()
    page.emulate_media(media="print")
    empty = ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"]
    filled = """empty => [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility())
      .filter((e) => !empty.includes(getComputedStyle(e).backgroundColor)).map((e) => e.className)"""
    for path in ("", "resources/long/", "resources/", "myths/long/", "families/say/", "ar/resources/long/"):
        page.goto(address + path)
        assert page.evaluate(filled, empty) == [], path
