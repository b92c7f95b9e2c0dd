"""A large index in pieces: when it is cut, what the files are, and that it answers as the whole one does."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from resourcehub.outputs.pieces import WHOLE, search_files
from searching import ENGINES, at, index_of, script

LARGEST = 3000
ANSWER = """async ([query, chosen]) => {
  const index = await HubSearch.open(document.querySelector(".hub-search").dataset.index);
  const found = await index.find(query, chosen);
  const cards = await Promise.all(found.groups.map(({ cards }) => cards(10)));
  return [found.total, await found.counts(), cards.flat().map((card) => [card.path, card.title, card.format])];
}"""
ASKED = [
    ("en", "", {"topic": ["reading"], "language": ["es", "uk"]}),
    ("en", "bullyed at scool", {}),
    ("en", "reading", {"grades": ["birth"], "cost": ["free"]}),
    ("ar", "تسجيل طفلى فى الروضه", {"kind": ["guide"]}),
    ("zh-Hans", "孩子在学校被同学欺负怎么办", {}),
    ("vi", "nhà trường", {"audience": ["families"]}),
]


def grown(site: Path, times: int) -> dict[str, Any]:
    """Return the English index with each resource several times, its words a little different."""
    index = index_of(site, "en")
    rows = [row for row in index["docs"] if row and len(row) > 5]
    more = [[f"{row[0][:-1]}-{n}/", f"{row[1]} {n}x{i}", *row[2:]] for n in range(times) for i, row in enumerate(rows)]
    return index | {"docs": more, "resources": len(more)}


def test_bytes_decide_and_below_the_limit_the_index_is_one_file(site: Path) -> None:
    small, large = search_files(index_of(site, "en"), script()), search_files(grown(site, 20), script())
    assert list(small.files) == ["index.json"] == list(small.kept)
    assert small.files["index.json"] == small.whole
    assert len(gzip.compress(small.whole.encode())) <= WHOLE < len(gzip.compress(large.whole.encode()))
    assert "terms" in json.loads(large.files["index.json"])


def test_pieces_are_sorted_even_and_the_same_each_time(site: Path) -> None:
    index = index_of(site, "en")
    made = search_files(index, script(), most=0)
    assert made == search_files(index, script(), most=0)
    listed = json.loads(made.files["index.json"])
    words = json.loads(made.files[f"{listed['folder']}/words.json"])
    for letter, firsts in (("t", listed["terms"].split("\n")), ("w", words.split("\n"))):
        pieces = [json.loads(made.files[f"{listed['folder']}/{letter}{n}.json"]) for n in range(len(firsts))]
        lines = [line for piece in pieces for line in piece]
        assert lines == sorted(lines)
        assert all(piece[0].startswith(first) for piece, first in zip(pieces, firsts, strict=True))
        assert all(len(piece) == 1 or sum(map(len, piece)) <= LARGEST for piece in pieces)


def test_another_build_lies_in_another_folder(site: Path) -> None:
    """Else a page that is open while a site is published would mix the pieces of two."""
    index = index_of(site, "en")
    other = index | {"docs": [*index["docs"][:-1], None]}
    folders = {json.loads(search_files(i, script(), most=0).files["index.json"])["folder"] for i in (index, other)}
    assert len(folders) == 2


def test_a_device_keeps_cards_many_at_a_time(site: Path) -> None:
    index = grown(site, 10)
    made = search_files(index, script(), most=0)
    blocks = [name for name in made.kept if "/b" in name]
    assert len(blocks) == -(-len(index["docs"]) // 64)
    assert sum(len(json.loads(made.files[name])) for name in blocks) == len(index["docs"])
    assert len(made.kept) < len(index["docs"]) / 3
    assert set(made.kept) <= set(made.files)


@pytest.mark.parametrize(("tag", "query", "chosen"), ASKED)
def test_both_engines_answer_and_count_alike(
    page: Page, engines: dict[str, str], tag: str, query: str, chosen: dict[str, list[str]]
) -> None:
    answers = []
    for engine in ENGINES:
        page.goto(at(engines[engine], tag))
        answers.append(page.evaluate(ANSWER, [query, chosen]))
    assert answers[0] == answers[1]
    assert answers[0][0] > 0


def test_a_question_fetches_its_pieces_its_cards_and_no_more_until_filters_are_opened(
    page: Page, engines: dict[str, str], pieces: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(at(engines["pieces"], "en", "?q=homework"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    names = [url.split("/")[-1] for url in asked if "/search/" in url and url.endswith(".json")]
    assert names[0] == "index.json"
    assert len([name for name in names if name[0].isdigit()]) == page.locator(".hub-search .hub-card").count()
    assert {name[0] for name in names[1:]} <= {"t", *"0123456789"}
    page.locator(".hub-narrow > summary").click()
    expect(page.locator("[data-facet=topic] .hub-count").first).to_be_attached()
    assert [url for url in asked if url.endswith("/facets.json")]


def test_cards_come_in_blocks_where_single_ones_are_not_kept(page: Page, engines: dict[str, str]) -> None:
    blocks: list[str] = []
    page.on("request", lambda request: blocks.append(request.url) if "/b" in request.url else None)
    page.route(re.compile(r"/search/\w+/\d+\.json$"), lambda route: route.fulfill(body="{"))
    page.goto(at(engines["pieces"], "en", "?q=homework"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    assert blocks
