"""Weight of every page in every language; what comes over the line is seen in ``test_first_view.py``."""

import gzip
import re
from pathlib import Path

import pytest

from kinds import TAGS, path_in
from resourcehub.outputs.offline import FILE as OFFLINE

SECOND, LATIN_RAW, HEAVIEST_GZIPPED, SCRIPT = 8_000, 12_200, 5_000, 8_000
# What the browser fetches at once: the code for paper waits for the printer.
PICTURE = re.compile(r'<img (?![^>]*loading="lazy")[^>]*src="([^"]+)"')


def own_weight(page: Path) -> int:
    """Return what a page loads beyond what all pages share: its HTML and its pictures, gzipped as the server does."""
    html = page.read_bytes()
    pictures = {(page.parent / src).resolve() for src in PICTURE.findall(html.decode())}
    return sum(len(gzip.compress(data)) for data in (html, *(picture.read_bytes() for picture in pictures)))


def test_every_page_in_every_language_is_light_for_a_second_view(school: Path) -> None:
    pages = [page for page in school.rglob("*.html") if page.name != OFFLINE]
    weights = {page.relative_to(school).as_posix(): own_weight(page) for page in pages}
    assert len(weights) > 1000
    assert {name: weight for name, weight in weights.items() if weight > SECOND} == {}


def resource_pages(school: Path, tag: str) -> list[Path]:
    found = (school / path_in(tag, "resources")).glob("*/index.html")
    return [path for path in found if path.parent.name != "a-z" and 'class="hub-page hub-resource"' in path.read_text()]


@pytest.mark.parametrize("tag", TAGS)
def test_resource_pages_are_small(school: Path, tag: str) -> None:
    pages = {path.parent.name: path.read_bytes() for path in resource_pages(school, tag)}
    assert len(pages) > 80
    if tag in ("en", "es", "hmn"):
        assert {name: len(html) for name, html in pages.items() if len(html) > LATIN_RAW} == {}
    small = {name: len(gzip.compress(html)) for name, html in pages.items()}
    assert {name: size for name, size in small.items() if size > HEAVIEST_GZIPPED} == {}


def test_our_own_script_is_small(school: Path) -> None:
    own = ("assets/hub.js", "keep.js")
    assert sum(len(gzip.compress((school / name).read_bytes())) for name in own) <= SCRIPT
