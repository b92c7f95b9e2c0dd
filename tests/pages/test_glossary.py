"""School words: each is explained on one page, and the list of all, links, search and the offline file lead there."""

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from builds import ROOT
from kinds import TAGS, path_in
from resourcehub.hub import Hub, load
from resourcehub.options import Settings
from resourcehub.pages.glossary import glossary_view, places

FRONT = "families/words/"


@pytest.fixture(scope="module")
def hub() -> Hub:
    return load(Settings(ROOT, "en", TAGS))


def tree(school: Path, address: str) -> html.HtmlElement:
    return html.fromstring((school / address / "index.html").read_bytes().decode("utf-8"))


def test_every_word_has_one_place_in_the_order_of_the_catalog(hub: Hub) -> None:
    words = [term.id for term in hub.file.catalog.glossary]
    found = places(hub.documents, hub.voice("es"))
    assert list(found) == words and len(words) == len(set(words)) >= 40
    assert found["iep"] == "families/words/extra-help/#iep"


@pytest.mark.parametrize("tag", TAGS)
def test_the_list_of_all_leads_to_each_explanation(school: Path, hub: Hub, tag: str) -> None:
    """And an old address such as families/words/#iep still finds that word's line."""
    front = tree(school, path_in(tag, FRONT))
    for term in hub.file.catalog.glossary:
        (link,) = front.xpath("//li[@id=$id]/a", id=term.id)
        assert link.xpath("string(strong)") == term.term
        address, _, place = urljoin(path_in(tag, FRONT), link.get("href")).partition("#")
        (explained,) = tree(school, address).xpath("//*[@id=$id]", id=place)
        assert term.term in explained.text_content() and len(explained.xpath("dd")) >= 1


def test_a_translated_page_explains_the_words_of_its_source_page_in_its_own_language(hub: Hub) -> None:
    spanish, english = (hub.document("families/words/extra-help.md", tag) for tag in ("es", "en"))
    assert spanish.meta.words == ()
    shown = glossary_view(spanish, hub.documents, hub.voice("es"))
    assert [entry.id for entry in shown.explained] == list(english.meta.words)
    assert {entry.meaning.locale.tag for entry in shown.explained} == {"es"}
    assert shown.listed == ()


def test_a_page_of_words_leads_to_the_list_and_to_the_other_pages(hub: Hub) -> None:
    page = hub.document("families/words/english.md", "ar")
    others = glossary_view(page, hub.documents, hub.voice("ar")).others
    assert [link.path for link in others] == [FRONT, *(FRONT + n for n in ("extra-help/", "meetings/", "school-days/"))]
    assert {link.text.locale.tag for link in others} == {"ar"}


def test_other_pages_show_nothing_of_the_glossary(hub: Hub) -> None:
    view = glossary_view(hub.document("families/say-it.md", "en"), hub.documents, hub.voice("en"))
    assert (view.explained, view.listed, view.others, view.ids) == ((), (), (), set())


def test_the_page_for_families_lists_the_list_and_not_the_pages_below_it(school: Path) -> None:
    links = tree(school, "families/").xpath("//*[@class='hub-entries']//@href")
    assert "../families/words/" in links
    assert [link for link in links if "/words/" in link.removesuffix("words/")] == []


@pytest.mark.parametrize("tag", TAGS)
def test_search_and_the_offline_file_lead_to_the_explanation(school: Path, tag: str) -> None:
    index = json.loads((school / path_in(tag, "search/index.json")).read_text(encoding="utf-8"))
    rows = {row[0]: " ".join(str(text) for text in row[1:5]) for row in filter(None, index["docs"])}
    assert "IEP" in rows["families/words/extra-help/#iep"]
    file = html.fromstring((school / path_in(tag, "offline.html")).read_bytes().decode("utf-8"))
    (link,) = file.xpath("//li[@id='p-families-words--iep']/a/@href")
    assert "IEP" in file.get_element_by_id(link.removeprefix("#")).text_content()
