"""All of the theme that is in use: its stylesheet and a few icons. The day the theme ends is a day's work."""

import re

from builds import ROOT

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
ICONS = {
    "archive-outline",
    "check-circle-outline",
    "close-circle-outline",
    "email-outline",
    "filter-variant",
    "home-heart",
    "magnify",
    "magnify-plus-outline",
    "menu",
    "open-in-new",
    "phone",
    "printer-outline",
    "translate",
    "translate-off",
}


def test_templates_extend_and_include_only_our_own() -> None:
    own = {t.relative_to(ROOT / "overrides").as_posix() for t in TEMPLATES}
    used = {u for t in TEMPLATES for u in re.findall(r'{%-? *(?:extends|include|from) "([^"]+)" *[^~]', t.read_text())}
    assert used - {".icons/material/"} <= own


def test_the_icons_in_use_are_these() -> None:
    assert {i for t in TEMPLATES for i in re.findall(r'"([a-z-]+)" \| icon', t.read_text())} == ICONS


def test_of_the_themes_classes_only_its_typography_is_used() -> None:
    classes = {c for t in TEMPLATES for c in re.findall(r"\bmd-[\w-]+", t.read_text())}
    assert classes == {"md-typeset"}
