"""What the plugin must know of MkDocs and mkdocs-static-i18n: their settings, their files, their faults."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import mkdocs_static_i18n.config
import mkdocs_static_i18n.suffix
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from resourcehub.languages.locales import Locale, Text
from resourcehub.options import Contact, Settings, Statistics
from resourcehub.problems import Place, Problem
from resourcehub.shipped import PAGE_TEMPLATES

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


def settings_of(config: MkDocsConfig, options: Mapping[str, Any]) -> Settings:
    """Translate ``mkdocs.yml`` (the whole, and our plugin's ``options``) into the core's settings."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    built = i18n(config).build_languages
    source = i18n(config).default_language
    contact = {k: v for k, v in dict(options["contact"]).items() if v}
    return Settings(
        root=root,
        source=source,
        locales=(source, *(tag for tag in built if tag != source)),
        declared=tuple(i18n(config).all_languages),
        docs=os.path.relpath(config.docs_dir, root).replace(os.sep, "/"),
        catalog=options["catalog"],
        explainers=options["explainers"],
        menu=_menu(config.nav),
        footer=tuple(options["footer"]),
        site_url=config.site_url or "",
        repo_url=config.repo_url or "",
        branch=options["branch"],
        contact=Contact(**contact) if contact else None,
        statistics=_statistics(options["statistics"]),
        indexable=options["indexable"],
        number_prefix=options["number_prefix"],
        icons=frozenset(icon_files(config)),
        templates=_templates(config),
    )


def _templates(config: MkDocsConfig) -> frozenset[str]:
    """Return the templates that a page may name: ours for pages, and those in a school's own folder."""
    own = Path(config.theme.custom_dir).glob("*.html") if config.theme.custom_dir else ()
    return frozenset((*PAGE_TEMPLATES, *(path.name for path in own)))


def _menu(nav: Any) -> tuple[str, ...]:
    """Flatten ``nav:`` to page paths: our menu is one row, and its words come from the pages themselves."""
    items = nav if isinstance(nav, list) else []
    return tuple(path for item in items for path in ([item] if isinstance(item, str) else item.values()))


def _statistics(given: Mapping[str, Any]) -> Statistics | None:
    if not given["name"] or not given["script"]:
        return None
    return Statistics(given["name"], given["script"], tuple((k, str(v)) for k, v in given["attributes"].items()))


def _statistics_problem(given: Mapping[str, Any]) -> str | None:
    """Return what is wrong with ``statistics:``, if anything."""
    if not any(given.values()):
        return None
    if not given["name"] or not given["script"]:
        return "statistics: give both 'name', which readers are told, and 'script'"
    if not re.fullmatch(r"https://[a-z0-9.-]+(?::\d+)?/[^\s\"'<>;,]*", given["script"]):
        return "statistics: 'script' must be the whole address of a script, beginning with https://"
    if not all(re.fullmatch("[a-z]+(-[a-z]+)*", key) for key in given["attributes"]):
        return "statistics: the names under 'attributes' are small letters and hyphens, such as 'domain'"
    return None


def setting_problems(config: MkDocsConfig) -> list[Problem]:
    """Report settings that cannot work with stamped pages and languages."""
    place = Place(Path(config.config_file_path or "mkdocs.yml").name)
    found = []
    if not config.use_directory_urls:
        found.append(Problem(place, "use_directory_urls must stay true: remove the line", "directory-urls"))
    prefix = config.plugins["resourcehub"].config["number_prefix"]
    if prefix and not re.fullmatch("[A-Z]{2,8}", prefix):
        cure = "number_prefix: write two to eight capital letters, such as OAK"
        found.append(Problem(place, cure, "bad-sheet-number"))
    if what := _statistics_problem(config.plugins["resourcehub"].config["statistics"]):
        found.append(Problem(place, what, "bad-statistics"))
    if i18n(config).config.docs_structure != "suffix":
        found.append(Problem(place, "the i18n plugin needs 'docs_structure: suffix'", "docs-structure"))
    for name in ("search", "material/search"):
        if name in config.plugins:
            found.append(Problem(place, f"remove the plugin '{name}': this site has its own search", "search-plugin"))
    return found


def today() -> date:
    """Return the day of the build, from SOURCE_DATE_EPOCH where set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


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


def only_locales(config: MkDocsConfig, asked: list[str]) -> None:
    """Build only the languages asked for; all where none is.

    mkdocs-static-i18n cannot do without its default language: it is built, and the plugin publishes none of it.
    """
    for language in i18n(config).config.languages if asked else ():
        language.build = language.locale in asked or language.default
    plugin: Any = config.plugins["resourcehub"]
    plugin.only = tuple(asked)
