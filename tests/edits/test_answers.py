"""Answers become an entry that the model takes, or one message each in the words of the question."""

from datetime import date

import pytest

from builds import ROOT
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.model import Resource
from resourcehub.edits.answers import id_in, known_entry, new_entry, new_id
from resourcehub.edits.questions import of_a_known_one, of_a_new_one

ASKED = of_a_new_one(read_catalog(ROOT)[0].catalog, ["en", "es", "hmn"])
TODAY = date(2026, 1, 2)
GOOD = {
    "title": "Reading at home",
    "url": "https://example.org/read",
    "summary": "Ideas for parents.",
    "kind": "Guide",
    "topics": "Research",
    "audiences": "Families",
    "languages": "English, Hmong",
    "more": "Somali",
    "format": "PDF",
    "cost": "Free",
    "publisher": "A press",
}
PLACE = {"title": "The clinic", "phone": "+1 510 555 0100", "kind": "Guide", "summary": "Help.", "languages": "Hmong"}
PLACE |= {"topics": "Research", "audiences": "Families", "cost": "Free", "format": "PDF"}


def test_good_answers_become_an_entry_and_its_address_is_made_clean() -> None:
    found = new_entry(GOOD | {"url": "https://example.org/read?utm_source=mail", "year": "2019"}, ASKED, (), TODAY)
    assert found.faults == [] and found.notes == ["The address was made clean: https://example.org/read"]
    entry = Resource.model_validate(found.fields)
    assert (entry.id, entry.languages, entry.added, entry.year) == ("reading-at-home", ("en", "hmn", "so"), TODAY, 2019)


def test_a_place_needs_no_website_and_its_languages_are_spoken() -> None:
    found = new_entry(PLACE, ASKED, (), TODAY)
    assert found.faults == [] and Resource.model_validate(found.fields).spoken == ("hmn",)
    assert "format" not in found.fields


@pytest.mark.parametrize(
    ("change", "question", "message"),
    [
        ({"title": "x" * 201}, "What is it called?", "201 characters, 200 at most"),
        ({"title": "A <b>bold</b> one"}, "What is it called?", "<b>"),
        ({"summary": "**Free** for all"}, "What will people find there, and whom does it help?", "Markdown"),
        ({"summary": ""}, "What will people find there, and whom does it help?", "This needs an answer."),
        ({"url": "javascript:alert(1)"}, "Where is it on the web?", "a script address"),
        ({"url": "example.org"}, "Where is it on the web?", "https://"),
        ({"url": ""}, "Where is it on the web?", "an address, a phone number or a street"),
        ({"kind": "Pamphlet"}, "What is it?", "not one of"),
        ({"more": "Klingish"}, "In other languages, too?", "no language is called 'Klingish'"),
        ({"languages": "", "more": ""}, "In which languages is it?", "This needs an answer."),
        ({"format": ""}, "What opens when one follows the address?", "This needs an answer."),
        ({"cost": ""}, "Does it cost anything?", "This needs an answer."),
        ({"publisher": ""}, "Who made it?", "This needs an answer."),
        ({"year": "next"}, "From which year is it?", "four digits"),
        ({"phone": "call us"}, "A phone number, if it is a place", "dialled"),
    ],
)
def test_each_slip_is_told_once_below_its_question(change: dict[str, str], question: str, message: str) -> None:
    answers = {name: text for name, text in {**GOOD, **change}.items() if text}
    faults = new_entry(answers, ASKED, (), TODAY).faults
    assert [words for words, _ in faults] == [question] and message in faults[0][1]


def test_all_slips_are_told_at_once() -> None:
    found = new_entry({**GOOD, "title": "x" * 201, "kind": "?", "year": "?", "cost": "?"}, ASKED, (), TODAY)
    assert len(found.faults) == len({words for words, _ in found.faults}) == 4


@pytest.mark.parametrize(
    ("title", "address", "taken", "name"),
    [
        ("The Parents' Guide to École", "", (), "parents-guide-to-ecole"),
        ("Bread", "", ("bread", "bread-2"), "bread-3"),
        ("家长指南", "https://www.example.org/jiazhang/", (), "example-org-jiazhang"),
        ("دليل", "", (), "resource"),
        ("x" * 300, "", (), "x" * 76),
    ],
)
def test_an_id_is_made_of_plain_letters_and_not_taken(
    title: str, address: str, taken: tuple[str, ...], name: str
) -> None:
    assert new_id(title, address, taken) == name


@pytest.mark.parametrize(
    "text", ["bread", "https://x.org/hub/es/resources/bread/", "resources/bread.md?a#b", " bread/index.html "]
)
def test_a_resource_is_known_by_its_page_in_any_language(text: str) -> None:
    assert id_in(text.replace(".md", "/"), {"bread", "milk"}) == "bread"


def wish(**answers: str):
    return known_entry(
        {"resource": "bread", "wish": "It is no longer offered"} | answers, of_a_known_one(), ("bread", "milk")
    )


def test_what_is_gone_is_retired_and_names_what_replaces_it() -> None:
    assert wish(replaced_by="https://x.org/resources/milk/").values == {"replaced_by": "milk", "status": "retired"}
    assert [m for _, m in wish(replaced_by="https://other.org/").faults] == [
        "This must be the address of another resource on this site."
    ]
    assert wish(resource="tea").faults and wish(resource="tea").id is None


def test_a_correction_sets_what_was_answered_and_leaves_the_rest_to_a_person() -> None:
    found = wish(wish="Something about it is wrong", title="Rye", url="https://a.org/?utm_source=x", note="And more")
    assert found.values == {"title": "Rye", "url": "https://a.org/"} and found.note == "And more"
