"""What rules look at: the catalog's entries and the pages as they stand in the files, and the known ids."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain

from resourcehub.catalog.entries import SECTIONS, CatalogFile, Entry
from resourcehub.catalog.fields import is_id
from resourcehub.catalog.read import Document, Static
from resourcehub.catalog.sheets import Sheets
from resourcehub.catalog.tree import Keys
from resourcehub.languages.locales import Registry, builtin
from resourcehub.languages.terms import Terms
from resourcehub.problems import Place, nearest

GONE = "gone-below"  # the code of a line that names what a layer below no longer has: a warning, and nothing breaks
RESOURCE_REFERENCES = {
    "kind": "kinds",
    "topics": "topics",
    "audiences": "audiences",
    "citations": "citations",
    "related": "resources",
    "replaced_by": "resources",
}
PAGE_REFERENCES = {
    "topics": "topics",
    "resources": "resources",
    "words": "glossary",
    "sources": "citations",
    "claims": "citations",
}


@dataclass(frozen=True)
class Facts:
    """A hub that was read. ``resources`` is the folder of the stamped pages, ``sheets`` the sheet numbers in use.

    ``statics`` are the files of ``docs/`` besides the pages, ``assets`` the paths of those the generator brings.
    ``registry`` knows the languages, those that the site describes too. ``below`` are what the names of
    files begin with that lie in a hub below, and ``former`` are the addresses of pages that were once there.
    ``terms`` are the agreed ones of each language.
    Rules run over misshapen entries too, so that a missing title hides no unknown topic.
    """

    file: CatalogFile
    documents: tuple[Document, ...] = ()
    locales: tuple[str, ...] = ("en",)
    source_locale: str = "en"
    resources: str = "resources"
    sheets: Sheets = field(default_factory=Sheets)
    statics: tuple[Static, ...] = ()
    assets: tuple[str, ...] = ()
    registry: Registry = field(default_factory=builtin)
    below: tuple[str, ...] = ()
    former: frozenset[str] = frozenset()
    terms: Mapping[str, Terms] = field(default_factory=dict)

    def known(self, section: str) -> frozenset[str] | None:
        """Return the ids of a section, those of misshapen entries too; None where it cannot be read."""
        return self._known.get(section)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The keys of the pages that menus and doors may lead to: those of the source language, and the list of all."""
        own = (d.key for d in self.documents if d.locale == self.source_locale)
        return frozenset((*own, f"{self.resources}/index.md"))

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {name: set() for name in SECTIONS if name not in self.file.lost}
        for section, name in self.file.places:
            if section in found:
                found[section].add(name)
        return {section: frozenset(names) for section, names in found.items()}

    def was_below(self, section: str, word: str) -> bool:
        """Say whether what the site builds on had such an entry once: its numbers tell.

        Words of the glossary and citations have no page, and so no number: any may have been there.
        """
        if section in ("glossary", "citations"):
            return bool(self.below)
        folder = f"{self.resources}/" if section == "resources" else f"{self.resources}/{section.removesuffix('s')}/"
        return f"{folder}{word}/" in self.former

    def names(self) -> Iterator[tuple[str, str, Callable[[], Place]]]:
        """Yield what resources and pages name: its section, the word, and what tells its place."""
        for entry in self.entries("resources"):
            for name, section in RESOURCE_REFERENCES.items():
                for text, path in texts(entry.fields.get(name), (name,)):
                    yield section, text, partial(entry.place, *path)
        for document in self.documents:
            for name, section in PAGE_REFERENCES.items():
                for text, path in texts(document.front.get(name), (name,)):
                    if name != "claims" or "sources" in path:
                        yield section, text, partial(document.source.place, path)

    def _sheet_names(self) -> Iterator[tuple[str, str, Callable[[], Place]]]:
        """Yield the resources whose pages have a sheet number."""
        start = f"{self.resources}/"
        for number, address in self.sheets.items():
            word = address.removeprefix(start).rstrip("/")
            if address.startswith(start) and "/" not in word:
                yield "resources", word, partial(self.sheets.place, number)

    @cached_property
    def named(self) -> dict[str, dict[str, tuple[int, Place]]]:
        """How many places name a word of a section, and the first of them."""
        found: dict[str, dict[str, tuple[int, Callable[[], Place]]]] = {section: {} for section in SECTIONS}
        for section, text, place in chain(self.names(), self._sheet_names()):
            count, first = found[section].get(text, (0, place))
            found[section][text] = (count + 1, first)
        return {s: {text: (n, first()) for text, (n, first) in words.items()} for s, words in found.items()}

    @cached_property
    def meant(self) -> dict[tuple[str, str], Entry]:
        """The entry that is meant by a word that no id is: several places name it, and none an id much like it."""
        found: dict[tuple[str, str], Entry] = {}
        for section, words in self.named.items():
            known = self.known(section)
            wrong = [word for word, (count, _) in words.items() if known and word not in known and count > 1]
            if wrong and known:
                alone = {e.id: e for e in self.entries(section) if e.id and e.id not in words}
                ids = frozenset(alone)
                near = ((word, nearest(word, ids)) for word in wrong if is_id(word))
                found |= {(section, word): alone[name] for word, name in near if name}
        return found

    def is_meant(self, entry: Entry) -> bool:
        """Whether an entry is named by all, but its own id has a slip."""
        return any(other is entry for other in self.meant.values())

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

    def words_of(self, key: str) -> frozenset[str]:
        """Return the words of the glossary that a page explains or lists: templates write them, each under its id."""
        source = next((d for d in self.documents if d.key == key and d.locale == self.source_locale), None)
        named = {text for text, _ in texts(source.front.get("words"), ())} if source else set()
        return frozenset(named | set((self.known("glossary") or ()) if source and source.meta.template else ()))

    def prefix(self, locale: str) -> str:
        """Return the folder of a locale's pages; the source language lives at the root."""
        return "" if locale == self.source_locale else f"{locale}/"


def texts(value: object, path: Keys) -> Iterator[tuple[str, Keys]]:
    """Yield every text in a value, however deep, with its path."""
    if isinstance(value, str):
        yield value, path
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        if isinstance(part, str):  # most parts are: a generator of its own for each takes twice as long
            yield part, (*path, key)
        else:
            yield from texts(part, (*path, key))
