"""Paragraphs that come back find their place in the page; all else of it stays, byte for byte."""

from pathlib import Path

import pytest

from exchanged import back, codes, files, hub, rows, sent
from resourcehub.exchange.row import Row
from resourcehub.problems import errors

PAGE = "docs/about.es.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    hub(tmp_path / "hub")
    return tmp_path / "hub"


def page(root: Path, name: str) -> dict[str, Row]:
    return {row.name.partition("#")[2]: row for row in rows(root).values() if row.name.startswith(f"{name}#")}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paragraph_is_put_in_place_of_the_old_one_and_all_else_stays(root: Path, end: str) -> None:
    file = root / PAGE
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.replace("\n", end).encode())
    row = page(root, "about.md")["1"]
    assert (row.source, row.text) == ("## People", "## Personas")
    assert back(root, sent(row, text="## La gente")).problems == []
    assert file.read_bytes() == text.replace("## Personas", "## La gente").replace("\n", end).encode()


def test_the_texts_of_the_front_matter_are_among_them(root: Path) -> None:
    rows_there = page(root, "about.md")
    back(root, sent(rows_there["title"], text='Quiénes: "nosotros"'), sent(rows_there["description"], text="Sí: #1"))
    after = page(root, "about.md")
    assert (after["title"].text, after["description"].text) == ('Quiénes: "nosotros"', "Sí: #1")
    assert errors(hub(root).problems) == []


def test_a_page_is_read_when_each_of_its_texts_is(root: Path) -> None:
    listed = list(page(root, "about.md").values())
    back(root, *(sent(row, read_by="Ana, 2026-03-31") for row in listed[:-1]))
    assert "translation: machine" in (root / PAGE).read_text(encoding="utf-8")
    back(root, *(sent(row, read_by="Ana, 2026-03-31") for row in listed))
    text = (root / PAGE).read_text(encoding="utf-8")
    assert "translation: reviewed\n" in text and "read_by: Ana, 2026-03-31\n" in text
    assert {row.state for row in page(root, "about.md").values()} == {"read"}
    back(root, sent(page(root, "about.md")["title"], text="Sobre nosotros"))
    assert "translation: machine\n" in (root / PAGE).read_text(encoding="utf-8"), "nobody has read the new title"


def change(root: Path, old: str, new: str) -> None:
    source = root / "docs/about.md"
    source.write_text(source.read_text().replace(old, new))


def test_a_changed_paragraph_comes_with_the_new_original_and_is_up_to_date_then(root: Path) -> None:
    change(root, "## People", "## All people")
    row = page(root, "about.md")["1"]
    assert (row.state, row.source, row.text) == ("changed", "## All people", "## Personas")
    assert back(root, sent(row, text="## Todas las personas")).problems == []
    after = page(root, "about.md")
    assert after["1"].state == "machine" and "changed" not in {r.state for r in after.values()}


def test_new_paragraphs_have_a_row_of_their_own_and_old_ones_go_when_all_is_up_to_date(root: Path) -> None:
    change(root, "![The way](files/map.svg)\n\n", "")
    change(root, "## People\n", "## People\n\nA new one.\n")
    new = page(root, "about.md")["2"]
    assert (new.state, new.source, new.text) == ("missing", "A new one.", "")
    assert back(root, sent(new, text="Uno nuevo.")).problems == []
    text = (root / PAGE).read_text(encoding="utf-8")
    assert "## Personas\n\nUno nuevo.\n\nLo hacen" in text and "map.svg" not in text
    assert {row.state for row in page(root, "about.md").values()} == {"machine"}
    assert [p for p in hub(root).problems if p.place.file == PAGE] == []


def test_a_page_is_made_when_all_of_its_texts_are_there(root: Path) -> None:
    listed = page(root, "myths/books.md")
    before = files(root)
    done = {name: sent(row, text=row.source.replace("book", "libro"), read_by="Ana") for name, row in listed.items()}
    found = back(root, *list(done.values())[:-1])
    assert codes(found.problems) == ["unfinished-page"] and files(root) == before
    assert back(root, *done.values()).problems == []
    text = (root / "docs/myths/books.es.md").read_text(encoding="utf-8")
    assert "translation: reviewed" in text and "fact: Any libro helps." in text and "[@old-2001]" in text
    after = page(root, "myths/books.md")
    assert {row.state for row in after.values()} == {"read"}
    assert {name: row.text for name, row in after.items()} == {name: row.text for name, row in done.items()}
    assert errors(hub(root).problems) == []


def test_a_page_that_was_exported_before_its_source_changed_asks_for_a_new_export(root: Path) -> None:
    old = sent(page(root, "about.md")["1"], text="## La gente")
    change(root, "## People", "## All people")
    found = back(root, old)
    assert codes(found.problems) == ["other-source"] and "export it again" in found.problems[0].message


def test_pages_for_those_who_work_on_the_site_are_left_out(tmp_path: Path) -> None:
    hub(tmp_path / "hub")
    other = tmp_path / "hub/docs/about.md"
    (tmp_path / "hub/docs/coders.md").write_text(other.read_text().replace("title: About", "title: C\noffline: false"))
    assert [name for name in rows(tmp_path / "hub") if name.startswith("coders.md")] == []
    assert page(tmp_path / "hub", "about.md")
