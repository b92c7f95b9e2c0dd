"""Updating a PO file loses nothing that a translator wrote, and changes nothing that need not change."""

import random

import pytest

from resourcehub.languages.locales import builtin
from resourcehub.languages.merge import update
from resourcehub.languages.po import forms, read_po
from resourcehub.languages.units import INTERFACE, Unit

ES = builtin()["es"]
A, B, C = Unit("topics/a/title", "A"), Unit("topics/b/title", "B"), Unit("topics/c/title", "C")
FILE = "translations/es.po"


def run(root, *units, locale=ES, file=FILE):
    done, problems = update(root, file, units, locale)
    assert problems == []
    return done


def book(root, file=FILE):
    found, _ = read_po(root, file)
    assert found is not None
    return found


def translate(root, words, file=FILE, comment="", fuzzy=None):
    po = book(root, file)
    for entry in po:
        if entry.msgctxt in words and not entry.obsolete:
            entry.msgstr, entry.tcomment = words[entry.msgctxt], comment
            if fuzzy is not None:
                entry.fuzzy = fuzzy
    po.save(str(root / file))


def find(root, unit):
    return next(e for e in book(root) if e.msgctxt == unit.context)


def test_a_new_file_has_the_header_that_tools_need_and_no_time(tmp_path):
    assert run(tmp_path, A, B).written
    head = book(tmp_path).metadata
    assert head["Language"] == "es"
    assert head["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert head["Content-Type"] == "text/plain; charset=UTF-8"
    assert not any("Date" in key for key in head)


def test_hmong_has_one_plural_form(tmp_path):
    run(tmp_path, Unit(INTERFACE, "{count} page", "{count} pages"), locale=builtin()["hmn"])
    assert book(tmp_path).metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert forms(book(tmp_path)[0]) == ("",)


def test_a_second_run_writes_nothing(tmp_path):
    units = (
        A,
        Unit("resources/x/details", 'one\n\ntwo "q" \\ end\n'),
        Unit(INTERFACE, "{count} a", "{count} b"),
    )
    run(tmp_path, *units)
    translate(tmp_path, {A.context: "á", "resources/x/details": "uno\n\ndos\u2028\n"}, comment="hello\nthere")
    run(tmp_path, *units)
    before = (tmp_path / FILE).read_bytes()
    done = run(tmp_path, *units)
    assert (done.written, done.added, done.changed, done.gone, done.revived) == (False, 0, 0, 0, 0)
    assert (tmp_path / FILE).read_bytes() == before
    assert list((tmp_path / "translations").iterdir()) == [tmp_path / FILE]


def test_a_changed_source_keeps_its_translation_and_says_what_it_was_made_from(tmp_path):
    run(tmp_path, A)
    translate(tmp_path, {A.context: "á"}, comment="checked by a speaker")
    assert run(tmp_path, Unit(A.context, "A2")).changed == 1
    run(tmp_path, Unit(A.context, "A3"))
    entry = find(tmp_path, A)
    assert (entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("A3", "á", True, "A")
    assert entry.tcomment == "checked by a speaker"


def test_a_source_that_changes_back_is_translated_again(tmp_path):
    run(tmp_path, A)
    translate(tmp_path, {A.context: "á"})
    run(tmp_path, Unit(A.context, "A2"))
    run(tmp_path, A)
    entry = find(tmp_path, A)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("á", False, None)


def test_a_translators_doubt_stays(tmp_path):
    run(tmp_path, A)
    translate(tmp_path, {A.context: "á"}, fuzzy=True)
    run(tmp_path, A)
    assert find(tmp_path, A).fuzzy


def test_an_empty_translation_is_never_stale(tmp_path):
    run(tmp_path, A)
    run(tmp_path, Unit(A.context, "A2"))
    entry = find(tmp_path, A)
    assert (entry.msgid, entry.fuzzy, entry.previous_msgid) == ("A2", False, None)


def test_a_unit_that_goes_is_kept_and_comes_back(tmp_path):
    run(tmp_path, A, B)
    translate(tmp_path, {A.context: "á"}, comment="mine")
    assert run(tmp_path, B).gone == 1
    entry = find(tmp_path, A)
    assert (entry.obsolete, entry.msgstr, entry.msgctxt) == (True, "á", A.context)
    assert run(tmp_path, A, B).revived == 1
    entry = find(tmp_path, A)
    assert (bool(entry.obsolete), entry.msgstr, entry.fuzzy, entry.tcomment) == (False, "á", False, "mine")


def test_a_stale_unit_that_goes_and_comes_back_is_stale_still(tmp_path):
    run(tmp_path, A)
    translate(tmp_path, {A.context: "á"})
    changed = Unit(A.context, "A2")
    run(tmp_path, changed)
    run(tmp_path, B)
    before = (tmp_path / FILE).read_bytes()
    run(tmp_path, B)
    assert (tmp_path / FILE).read_bytes() == before
    run(tmp_path, changed, B)
    entry = find(tmp_path, A)
    assert (entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("A2", "á", True, "A")


def test_the_order_is_the_catalogs(tmp_path):
    run(tmp_path, A, B)
    run(tmp_path, C, B, A)
    assert [e.msgctxt for e in book(tmp_path)] == [u.context for u in (C, B, A)]


def test_interface_words_are_known_by_their_english(tmp_path):
    one, other = Unit(INTERFACE, "Menu"), Unit(INTERFACE, "Topic")
    run(tmp_path, one, other)
    po = book(tmp_path)
    po.find("Topic", msgctxt=INTERFACE).msgstr = "Tema"
    po.save(str(tmp_path / FILE))
    run(tmp_path, other, Unit(INTERFACE, "Menus"))
    assert [(e.msgid, e.msgstr) for e in book(tmp_path)] == [("Topic", "Tema"), ("Menus", "")]


def test_header_and_comments_of_translators_stay(tmp_path):
    run(tmp_path, A)
    po = book(tmp_path)
    po.header += "\nThanks to all."
    po.metadata["Last-Translator"] = "unknown"
    po.metadata["Plural-Forms"] = "nplurals=3; plural=n;"
    po.save(str(tmp_path / FILE))
    run(tmp_path, A, B)
    again = book(tmp_path)
    assert again.header.endswith("Thanks to all.")
    assert again.metadata["Last-Translator"] == "unknown"
    assert again.metadata["Plural-Forms"] == "nplurals=3; plural=n;"


@pytest.mark.parametrize("text", ['msgid "a', 'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n\n' * 2, b"\xff"])
def test_a_file_with_faults_is_left_alone(tmp_path, text):
    path = tmp_path / "es.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = path.read_bytes()
    done, problems = update(tmp_path, "es.po", [A], ES)
    assert done is None
    assert problems
    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", range(40))
def test_no_history_of_edits_loses_a_translation(tmp_path, seed):
    """After any run of edits, each followed by an update, every translation stands in the file."""
    dice = random.Random(seed)
    contexts = [f"resources/r{n}/title" for n in range(5)]
    odd = ["x", "two\nlines\n", '"q"', "back\\slash", "tab\t", "\u2028", "مرحبا", "{brace}", "#~ msgid"]
    words = {}
    for step in range(8):
        kept = [c for c in contexts if dice.random() < 0.7]
        units = [Unit(c, dice.choice(odd) + str(dice.randint(0, 2))) for c in kept]
        dice.shuffle(units)
        run(tmp_path, *units)
        for unit in units:
            if unit.context not in words and dice.random() < 0.5:
                words[unit.context] = dice.choice(odd) + f" {step}"
                translate(tmp_path, {unit.context: words[unit.context]})
        run(tmp_path, *units)
        assert words == {e.msgctxt: e.msgstr for e in book(tmp_path) if e.msgstr}
        assert not run(tmp_path, *units).written


def test_a_translator_who_takes_the_mark_away_is_believed(tmp_path):
    run(tmp_path, A)
    translate(tmp_path, {A.context: "á"})
    changed = Unit(A.context, "A2")
    run(tmp_path, changed)
    path = tmp_path / FILE
    path.write_text(path.read_text().replace("#, fuzzy\n", ""))
    run(tmp_path, changed)
    entry = find(tmp_path, A)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("á", False, None)


def test_a_translators_note_outlives_its_unit_and_an_empty_entry_does_not(tmp_path):
    run(tmp_path, A, B, C)
    translate(tmp_path, {A.context: ""}, comment="ask the school")
    run(tmp_path, C)
    assert [(e.msgctxt, e.tcomment) for e in book(tmp_path)] == [
        (C.context, ""),
        (A.context, "ask the school"),
    ]


def test_in_several_files_a_text_stays_where_it_is_and_a_new_one_joins_its_neighbours(tmp_path):
    head = 'msgid ""\nmsgstr "Language: es\\n"\n\n'
    row = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n\n'
    (tmp_path / "es").mkdir()
    (tmp_path / "es.po").write_text(head + row.format("topics/a/title", "A", "Aa"))
    (tmp_path / "es/one.po").write_text(head + row.format("resources/one/title", "One", "Uno"))
    (tmp_path / "es/two.po").write_text(head + row.format("resources/two/title", "Two", "Dos"))
    contexts = ("topics/a/title", "topics/b/title", "resources/two/summary", "resources/one/title")
    units = [Unit(context, context) for context in (*contexts, "resources/three/title", "kinds/k/title")]
    done, problems = update(tmp_path, "es.po", units, ES)
    assert not problems and (done.added, done.changed, done.gone) == (4, 2, 1)
    found = {f: [e.msgctxt for e in book(tmp_path, f) if not e.obsolete] for f in ("es.po", "es/one.po", "es/two.po")}
    assert found == {
        "es.po": ["topics/a/title", "topics/b/title", "kinds/k/title"],
        "es/one.po": ["resources/one/title", "resources/three/title"],
        "es/two.po": ["resources/two/summary"],
    }
    assert [e.msgstr for e in book(tmp_path, "es/two.po") if e.obsolete] == ["Dos"]
    assert not update(tmp_path, "es.po", units, ES)[0].written
