"""A translation beside its source: what seems to be lost or foreign in it. All of it is for a person to judge."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

import icu

from resourcehub.catalog.paragraphs import same
from resourcehub.languages.locales import Locale

Fault = tuple[str, str]  # a code, and what is wrong with its cure

# Latin letters of names are at home in every text; with fewer letters than these there is nothing to count.
_FEW_LETTERS, _LEAST_SHARE = 12, 0.3
_FEW_WORDS = 5  # an untranslated text of fewer words may be a name
_LONG = 60  # of a shorter text neither its length nor its last mark says much
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")  # where the words of the source stand beside those of the reader
_WORD = re.compile(r"[^\W\d_]+")
_HAN_NUMBER = re.compile("[一二三四五六七八九十百千万两兩]")
# How long a translation is beside its source, in letters: of a thousand texts of this project none is outside.
_SHARES = {"Hans": (0.12, 1.2), "Hant": (0.12, 1.2), "Jpan": (0.15, 1.5), "Kore": (0.2, 2.0)}
_SHARE = (0.35, 3.0)
# ISO 15924: which scripts the letters of a language may be of, where it is more than one.
_LETTERS = {
    "Hans": {"Hani", "Bopo"},
    "Hant": {"Hani", "Bopo"},
    "Jpan": {"Hani", "Hira", "Kana"},
    "Kore": {"Hang", "Hani"},
}

_NUMBER = re.compile(r"\d{1,3}(?: \d{3})+(?![\d.,])|\d(?:[\d.,'\u2019\u00a0\u202f\u066b\u066c]*\d)?")
_ADDRESS = re.compile(r"https?://[^\s<>()\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Zero-width signs, and the scripts to which each belongs: words without blanks between them, letters that join.
_WORD_BREAK, _JOINERS, _DIRECTION = "\u200b", "\u200c\u200d", "\u200e\u200f\u061c"
_HIDDEN = frozenset(f"{_WORD_BREAK}{_JOINERS}{_DIRECTION}\u2060\ufeff")
_UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})
_UNJOINED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr", "Hans", "Hant", "Jpan", "Kore", "Ethi"})
_ENDS = ".!?:;…。！？：；．؟؛۔։․՝՞՜।॥။።៖"
_CLOSING = "\"'”’»›」』）)]】》 "
_NO_END = frozenset({"Thai", "Laoo", "Khmr"})
# Marks of other scripts behind a letter of this one, and what stands in their place.
_FOREIGN = {
    "Arab": (",;?", re.compile("[\u0620-\u06d3] ?[,;?](?!\\w)"), "، ؛ ؟"),
    "Hans": (",.;:?!", re.compile("[\u4e00-\u9fff][,.;:?!](?![A-Za-z0-9])"), "，。；：？！"),
    "Hant": (",.;:?!", re.compile("[\u4e00-\u9fff][,.;:?!](?![A-Za-z0-9])"), "，。；：？！"),
    "Armn": ("?.", re.compile("[\u0561-\u0587][?.](?!\\w|[.])"), "՞ ։"),
}
# Of other scripts each language has its own, or several.
_QUOTES = {"Arab": "«»", "Armn": "«»", "Hans": "“”‘’", "Hant": "「」『』", "Cyrl": "«»„“”"}
_QUOTE = re.compile('["“”„«»「」『』]')
_PAIRS = tuple(map(tuple, ("«»", "“”", "「」", "『』", "《》", "（）", "()", "[]", "¿?", "¡!")))
_PAIRED = frozenset("".join(map("".join, _PAIRS)) + '"„')


def text_faults(source: str, text: str, locale: Locale) -> Iterator[Fault]:
    """Yield what is doubtful in ``text``, the words of ``locale`` for ``source``. Both are plain words."""
    signs = set(text)  # each is looked up once, however often it stands
    if not signs.isdisjoint(_HIDDEN):
        yield from _hidden(text, locale)
    yield from _untranslated(source, text, locale, signs)
    yield from _lost(source, text)
    yield from _marks(source, text, locale, signs)


def _hidden(text: str, locale: Locale) -> Iterator[Fault]:
    for sign in dict.fromkeys(sign for sign in text if sign in _HIDDEN):
        fits = (
            (sign in _WORD_BREAK and locale.script in _UNSPACED)
            or (sign in _JOINERS and locale.script not in _UNJOINED)
            or (sign in _DIRECTION and locale.direction == "rtl")
        )
        if not fits:
            yield (
                "hidden-character",
                f"an invisible sign (U+{ord(sign):04X}) that {locale.english} does not need: delete it",
            )


def _untranslated(source: str, text: str, locale: Locale, signs: set[str]) -> Iterator[Fault]:
    if same(source, text):
        if len(text.split()) >= _FEW_WORDS:
            yield "left-untranslated", "the same words as in the source: translate them"
        return
    if _foreign(source, text, _alphabet(locale.script), signs):
        yield (
            "other-script",
            f"hardly a letter of these words is of the script of {locale.english}: is it this language?",
        )
    low, high = _SHARES.get(locale.script, _SHARE)
    if len(source) >= _LONG and not low <= len(text) / len(source) <= high:
        what = "shorter" if len(text) < len(source) else "longer"
        yield (
            "odd-length",
            f"much {what} than the source ({len(text)} letters for {len(source)}): is something missing or added?",
        )


def _foreign(source: str, text: str, own: "_Alphabet", signs: set[str]) -> bool:
    """Say whether hardly a letter is of an alphabet, beside names from the source and what stands in brackets."""
    others = sum(text.count(sign) for sign in signs if own[sign] is False)
    if others <= _FEW_LETTERS * (1 - _LEAST_SHARE):  # so it is with most: nothing need be left out
        return False
    names = {word.casefold() for word in _WORD.findall(source)}  # what is called so in every language
    own_words = "".join(word for word in _WORD.findall(_BRACKETS.sub("", text)) if word.casefold() not in names)
    letters = [is_own for is_own in map(own.__getitem__, own_words) if is_own is not None]
    return len(letters) >= _FEW_LETTERS and sum(letters) < len(letters) * _LEAST_SHARE


class _Alphabet(dict[str, bool | None]):
    """Whether a letter is of some scripts, None of what is no letter. Each sign is looked up once."""

    def __init__(self, scripts: set[str]) -> None:
        super().__init__()
        self._scripts = scripts

    def __missing__(self, sign: str) -> bool | None:
        own = icu.Script.getScript(sign).getShortName() in self._scripts if sign.isalpha() else None
        return self.setdefault(sign, own)


@cache
def _alphabet(script: str) -> _Alphabet:
    return _Alphabet(_LETTERS.get(script, {script}))


def _lost(source: str, text: str) -> Iterator[Fault]:
    yield from _other_addresses(_addresses(source), _addresses(text))
    there, here = list(_numbers(source)), list(_numbers(text))
    if there != here:
        yield from _other_figures(Counter(there), Counter(here), text)


def _other_addresses(there: list[str], here: list[str]) -> Iterator[Fault]:
    missing, added = sorted(set(there) - set(here)), sorted(set(here) - set(there))
    if missing:
        instead = f", and here '{added[0]}'" if added else " and not here"
        yield "lost-address", f"'{missing[0]}' stands in the source{instead}: put it back as it is"
    elif added:
        yield "other-site", f"the source does not name '{added[0]}': see that it is meant"


def _other_figures(there: Counter[str], here: Counter[str], text: str) -> Iterator[Fault]:
    added = sorted((here - there).elements())
    missing = [n for n in sorted((there - here).elements()) if not any(a.endswith(n) for a in added)]
    if missing and (added or (any(len(number) > 1 for number in missing) and not _HAN_NUMBER.search(text))):
        instead = f", here {', '.join(added)}" if added else ""
        yield "other-figure", f"the source says {', '.join(missing)}{instead}: put the number right"


def _addresses(text: str) -> list[str]:
    return [found.rstrip(".,;:!?") for found in _ADDRESS.findall(text)] if _may_hold_address(text) else []


def _may_hold_address(text: str) -> bool:
    """Say whether it is worth to look closely, which takes ten times as long."""
    return "@" in text or "://" in text


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers of a text in the digits 0-9, without what groups them or stands before their fraction."""
    for found in _NUMBER.findall(_ADDRESS.sub("", text) if _may_hold_address(text) else text):
        plain = found.isascii() and found.isdecimal()
        yield found if plain else "".join(str(unicodedata.digit(c)) for c in found if c.isdigit())


def _marks(source: str, text: str, locale: Locale, signs: set[str]) -> Iterator[Fault]:
    if len(source) >= _LONG and locale.script not in _NO_END and _ends(source) != _ends(text):
        what = "has no mark at its end, as the source has" if _ends(source) else "ends in a mark that the source lacks"
        yield "other-mark", f"the text {what}: is a part of it missing?"
    marks, foreign, own = _FOREIGN.get(locale.script, ("", None, ""))
    if foreign and not signs.isdisjoint(marks) and (found := foreign.search(text)):
        yield "other-mark", f"'{found[0][-1]}' behind '{found[0][0]}' is a mark of another script: write {own}"
    if not signs.isdisjoint(_PAIRED):
        yield from _quotes(text, locale)


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in tuple(_ENDS)


def _quotes(text: str, locale: Locale) -> Iterator[Fault]:
    own = _QUOTES.get(locale.script)
    if own and (odd := next((c for c in _QUOTE.findall(text) if c not in own), None)):
        yield "other-mark", f"{odd} is not the quotation mark of {locale.english}: write {own}"
    spanish = locale.tag.split("-")[0] == "es"
    for opening, closing in _PAIRS:
        if (opening in "¿¡") <= spanish and text.count(opening) != text.count(closing):
            yield "other-mark", f"{opening} and {closing} are not as many: one of a pair is missing"
