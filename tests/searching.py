"""What the tests of search share: the hub in fourteen languages, what people type, the search in a page."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

from builds import ROOT
from resourcehub.outputs.pieces import search_files

HERE = ROOT / "tests/search"
LOCALES = ("en", "es", "zh-Hans", "zh-Hant", "vi", "ar", "tl", "ko", "ru", "hmn", "fa", "pa", "hy", "uk")
ENGINES = ("whole", "pieces")
SCRIPTS = ("words", "index", "facets", "pieces", "engine", "cut")
ASK = """async (queries) => {
  const index = await HubSearch.open(document.querySelector(".hub-search").dataset.index);
  return Promise.all(queries.map(async (query) => {
    const { groups } = await index.find(query, {});
    return (await Promise.all(groups.map(({ cards }) => cards(5)))).flat().map(({ path }) => path);
  }));
}"""


def script() -> str:
    """Return what makes pieces, as a build gives it to ``search_files``."""
    return "".join((ROOT / f"overrides/assets/search/{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)


def index_of(site: Path, tag: str) -> dict[str, Any]:
    index: dict[str, Any] = json.loads((site / ("" if tag == "en" else tag) / "search/index.json").read_bytes())
    return index


def cut(site: Path) -> None:
    """Put the index of every language of a built site in pieces, as if it were too large to be fetched whole."""
    for path in list(site.glob("**/search/index.json")):
        for name, text in search_files(json.loads(path.read_bytes()), script(), most=0).files.items():
            (path.parent / name).parent.mkdir(exist_ok=True)
            (path.parent / name).write_text(text, encoding="utf-8")


@cache
def table(tag: str, name: str = "queries") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}/{tag}.yaml").read_text(encoding="utf-8"))
    return rows


def failures(page: Page, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the queries whose resource does not come first or second on the page of results that is open."""
    for row, found in zip(rows, page.evaluate(ASK, [row["query"] for row in rows]), strict=True):
        wants = [row["wants"]] if isinstance(row["wants"], str) else row["wants"]
        ends = tuple(name if "/" in name or "#" in name else f"resources/{name}/" for name in wants)
        if not any(path.endswith(ends) for path in found[:2]):
            yield row["query"]


def at(address: str, tag: str, question: str = "") -> str:
    return f"{address}{'' if tag == 'en' else tag + '/'}search/{question}"


def indexes(page: Page) -> list[str]:
    """Note the indexes that a page asks for from now on, in the order in which it does."""
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url.split("/hub/")[1]) if r.url.endswith("index.json") else None)
    return asked
