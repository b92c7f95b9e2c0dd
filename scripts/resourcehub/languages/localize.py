"""The catalog speaking one locale: each text translated, or in the source language and marked as such.

A resource speaks one language at a time: it is translated when its title and summary are. A translation whose
source has changed since, or on which a translator is still at work, is shown, and said to be so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from resourcehub.catalog.entries import CatalogFile
from resourcehub.catalog.model import Citation, GlossaryTerm, Resource, Sentence, Status, Term
from resourcehub.languages.locales import Locale, Text
from resourcehub.languages.states import Message, Messages, State
from resourcehub.problems import Place


def _worst(states: set[State]) -> State:
    return "stale" if "stale" in states else "unfinished" if "unfinished" in states else "translated"


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """A word of a vocabulary. Each field falls back by itself; no heading: the title."""

    id: str
    title: Text
    heading: Text
    summary: Text
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class LocalGlossaryTerm:
    """A word of the glossary: as it is said at school, and in the reader's language where that differs."""

    id: str
    term: Text
    translated: Text | None
    name: Text | None
    meaning: Text

    @property
    def beside(self) -> Text | None:
        """What a list shows beside the English letters: the word in the reader's language, or what it stands for."""
        return self.translated or self.name


@dataclass(frozen=True, slots=True)
class LocalSentence:
    """A sentence in the source language, and in the reader's where there is a translation."""

    id: str
    original: Text
    translated: Text | None


@dataclass(frozen=True, slots=True)
class LocalResource:
    """A resource as one locale tells of it.

    ``original`` is the title in the source language where a translated title differs from it: what is printed
    on the thing itself. ``file`` and ``line`` are where the entry begins in the catalog (0: unknown).
    """

    resource: Resource
    title: Text
    summary: Text
    details: Text | None
    state: State
    machine: bool
    original: Text | None
    file: str
    line: int
    ask_for: Text | None = None


@dataclass(frozen=True, slots=True)
class LocalCatalog:
    """The catalog in one locale, by id, in its own order, without drafts. ``source``: the source's tag.

    ``pinned`` are the resources that every list begins with.
    """

    locale: Locale
    source: str
    kinds: dict[str, LocalTerm]
    topics: dict[str, LocalTerm]
    audiences: dict[str, LocalTerm]
    glossary: dict[str, LocalGlossaryTerm]
    sentences: dict[str, LocalSentence]
    resources: dict[str, LocalResource]
    citations: dict[str, Citation]
    pinned: tuple[str, ...] = ()

    def terms(self, facet: str) -> dict[str, LocalTerm]:
        """Return the vocabulary of a facet: kind, topic or audience. Raises KeyError for any other."""
        return {"kind": self.kinds, "topic": self.topics, "audience": self.audiences}[facet]


def localize(file: CatalogFile, messages: Messages, locale: Locale, source_locale: Locale) -> LocalCatalog:
    """Return the catalog in ``locale``, whose words are ``messages`` (the source language uses none)."""
    if locale.tag == source_locale.tag:
        messages = Messages(locale)
    catalog, speaker = file.catalog, _Speaker(messages, locale, source_locale)
    return LocalCatalog(
        locale=locale,
        source=source_locale.tag,
        kinds=speaker.terms("kinds", catalog.kinds),
        topics=speaker.terms("topics", catalog.topics),
        audiences=speaker.terms("audiences", catalog.audiences),
        glossary={term.id: speaker.glossary_term(term) for term in catalog.glossary},
        sentences={sentence.id: speaker.sentence(sentence) for sentence in catalog.sentences},
        resources={
            r.id: speaker.resource(r, file.places.get(("resources", r.id)) or Place(""))
            for r in catalog.resources
            if r.status != Status.DRAFT
        },
        citations={c.id: c for c in catalog.citations},
        pinned=file.pinned,
    )


@dataclass(frozen=True, slots=True)
class _Speaker:
    messages: Messages
    locale: Locale
    source: Locale

    def terms(self, section: str, terms: Iterable[Term]) -> dict[str, LocalTerm]:
        return {term.id: self._term(f"{section}/{term.id}/", term) for term in terms}

    def _term(self, prefix: str, term: Term) -> LocalTerm:
        title = self._text(prefix + "title", term.title)
        heading = self._text(prefix + "heading", term.heading) if term.heading else title
        return LocalTerm(term.id, title, heading, self._text(prefix + "summary", term.summary), term.icon)

    def glossary_term(self, term: GlossaryTerm) -> LocalGlossaryTerm:
        prefix = f"glossary/{term.id}/"
        translated, name = self._other(prefix + "term", term.term), term.name
        said = self._text(prefix + "name", name) if name else None
        meaning = self._text(prefix + "meaning", term.meaning)
        return LocalGlossaryTerm(term.id, Text(term.term, self.source), translated, said, meaning)

    def sentence(self, sentence: Sentence) -> LocalSentence:
        translated = self._other(f"sentences/{sentence.id}/text", sentence.text)
        return LocalSentence(sentence.id, Text(sentence.text, self.source), translated)

    def _other(self, context: str, source: str) -> Text | None:
        text = self._text(context, source)
        return text if text.text != source else None

    def _text(self, context: str, source: str) -> Text:
        message = self._message(context)
        return Text(message.forms[0], self.locale) if message else Text(source, self.source)

    def _message(self, context: str) -> Message | None:
        message = self.messages.catalog.get(context)
        return message if message and message.state != "missing" else None

    def resource(self, resource: Resource, place: Place) -> LocalResource:
        prefix = f"resources/{resource.id}/"
        title, summary = self._message(prefix + "title"), self._message(prefix + "summary")
        if title is None or summary is None:
            return self._untranslated(resource, place)
        details = self._message(prefix + "details") if resource.details else None
        ask_for = self._message(prefix + "ask_for") if resource.ask_for else None
        used = [m for m in (title, summary, details, ask_for) if m]
        return LocalResource(
            resource=resource,
            title=Text(title.forms[0], self.locale),
            summary=Text(summary.forms[0], self.locale),
            details=Text(details.forms[0], self.locale) if details else self._source(resource.details),
            state=_worst({m.state for m in used}),
            machine=any(m.machine for m in used),
            original=None if title.forms[0] == resource.title else Text(resource.title, self.source),
            file=place.file,
            line=place.line,
            ask_for=Text(ask_for.forms[0], self.locale) if ask_for else self._source(resource.ask_for),
        )

    def _untranslated(self, resource: Resource, place: Place) -> LocalResource:
        state: State = "translated" if self.locale.tag == self.source.tag else "missing"
        title, summary = Text(resource.title, self.source), Text(resource.summary, self.source)
        details, ask_for = self._source(resource.details), self._source(resource.ask_for)
        return LocalResource(resource, title, summary, details, state, False, None, place.file, place.line, ask_for)

    def _source(self, text: str | None) -> Text | None:
        return Text(text, self.source) if text else None
