"""Search in fourteen languages, asked in Chromium on the pages of a built hub (``tests/search/hub``).

``tests/search/queries/<tag>.yaml`` holds what people type; each query names the resource that must come first or
second. The tables were written without a look at the search code. A query that fails stays, with ``fails: true``,
and the test says so when it no longer does.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Request, expect

from builds import ROOT, hub

HERE = ROOT / "tests/search"
TABLES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((HERE / "queries").glob("*"))}
LOCALES = ("en", "es", "zh-Hans", "zh-Hant", "vi", "ar", "tl", "ko", "ru", "hmn", "fa", "pa", "hy", "uk")
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
