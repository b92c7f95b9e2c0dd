"""Other programs read what we write, and what they write anew reads as before: translate-toolkit, gettext, Poedit."""

import csv
import io
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import polib
import pytest
from translate.storage.xliff import xlifffile

from builds import ROOT
from exchanged import back, files, hub, rows, sent, through
from resourcehub.exchange.out_and_back import export
from resourcehub.exchange.po_form import from_po
from resourcehub.languages.po import book_of, read_books

PO_FILES = sorted([*ROOT.glob("docs/translations/*.po"), *ROOT.glob("scripts/resourcehub/languages/locales/*.po")])


def gettext(program: str, *options: str, text: bytes = b"") -> bytes:
    """Run a program of GNU gettext. Fails loudly."""
    done = subprocess.run([program, *options], input=text, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    hub(tmp_path / "hub")
    po = tmp_path / "hub/docs/translations/es.po"
    machine = '\n# machine translation, not yet read by a speaker\nmsgctxt "topics/reading/title"\nmsgid "Reading"\n'
    old = '\n#, fuzzy\n#| msgid "An old word."\nmsgctxt "resources/second/summary"\nmsgid "More."\nmsgstr "Una."\n'
    po.write_text(po.read_text(encoding="utf-8") + machine + 'msgstr "Lectura"\n' + old, encoding="utf-8")
    return tmp_path / "hub"


def test_no_text_of_a_machine_is_approved_and_each_state_is_the_true_one(root: Path) -> None:
    """As translate-toolkit reads it: the library of Weblate, Pootle and Virtaal."""
    store = xlifffile.parsestring(export(hub(root), "es", "xliff"))
    found = {unit.xmlelement.get("resname"): unit for unit in store.units}
    told = {name: (u.isapproved(), u.xmlelement.find(u.namespaced("target")).get("state")) for name, u in found.items()}
    assert told["es: resources/first/title"] == (True, "signed-off")
    assert told["es: topics/reading/title"] == (False, "needs-review-translation")
    assert told["es: resources/second/summary"] == (False, "needs-translation")
    assert told["es: about.md#title"] == (False, "needs-review-translation")
    assert not found["es: resources/second/title"].istranslated()
    approved = {name for name, (yes, _) in told.items() if yes}
    assert approved == {f"es: {name}" for name, row in rows(root).items() if row.state == "read"}


def test_each_unit_tells_its_place_its_limit_and_the_older_original(root: Path) -> None:
    store = xlifffile.parsestring(export(hub(root), "es", "xliff"))
    unit = next(u for u in store.units if u.xmlelement.get("resname") == "es: resources/second/summary")
    assert unit.getcontextgroups("x-place") or unit.xmlelement.findtext(f".//{unit.namespaced('context')}")
    assert unit.xmlelement.get("maxwidth") == "280"
    assert [alt.source for alt in unit.getalttrans()] == ["An old word."]


def test_what_translate_toolkit_writes_comes_back(root: Path) -> None:
    def work(data: bytes) -> bytes:
        store = xlifffile.parsestring(data)
        for unit in store.units:
            if unit.xmlelement.get("resname") == "es: resources/second/title":
                unit.target = "Segunda & «última»"
                unit.markapproved()
        return bytes(store)

    before = {name: (row.text, row.state, row.read_by) for name, row in rows(root).items()}
    assert back(root, *through(root, "xliff", work), by="Ana").problems == []
    after = {name: (row.text, row.state, row.read_by) for name, row in rows(root).items()}
    assert after == before | {"resources/second/title": ("Segunda & «última»", "read", "Ana, 2026-11-28")}


def test_what_is_approved_and_signed_by_nobody_asks_for_a_name(root: Path) -> None:
    row = replace(sent(rows(root)["topics/reading/title"]), read_by="?")
    found = back(root, row)
    assert [p.code for p in found.problems] == ["bad-reader"] and found.files == []
    assert back(root, row, by="Ana").problems == []
    assert rows(root)["topics/reading/title"].read_by == "Ana, 2026-11-28"


@pytest.mark.parametrize("file", PO_FILES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_msgfmt_takes_each_file_and_msgmerge_loses_nothing_of_it(tmp_path: Path, file: Path) -> None:
    gettext("msgfmt", "-c", "-o", "/dev/null", str(file))
    (tmp_path / "all.pot").write_bytes(gettext("msgattrib", "--clear-previous", "--empty", str(file)))
    merged = gettext("msgmerge", "--quiet", "--previous", str(file), str(tmp_path / "all.pot"))
    (before,) = read_books(file.parent, file.name)[0].values()
    after = book_of(polib.pofile("\n" + merged.decode()))
    assert _told(after) == _told(before)


def _told(book: object) -> list[tuple[object, ...]]:
    return [(e.context, e.source, e.plural, e.forms, e.fuzzy, e.previous, e.reading) for e in book.entries]  # type: ignore[attr-defined]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_what_poedit_writes_anew_reads_as_before(root: Path, end: bytes) -> None:
    """It breaks lines at 79 signs, names itself in the header, and keeps comments."""
    po = root / "docs/translations/es.po"
    before = rows(root)
    text = gettext("msgcat", "--width=79", str(po)).replace(
        b'"Language: es\\n"', b'"Language: es\\n"\n"X-Generator: Poedit 3.4\\n"'
    )
    po.write_bytes(text.replace(b"\n", end))
    assert rows(root) == before


def test_the_exported_po_file_goes_through_msgfmt_and_msgmerge(root: Path) -> None:
    data = export(hub(root), "es", "po")
    gettext("msgfmt", "-c", "-o", "/dev/null", "-", text=data)
    template = root.parent / "all.pot"
    template.write_bytes(gettext("msgattrib", "--clear-previous", "--clear-fuzzy", "--empty", "-", text=data))
    merged = gettext("msgmerge", "--quiet", "--previous", "-", str(template), text=data)
    before = files(root)
    assert back(root, *from_po(merged)).files == [] and files(root) == before
    assert {row.name for row in from_po(merged)} == rows(root).keys()


def test_a_cell_is_never_a_formula_and_the_heads_are_there(root: Path) -> None:
    words = '=HYPERLINK("https://example.org","x")'
    back(root, sent(rows(root)["topics/reading/title"], text=words))
    book = openpyxl.load_workbook(io.BytesIO(export(hub(root), "es", "xlsx")))
    cells = [cell for line in book.active.iter_rows() for cell in line]
    assert [c.value for c in cells if c.data_type == "f"] == []
    assert words in [c.value for c in cells]
    text = export(hub(root), "es", "csv")
    assert text.startswith(b"\xef\xbb\xbfId (leave it),") and text.count(b"\r\n") > 10
    lines = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert [c for line in lines for c in line if c.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert f"'{words}" in [line[3] for line in lines]


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")])
def test_what_a_spreadsheet_saves_in_its_own_way_comes_back(root: Path, delimiter: str, encoding: str) -> None:
    def saved(data: bytes) -> bytes:
        out = io.StringIO(newline="")
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        csv.writer(out, delimiter=delimiter).writerows(lines)
        return out.getvalue().encode(encoding)

    listed = through(root, "csv", saved)
    assert {row.name: row.text for row in listed} == {name: row.text for name, row in rows(root).items()}
    assert back(root, *listed).files == []
