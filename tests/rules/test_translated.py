"""What a translated page lost of its source is told, with its line; what is right is not."""

from pathlib import Path

import pytest

from resourcehub.catalog.front import Page
from resourcehub.catalog.source import fingerprint
from resourcehub.catalog.versions import version
from resourcehub.problems import Problem
from small import front, problems, report

BODY = """Ask the school for help in your own language [@old-2001]. Call 555-0100.

## What to say { #say }

Read [the list](lists.md), or the [law](https://law.example.org/a).
"""
OWN = """Pida ayuda a la escuela en su propio idioma [@old-2001]. Llame al 555-0100.

## Qué decir { #say }

Lea [la lista](lists.md), o la [ley](https://law.example.org/a).
"""
MADE = version(Page(title="About", description="On About."), BODY)
OTHER = version(Page(title="Lists", description="On Lists."), "One.\n\nTwo.\n\nThree.\n\nFour.\n")


def page(title: str, body: str, **more: object) -> str:
    return front(title, **more) + body


def found(root: Path, own: str, source: str = BODY, **more: object) -> list[Problem]:
    pages = {
        "about": page("About", source),
        "lists": page("Lists", "One.\n\nTwo.\n\nThree.\n\nFour.\n"),
        "about_es": page("Sobre", own, **({"translates": MADE} | more)),
    }
    problems(root, **pages)
    return [p for p in report(root) if p.place.file.endswith(".es.md")]


def test_a_faithful_page_is_silent(tmp_path: Path) -> None:
    assert found(tmp_path, OWN) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("[@old-2001]", "", "lost-citation", 4),
        ("[@old-2001]", "[ @old-2001]", "lost-citation", 4),
        ("[@old-2001]", "(@old-2001)", "lost-citation", 4),
        ("555-0100", "555-0101", "other-number", 4),
        (" Llame al 555-0100.", "", "other-figure", 4),
        ("(lists.md)", "(about.md)", "other-link", 8),
        ("[la lista](lists.md)", "la lista", "other-link", 8),
        ("Llame al", "Escriba a oficina@mail.example.com. Llame al", "other-site", 4),
        ("https://law.example.org/a", "https://law.example.org/es/a", "", 0),
        ("(lists.md)", "(lists.md#uno)", "broken-anchor", 8),
        ("law.example.org/a", "law.example.com/a", "other-link", 8),
        (
            "Lea [la lista](lists.md), o la [ley](https://law.example.org/a).",
            BODY.split("\n")[4],
            "left-untranslated",
            8,
        ),
        ("Pida ayuda", "Pida\u200bayuda", "hidden-character", 4),
        ("ayuda a la escuela en su", "“ayuda a la escuela en su", "other-mark", 4),
        ("\n\n## Qué decir", " \n## Qué decir", "", 0),
        ("Llame", "\n\nLlame", "other-paragraphs", 4),
    ],
)
def test_what_is_lost_is_told_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert old in OWN
    told = found(tmp_path, OWN.replace(old, new))
    assert [(p.code, p.place.line, p.severity) for p in told] == [(code, line, "warning")] * bool(code)


def test_a_page_that_does_not_say_what_it_was_made_from_is_never_silently_fresh(tmp_path: Path) -> None:
    told = found(tmp_path, OWN, translates="")
    assert [p.code for p in told] == ["unmarked-page"]


@pytest.mark.parametrize(
    ("translates", "codes"),
    [
        (MADE, []),
        (fingerprint(page("About", BODY)), []),
        ("0123456789ab", ["old-fingerprint"]),
        (OTHER, ["wrong-fingerprint"]),
        (fingerprint(page("Lists", "One.\n\nTwo.\n\nThree.\n\nFour.\n")), ["wrong-fingerprint"]),
        ("012345 / 678901 234567", ["wrong-fingerprint"]),
        ("nonsense", ["bad-fingerprint"]),
    ],
)
def test_fingerprints_are_those_of_the_source(tmp_path: Path, translates: str, codes: list[str]) -> None:
    assert [p.code for p in found(tmp_path, OWN, translates=translates)] == codes


def test_a_changed_source_is_no_fault_of_the_translation(tmp_path: Path) -> None:
    newer = BODY.replace("Call 555-0100.", "Call 555-0199 or write to the [office](lists.md).")
    assert [p.code for p in found(tmp_path, OWN, source=newer)] == ["other-number"]  # the old one


def test_a_link_that_leads_nowhere_is_told_where_it_stands_and_nowhere_else(tmp_path: Path) -> None:
    assert [p.code for p in found(tmp_path, OWN.replace("(lists.md)", "(list.md)"))] == ["broken-link"]
    assert found(tmp_path, OWN, source=BODY.replace("(lists.md)", "(list.md)")) == []
    assert found(tmp_path, OWN, source=BODY.replace("https://law", "htps://law")) == []


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("Some 1,000,000 families.", "Unas 1 000 000 de familias."),
        ("[the list][a]\n\n[a]: lists.md", "[la lista](lists.md)"),
        ("<https://example.org/a>", "https://example.org/a。"),
        ("[a](lists.md) and [a](lists.md)", "[a](lists.md) y [a](lists.md)"),
        ("Call (555) 010-0199.", "Llame al 555.010.0199."),
    ],
)
def test_the_same_written_in_another_way_is_no_change(tmp_path: Path, there: str, here: str) -> None:
    page = BODY + "\n" + there + "\n"
    made = version(Page(title="About", description="On About."), page)
    told = found(tmp_path, OWN + "\n" + here + "\n", source=page, translates=made)
    assert [p.code for p in told if p.code != "other-paragraphs"] == []


def test_each_claim_is_translated(tmp_path: Path) -> None:
    claims = [{"text": f"Claim {n}.", "sources": ["old-2001"]} for n in range(2)]
    words = {"fact": "So it is.", "myth": "So it is not."}
    told = problems(
        tmp_path,
        myths__one=page("One", "", claims=claims, **words),
        myths__one_es=page("Uno", "", claims=claims[:1], translates="0123456789ab", **words),
    )
    assert "other-claims" in [p.code for p in told if p.place.file == "docs/myths/one.es.md"]
