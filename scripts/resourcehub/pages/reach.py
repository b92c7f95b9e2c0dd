"""How a person is reached, as a page shows it: that of a place, and the school's own letterhead."""

from collections.abc import Mapping
from dataclasses import dataclass

from resourcehub.hours import DAYS, Hours, Span
from resourcehub.languages.clock import day_names, day_range, span
from resourcehub.languages.locales import Locale, Text, builtin
from resourcehub.languages.localize import LocalResource
from resourcehub.languages.tags import lookup
from resourcehub.options import Contact
from resourcehub.pages.voice import Link, Voice
from resourcehub.telephone import read_telephone

_ROUND = (Span(0, 24 * 60),)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Some days of the week, and from when to when it is open on them or that it is not."""

    days: Text
    times: tuple[Text, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How a place is reached. ``asked`` is whom to ask for as people say it there, where ``ask_for`` is translated."""

    phone: str
    dial: str
    ask_for: Text | None
    asked: Text | None
    street: Text | None
    hours: tuple[OpenLine, ...]
    spoken: tuple[Link, ...]

    @property
    def open(self) -> tuple[OpenLine, ...]:
        """The days on which it is open: a card has no room for the others."""
        return tuple(line for line in self.hours if line.open)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """How a reader reaches the school, on pages and at the head of paper."""

    name: Text | None
    phone: str
    dial: str
    mail: str
    street: Text | None
    hours: tuple[OpenLine, ...]
    interpreter: Text | None


def reach(item: LocalResource, voice: Voice) -> Reach | None:
    """Return how a place is reached; None for what is no place."""
    r = item.resource
    if not (r.phone or r.street):
        return None
    own = voice.registry[voice.catalog.source]
    asked = Text(r.ask_for, own) if r.ask_for and item.ask_for and item.ask_for.text != r.ask_for else None
    return Reach(
        phone=r.phone or "",
        dial=_dial(r.phone),
        ask_for=item.ask_for,
        asked=asked,
        street=Text(r.street, own) if r.street else None,
        hours=open_lines(r.hours, voice),
        spoken=tuple(voice.link("language", tag) for tag in voice.own_first(r.spoken)),
    )


def letterhead(contact: Contact | None, voice: Voice) -> Letterhead | None:
    """Return how the school is reached, in the words of one locale as far as there are such."""
    if not contact:
        return None
    return Letterhead(
        name=said(contact.name, voice),
        phone=contact.phone or "",
        dial=_dial(contact.phone),
        mail=contact.mail or "",
        street=said(contact.street, voice),
        hours=open_lines(contact.hours, voice),
        interpreter=said(contact.interpreter, voice),
    )


def message(contact: Contact | None, voice: Voice, place: Reach | None = None) -> tuple[str, ...]:
    """Return what a message about a page says below its address: how a place is reached, and who sends it."""
    lines = [_number(place.phone, voice), place.street.text if place.street else ""] if place else []
    if contact and contact.phone:
        name, number = said(contact.name, voice), _number(contact.phone, voice)
        lines.append(f"{name.text}{voice.locale.colon}{number}" if name else number)
    return tuple(filter(None, lines))


def _number(phone: str, voice: Voice) -> str:
    """Return a number for plain text: a mark keeps its digits in order among words from the right (UAX 9, 2.6)."""
    return f"\u200e{phone}" if phone and voice.locale.direction == "rtl" else phone


def said(texts: Mapping[str, str], voice: Voice) -> Text | None:
    """Return a setting in the reader's language; else that of every language, that of the source, or the first."""
    source = voice.catalog.source
    for tag in (*lookup(voice.locale.tag), "", *lookup(source), *texts):
        if tag in texts:
            return Text(texts[tag], voice.registry[tag or source])
    return None


def open_lines(hours: Hours | None, voice: Voice) -> tuple[OpenLine, ...]:
    """Return a week in lines, days of the same hours together.

    In a language whose days nobody told us they stand in the source language, and say so: that is on the door.
    """
    if not hours:
        return ()
    choices = (voice.locale, voice.registry[voice.catalog.source])
    locale = next(filter(day_names, choices), builtin()["en"])
    return tuple(
        OpenLine(_days(days, locale, voice), _times(spans, locale, voice), bool(spans))
        for days, spans in hours.groups()
    )


def _days(days: list[int], locale: Locale, voice: Voice) -> Text:
    return voice.words.get("Every day") if len(days) == len(DAYS) else Text(day_range(days, locale), locale)


def _times(spans: tuple[Span, ...], locale: Locale, voice: Voice) -> tuple[Text, ...]:
    if not spans:
        return (voice.words.get("closed"),)
    if spans == _ROUND:
        return (voice.words.get("day and night"),)
    return tuple(Text(span(each, locale), locale) for each in spans)


def _dial(phone: str | None) -> str:
    """Return a number as a ``tel:`` address has it. It was checked when it was read."""
    return read_telephone(phone).dial if phone else ""
