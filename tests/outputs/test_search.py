"""Search in fourteen languages, asked in Chromium on the pages of a built hub (``tests/search/hub``).

``tests/search/queries/<tag>.yaml`` holds what people type; each query names the resource that must come first or
second. The tables were written without a look at the search code. A query that fails stays, with ``fails: true``,
and the test says so when it no longer does.
"""

import gzip
import json
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml
from opencc import OpenCC
from playwright.sync_api import Browser, Page, Request, expect

from builds import ROOT, hub
from resourcehub.outputs.search import FIELDS, analyzer, variants

HERE = ROOT / "tests/search"
LOCALES = ("en", "es", "zh-Hans", "zh-Hant", "vi", "ar", "tl", "ko", "ru", "hmn", "fa", "pa", "hy", "uk")
MOST = 40_000  # bytes, gzipped: search as a whole, for a hundred resources
ASK = """async (queries) => {
  const index = await HubSearch.open(document.querySelector(".hub-search").dataset.index);
  return queries.map((query) => index.find(query, {}).hits.map((doc) => doc.path.split("/")[1]));
}"""


@cache
def table(tag: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / f"queries/{tag}.yaml").read_text(encoding="utf-8"))
    return rows


def index_of(site: Path, tag: str) -> dict[str, Any]:
    index: dict[str, Any] = json.loads((site / ("" if tag == "en" else tag) / "search/index.json").read_bytes())
    return index


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


@pytest.mark.parametrize("tag", LOCALES)
def test_the_hub_is_large_and_speaks_every_language(site: Path, tag: str) -> None:
    index = index_of(site, tag)
    assert sum(row[0].startswith("resources/") for row in index["docs"]) >= 100
    assert index["others"] == []
    assert len(table(tag)) >= 10


@pytest.mark.parametrize("tag", LOCALES)
def test_each_query_finds_its_resource_first_or_second(page: Page, address: str, tag: str) -> None:
    page.goto(at(address, tag))
    answers = page.evaluate(ASK, [row["query"] for row in table(tag)])
    failed = [row["query"] for row, found in zip(table(tag), answers, strict=True) if row["wants"] not in found[:2]]
    assert failed == [row["query"] for row in table(tag) if row.get("fails")]


# Asked beyond the ten of each language that share a word with three other resources: words that stand alone.
ALONE = {
    "en": {"ELPAC", "title i", "vaccin", "bilingual superpower", "bullyed", "report card", "dari"},
    "ar": {"elpac", "الغياب يومين بالشهر"},
    **{tag: {"elpac"} for tag in ("es", "ru", "hy", "uk")},
}
# What people write one for the other, as the tables do it: Arabic and Persian letters, Traditional for Simplified.
SAME = str.maketrans("ةىیکۀ", "هييكه")
SIMPLE = OpenCC("t2s")


def plain(text: str) -> list[str]:
    """Split a text into its words, small, without accents, with the digits 0 to 9, whatever joins their letters."""
    bare = [c for c in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(c) not in ("Mn", "Mc", "Cf")]
    digits = "".join(str(unicodedata.digit(c, c)) for c in bare).translate(SAME)
    return re.findall(r"\w+", unicodedata.normalize("NFC", re.sub("['’ʼ]", "", SIMPLE.convert(digits))))


def beginnings(tag: str, text: str) -> set[str]:
    """Return how the words of a text begin: four letters say enough of one. Where no space parts words, all pairs."""
    joined = "^([بوفك]?ال|لل|[وبلكف](?=....))(?=..)" if tag == "ar" else "^$"
    words = {re.sub(joined, "", word) for word in plain(text)}
    if tag in ("zh-Hans", "zh-Hant", "ko"):
        return {word[i : i + 2] for word in words for i in range(max(1, len(word) - 1))}
    return {word[:4] for word in words if len(word) > 1}


def holds(text: set[str], word: str) -> bool:
    return word in text or (len(word) == 3 and any(other.startswith(word) for other in text))


@pytest.mark.parametrize("tag", LOCALES)
def test_a_query_shares_a_word_with_three_other_resources(site: Path, tag: str) -> None:
    """Else a search that looks for nothing but one rare word would pass, too. Knows nothing of the search code."""
    texts = {row[0]: beginnings(tag, f"{row[1]} {row[2]}") for row in index_of(site, tag)["docs"] if row[5:]}
    alone = set()
    for row in table(tag):
        others = [text for path, text in texts.items() if path != f"resources/{row['wants']}/"]
        if max(sum(holds(text, word) for text in others) for word in beginnings(tag, row["query"])) < 3:
            alone.add(row["query"])
    assert alone == ALONE.get(tag, set())
    assert len(table(tag)) - len(alone) >= 10


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


def test_search_weighs_little_on_our_own_hub_with_its_pages(tmp_path: Path) -> None:
    site = hub(ROOT, tmp_path / "site")
    script = len(gzip.compress((site / "assets/search.js").read_bytes()))
    indexes = list(site.glob("**/search/index.json"))
    assert len(indexes) >= 5
    assert max(len(gzip.compress(index.read_bytes())) for index in indexes) + script <= MOST


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


def indexes(page: Page) -> list[str]:
    """Note the indexes that a page asks for from now on, in the order in which it does."""
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url.split("/hub/")[1]) if r.url.endswith(".json") else None)
    return asked


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
    expect(page.get_by_text("Search needs scripts.")).to_be_visible()
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
    expect(page.get_by_text("Search needs scripts.")).to_be_visible()
    page.locator("main a.hub-button").click()
    page.wait_for_url(f"{address}resources/a-z/")
    page.unroute("**/search.js*")
    page.goto(at(address, "en", "?q=reading"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    expect(page.get_by_text("Search needs scripts.")).to_have_count(0)
    context.close()


def test_the_switcher_of_languages_keeps_the_question(page: Page, address: str) -> None:
    page.goto(at(address, "en", "?q=IEP&topic=rights"))
    link = page.locator(".hub-languages a[lang=ar]")
    expect(link).to_have_attribute("href", re.compile(r"/ar/search/\?q=IEP&topic=rights$"))
    page.get_by_role("searchbox").fill("ELPAC")
    expect(link).to_have_attribute("href", re.compile(r"/ar/search/\?q=ELPAC&topic=rights$"))


GLOSSARY = """
glossary:
  - id: iep
    term: IEP
    name: Individualized Education Program
    meaning: A plan for a child who needs special help.
  - id: elpac
    term: ELPAC
    meaning: The state's test of English.
"""
# The resources that stay translated, and a word of the glossary that is: neither is about an IEP.
KEPT = (
    "hfrp-conference-tip-sheets",
    "title-i-meeting-kit",
    "california-school-parent-survey",
    "colorin-reading-tip-sheets",
)
WORDS = "---\ntitle: School words\ndescription: What they mean.\nwords: [iep, elpac]\n---\nWords.\n"


def less(path: Path, meaning: str) -> None:
    """Leave in a file of translations the resources of ``KEPT``; add what ELPAC means."""
    book = polib.pofile(str(path))
    for entry in [e for e in book if e.msgctxt.startswith("resources/") and e.msgctxt.split("/")[1] not in KEPT]:
        book.remove(entry)
    source = "The state's test of English."
    book.append(polib.POEntry(msgctxt="glossary/elpac/meaning", msgid=source, msgstr=meaning))
    book.save(str(path))


@pytest.fixture(scope="module")
def partly(tmp_path_factory: pytest.TempPathFactory, serve_dir: Callable[..., str]) -> str:
    """Serve a hub most of which nobody has translated yet."""
    root = tmp_path_factory.mktemp("partly")
    shutil.copytree(HERE / "hub", root, dirs_exist_ok=True)
    (root / "resources.yaml").open("a", encoding="utf-8").write(GLOSSARY)
    (root / "docs/words.md").write_text(WORDS, encoding="utf-8")
    spoken = {"es": "La prueba estatal de inglés.", "ar": "اختبار الولاية في الإنجليزية.", "zh-Hans": "州英语考试。"}
    for tag, meaning in spoken.items():
        less(root / f"docs/translations/{tag}.po", meaning)
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    kept = [
        line for line in lines if "locale:" not in line or any(f"locale: {tag}," in line for tag in ("en", *spoken))
    ]
    (root / "mkdocs.yml").write_text("\n".join(kept), encoding="utf-8")
    return serve_dir(hub(root, root / "site"), "/hub/")


CARDS = """() => [...document.querySelectorAll(".hub-groups section")].map((group) => ({
  label: group.querySelector("h2:not(.hub-unseen)")?.innerText,
  ids: [...group.querySelectorAll("h3 a")].map((a) => a.hash || a.pathname.split("/").at(-2)),
  langs: [...new Set([...group.querySelectorAll("h3")].map((h3) => h3.lang))],
}))"""


def groups(page: Page, address: str) -> list[dict[str, Any]]:
    page.goto(address)
    expect(page.locator(".hub-waiting")).to_be_hidden()
    found: list[dict[str, Any]] = page.evaluate(CARDS)
    return found


def test_filters_count_and_find_what_is_not_translated(page: Page, partly: str) -> None:
    asked = indexes(page)
    catalog = yaml.safe_load((HERE / "hub/resources.yaml").read_text(encoding="utf-8"))["resources"]
    speaking = [item["id"] for item in catalog if "es" in item["languages"]]
    own, foreign = groups(page, at(partly, "es", "?language=es"))
    expect(page.locator(".hub-total")).to_contain_text(str(len(speaking)))
    assert own["langs"] == [""] and set(own["ids"]) == set(KEPT) & set(speaking)
    assert foreign["langs"] == ["en"] and foreign["label"].endswith("English") and len(foreign["ids"]) == 20
    while page.locator(".hub-more button").is_visible():
        page.locator(".hub-more button").click()
        page.wait_for_timeout(50)
    expect(page.locator(".hub-search .hub-card")).to_have_count(len(speaking))
    assert {i for group in page.evaluate(CARDS) for i in group["ids"]} == set(speaking)
    count = page.locator("[data-facet=language] li:has(input[value=es]) .hub-count")
    assert count.text_content() == str(len(speaking))
    assert asked == ["es/search/index.json"]


def test_untranslated_resources_are_not_found_by_words_of_another_language(page: Page, partly: str) -> None:
    """Their English words have their own index; until that is asked, the reader's language comes first and alone."""
    asked = indexes(page)
    (own,) = groups(page, at(partly, "es", "?q=encuesta"))
    assert own["ids"] == ["california-school-parent-survey"] and own["langs"] == [""]
    assert asked == ["es/search/index.json"]


@pytest.mark.parametrize(
    ("tag", "query"),
    [("ar", "اجتماع IEP"), ("ar", "IEP"), ("zh-Hans", "什么是IEP"), ("es", "reunión IEP"), ("es", "padres 504")],
)
def test_a_school_word_leads_to_what_only_english_tells(page: Page, partly: str, tag: str, query: str) -> None:
    asked = indexes(page)
    foreign, *rest = groups(page, at(partly, tag, f"?q={query}"))
    wants = "plan-504-explained" if "504" in query else "iep-first-meeting"
    assert wants in foreign["ids"][:2] and foreign["langs"] == ["en"]
    assert not rest or (rest[0]["langs"] == [""] and rest[0]["label"] and foreign["label"].endswith("English"))
    assert asked == [f"{tag}/search/index.json", "search/index.json"]
    for href in page.locator(".hub-card h3 a").evaluate_all("links => links.map((a) => a.href.split('#')[0])"):
        assert page.request.get(href).ok


def test_a_word_of_the_glossary_is_found_by_its_english_letters(page: Page, partly: str) -> None:
    (foreign,) = groups(page, at(partly, "ar", "?q=IEP"))
    assert "#iep" in foreign["ids"] and foreign["langs"] == ["en"]
    own, foreign = groups(page, at(partly, "ar", "?q=امتحان ELPAC"))
    assert (own["langs"], foreign["langs"]) == ([""], ["en"])
    assert own["ids"][0] == "#elpac" and "elpac-practice" in foreign["ids"]


def test_a_slip_is_not_looked_for_in_another_language(page: Page, partly: str) -> None:
    """Else the Spanish word for a role, with one letter changed, brings everything about papers."""
    assert groups(page, at(partly, "es", "?q=papel")) == []
    (foreign,) = groups(page, at(partly, "es", "?q=kindergaten"))
    assert "kindergarten-signup" in foreign["ids"]


def test_a_foreign_title_stands_over_its_summary(page: Page, partly: str) -> None:
    groups(page, at(partly, "ar", "?kind=video"))
    card = page.locator(".hub-card").first
    assert {card.locator(part).evaluate("e => getComputedStyle(e).direction") for part in ("h3", ".hub-summary")} == {
        "ltr"
    }


def test_without_the_second_index_the_first_still_answers(browser: Browser, partly: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/hub/search/index.json", lambda route: route.abort())
    word, own = groups(page, at(partly, "ar", "?q=اجتماع IEP"))
    assert word["ids"] == ["#iep"] and own["langs"] == [""]
    context.close()


# What is typed and what must be found by it: tag, query, text.
PAIRS = {
    "a word that is not yet written out": ("zh-Hant", "學校手", "學校的手冊"),
    "the last character of a run": ("zh-Hans", "书", "为孩子读书"),
    "the last character before a number": ("zh-Hans", "会", "家长会 2026"),
    "a first character": ("zh-Hans", "家", "家长会"),
    "a last syllable": ("ko", "책", "동화책을 읽어요"),
    "two Traditional variants of a character": ("zh-Hant", "裏", "學校裡"),
    "Traditional for Simplified": ("zh-Hans", "學校", "学校"),
    "a character that Traditional has for some words only": ("zh-Hans", "瞭解", "了解"),
    "another such": ("zh-Hans", "回覆", "回复"),
    "a character as Taiwan writes it": ("zh-Hans", "看著", "看着"),
    "a character as Hong Kong writes it": ("zh-Hans", "衞生", "卫生"),
    "Simplified for Traditional": ("zh-Hant", "借口", "藉口"),
    "a number in digits": ("en", "title 1", "Title I money"),
    "a number as Romans wrote it": ("es", "title iii", "Dinero de Title 3"),
    "vaccine for vaccinations": ("en", "vaccine", "Vaccinations"),
    "a doubled letter": ("en", "planning", "A plan"),
    "reduplication": ("tl", "basa", "Pagbabasa"),
    "reduplication of a u": ("tl", "pulong", "Pagpupulong"),
    "an infix": ("tl", "sulat", "Sumusulat"),
    "a broken plural": ("ar", "مدرسة", "المدارس"),
    "a broken plural of another shape": ("ar", "طفل", "للأطفال"),
    "a plural with a doubled root": ("ar", "حقي", "حقوق الوالدين"),
    "what a hyphen joins": ("vi", "vacxin", "vắc-xin"),
    "a word in two syllables": ("hmn", "me nyuam", "cov menyuam"),
    "a word that begins with a vowel, apart": ("hmn", "as kiv", "lus Askiv"),
    "without letters of tone": ("hmn", "tse kaw ntaw", "tsev kawm ntawv"),
    "Armenian ew": ("hy", "եւ տարեվերջ", "տարեւերջ"),
    "tippi and bindi": ("pa", "ਪਂਜਾਬੀ", "ਪੰਜਾਬੀ"),
    "a crossed letter": ("vi", "dong", "đông"),
}
READ = """([data, query]) => HubSearch.read(data).find(query, {}).hits.map(({ path }) => path)"""


def little(tag: str, *titles: str) -> dict[str, Any]:
    """Return the index of a hub that holds nothing but titles."""
    facts: list[Any] = ["guide", [], [], "", [], "pdf", "free"]
    rows = [[f"resources/{n}/", title, "", "", "", *facts] for n, title in enumerate(titles)]
    facets = [{"name": name, "values": []} for name in ("kind", "topic", "language")]
    rules = {"rules": analyzer(tag), "variants": variants("".join(titles))}
    return {"locale": tag, "source": "en", "facets": facets, "fields": FIELDS, "docs": rows, "others": [], **rules}


@pytest.mark.parametrize(("tag", "query", "text"), PAIRS.values(), ids=PAIRS)
def test_what_is_typed_finds_what_is_written(page: Page, address: str, tag: str, query: str, text: str) -> None:
    page.goto(at(address, "en"))
    assert page.evaluate(READ, [little(tag, "Title", text, "Title II"), query]) == ["resources/1/"]


def test_a_word_that_is_written_so_is_no_slip_of_another(page: Page, address: str) -> None:
    page.goto(at(address, "en"))
    assert page.evaluate(READ, [little("tl", "Pulong", "Tulong"), "tulong"]) == ["resources/1/"]
    assert page.evaluate(READ, [little("tl", "Pulong", "Gabay"), "polong"]) == ["resources/0/"]


# Whole sentences as people type them, each with what must come first.
SENTENCES = [
    ("en", "how can i get an interpreter", "ospi-interpretation-rights"),
    ("en", "where can i find the school lunch form", "school-meals-free"),
    ("zh-Hans", "我需要家访", "parent-teacher-home-visits"),
    ("zh-Hans", "我想让老师来家访可以吗", "parent-teacher-home-visits"),
    ("zh-Hans", "什么是IEP", "iep-first-meeting"),
    ("ko", "통역이 필요해요", "ospi-interpretation-rights"),
    ("ar", "اجتماع IEP", "iep-first-meeting"),
    ("hmn", "kev sib tham IEP", "iep-first-meeting"),
]


@pytest.mark.parametrize(("tag", "query", "wants"), SENTENCES)
def test_a_sentence_is_understood_by_its_rare_words(page: Page, address: str, tag: str, query: str, wants: str) -> None:
    page.goto(at(address, tag))
    assert page.evaluate(ASK, [query])[0][0] == wants
