"""Files beside pages: only those that may be published are, and a drawing holds nothing that runs or asks elsewhere."""

import os
from pathlib import Path

import pytest

from resourcehub.catalog.read import read_statics
from resourcehub.problems import Problem
from resourcehub.rules.files import HEAVY, TOO_HEAVY, file_problems, link_problems, svg_faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def found(root: Path, linked: frozenset[str] = frozenset(), **names: bytes) -> list[Problem]:
    for name, data in names.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return list(file_problems(read_statics(root), linked))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.html", "file-not-allowed"),
        ("assets/A.JS", "file-not-allowed"),
        ("a.xhtml", "file-not-allowed"),
        ("noending", "file-not-allowed"),
        ("about.es.MD", "bad-page-name"),
        ("NEWS.MD", "bad-page-name"),
        ("about.es.txt", "unlinked-file"),
        ("new.docx", "unlinked-file"),
        ("a.SVG", "unsafe-drawing"),
    ],
)
def test_what_is_no_page_and_no_file_for_readers_has_a_message(tmp_path: Path, name: str, code: str) -> None:
    assert [(p.code, p.place.file) for p in found(tmp_path, **{name: b"x"})] == [(code, f"docs/{name}")]


def test_files_for_readers_are_fine(tmp_path: Path) -> None:
    names = ("robots.txt", "CNAME", "form.pdf", "form.es.pdf", "a.PNG", "days.ics", ".hidden/a.html")
    assert not found(tmp_path, **dict.fromkeys(names, b"x"), **{"a.svg": SVG.format("").encode()})
    assert not found(tmp_path, frozenset({"list.docx"}), **{"list.docx": b"x"})


@pytest.mark.parametrize(("size", "severity"), [(HEAVY, []), (HEAVY + 1, ["warning"]), (TOO_HEAVY + 1, ["error"])])
def test_a_heavy_picture_is_weighed(tmp_path: Path, size: int, severity: list[str]) -> None:
    assert [p.severity for p in found(tmp_path, **{"a.png": bytes(size)})] == severity


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<SCRIPT>1</SCRIPT>",
        '<g onclick="1"/>',
        '<g oNload="1"/>',
        "<foreignObject/>",
        '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>',
        '<b xmlns="http://www.w3.org/1999/xhtml">1</b>',
        '<a xlink:href="https://example.org/"/>',
        '<a href="&#106;avascript:1"/>',
        '<use href="other.svg#x"/>',
        '<image href="https://example.org/a.png"/>',
        '<set attributeName="href" to="x"/>',
        '<animate attributeName="xlink:href" values="x"/>',
        '<g style="fill: url(https://example.org/a)"/>',
        '<g style="fill: \\75rl(https://example.org/a)"/>',
        '<g fill="url( //example.org/a#b)"/>',
        "<style>@import 'x';</style>",
        "<style>g { fill: u&#114;l(//example.org/a) }</style>",
        '<g xml:base="https://example.org/"/>',
        "<?xml-stylesheet href='a.css'?>",
        "<g>",
    ],
)
def test_what_a_drawing_must_not_hold(inside: str) -> None:
    assert svg_faults(SVG.format(inside).encode())
    assert svg_faults(SVG.format(inside).encode("utf-16"))


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M0 0"/><use xlink:href="#g"/>',
        "<style>.a { fill: red }</style><title>On time</title>",
        '<image href="data:image/png;base64,AAAA"/>',
        '<m:view xmlns:m="http://www.inkscape.org/namespaces/inkscape"/>',
    ],
)
def test_what_a_drawing_may_hold(inside: str) -> None:
    assert svg_faults(SVG.format(inside).encode()) == []


def test_no_entity_is_read() -> None:
    text = f'<!DOCTYPE svg [<!ENTITY a "x">]>{SVG.format("&a;")}'
    assert "entity" in svg_faults(text.encode())[0]


def test_links_of_the_file_system_stay_inside(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "sub").mkdir(parents=True)
    (docs / "a.pdf").write_bytes(b"x")
    (tmp_path / "secret.pdf").write_bytes(b"x")
    for name, target in {
        "in.pdf": docs / "a.pdf",
        "out.pdf": tmp_path / "secret.pdf",
        "gone.pdf": docs / "gone",
        "circle.pdf": docs / "circle.pdf",
        "folder": docs,
        "sub/up": tmp_path,
    }.items():
        (docs / name).symlink_to(target)
    bad = {p.place.file for p in link_problems(tmp_path, "docs")}
    assert bad == {f"docs/{n}" for n in ("out.pdf", "gone.pdf", "circle.pdf", "folder", "sub/up")}
    assert {s.path for s in read_statics(tmp_path)} == {"a.pdf", "in.pdf"}


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / os.fsdecode(b"docs/caf\xe9.pdf")).touch()
    assert [(p.code, p.place.file) for p in link_problems(tmp_path, "docs")] == [("bad-file-name", "docs/caf?.pdf")]
    assert read_statics(tmp_path) == ()
