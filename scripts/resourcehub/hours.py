"""Opening hours as an editor writes them, ``Mon-Fri 9:00-17:00, Sat 10:00-12:00``, and as a week of spans.

Only what is understood in full is taken: hours that are half read send a family to a locked door.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

CURE = (
    "write days and times such as 'Mon-Fri 9:00-17:00, Sat 10:00-12:00'; days without a time are closed, "
    "and other words belong into the text"
)
MOST = 200
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {**{day[:3].casefold(): i for i, day in enumerate(DAYS)}, "tues": 1, "thur": 3, "thurs": 3}
_NAMES = {**_SHORT, **{day.casefold(): i for i, day in enumerate(DAYS)}}
_TO = r"\s*(?:[-\u2010-\u2013\u2212]|\bto\b)\s*"
_DAY = rf"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b\.?"
_TIME = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?"
_PARTS = re.compile(
    rf"(?i)(?P<days>{_DAY}(?:{_TO}{_DAY})?|\bdaily\b)|(?P<span>{_TIME}{_TO}{_TIME})|(?P<closed>closed\b)"
    r"|(?P<between>[\s,;:&]+|\band\b)"
)
_CLOCK = re.compile(r"(?i)(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?")
_NIGHT = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From when to when, in minutes after midnight (HSDS 3: ``schedules.opens_at`` and ``closes_at``)."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Hours:
    """The spans of each day of a week that begins with Monday; a day without any is closed.

    A day is what HSDS 3 calls ``schedules.byday``.
    """

    days: tuple[tuple[Span, ...], ...]

    def groups(self) -> list[tuple[list[int], tuple[Span, ...]]]:
        """Return the days that have the same spans together, in the order of the week; those closed come last."""
        found: dict[tuple[Span, ...], list[int]] = {}
        for day, spans in enumerate(self.days):
            found.setdefault(spans, []).append(day)
        return sorted(((days, spans) for spans, days in found.items()), key=lambda group: not group[1])


def read_hours(text: str) -> Hours:
    """Return the week that ``text`` tells. Raises ValueError with the fault and its cure where it is not understood."""
    if len(text) > MOST:
        raise ValueError(f"{len(text)} characters are no hours: {CURE}")
    week: dict[int, list[Span]] = {}
    closed: set[int] = set()
    days: list[int] = []
    told = True
    for kind, part in _parts(text):
        if kind == "days":
            days, told = [*([] if told else days), *_days(part)], False
        elif not days:
            raise ValueError(f"'{part}' has no day before it: {CURE}")
        else:
            told = True
            closed.update(days if kind == "closed" else ())
            for day in days:
                week.setdefault(day, []).extend([_span(part)] if kind == "span" else [])
    if not told or not any(week.values()):
        raise ValueError(f"no time stands behind the day: {CURE}")
    return Hours(tuple(_day(day, week.get(day, []), day in closed) for day in range(7)))


def _parts(text: str) -> list[tuple[str, str]]:
    found, end = [], 0
    while end < len(text):
        part = _PARTS.match(text, end)
        if not part:
            raise ValueError(f"'{_odd(text[end:])}' is not understood: {CURE}")
        if part.lastgroup != "between":
            found.append((str(part.lastgroup), part[0].strip()))
        end = part.end()
    return found


def _odd(rest: str) -> str:
    """Return the first words of what is not understood."""
    return " ".join(re.split(r"[,;]", rest)[0].split()[:4])[:40]


def _days(part: str) -> list[int]:
    """Return the days of a name or of a range, which may run over the end of the week."""
    if part.casefold() == "daily":
        return list(range(7))
    ends = [_NAMES[name.casefold()] for name in re.findall("[A-Za-z]+", part) if name.casefold() in _NAMES]
    first, last = ends[0], ends[-1]
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _span(part: str) -> Span:
    first, last = (found.groups() for found in _CLOCK.finditer(part))
    if bool(first[2]) != bool(last[2]):
        raise ValueError(f"'{part}': write am or pm behind both times, or behind neither")
    opens, closes = _minutes(part, *first), _minutes(part, *last)
    if closes <= opens:
        raise ValueError(f"'{part}' ends before it begins: write 17:00 or 5:00 pm for five in the afternoon")
    return Span(opens, closes)


def _minutes(part: str, hour: str, minute: str | None, half: str | None) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        fits = 1 <= hours <= 12
        hours = hours % 12 + (12 if half.casefold() == "p" else 0)
    else:
        fits = hours * 60 + minutes <= _NIGHT
    if not fits or minutes > 59:
        raise ValueError(f"'{part}' is no time of the day: write one such as 9:00 or 17:30")
    return hours * 60 + minutes


def _day(day: int, spans: list[Span], closed: bool) -> tuple[Span, ...]:
    if closed and spans:
        raise ValueError(f"{DAYS[day]} is both open and closed: name each day once")
    ordered = sorted(spans)
    if any(other.opens < one.closes for one, other in pairwise(ordered)):
        raise ValueError(f"{DAYS[day]} has times that overlap: name each day once")
    return tuple(ordered)
