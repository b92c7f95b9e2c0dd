"""A file of translations that is renamed, emptied or swapped with another does not lose its language in silence."""

from pathlib import Path

import pytest

from resourcehub.languages.locales import builtin
from resourcehub.languages.po import Book, Translation
from resourcehub.languages.po_checks import rule_faults
from resourcehub.languages.po_folder import folder_faults, language_faults, words_faults

TAGS = ("en", "es", "zh-Hans", "hmn", "vi-US")
WORDS = (Translation("topics/a/title", "A", None, ("Á",)),)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("spanish.po", "es.po"),
        ("Español.po", "es.po"),
        ("es.PO", "es.po"),
        ("ES.po", "es.po"),
        ("es_MX.po", "es.po"),
        ("zh_Hans.po", "zh-Hans.po"),
        ("hmong.po", "hmn.po"),
        ("spansih.po", "es.po"),
        ("locales.yml", "locales.yaml"),
        ("locale.yaml", "locales.yaml"),
        ("translations.po", ""),
    ],
)
def test_a_file_that_nobody_would_read_is_told(tmp_path: Path, name: str, meant: str) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / name).write_text("")
    problems = list(folder_faults(tmp_path, "translations", builtin(), TAGS))
    assert [(p.code, p.place.file) for p in problems] == [("wrong-po-name", f"translations/{name}")]
    assert meant in problems[0].message


@pytest.mark.parametrize("name", ["es.po", "vi-US.po", "ru.po", "es.md", "locales.yaml", "es.po.bak"])
def test_the_files_of_a_language_may_stand_there(tmp_path: Path, name: str) -> None:
    """Those of a language that the site does not have now, too."""
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / name).write_text("")
    assert list(folder_faults(tmp_path, "translations", builtin(), TAGS)) == []


@pytest.mark.parametrize(
    ("tag", "named", "fits"),
    [
        ("es", "es", True),
        ("es", "es_MX", True),
        ("es", "ar", False),
        ("zh-Hans", "zh_CN", True),
        ("zh-Hans", "zh_TW", False),
        ("zh-Hant", "zh_HK", True),
        ("zh-Hans", "zh", True),
        ("tl", "fil", True),
        ("hmn", "mww", True),
        ("es", "", True),
    ],
)
def test_a_file_speaks_the_language_it_is_named_for(tag: str, named: str, fits: bool) -> None:
    book = Book(WORDS, {"Language": named})
    problems = list(language_faults(book, f"{tag}.po", builtin()[tag]))
    assert [p.code for p in problems] == ([] if fits else ["wrong-language"])


@pytest.mark.parametrize("book", [Book(), Book((Translation("a", "A", None, ("",)),))])
def test_a_language_with_pages_and_no_words_is_told(book: Book) -> None:
    assert [p.code for p in words_faults(book, "es.po", builtin()["es"], {"es": 2})] == ["no-words"]
    assert list(words_faults(book, "es.po", builtin()["es"], {})) == []


@pytest.mark.parametrize(
    ("rule", "plural", "told"),
    [
        ("nplurals=2; plural=(n != 1);", "{n} hubs", False),
        ("nplurals=2; plural=n!=1", "{n} hubs", False),
        ("nplurals=2; plural=(n > 1);", "{n} hubs", True),
        ("nplurals=2; plural=(n == 1);", "{n} hubs", True),
        ("nplurals=3; plural=(n != 1);", "{n} hubs", True),
        ("nplurals=2; plural=(n > 1);", None, False),
        ("", "{n} hubs", False),
    ],
)
def test_the_files_of_a_language_count_in_one_way(rule: str, plural: str | None, told: bool) -> None:
    """All are read by one rule, so the forms of a file with another one would be taken for each other."""
    first = Book((), {"Plural-Forms": "nplurals=2; plural=(n != 1);"})
    second = Book((Translation("interface", "{n} hub", plural, ("a {n}", "b {n}")),), {"Plural-Forms": rule})
    found = list(rule_faults({"es.po": first, "es/more.po": second}))
    assert [(p.place.file, p.code) for p in found] == ([("es/more.po", "other-plurals")] if told else [])
