"""Opening hours: what is understood, and what is refused with a cure."""

import pytest

from resourcehub.hours import DAYS, Hours, read_hours


def told(hours: Hours) -> str:
    """Return a week in one line, as in ``Mon Tue 540-1020``."""
    groups = ((" ".join(DAYS[d][:3] for d in days), spans) for days, spans in hours.groups() if spans)
    return "; ".join(f"{days} {' '.join(f'{s.opens}-{s.closes}' for s in spans)}" for days, spans in groups)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Mon-Fri 9:00-17:00, Sat 10:00-12:00", "Mon Tue Wed Thu Fri 540-1020; Sat 600-720"),
        ("Mon 9:00-12:00, 13:00-17:00", "Mon 540-720 780-1020"),
        ("Mon, Wed 9:00-12:00", "Mon Wed 540-720"),
        ("Mon, Wed-Thu 9-12; Fri 13-17", "Mon Wed Thu 540-720; Fri 780-1020"),
        ("monday to friday 9 am to 5 pm", "Mon Tue Wed Thu Fri 540-1020"),
        ("Tues. and Thurs. 12:30 p.m. \u2013 1:15 p.m.", "Tue Thu 750-795"),
        ("Mon-Fri: 9.00-17.00", "Mon Tue Wed Thu Fri 540-1020"),
        ("Fri-Mon 8:00-9:00", "Mon Fri Sat Sun 480-540"),
        ("daily 0:00-24:00", "Mon Tue Wed Thu Fri Sat Sun 0-1440"),
        ("Sat 12am-12pm, Sun closed", "Sat 0-720"),
        ("Mon 9:00-12:00, Mon 13:00-15:00", "Mon 540-720 780-900"),
    ],
)
def test_hours_are_a_week(text: str, week: str) -> None:
    assert told(read_hours(text)) == week


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("by appointment", "'by appointment' is not understood"),
        ("Mon-Fri 9:00-17:00, ask at the desk", "'ask at the desk' is not understood"),
        ("9:00-17:00", "has no day before it"),
        ("Mon-Fri", "no time stands behind the day"),
        ("Mon 9:00-17:00, Sat", "no time stands behind the day"),
        ("Mon-Fri closed", "no time stands behind the day"),
        ("Mon 9:00-5:00", "ends before it begins"),
        ("Mon 20:00-2:00", "ends before it begins"),
        ("Mon 1-5pm", "am or pm behind both"),
        ("Mon 9:00-25:00", "no time of the day"),
        ("Mon 9:75-10:00", "no time of the day"),
        ("Mon 13pm-14pm", "no time of the day"),
        ("Mon-Fri 9:00-17:00, Fri 9:00-12:00", "Friday has times that overlap"),
        ("Mon-Fri 9:00-17:00, Wed closed", "Wednesday is both open and closed"),
        ("Mondays 9:00-17:00", "'Mondays 9:00-17:00' is not understood"),
        ("Lun-Ven 9:00-17:00", "'Lun-Ven 9:00-17:00' is not understood"),
        ("Mon 9:00", "'9:00' is not understood"),
        ("Mon 9:00-17:00-18:00", "'-18:00' is not understood"),
        ("Mon 119:00-17:00", "is not understood"),
        ("", "no time stands"),
        ("Mon 9:00-17:00 " * 20, "are no hours"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_cure(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_hours(text)
