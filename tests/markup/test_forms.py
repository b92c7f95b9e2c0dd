"""Fragments with hollows: each is filled as often as it stands, with what is ready to stand there."""

import pytest

from resourcehub.markup.forms import HOLLOWS, Forms, attribute, form, hollow, words

A, B = HOLLOWS[:2]


@pytest.mark.parametrize(
    ("fragment", "filled"),
    [
        (f"<b>{A}</b>", "<b><i></b>"),
        (f"{B}{A} {B}", "&amp;<i> &amp;"),
        (f'<a href="{B}">{hollow(0)}</a>', '<a href="&amp;"><i></a>'),
        ("no hollow", "no hollow"),
    ],
)
def test_hollows_are_filled_with_markup_wherever_they_stand(fragment: str, filled: str) -> None:
    assert form(fragment).fill("<i>", "&amp;") == filled


def test_what_is_filled_in_is_not_looked_through_again() -> None:
    assert form(f"{A}-{B}").fill(B, "x") == f"{B}-x"


def test_a_text_is_escaped_for_where_it_stands() -> None:
    said = """<a & "b" 'c'>"""
    assert words(said) == """&lt;a &amp; "b" 'c'&gt;"""
    assert attribute(said) == """&lt;a &amp; &quot;b&quot; 'c'&gt;"""


def test_a_form_is_made_once_for_each_shape() -> None:
    made: list[str] = []
    forms = Forms()
    for shape in ("en", "ar", "en"):
        forms.get(shape, lambda shape=shape: made.append(shape) or f"{shape} {A}")  # type: ignore[misc]
    assert made == ["en", "ar"]
    assert forms.get("ar", lambda: "").fill("1") == "ar 1"
