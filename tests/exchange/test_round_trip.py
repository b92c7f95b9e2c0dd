"""There and back loses nothing: what was left alone stays byte for byte, what was said anew is there, in each form."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchanged import back, files, hub, rows, sent, through
from resourcehub.exchange.out_and_back import FORMS
from resourcehub.exchange.row import Row, stamp, tidy
from resourcehub.exchange.tables import as_csv, as_xlsx, from_csv, from_xlsx
from resourcehub.exchange.xliff import as_xliff, from_xliff
from resourcehub.languages.locales import builtin
from resourcehub.languages.marks import machine_mark

OWN = ("resources/first/title", "resources/first/summary", "kinds/guide/title")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A hub with a text of each state."""
    hub(tmp_path / "hub")
    po = tmp_path / "hub/docs/translations/es.po"
    words = po.read_text(encoding="utf-8")
    more = [
        '\n# machine translation, not yet read by a speaker\nmsgctxt "topics/reading/title"\nmsgid "Reading"\n'
        'msgstr "Lectura"\n',
        '\n# read by the parents\' group, 2026-01-31\n#, fuzzy\n#| msgid "An old word."\n'
        'msgctxt "resources/second/summary"\nmsgid "More."\nmsgstr "Una palabra vieja."\n',
    ]
    po.write_text(words + "".join(more), encoding="utf-8")
    back(tmp_path / "hub", sent(rows(tmp_path / "hub")["kinds/guide/title"], text="Guía.", read_by="Ana"))
    return tmp_path / "hub"


@pytest.mark.parametrize("form", FORMS)
def test_what_was_left_alone_changes_no_file(root: Path, form: str) -> None:
    before = files(root)
    found = back(root, *through(root, form))
    assert (found.taken, found.files, found.problems) == ([], [], [])
    assert files(root) == before


@pytest.mark.parametrize("form", FORMS)
def test_words_that_were_lost_come_back_with_their_states_and_readers(root: Path, form: str) -> None:
    """The translations are deleted, and taken from what was sent out: all of it is there again."""
    before = rows(root)
    returned = through(root, form)
    (root / "docs/translations/es.po").unlink()
    (root / "docs/about.es.md").unlink()
    found = back(root, *returned)
    assert found.problems == []
    assert rows(root) == before


@pytest.mark.parametrize("form", FORMS)
def test_new_words_and_who_read_them_arrive(root: Path, form: str) -> None:
    listed = through(root, form)
    new = [replace(r, text="¿Sí? =Si «x»", read_by="Bea, 2026-11-28") if r.name in OWN else r for r in listed]
    found = back(root, *new)
    assert found.problems == [] and len(found.taken) == len(OWN)
    there = rows(root)
    assert {(there[n].text, there[n].state, there[n].read_by) for n in OWN} == {
        ("¿Sí? =Si «x»", "read", "Bea, 2026-11-28")
    }
    same = [name for name, row in rows(root).items() if name not in OWN]
    assert {name: there[name].text for name in same} == {r.name: r.text for r in listed if r.name in same}


def test_a_text_of_an_older_source_is_up_to_date_when_it_was_changed(root: Path) -> None:
    old = rows(root)["resources/second/summary"]
    assert (old.state, old.was, old.read_by) == ("changed", "An old word.", "the parents' group, 2026-01-31")
    back(root, sent(old, text="Más."))
    new = rows(root)["resources/second/summary"]
    assert (new.text, new.was) == ("Más.", "")
    assert (new.state, new.read_by) == ("machine", ""), "who read other words has not read these"


def test_each_form_of_a_plural_comes_back_to_its_place(root: Path) -> None:
    one, many = (row for name, row in rows(root).items() if row.source.startswith("{count} resource"))
    assert [one.source, many.source] == ["{count} resource", "{count} resources"]
    back(root, sent(many, text="{count} cosas", read_by="Ana"))
    text = (root / "docs/translations/es.po").read_text(encoding="utf-8")
    assert 'msgstr[0] "{count} recurso"\nmsgstr[1] "{count} cosas"' in text


# What a cell may hold: words of any script, line breaks, what a spreadsheet takes for a formula, quotes, entities.
WORDS = st.text(
    st.one_of(st.sampled_from("=+-@'\"<>&;,\t\n ]]>[]{}＝ا‏é中"), st.characters(exclude_categories=["C", "Zl", "Zp"])),
    max_size=30,
)
ROWS = st.builds(
    Row,
    name=st.sampled_from(["resources/a/title", "index.md#3-5", "interface/0a1b2c3d/0"]),
    source=WORDS.filter(lambda text: bool(tidy(text))),
    text=WORDS,
    read_by=st.sampled_from(["", "Ana, 2026-11-28", "=Ana, 2026-11-28"]),
    was=WORDS,
    note=st.sampled_from(["", "a note", machine_mark("a", ["b"])]),
    place=st.just("/es/"),
    tag=st.just("es"),
)
ES, EN = builtin()["es"], builtin()["en"]
TRIPS: dict[str, tuple[Callable[[list[Row]], bytes], Callable[[bytes], list[Row]]]] = {
    "csv": (as_csv, from_csv),
    "xlsx": (lambda given: as_xlsx(given, ES), from_xlsx),
    "xliff": (lambda given: as_xliff(given, EN, ES), from_xliff),
}


@pytest.mark.parametrize("form", TRIPS)
@given(st.lists(ROWS, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_words_go_there_and_back(form: str, given: list[Row]) -> None:
    write, read = TRIPS[form]
    found = read(write(given))
    for row, came in zip(given, found, strict=True):
        assert (came.name, came.tag, came.sent) == (row.name, "es", (stamp(row.source), stamp(row.text)))
        assert (came.source, came.text, came.was) == (tidy(row.source), tidy(row.text), tidy(row.was))
        assert (came.read_by, came.note) == (row.read_by, row.note)
