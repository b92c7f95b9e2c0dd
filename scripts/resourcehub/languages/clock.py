"""Days of the week and times of the day, as the readers of a language write them.

The registry comes first and the CLDR second, as for all that is known of a language (``locales.py``).
"""

from datetime import time
from functools import cache

from babel import localedata
from babel.dates import format_time, get_day_names

from resourcehub.hours import Span
from resourcehub.languages.locales import Locale
from resourcehub.languages.registry import cldr

_DAY = 24 * 60


@cache
def day_names(locale: Locale) -> tuple[str, ...]:
    """Return the names of the days from Monday on; nothing where neither the registry nor the CLDR has them."""
    if locale.days:
        return locale.days
    if not (known := cldr(locale.cldr or "")):
        return ()
    # Not those that stand alone: Babel 2.18 hands those of one language (ur) to all that it is asked for later.
    names = get_day_names("wide", "format", known)
    return () if names[0] == _root()[0] else tuple(names[day] for day in range(7))


@cache
def _root() -> dict[int, str]:
    """Return what the CLDR says where a language says nothing: ``Mon`` and so on."""
    return dict(localedata.load("root")["days"]["format"]["wide"])


def day_range(days: list[int], locale: Locale) -> str:
    """Return days in words, three or more in a row as a range: ``Monday – Friday, Sunday``. It begins a line."""
    names = day_names(locale)
    rows: list[list[int]] = []
    for day in days:
        rows = [*rows[:-1], [*rows[-1], day]] if rows and rows[-1][-1] == day - 1 else [*rows, [day]]
    words = locale.comma.join(_row([names[day] for day in row], locale) for row in rows)
    return words[:1].upper() + words[1:]


def _row(names: list[str], locale: Locale) -> str:
    return _between(names[0], names[-1], locale) if len(names) > 2 else locale.comma.join(names)


def span(given: Span, locale: Locale) -> str:
    """Return from when to when; on the clock of 24 hours where no form is known."""
    return _between(_time(given.opens, locale), _time(given.closes, locale), locale)


def _between(first: str, last: str, locale: Locale) -> str:
    """Return a range as CLDR's ``intervalFormatFallback`` writes it."""
    known = cldr(locale.cldr or "")
    pattern = known.interval_formats.get(None) if known else None
    return str(pattern or "{0}–{1}").replace("{0}", first).replace("{1}", last)


def _time(minutes: int, locale: Locale) -> str:
    moment = time(*divmod(minutes % _DAY, 60))
    return format_time(moment, "short", locale=locale.cldr) if locale.cldr else f"{moment.hour}:{moment.minute:02}"
