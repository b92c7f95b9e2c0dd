"""The page of results in Chromium: its address, filters, odd input, and what happens when something does not come."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from searching import at, indexes


def test_the_form_of_any_page_leads_to_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}fa/resources/ed100/")
    page.get_by_role("search").get_by_role("searchbox").fill("IEP")
    page.get_by_role("search").get_by_role("searchbox").press("Enter")
    page.wait_for_url(f"{address}fa/search/?q=IEP")
    expect(page.get_by_role("status")).to_contain_text("1")
    first = page.locator(".hub-search .hub-card").first
    expect(first.locator("a")).to_have_attribute("href", "../../fa/resources/iep-first-meeting/")
    for part in (".hub-eyebrow", "h3", ".hub-summary", ".hub-fact-language dd", ".hub-fact-format dd"):
        assert first.locator(part).first.text_content()


def test_where_nothing_is_found_the_source_language_is_asked(page: Page, address: str) -> None:
    asked = indexes(page)
    page.goto(at(address, "fa", "?q=cartoon"))
    expect(page.locator(".hub-second")).to_be_visible()
    expect(page.locator(".hub-second span").last).to_have_text("English")
    hit = page.locator(".hub-search .hub-card").first
    assert (hit.locator("h3").get_attribute("lang"), hit.locator("h3").get_attribute("dir")) == ("en", "ltr")
    assert hit.locator(".hub-summary").get_attribute("lang") == "en"
    assert hit.locator("h3 a").get_attribute("href") == "../../fa/resources/colorin-being-bilingual/"
    assert asked == ["fa/search/index.json", "search/index.json"]


def test_the_address_holds_the_question_and_the_back_button_works(page: Page, address: str) -> None:
    page.goto(at(address, "en", "?q=reading"))
    cards = page.locator(".hub-search .hub-card")
    expect(cards.first).to_be_visible()
    narrow = page.locator(".hub-narrow")
    narrow.locator("> summary").click()
    narrow.locator("[data-facet=language] > summary").click()
    box = narrow.locator("[data-facet=language] input[value=uk]")
    promised = int(box.locator("xpath=../../span[@class='hub-count']").text_content() or "0")
    box.check()
    page.wait_for_url(at(address, "en", "?q=reading&language=uk"))
    expect(cards).to_have_count(promised)
    page.reload()
    expect(cards).to_have_count(promised)
    page.locator(".hub-clear button").click()
    page.wait_for_url(at(address, "en", "?q=reading"))
    page.go_back()
    page.wait_for_url(at(address, "en", "?q=reading&language=uk"))
    expect(cards).to_have_count(promised)


def test_what_is_pasted_or_spoken_is_searched_without_a_key(page: Page, address: str) -> None:
    page.goto(at(address, "en"))
    box = page.get_by_role("searchbox")
    box.focus()
    page.keyboard.insert_text("bullying")  # one input event and no key, as voice and paste do it
    expect(page.locator(".hub-search .hub-card h3").first).to_have_text("When Your Child Is Bullied")
    page.wait_for_url(at(address, "en", "?q=bullying"))
    assert box.evaluate("box => box === document.activeElement")


def test_filters_narrow_without_a_query_too(page: Page, address: str) -> None:
    page.goto(at(address, "en", "?grades=birth&cost=free&audience=families"))
    expect(page.locator(".hub-total")).to_be_visible()
    shown = page.locator(".hub-search .hub-card h3").all_text_contents()
    assert "Vroom" in shown and "The 504 Plan Explained" not in shown


NOTHING = {
    "markup": "<img src=zzqx onerror=alert(1)><b>zzqy</b>",
    "quotes": "\"'`´",
    "marks of direction": "\u200f\u202e\u2067",
    "emoji": "🦄🦄",
    "only stop words": "the of and to",
    "signs": "% \\ / ?&=#+",
    "a word of 10,000 letters": "q" * 10_000,
}


@pytest.mark.parametrize("query", NOTHING.values(), ids=NOTHING)
def test_odd_input_finds_nothing_and_says_so(page: Page, address: str, query: str) -> None:
    page.goto(at(address, "en"))
    page.evaluate("query => history.replaceState(null, '', '?' + new URLSearchParams({q: query}))", query)
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert page.locator("main img, main script:not([src])").count() == 0
    assert page.locator(".hub-search .hub-card").count() == 0


def test_without_script_the_form_leads_to_the_list_from_a_to_z(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox").fill("reading")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(at(address, "en", "?q=reading"))
    expect(page.get_by_text("Search needs JavaScript.")).to_be_visible()
    page.locator("main a.hub-button").click()
    page.wait_for_url(f"{address}resources/a-z/")
    expect(page.get_by_role("link", name="Vroom")).to_be_visible()
    context.close()


def test_an_index_that_does_not_come_is_said_and_asked_again(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/index.json", lambda route: route.abort())
    page.goto(at(address, "en", "?q=reading"))
    expect(page.locator(".hub-failed")).to_be_visible()
    page.unroute("**/index.json")
    page.get_by_role("searchbox").fill("homework")
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    expect(page.locator(".hub-failed")).to_be_hidden()
    context.close()


def test_where_the_search_does_not_load_a_sentence_leads_to_the_list(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search.js*", lambda route: route.abort())
    page.goto(at(address, "en", "?q=reading"))
    expect(page.get_by_text("Search needs JavaScript.")).to_be_visible()
    page.locator("main a.hub-button").click()
    page.wait_for_url(f"{address}resources/a-z/")
    page.unroute("**/search.js*")
    page.goto(at(address, "en", "?q=reading"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    expect(page.get_by_text("Search needs JavaScript.")).to_have_count(0)
    context.close()


def test_the_switcher_of_languages_keeps_the_question(page: Page, address: str) -> None:
    page.goto(at(address, "en", "?q=IEP&topic=rights"))
    link = page.locator(".hub-languages a[lang=ar]")
    expect(link).to_have_attribute("href", re.compile(r"/ar/search/\?q=IEP&topic=rights$"))
    page.get_by_role("searchbox").fill("ELPAC")
    expect(link).to_have_attribute("href", re.compile(r"/ar/search/\?q=ELPAC&topic=rights$"))


@pytest.mark.parametrize("tag", ["en", "fa"])
def test_who_finds_nothing_is_led_to_the_topics(page: Page, address: str, tag: str) -> None:
    page.goto(at(address, tag, "?q=reading"))
    expect(page.locator(".hub-card").first).to_be_visible()
    expect(page.locator(".hub-advice")).to_be_hidden()
    page.goto(at(address, tag, "?q=zzzqqq"))
    ways = page.locator(".hub-advice .hub-letters a")
    expect(ways.first).to_be_visible()
    named = ways.all_inner_texts()
    assert len(named) > 3 and len(set(named)) == len(named)
    ways.first.click()
    expect(page.locator("h1")).to_have_text(named[0])
    expect(page.locator(".hub-card").first).to_be_visible()
