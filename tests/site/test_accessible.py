"""For everybody: WCAG 2.2 AA by axe-core, and what no program finds: keyboard, large type, zoom, targets, colours."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from builds import ROOT
from kinds import CLASSES, KINDS, WIDTHS, path_in

AXE = ROOT / "tests/vendor/axe-core/axe-core.js"
TAGGED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": TAGGED}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # what depends on the scheme
RUN = """async (runOnly) =>
  (await axe.run(document, { runOnly, resultTypes: ["violations"] })).violations
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
      `${id}: ${html.slice(0, 99)} ${failureSummary}`))"""
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
WIDE = "document.documentElement.scrollWidth > innerWidth"
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
        given = {"viewport": window(size), "bypass_csp": True, "reduced_motion": "reduce"} | settings
        opened.append(browser.new_context(**given))  # type: ignore[arg-type]
        return opened[-1]

    yield start
    for context in opened:
        context.close()


def window(size: str) -> ViewportSize:
    return {"width": WIDTHS[size][0], "height": WIDTHS[size][1]}


def faults(page: Page, tag: str = "en") -> dict[str, list[str]]:
    """Return what axe finds in light and dark; on a desktop in one language of each direction."""
    page.add_script_tag(path=AXE)
    found = {}
    for size in WIDTHS if tag in ("en", "ar") else ["phone"]:
        page.set_viewport_size(window(size))
        found[f"axe, {size}"] = page.evaluate(RUN, ALL)
        page.emulate_media(color_scheme="dark")
        found[f"axe, dark, {size}"] = page.evaluate(RUN, COLOURS)
        page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("tag", CLASSES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_used_by_everybody(
    open_at: Callable[..., BrowserContext], address: str, kind: str, tag: str
) -> None:
    """One page, looked at in each way: at both widths and in both schemes, with text and window made large, all open.

    What axe finds depends on the scheme in its rules of contrast alone.
    """
    page = open_at().new_page()
    page.goto(address + path_in(tag, KINDS[kind]))
    found = faults(page, tag) | enlarged(page)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    for size in WIDTHS:
        page.set_viewport_size(window(size))
        found[f"small on a {size}"] = page.evaluate(SMALL)
    assert {how: lines for how, lines in found.items() if lines} == {}


def enlarged(page: Page) -> dict[str, list[str]]:
    """Return what is lost with twice the text at 1280 pixels (WCAG 1.4.4), and with four times zoom (1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 256})
    zoomed = lost(page)
    page.set_viewport_size(window("desktop"))
    style = page.add_style_tag(content="html { font-size: 200% !important; }")
    large = lost(page)
    style.evaluate("style => style.remove()")
    return {"lost when zoomed four times": zoomed, "lost when text is twice as large": large}


def lost(page: Page) -> list[str]:
    cut: list[str] = page.evaluate(CUT)
    return [*cut, *(["the page is wider than its window"] if page.evaluate(WIDE) else [])]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_axe_finds_nothing_where_things_are_open(
    open_at: Callable[..., BrowserContext], address: str, tag: str
) -> None:
    page = open_at().new_page()
    found = {}

    def look(name: str) -> None:
        found.update({f"{name}: {how}": lines for how, lines in faults(page).items()})

    page.goto(address + path_in(tag, "resources/"))
    for name in (".hub-menu", ".hub-languages"):
        page.evaluate("name => document.querySelectorAll(name).forEach((e) => { e.open = true; })", name)
        look(name)
        page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('.hub-facets details').forEach((e) => { e.open = true; })")
    look("facets")
    page.goto(address + path_in(tag, "search/?q=IEP"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    page.evaluate("document.querySelectorAll('.hub-filters details').forEach((e) => { e.open = true; })")
    look("results")
    page.goto(address + path_in(tag, "families/say-it/"))
    page.locator(".hub-enlarge a").first.click()
    look("large type")
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_fault_would_be_found_in_light_and_dark(open_at: Callable[..., BrowserContext], address: str) -> None:
    page = open_at().new_page()
    page.goto(address + KINDS["about"])
    pale = "<p style='color: #777; background: #888'>Words</p><button>x</button>"
    page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", pale)
    found = faults(page)
    assert all(any(line.startswith("color-contrast") for line in lines) for lines in found.values())
    assert page.evaluate(SMALL) != []


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
    forced.add_script_tag(path=AXE)
    assert forced.evaluate(RUN, ALL) == []


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
