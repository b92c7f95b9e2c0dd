"""What settings, pages and vocabularies ask for by name is there: pages of the menu, icons of the theme, templates."""

from collections.abc import Iterable, Iterator
from itertools import chain

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.fields import is_id
from resourcehub.catalog.front import Explainer
from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.languages.locales import Registry
from resourcehub.options import Settings
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules.addresses import page_was_below
from resourcehub.rules.facts import GONE, Facts, texts
from resourcehub.shipped import page_templates


def asked_for(settings: Settings, facts: Facts) -> Iterator[Problem]:
    """Yield what is asked for by name and is not there, or not shown."""
    documents = facts.documents
    yield from chain(_menus(settings, facts), _icons(settings, facts.file, documents), _templates(settings, documents))
    yield from chain(_languages(settings, facts.registry), _doors(settings, documents), _home(settings, documents))


def _menus(settings: Settings, facts: Facts) -> Iterator[Problem]:
    """A menu leads only to pages that exist."""
    known = facts.pages
    for key in (*settings.menu, *(settings.footer or ())):
        place = settings.places.get(key, Place("mkdocs.yml"))
        if key not in known and page_was_below(key, facts):
            what = f"'{shown(key)}' is no longer in what this site builds on{suggestion(key, known)}: take it out"
            yield Problem(place, what, GONE, "warning")
        elif key not in known:
            what = f"the menu names '{shown(key)}', but there is no such page{suggestion(key, known)}"
            yield Problem(place, what, "unknown-menu-page")


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


def _languages(settings: Settings, registry: Registry) -> Iterator[Problem]:
    """A language has the name that its readers know it by, and that is what pages say."""
    for tag, (name, place) in settings.names.items():
        own = registry[tag].name
        if name not in (own, tag):
            what = (
                f"pages call this language '{own}', and not '{shown(name)}': delete 'name', "
                f"or write it below '{tag}:' in {settings.docs}/translations/locales.yaml"
            )
            yield Problem(place, what, "useless-setting", "warning")


def _doors(settings: Settings, documents: Iterable[Document]) -> Iterator[Problem]:
    """Doors stand where a template shows them: of ours, that of the first page alone does."""
    own = page_templates(settings.root / settings.overrides) - page_templates() if settings.overrides else frozenset()
    originals = {d.key: d for d in documents if d.locale == settings.source}
    for document in documents:
        template = document.meta.template or originals.get(document.key, document).meta.template
        if document.front.get("doors") and template not in {"home.html", *own}:
            what = "no reader sees these doors: write 'template: home.html' at the head of the page, or delete them"
            yield Problem(document.source.key_place(("doors",)), what, "unshown-doors", "warning")


def _home(settings: Settings, documents: Iterable[Document]) -> Iterator[Problem]:
    """A site has a first page in its source language: MkDocs builds none without it."""
    there = (settings.root / settings.docs).is_dir()  # a folder that is missing has a message of its own
    if there and not any(d.locale == settings.source and d.key.rpartition(".")[0] == "index" for d in documents):
        cure = "the site has no first page: add this file, with 'title:' and 'description:' between two lines '---'"
        yield Problem(Place(f"{settings.docs}/index.md"), cure, "no-home-page")
