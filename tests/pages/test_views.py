"""What pages and lists show of resources: decided in Python, in the reader's language."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builds import HUBS
from resourcehub.hub import Hub, load
from resourcehub.languages.locales import Text
from resourcehub.languages.localize import LocalCatalog, LocalResource
from resourcehub.options import Settings
from resourcehub.pages.authored import base_of, cite, document_view, numbers, path_of
from resourcehub.pages.browse import PAGE_SIZE, active, facets, listings
from resourcehub.pages.inventory import newest, paths
from resourcehub.pages.views import view
from resourcehub.pages.voice import Link, Voice, grade_words


@pytest.fixture(scope="module")
def hub() -> Hub:
    found = load(
        Settings(HUBS / "partial", "en", ("en", "ar", "hmn"), site_url="https://hub.example.org/", indexable=True)
    )
    assert [p for p in found.problems if p.severity == "error"] == []
    return found


def shown(hub: Hub, tag: str, name: str) -> dict[str, list[str]]:
    voice = hub.voice(tag)
    facts = view(voice.catalog.resources[name], voice).facts
    return {fact.name: [value.text.text for value in fact.values] for fact in facts}


def test_every_fact_of_a_resource_is_told_in_words(hub: Hub) -> None:
    assert shown(hub, "en", "first-guide") == {
        "kind": ["Guide"],
        "audience": ["Families"],
        "topic": ["Reading"],
        "grades": ["Kindergarten", "Grade 12"],
        "language": ["English", "Arabic"],
        "format": ["PDF", "12 pages", "1.5 MB"],
        "cost": ["Free"],
        "login": ["Not needed"],
        "publisher": ["Example Press"],
        "authors": ["Jane Doe"],
        "year": ["2014"],
        "license": ["CC BY 4.0"],
        "checked": ["January 20, 2026"],
        "number": ["1"],
    }
    assert shown(hub, "en", "second-guide")["checked"] == ["Not yet checked by a person"]
    assert shown(hub, "ar", "first-guide")["format"] == ["ملف PDF", "12 صفحة", "1.5 ميغابايت"]


@pytest.mark.parametrize(("count", "few", "more"), [(0, 0, 0), (5, 5, 0), (6, 6, 0), (7, 5, 2), (20, 5, 15)])
def test_a_card_shows_a_few_values_and_the_number_of_the_others(hub: Hub, count: int, few: int, more: int) -> None:
    fact = hub.voice("en").fact(
        "language", count, lambda: [Link(Text(str(n), hub.registry["en"])) for n in range(count)]
    )
    assert (len(fact.few), fact.more) == (few, more)
    assert fact.few == fact.values[:few]


def test_a_card_tells_first_what_decides(hub: Hub) -> None:
    card = view(hub.voice("en").catalog.resources["first-guide"], hub.voice("en"))
    assert [f.name for f in card.first] == ["audience", "language", "format", "cost", "login"]
    assert [f.name for f in card.second] == ["publisher", "year", "checked", "number"]


def test_the_readers_own_language_stands_before_the_others(hub: Hub) -> None:
    assert hub.voice("ar").own_first(["en", "es", "zh", "ar-EG"]) == ["ar-EG", "en", "es", "zh"]
    assert hub.voice("hmn").own_first(["en", "es"]) == ["en", "es"]
    assert shown(hub, "ar", "first-guide")["language"] == ["العربية", "الإنجليزية"]


def test_the_link_leads_to_the_readers_edition_and_says_so_when_it_is_foreign(hub: Hub) -> None:
    for tag, href, foreign in (
        ("en", "https://example.org/first.pdf", False),
        ("ar", "https://example.org/first-ar.pdf", False),
        ("hmn", "https://example.org/first.pdf", True),
    ):
        found = view(hub.voice(tag).catalog.resources["first-guide"], hub.voice(tag))
        assert (found.href, found.foreign) == (href, foreign), tag


def test_a_listing_page_and_a_bare_address_are_told_apart(hub: Hub) -> None:
    second = view(hub.voice("en").catalog.resources["second-guide"], hub.voice("en"))
    assert (second.listed, second.insecure) == (True, True)


def test_an_address_that_failed_twice_is_told_of_on_the_page_that_leads_there(hub: Hub) -> None:
    voice = replace(hub.voice("en"), broken=frozenset({"https://example.org/first.pdf"}))
    failed = {name: view(item, voice).failed for name, item in voice.catalog.resources.items()}
    assert failed["first-guide"] and list(failed.values()).count(True) == 1
    assert not view(voice.catalog.resources["first-guide"], hub.voice("en")).failed


def test_a_retired_resource_leads_to_its_successor_and_into_no_list(hub: Hub) -> None:
    third = view(hub.voice("ar").catalog.resources["third-guide"], hub.voice("ar"))
    assert third.replaced_by and third.replaced_by.path == "resources/first-guide/"
    assert {value.path for fact in third.facts for value in fact.values} == {None}
    assert (third.stale, third.machine, third.translated) == (True, False, True)


def test_states_of_translation(hub: Hub) -> None:
    first = view(hub.voice("ar").catalog.resources["first-guide"], hub.voice("ar"))
    assert (first.translated, first.machine, first.stale) == (True, True, False)
    assert first.original and first.original.text == "First guide"
    assert first.details[0].locale.tag == "en"
    second = view(hub.voice("ar").catalog.resources["second-guide"], hub.voice("ar"))
    assert (second.translated, second.original) == (False, None)
    assert hub.speaking("first-guide") == ["en", "ar", "hmn"]
    assert hub.speaking("second-guide") == ["en"]


def test_pages_know_if_they_are_stale_or_missing(hub: Hub) -> None:
    page = document_view(hub.document("myths/books.md", "ar"), hub.documents, hub.voice("ar"))
    assert (page.missing, page.machine, page.stale) == (False, True, True)
    fallback = document_view(hub.document("about.md", "en"), hub.documents, hub.voice("hmn"))
    assert (fallback.missing, fallback.title.locale.tag) == (True, "en")


def test_heads_speak_of_true_translations_only(hub: Hub) -> None:
    own = hub.head("ar", "x/", ["en", "ar"])
    assert own["canonical"] == "https://hub.example.org/ar/x/"
    assert own["alternates"] == [("en", "https://hub.example.org/x/"), ("ar", "https://hub.example.org/ar/x/")]
    fallback = hub.head("hmn", "x/", ["en", "ar"])
    assert (fallback["canonical"], fallback["alternates"]) == ("https://hub.example.org/x/", [])
    assert hub.head("ar", "x/", ["en", "ar"], noindex=True)["robots"] == "noindex"


def test_grades_in_words(hub: Hub) -> None:
    words = hub.words["en"]
    assert [t.text for t in grade_words("birth-PK", words)] == ["Birth", "Preschool"]
    assert [t.text for t in grade_words("6", words)] == ["Grade 6"]


def many(hub: Hub, count: int) -> Voice:
    """A voice over ``count`` copies of the first resource."""
    voice = hub.voice("en")
    item = voice.catalog.resources["first-guide"]

    def copy(n: int) -> LocalResource:
        added = date(2026, 1, 1 + n % 28)
        return replace(item, resource=item.resource.model_copy(update={"id": f"copy-{n}", "added": added}))

    catalog: LocalCatalog = replace(voice.catalog, resources={f"copy-{n}": copy(n) for n in range(count)})
    return replace(voice, catalog=catalog)


def test_lists_are_paged_with_titles_of_their_own(hub: Hub) -> None:
    pages = [p for p in listings(many(hub, 2 * PAGE_SIZE + 1)) if p.path.startswith("resources/kind/")]
    assert [(p.path, len(p.items)) for p in pages] == [
        ("resources/kind/guide/", PAGE_SIZE),
        ("resources/kind/guide/page/2/", PAGE_SIZE),
        ("resources/kind/guide/page/3/", 1),
    ]
    assert [p.title.text for p in pages] == ["Guides", "Guides, page 2", "Guides, page 3"]
    assert pages[2].at(1) == "resources/kind/guide/" and pages[0].at(2) == "resources/kind/guide/page/2/"
    assert len({p.description.text for p in pages}) == 3


def meant(hub: Hub, **audiences: str) -> Voice:
    """A voice over copies of the first resource, one for each id with its audiences, added on one day."""
    voice = hub.voice("en")
    item, term = voice.catalog.resources["first-guide"], voice.catalog.audiences["families"]
    terms = {name: replace(term, id=name) for name in ("families", "leaders", "educators")}
    copies = {
        name: replace(item, resource=item.resource.model_copy(update={"id": name, "audiences": tuple(words.split())}))
        for name, words in audiences.items()
    }
    return replace(voice, catalog=replace(voice.catalog, audiences=terms, resources=copies))


def test_the_list_for_an_audience_begins_with_what_is_for_it_alone_then_first_of_all(hub: Hub) -> None:
    voice = meant(hub, a="leaders families", b="families leaders", c="leaders", d="families", e="families educators")
    lists = {p.path: [r.resource.id for r in p.items] for p in listings(voice)}
    assert lists["resources/audience/families/"] == ["d", "b", "e", "a"]
    assert lists["resources/audience/leaders/"] == ["c", "a", "b"]
    assert lists["resources/"] == ["a", "b", "c", "d", "e"]


def test_of_what_was_added_on_one_day_that_for_families_is_told_first(hub: Hub) -> None:
    voice = meant(hub, a="leaders", b="leaders families", c="families leaders", d="educators", e="families")
    assert [r.id for r in newest(voice, 5)] == ["e", "c", "b", "a", "d"]


def test_lists_show_active_resources_those_in_the_readers_words_first(hub: Hub) -> None:
    assert [r.resource.id for r in active(hub.voice("ar"))] == ["first-guide", "second-guide"]
    counts = {f.name: [n for _, n in f.choices] for f in facets(hub.voice("en"))}
    assert counts == {"kind": [2], "topic": [2], "audience": [2], "language": [1, 2]}


def test_every_stamped_page_has_one_path(hub: Hub) -> None:
    found = list(paths(hub.voice("en")))
    assert len(found) == len(set(found)) and "resources/third-guide/" in found


def test_the_latest_are_new(hub: Hub) -> None:
    assert [r.id for r in newest(hub.voice("en"))] == ["second-guide", "first-guide"]


@pytest.mark.parametrize(
    ("key", "path"), [("index.md", ""), ("about.md", "about/"), ("a/index.md", "a/"), ("a/b.md", "a/b/")]
)
def test_paths_and_the_way_back(key: str, path: str) -> None:
    assert path_of(key) == path
    assert base_of("") == "./" and base_of("es/a/") == "../../"


def test_sources_are_numbered_claims_first_and_authors_set_in_one_line(hub: Hub) -> None:
    assert numbers(hub.document("myths/books.md", "en"), ("old-2001",)) == {"old-2001": 1}
    assert cite(1, hub.file.catalog.citations[0]).authors == "Doe, J. A., & A body"


def test_settings_know_addresses(tmp_path: Path) -> None:
    settings = Settings(tmp_path, "en", ("en", "es"), site_url="https://x.org/hub/", repo_url="https://github.com/a/b/")
    assert (settings.site_path, settings.prefix("en"), settings.prefix("es")) == ("/hub/", "", "es/")
    assert settings.source_href("resources.yaml", 7) == "https://github.com/a/b/blob/main/resources.yaml?plain=1#L7"
    assert Settings(tmp_path, "en", ("en",)).source_href("x") is None
