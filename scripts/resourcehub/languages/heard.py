"""The words of each language of a site, read when they are first asked for: a preview asks for few."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from resourcehub.catalog.entries import CatalogFile
from resourcehub.languages.locales import Registry
from resourcehub.languages.localize import localize
from resourcehub.languages.po_checks import Catalogue
from resourcehub.languages.states import Messages, po_faults, spoken
from resourcehub.languages.units import catalog_units
from resourcehub.languages.words import load_words
from resourcehub.options import Settings
from resourcehub.problems import Problem

T = TypeVar("T")


class Later(dict[str, T]):
    """What there is for each language, made when it is first asked for."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, tag: str) -> T:
        """Make what there is for a language."""
        made = self[tag] = self._make(tag)
        return made


class Heard:
    """What is said in each language: messages, words of the interface, the catalog; and what is wrong with its files.

    The two are read apart, for one process may look for faults while another makes pages of the words.
    """

    def __init__(self, settings: Settings, registry: Registry, file: CatalogFile, pages: Mapping[str, int]) -> None:
        root, source, folder = settings.root, settings.source, f"{settings.docs}/translations"
        units = list(catalog_units(file.catalog))
        known = Catalogue.of(file, units)

        def read(tag: str) -> Messages:
            return spoken(root, f"{folder}/{tag}.po", registry[tag], units)

        def faults(tag: str) -> list[Problem]:
            own = {} if tag == source else pages  # a source may change words of the interface, and need not
            return po_faults(root, f"{folder}/{tag}.po", registry[tag], known, own)

        messages = Later(read)
        first = load_words(messages[source], registry[source], None)
        self.faults, self.messages = Later(faults), messages
        self.words = Later(lambda tag: first if tag == source else load_words(messages[tag], registry[tag], first))
        self.catalogs = Later(lambda tag: localize(file, messages[tag], registry[tag], registry[source]))
