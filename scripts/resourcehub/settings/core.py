"""``mkdocs.yml`` -> the settings that the core works with, and all that is wrong with them."""

import os
from collections.abc import Mapping
from pathlib import Path

from resourcehub.options import Contact, Named, Settings, Statistics
from resourcehub.problems import Place, Problem
from resourcehub.settings.checks import check
from resourcehub.settings.read import File, read_file

INDEXABLE = "HUB_INDEXABLE"


def read_settings(
    root: Path, name: str = "mkdocs.yml", given: Mapping[str, str] | None = None
) -> tuple[File | None, list[Problem]]:
    """Return what ``mkdocs.yml`` says and everything that is wrong with it; None where it cannot be read at all."""
    file, problems = read_file(root, name, given)
    if file:
        problems += check(file)
    return file, sorted(set(problems))


def usable(file: File | None) -> bool:
    """Say whether the languages of the site are known: without them nothing can be said of pages and translations."""
    return bool(file and file.languages.languages and any(tongue.default for tongue in file.languages.languages))


def settings_of(file: File, icons: frozenset[str] = frozenset(), given: Mapping[str, str] | None = None) -> Settings:
    """Return the core's settings. ``icons`` are the names of the theme's pictures; with none they are not checked.

    Where the file has faults, what they are about is as if it were not there.
    """
    site, options = file.site, file.options
    listed = file.languages.languages or ()
    source = next((tongue.locale for tongue in listed if tongue.default), "en")
    built = [tongue.locale for tongue in listed if tongue.build and tongue.locale != source]
    return Settings(
        root=file.root,
        source=source,
        locales=tuple(dict.fromkeys((source, *built))),
        declared=tuple(dict.fromkeys((source, *(tongue.locale for tongue in listed)))),
        docs=site.docs_dir,
        catalog=options.catalog,
        explainers=options.explainers,
        menu=tuple(entry.page for entry in file.menu),
        footer=file.options.footer,
        site_url=site.site_url or "",
        repo_url=site.repo_url or "",
        branch=options.branch,
        extends=_named(file, "extends", options.extends),
        hide={name: _named(file, f"hide.{name}", words) for name, words in options.hide if words},
        pin=_named(file, "pin", options.pin),
        contact=_contact(file),
        statistics=_statistics(file),
        indexable=_indexable(file, os.environ if given is None else given),
        number_prefix=options.number_prefix or "",
        switcher=options.switcher,
        accent=(site.theme and site.theme.palette.primary) or "",
        overrides=(site.theme and site.theme.custom_dir) or "",
        icons=icons,
        names={
            tongue.locale: (tongue.name, file.source.place(file.language("languages", i, "name")))
            for i, tongue in enumerate(listed)
            if tongue.name
        },
        places=_places(file),
    )


def _named(file: File, name: str, words: tuple[str, ...]) -> tuple[Named, ...]:
    """Return the words of an option with their places."""
    place = file.source.place
    return tuple(Named(word, place(file.option(*name.split("."), index))) for index, word in enumerate(words))


def _indexable(file: File, given: Mapping[str, str]) -> bool:
    """Say whether search engines may list the site: as set, else once it has an address, but for copies.

    The workflow says of a fork ``HUB_INDEXABLE=false``: two sites with the same words would compete.
    """
    if file.options.indexable is not None:
        return file.options.indexable
    return bool(file.site.site_url) and given.get(INDEXABLE, "").casefold() not in ("false", "0", "no")


def _contact(file: File) -> Contact | None:
    given = file.options.contact
    values = {name: value for name in type(given).model_fields if (value := getattr(given, name))}
    return Contact(**values) if values else None


def _statistics(file: File) -> Statistics | None:
    given = file.options.statistics
    return Statistics(given.name, given.script, tuple(given.attributes.items())) if given else None


def _places(file: File) -> dict[str, Place]:
    """Return where each page of the menu and of the foot is named."""
    foot = {page: file.source.place(file.option("footer", i)) for i, page in enumerate(file.options.footer or ())}
    return {**foot, **{entry.page: entry.place for entry in file.menu}}
