"""The types of fields: what each accepts and refuses, and with which code."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from resourcehub.catalog import fields
from resourcehub.catalog.fields import SUMMARY_LENGTH
from resourcehub.catalog.plain import require_plain, shown


def code(kind: Any, text: object) -> str:
    """Return the code of the fault in a value, or nothing."""
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0]["type"])
    return ""


@pytest.mark.parametrize(
    ("kind", "good", "fault", "bad"),
    [
        (
            fields.Id,
            ["a", "home-visits-2", "2026", "x" * 80],
            "bad-id",
            ["A", "a_b", "a--b", "-a", "a b", "a\n", "é", "٣", "x" * 81, "x" * 1_000_000],
        ),
        (fields.Fingerprint, ["0123456789ab"], "bad-fingerprint", ["0123456789AB", "012", "0123456789abc"]),
        (
            fields.Day,
            ["1990-01-01", "2026-01-31", "2999-12-31"],
            "bad-date",
            [
                "1989-12-31",
                "86400",
                "2026-02-30",
                "2026-1-1",
                "2026-01-01\n",
                "٢٠٢٦-٠١-٠١",
                "2026-01-01T00:00",
                "y",
                "no",
                "0000-01-01",
            ],
        ),
        (fields.PastDay, ["2026-01-01"], "future-date", ["2999-12-31"]),
        (
            fields.Year,
            [str(date.today().year), str(date.today().year + 1)],
            "future-date",
            [str(date.today().year + 2)],
        ),
        (
            fields.Year,
            ["1500", "2014"],
            "bad-year",
            [
                "86400",
                "1_000",
                "012",
                "٢٠١٤",
                "2014\n",
                "2014.0",
                "1499",
                "2100",
                "+2014",
                " 2014",
                "y",
                "no",
            ],
        ),
        (
            fields.Count,
            ["1", "86400"],
            "bad-number",
            ["0", "012", "1_000", "1e3", "٥", "5\n", "-5", "5.0", "y", "no", "9" * 1_000_000],
        ),
        (
            fields.Amount,
            ["2.5", "12", "0.25"],
            "bad-number",
            ["nan", "inf", "1_000", "1e3", "٥", ".5", "5.", "2,5", "-1", "5\n", "2.555"],
        ),
        (
            fields.Language,
            ["no", "es", "hmn", "zh-Hans", "es-419", "pt-BR", "zh-Hant-HK", "sl-rozaj"],
            "bad-language",
            ["english", "EN", "zh_Hans", "zh-hans", "es-", "e", "٣٣", "es\n", "", "x" * 1_000_000],
        ),
        (
            fields.Grades,
            ["K-12", "PK-5", "birth-PK", "6", "K"],
            "bad-grades",
            ["12-K", "K - 12", "13", "k-12", "K-6-12", "٣", "", "K\n", "-"],
        ),
        (
            fields.Address,
            [
                "https://example.org",
                "http://example.org/a_(b)?c=d&e#f",
                "https://bücher.example/ü",
                "https://xn--bcher-kva.example",
                "https://example.org/@name",
                "https://example.org?mail=a@b",
                "https://example.org:8080/",
                "https://192.0.2.1/",
            ],
            "bad-address",
            [
                "ftp://example.org",
                "example.org",
                "https://ex ample.org",
                "https://example.org/a b",
                "https://example.org\n",
                "https://example.org/\u202egpj",
                "https://example.org/\u200b",
                "https://localhost",
                "https:///path",
                "https://a..org",
                "https://[::1",
                "https://example.org:99999/",
                "https://\u2100.org/",
                "https://example.org/" + "x" * 2000,
                "https://" + "x" * 1_000_000 + ".org",
                "https://" + "x" * 64 + ".org",
                "https://example.org/<b>",
                "//example.org",
                "HTTPS://example.org",
                "mailto:office@example.org",
            ],
        ),
        (
            fields.Address,
            [],
            "address-credentials",
            [
                "https://user:pw@example.org",
                "https://user@example.org/",
                "https://example.org:pw@evil.example?x",
            ],
        ),
        (
            fields.Address,
            [],
            "script-address",
            ["javascript:alert(1)", "JavaScript:x", " javascript:x", "data:text/html,x", "vbscript:x"],
        ),
        (
            fields.Summary,
            ["x" * SUMMARY_LENGTH],
            "long-summary",
            ["x" * (SUMMARY_LENGTH + 1), "x" * 10_000_000],
        ),
        (fields.Title, ["x" * 200, "012", "no", "86400"], "long-title", ["x" * 201]),
        (fields.Words, ["x" * 4000], "too-long", ["x" * 4001]),
        (fields.Details, ["a\n\nb", "x" * 4000], "too-long", ["x" * 4001]),
    ],
)
def test_types(kind: Any, good: list[str], fault: str, bad: list[str]) -> None:
    assert {text: code(kind, text) for text in good} == dict.fromkeys(good, "")
    assert {text: code(kind, text) for text in bad} == dict.fromkeys(bad, fault)


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > a",
        "I <3 books",
        "Data: a story",
        "data: 5",
        "JavaScript: a primer",
        "one\ntwo",
        "العربية \u200f(a)\u200f",
        "می\u200cخواهم",
        "50 % {of} it",
    ],
)
def test_plain_words_pass_as_they_are(text: str) -> None:
    assert require_plain(text) == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<script>x</script>", "raw-html"),
        ("a <script", "raw-html"),
        ("<b>bold</b>", "raw-html"),
        ("</b>", "raw-html"),
        ("<!-- x -->", "raw-html"),
        ("<?php", "raw-html"),
        ("<!DOCTYPE html>", "raw-html"),
        ("javascript:alert(1)", "script-address"),
        ("see DATA:text/html,x", "script-address"),
        ("data:;base64,PHg+", "script-address"),
        ("vbscript:x", "script-address"),
        ("a\u202eb", "bidi-override"),
        ("a\u2067b", "bidi-override"),
        ("a\x00b", "control-character"),
        ("a\x1bb", "control-character"),
        ("a\x85b", "control-character"),
        ("a\u2028b", "control-character"),
        ("a\ud800b", "control-character"),
        ("a\tb", "tab"),
    ],
)
def test_what_is_no_plain_text(text: str, fault: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        require_plain(text)
    assert error.value.type == fault


def test_lists_and_groups_are_refused_by_every_type() -> None:
    for kind in (
        fields.Id,
        fields.Day,
        fields.Year,
        fields.Count,
        fields.Amount,
        fields.Address,
        fields.Title,
    ):
        for value in (["a"], {"a": "b"}, None):
            assert code(kind, value)


def test_texts_lose_needless_blanks_and_addresses_nothing() -> None:
    assert TypeAdapter(fields.Title).validate_python(" a\n  b ") == "a b"
    address = "https://Example.org/%7Euser/../a?b=c#d"
    assert TypeAdapter(fields.Address).validate_python(address) == address


def test_what_a_message_shows_is_short_and_visible() -> None:
    assert shown("a\x1b[31m\nb") == "a?[31m b"
    assert shown("x" * 100) == "x" * 60 + "…"


def test_blanks_that_hold_words_together_stay_and_others_are_one() -> None:
    assert (
        TypeAdapter(fields.Title).validate_python("Lire\u00a0:  «\u202fun\n livre\u202f»")
        == "Lire\u00a0: «\u202fun livre\u202f»"
    )
