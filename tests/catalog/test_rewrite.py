"""A field of the front matter is set through the reader's own places, or not at all; the rest stays byte for byte."""

from pathlib import Path

import pytest

from resourcehub.catalog.rewrite import Unwritable, set_field
from resourcehub.catalog.source import read_page

LONG = " ".join(["0a1b2c"] * 40)


@pytest.mark.parametrize("value", ["0a1b2c / 3d4e5f", LONG])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: T\n", "---\nBody\n"),
        ("\ufeff---\ntitle: T\n", "---\nBody\n"),
        ("--- \ntitle: T\n", "--- \nBody\n"),
        ("---\ntitle: T\n", "...\nBody ---\n---\n"),
        ("---\ntranslates: 012345678901\ntitle: T\n", "---\nBody\n"),
        ("---\ntranslates: >-\n  0a 0b\n\n  0c\ntitle: T\n", "---\nBody\n"),
        ("---\ntitle: >-\n  T\n\n  U\n# a note\n", "---\nBody\n\n---\n"),
        ("---\ntitle: 'translates: no'\n", "---\ntranslates: none\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_field_is_set_and_all_else_stays(tmp_path: Path, before: str, after: str, end: str, value: str) -> None:
    path = tmp_path / "a.es.md"
    path.write_bytes((before + after).replace("\n", end).encode())
    was, body, _ = read_page(tmp_path, "a.es.md")
    assert set_field(tmp_path, "a.es.md", "translates", value)
    now, new_body, problems = read_page(tmp_path, "a.es.md")
    assert was is not None and now is not None and problems == []
    assert now.data == {**was.data, "translates": value}
    assert new_body == body
    data = path.read_bytes()
    assert data.startswith(before[:4].replace("\n", end).encode())
    assert data.count(b"\r\n") == (data.count(b"\n") if end == "\r\n" else 0)
    assert not set_field(tmp_path, "a.es.md", "translates", value)
    assert path.read_bytes() == data
    assert [p.name for p in tmp_path.iterdir()] == ["a.es.md"]


@pytest.mark.parametrize(
    "text", ["Body\n", "---\n{title: T}\n---\nBody\n", "---\ntitle: [\n---\n", "---\ntitle: T\n", ""]
)
def test_what_would_not_read_back_is_refused_and_stays(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.es.md"
    path.write_text(text)
    with pytest.raises(Unwritable) as refused:
        set_field(tmp_path, "a.es.md", "translates", "0a1b2c")
    assert refused.value.problem.place.file == "a.es.md"
    assert path.read_text() == text
    assert [p.name for p in tmp_path.iterdir()] == ["a.es.md"]
