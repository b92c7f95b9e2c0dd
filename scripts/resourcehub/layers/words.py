"""The words of a site in each of its languages: its own, over those of what it builds on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from resourcehub.languages.states import Messages, interface_words, read_messages
from resourcehub.languages.words import Words, load_words
from resourcehub.layers.read import relabelled
from resourcehub.layers.whole import Whole
from resourcehub.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of each language by its tag: those of the catalog, and those of the interface as pages say them."""

    messages: dict[str, Messages] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)


def read_words(whole: Whole, meant: Iterable[tuple[str, str]] = ()) -> tuple[Spoken, list[Problem]]:
    """Return the words of a site and what is wrong with the files they stand in; ``meant`` as in ``Facts``."""
    spoken, problems = Spoken(), list[Problem]()
    pages = Counter(document.locale for document in whole.content.documents)
    source = whole.settings.source
    for tag in whole.settings.locales:
        translated = {} if tag == source else pages  # a source may change words of the interface, and need not
        messages: Messages | None = None
        for layer, file in zip(whole.layers, whole.rising, strict=True):
            po = f"{layer.settings.docs}/translations/{tag}.po"
            counted = {} if layer.label else translated
            said = {} if layer.settings.overrides else interface_words()  # templates of its own may say more
            beside = (file, counted, messages, meant, said)
            messages, faults = read_messages(layer.root, po, whole.registry[tag], *beside)
            problems += relabelled(faults, layer.label)
        assert messages  # noqa: S101 - a site is at least itself
        spoken.messages[tag] = messages
        spoken.words[tag] = load_words(messages, whole.registry[tag], spoken.words.get(source))
        problems += _buttons(spoken.words[tag], f"{whole.settings.docs}/translations/{tag}.po")
    return spoken, problems


def _buttons(words: Words, po: str) -> Iterator[Problem]:
    """A language has words of the interface, or it is said at once what its readers would see."""
    if not words.phrases and words.locale.tag.split("-")[0] != "en":
        what = (
            f"the buttons would be English: no word of the interface is in {words.locale.english} yet. "
            "'hub translate update' puts them into this file, under 'interface': translate them there"
        )
        yield Problem(Place(po), what, "no-interface-words", "warning")
