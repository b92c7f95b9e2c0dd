"""What settings, pages and vocabularies ask for by name is there: pages of the menu, icons of the theme, templates."""

from collections.abc import Iterable, Iterator
from itertools import chain

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.fields import is_id
from resourcehub.catalog.front import Explainer
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.options import Settings
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules.facts import texts
from resourcehub.shipped import page_templates


def asked_for(settings: Settings, file: CatalogFile, documents: tuple[Document, ...]) -> Iterator[Problem]:
    """Yield what is asked for by name and is not there."""
    return chain(_menus(settings, documents), _icons(settings, file, documents), _templates(settings, documents))


def _menus(settings: Settings, documents: Iterable[Document]) -> Iterator[Problem]:
    """A menu leads only to pages that exist."""
    known = {d.key for d in documents} | {"resources/index.md"}
    for key in (*settings.menu, *settings.footer):
        if key not in known:
            cure = f"the menu names '{shown(key)}', but there is no such page{suggestion(key, known)}"
            yield Problem(settings.places.get(key, Place("mkdocs.yml")), cure, "unknown-menu-page")


def _icons(settings: Settings, file: CatalogFile, documents: Iterable[Document]) -> Iterator[Problem]:
    """The picture of a kind, topic, audience or door is one that the theme has."""
    terms = (entry for name in ("kinds", "topics", "audiences") for entry in file.entries.get(name, ()))
    found = [
        *((file.place, path, word) for entry in terms for word, path in texts(entry.fields, entry.path)),
        *((d.source.place, path, word) for d in documents for word, path in texts(d.front.get("doors"), ("doors",))),
    ]
    for place, path, name in found:
        if settings.icons and path[-1] == "icon" and is_id(name) and name not in settings.icons:
            what = f"there is no icon '{name}'{suggestion(name, settings.icons)}"
            yield Problem(place(path), what, "unknown-icon")


def _templates(settings: Settings, documents: Iterable[Document]) -> Iterator[Problem]:
    """A page asks for a template that there is, and that is made for pages of its kind."""
    known = page_templates(settings.root / settings.overrides if settings.overrides else None)
    for document in documents:
        name, fits = document.meta.template, known
        if not isinstance(document.meta, Explainer):
            fits = known - {"explainer.html"}
        if name and name not in fits:
            what = f"there is no template '{shown(name)}' for this page{suggestion(name, fits)}"
            cure = "delete the line 'template:', or write the name of another"
            yield Problem(document.source.place(("template",)), f"{what}: {cure}", "unknown-template")
