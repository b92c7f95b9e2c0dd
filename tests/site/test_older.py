"""The oldest browser we promise (Chromium 83 of May 2020) reads, searches, keeps: no button there does nothing.

Where its maker's package has none for the system (``tests/older/browser.py``), these tests are not collected.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from builds import ROOT
from kinds import KINDS, path_in
from older import browser as older

TAGS = ("en", "ar", "zh-Hans", "hmn") if older.here() else ()
WORDS = {"en": "interpreter", "ar": "مترجم", "zh-Hans": "口译", "hmn": "txhais lus"}


@pytest.fixture(scope="module")
def oldest(playwright: Playwright) -> Iterator[Browser]:
    path = older.find()
    assert path, "no oldest browser: run 'make browser'"
    arguments, environment = list(older.ARGUMENTS), older.environment()
    started = playwright.chromium.launch(executable_path=path, args=arguments, env=environment)
    assert started.version.startswith("83.")
    yield started
    started.close()


@pytest.fixture
def page(oldest: Browser) -> Iterator[Page]:
    """A phone's window that fails the test at a script's error."""
    context = oldest.new_context(viewport={"width": 360, "height": 740})
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


# Playwright's own ways of finding, waiting and clicking need a newer browser: these are made of the page's own.
BOX = """name => {
  const found = [...document.querySelectorAll(name)].map((e) => e.getBoundingClientRect());
  const [first] = found.filter((b) => b.width && b.height);
  return first && [first.x, first.y, first.right, first.bottom];
}"""


def box(page: Page, name: str) -> list[float]:
    """Return left, top, right and bottom of the first of such elements that takes room, once there is one."""
    page.wait_for_function(f"name => Boolean(({BOX})(name))", arg=name, timeout=60_000)
    return list(page.evaluate(BOX, name))


def press(page: Page, name: str) -> None:
    """Click it where it stands."""
    box(page, name)
    page.evaluate("name => document.querySelector(name).scrollIntoView({block: 'center'})", name)
    left, top, right, bottom = box(page, name)
    page.mouse.click((left + right) / 2, (top + bottom) / 2)


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_of_page_has_margins_and_hides_the_skip_link(page: Page, address: str, tag: str) -> None:
    for kind, path in KINDS.items():
        page.goto(address + path_in(tag, path))
        left, _, right, _ = box(page, "h1")
        assert left >= 12 and right <= 348, kind
        assert box(page, ".hub-skip")[3] <= 0, kind
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, kind


@pytest.mark.parametrize("tag", TAGS)
def test_menu_and_languages_open(page: Page, address: str, tag: str) -> None:
    page.goto(address + path_in(tag, "families/"))
    for listed, inside in ((".hub-menu", "nav a"), (".hub-languages", "ul a")):
        press(page, f"{listed} summary")
        left, _, right, _ = box(page, f"{listed} {inside}")
        assert left >= 0 and right <= 360
        page.keyboard.press("Escape")
        page.wait_for_function("name => !document.querySelector(name).open", arg=listed)


@pytest.mark.parametrize("tag", TAGS)
def test_search_answers(page: Page, address: str, tag: str) -> None:
    page.goto(f"{address}{path_in(tag, 'search/')}?q={WORDS[tag]}")
    box(page, ".hub-results .hub-card")
    assert page.evaluate("document.querySelector('.hub-waiting').getBoundingClientRect().height") == 0


@pytest.mark.parametrize("tag", TAGS)
def test_the_file_for_reading_offline_opens_and_searches(page: Page, school: Path, tmp_path: Path, tag: str) -> None:
    file = Path(shutil.copy(school / path_in(tag, "offline.html"), tmp_path / "saved.html"))
    page.goto(file.as_uri())
    press(page, ".hub-find input")
    page.keyboard.insert_text(WORDS[tag])
    press(page, ".hub-found a[href]")
    page.wait_for_function("location.hash.startsWith('#p-') && document.querySelector(':target')")


@pytest.mark.parametrize("tag", TAGS[:1])
def test_a_language_is_kept_and_read_without_the_line(page: Page, address: str, tag: str) -> None:
    page.goto(address + path_in(tag, "keep/"))
    press(page, ".hub-keep button:not([hidden])")
    box(page, '.hub-keep [data-state="kept"]')
    page.context.set_offline(True)
    page.goto(address + path_in(tag, "families/"))
    assert box(page, "h1")


def test_the_guide_names_the_browsers_we_promise() -> None:
    words = (ROOT / "docs/contribute/running.md").read_text(encoding="utf-8")
    assert "Chrome 83" in words
