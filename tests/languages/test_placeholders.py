"""Placeholders stay; a plural form without its number tells one only where the form serves that number alone."""

import pytest

from resourcehub.languages.locales import builtin
from resourcehub.languages.placeholders import FIELD, misfit, single_forms


@pytest.mark.parametrize(
    ("source", "plural", "translation", "single", "fits"),
    [
        ("Grade {number}", None, "{number}. Klasse", False, True),
        ("Grade {number}", None, "Grade", False, False),
        ("Grade {number}", None, "{number} {extra}", False, False),
        ("{count} page", "{count} pages", "una página", True, True),
        ("{count} page", "{count} pages", "una página", False, False),
        ("{count} page", "{count} pages", "{n} páginas", True, False),
        ("{count} of {all}", "{count} of {all}", "{count}", True, False),
        ("{count} of {all}", "{count} of {all}", "{all}", True, True),
        ("plain", None, "{0}", False, False),
    ],
)
def test_placeholders_stay_as_in_the_source(
    source: str, plural: str | None, translation: str, single: bool, fits: bool
) -> None:
    assert (misfit(source, plural, translation, single=single) is None) is fits


@pytest.mark.parametrize(
    ("tag", "single"),
    [
        ("es", {0}),
        ("fr", set()),  # 0 and 1
        ("ar", {0, 1, 2}),
        ("ru", set()),  # 1, 21, 31 …
        ("uk", set()),
        ("tl", set()),
        ("he", {0, 1}),
        ("hmn", set()),
        ("ko", set()),
        ("zh-Hans", set()),
    ],
)
def test_a_form_may_go_without_its_number_where_it_serves_one_alone(tag: str, single: set[int]) -> None:
    """The same forms that ``msgfmt -c`` lets go without their number."""
    assert single_forms(builtin()[tag].plurals) == single


@pytest.mark.parametrize("rule", ["", "hello", "nplurals=2; plural=1/0;", "nplurals=1; plural=n%0;"])
def test_a_rule_that_cannot_be_worked_out_serves_nothing_alone(rule: str) -> None:
    assert single_forms(rule) == frozenset()


def test_placeholders_are_plain_names() -> None:
    assert FIELD.findall("{a} {b.c} {0.x} { d } {e!r}") == ["a"]
