"""The words of the glossary on pages: which page explains each, what one page shows of them, the ways to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from resourcehub.catalog.read import Document
from resourcehub.languages.locales import Text
from resourcehub.languages.localize import LocalGlossaryTerm
from resourcehub.pages.authored import in_locale, path_of
from resourcehub.pages.voice import Link, Voice

# Template of the page that lists all words.
FRONT = "glossary.html"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the list of all, and the locale-free address of its explanation."""

    entry: LocalGlossaryTerm
    path: str


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What a page shows of the glossary: the words it explains, or the list of all; and the other pages of words."""

    explained: tuple[LocalGlossaryTerm, ...]
    listed: tuple[Word, ...]
    others: tuple[Link, ...]

    @property
    def ids(self) -> set[str]:
        """The places in the page that a link can lead to."""
        return {entry.id for entry in self.explained} | {word.entry.id for word in self.listed}


def places(documents: Sequence[Document], voice: Voice) -> dict[str, str]:
    """Return the locale-free address of each word's explanation, in the order of the catalog.

    Pages of the source language name the words; those in other languages follow them.
    """
    named = {w: f"{path_of(d.key)}#{w}" for d in documents if d.locale == voice.catalog.source for w in d.meta.words}
    return {word: named[word] for word in voice.catalog.glossary if word in named}


def glossary_view(document: Document, documents: Sequence[Document], voice: Voice) -> GlossaryView:
    """Return what an authored page shows of the glossary in the voice's locale: mostly nothing."""
    original = next(d for d in documents if d.key == document.key and d.locale == voice.catalog.source)
    known, front = voice.catalog.glossary, original.meta.template == FRONT
    explained = tuple(known[word] for word in original.meta.words if word in known)
    listed = tuple(Word(known[w], path) for w, path in places(documents, voice).items()) if front else ()
    return GlossaryView(explained, listed, _others(document, documents, voice) if explained else ())


def _others(document: Document, documents: Sequence[Document], voice: Voice) -> tuple[Link, ...]:
    """Return links to the other pages of words, the list of all first."""
    pages = [d for d in documents if d.locale == voice.catalog.source and d.key != document.key]
    keys = [d.key for d in pages if d.meta.template == FRONT] + [d.key for d in pages if d.meta.words]
    own = [in_locale(key, documents, voice) for key in keys]
    return tuple(Link(Text(d.meta.title, voice.registry[d.locale]), path_of(d.key)) for d in own)
