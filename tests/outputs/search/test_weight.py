"""What search weighs: nothing before it is used, then little."""

import gzip
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from builds import ROOT, hub
from resourcehub.outputs.pieces import FIRST, SCRIPT, search_files
from searching import LOCALES, at, index_of, script

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


LONG = (
    "my child cannot read and nobody at school helps with homework or bullying, whom do we ask for a meeting about it"
)
ASK = """async (address) => {
  const found = await (await HubSearch.open(address)).find("%s", {});
  await found.groups[0].cards(10);
  return found.total;
}"""


def shuffled(site: Path, count: int) -> dict[str, Any]:
    """Return the English index with ``count`` resources whose texts are its words in any order: no list is regular."""
    index, chance = index_of(site, "en"), random.Random(7)
    rows = [row for row in index["docs"] if row and len(row) > 5]
    words = [word for row in rows for word in f"{row[1]} {row[2]}".split()]
    text = lambda many: " ".join(chance.choices(words, k=many))  # noqa: E731
    made = [[f"resources/r{n}/", text(6), text(30), "", *rows[n % len(rows)][4:]] for n in range(count)]
    return index | {"docs": made, "resources": count, "others": []}


def test_a_long_question_to_a_large_index_weighs_no_more_than_a_first_search_may(
    page: Page, site: Path, tmp_path: Path, serve_dir: Callable[..., str]
) -> None:
    """Beyond the page itself. What such a question would need is cut to what there is room for."""
    made = search_files(shuffled(site, 3000), script())
    for name, text in made.files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copy(site / "assets/search.js", tmp_path)
    (tmp_path / "index.html").write_text(
        '<!doctype html><link rel="icon" href="data:,"><script src="search.js"></script>'
    )
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    address = serve_dir(tmp_path, "/hub/")
    page.goto(address)
    assert page.evaluate(ASK % LONG, f"{address}index.json") > 0
    page.wait_for_load_state("networkidle")
    weights = {r.url.split("/")[-1]: r.sizes()["responseBodySize"] for r in asked[1:]}
    assert FIRST * 0.8 < sum(weights.values()) <= FIRST
    assert weights["search.js"] <= SCRIPT
