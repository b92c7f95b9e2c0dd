"""What every view of a locale shares: names of languages as they stand alone."""

import pytest

from builds import HUBS
from resourcehub.hub import Hub, load
from resourcehub.options import Settings


@pytest.fixture(scope="module")
def hub() -> Hub:
    return load(Settings(HUBS / "partial", "en", ("en", "es", "ka", "ru", "ar")))


@pytest.mark.parametrize(
    ("reader", "tag", "name"),
    [
        ("es", "en", "Inglés"),
        ("ru", "en", "Английский"),
        ("ar", "en", "الإنجليزية"),
        ("ka", "en", "ინგლისური"),  # not Ი: capitals are for lines that are all in capitals
        ("ka", "ka", "ქართული"),
        ("en", "qxa", "qxa"),
    ],
)
def test_a_language_is_named_as_its_name_stands_alone(hub: Hub, reader: str, tag: str, name: str) -> None:
    assert hub.voice(reader).language(tag).text == name
