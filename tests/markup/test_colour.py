"""Whatever accent a school picks, text in it and on it can be read on light and on dark pages."""

import pytest

from resourcehub.markup.colour import DEFAULT, accent, contrast

PALETTE = """[data-md-color-primary=yellow]{--md-primary-fg-color:#ffec3d;}
[data-md-color-primary=teal]{--md-primary-fg-color:#009485;}"""


@pytest.mark.parametrize("name", ["yellow", "teal", "#ffffff", "#000000", "#7a1f3d", "unknown", None])
def test_every_accent_is_readable(name: str | None) -> None:
    colours = accent(name, PALETTE)
    pairs = [(colours.light, "#fcfaf5"), (colours.light, "#ffffff"), (colours.light, colours.wash_light)]
    pairs += [
        (colours.dark, "#141a19"),
        (colours.dark, "#1c2423"),
        (colours.dark, "#10201d"),
        (colours.dark, colours.wash_dark),
    ]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


def test_a_readable_colour_is_kept_and_an_unknown_name_gives_ours() -> None:
    assert accent("#7a1f3d", PALETTE).light == "#7a1f3d"
    assert accent("nonesuch", PALETTE).light == DEFAULT
    assert (
        accent("Deep Orange", "[data-md-color-primary=deep-orange]{--md-primary-fg-color:#7a1f3d;}").light == "#7a1f3d"
    )


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
