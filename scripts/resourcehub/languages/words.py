"""The interface words of one locale: looked up, filled in, and honest about the language they speak."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from resourcehub.languages.locales import Locale, Text, builtin, format_number
from resourcehub.languages.placeholders import FIELD
from resourcehub.languages.states import Messages, generator_messages

Phrase = tuple[tuple[str, ...], Callable[[int], int]]


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one locale. Each answer says what language it truly speaks: English at worst."""

    locale: Locale
    english: Locale
    phrases: Mapping[str, Phrase]
    fallback: "Words | None" = None
    _plain: dict[str, Text] = field(default_factory=dict, compare=False, repr=False)

    def get(self, msgid: str, **values: object) -> Text:
        """Return a phrase with ``{name}`` replaced by ``values``; numbers as the language writes them.

        A phrase without values is looked up once: the same few stand on every page.
        """
        if values:
            return self._say(msgid, values)
        if msgid not in self._plain:
            self._plain[msgid] = self._say(msgid, values)
        return self._plain[msgid]

    def _say(self, msgid: str, values: Mapping[str, object]) -> Text:
        if phrase := self.phrases.get(msgid):
            return Text(_fill(phrase[0][0], values, self.locale), self.locale)
        if self.fallback:
            return self.fallback.get(msgid, **values)
        return Text(_fill(msgid, values, self.english), self.english)

    def plural(self, one: str, many: str, count: int, **values: object) -> Text:
        """Return the form of a phrase that fits ``count``, which also stands for ``{count}``."""
        shown = {"count": count, **values}
        if phrase := self.phrases.get(one):
            texts, rule = phrase
            if (form := rule(count)) < len(texts):
                return Text(_fill(texts[form], shown, self.locale), self.locale)
        if self.fallback:
            return self.fallback.plural(one, many, count, **values)
        return Text(_fill(one if count == 1 else many, shown, self.english), self.english)


def _fill(text: str, values: Mapping[str, object], locale: Locale) -> str:
    """Replace simple named fields only: unlike ``str.format`` this reaches no attribute of a value."""
    return FIELD.sub(lambda found: _shown(values[found[1]], locale), text) if values else text


def _shown(value: object, locale: Locale) -> str:
    if isinstance(value, Text):
        return value.text
    return format_number(value, locale) if isinstance(value, int | float) else str(value)


def load_words(messages: Messages, locale: Locale, fallback: Words | None = None) -> Words:
    """Return the interface words of a locale: the site's, else the generator's, else English.

    ``fallback`` is asked before English: the words of the site's source language, where that is another.

    A phrase whose placeholders do not fit is left out; :func:`read_messages` reports it.
    """
    speaks_english = locale.tag.split("-")[0] == "en"
    english = locale if speaks_english else builtin()["en"]
    phrases: dict[str, Phrase] = {}
    for book in (generator_messages(locale.tag), *messages.books()):
        phrases |= {msgid: (m.forms, book.rule) for msgid, m in book.interface.items() if m.usable}
    return Words(locale, english, phrases, None if speaks_english else fallback)
