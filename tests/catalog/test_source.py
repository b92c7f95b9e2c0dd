"""YAML and front matter: values know their places, each slip is explained, no file ends the process."""

from pathlib import Path

import pytest

from resourcehub.catalog.source import MAX_BYTES, Source, fingerprint, read_page, read_yaml
from resourcehub.problems import Place, Problem

FILE = "resources.yaml"


def read(root: Path, text: str | bytes, file: str = FILE) -> tuple[Source | None, list[Problem]]:
    (root / file).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(root, file)


def found(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in problems]


def test_every_scalar_stays_a_string_and_blank_values_are_absent(tmp_path: Path) -> None:
    text = "a: no\nb: 012\nc: 2026-01-01\nd:\ne: ''\nf: [x, '', y]\ng: null\nh: []\ni: {j: }\n"
    source, problems = read(tmp_path, text)
    assert source and not problems
    assert source.data == {
        "a": "no",
        "b": "012",
        "c": "2026-01-01",
        "f": ["x", "y"],
        "g": "null",
        "h": [],
        "i": {},
    }


def test_places_are_those_of_values_of_keys_and_of_the_nearest_parent(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "list:\n  - id: a\n    words:\n      - ''\n      - two\n")
    assert source
    assert source.place(("list", 0)) == Place(FILE, 2, 5)
    assert source.place(("list", 0, "id")) == Place(FILE, 2, 9)
    assert source.key_place(("list", 0, "words")) == Place(FILE, 3, 5)
    assert source.place(("list", 0, "words", 0)) == Place(FILE, 5, 9), "indexes are those of the values that stay"
    assert source.place(("list", 0, "title", "x")) == Place(FILE, 2, 5)
    assert source.place(("nothing",)) == Place(FILE, 1, 1)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: Data: a story\n", "unquoted-colon", 1, 12),
        ("a:\n\tb: c\n", "tab", 2, 1),
        ("list:\n  - id: a\n\ttitle: b\n", "tab", 3, 1),
        ("list:\n  - id: a\n     title: b\n", "bad-indentation", 3, 11),
        ("list:\n  - id: a\n   title: b\n", "bad-indentation", 3, 4),
        ("list:\n  - id: a\n- id: c\n", "bad-indentation", 3, 1),
        ('list:\n  - title: "abc\n    x: y\n', "unclosed-quote", 2, 12),
        ('list:\n  - title: "abc\n    x: "y"\n', "unclosed-quote", 2, 12),
        ("title: 'it's'\n", "text-after-quote", 1, 12),
        ("title: [a] b\n", "special-character", 1, 12),
        ("list:\n  - id: a\n    title\n    x: y\n", "missing-colon", 3, 5),
        ("topics: [a, b\nx: y\n", "unclosed-bracket", 1, 9),
        ("title: @x\n", "special-character", 1, 8),
        ("title: - x\n", "special-character", 1, 8),
        ("title: | x\n", "special-character", 1, 8),
        ('title: "C:\\docs"\n', "special-character", 1, 11),
        ("title: **x**\n", "special-character", 1, 8),
        ("a: &x b\n", "yaml-alias", 1, 4),
        ("a: &x b\nc: *x\n", "yaml-alias", 1, 4),
        ("a: !!python/object:os.system b\n", "yaml-tag", 1, 4),
        ("a: b\n---\nc: d\n", "several-documents", 2, 1),
        ("a: {{ b }}\n", "bad-key", 1, 5),
        ("a: b\nc: d\na: e\n", "duplicate-key", 3, 1),
        ("<<<<<<< a\nb: c\n=======\nb: d\n>>>>>>> e\n", "merge-conflict", 1, 1),
        ("title: ]\n", "yaml-syntax", 1, 8),
        ("a: b \x07\n", "control-character", 1, 6),
        ("a: b\u202e\n", "bidi-override", 1, 5),
        ("a: b\u2028c\n", "control-character", 1, 5),
    ],
)
def test_each_slip_has_its_code_and_place(tmp_path: Path, text: str, code: str, line: int, column: int) -> None:
    assert found(read(tmp_path, text)[1])[0] == (code, line, column)


def test_every_message_says_a_cure_in_one_line(tmp_path: Path) -> None:
    _, problems = read(tmp_path, 'title: "abc\n')
    cure = "the quote that opens here is never closed: add the closing quote"
    assert str(problems[0]) == f"resources.yaml:1:8: {cure} [unclosed-quote]"


def test_an_invisible_character_hides_no_other_fault(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "a: x\x07y\na: z\n")
    assert source and source.data == {"a": "x y"}
    assert [p.code for p in problems] == ["control-character", "duplicate-key"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "{", "- ", "? ", "[{a: "])
def test_deep_nesting_is_a_problem_and_not_the_end_of_the_process(tmp_path: Path, opening: str) -> None:
    assert [p.code for p in read(tmp_path, opening * 100_000)[1]] == ["too-deep"]


def test_deep_indentation_is_a_problem_too(tmp_path: Path) -> None:
    text = "\n".join(" " * n + "a:" for n in range(1000))
    assert found(read(tmp_path, text)[1]) == [("too-deep", 51, 51)]


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / FILE).open("wb") as file:
        file.truncate(50_000_000)
    assert found(read_yaml(tmp_path, FILE)[1]) == [("too-large", 0, 0)]
    assert MAX_BYTES == 10_000_000


def test_a_full_file_of_invisible_characters_ends_in_a_bounded_report(tmp_path: Path) -> None:
    assert len(read(tmp_path, "\x07" * 2_000_000)[1]) == 1000


def test_encoding(tmp_path: Path) -> None:
    assert found(read(tmp_path, "a: b\nc: caf\xe9\n".encode("latin-1"))[1]) == [("not-utf-8", 2, 7)]
    assert found(read(tmp_path, "a: b\n".encode("utf-16"))[1]) == [("not-utf-8", 1, 1)]
    source, problems = read(tmp_path, b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert source and not problems
    assert source.data == {"a": "b", "c": "d"}
    assert source.place(("c",)) == Place(FILE, 2, 4)


def test_missing_and_empty_files(tmp_path: Path) -> None:
    assert found(read_yaml(tmp_path, FILE)[1]) == [("missing-file", 0, 0)]
    (tmp_path / "folder").mkdir()
    assert found(read_yaml(tmp_path, "folder")[1]) == [("missing-file", 0, 0)]
    for text in ("", "\n", "# only words\n"):
        source, problems = read(tmp_path, text)
        assert source and source.data is None and not problems


def test_front_matter_has_places_in_the_whole_file_and_leaves_the_body(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: A\r\nmenu: B\r\n---\r\n\r\nWords.\r\n")
    source, body, problems = read_page(tmp_path, "a.md")
    assert source and not problems
    assert source.place(("menu",)) == Place("a.md", 3, 7)
    assert body == "\nWords.\n"


@pytest.mark.parametrize("text", ["", "Words.\n", "\n---\ntitle: A\n---\n", "---\ntitle: A\n", "---\ntitle: A\n---"])
def test_a_page_without_front_matter_as_mkdocs_sees_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text)
    source, _, problems = read_page(tmp_path, "a.md")
    assert source and source.data is None
    assert found(problems) == [("no-front-matter", 1, 0)]


def test_a_slip_in_front_matter_keeps_the_body(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Data: a story\n---\nWords.\n")
    source, body, problems = read_page(tmp_path, "a.md")
    assert source and source.data is None and body == "Words.\n"
    assert found(problems) == [("unquoted-colon", 2, 12)]


def test_a_fingerprint_changes_with_words_alone() -> None:
    one = fingerprint("---\ntitle: A\n---\nWords.\n")
    assert one == fingerprint("\ufeff---\r\ntitle: A  \r\n---\r\nWords.\t\r\n\r\n")
    assert one == fingerprint("---\rtitle: A\r---\rWords.")
    assert one != fingerprint("---\ntitle: A\n---\n Words.\n")
    assert len(one) == 12 and int(one, 16) >= 0
