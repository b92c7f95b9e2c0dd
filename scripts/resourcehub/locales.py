"""The registry of languages: what the site must know of each to write, mark and order its words.

The registry is data (``locales.yaml`` beside this module; a site extends it by ``docs/translations/locales.yaml``).
What it does not say comes from the Unicode CLDR through Babel. It comes first since Babel knows no ``hmn`` and
writes ``hnj`` in a script few phones draw: CLDR is used only where its script is the registry's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from babel import Locale as Cldr
from babel import UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date as cldr_date
from babel.messages.plurals import get_plural
from babel.numbers import format_decimal
from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from resourcehub.fields import Language, Title
from resourcehub.model import Shape
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.source import Source, read_yaml

Direction = Literal["ltr", "rtl"]
_DATE_PART = re.compile(r"MMMM|MM|M|dd|d|y")
_PLURALS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_FONTS = re.compile(r"[\w \-,\"']+")


@dataclass(frozen=True, slots=True)
class Locale:
    """What is known of one language: see the head of ``locales.yaml``. ``cldr`` is Babel's name for it, if any."""

    tag: str
    name: str
    english: str
    direction: Direction = "ltr"
    script: str = "Latn"
    fonts: str = ""
    cldr: str | None = None
    date: str | None = None
    months: tuple[str, ...] = ()
    plurals: str = "nplurals=2; plural=(n != 1);"
    languages: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """Words that know their language."""

    text: str
    locale: Locale


def parse_plurals(header: str) -> tuple[int, str]:
    """Return the number of plural forms and the C expression of a Plural-Forms header.

    Raises ValueError with the cure if the header or its expression cannot be read (gettext manual, 11.2.6).
    """
    if not (found := _PLURALS.fullmatch(header)):
        raise ValueError("write it as 'nplurals=2; plural=(n != 1);'")
    c2py(found[2])
    return int(found[1]), found[2]


def _plurals(header: str) -> str:
    try:
        parse_plurals(header)
    except ValueError as error:
        raise PydanticCustomError("bad-plurals", "{text}", {"text": f"not a plural rule: {error}"}) from None
    return header


def _fonts(stack: str) -> str:
    if not _FONTS.fullmatch(stack):
        raise PydanticCustomError("bad-fonts", "not a list of fonts: write names with commas between them")
    return stack


def _cldr_name(name: str) -> str:
    if not _cldr(name):
        raise PydanticCustomError("bad-locale", "'{name}' is not in CLDR: leave it out", {"name": name})
    return name


Fonts = Annotated[str, AfterValidator(_fonts)]
ScriptCode = Annotated[str, Field(pattern="^[A-Z][a-z]{3}$")]


class Script(Shape):
    """A script: its direction and fonts that draw it."""

    direction: Direction = "ltr"
    fonts: Fonts = ""


class Description(Shape):
    """What ``locales.yaml`` says of a language; see its head."""

    name: Title | None = None
    english: Title | None = None
    script: ScriptCode | None = None
    direction: Direction | None = None
    fonts: Fonts | None = None
    babel: Annotated[str, AfterValidator(_cldr_name)] | None = None
    date: Title | None = None
    months: Annotated[tuple[Title, ...], Field(min_length=12, max_length=12)] | None = None
    plurals: Annotated[str, AfterValidator(_plurals)] | None = None
    languages: dict[Language, Title] | None = None


S = TypeVar("S", bound=Shape)


class Registry(Mapping[str, Locale]):
    """All languages by tag. A tag it was not told of is looked up in CLDR; see :func:`load_registry`."""

    def __init__(self, scripts: Mapping[str, Script], described: Mapping[str, Description]) -> None:
        self._scripts, self._described = scripts, described
        self._cache: dict[str, Locale] = {}

    def __getitem__(self, tag: str) -> Locale:
        """Return what is known of ``tag``, at worst a plain left-to-right language named by its tag. Never raises."""
        if tag not in self._cache:
            self._cache[tag] = self._locale(tag)
        return self._cache[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self._described)

    def __len__(self) -> int:
        return len(self._described)

    def knows(self, tag: str) -> bool:
        """Say whether ``tag`` or the language it is a variety of has a name here or in CLDR."""
        return any((d := self._described.get(t)) and d.name or _cldr(t) for t in lookup(tag))

    def _locale(self, tag: str) -> Locale:
        near = next((t for t in lookup(tag) if t in self._described), None)
        given = self._described[near] if near else Description()
        name = given.babel or tag.replace("-", "_")
        script = given.script or _likely_script(name)
        cldr = _cldr(name)
        if cldr and script not in (_likely_script(name), cldr.script):
            cldr = None
        style = self._scripts.get(script, Script())
        exact = near == tag
        return Locale(
            tag=tag,
            name=(exact and given.name) or _own_name(cldr) or given.name or tag,
            english=(exact and given.english) or _english_name(cldr) or given.english or tag,
            direction=given.direction or style.direction,
            script=script,
            fonts=given.fonts if given.fonts is not None else style.fonts,
            cldr=str(cldr) if cldr else None,
            date=given.date,
            months=given.months or (),
            plurals=given.plurals or str(get_plural(cldr or "en")),
            languages=self._names(tag) | (given.languages or {}),
        )

    def _names(self, tag: str) -> dict[str, str]:
        english = tag.split("-")[0] == "en"
        return {t: d.english for t, d in self._described.items() if english and d.english}


def lookup(tag: str) -> list[str]:
    """Return the tag and, shorter and shorter, the languages it is a variety of (RFC 4647, section 3.4)."""
    parts = tag.split("-")
    return ["-".join(parts[:n]) for n in range(len(parts), 0, -1)]


def load_registry(root: Path, file: str, tags: Iterable[str] = ()) -> tuple[Registry, list[Problem]]:
    """Return the registry with what the site's ``file`` adds or sets differently, and what is wrong with it.

    ``tags`` are the languages of the site: one that nobody describes is a problem ``unknown-locale``.
    The file may be absent.
    """
    scripts, described = _builtin()
    problems: list[Problem] = []
    if (root / file).is_file():
        source, problems = read_yaml(root, file)
        if source:
            scripts, described, faults = _extend(source, scripts, described)
            problems = [*problems, *faults]
    registry = Registry(scripts, described)
    return registry, [*problems, *(_unknown(t, file, registry) for t in tags if not registry.knows(t))]


@cache
def _builtin() -> tuple[dict[str, Script], dict[str, Description]]:
    source, problems = read_yaml(Path(__file__).parent, "locales.yaml")
    if source is None or problems:
        raise RuntimeError(problems)
    scripts, described, problems = _extend(source, {}, {})
    if problems:
        raise RuntimeError(problems)
    return scripts, described


def _extend(
    source: Source, scripts: Mapping[str, Script], described: Mapping[str, Description]
) -> tuple[dict[str, Script], dict[str, Description], list[Problem]]:
    problems = list(_sections(source))
    new_scripts = _shapes(source, "scripts", Script, problems)
    new = _shapes(source, "locales", Description, problems)
    merged = {t: replace_set(described[t], d) if t in described else d for t, d in new.items()}
    return {**scripts, **new_scripts}, {**described, **merged}, problems


def replace_set(old: Description, new: Description) -> Description:
    """Return ``old`` with every value that ``new`` sets."""
    return old.model_copy(update={k: getattr(new, k) for k in new.model_fields_set})


def _sections(source: Source) -> Iterator[Problem]:
    if not isinstance(source.data, dict):
        yield Problem(source.place(()), "this must be a list of languages under the word 'locales:'", "bad-shape")
        return
    for key, value in source.data.items():
        if key not in ("scripts", "locales"):
            cure = suggestion(key, ("scripts", "locales")) or ": put languages under 'locales:'"
            yield Problem(source.key_place((key,)), f"unknown field '{key}'{cure}", "unknown-field")
        elif not isinstance(value, dict):
            yield Problem(source.place((key,)), f"'{key}' must hold one entry per line, each with its own fields", "bad-shape")


def _shapes(source: Source, section: str, shape: type[S], problems: list[Problem]) -> dict[str, S]:
    data = source.data.get(section) if isinstance(source.data, dict) else None
    found = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        try:
            found[key] = shape.model_validate(value)
        except ValidationError as error:
            problems += _faults(error, source, (section, key))
    return found


def _faults(error: ValidationError, source: Source, path: tuple[Any, ...]) -> Iterator[Problem]:
    for fault in error.errors():
        where = (*path, *fault["loc"])
        unknown = fault["type"] == "extra_forbidden"
        code = "unknown-field" if unknown else fault["type"].replace("_", "-")
        message = f"unknown field '{where[-1]}'" if unknown else f"{'.'.join(map(str, where))}: {fault['msg']}"
        yield Problem(source.key_place(where) if unknown else source.place(where), message, code)


def _unknown(tag: str, file: str, registry: Registry) -> Problem:
    cure = (
        f"write there, under 'locales:', a line such as '{tag}: {{name: its own name, english: its English name, "
        "script: Latn}'"
    )
    return Problem(Place(file), f"unknown language '{tag}'{suggestion(tag, registry)}: {cure}", "unknown-locale")


@cache
def _cldr(name: str) -> Cldr | None:
    try:
        return Cldr.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _likely_script(name: str) -> str:
    """Return the script a language is likely written in: stated in its name, else by CLDR's likely subtags."""
    parts = name.replace("-", "_").split("_")
    stated = [p for p in parts[1:] if len(p) == 4 and p.isalpha()]
    likely = get_global("likely_subtags").get(parts[0], "")
    return (stated or likely.split("_")[1:2] or ["Latn"])[0]


def _own_name(cldr: Cldr | None) -> str | None:
    name = cldr.get_display_name(cldr) if cldr else None
    return name[:1].upper() + name[1:] if name else None


def _english_name(cldr: Cldr | None) -> str | None:
    return cldr.get_display_name("en") if cldr else None


def language_name(tag: str, locale: Locale) -> str | None:
    """Return the name of the language ``tag`` in the reader's language ``locale``, or None if nobody knows it."""
    if name := locale.languages.get(tag):
        return name
    if not locale.cldr or not (cldr := _cldr(locale.cldr)):
        return None
    described = _builtin()[1].get(tag)
    name = cldr.languages.get((described and described.babel) or tag.replace("-", "_"))
    return str(name) if name else None


def format_date(day: date, locale: Locale) -> str:
    """Return a day as readers of ``locale`` write it, in full; ISO 8601 where no form is known."""
    if locale.date:
        return _DATE_PART.sub(lambda part: _date_part(part[0], day, locale), locale.date)
    return cldr_date(day, "long", locale.cldr) if locale.cldr else day.isoformat()


def _date_part(part: str, day: date, locale: Locale) -> str:
    month = locale.months[day.month - 1] if locale.months else str(day.month)
    parts = {"MMMM": month, "MM": f"{day.month:02}", "M": str(day.month), "dd": f"{day.day:02}", "d": str(day.day)}
    return parts.get(part, str(day.year))


def format_number(number: float, locale: Locale) -> str:
    """Return a number as readers of ``locale`` write it, in the digits 0-9; as in English where no form is known."""
    return format_decimal(number, locale=locale.cldr or "en")
