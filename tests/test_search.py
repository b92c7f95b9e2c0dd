"""Search in fourteen languages, asked in Chromium on the pages of a built hub (``tests/search/hub``).

``tests/search/queries/<tag>.yaml`` holds what people type; each query names the resource that must come first or
second. The tables were written without a look at the search code. A query that fails stays, with ``fails: true``,
and the test says so when it no longer does.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Request, expect

from builds import ROOT, hub

HERE = ROOT / "tests/search"
TABLES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((HERE / "queries").glob("*"))}
LOCALES = tuple(TABLES)
MOST = 40_000  # bytes, gzipped: search as a whole, for a hundred resources
ASK = """async (queries) => {
  const index = await HubSearch.open(document.querySelector(".hub-search").dataset.index);
  return queries.map((query) => index.find(query, {}).hits.map((doc) => doc.path.split("/")[1]));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hub(HERE / "hub", tmp_path_factory.mktemp("search") / "site", SITE_URL="https://example.org/hub/")


@pytest.fixture(scope="module")
def address(site: Path, serve_dir: Callable[..., str]) -> str:
    return serve_dir(site, "/hub/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert faults == []


def at(address: str, tag: str, question: str = "") -> str:
    return f"{address}{'' if tag == 'en' else tag + '/'}search/{question}"


def test_the_hub_is_large_and_speaks_every_language(site: Path) -> None:
    for tag in LOCALES:
        index = json.loads((site / ("" if tag == "en" else tag) / "search/index.json").read_bytes())
        assert sum(row[0].startswith("resources/") for row in index["docs"]) >= 100, tag
        assert len(TABLES[tag]) >= 10, tag


@pytest.mark.parametrize("tag", LOCALES)
def test_each_query_finds_its_resource_first_or_second(page: Page, address: str, tag: str) -> None:
    page.goto(at(address, tag))
    table = TABLES[tag]
    answers = page.evaluate(ASK, [row["query"] for row in table])
    failed = [row["query"] for row, found in zip(table, answers, strict=True) if row["wants"] not in found[:2]]
    assert failed == [row["query"] for row in table if row.get("fails")]


@pytest.mark.parametrize("tag", LOCALES)
def test_search_weighs_little_and_asks_twice(page: Page, address: str, tag: str) -> None:
    """Beyond the page itself: the script and the index. Bytes are counted as they come over the line."""
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(at(address, tag, "?q=IEP"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    search = [r for r in asked if r.url.split("?")[0].endswith((".json", "/search.js"))]
    assert [r.url.split("/")[-1].split("?")[0] for r in search] == ["search.js", "index.json"]
    assert sum(r.sizes()["responseBodySize"] for r in search) <= MOST
    assert all(r.url.startswith(address) for r in asked)


def test_nothing_of_search_is_loaded_before_the_reader_turns_to_it(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "es/", "resources/", "resources/a-z/", "resources/ed100/"):
        page.goto(address + path)
    assert not [url for url in asked if "search" in url]


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
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(at(address, "fa", "?q=cartoon"))
    expect(page.locator(".hub-second")).to_be_visible()
    expect(page.locator(".hub-second span").last).to_have_text("English")
    hit = page.locator(".hub-search .hub-card").first
    assert (hit.locator("h3 a").get_attribute("lang"), hit.locator("h3 a").get_attribute("dir")) == ("en", "ltr")
    assert hit.locator(".hub-summary").get_attribute("lang") == "en"
    assert hit.locator("h3 a").get_attribute("href") == "../../resources/colorin-being-bilingual/"
    assert [url.removeprefix(address) for url in asked if url.endswith(".json")] == [
        "fa/search/index.json",
        "search/index.json",
    ]


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
    assert "scripts" in page.inner_text("main")
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
