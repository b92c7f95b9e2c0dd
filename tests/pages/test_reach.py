"""How a person is reached: a place and the school's letterhead, in the words of a reader."""

import pytest

from builds import HUBS
from resourcehub.hub import Hub, load
from resourcehub.pages.reach import Letterhead, Reach, letterhead, message, reach
from resourcehub.settings.core import read_settings, settings_of

PLAIN = str.maketrans({"\u2009": " ", "\u202f": " ", "\u00a0": " "})


@pytest.fixture(scope="module")
def hub() -> Hub:
    file, problems = read_settings(HUBS / "places")
    assert file and not problems
    return load(settings_of(file))


def place(hub: Hub, tag: str, name: str) -> Reach:
    found = reach(hub.catalogs[tag].resources[name], hub.voice(tag))
    assert found
    return found


def head(hub: Hub, tag: str) -> Letterhead:
    found = letterhead(hub.settings.contact, hub.voice(tag))
    assert found
    return found


def lines(found: Reach | Letterhead) -> list[tuple[str, str, str]]:
    """Return each line of hours with the language of its days."""
    told = [(line.days, [time.text for time in line.times]) for line in found.hours]
    return [(days.locale.tag, days.text.translate(PLAIN), ", ".join(times).translate(PLAIN)) for days, times in told]


@pytest.mark.parametrize(
    ("tag", "week"),
    [
        (
            "en",
            [
                ("en", "Monday, Tuesday, Thursday", "9:00 AM – 5:00 PM"),
                ("en", "Wednesday", "12:00 PM – 8:00 PM"),
                ("en", "Saturday", "9:30 AM – 12:00 PM"),
                ("en", "Friday, Sunday", "closed"),
            ],
        ),
        (
            "es",
            [
                ("es", "Lunes, martes, jueves", "9:00 – 17:00"),
                ("es", "Miércoles", "12:00 – 20:00"),
                ("es", "Sábado", "9:30 – 12:00"),
                ("es", "Viernes, domingo", "cerrado"),
            ],
        ),
    ],
)
def test_hours_stand_in_the_readers_language_and_tell_the_closed_days(
    hub: Hub, tag: str, week: list[tuple[str, str, str]]
) -> None:
    assert lines(place(hub, tag, "clinic")) == week


def test_where_nobody_told_us_the_days_they_stand_as_on_the_door_and_say_so(hub: Hub) -> None:
    first, *_, last = lines(place(hub, "hmn", "clinic"))
    assert first == ("en", "Monday, Tuesday, Thursday", "9:00 AM – 5:00 PM")
    assert last == ("en", "Friday, Sunday", "kaw")


def test_a_line_that_is_always_open_says_it_in_words(hub: Hub) -> None:
    assert lines(place(hub, "es", "help-line")) == [("es", "Todos los días", "día y noche")]


def test_a_place_says_how_it_is_called_and_whom_to_ask_for_in_both_languages(hub: Hub) -> None:
    found = place(hub, "ar", "clinic")
    assert (found.phone, found.dial) == ("(510) 555-0111 x7", "5105550111;ext=7")
    assert found.ask_for and found.asked and found.street
    assert (found.ask_for.locale.tag, found.asked.text) == ("ar", "the family desk")
    assert (found.street.text, found.street.locale.tag) == ("345 Main Street, 2nd floor", "en")
    assert found.spoken[0].path == "resources/language/ar/"
    assert place(hub, "en", "clinic").asked is None
    assert reach(hub.catalogs["ar"].resources["leaflet"], hub.voice("ar")) is None


@pytest.mark.parametrize(("tag", "name", "spoken"), [("es", "Escuela Valley", "es"), ("hmn", "Valley School", "en")])
def test_a_letterhead_speaks_the_readers_language_where_the_school_does(
    hub: Hub, tag: str, name: str, spoken: str
) -> None:
    found = head(hub, tag)
    assert found.name and found.interpreter and found.street
    assert (found.name.text, found.name.locale.tag, found.interpreter.locale.tag) == (name, spoken, spoken)
    assert found.street.locale.tag == "en"
    assert message(hub.settings.contact, hub.voice(tag)) == (f"{name}: +1 510 555 0100 ext. 12",)


def test_a_message_keeps_the_digits_of_numbers_in_order_from_right_to_left(hub: Hub) -> None:
    lines = message(hub.settings.contact, hub.voice("ar"), place(hub, "ar", "clinic"))
    assert lines == (
        "\u200e(510) 555-0111 x7",
        "345 Main Street, 2nd floor",
        "مدرسة الوادي: \u200e+1 510 555 0100 ext. 12",
    )


def test_no_contact_has_no_letterhead(hub: Hub) -> None:
    assert letterhead(None, hub.voice("en")) is None
    assert message(None, hub.voice("en")) == ()
