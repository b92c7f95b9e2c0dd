"""Language tags by their meaning: what is unknown or a country's code is an error that names the language meant."""

from pathlib import Path

import pytest

from resourcehub.catalog.tongues import meant
from small import entry, found, problems


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *[("kr", "ko"), ("cn", "zh-Hans"), ("vn", "vi"), ("jp", "ja"), ("ua", "uk"), ("sp", "es"), ("gr", "el")],
        *[("cz", "cs"), ("us", "en"), ("mx", "es"), ("ph", "fil"), ("spa", "es"), ("iw", "he"), ("en-UK", "en-GB")],
        *[("EN", "en"), ("zh_Hans", "zh-Hans"), ("zh-hans", "zh-Hans"), ("English", "en"), ("español", "es")],
        *[("Hmong", "hmn"), ("Farsi", "fa"), ("Chinese", "zh-Hans"), ("Vietnamise", "vi"), ("qq", None)],
    ],
)
def test_what_was_probably_meant(typed: str, expected: str | None) -> None:
    assert meant(typed) == expected


@pytest.mark.parametrize("tag", ["cn", "vn", "jp", "sp", "ua", "spa", "qq", "es-QQ", "en-UK", "zh-Abcd"])
def test_a_tag_that_nobody_names_is_an_error(tmp_path: Path, tag: str) -> None:
    assert [p.code for p in problems(tmp_path, entry("a", languages=["en", tag]))] == ["no-language"]


def test_the_message_names_the_language_that_was_meant(tmp_path: Path) -> None:
    edition = {"language": "jp", "url": "https://example.org/ja"}
    told = [p.message for p in problems(tmp_path, entry("a", languages=["sp"], editions=[edition]))]
    assert told == [
        "no language has the tag 'sp' (did you mean 'es', Spanish?): correct it, or describe the language in "
        "docs/translations/locales.yaml",
        "no language has the tag 'jp' (did you mean 'ja', Japanese?): correct it, or describe the language in "
        "docs/translations/locales.yaml",
    ]


@pytest.mark.parametrize("tag", ["es-419", "hmn", "mww", "prs", "chk", "cmn", "uk", "yue", "ksw", "ase", "sh", "am"])
def test_a_language_that_is_known_is_no_fault(tmp_path: Path, tag: str) -> None:
    assert problems(tmp_path, entry("a", languages=[tag])) == []


def test_a_language_that_is_mostly_typed_for_a_country_is_asked_about(tmp_path: Path) -> None:
    (one,) = problems(tmp_path, entry("a", languages=["kr"]))
    assert (one.code, one.severity) == ("doubtful-language", "warning")
    assert "'kr' is Kanuri; for Korea write 'ko' (Korean)" in one.message


def test_a_name_in_place_of_a_tag_is_answered_with_the_tag(tmp_path: Path) -> None:
    (one,) = problems(tmp_path, entry("a", languages=["Vietnamese"]))
    assert one.message == "languages: 'Vietnamese' is no language tag: did you mean 'vi'?"
    assert found(tmp_path, "no-language", entry("a", languages=["Vietnamese"])) == []
