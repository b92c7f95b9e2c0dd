"""The files of a build: what is published of the theme and of ours, stand-ins for stamped pages, shells."""

import os
import shutil
from collections.abc import Container, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import rcssmin
import rjsmin
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.theme import Theme

from resourcehub.engine.i18n import icon_files, in_theme, locale_of
from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale
from resourcehub.markup.colour import accent
from resourcehub.markup.look import faces, pictures
from resourcehub.pages.authored import path_of
from resourcehub.pages.inventory import paths
from resourcehub.rules.pagelinks import linked

SEARCH = tuple(f"assets/search/{name}.js" for name in ("words", "index", "facets", "pieces", "engine"))
CUT = "assets/search/cut.js"
PAGE, RESULTS, OFFLINE, KEEP = "assets/hub.js", "assets/search/results.js", "assets/offline.js", "assets/keep.js"
STYLESHEET = "assets/hub.css"
SIGNS = "assets/signs.css"
STYLE_PARTS = ("assets/vendor/material/material.css", STYLESHEET)
SHELLS = ("resources", "plain")
_HIDDEN = InclusionLevel.NOT_IN_NAV


def stage(hub: Hub) -> TemporaryDirectory[str]:
    """Return a folder with the pages and files of a site and of all that it builds on, as MkDocs wants them: in one.

    A page is empty there: MkDocs asks the plugin for its text.
    """
    folder = TemporaryDirectory(prefix="hub-")
    for document in hub.documents:
        path = Path(folder.name) / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for static in hub.statics:
        path = Path(folder.name) / static.path
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(static.docs / static.path, path)
    return folder


class StampedFile(File):
    """Stands for a stamped page, so that Markdown links to it are checked; MkDocs neither reads nor writes it."""

    def is_documentation_page(self) -> bool:
        """Say that MkDocs has nothing to render."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy nothing."""


def stamped_files(paths: Iterable[str], prefix: str, config: MkDocsConfig) -> Iterator[File]:
    """Yield the stand-ins for stamped pages, known to Markdown as ``resources/<id>.md`` or ``…/index.md``.

    They are copies of one: MkDocs works out for each file anew what is the same for thousands.
    """
    first = StampedFile("resources/index.md", None, config.site_dir, True, dest_uri="index.html", inclusion=_HIDDEN)
    for path in paths:
        file = copy(first)
        file.src_uri = "resources/index.md" if path == "resources/" else path.rstrip("/") + ".md"
        file.dest_uri = f"{prefix}{path}index.html"
        yield file


def stand_ins(
    hub: Hub, tag: str, files: Files, config: MkDocsConfig, pages: Container[str] | None = None
) -> Iterator[File]:
    """Yield a stand-in for each page that MkDocs does not make, and each file in another language.

    A page of any may link to it. Of authored pages it makes those with the keys ``pages``, or (None) all.
    """
    yield from stamped_files(paths(hub.voice(tag)), hub.settings.prefix(tag), config)
    for document in (d for d in hub.documents if pages is not None and d.key not in pages):
        spoken = tag if document.path == document.key else document.locale
        address = f"{hub.settings.prefix(spoken)}{path_of(document.key)}index.html"
        yield StampedFile(document.path, None, config.site_dir, True, dest_uri=address, inclusion=_HIDDEN)
    asked = linked(hub.documents)
    for static in (static for static in hub.statics if static.path not in files.src_uris):
        address = hub.settings.prefix(static.locale) + static.key
        if static.locale in hub.settings.published:
            yield StampedFile(static.path, None, config.site_dir, True, dest_uri=address, inclusion=_HIDDEN)
        elif static.path in asked:  # nobody else publishes it
            yield File(static.path, config.docs_dir, config.site_dir, True, dest_uri=address, inclusion=_HIDDEN)


def shell_file(name: str, config: MkDocsConfig) -> File:
    """Return the placeholder page of a shell, with what mkdocs-static-i18n puts on the files it has seen."""
    file = File.generated(
        config,
        f"hub-shell-{name}.md",
        content="---\ntemplate: shell.html\n---\n",
        inclusion=_HIDDEN,
    )
    tag = locale_of(config)
    extra = {"locale": tag, "locale_alternate_of": tag, "localization": None, "norm_src_uri": file.src_uri}
    for key, value in (extra | {"alternates": {tag: file}}).items():
        setattr(file, key, value)
    return file


def published(files: Files, config: MkDocsConfig, hub: Hub, pages: Container[str] | None) -> Files:
    """Return the files to publish: not those no page uses (translations, all that the theme brings), no page unread.

    Of authored pages only those with the keys ``pages``, or (None) all. Raises PluginError for a page that came after
    the hub was read; a preview leaves it out, and sees it when it is asked for the next page.
    """
    wanted = {d.path for d in hub.documents if pages is None or d.key in pages}
    kept = [f for f in files if not _unused(f, config)]
    texts = (f for f in kept if f.is_documentation_page() and f.inclusion is not InclusionLevel.EXCLUDED)
    unread = [f.src_uri for f in texts if f.src_uri not in wanted]
    # Read, but of no page: pages in a language that this site does not have.
    refuse_changed(name for name in unread if pages is None and name not in hub.seen)
    return Files([f for f in kept if f.src_uri not in unread])


def refuse_changed(names: Iterable[str]) -> None:
    """Raise PluginError where files are others now than those that were checked."""
    if found := ", ".join(names):
        raise PluginError(f"changed while the site was being built: {found}. Nothing was published: build again")


def _unused(file: File, config: MkDocsConfig) -> bool:
    if (file.abs_src_path or "").startswith(f"{config.docs_dir}{os.sep}"):
        return file.src_uri.startswith("translations/")
    if file.src_uri == "sitemap.xml":
        return True  # MkDocs' template: with no static templates left it would be copied as it is
    return file.src_uri.startswith("assets/") and "material" in Path(file.abs_src_path or "").parts[:-2]


def own_stylesheet(files: Files, config: MkDocsConfig, locales: Iterable[Locale], colour: str) -> File:
    """Return the stylesheet that a page waits for: what is in use of the theme's, ours, the accent colour and faces."""
    names = "".join(p.read_text(encoding="utf-8") for p in in_theme(config, "assets/stylesheets/palette.*.css"))
    whole = _taken(files, STYLE_PARTS) + accent(colour, names).css() + faces(locales)
    return File.generated(config, STYLESHEET, content=str(rcssmin.cssmin(whole, keep_bang_comments=True)))


def signs(config: MkDocsConfig, icons: Iterable[str]) -> str:
    """Return the stylesheet of the icons, for which no page waits. Raises KeyError for one that the theme has not."""
    known = icon_files(config)
    return pictures({name: known[name].read_text(encoding="utf-8") for name in icons})


def list_once(theme: Theme) -> None:
    """Let MkDocs look through the folders of the theme once, not once a language: they hold thousands of icons.

    Those lie below ``.icons/``, which MkDocs does not publish.
    """
    make, names = theme.get_env, list[str]()

    def get_env() -> Environment:
        env = make()
        if not names and env.loader:
            names.extend(name for name in env.loader.list_templates() if not name.startswith("."))
        env.list_templates = lambda filter_func: [name for name in names if filter_func(name)]  # type: ignore[assignment, misc]
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts of some pages: files to publish, and the text of the one inside the file for reading offline.

    ``cut`` is run while the site is built: the search itself cuts a large index into pieces.
    """

    page: File
    search: File
    keep: File
    offline: str
    cut: str


def scripts(files: Files, config: MkDocsConfig) -> Scripts:
    """Return the script of every page; the search in one file, for one request; and their kin, all without comments.

    ``keep.js`` lies at the root, for a service worker sees only what lies below it.
    """
    search = rjsmin.jsmin(_taken(files, SEARCH))
    return Scripts(
        search=File.generated(config, "assets/search.js", content=search + rjsmin.jsmin(_taken(files, [RESULTS]))),
        keep=File.generated(config, "keep.js", content=rjsmin.jsmin(_taken(files, [KEEP]))),
        page=File.generated(config, PAGE, content=rjsmin.jsmin(_taken(files, [PAGE]))),
        offline=search + rjsmin.jsmin(_taken(files, [OFFLINE])),
        cut=search + _taken(files, [CUT]),
    )


def _taken(files: Files, names: Iterable[str]) -> str:
    """Return the texts of files in one and no longer publish them by themselves; their licences stay."""
    parts = [files.src_uris[name] for name in names]
    for part in parts:
        files.remove(part)
    return "".join(part.content_string for part in parts)
