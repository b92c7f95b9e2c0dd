"""Agreed terms: read from the style note's table, met as words and not in names, in any form that was agreed on."""

from pathlib import Path

import pytest

from resourcehub.languages.terms import Terms, read_terms

NOTE = """# Spanish

## Terms

| English | Translation | Source |
| --- | --- | --- |
| district | distrito | a handbook |
| report card | boleta de calificaciones / boletas | own choice |
| report | informe | own choice |
| Title I | Título I (Title I) | own choice |
| partner | soci | own choice |

## Doubts

| a | b | c |
"""


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    (tmp_path / "es.md").write_text(NOTE)
    return read_terms(tmp_path / "es.md")


def test_the_table_is_read_and_nothing_else(terms: Terms, tmp_path: Path) -> None:
    assert list(terms.forms) == ["district", "report card", "report", "Title I", "partner"]
    assert terms.forms["report card"] == ("boleta de calificaciones", "boletas")
    assert read_terms(tmp_path / "none.md") == Terms()


@pytest.mark.parametrize(
    ("source", "text", "missing"),
    [
        ("Ask the district.", "Pregunte al distrito.", []),
        ("Ask the districts.", "Pregunte a las escuelas.", ["district"]),
        ("A report card.", "Unas boletas.", []),
        ("A report card.", "Un informe.", ["report card"]),
        ("A report.", "Un\ninforme.", []),
        ("The title is ours.", "Es nuestro.", []),
        ("Title I helps.", "Ayuda.", ["Title I"]),
        ("Title I helps.", "Título I (Title I) ayuda.", []),
        ("Report Works is a group.", "Report Works es un grupo.", []),
        ("District Works is a group.", "Es un grupo.", []),
        ("Partners help.", "Los socios ayudan.", []),
        ("Call the district.", "Llame al district.", []),
        ("Call the district.", "", []),
    ],
)
def test_a_term_is_missing_where_a_text_says_it_otherwise(
    terms: Terms, source: str, text: str, missing: list[str]
) -> None:
    assert [term for term, _ in terms.missing(source, text)] == missing
