"""The order of the alphabet is the language's own."""

import pytest

from builds import ROOT
from resourcehub.languages.locales import Registry, Text, load_registry
from resourcehub.pages.alphabet import letters, order
from resourcehub.pages.voice import Link


@pytest.fixture(scope="module")
def registry() -> Registry:
    tags = ["en", "es", "zh-Hans", "zh-Hant", "ar", "ko", "hmn", "vi", "hy", "ru-US", "zh-Hans-US"]
    return load_registry(ROOT, "docs/translations/locales.yaml", tags)[0]


@pytest.mark.parametrize(
    ("tag", "words", "expected"),
    [
        ("es", ["ñandú", "oso", "nota", "Árbol"], ["A", "N", "Ñ", "O"]),
        ("en", ["ñandú", "504 plan", "zoo"], [None, "N", "Z"]),
        ("es", ["¡Vamos!", "«Sí»", "¿Quién?", "504"], [None, "Q", "S", "V"]),
        (
            "en",
            ["(A) plan", "'Tis", ".lif files", "“Ask”", "— dash", "#Read", "$5", "* star"],
            [None, "A", "D", "L", "R", "S", "T"],
        ),
        ("zh-Hans", ["学校", "表格", "IEP"], ["B", "I", "X"]),
        ("zh-Hans", ["“问对问题”", "《家庭》"], ["J", "W"]),
        ("zh-Hans-US", ["“问对问题”", "学校"], ["W", "X"]),
        ("ru-US", ["«Школа»", "Дом"], ["Д", "Ш"]),
        ("ar", ["«مدرسة»", "؟إطار"], ["ا", "م"]),
        ("zh-Hant", ["學校", "人"], ["2畫", "16畫"]),
        ("ar", ["مدرسة", "إطار", "IEP"], ["ا", "م", "I"]),
        ("ko", ["학교", "가정"], ["ㄱ", "ㅎ"]),
        ("hmn", ["Tsev", "Kev"], ["K", "T"]),
    ],
)
def test_words_stand_under_the_letters_of_the_language(
    registry: Registry, tag: str, words: list[str], expected: list[str | None]
) -> None:
    locale = registry[tag]
    found = letters([Link(Text(word, locale), word) for word in words], locale)
    assert [letter.label and letter.label.text for letter in found] == expected
    assert sorted(link.text.text for letter in found for link in letter.links) == sorted(words)


def test_what_no_letter_begins_stands_before_and_after_and_each_says_where(registry: Registry) -> None:
    locale = registry["en"]
    found = letters([Link(Text(word, locale)) for word in ("Zoo", "504 plan", "مدرسة")], locale)
    assert [(letter.label and letter.label.text, letter.before) for letter in found] == [
        (None, True),
        ("Z", False),
        (None, False),
    ]


def test_words_are_sorted_as_dictionaries_sort_them(registry: Registry) -> None:
    assert sorted(["zebra", "ñu", "nota", "Álamo", "alba"], key=order(registry["es"])) == [
        "Álamo",
        "alba",
        "nota",
        "ñu",
        "zebra",
    ]
    assert sorted(["dạ", "đa", "da", "ê", "e"], key=order(registry["vi"])) == ["da", "dạ", "đa", "e", "ê"]
