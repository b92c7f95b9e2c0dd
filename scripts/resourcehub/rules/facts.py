"""What rules look at: the catalog's entries and the pages as they stand in the files, and the known ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from resourcehub.catalog.read import CatalogFile, Document, Entry, Static, entries
from resourcehub.catalog.sheets import Sheets
from resourcehub.catalog.source import Keys
from resourcehub.languages.locales import Registry, builtin
from resourcehub.problems import Place


@dataclass(frozen=True)
class Facts:
    """A hub that was read. ``resources`` is the folder of the stamped pages, ``sheets`` the sheet numbers in use.

    ``statics`` are the files of ``docs/`` besides the pages, ``assets`` the paths of those the generator brings.
    ``registry`` knows the languages, those that the site describes too.
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
    registry: Registry = field(default_factory=builtin)

    def known(self, section: str) -> frozenset[str] | None:
        """Return the ids of a section, those of misshapen entries too; None where it cannot be read."""
        return self._known.get(section)

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        data = self.file.source.data if self.file.source else None
        if data is None:
            return {}
        lists = [s for s in type(self.file.catalog).model_fields if isinstance(data.get(s, []), list)]
        return {s: frozenset(i for section, i in self.file.places if section == s) for s in lists}

    @property
    def unread(self) -> bool:
        """Whether nobody can say which pages the catalog makes, because it cannot be read."""
        return any(self.known(section) is None for section in ("kinds", "topics", "audiences", "resources"))

    def entries(self, section: str) -> Iterator[Entry]:
        """Yield the entries of a section."""
        if self.file.source:
            yield from entries(self.file.source, section)

    def place(self, path: Keys) -> Place:
        """Return the place of a value of the catalog. Raises ValueError where that could not be read."""
        if self.file.source is None:
            raise ValueError(path)
        return self.file.source.place(path)

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
