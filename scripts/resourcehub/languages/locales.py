"""The languages: what the site must know of each to write, mark and order its words.

The registry (``registry.py``) comes first and the Unicode CLDR, through Babel, second: Babel knows no ``hmn``
and writes ``hnj`` in a script few phones draw. CLDR is used only where its script is the registry's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale as Cldr
from babel.dates import format_date as cldr_date
from babel.messages.plurals import get_plural
from babel.numbers import format_decimal

from resourcehub.catalog.tongues import meant, within
from resourcehub.languages.registry import Data, Description, Direction, Script, cldr, own_data, read_data
from resourcehub.languages.tags import likely_script, lookup, script_of_country, stated_script, varieties, written
from resourcehub.problems import Place, Problem, suggestion

# Punctuation by script (CLDR, listPatterns of these languages): the wide marks bring their own space.
_WIDE = frozenset({"Hans", "Hant", "Jpan"})
_COMMAS = {"Arab": "\u060c ", **dict.fromkeys(_WIDE, "\u3001")}
# Letters of CLDR's date patterns (Unicode TR35, part 4); words stand between single quotes.
_DATE_PART = re.compile(r"'[^']*'|MMMM|MM|M|dd|d|y")


@dataclass(frozen=True, slots=True)
class Locale:
    """What is known of one language: see the head of ``locales.yaml``. ``cldr``: Babel's name for it."""

    tag: str
    name: str
    english: str
    direction: Direction = "ltr"
    script: str = "Latn"
    fonts: str = ""
    cldr: str | None = None
    date: str | None = None
    months: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    plurals: str = "nplurals=2; plural=(n != 1);"
    languages: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    quotes: str = "“”"

    @property
    def comma(self) -> str:
        """What stands between the things of a list."""
        return _COMMAS.get(self.script, ", ")

    @property
    def colon(self) -> str:
        """What stands between a label and what it names."""
        return "\uff1a" if self.script in _WIDE else ": "


@dataclass(frozen=True, slots=True)
class Text:
    """Words that know their language."""

    text: str
    locale: Locale


class Registry(Mapping[str, Locale]):
    """All described languages by tag; any other tag is looked up in CLDR."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self._made: dict[str, Locale] = {}
        self._readings: dict[str, str] = {}
        self._open: dict[str, bool] = {}

    def __getitem__(self, tag: str) -> Locale:
        """Return what is known of ``tag``: at worst a left-to-right language named so."""
        if tag not in self._made:
            self._made[tag] = self._locale(tag)
        return self._made[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data.locales)

    def __len__(self) -> int:
        return len(self.data.locales)

    def knows(self, tag: str) -> bool:
        """Say whether ``tag``, or the language it is a variety of, has a name here or in CLDR."""
        described = self.data.locales
        return any(cldr(t) or (t in described and described[t].name) for t in lookup(tag))

    def describes(self, tag: str) -> bool:
        """Say whether ``tag``, or the language it is a variety of, stands in the registry itself, with a name."""
        return any(t in self.data.locales and self.data.locales[t].name for t in lookup(tag))

    def reading(self, tag: str) -> str:
        """Return the language that a reader of ``tag`` looks for: ``es-MX`` -> ``es``, ``zh-CN`` -> ``zh-Hans``.

        A country says the script where it decides it; languages that are read together have one name
        (``within`` in ``locales.yaml``).
        """
        if tag not in self._readings:
            self._readings[tag] = self._reading(tag)
        return self._readings[tag]

    def _reading(self, tag: str) -> str:
        described, first = self.data.locales, tag.split("-")[0]
        given = described.get(first, Description())
        language = given.within or (None if first in described else within(first)) or first
        usual = (described.get(language, Description())).script or likely_script(language)
        script = stated_script(tag) or script_of_country(tag, usual)
        whole = f"{language}-{script}"
        return whole if script and (whole in described or script != usual) else language

    def reads(self, reader: str, tag: str) -> bool:
        """Say whether a reader of one language can read what is in another.

        ``zh`` (script not stated) suits both scripts; ``zh-Hant`` does not suit a reader of ``zh-Hans``.
        """
        one, other = self.reading(reader), self.reading(tag)
        return (
            one == other
            or (self._scripts_open(one) and other.startswith(f"{one}-"))
            or (self._scripts_open(other) and one.startswith(f"{other}-"))
        )

    def _scripts_open(self, language: str) -> bool:
        """Say whether a language alone leaves open in which of its scripts it is written."""
        if language not in self._open:
            self._open[language] = any(t.startswith(f"{language}-") and stated_script(t) for t in self.data.locales)
        return self._open[language]

    def _locale(self, tag: str) -> Locale:
        near, given = self._nearest(tag)
        script = stated_script(written(tag)) or given.script or likely_script(given.babel or tag)
        known = _cldr_in(script, given.babel or tag)
        style, own = self.data.scripts.get(script, Script()), near == tag or not cldr(tag)
        return Locale(
            tag=tag,
            name=(own and given.name) or _own_name(known) or given.name or tag,
            english=(own and given.english) or _english_name(known) or given.english or tag,
            direction=given.direction or style.direction,
            script=script,
            fonts=style.fonts if given.fonts is None else given.fonts,
            cldr=str(known) if known else None,
            date=given.date,
            months=given.months or (),
            days=given.days or (),
            plurals=given.plurals or str(get_plural(str(known or "en"))),
            languages=self._english_names(tag) | (given.languages or {}),
            quotes=given.quotes or "“”",
        )

    def _nearest(self, tag: str) -> tuple[str | None, Description]:
        """Return the described language that ``tag`` is a variety of, unless its script is another."""
        near = next((t for t in (tag, *lookup(written(tag))) if t in self.data.locales), None)
        given = self.data.locales[near] if near else Description()
        stated = stated_script(written(tag))
        return (None, Description()) if stated and given.script not in (stated, None) else (near, given)

    def _english_names(self, tag: str) -> dict[str, str]:
        if tag.split("-")[0] != "en":
            return {}
        return {t: d.english for t, d in self.data.locales.items() if d.english}


def builtin() -> Registry:
    """Return the registry as the generator ships it."""
    return Registry(own_data())


def load_registry(
    root: Path, file: str, tags: Iterable[str] = (), below: Registry | None = None
) -> tuple[Registry, list[Problem]]:
    """Return the registry with what the site's ``file`` adds or sets differently, and what is wrong with it.

    ``below`` is that of what the site builds on; the generator's own otherwise. ``tags`` are the languages of the site:
    one that nobody describes is a problem ``unknown-locale``. The file may be absent.
    """
    site, problems = read_data(root, file) if (root / file).exists() else (Data(), [])
    registry = Registry((below.data if below else own_data()).overlaid(site))
    return registry, [*problems, *(_unknown(t, file, registry) for t in tags if not registry.knows(t))]


def _unknown(tag: str, file: str, registry: Registry) -> Problem:
    line = f"{tag}: {{name: its own name, english: its English name, script: Latn}}"
    likely = meant(tag)
    near = f" (did you mean '{likely}'?)" if likely else suggestion(tag, registry)
    what = f"unknown language '{tag}'{near}: describe it in this file, under 'locales:', as in '{line}'"
    return Problem(Place(file), what, "unknown-locale")


def _cldr_in(script: str, name: str) -> Cldr | None:
    """Return what CLDR knows of a name, or of the language it is a variety of: it has no ``vi-US``, but ``vi``."""
    known = next(filter(None, map(cldr, lookup(name.replace("_", "-")))), None)
    return known if known and script in (likely_script(name), known.script) else None


def capital(name: str) -> str:
    """Return a name as it stands alone: with a capital where running text of its script has them.

    The title form, not the upper one: Georgian has capitals for lines that are set in capitals throughout, and many
    devices cannot draw them (Unicode, SpecialCasing and UnicodeData, U+1C90 and on).
    """
    return name[:1].title() + name[1:]


def _own_name(known: Cldr | None) -> str | None:
    name = known.get_display_name(known) if known else None
    return capital(name) if name else None


def _english_name(known: Cldr | None) -> str | None:
    return known.get_display_name("en") if known else None


@cache
def language_name(tag: str, locale: Locale) -> str | None:
    """Return the name of the language ``tag`` in the reader's ``locale``, or None if nobody knows it."""
    if name := next(filter(None, map(locale.languages.get, varieties(tag))), None):
        return name
    if not locale.cldr or not (reader := cldr(locale.cldr)):
        return None
    known = reader.languages
    names = (known.get(name.replace("-", "_")) for near in varieties(tag) for name in (near, _babel(near)))
    name = next(filter(None, names), None)
    return str(name) if name else None


def _babel(tag: str) -> str:
    return own_data().locales.get(tag, Description()).babel or ""


@cache
def format_date(day: date, locale: Locale) -> str:
    """Return a day as readers of ``locale`` write it, in full; ISO 8601 where no form is known."""
    if locale.date:
        return _DATE_PART.sub(lambda part: _date_part(part[0], day, locale), locale.date)
    return cldr_date(day, "long", locale.cldr) if locale.cldr else day.isoformat()


def _date_part(part: str, day: date, locale: Locale) -> str:
    parts = {
        "MMMM": locale.months[day.month - 1] if locale.months else str(day.month),
        "MM": f"{day.month:02}",
        "M": str(day.month),
        "dd": f"{day.day:02}",
        "d": str(day.day),
        "y": str(day.year),
    }
    return parts.get(part, part.strip("'"))


@cache
def format_number(number: float, locale: Locale) -> str:
    """Return a number as readers of ``locale`` write it, in the digits 0-9; else as in English."""
    return format_decimal(number, locale=locale.cldr or "en")
