"""For everybody: WCAG 2.2 AA by axe-core, and what no program finds: keyboard, large type, zoom, targets, colours."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from builds import ROOT
from kinds import KINDS, TAGS, WIDTHS, path_in

AXE = ROOT / "tests/vendor/axe-core/axe-core.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => (await axe.run(document, { runOnly: { type: "tag", values: tags } })).violations
  .flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 99)} ${failureSummary}`))"""
# Everything one can press but links inside sentences, which WCAG exempts; smaller than 44 pixels in either direction.
SMALL = """() => [...document.querySelectorAll("a, button, summary, input, label:has(input)")]
  .filter((e) => e.checkVisibility() && !e.closest("p:not([class]), .md-typeset, .hub-hint, dd,"
    + " .hub-notice, .hub-sources, .hub-lead, .hub-evidence, .hub-source, sup, .hub-eyebrow, td, .hub-skip"))
  .filter((e) => !(e.matches("input") && e.closest("label")))
  .map((e) => [e, e.matches("h2 a, h3 a") ? e.closest("li").getBoundingClientRect() : e.getBoundingClientRect()])
  .filter(([e, box]) => box.width > 0 && (box.height < 43.5 || (box.width < 43.5 && !e.matches("li a"))))
  .map(([e, box]) => `${e.outerHTML.slice(0, 100)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
CUT = """() => [...document.querySelectorAll("h1, h2, h3, p, a, summary, button, dd")]
  .filter((e) => e.checkVisibility() && getComputedStyle(e).overflow !== "visible" && !e.matches(".hub-unseen"))
  .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map((e) => e.outerHTML.slice(0, 80))"""
FOCUS = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return { name: (e.innerText || e.getAttribute("aria-label") || e.name || "").trim(), tag: e.tagName,
    visible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    y: box.y + scrollY, inside: box.right > 0 };
}"""


@pytest.fixture
def open_at(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A function that opens a browser window; the policy is lifted, so that axe can be brought in."""
    opened: list[BrowserContext] = []

    def start(size: str = "phone", **settings: object) -> BrowserContext:
        viewport = dict(zip(("width", "height"), WIDTHS[size], strict=True))
        given = {"viewport": viewport, "bypass_csp": True, "reduced_motion": "reduce"} | settings
        opened.append(browser.new_context(**given))  # type: ignore[arg-type]
        return opened[-1]

    yield start
    for context in opened:
        context.close()


def faults(page: Page) -> list[str]:
    """Return what axe finds."""
    page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(RUN, RULES)
    return found


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_axe_finds_nothing(
    open_at: Callable[..., BrowserContext], address: str, tag: str, scheme: str, size: str
) -> None:
    page = open_at(size, color_scheme=scheme).new_page()
    found = {}
    for kind, path in KINDS.items():
        page.goto(address + path_in(tag, path))
        found[kind] = faults(page)
    assert {kind: lines for kind, lines in found.items() if lines} == {}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_axe_finds_nothing_where_things_are_open(
    open_at: Callable[..., BrowserContext], address: str, tag: str, scheme: str, size: str
) -> None:
    page = open_at(size, color_scheme=scheme).new_page()
    found = {}
    page.goto(address + path_in(tag, "resources/"))
    for name in (".hub-menu", ".hub-languages"):
        page.evaluate("name => document.querySelectorAll(name).forEach((e) => { e.open = true; })", name)
        found[name] = faults(page)
        page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('.hub-facets details').forEach((e) => { e.open = true; })")
    found["facets"] = faults(page)
    page.goto(address + path_in(tag, "search/?q=IEP"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    page.evaluate("document.querySelectorAll('.hub-filters details').forEach((e) => { e.open = true; })")
    found["results"] = faults(page)
    page.goto(address + path_in(tag, "families/say-it/"))
    page.locator(".hub-enlarge a").first.click()
    found["large type"] = faults(page)
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("tag", TAGS)
def test_what_one_presses_is_large_enough(
    open_at: Callable[..., BrowserContext], address: str, tag: str, size: str
) -> None:
    page = open_at(size).new_page()
    found = {}
    for kind, path in KINDS.items():
        page.goto(address + path_in(tag, path))
        page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        found[kind] = page.evaluate(SMALL)
    assert {kind: lines for kind, lines in found.items() if lines} == {}


@pytest.mark.parametrize("tag", ["en", "ar", "zh-Hans"])
def test_the_keyboard_alone_is_enough(open_at: Callable[..., BrowserContext], address: str, tag: str) -> None:
    """Skip link, menu, switcher, search, filters, pages: each has the focus visibly, and it goes down the page."""
    page = open_at().new_page()
    page.goto(address + path_in(tag, "resources/"))
    seen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUS)
        if now["tag"] == "BODY":
            break
        assert now["visible"] and now["inside"], now
        seen.append(now)
    assert seen[0]["tag"] == "A" and seen[0]["y"] < 100
    classes = ["hub-menu", "hub-find", "hub-languages", "hub-facets", "hub-pager", "hub-footer"]
    assert page.evaluate("names => names.every((n) => document.querySelector('.' + n))", classes)
    body = [stop["y"] for stop in seen if stop["y"] > 400]
    assert body == sorted(body), "the focus jumps back up"
    assert len(seen) > 30
    page.locator(".hub-skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator(".hub-pager a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/2/")


def test_search_and_filters_by_keyboard(open_at: Callable[..., BrowserContext], address: str) -> None:
    page = open_at("desktop").new_page()
    page.goto(address)
    page.locator(".hub-find input").focus()
    page.keyboard.type("interpreter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=interpreter")
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    page.locator("[data-facet=cost] > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**cost=**")
    assert page.evaluate("document.activeElement.checked")


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("how", ["text twice as large", "zoomed four times"])
def test_large_type_and_zoom_lose_nothing(
    open_at: Callable[..., BrowserContext], address: str, tag: str, how: str
) -> None:
    """Twice the text at 1280 pixels (WCAG 1.4.4); four times zoom is a window of 320 by 256 pixels (1.4.10)."""
    page = open_at("desktop").new_page()
    if how.startswith("zoomed"):
        page.set_viewport_size({"width": 320, "height": 256})
    wide = []
    for kind, path in KINDS.items():
        page.goto(address + path_in(tag, path))
        if how.startswith("text"):
            page.add_style_tag(content="html { font-size: 200% !important; }")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
        assert page.evaluate(CUT) == [], kind
    assert wide == []


def test_motion_and_colours_are_the_readers_choice(open_at: Callable[..., BrowserContext], address: str) -> None:
    still = open_at().new_page()
    still.goto(address)
    assert still.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert still.evaluate("document.getAnimations().length") == 0
    forced = open_at(forced_colors="active", color_scheme="dark").new_page()
    forced.goto(f"{address}resources/face-handbook/")
    shown = """() => [...document.querySelectorAll(".hub-icon")].filter((e) => e.checkVisibility()).map((e) =>
      getComputedStyle(e).backgroundColor)"""
    ground = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    colours = forced.evaluate(shown)
    assert colours and ground not in colours
    assert faults(forced) == []


def test_myth_and_fact_are_told_apart_without_colour(open_at: Callable[..., BrowserContext], address: str) -> None:
    page = open_at().new_page()
    page.goto(address + KINDS["explainer"])
    page.add_style_tag(
        content="* { color: #000 !important; background-color: #fff !important; border-color: #000 !important; }"
    )
    fact, myth = page.locator(".hub-fact"), page.locator(".hub-myth")
    assert "Fact" in fact.inner_text() and "Myth: this is not true" in myth.inner_text()
    style = "e => getComputedStyle(e).borderTopStyle"
    assert fact.evaluate(style) != myth.evaluate(style)
    assert fact.locator(".hub-icon").count() == myth.locator(".hub-icon").count() == 1
