"""The registry of languages: it knows what CLDR does not, overrules it where needed, and sites extend it."""

import time
from dataclasses import replace
from datetime import date
from gettext import c2py
from pathlib import Path

import pytest

from builds import ROOT
from resourcehub.languages.locales import builtin, format_date, format_number, language_name, load_registry
from resourcehub.languages.po import read_po
from resourcehub.languages.registry import cldr, own_data, parse_plurals
from resourcehub.languages.tags import lookup

DAY = date(2026, 11, 24)
SITE = "docs/translations/locales.yaml"


def site(root: Path, text: str) -> Path:
    path = root / SITE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("tag", list(builtin()))
def test_every_described_language_is_complete(tag):
    locale = builtin()[tag]
    assert locale.name != tag
    assert locale.english != tag
    assert locale.script in own_data().scripts
    assert locale.languages.get("en") != ""
    assert format_date(DAY, locale)


@pytest.mark.parametrize(
    ("tag", "name", "direction", "script"),
    [
        ("en", "English", "ltr", "Latn"),
        ("es", "Español", "ltr", "Latn"),
        ("ar", "العربية", "rtl", "Arab"),
        ("fa", "فارسی", "rtl", "Arab"),
        ("zh-Hans", "简体中文", "ltr", "Hans"),
        ("zh-Hant", "繁體中文", "ltr", "Hant"),
        ("hmn", "Hmoob", "ltr", "Latn"),
        ("hnj", "Moob Leeg", "ltr", "Latn"),
        ("pa", "ਪੰਜਾਬੀ", "ltr", "Guru"),
        ("pa-Arab", "پنجابی (عربی)", "rtl", "Arab"),
        ("hy", "Հայերեն", "ltr", "Armn"),
        ("uk", "Українська", "ltr", "Cyrl"),
        ("vi", "Tiếng Việt", "ltr", "Latn"),
        ("es-419", "Español (Latinoamérica)", "ltr", "Latn"),
        ("el", "Ελληνικά", "ltr", "Grek"),
        ("hmn-US", "Hmoob", "ltr", "Latn"),
        ("vi-US", "Tiếng Việt", "ltr", "Latn"),
        ("zh-Hans-US", "简体中文", "ltr", "Hans"),
        ("prs-US", "دری", "rtl", "Arab"),
        ("pa-Arab-US", "پنجابی (عربی)", "rtl", "Arab"),
        ("ka", "ქართული", "ltr", "Geor"),
        ("qaa", "qaa", "ltr", "Latn"),
    ],
)
def test_name_direction_and_script(tag, name, direction, script):
    locale = builtin()[tag]
    assert (locale.tag, locale.name, locale.direction, locale.script) == (tag, name, direction, script)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "November 24, 2026"),
        ("es", "24 de noviembre de 2026"),
        ("hmn", "24 Kaum Ib Hlis 2026"),
        ("mww", "24 Kaum Ib Hlis 2026"),
        ("ht", "24 Novanm 2026"),
        ("zh-Hans", "2026年11月24日"),
        ("tl", "Nobyembre 24, 2026"),
        ("prs", "24 نومبر 2026"),
        ("hnj", "2026-11-24"),
        ("mh", "2026-11-24"),
        ("qaa", "2026-11-24"),
    ],
)
def test_a_date_is_written_as_its_readers_write_it(tag, text):
    assert format_date(DAY, builtin()[tag]) == text


@pytest.mark.parametrize(("tag", "text"), [("en", "1,234.5"), ("de", "1.234,5"), ("fa", "1,234.5"), ("hmn", "1,234.5")])
def test_a_number_is_written_in_common_digits(tag, text):
    assert format_number(1234.5, builtin()[tag]) == text


@pytest.mark.parametrize(
    ("tag", "reader", "name"),
    [
        ("es", "en", "Spanish"),
        ("hmn", "es", "hmong"),
        ("zh-Hant", "es", "chino tradicional"),
        ("prs", "es", "darí"),
        ("bn", "en", "Bengali"),
        ("kar", "en", "Karen"),
        ("kar", "es", None),
        ("es", "hmn", "Lus Mev"),
        ("ru", "hmn", "Lus Lavxias"),
        ("zh", "mww", "Lus Suav"),
        ("qu", "hmn", None),
    ],
)
def test_a_language_is_named_in_the_readers_language_or_not_at_all(tag, reader, name):
    assert language_name(tag, builtin()[reader]) == name


def test_chinese_scripts_ask_for_their_own_fonts_first():
    registry = builtin()
    assert registry["zh-Hans"].fonts.startswith('"PingFang SC"')
    assert registry["zh-Hant"].fonts.startswith('"PingFang TC"')
    assert registry["es"].fonts == ""
    assert "Nastaliq" in registry["ur"].fonts


@pytest.mark.parametrize(
    ("tag", "comma", "colon"),
    [("en", ", ", ": "), ("hmn", ", ", ": "), ("ar", "، ", ": "), ("zh-Hans", "、", "："), ("ko", ", ", ": ")],
)
def test_marks_between_words_follow_the_script(tag, comma, colon):
    assert (builtin()[tag].comma, builtin()[tag].colon) == (comma, colon)


def test_varieties_are_looked_up_by_shortening():
    assert lookup("zh-Hant-HK") == ["zh-Hant-HK", "zh-Hant", "zh"]


def test_an_unknown_language_is_a_problem_that_tells_how_to_describe_it(tmp_path):
    _, problems = load_registry(tmp_path, SITE, ("en", "hmn", "es-419", "mix"))
    assert [(p.code, p.place.file) for p in problems] == [("unknown-locale", SITE)]
    assert "mix: {name:" in problems[0].message


def test_the_registry_always_answers():
    assert builtin()["mix"].name == "mix"


def test_a_site_describes_a_language_of_its_own(tmp_path):
    text = "locales:\n  mix: {name: Tu'un Sávi, english: Mixtec, script: Latn, date: d 'de' M y}\n"
    registry, problems = load_registry(site(tmp_path, text), SITE, ("en", "mix"))
    assert problems == []
    assert registry["mix"].name == "Tu'un Sávi"
    assert format_date(DAY, registry["mix"]) == "24 de 11 2026"
    assert language_name("mix", registry["en"]) == "Mixtec"


def test_a_site_sets_one_value_and_keeps_the_rest(tmp_path):
    registry, problems = load_registry(site(tmp_path, "locales:\n  hmn:\n    name: Lus Hmoob\n"), SITE)
    assert problems == []
    assert registry["hmn"].name == "Lus Hmoob"
    assert registry["hmn"].months == builtin()["hmn"].months


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("    nmae: x\n", "unknown-field", 3),
        ("    name: X\n    fonts: 'a;} body{'\n", "bad-fonts", 4),
        ("    name: X\n    plurals: nplurals=2; plural=os.system()\n", "bad-plurals", 4),
        ("    name: X\n    plurals: nplurals=2; plural=5/(n-7)\n", "bad-plurals", 4),
        ("    name: X\n    plurals: nplurals=2; plural=n>100?2:0\n", "bad-plurals", 4),
        ("    name: X\n    plurals: nplurals=2; plural=0-1\n", "bad-plurals", 4),
        ("    name: X\n    plurals: nplurals=0; plural=0\n", "bad-plurals", 4),
        ("    name: X\n    plurals: nplurals=99999999999; plural=0\n", "bad-plurals", 4),
        ("    name: X\n    direction: up\n", "unknown-value", 4),
        ("    name: X\n    script: latin\n", "bad-shape", 4),
        ("    name: <b>X</b>\n", "raw-html", 3),
        ("    name: X\n    babel: xx_YY\n", "bad-locale", 4),
        ("    name: X\n    quotes: ab\n", "bad-shape", 4),
        ("    name: X\n    months: [a, b]\n", "too-few", 4),
    ],
)
def test_a_fault_in_a_sites_description_has_its_place(tmp_path, entry, code, line):
    _, problems = load_registry(site(tmp_path, "locales:\n  mix:\n" + entry), SITE)
    assert [(p.code, p.place.line) for p in problems] == [(code, line)]


def test_one_faulty_description_hides_no_other(tmp_path):
    text = "locales:\n  mix: {fonts: '{}'}\n  qaa: {name: Q, english: Q}\n"
    registry, problems = load_registry(site(tmp_path, text), SITE, ("qaa",))
    assert len(problems) == 1
    assert registry["qaa"].name == "Q"


@pytest.mark.parametrize("text", ["", "- a\n", "languages: {}\n", "locales: x\n"])
def test_a_misshapen_file_is_no_crash(tmp_path, text):
    registry, _ = load_registry(site(tmp_path, text), SITE)
    assert registry["en"].name == "English"


def test_a_plural_rule_of_any_length_is_refused_in_linear_time():
    def seconds(length):
        start = time.process_time()
        for text in (" " * length + "x", "nplurals=2; plural=" + " " * length + ";" + " " * length + "x"):
            with pytest.raises(ValueError, match="more than 500"):
                parse_plurals(text)
        return time.process_time() - start

    seconds(100_000)
    assert seconds(8_000_000) < max(8 * seconds(2_000_000), 0.5), "a cubic expression would take minutes"
    for text in (" " * 400 + "x", "nplurals=2; plural=" + " " * 200 + ";" + " " * 200 + "x"):
        with pytest.raises(ValueError, match="write it as"):
            parse_plurals(text)
    assert parse_plurals(" nplurals = 2 ;\tplural = (n != 1) ; ") == (2, "(n != 1)")


REGIONS = ("vi", "ar", "ru", "ko", "uk", "hy", "fa", "pa", "zh-Hans", "zh-Hant", "tl", "hmn", "ht")


@pytest.mark.parametrize("tag", REGIONS)
def test_a_region_that_cldr_lacks_takes_nothing_from_a_language(tag):
    here, there = builtin()[tag], builtin()[f"{tag}-US"]
    assert replace(there, tag=tag) == here
    assert format_date(DAY, there) == format_date(DAY, here)
    assert format_number(2500.5, there) == format_number(2500.5, here)
    assert language_name("en", there) == language_name("en", here)


def test_the_name_of_a_variety_is_that_of_its_language_in_the_same_script():
    es = builtin()["es"]
    assert (language_name("vi-US", es), language_name("es-MX", es)) == ("vietnamita", "español de México")
    assert language_name("es-MX", builtin()["hmn"]) == "Lus Mev"
    assert language_name("zh-Hant-TW", builtin()["hmn"]) == "Lus Suav (ntawv qub)"
    assert language_name("qu-PE", builtin()["hmn"]) is None


def test_slips_of_cldr_are_put_right():
    assert language_name("chk", builtin()["ru"]) == "чуукский"
    assert language_name("chk", builtin()["ar"]) == "التشوكية"
    assert language_name("hmn", builtin()["ko"]) == "몽어"
    assert [language_name("uk", builtin()[tag]) for tag in ("fil", "tl", "tl-US")] == ["Ukrainian"] * 3


@pytest.mark.parametrize("tag", list(builtin()))
def test_the_plural_forms_of_a_language_are_those_of_cldr(tag):
    """Each of CLDR's categories of whole numbers has a form of its own; so a site's PO file can say what it must."""
    locale = builtin()[tag]
    number, rule = parse_plurals(locale.plurals)
    form = {n: c2py(rule)(n) for n in range(1000)}
    assert set(form.values()) == set(range(number))
    if known := cldr(locale.cldr or ""):
        pairs = {(known.plural_form(n), form[n]) for n in form}
        assert len(pairs) == number == len({category for category, _ in pairs})


def test_arabic_has_its_forms_in_the_order_of_gettext():
    _, rule = parse_plurals(builtin()["ar"].plurals)
    assert [c2py(rule)(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [0, 1, 2, 3, 3, 4, 4, 5, 5, 3]
    for folder in ("docs/translations", "scripts/resourcehub/languages/locales"):
        book, _ = read_po(ROOT / folder, "ar.po")
        assert book is not None and book.metadata["Plural-Forms"] == builtin()["ar"].plurals
