"""States of translations, and a locale's words, which say what language they speak."""

import pytest

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.model import Catalog, Term
from resourcehub.languages import states, units
from resourcehub.languages.locales import Text, builtin
from resourcehub.languages.marks import MACHINE, machine_mark
from resourcehub.languages.merge import update
from resourcehub.languages.po import read_books
from resourcehub.languages.po_checks import Catalogue, book_faults
from resourcehub.languages.states import Message, Messages, coverage, generator_messages, read_messages, site_units
from resourcehub.languages.units import INTERFACE, Unit, catalog_units
from resourcehub.languages.words import load_words
from resourcehub.shipped import PACKAGE
from small import resource

REGISTRY = builtin()
EN, ES, RU = REGISTRY["en"], REGISTRY["es"], REGISTRY["ru"]
LOCALES = PACKAGE / "languages/locales"


CATALOG = Catalog(
    kinds=(Term(id="toolkit", title="Toolkit", heading="Toolkits", summary="S"),),
    topics=(Term(id="t", title="T", summary="S"),),
    resources=(
        resource("one", details="D\n\nE"),
        resource("two", status="draft"),
        resource("three", status="retired"),
    ),
)
FILE = CatalogFile(catalog=CATALOG, whole=False)


def put(root, tag, text, rule="nplurals=2; plural=(n != 1);"):
    (root / f"{tag}.po").write_text(f'msgid ""\nmsgstr ""\n"Plural-Forms: {rule}\\n"\n\n{text}', encoding="utf-8")


def entry(context, source, translation, more=""):
    return f'{more}msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


READ = "# read by the parents' group, 2026-11-28\n"


def words(root, tag, text, rule="nplurals=2; plural=(n != 1);"):
    put(root, tag, text, rule)
    found, _ = read_messages(root, f"{tag}.po", REGISTRY[tag], FILE)
    return load_words(found, REGISTRY[tag])


@pytest.fixture(autouse=True)
def _no_words_of_the_generators_own(monkeypatch, tmp_path):
    """What the translators of the generator have done so far does not change these tests."""
    for module in (states, units):
        monkeypatch.setattr(module, "PACKAGE", tmp_path / "package")
    generator_messages.cache_clear()
    yield
    generator_messages.cache_clear()


@pytest.mark.parametrize(
    ("text", "state", "machine"),
    [
        (entry("topics/t/title", "T", "Té", READ), "translated", False),
        (entry("topics/t/title", "T", "Té", f"# {MACHINE}\n"), "translated", True),
        (entry("topics/t/title", "T", "Té"), "translated", True),
        (entry("topics/t/title", "T", "Té", f"# {machine_mark('T', ['Tal'])}\n"), "translated", False),
        (entry("topics/t/title", "T", "Té", f'{READ}#, fuzzy\n#| msgid "Old"\n'), "stale", False),
        (entry("topics/t/title", "T", "Té", f'{READ}#, fuzzy\n#| msgid "  T\\n"\n'), "translated", False),
        (entry("topics/t/title", "T", "Té", f"{READ}#, fuzzy\n"), "unfinished", False),
        (entry("topics/t/title", "T", "", f"# {MACHINE}\n"), "missing", False),
        (entry("topics/t/summary", "S", "Té", READ), "missing", False),
        ("", "missing", False),
    ],
)
def test_the_state_of_a_translation(tmp_path, text, state, machine):
    put(tmp_path, "es", text)
    found, problems = read_messages(tmp_path, "es.po", ES, FILE)
    assert problems == []
    message = found.catalog["topics/t/title"]
    assert (message.source, message.state, message.machine) == ("T", state, machine)
    assert message.translation == ("" if state == "missing" else "Té")


def test_another_source_is_stale_unless_only_its_msgid_was_changed_by_hand(tmp_path):
    """The mark of a machine's words knows their source: readers are not told that the original has changed."""
    for note, state in ((READ, "stale"), (f"# {machine_mark('T', ['Té'])}\n", "translated")):
        put(tmp_path, "es", entry("topics/t/title", "Tee", "Té", note))
        found, problems = read_messages(tmp_path, "es.po", ES, FILE)
        assert [p.code for p in problems] == []
        assert found.catalog["topics/t/title"].state == state


def test_line_breaks_of_the_catalog_are_no_change(tmp_path):
    put(tmp_path, "es", entry("resources/one/details", "D is\\nlong.\\n\\n \\nE", "De\\nlargo.\\n\\nE", READ))
    broken = Catalog(resources=(resource("one", details="D\nis long.\n\nE"),))
    found, _ = read_messages(tmp_path, "es.po", ES, CatalogFile(broken))
    message = found.catalog["resources/one/details"]
    assert (message.state, message.source, message.translation) == ("translated", "D is long.\n\nE", "De largo.\n\nE")


def test_a_broken_file_leaves_every_text_missing_and_says_so(tmp_path):
    (tmp_path / "es.po").write_text("hello\n")
    found, problems = read_messages(tmp_path, "es.po", ES, FILE)
    assert [str(p.place) for p in problems] == ["es.po:1"]
    assert {m.state for m in found.catalog.values()} == {"missing"}


def test_the_source_language_needs_no_file_and_may_have_words_of_its_own(tmp_path):
    found, problems = read_messages(tmp_path, "en.po", EN, FILE)
    assert problems == [] and load_words(found, EN).get("Menu").text == "Menu"
    put(tmp_path, "en", entry("interface", "Menu", "Contents", READ))
    found, problems = read_messages(tmp_path, "en.po", EN, FILE)
    assert problems == [] and load_words(found, EN).get("Menu").text == "Contents"


def test_coverage_counts_each_state(tmp_path):
    text = (
        entry("topics/t/title", "T", "Té", f"# {MACHINE}\n")
        + entry("topics/t/summary", "Old", "Ese", READ)
        + entry(INTERFACE, "Menu", "Menú", READ)
    )
    put(tmp_path, "es", text)
    found, _ = read_messages(tmp_path, "es.po", ES, FILE)
    units = [*catalog_units(CATALOG), Unit(INTERFACE, "Menu"), Unit(INTERFACE, "Topic")]
    counts = coverage(found, units)
    assert (counts.translated, counts.stale, counts.missing, counts.machine) == (2, 1, 9, 1)


def test_words_say_what_language_they_speak(tmp_path):
    w = words(tmp_path, "es", entry(INTERFACE, "Menu", "Menú"))
    assert w.get("Menu") == Text("Menú", ES)
    assert w.get("Topic") == Text("Topic", EN)


def test_the_source_language_is_asked_before_english(tmp_path):
    source = words(tmp_path, "es", entry(INTERFACE, "Menu", "Menú"))
    w = load_words(Messages(RU), RU, source)
    assert (w.get("Menu"), w.get("Topic")) == (Text("Menú", ES), Text("Topic", EN))
    assert w.plural("{count} page", "{count} pages", 2) == Text("2 pages", EN)
    assert load_words(Messages(EN), EN, source).get("Menu") == Text("Menu", EN)


def test_a_language_takes_the_words_of_the_one_it_is_a_variety_of(tmp_path):
    (tmp_path / "package/languages/locales").mkdir(parents=True)
    put(tmp_path / "package/languages/locales", "es", entry(INTERFACE, "Menu", "Menú"))
    mexico = REGISTRY["es-MX"]
    assert load_words(Messages(mexico), mexico).get("Menu") == Text("Menú", mexico)


def test_the_sites_words_come_before_the_generators(tmp_path):
    (tmp_path / "package/languages/locales").mkdir(parents=True)
    put(
        tmp_path / "package/languages/locales",
        "es",
        entry(INTERFACE, "Menu", "Menú") + entry(INTERFACE, "Topic", "Tema"),
    )
    w = words(tmp_path, "es", entry(INTERFACE, "Menu", "Carta"))
    assert (w.get("Menu").text, w.get("Topic").text) == ("Carta", "Tema")


def test_numbers_are_written_as_the_language_writes_them(tmp_path):
    w = words(tmp_path, "ru", entry(INTERFACE, "{size} MB", "{size} МБ"))
    assert w.get("{size} MB", size=2.5).text == "2,5 МБ"
    assert w.get("Grade {number}", number="7").text == "Grade 7"
    assert w.get("In {language}", language=Text("español", ES)).text == "In español"


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 дом"), (3, "3 дома"), (5, "5 домов"), (1021, "1\N{NO-BREAK SPACE}021 дом")]
)
def test_plural_forms_follow_the_rule_of_the_file(tmp_path, count, text):
    few = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20)"
    rule = f"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : {few} ? 1 : 2);"
    row = f'msgctxt "{INTERFACE}"\nmsgid "{{count}} house"\nmsgid_plural "{{count}} houses"\n'
    row += "".join(f'msgstr[{n}] "{{count}} {w}"\n' for n, w in enumerate(["дом", "дома", "домов"]))
    w = words(tmp_path, "ru", row, rule)
    assert w.plural("{count} house", "{count} houses", count) == Text(text, RU)


@pytest.mark.parametrize(("count", "text"), [(1, "1 page"), (2, "2 pages"), (0, "0 pages")])
def test_a_missing_plural_is_english(tmp_path, count, text):
    assert words(tmp_path, "es", "").plural("{count} page", "{count} pages", count) == Text(text, EN)


@pytest.mark.parametrize("bad", ["Grado", "Grado {numero}", "{number.__class__} {number}", "{number} {0}"])
def test_a_broken_placeholder_falls_back_to_english(tmp_path, bad):
    w = words(tmp_path, "es", entry(INTERFACE, "Grade {number}", bad))
    assert w.get("Grade {number}", number=7) == Text("Grade 7", EN)


def test_a_value_that_looks_like_a_placeholder_is_only_text(tmp_path):
    w = words(tmp_path, "es", entry(INTERFACE, "{a}: {b}", "{b}: {a}"))
    assert w.get("{a}: {b}", a="{b}", b="{a.x}").text == "{a.x}: {b}"


def test_doubtful_interface_words_are_not_shown(tmp_path):
    w = words(tmp_path, "es", entry(INTERFACE, "Menu", "Menú", "#, fuzzy\n"))
    assert w.get("Menu") == Text("Menu", EN)


def test_a_sites_file_holds_the_interface_words_that_the_generator_lacks(tmp_path):
    (tmp_path / "package/languages/locales").mkdir(parents=True)
    known = entry(INTERFACE, "Menu", "Menú") + entry(INTERFACE, "Topic", "Tema")
    put(tmp_path / "package/languages/locales", "es", known)
    interface = [Unit(INTERFACE, "Menu"), Unit(INTERFACE, "Topic"), Unit(INTERFACE, "Fact")]
    own = Message(INTERFACE, "Topic", ("Asunto",), "translated")
    units = site_units(CATALOG, Messages(ES, interface={"Topic": own}), interface)
    assert [u.source for u in units if u.context == INTERFACE] == ["Topic", "Fact"]
    assert units[: len(list(catalog_units(CATALOG)))] == list(catalog_units(CATALOG))


def test_a_new_language_needs_no_python(tmp_path):
    """A language that neither the registry nor CLDR knows: update, translate, read, speak."""
    strange = REGISTRY["qaa"]
    units = site_units(CATALOG, Messages(strange), [Unit(INTERFACE, "Menu")])
    update(tmp_path, "qaa.po", units, strange)
    path = tmp_path / "qaa.po"
    path.write_text(path.read_text().replace('msgid "Menu"\nmsgstr ""', 'msgid "Menu"\nmsgstr "Mm"'))
    found, problems = read_messages(tmp_path, "qaa.po", strange, FILE)
    assert problems == []
    assert load_words(found, strange).get("Menu") == Text("Mm", strange)


@pytest.mark.parametrize("name", [path.name for path in sorted(LOCALES.glob("*.po"))])
def test_the_generators_own_words_have_no_faults(name):
    books, problems = read_books(LOCALES, name)
    locale = REGISTRY[name.removesuffix(".po")]
    assert [*problems, *book_faults(books[name], name, locale, Catalogue({}, read=False))] == []
