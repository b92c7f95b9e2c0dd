"""The words of a site in each of its languages: its own, over those of what it builds on.

A language is read when its words are first asked for: a preview asks for few.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from resourcehub.catalog.entries import CatalogFile
from resourcehub.languages.localize import localize
from resourcehub.languages.states import Messages, read_messages
from resourcehub.languages.words import Words, load_words
from resourcehub.layers.read import relabelled
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


class Spoken:
    """What a site says in each language: the messages, the words of its pages, the catalog as it is shown (``file``).

    ``faults`` are those of the files of the languages that were read.
    """

    def __init__(self, whole: Whole, file: CatalogFile) -> None:
        registry, source = whole.registry, whole.settings.source
        pages = Counter(document.locale for document in whole.content.documents)
        faults: dict[str, list[Problem]] = {}

        def read(tag: str) -> Messages:
            translated = {} if tag == source else pages  # a source may change words of the interface, and need not
            found, faults[tag] = _messages(whole, tag, translated)
            return found

        messages = Later(read)
        first = load_words(messages[source], registry[source], None)

        def said(tag: str) -> Words:
            words = first if tag == source else load_words(messages[tag], registry[tag], first)
            faults[tag] += _buttons(words, f"{whole.settings.docs}/translations/{tag}.po")
            return words

        self.faults, self.messages, self.words = faults, messages, Later(said)
        self.catalogs = Later(lambda tag: localize(file, messages[tag], registry[tag], registry[source]))


def _messages(whole: Whole, tag: str, translated: dict[str, int]) -> tuple[Messages, list[Problem]]:
    """Return the words of a language in all layers, and what is wrong with their files."""
    messages, problems = None, list[Problem]()
    for layer, file in zip(whole.layers, whole.rising, strict=True):
        po = f"{layer.settings.docs}/translations/{tag}.po"
        counted = {} if layer.label else translated
        messages, faults = read_messages(layer.root, po, whole.registry[tag], file, counted, messages)
        problems += relabelled(faults, layer.label)
    assert messages  # noqa: S101 - a site is at least itself
    return messages, problems


def _buttons(words: Words, po: str) -> Iterator[Problem]:
    """A language has words of the interface, or it is said at once what its readers would see."""
    if not words.phrases and words.locale.tag.split("-")[0] != "en":
        what = (
            f"the buttons would be English: no word of the interface is in {words.locale.english} yet. "
            "'hub translate update' puts them into this file, under 'interface': translate them there"
        )
        yield Problem(Place(po), what, "no-interface-words", "warning")
