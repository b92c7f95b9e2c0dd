"""Each language is set with its own marks: a browser would choose others than the texts of the site use."""

import pytest

from resourcehub.languages.locales import builtin
from resourcehub.markup.look import faces

REGISTRY = builtin()
# CLDR 47, delimiters; those of Spanish, Armenian and Taiwan are other than a browser's own.
QUOTES = {
    **{"en": "“”", "es": "«»", "ar": "«»", "fa": "«»", "hy": "«»", "ru": "«»", "uk": "«»", "hmn": "“”", "vi": "“”"},
    **{"zh-Hans": "“”", "zh-Hant": "「」", "zh-TW": "「」", "ko": "“”", "pa": "“”", "tl": "“”"},
}


@pytest.mark.parametrize(("tag", "marks"), QUOTES.items())
def test_a_quotation_has_the_marks_of_its_language(tag: str, marks: str) -> None:
    opening, closing = marks
    assert f':lang({tag}) q{{quotes:"{opening}" "{closing}"}}' in faces([REGISTRY[tag]])


def test_no_quotation_is_slanted_where_a_script_has_no_slanted_letters() -> None:
    assert ":lang(ar) :is(cite,em,q){font-style:normal}" in faces([REGISTRY["ar"]])
    assert "font-style" not in faces([REGISTRY["es"]])


@pytest.mark.parametrize(
    ("tag", "script"), [("zh-TW", "Hant"), ("zh-HK", "Hant"), ("zh-CN", "Hans"), ("pa-PK", "Arab"), ("es-MX", "Latn")]
)
def test_a_country_may_write_with_another_script(tag: str, script: str) -> None:
    assert REGISTRY[tag].script == script
