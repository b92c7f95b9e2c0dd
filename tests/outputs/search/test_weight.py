"""What search weighs: nothing before it is used, then little."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from builds import ROOT, hub
from searching import LOCALES, at

MOST = 40_000  # bytes, gzipped: search as a whole, for a hundred resources


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
