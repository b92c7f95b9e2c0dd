"""What the plugin must know of MkDocs and mkdocs-static-i18n: their settings, their files, their faults."""

import os
import re
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import mkdocs_static_i18n.config
import mkdocs_static_i18n.suffix
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from resourcehub.languages.locales import Locale, Text

_WIDE = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?([-_]([A-Z]{2}|\d{3}))?$")


def widen_locales() -> None:
    """Let mkdocs-static-i18n accept every BCP 47 tag: its pattern refuses ``hmn`` and ``es-419``.

    Does nothing once the installed version accepts three letters itself.
    """
    if not mkdocs_static_i18n.config.RE_LOCALE.match("hmn"):
        mkdocs_static_i18n.config.RE_LOCALE = _WIDE
        mkdocs_static_i18n.suffix.RE_LOCALE = _WIDE


def i18n(config: MkDocsConfig) -> Any:
    """Return the mkdocs-static-i18n plugin. Raises KeyError where it is not configured."""
    return config.plugins["i18n"]


def nested(config: MkDocsConfig) -> bool:
    """Say whether this is a build inside the build, for a language other than the source."""
    return bool(i18n(config).building)


def locale_of(config: MkDocsConfig) -> str:
    """Return the tag of the language that is being built; None stands there before the first build."""
    return str(i18n(config).current_language or i18n(config).default_language)


def site_name(config: MkDocsConfig, registry: Mapping[str, Locale]) -> Text:
    """Return the site's name, in the language's own words where ``languages:`` gives them."""
    plugin = i18n(config)
    own = plugin.get_language_config(locale_of(config)).site_name
    return Text(own or config.site_name, registry[locale_of(config) if own else plugin.default_language])


def moment() -> int:
    """Return the time of the build in seconds, that of SOURCE_DATE_EPOCH where set (reproducible-builds.org)."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def today() -> date:
    """Return the day of the build."""
    return datetime.fromtimestamp(moment(), UTC).date()


def shell_name(page: Page) -> str | None:
    """Return which shell a page is, or None for an authored page."""
    stem = page.file.src_uri.removesuffix(".md")
    return stem.removeprefix("hub-shell-") if stem.startswith("hub-shell-") else None


def icon_files(config: MkDocsConfig) -> dict[str, Path]:
    """Return the theme's Material icons by name."""
    return {path.stem: path for path in in_theme(config, ".icons/material/*.svg")}


def in_theme(config: MkDocsConfig, pattern: str) -> list[Path]:
    """Return the files of the theme that match a pattern, ours included."""
    return [path for folder in config.theme.dirs for path in Path(folder).glob(pattern)]


def document_key(page: Page) -> tuple[str, str]:
    """Return the locale-free path of an authored page and the locale its file speaks."""
    file: Any = page.file
    return file.norm_src_uri, file.locale


def only_locales(config: MkDocsConfig, asked: list[str], part: bool = False) -> None:
    """Build only the languages asked for; all where none is. As a ``part``, their pages know of all others.

    mkdocs-static-i18n cannot do without its default language: it is built, and the plugin publishes none of it.
    """
    for language in i18n(config).config.languages if asked else ():
        language.build = language.locale in asked or language.default
    plugin: Any = config.plugins["resourcehub"]
    plugin.only, plugin.part = tuple(asked), part
