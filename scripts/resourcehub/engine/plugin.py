"""The MkDocs plugin: thin events that fetch, call and hand over.

MkDocs builds the source language; mkdocs-static-i18n then runs a nested build for each further language on the same
configuration, so every event comes once per language.
"""

import gc
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import mkdocs.utils
from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from resourcehub.catalog.read import Document
from resourcehub.catalog.sheets import FILE as SHEETS
from resourcehub.engine import i18n
from resourcehub.engine.files import (
    SHELLS,
    SIGNS,
    list_once,
    own_stylesheet,
    published,
    refuse_changed,
    scripts,
    shell_file,
    signs,
    stage,
    stand_ins,
)
from resourcehub.engine.settings import own_templates
from resourcehub.engine.writer import Run, write_site
from resourcehub.hub import Hub, load
from resourcehub.markup.authored import authored
from resourcehub.markup.chrome import chrome
from resourcehub.markup.look import ICONS, dress
from resourcehub.markup.markdown import HubMarkdown, phrases
from resourcehub.markup.policy import policy
from resourcehub.markup.render import Renderer, prepare
from resourcehub.markup.shell import slot, split
from resourcehub.outputs.offline import Parts, as_data
from resourcehub.pages.authored import Frame, numbers
from resourcehub.pages.glossary import glossary_view
from resourcehub.pages.newer import filled, with_newer
from resourcehub.pool import cores
from resourcehub.problems import errors
from resourcehub.prose.elements import source_anchor
from resourcehub.reports import as_text
from resourcehub.settings.core import read_settings, settings_of, usable
from resourcehub.settings.schema import Options
from resourcehub.shipped import templates_dir

i18n.widen_locales()
_CLEAN = mkdocs.utils.clean_directory


class Asked(NamedTuple):
    """What a preview asks for: of a hub that was read, the authored pages with these keys and the shells."""

    hub: Hub
    pages: frozenset[str]


class ResourceHubPlugin(BasePlugin):  # type: ignore[type-arg]
    """Catalog pages, languages and our own page frame for MkDocs.

    MkDocs is told only the names of the options: what they mean, ``settings/`` reads from the file itself.
    """

    config_scheme = tuple((name, c.Optional(c.Type(object))) for name in Options.model_fields)
    only: tuple[str, ...] = ()
    part = False
    jobs: int | None = None
    asked: Asked | None = None

    def __init__(self) -> None:
        super().__init__()
        self.markdown = HubMarkdown()
        self.hub: Hub
        self.run: Run
        self.runs: dict[str, Run] = {}
        self.parts: Parts
        self.drawn: set[str]
        self.signs: str
        self.staged: TemporaryDirectory[str]

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the hub, once; put our templates before the theme's."""
        if i18n.nested(config):
            return config
        mkdocs.utils.clean_directory = _CLEAN  # mkdocs-static-i18n leaves it a no-op after a nested build failed
        gc.unfreeze()
        self.runs.clear()
        self.hub = self.asked.hub if self.asked else self._read(config)
        if errors(self.hub.problems):
            raise PluginError(as_text(self.hub.problems))
        if len(self.hub.layers) > 1:
            self.staged = stage(self.hub)
            config.docs_dir = self.staged.name
            config.watch.extend(str(layer.root / layer.settings.docs) for layer in self.hub.layers)
        config.nav = None
        config.markdown_extensions[:] = [self.markdown]  # type: ignore[list-item]
        config.theme.static_templates.clear()
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(templates_dir()))
        beside = (self.hub.settings.root / SHEETS, templates_dir(), config.theme.custom_dir)
        config.watch.extend(str(p) for p in (*self.hub.catalog_paths(), *beside) if p and Path(p).exists())
        list_once(config.theme)
        self.drawn = {*ICONS, *self.hub.file.catalog.icons()}
        self.signs = signs(config, self.drawn)
        return config

    def _read(self, config: MkDocsConfig) -> Hub:
        """Return the hub. Raises PluginError where its settings cannot be used."""
        path = Path(config.config_file_path)
        file, problems = read_settings(path.parent, path.name)
        if not file or not usable(file):
            raise PluginError(as_text(problems))
        settings, only = settings_of(file, frozenset(i18n.icon_files(config))), () if self.part else self.only
        problems += own_templates(settings, config)
        return load(replace(settings, only=only), problems, self.cores, words=True)

    @event_priority(100)
    def _before_i18n(self, files: Files, config: MkDocsConfig) -> Files:
        return published(files, config, self.hub, self.asked and self.asked.pages)

    @event_priority(-200)
    def _after_i18n(self, files: Files, config: MkDocsConfig) -> Files:
        locales = [self.hub.registry[tag] for tag in self.hub.settings.locales]
        css = own_stylesheet(files, config, locales, self.hub.settings.accent)
        icons = File.generated(config, SIGNS, content=self.signs)
        found = scripts(files, config)
        shown = {address: as_data(path) for address, path in self.hub.pictures.items()}
        self.parts = Parts(css.content_string + self.signs, found.offline, shown, found.cut)
        shells = (shell_file(name, config) for name in SHELLS)
        for file in (css, icons, found.page, found.search, found.keep, *shells):
            files.append(file)
        return files

    on_files = CombinedEvent(_before_i18n, _after_i18n)

    @event_priority(-200)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Make stamped pages known, so that links to them resolve in each language and wrong ones are reported."""
        tag = i18n.locale_of(config)
        for file in list(stand_ins(self.hub, tag, files, config, self.asked and self.asked.pages)):
            files.append(file)
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Teach the theme's environment the locale of this build."""
        voice = self.hub.voice(i18n.locale_of(config))
        name = i18n.site_name(config, self.hub.registry)
        renderer = Renderer(prepare(env, voice, drawn=self.drawn))
        early = renderer.fragment("partials/early.html")
        allowed = policy([early], self.hub.hosts())
        look = dress(config.theme, files)
        env.globals["site"] = chrome(self.hub, voice, name, look, i18n.today(), early, allowed)
        self.run = self.runs[voice.locale.tag] = Run(voice, renderer, look)
        return env

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """Hand over the text that was checked, whatever the file holds by now; the front matter is ours to read."""
        if i18n.shell_name(page):
            return None
        document = self.hub.document(*i18n.document_key(page))
        return f"---\ntitle: {json.dumps(document.meta.title)}\n---\n{document.body}"

    @event_priority(100)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Choose the template and number the sources."""
        if i18n.shell_name(page) is None:
            document = self._document(page)
            page.meta["template"] = self.hub.template(document)
            self.markdown.numbers = numbers(document, {c.id for c in self.hub.file.catalog.citations})
            self.markdown.say = phrases(self.hub.words[document.locale]).__getitem__
            self.markdown.lost = self.hub.lost(document)
            return document.body if "hubnewer" in document.body else markdown
        return markdown

    def _document(self, page: Page) -> Document:
        """Return an authored page with what its source says now where it is older."""
        key, tag = i18n.document_key(page)
        return with_newer(self.hub.document(key, tag), self.hub.document(key, self.hub.settings.source))

    @event_priority(-100)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs' check of anchors what the template writes: the list of sources, the words of the glossary."""
        if page.present_anchor_ids is not None and i18n.shell_name(page) is None:
            document, voice = self._document(page), self.hub.voice(i18n.locale_of(config))
            page.present_anchor_ids |= {source_anchor(key) for key in self.markdown.numbers}
            page.present_anchor_ids |= glossary_view(document, self.hub.documents, voice).ids
        return html

    def on_page_context(  # type: ignore[override]
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Hand the template its frame, and what an authored page shows besides its text."""
        if name := i18n.shell_name(page):
            return context | {
                "frame": Frame.hollow(slot),
                "current": "resources/" if name == "resources" else "",
            }
        run, newer = self.run, self.run.renderer.newer(self.hub.registry[self.hub.settings.source])
        page.content = filled(page.content or "", newer)
        return context | authored(self.hub, run.voice, run.renderer, self._document(page))

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Take a rendered shell apart; it is never written itself. Nor is a language that is not made here."""
        if name := i18n.shell_name(page):
            self.run.shells[name] = split(output)
            return ""
        return output if self.run.voice.locale.tag in self.made else ""

    @property
    def cores(self) -> int:
        """How many processes may share the work: one in a preview, which has threads."""
        return self.jobs or cores()

    @property
    def made(self) -> tuple[str, ...]:
        """The languages whose pages are made here: all that are published, or a part of them."""
        return tuple(tag for tag in self.hub.settings.published if not self.only or tag in self.only)

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """When MkDocs has written its pages in all languages, write all others."""
        if i18n.nested(config) or self.asked:
            return
        refuse_changed(self.hub.changed())
        write_site(Path(config.site_dir), self.hub, self.runs, self.parts, self.made, self.cores)
