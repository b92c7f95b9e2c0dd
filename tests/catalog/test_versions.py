"""What has changed since a page was translated is known by the paragraph."""

from dataclasses import replace

import pytest

from resourcehub.catalog.front import Page
from resourcehub.catalog.read import Document
from resourcehub.catalog.source import Source
from resourcehub.catalog.versions import Change, Drift, drift, version

BODY = "One.\n\n## Two\n\nThree [here](a.md).\n\n* four\n* five\n"


def page(locale: str, body: str, title: str = "Title", made_from: str | None = None) -> Document:
    meta = Page(title=title, description="Words.", translates=made_from)
    return Document(f"a.{locale}.md", "a.md", locale, meta, body, "0" * 12, Source("a.md", {}))


ENGLISH = page("en", BODY)
MADE = version(ENGLISH.meta, BODY)
SPANISH = page("es", "Uno.\n\n## Dos\n\nTres [aquí](a.md).\n\n* cuatro\n* cinco\n", "Título", MADE)


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        BODY.replace("Three [here]", "Three\n  [here]"),
        BODY.replace("a.md", "b.md#there"),
        BODY.replace("\n\n", "\n\n\n"),
        BODY.replace("* five", "*  five"),
    ],
)
def test_white_space_and_targets_of_links_age_nothing(body: str) -> None:
    assert drift(SPANISH, replace(ENGLISH, body=body)) == Drift()


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("One.", "One and more.", [Change("changed", 0, 1, ("One and more.",))]),
        ("One.\n\n", "", [Change("gone", 0, 1)]),
        ("Three", "New.\n\nThree", [Change("new", 2, 2, ("New.",))]),
        ("* five\n", "* five\n\nEnd.\n", [Change("new", 4, 4, ("End.",))]),
        ("* five", "* six", [Change("changed", 3, 4, ("* four\n* six",))]),
        ("One.\n\n## Two", "1.", [Change("changed", 0, 2, ("1.",))]),
    ],
)
def test_a_change_has_its_place(old: str, new: str, changes: list[Change]) -> None:
    found = drift(SPANISH, replace(ENGLISH, body=BODY.replace(old, new)))
    assert (found.whole, list(found.body)) == (False, changes)


def test_the_front_matter_is_compared_text_by_text() -> None:
    assert drift(SPANISH, page("en", BODY, "Other")).front == {"title": "Other"}


def test_where_a_page_is_cut_in_another_way_nobody_can_say_what_is_old() -> None:
    found = drift(replace(SPANISH, body="Uno.\n"), replace(ENGLISH, body=BODY.replace("One", "1")))
    assert found.whole and not found.body
    assert not drift(replace(SPANISH, body="Uno.\n"), ENGLISH)


def test_the_old_kind_of_fingerprint_speaks_of_the_whole_file() -> None:
    assert not drift(page("es", "Uno.", made_from="0" * 12), ENGLISH)
    assert drift(page("es", "Uno.", made_from="1" * 12), ENGLISH) == Drift(whole=True)


def test_a_page_that_does_not_say_is_unknown_and_the_source_is_none() -> None:
    assert drift(page("es", "Uno."), ENGLISH) == Drift(unknown=True)
    assert drift(ENGLISH, ENGLISH) == Drift()
