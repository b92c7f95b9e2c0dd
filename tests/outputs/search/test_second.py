"""What nobody has translated yet: shown and counted in the reader's language, found through the source language."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from builds import hub
from searching import ENGINES, HERE, at, cut, indexes

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


@pytest.fixture(scope="module", params=ENGINES)
def partly(request: pytest.FixtureRequest, sites: dict[str, Path], serve_dir: Callable[..., str]) -> str:
    """Serve a hub most of which nobody has translated yet, with each engine."""
    return serve_dir(sites[request.param], "/hub/")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
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
    whole = hub(root, root / "site")
    cut(Path(shutil.copytree(whole, root / "pieces")))
    return {"whole": whole, "pieces": root / "pieces"}


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
    assert foreign["langs"] == ["en"] and foreign["label"].endswith("English") and len(foreign["ids"]) in (10, 20)
    while page.locator(".hub-more button").is_visible():
        more = min(page.locator(".hub-search .hub-card").count() + 10, len(speaking))
        page.locator(".hub-more button").click()
        page.wait_for_function("n => document.querySelectorAll('.hub-search .hub-card').length >= n", arg=more)
    expect(page.locator(".hub-search .hub-card")).to_have_count(len(speaking))
    assert {i for group in page.evaluate(CARDS) for i in group["ids"]} == set(speaking)
    page.locator(".hub-narrow > summary").click()
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
