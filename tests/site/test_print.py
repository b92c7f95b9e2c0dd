"""On paper: black and white at Letter and A4, addresses of links, number and code, the school in the foot, no menus."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from kinds import CLASSES, KINDS, TAGS, path_in

MENUS = (
    *(".hub-menu", ".hub-languages", ".hub-find", ".hub-facets", ".hub-pager", ".hub-scheme", ".hub-share"),
    *(".hub-links", ".hub-offer", ".hub-skip"),
)
SHOWN = "names => [...document.querySelectorAll(names.join())].filter((e) => e.checkVisibility()).length"
CODE = "(({ complete, naturalWidth }) => complete && naturalWidth)(document.querySelector('.hub-paper img'))"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.fixture
def printed(page: Page, tmp_path: Path, address: str) -> Callable[[str], dict[str, PdfReader]]:
    """A function that opens a page and prints it to a file for each size of paper."""

    def to_papers(path: str) -> dict[str, PdfReader]:
        page.goto(address + path)
        return {paper: PdfReader(print_to(page, tmp_path / f"{paper}.pdf", paper)) for paper in ("Letter", "A4")}

    return to_papers


def print_to(page: Page, file: Path, paper: str) -> Path:
    page.pdf(path=file, format=paper, prefer_css_page_size=False)
    return file


def text(paper: PdfReader) -> str:
    """Return the words of a print in one line. Letters are told apart whatever their order."""
    return " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())


@pytest.mark.parametrize("tag", CLASSES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_prints_without_its_menus(
    printed: Callable[[str], dict[str, PdfReader]], page: Page, kind: str, tag: str
) -> None:
    path = path_in(tag, KINDS[kind])
    for size, paper in printed(path).items():
        words = text(paper)
        for said in ("Valley School", "555 0100"):
            assert said in words or said[::-1] in words, size  # extracted as seen: backwards in right-to-left lines
        assert f"https://school.example.org/hub/{path}" in words.replace(" ", ""), size
    assert page.evaluate(SHOWN, MENUS) == 0
    assert page.evaluate(CODE) >= 29, "the code did not arrive"


@pytest.mark.parametrize("tag", TAGS)
def test_resources_and_explainers_fit_two_pages(
    printed: Callable[[str], dict[str, PdfReader]], school: Path, tag: str
) -> None:
    explainers = [f"myths/{path.parent.name}/" for path in (school / "myths").glob("*/index.html")]
    heaviest = sorted(
        (school / path_in(tag, "resources")).glob("*/index.html"),
        key=lambda path: path.stat().st_size * ("hub-resource" in path.read_text()),
    )[-4:]
    paths = (*explainers, *(f"resources/{path.parent.name}/" for path in heaviest))
    counts = {(path, size): len(paper.pages) for path in paths for size, paper in printed(path_in(tag, path)).items()}
    assert len(explainers) >= 3
    assert {where: count for where, count in counts.items() if count > 2} == {}


def test_links_show_where_they_lead_and_the_sheet_its_number(
    printed: Callable[[str], dict[str, PdfReader]],
) -> None:
    words = text(printed("resources/ospi-interpretation-rights/")["Letter"]).replace(" ", "")
    assert "<https://ospi.k12.wa.us/policy-funding/equity-and-civil-rights/language-access>" in words
    assert re.search(r"Sheetnumber:\d+", words)


def test_the_code_on_paper_leads_to_its_own_page(school: Path) -> None:
    """Read back by a program that knows nothing of how it was made."""
    import zxingcpp
    from PIL import Image

    for path in ("es/resources/ospi-interpretation-rights/", "", "12/", "ar/families/words/"):
        with Image.open(school / path / "qr.png") as picture:
            large = picture.convert("L").resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST)
        assert [code.text for code in zxingcpp.read_barcodes(large)] == [f"https://school.example.org/hub/{path}"]


def test_paper_is_black_on_white(page: Page, address: str) -> None:
    """Dark schemes too: ink on paper is black, the paper itself is never printed."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address + KINDS["explainer"])
    look = "(s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).map((e) => getComputedStyle(e))"
    inks = page.evaluate(f"({look})('body, main *').map((s) => s.color)")
    grounds = page.evaluate(f"({look})('body, main *').map((s) => s.backgroundColor)")
    assert set(inks) == {"rgb(0, 0, 0)"}
    assert set(grounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    page.emulate_media(media="print", color_scheme="light")
