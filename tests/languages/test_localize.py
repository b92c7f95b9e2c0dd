"""A resource speaks one language at a time, every text says which, and it costs next to nothing."""

import pytest

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.model import Catalog, Citation, GlossaryTerm, Sentence, Term
from resourcehub.languages.locales import Text, builtin
from resourcehub.languages.localize import LocalSentence, localize
from resourcehub.languages.states import Message, Messages
from resourcehub.problems import Place
from small import resource

REGISTRY = builtin()
EN, AR = REGISTRY["en"], REGISTRY["ar"]
ONE = resource("one", details="Details")
CATALOG = Catalog(
    kinds=(
        Term(id="toolkit", title="Toolkit", heading="Toolkits", summary="S"),
        Term(id="b", title="B", summary="S"),
    ),
    citations=(Citation(id="c", type="book", title="C"),),
    resources=(ONE, resource("draft", status="draft"), resource("old", status="retired")),
)


def message(context, text, state="translated", machine=False):
    return Message(context, "", (text,) if text else (), state, "machine" if machine else "read")


def speak(*words, locale=AR, catalog=CATALOG):
    file = CatalogFile(catalog=catalog, places={("resources", "one"): Place("resources.yaml", 12, 3)})
    return localize(file, Messages(locale, {m.context: m for m in words}), locale, EN)


def one(*fields):
    return speak(*(message(f"resources/one/{name}", *rest) for name, *rest in fields)).resources["one"]


FULL = (("title", "ع"), ("summary", "م"), ("details", "ت"))


def test_a_translated_resource_speaks_the_readers_language():
    item = one(*FULL)
    assert (item.title, item.summary, item.details) == (Text("ع", AR), Text("م", AR), Text("ت", AR))
    assert (item.state, item.machine, item.line, item.resource) == ("translated", False, 12, ONE)


def test_the_original_title_stands_under_a_translated_one():
    assert one(*FULL).original == Text("Title one", EN)
    assert one(("title", "Title one"), ("summary", "م")).original is None


@pytest.mark.parametrize("fields", [(), FULL[:1], FULL[1:], (("title", "", "missing"), FULL[1])])
def test_without_title_and_summary_the_whole_resource_speaks_the_source_language(fields):
    item = one(*fields)
    assert {t.locale for t in (item.title, item.summary, item.details)} == {EN}
    assert item.title.text == "Title one"
    assert (item.state, item.machine, item.original) == ("missing", False, None)


def test_missing_details_stay_in_the_source_language_and_say_so():
    item = one(*FULL[:2])
    assert (item.title.locale, item.details, item.state) == (AR, Text("Details", EN), "translated")


@pytest.mark.parametrize("name", ["title", "summary", "details"])
def test_a_stale_text_is_shown_and_said_to_be_stale(name):
    item = one(*((n, t, "stale") if n == name else (n, t) for n, t in FULL))
    assert item.title == Text("ع", AR)
    assert item.state == "stale"


@pytest.mark.parametrize("name", ["title", "summary", "details"])
def test_one_text_by_machine_makes_the_resource_one(name):
    assert one(*((n, t, "translated", n == name) for n, t in FULL)).machine


def test_the_source_language_needs_no_messages():
    item = speak(locale=EN).resources["one"]
    assert (item.title, item.state, item.original) == (Text("Title one", EN), "translated", None)
    item = speak(message("resources/one/title", "x"), message("resources/one/summary", "y"), locale=EN).resources["one"]
    assert item.title == Text("Title one", EN)


def test_drafts_are_left_out_and_retired_resources_are_not():
    catalog = speak()
    assert list(catalog.resources) == ["one", "old"]
    assert catalog.resources["old"].line == 0
    assert (catalog.locale, catalog.source, list(catalog.citations)) == (AR, "en", ["c"])


def test_a_term_falls_back_field_by_field():
    term = speak(message("kinds/toolkit/title", "أ")).kinds["toolkit"]
    assert (term.title, term.heading, term.summary) == (Text("أ", AR), Text("Toolkits", EN), Text("S", EN))


def test_a_term_without_a_heading_is_headed_by_its_title():
    assert speak(message("kinds/b/title", "ب")).kinds["b"].heading == Text("ب", AR)


def test_a_word_of_the_glossary_keeps_its_english_letters_beside_its_translation():
    iep = GlossaryTerm(id="iep", term="IEP", name="Individual Program", meaning="A plan.")
    absence = GlossaryTerm(id="absence", term="Absence", meaning="A day missed.")
    hello = Sentence(id="hello", text="Good morning.")
    told = {
        "glossary/iep/term": "IEP",
        "glossary/iep/name": "برنامج فردي",
        "glossary/iep/meaning": "خطة.",
        "glossary/absence/term": "غياب",
    }
    messages = Messages(AR, {context: message(context, text) for context, text in told.items()})
    file = CatalogFile(Catalog(glossary=(iep, absence), sentences=(hello,)))
    catalog = localize(file, messages, AR, EN)
    first, second = catalog.glossary.values()
    assert (first.term, first.translated, first.name) == (Text("IEP", EN), None, Text("برنامج فردي", AR))
    assert (second.translated, second.name, second.meaning) == (Text("غياب", AR), None, Text("A day missed.", EN))
    assert catalog.sentences["hello"] == LocalSentence("hello", Text("Good morning.", EN), None)
