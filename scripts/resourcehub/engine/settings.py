"""``mkdocs.yml`` for MkDocs: checked by our own reader first, so that MkDocs gets only what it takes.

What is wrong has a place and a cure (``settings/``). What MkDocs or another plugin still refuses
is told in our words.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from resourcehub.engine.i18n import icon_files
from resourcehub.engine.own import own_fault, template_faults
from resourcehub.hub import Hub, load
from resourcehub.options import Settings
from resourcehub.problems import Problem, errors
from resourcehub.reports import as_text
from resourcehub.settings.core import read_settings, settings_of, usable
from resourcehub.settings.read import File
from resourcehub.settings.schema import PLUGINS, THEME, UNUSED
from resourcehub.shipped import reference_dir, templates_dir


class SettingsError(Exception):
    """``mkdocs.yml`` cannot be used; ``problems`` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = problems


def mkdocs_config(path: Path, **options: Any) -> MkDocsConfig:
    """Return the settings in the file at ``path`` for MkDocs. Raises SettingsError where they cannot be used."""
    file, problems = read_settings(path.parent, path.name)
    if not file or errors(problems):
        raise SettingsError(problems)
    config = MkDocsConfig(config_file_path=str(path))
    given = {key: value for key, value in options.items() if value is not None}
    try:
        raw = yaml_load(path.read_text(encoding="utf-8-sig"), loader=get_yaml_loader(yaml.CLoader, config))
        config.load_dict({**_for_mkdocs(file, raw), **given})
        refused, _ = config.validate()
    except (Exception, SystemExit) as error:
        what = f"a plugin or an extension of others stops here ({type(error).__name__}): delete its lines one by one"
        fault = own_fault(error, path.parent) or Problem(file.source.key_place(("plugins",)), what, "bad-settings")
        raise SettingsError([*problems, fault]) from None
    if refused:
        raise SettingsError([*problems, *(_refused(file, str(key), str(error)) for key, error in refused)])
    return config


def _for_mkdocs(file: File, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return all settings in the types that MkDocs asks for; what it alone knows is handed on as it is."""
    site = file.site
    look = site.theme.model_dump(include={"logo", "favicon", "custom_dir"}, exclude_none=True) if site.theme else {}
    texts = ("site_name", "site_url", "repo_url", "docs_dir", "site_dir", "dev_addr", "remote_branch", "remote_name")
    ours = {
        **{key: value for key in texts if (value := getattr(site, key))},
        "theme": {"name": THEME, **look},
        # A site may consist of what it builds on: MkDocs wants a folder, and the plugin gives it another.
        **({} if (file.root / site.docs_dir).is_dir() else {"docs_dir": str(reference_dir() / "docs")}),
        "strict": False,  # a build asks for it by itself; a preview must outlive a warning
        "watch": list(site.watch),
        "hooks": list(site.hooks),
        "validation": site.validation.model_dump(exclude_none=True),
        "nav": [],
        "use_directory_urls": True,
        "plugins": [{"resourcehub": {}}, {"i18n": _languages(file)}, *_others(raw.get("plugins"))],
    }
    kept = {
        key: value for key, value in raw.items() if key not in UNUSED and key not in ours and value not in (None, "")
    }
    return kept | ours


def _languages(file: File) -> dict[str, Any]:
    names = {"locale", "name", "site_name", "default", "build"}
    listed = [tongue.model_dump(include=names, exclude_none=True) for tongue in file.languages.languages or ()]
    rows = [{"name": row["locale"], **row} for row in listed]
    return {
        "docs_structure": "suffix",
        "reconfigure_material": False,
        "reconfigure_search": False,
        "languages": rows,
    }


def _others(given: Any) -> list[Any]:
    """Return the plugins of others as they are given."""
    rows = [{name: given[name]} for name in given] if isinstance(given, dict) else given or []
    return [row for row in rows if (row if isinstance(row, str) else next(iter(row), None)) not in (*PLUGINS, None)]


def _refused(file: File, key: str, words: str) -> Problem:
    """Say in our words what MkDocs refuses: its own are for who writes code."""
    what = f"'{key}' does not fit: delete its lines, or look it up in the guide of MkDocs"
    if key == "plugins":
        name = re.search(r"'([\w/.-]+)'", words)
        what = f"the settings of the plugin '{name[1] if name else ''}' do not fit: look them up in its guide"
    return Problem(file.source.key_place((key,)), what, "bad-settings")


def read_hub(path: Path, jobs: int = 1) -> Hub:
    """Return the hub of the file at ``path`` with all its problems, those of the settings too.

    Raises SettingsError where the settings do not even say which languages the site has.
    ``jobs`` processes share the work.
    """
    file, problems = read_settings(path.parent, path.name)
    if not file or not usable(file):
        raise SettingsError(problems)
    try:
        config = mkdocs_config(path)
    except SettingsError as error:
        return load(settings_of(file, frozenset()), error.problems, jobs)
    settings = settings_of(file, frozenset(icon_files(config)))
    return load(settings, [*problems, *own_templates(settings, config)], jobs)


def own_templates(settings: Settings, config: MkDocsConfig) -> list[Problem]:
    """Return what is wrong with the site's own templates."""
    beside = [templates_dir(), *map(Path, config.theme.dirs)]
    return list(template_faults(settings.root, settings.overrides, beside)) if settings.overrides else []
