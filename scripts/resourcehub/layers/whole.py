"""A site with all that it builds on, read and put together: the story of this wing on one screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.faults import Memory
from resourcehub.catalog.model import Catalog
from resourcehub.catalog.plain import shown
from resourcehub.catalog.sheets import Sheets
from resourcehub.catalog.visits import broken
from resourcehub.languages.locales import Registry, load_registry
from resourcehub.languages.terms import Terms, read_terms
from resourcehub.layers.hide import LIST, Hidden, hidden, pinned
from resourcehub.layers.merge import put_over
from resourcehub.layers.read import Content, read_layer, relabelled
from resourcehub.layers.stack import Layer, stack
from resourcehub.options import Settings
from resourcehub.problems import Place, Problem
from resourcehub.rules.facts import Facts
from resourcehub.shipped import assets

# Pages at the foot where no setting names others, as far as they exist.
FOOT = ("about.md", "privacy.md", "contribute/index.md")


@dataclass(frozen=True)
class Whole:
    """A site and its layers, the lowest first; nothing is taken out yet.

    ``settings`` have what the layers below give of menu and foot. ``rising`` is the catalog as each layer sees it: its
    own with those below. ``former`` are the addresses of pages that were once in a layer below. It is ``torn`` where a
    layer is missing: then nobody can say what of it is meant.
    """

    settings: Settings
    layers: tuple[Layer, ...]
    registry: Registry
    rising: tuple[CatalogFile, ...]
    content: Content
    out: Hidden
    former: frozenset[str]
    torn: bool = False

    @property
    def layered(self) -> bool:
        """Whether what is shown may differ from what was read."""
        return bool(len(self.layers) > 1 or self.out)

    @cached_property
    def broken(self) -> frozenset[str]:
        """The addresses that failed on two different days, by the visits of this site and of those it builds on."""
        return frozenset(chain.from_iterable(broken(layer.root) for layer in self.layers))

    def translations(self) -> tuple[Path, str, Registry, tuple[str, ...]]:
        """Return where the site's own translations lie, and in which languages they may be."""
        s = self.settings
        return s.root, f"{s.docs}/translations", self.registry, s.declared or s.locales

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return problems in their order: of what the site builds on, only the errors."""
        below = self.settings.below
        return tuple(sorted({p for p in problems if p.severity == "error" or not p.place.file.startswith(below)}))

    def shown(self, content: Content) -> Settings:
        """Return the settings with a menu and a foot of pages that are there; one that is gone below was told."""
        there = {d.key for d in content.documents} | {LIST}
        menus = (self.settings.menu, self.settings.footer or ())
        menu, foot = (tuple(page for page in pages if page in there) for pages in menus)
        return replace(self.settings, menu=menu, footer=foot)

    def facts(self, content: Content) -> Facts:
        """Return what rules look at, of all that was read or of what is shown."""
        s = self.settings
        return Facts(
            content.file,
            content.documents,
            s.declared or s.locales,
            s.source,
            sheets=content.sheets,
            statics=content.statics,
            assets=assets(),
            registry=self.registry,
            below=s.below,
            former=self.former,
            terms={tag: found for tag in s.locales if (found := self._terms(tag)).forms},
        )

    def _terms(self, tag: str) -> Terms:
        """Return the agreed terms of a language: those of the site, else of the next layer below that has some."""
        notes = (layer.root / layer.settings.docs / f"translations/{tag}.md" for layer in reversed(self.layers))
        return next((found for found in map(read_terms, notes) if found.forms), Terms())


def read_whole(settings: Settings, memory: Memory | None = None) -> tuple[Whole, list[Problem]]:
    """Return a site with all that it builds on, and what is wrong with their files and how they fit together.

    A ``memory`` knows entries of the catalogs that were read before.
    """
    layers, problems = stack(settings)
    torn, registry = bool(problems), None
    for layer in layers:
        own = layer.settings
        tags = () if layer.label else settings.locales
        registry, faults = load_registry(layer.root, f"{own.docs}/translations/locales.yaml", tags, registry)
        problems += relabelled(faults, layer.label)
    assert registry  # noqa: S101 - a site is at least itself
    content = Content(CatalogFile(Catalog()), (), (), Sheets())
    rising, former = [], frozenset[str]()
    for layer in layers:
        own_content, faults = read_layer(layer, settings, registry, memory)
        problems += faults
        former |= frozenset(content.sheets.values())
        content, faults = put_over(content, own_content, settings.source)
        problems += [] if torn else faults
        rising.append(content.file)
    out, faults = hidden(layers, content)
    first, more = pinned(layers, content.file)
    content = replace(content, file=replace(content.file, pinned=first))
    given = _inherited(settings, layers, content, out)
    problems += [] if torn else [*faults, *more, *_still_named(settings, out)]
    return Whole(given, tuple(layers), registry, tuple(rising), content, out, former, torn), problems


def _inherited(settings: Settings, layers: Iterable[Layer], content: Content, out: Hidden) -> Settings:
    """Return the settings of a site with the menu of what it builds on, where it has none, and with a foot."""
    menus = (layer.settings.menu for layer in reversed(list(layers)) if layer.settings.menu)
    menu = settings.menu or tuple(page for page in next(menus, ()) if page not in out.pages)
    keys = {d.key for d in content.documents} - out.pages
    foot = tuple(page for page in FOOT if page in keys) if settings.footer is None else settings.footer
    labels = tuple(layer.label for layer in layers if layer.label)
    return replace(settings, menu=menu, footer=foot, below=labels)


def _still_named(settings: Settings, out: Hidden) -> Iterator[Problem]:
    """A page that is not shown stands in no menu, and the first page is always shown."""
    for page in dict.fromkeys((*settings.menu, *(settings.footer or ()))):
        if page in out.pages:
            what = f"'hide:' takes the page '{shown(page)}' out, and it is named here: delete one of the two"
            yield Problem(settings.places.get(page, Place("mkdocs.yml")), what, "hidden-in-menu")
    for named in settings.hide.get("pages", ()):
        if named.word in ("index.md", "index"):
            what = "the first page cannot be hidden: delete this line, or write a docs/index.md of your own"
            yield Problem(named.place, what, "hidden-in-menu")
