"""How the words of each language are compared: what is typed, and what must be found by it."""

from typing import Any

import pytest
from playwright.sync_api import Page

from resourcehub.outputs.search import FIELDS, analyzer, variants
from searching import at

# What is typed and what must be found by it: tag, query, text.
PAIRS = {
    "a word that is not yet written out": ("zh-Hant", "學校手", "學校的手冊"),
    "the last character of a run": ("zh-Hans", "书", "为孩子读书"),
    "the last character before a number": ("zh-Hans", "会", "家长会 2026"),
    "a first character": ("zh-Hans", "家", "家长会"),
    "a last syllable": ("ko", "책", "동화책을 읽어요"),
    "two Traditional variants of a character": ("zh-Hant", "裏", "學校裡"),
    "a character that Traditional has for some words only": ("zh-Hans", "瞭解", "了解"),
    "another such": ("zh-Hans", "回覆", "回复"),
    "a character as Taiwan writes it": ("zh-Hans", "看著", "看着"),
    "a character as Hong Kong writes it": ("zh-Hans", "衞生", "卫生"),
    "Simplified for Traditional": ("zh-Hant", "借口", "藉口"),
    "Traditional for Simplified": ("zh-Hans", "學校", "学校"),
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
READ = """async ([data, query]) => {
  const { groups } = await (await HubSearch.read(data)).find(query, {});
  return (await Promise.all(groups.map(({ cards }) => cards(9)))).flat().map(({ path }) => path);
}"""


def little(tag: str, *titles: str) -> dict[str, Any]:
    """Return the index of a hub that holds nothing but titles."""
    facts: list[Any] = ["guide", [], [], "", [], "pdf", "free"]
    rows = [[f"resources/{n}/", title, "", "", "", *facts] for n, title in enumerate(titles)]
    facets = [{"name": name, "values": []} for name in ("kind", "topic", "language")]
    rules = {"rules": analyzer(tag), "variants": variants("".join(titles))}
    known = {"locale": tag, "source": "en", "script": "\\p{Script=Latn}", "resources": len(rows), "others": []}
    return {**known, "facets": facets, "fields": FIELDS, "docs": rows, **rules}


@pytest.mark.parametrize(("tag", "query", "text"), PAIRS.values(), ids=PAIRS)
def test_what_is_typed_finds_what_is_written(page: Page, address: str, tag: str, query: str, text: str) -> None:
    page.goto(at(address, "en"))
    assert page.evaluate(READ, [little(tag, "Title", text, "Title II"), query]) == ["resources/1/"]


def test_a_word_that_is_written_so_is_no_slip_of_another(page: Page, address: str) -> None:
    page.goto(at(address, "en"))
    assert page.evaluate(READ, [little("tl", "Pulong", "Tulong"), "tulong"]) == ["resources/1/"]
    assert page.evaluate(READ, [little("tl", "Pulong", "Gabay"), "polong"]) == ["resources/0/"]


TONES = little("vi", "Nhà ở", "Nhau thai", "Có gì", "Cô giáo")


@pytest.mark.parametrize(
    ("query", "found"),
    [("nhà trường", [0]), ("nha", [0, 1]), ("cô", [3]), ("co", [2, 3]), ("nh", [])],
)
def test_marks_that_are_typed_are_meant_and_a_syllable_is_whole(
    page: Page, address: str, query: str, found: list[int]
) -> None:
    page.goto(at(address, "en"))
    assert sorted(page.evaluate(READ, [TONES, query])) == [f"resources/{n}/" for n in found]


def test_the_name_of_the_source_language_says_nothing_of_what_is_in_it(page: Page, address: str) -> None:
    index = little("es", "Libro", "Curso de inglés")
    index["facets"][2]["values"] = [["en", "Inglés"], ["es", "Español"]]
    for row in index["docs"]:
        row[9] = ["en"]
    page.goto(at(address, "en"))
    assert page.evaluate(READ, [index, "inglés"]) == ["resources/1/"]


def test_a_long_speech_is_heard_to_its_end(page: Page, address: str) -> None:
    page.goto(at(address, "en"))
    speech = "what can i do " * 30 + "bullying"
    assert page.evaluate(READ, [little("en", "A plan", "Bullying"), speech]) == ["resources/1/"]
