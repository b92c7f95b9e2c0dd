"""The order of the alphabet in the reader's language (CLDR, through ICU), and lists sorted by it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import icu

from resourcehub.languages.locales import Locale, Text
from resourcehub.pages.voice import Link


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the alphabet and what begins with it.

    ``label`` is None for what begins with none: a number or a sign where ``before`` is true, else another alphabet.
    """

    label: Text | None
    links: tuple[Link, ...]
    before: bool = False


def letters(links: Iterable[Link], locale: Locale) -> tuple[Letter, ...]:
    """Sort ``links`` under the letters of ``locale`` as its dictionaries do; a language unknown to CLDR as its root.

    ICU's alphabetic index: Chinese by pinyin or strokes, Korean by the first consonant; the Latin alphabet follows
    where the language has another (icu-project.org, AlphabeticIndex).
    """
    index = icu.AlphabeticIndex(_rules(locale)).addLabels(icu.Locale.getEnglish())
    for link in links:
        index.addRecord(link.text.text, link)
    return tuple(_filled(index, locale))


def order(locale: Locale) -> Callable[[str], bytes]:
    """Return a key that sorts words as the dictionaries of ``locale`` do."""
    key: Callable[[str], bytes] = icu.Collator.createInstance(_rules(locale)).getSortKey
    return key


def _rules(locale: Locale) -> icu.Locale:
    """Return the language's order of words, in which marks do not count: ``¡Vamos!`` stands under V.

    Marks and blanks are "shifted" to the last level of comparison (Unicode TR10, 4.1; TR35, part 5, 3.4).
    """
    return icu.Locale(f"{locale.cldr or 'root'}@colalternate=shifted")


def _filled(index: "icu.AlphabeticIndex", locale: Locale) -> Iterator[Letter]:
    for label, kind in index:
        found = []
        while index.nextRecord():
            found.append(index.recordData)
        if found:
            # ICU 77 calls the order 筆畫 and writes 劃 in its headings (findings/strokes-in-two-spellings.sh).
            label = label.replace("劃", "畫")
            own = Text(label, locale) if kind == icu.UAlphabeticIndexLabelType.NORMAL else None
            yield Letter(own, tuple(found), kind == icu.UAlphabeticIndexLabelType.UNDERFLOW)
