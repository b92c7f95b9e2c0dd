"""A preview makes a file of the site when it is asked for, as the sources are at that moment.

What was read and rendered is kept for the next one. Only the languages asked for are read. A catalog that changes
leaves the shells as they are, for they show nothing of it, and only its new entries are checked. What the catalog means
is checked after the page was answered; where that is wrong, the report takes its place.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from mkdocs.commands.build import build

from resourcehub.catalog.faults import Memory
from resourcehub.catalog.sheets import sheet_address
from resourcehub.engine import i18n, sources
from resourcehub.engine.plugin import Asked
from resourcehub.engine.settings import SettingsError, mkdocs_config
from resourcehub.engine.writer import Portion, Run, Writer, write
from resourcehub.hub import Hub, doubts, opened
from resourcehub.layers.stack import Layer
from resourcehub.markup.render import Renderer, environment
from resourcehub.options import Settings
from resourcehub.outputs.offline import FILE as OFFLINE
from resourcehub.outputs.offline import Parts
from resourcehub.pages.authored import path_of
from resourcehub.pages.voice import KEEP, SEARCH
from resourcehub.problems import Place, Problem, errors
from resourcehub.settings.core import read_settings, settings_of, usable
from resourcehub.settings.read import File
from resourcehub.shipped import templates_dir

INDEX, CODE, LOST = "index.html", "qr.png", "404.html"
FIRST = "index.md"


class Preview:
    """The site of a ``mkdocs.yml`` in a folder ``site`` that fills as it is asked for.

    ``folder`` is for the preview alone; ``call`` is called when a page that was answered is found to be wrong.
    """

    def __init__(self, config: Path, folder: Path, call: Callable[[], object]) -> None:
        self.site, self._made_by_mkdocs, self._statics = folder / "site", folder / "mkdocs", folder / "statics"
        self._config, self._call = config, call
        self._memory = Memory()
        self._state: sources.State = {}
        self.file: File | None = None
        self._told: list[Problem] = []
        self._below: tuple[Layer, ...] = ()
        self._settings: Settings
        self._hub: Hub
        self._problems: tuple[Problem, ...] = ()
        self._runs, self._shells = dict[str, Run](), dict[str, Run]()
        self._parts: Parts
        self._checking: Thread | None = None

    def state(self) -> sources.State:
        """Return the state of the sources."""
        return sources.state(self._config, self.file, self._below)

    def make(self, address: str) -> None:
        """Have the file at an address below the root, such as ``es/about/index.html``; the report, where that is wrong.

        What does not exist is not made.
        """
        self._follow()
        if not errors(self._problems) and not (self.site / address).is_file():
            try:
                self._make(address)
            except Exception as error:
                self._wait()  # a page of a catalog that means nothing cannot be made
                if not errors(self._problems):
                    self._problems = (_stuck(error, self._config),)
        if errors(self._problems):
            self._report()

    def _follow(self) -> None:
        """Read again what has changed since the last page."""
        now = self.state()
        changed = sources.changed(self._state, now)
        if not changed:
            return
        if (self._runs or self._shells) and self.file and sources.of_catalog(changed, self.file):
            self._state = now
            self._read_catalog()
        else:
            self._read_all(now)

    def _read_all(self, now: sources.State) -> None:
        self._clear(self.site, self._statics)
        self._runs, self._shells = {}, {}
        self.file, self._told = read_settings(self._config.parent, self._config.name)
        self._state = {**self.state(), **now}  # the settings say which files are sources
        try:
            if not self.file or not usable(self.file):
                raise SettingsError(self._told)
            icons = frozenset(i18n.icon_files(mkdocs_config(self._config)))
        except SettingsError as error:
            self._problems = tuple(error.problems)
            return
        self._settings = replace(settings_of(self.file, icons), indexable=False)  # no search engine comes here
        self._take(opened(self._settings, self._told, self._memory))
        self._below = tuple(layer for layer in self._hub.layers if layer.label)
        self._state = {**self.state(), **self._state}

    def _read_catalog(self) -> None:
        """Read the catalog again. What MkDocs has made stays, but for its pages."""
        before = self._hub.file.catalog.icons()
        self._shells |= self._runs
        self._runs = {}
        self._take(opened(self._settings, self._told, self._memory))
        if self._hub.file.catalog.icons() != before:
            self._shells = {}
        self._clear(self.site)
        if self._statics.exists():
            shutil.copytree(self._statics, self.site, dirs_exist_ok=True)

    def _take(self, hub: Hub) -> None:
        self._hub, self._problems, self._checking = hub, hub.problems, None
        if not errors(hub.problems):
            self._checking = Thread(target=self._check, args=(hub,), daemon=True)
            self._checking.start()

    def _wait(self) -> None:
        if self._checking:
            self._checking.join()

    def _check(self, hub: Hub) -> None:
        """See whether the catalog means something; the page was answered before."""
        found = tuple(sorted({*hub.problems, *doubts(hub)}))
        if self._hub is hub and errors(found):
            self._problems = found
            self._call()

    def _report(self) -> None:
        """Write what is wrong as the page that is shown, wherever its reader is."""
        self._clear(self.site)
        whole = Renderer(environment([templates_dir()])).fragment("report.html", problems=sorted(set(self._problems)))
        for name in (INDEX, LOST):
            write(self.site / name, whole.encode())

    @staticmethod
    def _clear(*folders: Path) -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)

    def _make(self, address: str) -> None:
        """Make a file of the language in whose folder it lies."""
        settings = self._hub.settings
        first, _, below = address.partition("/")
        own = first in settings.published and first != settings.source
        tag, path = (first, below) if own else (settings.source, address)
        faults = {*self._hub.hear(settings.source), *self._hub.hear(tag)}
        if errors(faults):
            self._problems = (*self._problems, *faults)
            return
        self._run(tag)
        if (self.site / address).is_file():
            return  # it came with the shells
        folder, _, name = path.rpartition("/")
        place = f"{folder}/" if folder else ""
        if path.startswith(KEEP) or path == OFFLINE:
            self._make_whole(tag)
        elif name in (INDEX, CODE):
            self._make_page(tag, place)
        elif path.startswith(SEARCH):
            self._writer.search(tag)
        elif address == LOST:
            replace(self._writer, hub=self._heard).not_found()

    def _make_page(self, tag: str, path: str) -> None:
        writer, prefix = self._writer, self._hub.settings.prefix(tag)
        if key := next((d.key for d in self._hub.documents if path_of(d.key) == path), None):
            self._mkdocs(tag, [key])
            writer.code(prefix + path)
        elif stamped := writer.stampers[tag].at(path):
            writer.page(stamped)
        elif not prefix and path in map(sheet_address, self._hub.sheets):
            writer.page(next(page for page in (make() for make in writer.sheets) if page.address == path))

    def _make_whole(self, tag: str) -> None:
        """Make all of a language: what is kept on a device is made of it."""
        self._mkdocs(tag, (document.key for document in self._hub.documents))
        self._writer.rest(self._writer.pages(Portion(tag, 0, 1)), tag)

    @property
    def _writer(self) -> Writer:
        return Writer(self.site, self._hub, self._runs, self._parts)

    @property
    def _heard(self) -> Hub:
        """The hub in the languages that were asked for: the page of what is not there greets in these."""
        return replace(self._hub, settings=replace(self._hub.settings, only=tuple(self._runs)))

    def _run(self, tag: str) -> Run:
        """Return the shells of a language and what fills them; those of the catalog before serve as well."""
        if tag not in self._runs and tag in self._shells:
            self._runs[tag] = replace(self._shells[tag], voice=self._hub.voice(tag))
        if tag not in self._runs:
            self._mkdocs(tag, ())
        return self._runs[tag]

    def _mkdocs(self, tag: str, pages: Iterable[str]) -> None:
        """Let MkDocs make the shells of a language, its statics, and the authored pages with these keys."""
        config = mkdocs_config(self._config, site_dir=str(self._made_by_mkdocs))
        i18n.only_locales(config, [tag])
        plugin: Any = config.plugins["resourcehub"]
        plugin.asked = Asked(self._hub, frozenset((FIRST, *pages)))  # mkdocs-static-i18n misses the first page
        build(config)
        self._runs[tag], self._parts = plugin.runs[tag], plugin.parts
        shutil.copytree(self._made_by_mkdocs, self.site, dirs_exist_ok=True)
        statics = shutil.ignore_patterns("*.html")
        shutil.copytree(self._made_by_mkdocs, self._statics, dirs_exist_ok=True, ignore=statics)


def _stuck(error: Exception, config: Path) -> Problem:
    """Say what keeps a page from being made that has nothing wrong of ours: a template, a plugin of others."""
    place = Place(str(getattr(error, "filename", None) or config.name), getattr(error, "lineno", None) or 0)
    what = f"this page cannot be made, a template or a plugin stops here ({type(error).__name__}: {error})"
    return Problem(place, f"{what}: undo what was changed last", "bad-settings")
