"""What people use on a page: menu, languages, contents; on a phone and a desktop, with script and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kinds import CLASSES, TAGS, WIDTHS, path_in


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return dict(zip(("width", "height"), request.param, strict=True))


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, browser: Browser, size: dict[str, int]) -> Iterator[Page]:
    context = browser.new_context(viewport=size, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tag", CLASSES)
def test_a_long_page_says_what_is_on_it(page: Page, address: str, tag: str, size: dict[str, int]) -> None:
    """Beside the text where there is room, else in a list that is closed at first; with script and without."""
    page.goto(f"{address}{path_in(tag, 'families/helping-at-home/')}")
    contents, links = page.locator(".hub-toc"), page.locator(".hub-toc a")
    if size["width"] < 1000:
        expect(links.first).to_be_hidden()
        contents.locator("summary").click()
    expect(links.first).to_be_visible()
    headings = page.locator(".md-typeset h2[id]").evaluate_all(
        "all => all.map((e) => [`#${e.id}`, e.innerText.trim()])"
    )
    told = links.evaluate_all("all => all.map((e) => [e.getAttribute('href'), e.innerText.trim()])")
    assert told == headings and len(told) > 3


def test_the_menu_and_the_languages_open_by_keyboard(page: Page, address: str, size: dict[str, int]) -> None:
    page.goto(f"{address}about/")
    page.keyboard.press("Tab")
    expect(page.locator(".hub-skip")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".hub-brand")).to_be_focused()
    page.keyboard.press("Tab")
    if size["width"] < 500:
        expect(page.locator(".hub-menu summary")).to_be_focused()
        expect(page.locator(".hub-menu nav")).not_to_be_visible()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    expect(page.locator(".hub-menu nav")).to_be_visible()
    expect(page.locator(".hub-menu a").first).to_be_focused()
    page.locator(".hub-languages summary").focus()
    page.keyboard.press("Enter")
    spanish = page.locator(".hub-languages a[lang=es]")
    expect(spanish).to_be_visible()
    spanish.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}es/about/")


def test_the_switcher_leads_to_the_same_page_in_each_language(page: Page, address: str) -> None:
    page.goto(f"{address}ar/resources/face-handbook/")
    links = page.locator(".hub-languages a")
    found = [(a.get_attribute("lang"), a.get_attribute("href")) for a in links.all()]
    assert [tag for tag, _ in found] == list(TAGS)
    page.locator(".hub-languages summary").click()
    page.locator(".hub-languages a[lang='zh-Hans']").click()
    page.wait_for_url(f"{address}zh-Hans/resources/face-handbook/")


def test_light_and_dark_follow_the_system_and_can_be_chosen(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("button[data-scheme=light]").click()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.goto(f"{address}about/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light
    expect(page.locator("button[data-scheme=light]")).to_have_attribute("aria-pressed", "true")
    page.locator("button[data-scheme='']").click()
    assert page.evaluate("localStorage.length") == 0
    assert context.cookies() == []
    context.close()


def test_a_lost_reader_is_greeted_at_any_depth(page: Page, address: str) -> None:
    response = page.goto(f"{address}no/such/page/at/all/")
    assert response and response.status == 404
    expect(page.locator("h1")).to_be_visible()
    page.locator("main section[lang=ar] a").click()
    page.wait_for_url(f"{address}ar/")


def test_chinese_is_set_in_a_chinese_face(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}zh-Hans/")
    assert "SC" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.goto(f"{address}ar/")
    assert "Arabic" in page.evaluate("getComputedStyle(document.body).fontFamily")
    context.close()


def test_dropped_files_are_gone(address: str, tmp_path: Path, page: Page) -> None:
    response = page.goto(f"{address}translations/ar.po")
    assert response and response.status == 404
