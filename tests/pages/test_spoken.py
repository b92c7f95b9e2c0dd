"""A language stands in the menu once its home page and its labels are there, or the share that a school sets."""

from pathlib import Path

import pytest

from builds import HUBS, hub
from crawl import Site
from layered import ENGLISH, district, read
from resourcehub.hub import Hub
from small import front

HEAD = 'msgid ""\nmsgstr "Language: {}\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
LABELS = ("kinds/guide", "kinds/place", "topics/literacy", "topics/money", "audiences/families")


def po(tag: str, names: tuple[str, ...] = LABELS) -> str:
    rows = (f'\nmsgctxt "{n}/title"\nmsgid "{n.split("/")[1]}"\nmsgstr "{n.split("/")[1]}."\n' for n in names)
    return HEAD.format(tag) + "".join(rows)


def speaking(root: Path, options: str, files: dict[str, str], tag: str = "es") -> Hub:
    folder = district(root, options=options, files=files)
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text().replace(ENGLISH, f"{ENGLISH}\n        - {{locale: {tag}}}"))
    return read(folder)


HOME = {"docs/index.es.md": front("Inicio")}
WORDS = {"docs/translations/es.po": po("es")}


@pytest.mark.parametrize(
    ("files", "options", "stands"),
    [
        (HOME | WORDS, "", True),
        (HOME, "", False),
        (WORDS, "", False),
        (HOME | {"docs/translations/es.po": po("es", LABELS[:4])}, "", False),
        ({}, "switcher: 0", True),
        (WORDS, "switcher: 20%", True),
        (WORDS, "switcher: 90%", False),
    ],
)
def test_home_page_and_labels_or_a_share(tmp_path: Path, files: dict[str, str], options: str, stands: bool) -> None:
    found = speaking(tmp_path, options, files)
    assert found.speaks("en") and found.speaks("es") is stands


def test_a_language_without_words_of_the_interface_is_said_at_once(tmp_path: Path) -> None:
    files = {"docs/index.km.md": front("Home"), "docs/translations/km.po": po("km")}
    found = speaking(tmp_path, "", files, "km")
    said = [p for p in found.problems if p.code == "no-interface-words"]
    assert [(str(p.place), p.severity) for p in said] == [("docs/translations/km.po", "warning")]
    assert "buttons would be English" in said[0].message and "Khmer" in said[0].message
    assert not found.speaks("km")


def test_a_few_pages_stand_apart_in_menu_and_home_page(tmp_path: Path) -> None:
    site = Site(hub(HUBS / "partial", tmp_path / "site"))
    home = site.pages["/"]
    menu = "//details[@class='hub-languages']/ul/li"
    assert home.text(f"{menu}/a/@lang") == ["en"]
    assert home.text(f"{menu}[@class='hub-few']/ul/li/a/@lang") == ["ar", "hmn"]
    assert site.dead_links() == []
