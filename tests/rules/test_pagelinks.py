"""Links lead to pages and files that are there; pictures say what they show; slips of Markdown are named."""

from pathlib import Path

import pytest

from resourcehub.problems import Problem
from small import codes, entry, front, problems, report


@pytest.mark.parametrize(
    ("link", "code", "cure"),
    [
        ("nowhere.md", "broken-link", "there is no page"),
        ("abuot.md", "broken-link", "did you mean 'about.md'"),
        ("about", "broken-link", "did you mean 'about.md'"),
        ("about/", "broken-link", "did you mean 'about.md'"),
        ("about.es.md", "broken-link", "did you mean 'about.md'"),
        ("/about.md", "broken-link", "relative to this file"),
        ("files/no.pdf", "broken-link", "there is no file"),
        ("files/form.pfd", "broken-link", "did you mean 'files/form.pdf'"),
        ("office@example.org", "broken-link", "write mailto:office@example.org"),
        ("www.example.org/menu", "broken-link", "write https://www.example.org/menu"),
        ("example.org", "broken-link", "write https://example.org"),
        ("", "broken-link", "leads nowhere"),
        ("resources/new.md", "draft-resource", "is a draft"),
        ("resources/kind/other.md", "broken-link", "there is no page"),
        ("#nothing", "broken-anchor", "no heading '#nothing'"),
        ("about.md#first-setp", "broken-anchor", "did you mean 'first-step'"),
    ],
)
def test_a_link_that_leads_nowhere(tmp_path: Path, link: str, code: str, cure: str) -> None:
    found = hub_with(tmp_path, f"Words.\n\nSee [x]({link}).\n")
    assert [p.code for p in found] == [code]
    assert cure in found[0].message and found[0].place.line == 6 and found[0].place.column > 4


@pytest.mark.parametrize(
    "link",
    [
        *(
            "about.md",
            "about.md#first-step",
            "./about.md?x=1",
            "files/form.pdf",
            "files/form.es.pdf",
            "files/a%20b.pdf",
        ),
        *("resources/one.md", "resources/index.md", "resources/kind/guide.md", "search.md", "#top", "tel:+15550100"),
    ],
)
def test_a_link_that_arrives(tmp_path: Path, link: str) -> None:
    assert hub_with(tmp_path, f"See [x]({link}).\n") == []


def hub_with(root: Path, text: str) -> list[Problem]:
    (root / "docs/files").mkdir(parents=True)
    for name in ("form.pdf", "form.es.pdf", "a b.pdf", "map.png"):
        (root / "docs/files" / name).write_bytes(b"x")
    pages = {"index": front() + text, "about": front("B") + "## First step\n"}
    return [
        p for p in problems(root, entry("one"), entry("new", status="draft"), **pages) if p.code != "unmet-resource"
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("![A bus](https://example.org/bus.png)", "picture-elsewhere"),
        ("![](files/map.png)", "picture-without-text"),
        ("![IMG_2041.JPG](files/map.png)", "picture-without-text"),
        ("![img 2041](files/map.png)", "picture-without-text"),
        ("![A form](files/form.pdf)", "bad-picture"),
        ("![A map](files/mpa.png)", "broken-link"),
        ("<<<<<<< HEAD\nWords.", "merge-conflict"),
        ("```\nWords.", "unclosed-code"),
        ("• a\n• b", "unknown-bullet"),
        ("-Pens\n-Books", "unknown-bullet"),
        ("1.Pens\n2.Books", "unknown-bullet"),
        ("# Our school", "second-title"),
        ("#### Deep", "skipped-heading"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nWords.", "line-in-table"),
        ("Words[^1].", "unknown-note"),
        ("[^1]: Words.", "unused-note"),
        ("Bring ** a pen ** with you.", "loose-marks"),
        ("Bring \\*\\* and `**`.", None),
        ("请看https://example.org/a了解更多。", "address-runs-on"),
        ("请看https://example.org/a。了解更多。", None),
        ("[a](about.md){: .wide } and on.", "unsafe-attribute"),
        ("[a[b](javascript:x)", "script-address"),
        ("[`a](javascript:x) `", None),
        ("[a](about.md 'x'\n[b](javascript:x)", "script-address"),
    ],
)
def test_slips_in_a_text(tmp_path: Path, text: str, code: str | None) -> None:
    found = hub_with(tmp_path, f"Words.\n\n{text}\n")
    assert {p.code for p in found} == ({code} if code else set())
    assert all(p.place.file == "docs/index.md" and p.place.line >= 6 for p in found)


def test_a_page_that_is_too_long_is_named_and_not_read(tmp_path: Path) -> None:
    assert codes(problems(tmp_path, index=front() + "<b> " * 60_000)) == ["too-large"]


def test_a_translation_is_judged_by_the_page_its_readers_see(tmp_path: Path) -> None:
    pages = {"index": front(), "index_es": front() + "[x](about.md#pasos)\n", "about": front("B") + "## Steps\n"}
    assert "broken-anchor" in codes(problems(tmp_path, entry("one"), **pages))
    (tmp_path / "docs/about.es.md").write_text(front("B") + "## Pasos\n")
    assert "broken-anchor" not in codes(report(tmp_path))
