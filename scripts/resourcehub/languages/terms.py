"""Agreed terms of a language: the table of its style note, and the texts that do not keep to it.

``docs/translations/<tag>.md`` has a heading ``## Terms`` and below it rows ``| English | Translation | Source |``.
Forms that are allowed stand between slashes, the first of them preferred; a part of a word stands for all words that
hold it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from resourcehub.languages.po import Book
from resourcehub.problems import Place, Problem

CODE = "other-term"
_SECTION = re.compile(r"^## Terms\s*$(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| *([^|\n]+?) *\| *([^|\n]+?) *\|", re.MULTILINE)
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")


@dataclass(frozen=True)
class Terms:
    """The agreed translations by their English term. One with a capital letter is met as it is written: ``Title I``."""

    forms: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def missing(self, source: str, translation: str) -> Iterator[tuple[str, str]]:
        """Yield each term of a source that its translation does not have, and what was agreed on.

        A term inside a longer one, or inside a name (``Attendance Works``), is none; nor is one that was left English.
        """
        whole = " ".join(translation.casefold().split())
        said = f"{whole} {_ASIDE.sub('', whole)}"  # an aside may stand inside a term: Раздел VI (Title VI) Закона
        for term in _met(tuple(self.forms), source) if translation else ():
            if term.casefold() not in said and not any(form.casefold() in said for form in self.forms[term]):
                yield term, self.forms[term][0]


def term_faults(book: Book, file: str, terms: Terms) -> Iterator[Problem]:
    """Yield the texts of a PO file that say an agreed term in other words; those of an older source are no matter."""
    for entry in book.entries if terms.forms else ():
        if not entry.fuzzy and any(entry.forms):
            for term, agreed in terms.missing(entry.source, " ".join(entry.forms)):
                yield Problem(Place(file, entry.line), said_otherwise(term, agreed), CODE, "warning")


def said_otherwise(term: str, agreed: str) -> str:
    """Return what is wrong with a text that does not have an agreed term, and the cure."""
    return f"'{term}' is agreed to be '{agreed}': say it so, or add a form to the terms of the style note"


def read_terms(notes: Path) -> Terms:
    """Return the agreed terms of a style note; none where there is no such file, or no table in it."""
    try:
        found = _SECTION.search(notes.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Terms()
    rows = _ROW.findall(found[1])[2:] if found else ()  # after the head and the line below it
    forms = {english: tuple(_forms(text)) for english, text in rows}
    return Terms({term: given for term, given in forms.items() if given})


def _forms(text: str) -> Iterator[str]:
    yield from filter(None, (part.strip() for part in _ASIDE.sub("", text).split(" / ")))


@lru_cache(4096)
def _met(terms: tuple[str, ...], source: str) -> tuple[str, ...]:
    """Return the terms that a text uses as words, each once."""
    found = (m for m in _words(terms).finditer(source) if not _in_a_name(source, m))
    return tuple(dict.fromkeys(filter(None, (_single(m[1], terms) for m in found))))


@lru_cache(64)
def _words(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((re.escape(term) for term in terms), key=len, reverse=True)
    return re.compile(rf"(?i)(?<![\w-])((?:{'|'.join(longest)})(?:s|es)?)(?![\w-])")


def _single(word: str, terms: tuple[str, ...]) -> str | None:
    """Return the term that a word is, or is several of."""
    small = {term for term in terms if term.islower()}
    low = word.casefold()
    return word if word in terms else next((w for w in (low, low[:-1], low[:-2]) if w in small), None)


def _in_a_name(source: str, found: re.Match[str]) -> bool:
    """Say whether a word is part of a name: it and a neighbour begin with a capital."""
    if not found[1][0].isupper():
        return False
    before = re.search(r"(\w+)[ -]$", source[: found.start()])
    after = re.match(r"[ -](?:(?:of|for|and|the|on) )*(\w+)", source[found.end() :])
    return any(near and near[1][0].isupper() for near in (before, after))
