"""All of the theme that is in use: typography, palette names and icons. The day the theme ends is a day's work."""

import re
from importlib.metadata import version
from pathlib import Path

import material

from builds import ROOT, VENDORED
from resourcehub.languages.locales import builtin
from resourcehub.markup.look import ICONS, faces
from resourcehub.pages.voice import FACT_ICONS

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))


def test_templates_extend_and_include_only_our_own() -> None:
    own = {t.relative_to(ROOT / "overrides").as_posix() for t in TEMPLATES}
    used = {u for t in TEMPLATES for u in re.findall(r'{%-? *(?:extends|include|from) "([^"]+)" *[^~]', t.read_text())}
    assert used - {".icons/material/"} <= own


def test_the_icons_that_the_stylesheet_draws_are_in_use() -> None:
    named = {i for t in TEMPLATES for i in re.findall(r'"([a-z-]+)" \| icon', t.read_text())} | set(FACT_ICONS.values())
    assert set(ICONS) <= named
    drawn_in_place = {
        "account-off-outline",
        "cellphone-arrow-down",
        "cellphone-lock",
        "chart-bar",
        "cookie-off-outline",
    }
    drawn_in_place |= {"download", "eye-off-outline", "filter-variant", "lan-disconnect", "magnify-plus-outline"}
    assert named - set(ICONS) == drawn_in_place | {"printer-outline"}


def test_each_language_is_set_with_the_leading_and_the_marks_of_its_script() -> None:
    latin, arabic, chinese = faces(builtin()[tag] for tag in ("es", "ar", "zh-Hans")).splitlines()
    assert "--hub-leading:1.55" in latin and "--hub-comma" not in latin and "font-size" not in latin
    assert (
        '--hub-comma:"، "' in arabic and "html:lang(ar){font-size:112.5%}" in arabic and "--hub-leading:1.75" in arabic
    )
    assert '--hub-comma:"、"' in chinese and '--hub-colon:"："' in chinese and "font-style:normal" in chinese


def test_the_vendored_stylesheet_was_made_from_the_installed_theme() -> None:
    sheet = next(Path(material.__path__[0]).glob("templates/assets/stylesheets/main.*.min.css")).name
    made_from = f"mkdocs-material {version('mkdocs-material')}, {sheet}:"
    assert made_from in VENDORED.read_text().partition("*/")[0], "the theme has changed: run 'make vendor'"


def test_of_the_themes_classes_only_its_typography_is_used() -> None:
    classes = {c for t in TEMPLATES for c in re.findall(r"\bmd-[\w-]+", t.read_text())}
    assert classes == {"md-typeset"}
