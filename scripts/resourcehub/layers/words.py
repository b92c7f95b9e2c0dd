"""The words of a site in each of its languages: its own, over those of what it builds on."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from resourcehub.catalog.entries import CatalogFile
from resourcehub.languages.states import Messages, interface_words, read_messages, spoken
from resourcehub.languages.units import catalog_units
from resourcehub.languages.words import Words, load_words
from resourcehub.layers.read import relabelled
from resourcehub.layers.stack import Layer
from resourcehub.layers.whole import Whole
from resourcehub.problems import Place, Problem

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


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of each language by its tag: those of the catalog, and those of the interface as pages say them."""

    messages: Later[Messages]
    words: Later[Words]


def read_words(whole: Whole) -> Spoken:
    """Return the words of a site: those of a language are read when they are first asked for."""
    units = [list(catalog_units(file.catalog)) for file in whole.rising]
    source = whole.settings.source

    def read(tag: str) -> Messages:
        found: Messages | None = None
        for (layer, _, po), texts in zip(_rising(whole, tag), units, strict=True):
            found = spoken(layer.root, po, whole.registry[tag], texts, found)
        assert found  # noqa: S101 - a site is at least itself
        return found

    def say(tag: str) -> Words:
        return load_words(messages[tag], whole.registry[tag], None if tag == source else words[source])

    messages, words = Later(read), Later(say)
    return Spoken(messages, words)


def words_problems(whole: Whole, tag: str, meant: Iterable[tuple[str, str]] = ()) -> list[Problem]:
    """Return what is wrong with the files in which the words of a language stand; ``meant`` as in ``Facts``."""
    pages = Counter(document.locale for document in whole.content.documents)
    translated = {} if tag == whole.settings.source else pages  # a source may change words, and need not
    problems = list[Problem]()
    messages: Messages | None = None
    for layer, file, po in _rising(whole, tag):
        counted = {} if layer.label else translated
        said = {} if layer.settings.overrides else interface_words()  # templates of its own may say more
        beside = (file, counted, messages, meant, said)
        messages, faults = read_messages(layer.root, po, whole.registry[tag], *beside)
        problems += relabelled(faults, layer.label)
    assert messages  # noqa: S101 - a site is at least itself
    words = load_words(messages, whole.registry[tag])
    return [*problems, *_buttons(words, f"{whole.settings.docs}/translations/{tag}.po")]


def _rising(whole: Whole, tag: str) -> Iterator[tuple[Layer, CatalogFile, str]]:
    """Yield each layer, the lowest first, the catalog as it sees it, and its main PO file of a language."""
    for layer, file in zip(whole.layers, whole.rising, strict=True):
        yield layer, file, f"{layer.settings.docs}/translations/{tag}.po"


def _buttons(words: Words, po: str) -> Iterator[Problem]:
    """A language has words of the interface, or it is said at once what its readers would see."""
    if not words.phrases and words.locale.tag.split("-")[0] != "en":
        what = (
            f"the buttons would be English: no word of the interface is in {words.locale.english} yet. "
            "'hub translate update' puts them into this file, under 'interface': translate them there"
        )
        yield Problem(Place(po), what, "no-interface-words", "warning")
