"""Weight: bytes as they come over the line to a cold cache, pictures and icon included; nothing moves meanwhile."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from kinds import KINDS, TAGS, path_in
from resourcehub.outputs.offline import FILE as OFFLINE

FIRST, SECOND, REQUESTS = 30_000, 8_000, 6
LATIN_RAW, HEAVIEST_GZIPPED, SCRIPT = 12_000, 5_000, 8_000
# What the browser fetches at once: the code for paper waits for the printer.
PICTURE = re.compile(r'<img (?![^>]*loading="lazy")[^>]*src="([^"]+)"')
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 150);
})"""

LARGEST = """() => new Promise((done) => new PerformanceObserver((list) =>
  done(list.getEntries().at(-1).element?.tagName)).observe({ type: "largest-contentful-paint", buffered: true }))"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def visit(page: Page, address: str) -> tuple[int, list[str]]:
    """Open a page; return the bytes that came over the line for it, and what was asked for.

    The browser says of what it had already that fewer than no bytes came: these count as none.
    """
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("requestfinished", note)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("requestfinished", note)
    fetched = [r for r in asked if not r.url.startswith("data:") and r.sizes()["responseHeadersSize"]]
    return sum(max(r.sizes()["responseBodySize"], 0) for r in fetched), [r.url for r in fetched]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_weighs_little_and_nothing_moves(page: Page, address: str, kind: str, tag: str) -> None:
    weight, asked = visit(page, address + path_in(tag, KINDS[kind]))
    searching = [url for url in asked if "search/index.json" in url]  # the page of results asks its index at once
    if kind == "search":
        assert len(asked) <= REQUESTS + 1 and len(searching) == 1, asked  # the index comes on top
    else:
        assert weight <= FIRST, f"{weight} bytes: {asked}"
        assert len(asked) <= REQUESTS, asked
        assert searching == []
    assert page.evaluate(SHIFT) < 0.001


@pytest.mark.parametrize("tag", TAGS)
def test_on_a_phone_the_largest_paint_is_words(page: Page, school: Path, address: str, tag: str) -> None:
    """A drawing comes after the style and would be painted later: it must stay smaller than the words beside it."""
    folder = school / path_in(tag, "")
    drawn = [p.parent.relative_to(folder).as_posix() for p in sorted((folder / "families").rglob("index.html"))]
    seen = {}
    for path in ("", *(f"{name}/" for name in drawn)):
        page.goto(address + path_in(tag, path), wait_until="networkidle")
        seen[path] = page.evaluate(LARGEST)
    assert len(seen) > 9
    assert {path: name for path, name in seen.items() if name == "IMG"} == {}


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("kind", ["home", "family", "list", "resource", "explainer"])
def test_nothing_moves_on_a_desktop(page: Page, address: str, kind: str, tag: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, address + path_in(tag, KINDS[kind]))
    assert page.evaluate(SHIFT) < 0.001


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("search", "about")])
def test_a_second_view_weighs_less(page: Page, address: str, kind: str, tag: str) -> None:
    visit(page, address + path_in(tag, "about/"))
    weight, asked = visit(page, address + path_in(tag, KINDS[kind]))
    assert weight <= SECOND, f"{weight} bytes: {asked}"


def own_weight(page: Path) -> int:
    """Return what a page loads beyond what all pages share: its HTML and its pictures, gzipped as the server does."""
    html = page.read_bytes()
    pictures = {(page.parent / src).resolve() for src in PICTURE.findall(html.decode())}
    return sum(len(gzip.compress(data)) for data in (html, *(picture.read_bytes() for picture in pictures)))


def test_every_page_in_every_language_is_light_for_a_second_view(school: Path) -> None:
    pages = [page for page in school.rglob("*.html") if page.name != OFFLINE]
    weights = {page.relative_to(school).as_posix(): own_weight(page) for page in pages}
    assert len(weights) > 1000
    assert {name: weight for name, weight in weights.items() if weight > SECOND} == {}


def resource_pages(school: Path, tag: str) -> list[Path]:
    found = (school / path_in(tag, "resources")).glob("*/index.html")
    return [path for path in found if path.parent.name != "a-z" and 'class="hub-page hub-resource"' in path.read_text()]


@pytest.mark.parametrize("tag", TAGS)
def test_resource_pages_are_small(school: Path, tag: str) -> None:
    pages = {path.parent.name: path.read_bytes() for path in resource_pages(school, tag)}
    assert len(pages) > 80
    if tag in ("en", "es", "hmn"):
        assert {name: len(html) for name, html in pages.items() if len(html) > LATIN_RAW} == {}
    small = {name: len(gzip.compress(html)) for name, html in pages.items()}
    assert {name: size for name, size in small.items() if size > HEAVIEST_GZIPPED} == {}


def test_our_own_script_is_small(school: Path) -> None:
    own = ("assets/hub.js", "keep.js")
    assert sum(len(gzip.compress((school / name).read_bytes())) for name in own) <= SCRIPT
