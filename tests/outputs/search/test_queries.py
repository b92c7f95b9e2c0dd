"""Search in fourteen languages, asked in Chromium on the pages of a built hub (``tests/search/hub``), on both engines.

``tests/search/queries/<tag>.yaml`` holds what people type; each query names the resource that must come first or
second, and so do the later tables ``further`` and, for the published site, ``reference``. The tables were written
without a look at the search code. A query that fails stays, with ``fails: true``, and the test says so when it no
longer does.
"""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from opencc import OpenCC
from playwright.sync_api import Page

from builds import ROOT, hub
from searching import ASK, ENGINES, LOCALES, at, failures, index_of, table

FURTHER = ("en", "es", "ar", "zh-Hans")


@pytest.mark.parametrize("tag", LOCALES)
def test_the_hub_is_large_and_speaks_every_language(site: Path, tag: str) -> None:
    index = index_of(site, tag)
    assert sum(row[0].startswith("resources/") for row in filter(None, index["docs"])) >= 100
    assert index["others"] == []
    assert len(table(tag)) >= 10


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("tag", LOCALES)
def test_each_query_finds_its_resource_first_or_second(
    page: Page, engines: dict[str, str], tag: str, engine: str
) -> None:
    page.goto(at(engines[engine], tag))
    rows = table(tag) + (table(tag, "further") if tag in FURTHER else [])
    assert list(failures(page, rows)) == [row["query"] for row in rows if row.get("fails")]


def test_on_the_published_site_words_and_pages_are_found(
    page: Page, tmp_path: Path, serve_dir: Callable[..., str]
) -> None:
    address = serve_dir(hub(ROOT, tmp_path / "site"), "/hub/")
    for tag in FURTHER:
        page.goto(at(address, tag))
        rows = table(tag, "reference")
        assert list(failures(page, rows)) == [row["query"] for row in rows if row.get("fails")]


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
    texts = {row[0]: beginnings(tag, f"{row[1]} {row[2]}") for row in index_of(site, tag)["docs"] if row and row[5:]}
    alone = set()
    for row in table(tag):
        others = [text for path, text in texts.items() if path != f"resources/{row['wants']}/"]
        if max(sum(holds(text, word) for text in others) for word in beginnings(tag, row["query"])) < 3:
            alone.add(row["query"])
    assert alone == ALONE.get(tag, set())
    assert len(table(tag)) - len(alone) >= 10


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


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("tag", "query", "wants"), SENTENCES)
def test_a_sentence_is_understood_by_its_rare_words(
    page: Page, engines: dict[str, str], tag: str, query: str, wants: str, engine: str
) -> None:
    page.goto(at(engines[engine], tag))
    assert page.evaluate(ASK, [query])[0][0] == f"resources/{wants}/"
