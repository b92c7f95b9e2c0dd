"""Settings -> problems: how the parts of ``mkdocs.yml`` fit together and with the files beside it."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from importlib.metadata import entry_points
from pathlib import Path

from resourcehub.catalog.plain import shown
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Problem, suggestion
from resourcehub.settings.read import File
from resourcehub.settings.schema import PLUGINS

LOGO_BYTES = 30_000  # as much as a whole page may weigh: a picture that stands on every page must be lighter
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")
OWN_SEARCH = ("search", "material/search")


def needed(file: File) -> Iterator[Problem]:
    """A site has a name, the theme and both plugins."""
    place = file.source.place
    if not file.given(("site_name",)) and not _misspelt(file, "site_name"):
        what = "the site has no name: add a line such as 'site_name: Lincoln School Family Hub'"
        yield Problem(place(("site_name",)), what, "missing-field")
    theme = file.given(("theme",))
    if (not theme or (isinstance(theme, dict) and not theme.get("name"))) and not _misspelt(file, "theme"):
        what = "the theme is missing: add the lines 'theme:' and, two blanks further in, 'name: material'"
        yield Problem(place(("theme",)), what, "no-theme")
    for name in PLUGINS:
        if name not in file.plugins and not get_close_matches(name, file.plugins) and not _misspelt(file, "plugins"):
            what = f"the plugin '{name}' is missing: add a line '  - {name}:' under 'plugins:'"
            yield Problem(place(("plugins",)), what, "missing-plugin")


def _misspelt(file: File, name: str) -> bool:
    """Say whether a name that is near to this one stands there: that has its own message."""
    return not file.given((name,)) and bool(get_close_matches(name, file.source.names(())))


def plugins_fit(file: File) -> Iterator[Problem]:
    """A plugin is installed, and none of them is a second search."""
    known = {point.name for point in entry_points(group="mkdocs.plugins")}
    for name, path in file.plugins.items():
        place = file.source.key_place(path)
        if name in OWN_SEARCH:
            yield Problem(place, f"remove the plugin '{name}': this site has its own search", "search-plugin")
        elif name not in known and name not in PLUGINS:
            cure = suggestion(name, PLUGINS) or ": delete its lines, or correct its name"
            yield Problem(place, f"there is no plugin '{shown(name)}'{cure}", "missing-plugin")


def languages_fit(file: File) -> Iterator[Problem]:
    """Each language is listed once, and exactly one is that of the catalog."""
    path = file.language("languages")
    listed, place = file.languages.languages, file.source.place
    if "i18n" not in file.plugins or (listed is None and file.given(path)):
        return
    if not listed:
        if not file.given(path):
            what = "no language is listed: add '- {locale: en, name: English, default: true}' under 'languages:'"
            yield Problem(file.source.key_place(path), what, "no-languages")
        return
    first = [i for i, tongue in enumerate(listed) if tongue.default]
    if len(first) != 1:
        count = f"{len(first)} languages have" if first else "no language has"
        what = f"{count} 'default: true': write it behind the language of the catalog, and behind no other"
        yield Problem(place((*path, first[1]) if first else path), what, "default-language")
    elif not listed[first[0]].build:
        what = "the language of the catalog cannot be left out: delete its 'build: false'"
        yield Problem(place((*path, first[0], "build")), what, "default-language")
    seen: dict[str, int] = {}
    for index, tongue in enumerate(listed):
        if seen.setdefault(tongue.locale, index) != index:
            where = (*path, index, "locale")
            what = f"the language '{tongue.locale}' is listed twice: delete one of the two"
            yield Problem(place(where), what, "duplicate-language")


def pictures_fit(file: File) -> Iterator[Problem]:
    """The logo and the small picture of the tab are there, and light: they stand on every page."""
    for name in ("logo", "favicon"):
        path = getattr(file.site.theme, name, None)
        if path and (what := _picture(file, path)):
            yield Problem(file.source.place(("theme", name)), f"{name}: {what}", "bad-logo")


def _picture(file: File, path: str) -> str | None:
    folders = [file.site.docs_dir, *([file.site.theme.custom_dir] if file.site.theme else [])]
    found = [file.root / folder / path for folder in folders if folder and (file.root / folder / path).is_file()]
    if not found:
        known = {p.relative_to(file.root / file.site.docs_dir).as_posix() for p in _pictures(file)}
        near = suggestion(path, known) or f": put the file into the folder '{file.site.docs_dir}', or delete the line"
        return f"there is no file '{shown(path)}'{near}"
    if found[0].suffix.lower() not in PICTURES:
        return f"'{shown(path)}' is no picture: take a file that ends in .svg or .png"
    if (size := found[0].stat().st_size) > LOGO_BYTES:
        return (
            f"'{shown(path)}' has {size // 1000:,} kB, and every page loads it: "
            f"{LOGO_BYTES // 1000} kB at most. Save it smaller, 200 dots wide, or as SVG"
        )
    return None


def _pictures(file: File) -> Iterator[Path]:
    found = (file.root / file.site.docs_dir).rglob("*")
    return (path for path in found if path.suffix.lower() in PICTURES and path.is_file())


def folders_fit(file: File) -> Iterator[Problem]:
    """Folders and files that settings name are there, and the site is not built into its own sources."""
    site, place = file.site, file.source.place
    docs, target = (file.root / name for name in (site.docs_dir, site.site_dir))
    if (not docs.is_dir() and not file.options.extends) or site.docs_dir == ".":
        what = f"there is no folder '{shown(site.docs_dir)}' for the pages: correct the name, or delete the line"
        yield Problem(place(("docs_dir",)), what, "bad-path")
    if site.site_dir == "." or target.is_relative_to(docs) or docs.is_relative_to(target):
        what = "the site cannot be built into the folder of its sources: name another, such as 'site'"
        yield Problem(place(("site_dir",)), what, "bad-path")
    named: list[tuple[Keys, str]] = (
        [(("theme", "custom_dir"), site.theme.custom_dir)] if site.theme and site.theme.custom_dir else []
    )
    named += [((key, i), path) for key in ("watch", "hooks") for i, path in enumerate(getattr(site, key))]
    for path, name in named:
        there = (file.root / name).is_file() if path[0] == "hooks" else (file.root / name).exists()
        if not there:
            what = f"there is no '{shown(name)}': correct the name, or delete the line"
            yield Problem(place(path), what, "bad-path")


def somebody_answers(file: File) -> Iterator[Problem]:
    """A family can reach a person."""
    contact = file.options.contact
    others = type(contact).model_fields.keys() - {"phone", "mail"}
    wrong = set(file.source.names(file.option("contact"))) - others  # that has its own message
    if "resourcehub" in file.plugins and not contact.phone and not contact.mail and not wrong:
        what = "a family would find nobody to call: write 'phone:' or 'mail:' under 'contact:'"
        yield Problem(file.source.key_place(file.option("contact")), what, "no-contact", "warning")


def words_fit(file: File) -> Iterator[Problem]:
    """What is said of the contact in one language has readers on this site."""
    listed = [tongue.locale for tongue in file.languages.languages or ()]
    contact = file.options.contact
    for name in ("name", "street", "interpreter"):
        for tag in (getattr(contact, name) or {}) if listed else ():
            if tag and tag not in listed:
                near = suggestion(tag, listed)
                what = f"the site has no language '{tag}'{near}: list it under 'languages:', or delete this line"
                yield Problem(
                    file.source.key_place(file.option("contact", name, tag)), what, "unlisted-language", "warning"
                )


CHECKS: tuple[Callable[[File], Iterator[Problem]], ...] = (
    needed,
    plugins_fit,
    languages_fit,
    pictures_fit,
    folders_fit,
    somebody_answers,
    words_fit,
)


def check(file: File) -> Iterator[Problem]:
    """Yield what every check finds."""
    for rule in CHECKS:
        yield from rule(file)
