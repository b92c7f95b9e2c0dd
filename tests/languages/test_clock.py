"""Days and times as the readers of a language write them."""

import pytest

from resourcehub.hours import Span
from resourcehub.languages.clock import day_names, day_range, span
from resourcehub.languages.locales import builtin

MORNING = Span(9 * 60, 12 * 60 + 30)


@pytest.mark.parametrize(
    ("tag", "days", "time"),
    [
        ("en", "Monday – Friday, Sunday", "9:00 AM – 12:30 PM"),
        ("es", "Lunes – viernes, domingo", "9:00 – 12:30"),
        ("ar", "الاثنين – الجمعة، الأحد", "9:00 ص – 12:30 م"),
        ("zh-Hans", "星期一 – 星期五、星期日", "09:00 – 12:30"),
        ("ur", "پیر – جمعہ، اتوار", "9:00 AM – 12:30 PM"),
        ("vi", "Thứ Hai – Thứ Sáu, Chủ Nhật", "09:00 – 12:30"),
        ("ht", "Lendi–vandredi, dimanch", "9:00–12:30"),
    ],
)
def test_days_and_times_in_the_readers_language(tag: str, days: str, time: str) -> None:
    """``vi`` comes behind ``ur``: Babel's names that stand alone would be Urdu by then."""
    locale = builtin()[tag]
    plain = str.maketrans({"\u2009": " ", "\u202f": " ", "\u00a0": " "})
    assert day_range([0, 1, 2, 3, 4, 6], locale).translate(plain) == days
    assert span(MORNING, locale).translate(plain) == time


def test_two_days_in_a_row_are_no_range() -> None:
    assert day_range([5, 6], builtin()["en"]) == "Saturday, Sunday"


@pytest.mark.parametrize("tag", ["hmn", "sm", "mh", "chk"])
def test_a_language_whose_days_nobody_told_has_none(tag: str) -> None:
    assert day_names(builtin()[tag]) == ()


def test_a_day_may_last_until_midnight() -> None:
    assert span(Span(20 * 60, 24 * 60), builtin()["ht"]) == "20:00–0:00"
