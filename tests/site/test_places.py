"""Places and the letterhead in a built site: called by a tap, found by their street, at the head of paper."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser
from pypdf import PdfReader

from builds import HUBS, Once, hub

ISOLATED = "getComputedStyle(document.querySelector('.hub-open .hub-button bdi')).unicodeBidi"
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def places(once: Once) -> Path:
    return once("places", lambda folder: hub(HUBS / "places", folder / "site")) / "site"


def page(site: Path, path: str) -> HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes())


def text(element: HtmlElement) -> str:
    return str(element.text_content())


@pytest.mark.parametrize("prefix", ["", "es/", "ar/", "hmn/"])
def test_a_place_is_called_by_its_first_button(places: Path, prefix: str) -> None:
    button = page(places, f"{prefix}resources/clinic").find_class("hub-button")[0]
    (number,) = button.findall(".//bdi")
    assert (button.get("href"), number.text, number.get("dir")) == ("tel:5105550111;ext=7", "(510) 555-0111 x7", "ltr")


def test_a_place_without_a_website_links_to_none(places: Path) -> None:
    pantry = page(places, "resources/pantry")
    assert pantry.find_class("hub-button") == []
    assert "7 Oak Avenue" in text(pantry.find_class("hub-place")[0])
    both = [a.get("href") for a in page(places, "resources/help-line").find_class("hub-button")]
    assert both == ["tel:18004224453", "https://example.org/help-line"]


def test_a_card_shows_number_and_open_days(places: Path) -> None:
    card = next(c for c in page(places, "es/resources").find_class("hub-card") if "clínica" in text(c))
    facts = {name: text(card.find_class(f"hub-fact-{name}")[0]) for name in ("phone", "hours", "spoken")}
    assert "(510) 555-0111 x7" in facts["phone"]
    assert "Miércoles" in facts["hours"] and "cerrado" not in facts["hours"]
    assert "Hmong" in facts["spoken"]


def test_the_languages_of_the_staff_lead_to_a_place_and_its_street_is_searched(places: Path) -> None:
    cards = page(places, "resources/language/hmn").find_class("hub-card")
    assert [card.findtext("h3/a") for card in cards] == ["The clinic on Main Street"]
    index = json.loads((places / "search/index.json").read_text(encoding="utf-8"))
    assert "345 Main Street" in next(row for row in index["docs"] if "clinic" in row[0])[4]


def test_a_message_tells_number_street_and_school(places: Path) -> None:
    (share,) = page(places, "resources/clinic").find_class("hub-share")
    mail = next(a.get("href") for a in share.findall(".//a") if a.get("href").startswith("mailto:"))
    parts = unquote(mail).partition("body=")[2].split("\r\n")
    assert parts[1:] == ["(510) 555-0111 x7", "345 Main Street, 2nd floor", "Valley School: +1 510 555 0100 ext. 12"]


def test_the_file_for_reading_offline_calls_places(places: Path) -> None:
    whole = (places / "ar/offline.html").read_text(encoding="utf-8")
    assert 'href="tel:5105550111;ext=7"' in whole and "345 Main Street, 2nd floor" in whole


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_a_place_fits_a_phone_and_its_paper_begins_with_the_letterhead(
    places: Path, browser: Browser, tmp_path: Path, tag: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    shown = context.new_page()
    shown.goto((places / tag / "resources/clinic/index.html").as_uri())
    assert (shown.evaluate(WIDTH), shown.evaluate(ISOLATED)) == (360, "isolate")
    shown.emulate_media(media="print")
    tops = {
        name: shown.locator(f".hub-{name}").first.bounding_box() for name in ("brand", "contact", "opening", "colophon")
    }
    order = [name for name, box in sorted(tops.items(), key=lambda item: item[1]["y"] if item[1] else -1)]
    assert order == ["brand", "contact", "opening", "colophon"]
    shown.pdf(path=tmp_path / "a.pdf", format="Letter")
    context.close()
    (sheet,) = PdfReader(tmp_path / "a.pdf").pages
    text = "".join(sheet.extract_text().split())  # where a blank stands in a PDF depends on the font
    for said in ("(510) 555-0111 x7", "345 Main Street", "12 Main Street", "+1 510 555 0100 ext. 12"):
        assert "".join(said.split()) in text
