"""PO files are read with a place and a cure for each fault, and one fault hides no other file."""

import pytest

from resourcehub.languages.po import forms, joined, read_books, read_po

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def faults(root, text, file="es.po"):
    (root / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    books, problems = read_books(root, file)
    book = books.get(file)
    return book, [(p.code, p.place.line, p.severity) for p in problems]


def entry(context, source, translation, more=""):
    return f'{more}msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


def test_an_absent_file_is_no_fault(tmp_path):
    assert read_po(tmp_path, "es.po") == (None, [])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD + 'msgctxt "a"\nmsgid "b"\nmsgstr "c\n', "po-syntax", 7),
        (HEAD + 'msgctxt "a"\nmsgid "b"\nmsgstr "c "d" e"\n', "po-syntax", 7),
        (HEAD + "hello\n", "po-syntax", 5),
        (HEAD + 'msgctxt "a"\nmsgid "b"\nmsgid "c"\nmsgstr "d"\n', "po-syntax", 7),
        (HEAD + "<<<<<<< main\n" + entry("a", "b", "c"), "po-syntax", 5),
        (HEAD.encode() + b'msgctxt "a"\nmsgid "b"\nmsgstr "\xff"\n', "not-utf-8", 7),
        (b" " * 10_000_001, "too-large", 0),
    ],
)
def test_a_file_that_cannot_be_parsed_says_in_which_line(tmp_path, text, code, line):
    book, found = faults(tmp_path, text)
    assert book is None
    assert found[0] == (code, line, "error")


def test_a_context_that_stands_twice_is_a_fault_that_names_both_lines(tmp_path):
    (tmp_path / "es.po").write_text(HEAD + entry("a", "b", "c") + entry("a", "b", "d"))
    _, problems = read_books(tmp_path, "es.po")
    assert [(p.code, p.place.line) for p in problems] == [("duplicate-message", 9)]
    assert "first in line 5" in problems[0].message


def test_what_translators_tools_write_is_read(tmp_path):
    more = '# machine translation, not yet read by a speaker\n#. note\n#: a.html:3\n#, fuzzy\n#| msgid "old"\n'
    text = "\ufeff# Title.\n" + HEAD + entry("a", "b", "c", more) + '#~ msgctxt "x"\n#~ msgid "y"\n#~ msgstr "z"\n'
    _, found = faults(tmp_path, text.replace("\n", "\r\n"))
    assert found == []
    book, _ = read_po(tmp_path, "es.po")
    first = book[0]
    assert (first.msgid, forms(first), first.previous_msgid) == ("b", ("c",), "old")
    assert book[1].obsolete
    books, _ = read_books(tmp_path, "es.po")
    read = books["es.po"]
    assert [(e.context, e.source, e.reading, e.made_from) for e in read.entries] == [("a", "b", "machine", "old")]


def test_quotes_backslashes_and_line_ends_survive(tmp_path):
    book, found = faults(tmp_path, HEAD + entry("a", "b", r"say \"hi\" \\ \n\nthen"))
    assert found == []
    assert book.entries[0].forms[0] == 'say "hi" \\ \n\nthen'


def test_a_folder_beside_the_file_or_in_its_place_is_read_as_one(tmp_path):
    (tmp_path / "es/more").mkdir(parents=True)
    (tmp_path / "es/b.po").write_text(HEAD + entry("topics/b/title", "B", "Be"))
    (tmp_path / "es/more/a.po").write_text(HEAD + entry("topics/a/title", "A", "<b>A</b>"))
    books, problems = read_books(tmp_path, "es.po")
    book = joined(books.values())
    assert {c: t.forms for c, t in book.catalog.items()} == {"topics/b/title": ("Be",), "topics/a/title": ("<b>A</b>",)}
    assert problems == []
    (tmp_path / "es.po").write_text(HEAD + entry("topics/b/title", "B", "Otra"))
    (tmp_path / "es/c.po").write_text("hello\n")
    (tmp_path / "es/notes.txt").write_text("hello")
    books, problems = read_books(tmp_path, "es.po")
    book = joined(books.values())
    assert set(book.catalog) == {"topics/b/title", "topics/a/title"}
    assert sorted((str(p.place), p.code) for p in problems) == [
        ("es/b.po:5", "duplicate-message"),
        ("es/c.po:1", "po-syntax"),
        ("es/notes.txt", "stray-file"),
    ]
    assert "first in es.po:5" in next(p.message for p in problems if p.code == "duplicate-message")
