"""The reference site in all its languages: each page says what it speaks, leads somewhere, and stays light."""

import gzip
from pathlib import Path

import pytest
import yaml

from builds import ROOT
from crawl import Site
from kinds import KINDS, path_in
from resourcehub.languages.locales import builtin
from resourcehub.outputs.offline import FILE as OFFLINE

_SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
TAGS = [
    tongue["locale"]
    for plugin in yaml.safe_load(_SETTINGS)["plugins"]
    if "i18n" in plugin
    for tongue in plugin["i18n"]["languages"]
]
SECOND, GUIDE = 8_000, 8_200  # bytes, gzipped
AUTHORED = ("home", "section", "family", "glossary", "words", "sentences", "explainer", "strategy", "about", "privacy")


@pytest.fixture(scope="module")
def site(fourteen: Path) -> Site:
    return Site(fourteen)


def test_there_are_fourteen_and_all_stand_in_the_menu(site: Site) -> None:
    assert len(TAGS) == 14
    for tag in TAGS:
        menu = site.pages[f"/{path_in(tag, 'families/')}"].text("//details[@class='hub-languages']/ul/li/a/@lang")
        assert menu == TAGS


def test_every_link_leads_somewhere(site: Site) -> None:
    assert site.dead_links() == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_page_is_in_its_language_and_says_so(site: Site, tag: str) -> None:
    """The words of a page are its own, not English ones under another name."""
    locale = builtin()[tag]
    for kind in AUTHORED:
        page = site.pages[f"/{path_in(tag, KINDS[kind])}"]
        assert (page.tree.get("lang"), page.tree.get("dir")) == (tag, locale.direction)
        title = page.tree.xpath("//h1")[0]
        assert all(mark in (None, tag) for mark in (title.get("lang"), *title.xpath("ancestor::*/@lang"))), kind
        english = site.pages[f"/{KINDS[kind]}"].tree.xpath("//h1")[0].text_content()
        assert tag == "en" or title.text_content() != english, kind


@pytest.mark.parametrize("kind", AUTHORED)
def test_translations_are_named_to_search_engines(site: Site, kind: str) -> None:
    for tag in TAGS:
        page = site.pages[f"/{path_in(tag, KINDS[kind])}"]
        assert set(page.text("//link[@rel='alternate']/@hreflang")) == set(TAGS)
        assert page.text("//link[@rel='canonical']/@href") == [f"https://hub.example.org{page.address}"]


def test_every_page_is_light(fourteen: Path) -> None:
    """As ``test_light.py`` weighs it for some languages; a page of a guide, which no family reads, may weigh more."""
    found = {}
    for page in fourteen.rglob("*.html"):
        name = page.relative_to(fourteen).as_posix()
        weight = len(gzip.compress(page.read_bytes()))
        if page.name != OFFLINE and weight > (GUIDE if "contribute/" in name else SECOND):
            found[name] = weight
    assert found == {}
