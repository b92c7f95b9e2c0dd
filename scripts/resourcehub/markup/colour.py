"""One accent colour, made readable: as ink and button on light and on dark pages.

Contrast by WCAG 2.2 (relative luminance and contrast ratio, section "Definitions"); 4.5 to 1 is success
criterion 1.4.3 for text.
"""

import colorsys
import re
from dataclasses import dataclass

READABLE = 4.5
PAPER_LIGHT, PAPER_DARK, INK_ON_DARK = "#e9e7e1", "#24302e", "#10201d"
DEFAULT = "#0b6a5d"
_HEX = re.compile(r"#[0-9a-fA-F]{6}")

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Accent:
    """Colours as ``#rrggbb``: the accent and a faint wash of it, for light and for dark pages."""

    light: str
    dark: str
    wash_light: str
    wash_dark: str

    def css(self) -> str:
        """Return the custom properties that ``hub.css`` builds on."""
        names = {"accent-light": self.light, "accent-dark": self.dark}
        names |= {"wash-light": self.wash_light, "wash-dark": self.wash_dark}
        return ":root{" + "".join(f"--hub-{name}:{value};" for name, value in names.items()) + "}\n"


def accent(name: str | None, palette_css: str) -> Accent:
    """Return the accent for ``theme.palette.primary``: ``#rrggbb``, or one of Material's names.

    ``palette_css`` is the theme's palette stylesheet, where its names are defined. An unknown name gives ours.
    """
    colour = name if name and _HEX.fullmatch(name) else _named(name, palette_css)
    light = _until(colour, PAPER_LIGHT, -0.01)
    dark = _until(colour, PAPER_DARK, +0.01)
    return Accent(light, dark, _mix(light, "#ffffff", 0.08), _mix(dark, "#141a19", 0.14))


def _named(name: str | None, palette_css: str) -> str:
    slug = re.escape((name or "-").lower().replace(" ", "-"))
    found = re.search(rf"\[data-md-color-primary={slug}\]\{{--md-primary-fg-color:(#\w{{6}})", palette_css)
    return found[1] if found else DEFAULT


def _until(colour: str, ground: str, step: float) -> str:
    """Darken or lighten ``colour`` until it can be read on ``ground``."""
    hue, light, full = colorsys.rgb_to_hls(*_rgb(colour))
    while contrast(colour, ground) < READABLE and 0 < light + step < 1:
        light += step
        colour = _hex(colorsys.hls_to_rgb(hue, light, full))
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mix(colour: str, ground: str, share: float) -> str:
    pairs = zip(_rgb(colour), _rgb(ground), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in pairs)
    return _hex((red, green, blue))


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)
