"""Who reads what: varieties of a language, its scripts, and languages that are read together."""

import pytest

from resourcehub.languages.locales import builtin


@pytest.mark.parametrize(
    ("tag", "read"),
    [
        *[("es", "es"), ("es-MX", "es"), ("es-419", "es"), ("en-GB", "en"), ("pt-BR", "pt"), ("ar-EG", "ar")],
        *[("zh", "zh"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant")],
        *[("hmn", "hmn"), ("mww", "hmn"), ("hnj", "hmn"), ("mww-US", "hmn"), ("fil", "tl"), ("tl", "tl")],
        *[("cmn", "zh"), ("arb", "ar"), ("ksw", "kar"), ("prs", "prs"), ("yue", "yue")],
        *[("pa", "pa"), ("pa-Guru", "pa"), ("pa-PK", "pa-Arab"), ("sr-Latn", "sr-Latn")],
    ],
)
def test_a_tag_counts_as_the_language_that_its_readers_look_for(tag: str, read: str) -> None:
    assert builtin().reading(tag) == read


@pytest.mark.parametrize(
    ("reader", "tags", "others"),
    [
        ("es", ["es", "es-MX", "es-419"], ["en", "pt", "ca"]),
        ("zh-Hans", ["zh", "zh-CN", "zh-Hans", "cmn"], ["zh-Hant", "zh-TW", "yue", "ja"]),
        ("zh-Hant", ["zh", "zh-TW", "zh-HK"], ["zh-Hans", "zh-CN"]),
        ("zh", ["zh-Hans", "zh-Hant"], []),
        ("hmn", ["hmn", "mww", "hnj"], ["en"]),
        ("mww", ["hmn", "hnj"], []),
        ("fil", ["tl", "fil-PH"], ["ceb"]),
        ("pa", ["pa", "pa-IN"], ["pa-PK", "ur"]),
    ],
)
def test_who_reads_what(reader: str, tags: list[str], others: list[str]) -> None:
    assert [tag for tag in (*tags, *others) if builtin().reads(reader, tag)] == tags
