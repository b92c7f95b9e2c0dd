"""A page that a family opens for the first time, on a phone with nothing kept: one load, and all that it promises.

It shows itself, asks nobody else, keeps nothing, weighs little, nothing on it moves, and what is painted largest is
words, not a drawing.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from crawl import Crawled
from kinds import CLASSES, KINDS, TAGS, WIDTHS, path_in
from watch import NOTHING, STORED, Line

FIRST, SECOND, REQUESTS = 30_000, 8_000, 6


@pytest.fixture
def open_line(browser: Browser) -> Iterator[Callable[..., Line]]:
    """A function that opens a window with nothing kept."""
    opened: list[BrowserContext] = []

    def start(size: str = "phone", **settings: object) -> Line:
        viewport = dict(zip(("width", "height"), WIDTHS[size], strict=True))
        opened.append(browser.new_context(viewport=viewport, **settings))  # type: ignore[arg-type]
        return Line(opened[-1].new_page())

    yield start
    for context in opened:
        context.close()


def in_sight(page: Page) -> None:
    """See that the title and the switcher of languages stand whole inside the window."""
    size = page.viewport_size
    expect(page.locator("h1")).to_be_visible()
    for box in (page.locator("h1").bounding_box(), page.locator(".hub-languages summary").bounding_box()):
        assert box and size and box["x"] >= 0 and box["x"] + box["width"] <= size["width"], page.url


@pytest.mark.parametrize("tag", CLASSES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_on_a_phone(open_line: Callable[..., Line], address: str, kind: str, tag: str) -> None:
    line = open_line()
    moved = line.visit(address + path_in(tag, KINDS[kind]))
    asked = line.fetched()
    in_sight(line.page)
    assert line.page.locator("html").get_attribute("dir") == ("rtl" if tag == "ar" else "ltr")
    assert [r.url for r in line.begun if not r.url.startswith((address, "data:"))] == []
    assert line.faults == []
    assert (line.page.evaluate(STORED), line.page.context.cookies()) == (NOTHING, [])
    searching = [url for url, _ in asked if "search/index.json" in url]  # the page of results asks its index at once
    assert len(searching) == (kind == "search"), asked
    assert len(asked) - len(searching) <= REQUESTS, asked
    assert kind == "search" or sum(weight for _, weight in asked) <= FIRST, asked
    assert moved["shift"] < 0.001
    assert moved["largest"] != "IMG"


@pytest.mark.parametrize("tag", CLASSES)
def test_a_second_view_fetches_the_page_and_its_pictures_alone(
    open_line: Callable[..., Line], school: Path, address: str, tag: str
) -> None:
    """What these weigh is known for every page of the site: see ``test_light.py``."""
    line = open_line()
    line.visit(address + path_in(tag, "about/"))
    for kind in [kind for kind in KINDS if kind not in ("search", "about")]:
        path = path_in(tag, KINDS[kind])
        line.visit(address + path)
        page = Crawled(path, school / path / "index.html")
        asked = line.fetched()
        own = {address + path, *(urljoin(address + path, src) for src in pictures(page))}
        own |= {f"{address}keep.js"} if kind == "keep" else set()  # what keeps pages is asked for there alone
        assert {url for url, _ in asked} - own == set(), kind
        assert address + path in dict(asked) and sum(weight for _, weight in asked) <= SECOND, (kind, asked)


def pictures(page: Crawled) -> list[str]:
    return [src for src in page.text("//img/@src") if not src.startswith("data:")]


@pytest.mark.parametrize(
    ("size", "script"), [("phone", False), ("desktop", True), ("desktop", False)], ids=["phone", "desktop", "still"]
)
@pytest.mark.parametrize("tag", ["en", "ar", "zh-Hans"])
def test_wide_windows_and_without_script(
    open_line: Callable[..., Line], address: str, tag: str, size: str, script: bool
) -> None:
    line = open_line(size, java_script_enabled=script)
    for kind in ("home", "family", "list", "browse", "resource", "explainer"):
        if script:
            assert line.visit(address + path_in(tag, KINDS[kind]))["shift"] < 0.001, kind
        else:
            line.page.goto(address + path_in(tag, KINDS[kind]))
        in_sight(line.page)
    assert [r.url for r in line.begun if not r.url.startswith((address, "data:"))] == []
    assert line.faults == []


@pytest.mark.parametrize("tag", TAGS)
def test_on_a_phone_no_drawing_is_painted_largest(
    open_line: Callable[..., Line], school: Path, address: str, tag: str
) -> None:
    """A drawing comes after the style and would be painted later: it must stay smaller than the words beside it."""
    line = open_line()
    folder = school / path_in(tag, "")
    drawn = [p.parent.relative_to(folder).as_posix() for p in sorted((folder / "families").rglob("index.html"))]
    paths = [f"{name}/" for name in drawn if "/drawings/" in (folder / name / "index.html").read_text()]
    seen = {path: line.visit(address + path_in(tag, path))["largest"] for path in ("", *paths)}
    assert len(seen) > 5
    assert {path: name for path, name in seen.items() if name in ("IMG", "")} == {}
