"""The form asks what the model and the catalog know, and its answers are read as GitHub writes them."""

import pytest
import yaml

from builds import ROOT
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.model import Resource
from resourcehub.edits.form import FOLDER, KNOWN, NEW
from resourcehub.edits.questions import AnswerError, of_a_known_one, of_a_new_one, read_answers, tags_of, value_of

CATALOG = read_catalog(ROOT)[0].catalog
ASKED = of_a_new_one(CATALOG, ["en", "es", "hmn"])
QUESTIONS = {q.name: q for q in ASKED}


def body(**answers: str) -> str:
    """Return the text of an issue as GitHub makes it from the form."""
    return "\n\n".join(f"### {q.words}\n\n{answers.get(q.name, '_No response_')}" for q in ASKED)


def test_every_choice_of_the_catalog_and_the_model_can_be_made_and_every_needed_field_is_asked() -> None:
    assert list(QUESTIONS["topics"].choices.values()) == [t.id for t in CATALOG.topics]
    assert QUESTIONS["languages"].choices == {"English": "en", "Hmong": "hmn", "Spanish": "es"}
    fields = {name for name, field in Resource.model_fields.items() if field.is_required()}
    assert fields - QUESTIONS.keys() == {"id", "added"}, "what nobody needs to be asked"


@pytest.mark.parametrize(("name", "questions"), [(NEW, ASKED), (KNOWN, of_a_known_one())])
def test_the_form_has_each_question_once_with_its_choices(name, questions) -> None:
    """The file is compared with what the catalog asks for in ``tests/test_cli_edits.py``."""
    form = yaml.safe_load((ROOT / FOLDER / name).read_text(encoding="utf-8"))
    asked = [item for item in form["body"] if item["type"] != "markdown"]
    assert [item["id"] for item in asked] == [q.name for q in questions if q.asked]
    assert len({item["attributes"]["label"] for item in asked}) == len(asked)
    for item, question in zip(asked, [q for q in questions if q.asked], strict=True):
        if question.name not in ("languages",):
            assert item["attributes"].get("options", []) == list(question.choices)


@pytest.mark.parametrize(
    "change",
    [str, lambda t: t.replace("\n", "\r\n"), lambda t: t + "\n\n", lambda t: f"Hello\n\n{t}"],
    ids=["as it is", "CRLF", "blank end", "words before"],
)
def test_answers_are_read_and_blank_ones_left_out(change) -> None:
    given = {"title": "A", "summary": "Two\nlines"}
    assert read_answers(change(body(**given)), ASKED) == given


def test_a_heading_inside_an_answer_ends_nothing() -> None:
    given = {"title": "### What is it?\n\nno", "summary": "# A\n### Other", "kind": "Guide"}
    found = read_answers(body(**given), ASKED)
    assert found is not None and found["summary"] == given["summary"]


@pytest.mark.parametrize("text", ["", "Please add a book.", "### What is it called?\n\nA", "### " * 1000])
def test_what_is_not_the_form_is_no_answer(text: str) -> None:
    assert read_answers(text, ASKED) is None


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("kind", "Promising practice", "practice"),
        ("kind", "practice", "practice"),
        ("topics", "Rights, laws and money", ["rights"]),
        ("topics", "Rights, laws and money, Research, Rights, laws and money", ["rights", "research"]),
        ("topics", "rights,research", ["rights", "research"]),
        ("cost", "Not known", "unknown"),
        ("title", " Two \n lines ", "Two lines"),
    ],
)
def test_an_answer_becomes_the_value_that_is_meant(name: str, text: str, value: object) -> None:
    assert value_of(QUESTIONS[name], text) == value


def test_a_choice_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(AnswerError, match="'Pamphlet' is not one of: Framework, Toolkit"):
        value_of(QUESTIONS["kind"], "Pamphlet")


def test_languages_are_named_as_people_name_them() -> None:
    assert tags_of("Somali, Khmer; so\nHmong, español") == ["so", "km", "so", "hmn", "es"]
    with pytest.raises(AnswerError, match="'Klingish'"):
        tags_of("Somali, Klingish")
