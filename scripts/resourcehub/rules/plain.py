"""How hard an English text is to read, by open and simple measures, and the rule that warns of a hard one.

* Grade: Flesch-Kincaid (Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75): 0.39 words a sentence
  + 11.8 syllables a word - 15.59. Syllables are groups of vowels, without a silent e at the end; a colon ends a
  sentence as a full stop does (Flesch 1948, "A New Readability Yardstick").
* Uncommon words: those not on the New Dale-Chall list of some 3,000 words (Chall & Dale 1995, "Readability Revisited"),
  with its rules: the usual endings and names count as common.
* Passive: a sentence with a form of "be" or "get" and a participle after it, by its ending or from a short list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from resourcehub.catalog.front import Explainer
from resourcehub.catalog.read import Document
from resourcehub.problems import Place, Problem
from resourcehub.prose.citations import CITATION
from resourcehub.rules.evidence import blocks
from resourcehub.rules.facts import Facts
from resourcehub.shipped import PACKAGE

LONGEST = 35  # words of a sentence
_FEW = 100  # words; fewer say little
_WORDS = PACKAGE / "vendor/dale-chall/words.txt"
_ENDINGS = re.compile(r"(?:'s|s|es|d|ed|ing|r|er|st|est|ly)$")
_TARGET = re.compile(r"\]\([^()]*\)")
_END = re.compile(r"[.!?:](?:[\"'”)*]*\s+|$)|\n(?=[ \t]*\|)")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\b(?: not| \w+ly)? "
    r"(?:\w{2,}ed|made|done|given|taken|known|seen|found|kept|held|told|said|shown|written|spoken|built|sent|put|read)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The measures of a text: grade, words a sentence, the shares of uncommon words and passive sentences (0 to 1)."""

    grade: float
    length: float
    uncommon: float
    passive: float

    def __str__(self) -> str:
        return (
            f"grade {self.grade:.1f}, {self.length:.0f} words a sentence, {self.uncommon:.0%} uncommon words, "
            f"{self.passive:.0%} passive sentences"
        )

    def within(self, most: "Reading") -> bool:
        """Say whether no measure is above that of ``most``, as far as the figures are printed."""
        return all(round(getattr(self, name) - getattr(most, name), 2) <= 0 for name in Reading.__slots__)


# The most for a folder's pages, the first that fits. Sixth grade ends where the figure reaches 7.
FAMILIES = Reading(6.9, 15, 0.12, 0.15)
LIMITS = (("families/", FAMILIES), ("contribute/", Reading(12, 25, 0.25, 0.3)), ("", Reading(9.9, 20, 0.2, 0.25)))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: at least one."""
    small = word.lower()
    silent = small.endswith("e") and not small.endswith(("le", "ee", "ye")) and len(small) > 3
    return max(1, len(_VOWELS.findall(small)) - silent)


@cache
def _common() -> frozenset[str]:
    return frozenset(_WORDS.read_text(encoding="utf-8").split())


def is_common(word: str) -> bool:
    """Say whether a lower-case word, or the word its ending was put on, is on the Dale-Chall list."""
    base = _ENDINGS.sub("", word)
    doubled = base[:-1] if base[-2:-1] == base[-1:] else base
    return not _common().isdisjoint(
        {word, base, f"{base}e", doubled, re.sub("i$", "y", base), re.sub("ies$", "y", word)}
    )


def _uncommon(sentence: str) -> int:
    first, *rest = _WORD.findall(sentence)
    words = [first.lower(), *(word for word in rest if word.islower())]
    return sum(not is_common(word.replace("’", "'")) for word in words)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text in Markdown, without the targets of its links and its citations."""
    plain = _TARGET.sub("]", CITATION.sub("", text))
    return [sentence for sentence in _END.split(plain) if _WORD.search(sentence)]


def reading(found: list[str]) -> Reading | None:
    """Return the measures of sentences; None of fewer than a hundred words."""
    words = [word for sentence in found for word in _WORD.findall(sentence)]
    if len(words) < _FEW:
        return None
    length = len(words) / len(found)
    return Reading(
        grade=0.39 * length + 11.8 * sum(map(syllables, words)) / len(words) - 15.59,
        length=length,
        uncommon=sum(map(_uncommon, found)) / len(words),
        passive=sum(bool(_PASSIVE.search(sentence)) for sentence in found) / len(found),
    )


def plain_language(facts: Facts) -> Iterator[Problem]:
    """What families read in English stays within sixth grade, other pages within ninth; no sentence runs on and on."""
    for document in facts.documents:
        if _english(document.locale):
            limit = next(limit for folder, limit in LIMITS if document.key.startswith(folder))
            file = document.source.file
            yield from _hard(Place(file), [(Place(file, line), text) for line, text in _page(document)], limit)
    if _english(facts.source_locale):
        catalog = facts.file.catalog
        families = [r for r in catalog.resources if "families" in r.audiences]
        for section, found in (
            ("glossary", [(term.id, term.meaning) for term in catalog.glossary]),
            ("sentences", [(sentence.id, sentence.text) for sentence in catalog.sentences]),
            ("resources", [(r.id, text) for r in families for text in (r.summary, r.details) if text]),
        ):
            pieces = [(facts.file.places[section, i], text) for i, text in found]
            if pieces:
                yield from _hard(Place(pieces[0][0].file, pieces[0][0].line), pieces, FAMILIES)


def _english(locale: str) -> bool:
    return locale.split("-")[0] == "en"


def _page(document: Document) -> Iterator[tuple[int, str]]:
    """Yield what a page says, each piece with its line: its texts in the front matter, and its blocks but headings."""
    meta = document.meta
    said = [("description", meta.description)]
    if isinstance(meta, Explainer):
        said += [("fact", meta.fact), ("claims", "\n\n".join(claim.text for claim in meta.claims))]
    yield from ((document.source.place((name,)).line, text) for name, text in said)
    yield from ((n, block) for n, block in blocks(document) if not block.startswith(("#", "{:", "|")))


def _hard(place: Place, pieces: list[tuple[Place, str]], limit: Reading) -> Iterator[Problem]:
    found = [(where, sentence) for where, text in pieces for sentence in sentences(text)]
    for where, sentence in found:
        if (count := len(_WORD.findall(sentence))) > LONGEST:
            what = f"a sentence of {count} words, {LONGEST} at most: make two of it"
            yield Problem(Place(where.file, where.line), what, "long-sentence", "warning")
    measured = reading([sentence for _, sentence in found])
    if measured and not measured.within(limit):
        what = (
            f"hard to read: {measured}; at most {limit}: use shorter sentences, everyday words, and say who does what"
        )
        yield Problem(place, what, "hard-to-read", "warning")
