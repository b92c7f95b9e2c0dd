"""What rules look at: the catalog's entries and the pages as they stand in the files, and the known ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from resourcehub.catalog.entries import SECTIONS, CatalogFile, Entry
from resourcehub.catalog.read import Document, Static
from resourcehub.catalog.sheets import Sheets
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Place


@dataclass(frozen=True)
class Facts:
    """A hub that was read. ``resources`` is the folder of the stamped pages, ``sheets`` the sheet numbers in use.

    ``statics`` are the files of ``docs/`` besides the pages, ``assets`` the paths of those the generator brings.
    Rules run over misshapen entries too, so that a missing title hides no unknown topic.
    """

    file: CatalogFile
    documents: tuple[Document, ...] = ()
    locales: tuple[str, ...] = ("en",)
    source_locale: str = "en"
    resources: str = "resources"
    sheets: Sheets = field(default_factory=Sheets)
    docs: str = "docs"
    statics: tuple[Static, ...] = ()
    assets: tuple[str, ...] = ()

    def known(self, section: str) -> frozenset[str] | None:
        """Return the ids of a section, those of misshapen entries too; None where it cannot be read."""
        return self._known.get(section)

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {name: set() for name in SECTIONS if name not in self.file.lost}
        for section, name in self.file.places:
            if section in found:
                found[section].add(name)
        return {section: frozenset(names) for section, names in found.items()}

    @property
    def unread(self) -> bool:
        """Whether nobody can say which pages the catalog makes, because it cannot be read."""
        return any(self.known(section) is None for section in ("kinds", "topics", "audiences", "resources"))

    def entries(self, section: str) -> Iterator[Entry]:
        """Yield the entries of a section."""
        yield from self.file.entries.get(section, ())

    def place(self, path: Keys) -> Place:
        """Return the place of a value of the catalog."""
        return self.file.place(path)

    def prefix(self, locale: str) -> str:
        """Return the folder of a locale's pages; the source language lives at the root."""
        return "" if locale == self.source_locale else f"{locale}/"


def texts(value: object, path: Keys) -> Iterator[tuple[str, Keys]]:
    """Yield every text in a value, however deep, with its path."""
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts(part, (*path, index))
