"""The page of results on a bad line, on the way back, while letters are put together; on both engines."""

import pytest
from playwright.sync_api import Browser, Page, expect

from searching import ENGINES, at, indexes


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, engines: dict[str, str]) -> str:
    return engines[request.param]


def test_the_same_words_are_asked_again_after_the_line_was_lost(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/**/*.json", lambda route: route.abort())
    page.goto(at(address, "en", "?q=reading"))
    expect(page.locator(".hub-failed")).to_be_visible()
    page.unroute("**/search/**/*.json")
    page.get_by_role("search").get_by_role("button").click()
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    expect(page.locator(".hub-failed")).to_be_hidden()
    context.close()


def test_the_way_back_leads_to_the_same_place(page: Page, address: str) -> None:
    """The browser keeps no page in memory here: it is made anew."""
    page.goto(at(address, "en", "?q=school"))
    cards = page.locator(".hub-search .hub-card")
    expect(cards.first).to_be_visible()
    first = cards.count()
    page.locator(".hub-more button").click()
    expect(cards).to_have_count(2 * first)
    link = cards.nth(2 * first - 1).locator("a")
    link.scroll_into_view_if_needed()
    top = page.evaluate("Math.round(scrollY)")
    link.click()
    page.wait_for_url("**/resources/**")
    page.go_back()
    expect(cards).to_have_count(2 * first)
    page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)


@pytest.mark.parametrize(
    ("tag", "query", "both"),
    [("ar", "شوكولاتة", False), ("zh-Hans", "巧克力", False), ("ru", "велосипед", False), ("fa", "cartoon", True)],
)
def test_the_source_language_is_asked_only_for_words_in_its_letters(
    page: Page, address: str, tag: str, query: str, both: bool
) -> None:
    asked = indexes(page)
    page.goto(at(address, tag, f"?q={query}"))
    expect(page.locator(".hub-waiting")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert asked == [f"{tag}/search/index.json", *(["search/index.json"] if both else [])]


def test_letters_that_are_being_put_together_are_no_question(page: Page, address: str) -> None:
    asked = indexes(page)
    page.goto(at(address, "zh-Hans"))
    page.get_by_role("searchbox").focus()
    keys = page.context.new_cdp_session(page)
    for typed in ("y", "yue", "yuedu"):
        keys.send("Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)})
        page.wait_for_timeout(250)
    assert page.url == at(address, "zh-Hans")
    expect(page.locator(".hub-nothing")).to_be_hidden()
    keys.send("Input.insertText", {"text": "阅读"})
    page.wait_for_url(at(address, "zh-Hans", "?q=%E9%98%85%E8%AF%BB"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    assert asked == ["zh-Hans/search/index.json"]


def test_a_filter_that_is_no_more_hides_nothing(page: Page, address: str) -> None:
    """As in an old link, after a topic was renamed."""
    page.goto(at(address, "en", "?q=homework&topic=nonsense"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    expect(page.locator(".hub-clear")).to_be_hidden()
    page.goto(at(address, "en", "?q=homework&topic=nonsense&cost=free"))
    expect(page.locator("[data-facet=cost] input[value=free]")).to_be_checked()


def test_a_long_question_shows_what_weighs_most(page: Page, address: str) -> None:
    page.goto(at(address, "en"))
    page.get_by_role("searchbox").fill("my son gets picked on, bullies")
    expect(page.locator(".hub-search .hub-card h3").filter(has_text="When Your Child Is Bullied")).to_be_visible()
