"""What ``locales.yaml`` may say of scripts and languages, and the reading of it with its faults.

The meaning of each field stands at the head of the generator's own ``locales.yaml``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from babel import Locale as Cldr
from babel import UnknownLocaleError
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from resourcehub.catalog.faults import faults
from resourcehub.catalog.fields import Language, Title
from resourcehub.catalog.model import Shape
from resourcehub.catalog.source import Source, read_yaml
from resourcehub.problems import Problem, suggestion

Direction = Literal["ltr", "rtl"]
_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=([^;]+)")
_LONGEST = 500  # the longest rule of the CLDR, Arabic's, has some hundred signs
MOST_FORMS = 6  # Arabic, Welsh (CLDR, plural rules)
_COUNTS = (*range(201), 1000, 1001, 1_000_000, 1_000_001)
# The list is written into style sheets: so nothing but names, quotes and commas.
_FONTS = re.compile(r"[\w \-,\"']+")
# They stand in a style sheet between double quotes.
_MARKS = re.compile(r"[^\s\\\"\w]{2}")


@cache
def cldr(name: str) -> Cldr | None:
    """Return what the CLDR knows of a language tag or identifier (``zh-Hans``, ``zh_Hans``), or None."""
    try:
        return Cldr.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def parse_plurals(header: str) -> tuple[int, str]:
    """Return the number of plural forms and the C expression of a Plural-Forms header.

    Raises ValueError with the cure if the header or its expression cannot be read (gettext manual, 11.2.6), or chooses
    a form that is not there.
    """
    if len(header) > _LONGEST:
        raise ValueError(f"it has more than {_LONGEST} signs")
    found = _PLURALS.fullmatch(header.strip().removesuffix(";"))
    if not found or not (rule := found[2].strip()):
        raise ValueError("write it as 'nplurals=2; plural=(n != 1);'")
    forms, choose = int(found[1][:3]), c2py(rule)
    if not 1 <= forms <= MOST_FORMS:
        raise ValueError(f"a language has 1 to {MOST_FORMS} forms: correct 'nplurals'")
    for number in _COUNTS:
        if not 0 <= (form := _form(choose, number)) < forms:
            raise ValueError(f"for {number} it chooses form {form} of {forms}: correct it")
    return forms, rule


def _form(choose: Callable[[int], int], number: int) -> int:
    try:
        return choose(number)
    except (ArithmeticError, RecursionError):
        raise ValueError(f"it cannot be worked out for {number}: correct it") from None


def _plurals(header: str) -> str:
    try:
        parse_plurals(header)
    except ValueError as error:
        raise PydanticCustomError("bad-plurals", "no plural rule: {text}", {"text": str(error)}) from None
    return header


def _fonts(stack: str) -> str:
    if not _FONTS.fullmatch(stack):
        raise PydanticCustomError("bad-fonts", "no list of fonts: write names with commas between them")
    return stack


def _cldr_name(name: str) -> str:
    if name != "none" and not cldr(name):
        raise PydanticCustomError("bad-locale", "'{name}' is not in the CLDR: leave it out", {"name": name})
    return name


def _script(code: str) -> str:
    if not re.fullmatch("[A-Z][a-z]{3}", code):
        raise PydanticCustomError("bad-shape", "a script has a code of four letters, such as Latn or Arab: write it so")
    return code


def _quotes(marks: str) -> str:
    if not _MARKS.fullmatch(marks):
        raise PydanticCustomError("bad-shape", "two marks of quotation are meant, such as «»: write them so")
    return marks


Fonts = Annotated[str, AfterValidator(_fonts)]
Quotes = Annotated[str, AfterValidator(_quotes)]
ScriptCode = Annotated[str, AfterValidator(_script)]


class Script(Shape):
    """A script: its direction and fonts that draw it."""

    direction: Direction = "ltr"
    fonts: Fonts = ""


class Description(Shape):
    """A language."""

    name: Title | None = None
    english: Title | None = None
    script: ScriptCode | None = None
    direction: Direction | None = None
    fonts: Fonts | None = None
    babel: Annotated[str, AfterValidator(_cldr_name)] | None = None
    date: Title | None = None
    months: Annotated[tuple[Title, ...], Field(min_length=12, max_length=12)] | None = None
    days: Annotated[tuple[Title, ...], Field(min_length=7, max_length=7)] | None = None
    plurals: Annotated[str, AfterValidator(_plurals)] | None = None
    languages: dict[Language, Title] | None = None
    quotes: Quotes | None = None
    within: Language | None = None


S = TypeVar("S", bound=Shape)
_CODES = {"scripts": TypeAdapter(ScriptCode), "locales": TypeAdapter(Language)}


@dataclass(frozen=True)
class Data:
    """Scripts by ISO 15924 code and languages by BCP 47 tag."""

    scripts: dict[str, Script] = field(default_factory=dict)
    locales: dict[str, Description] = field(default_factory=dict)

    def overlaid(self, other: "Data") -> "Data":
        """Return this data with every script and every single value of a language that ``other`` sets."""
        locales = self.locales | {
            tag: self.locales[tag].model_copy(update={k: getattr(new, k) for k in new.model_fields_set})
            if tag in self.locales
            else new
            for tag, new in other.locales.items()
        }
        return Data(self.scripts | other.scripts, locales)


@cache
def own_data() -> Data:
    """Return what the generator knows by itself. Raises RuntimeError if its own file has a fault."""
    data, problems = read_data(Path(__file__).parent, "locales.yaml")
    if problems:
        raise RuntimeError(problems)
    return data


def read_data(root: Path, file: str) -> tuple[Data, list[Problem]]:
    """Return what a file says of scripts and languages, and its faults. A faulty entry is left out."""
    source, problems = read_yaml(root, file)
    if source is None or source.data in (None, "", {}):
        return Data(), problems
    problems = [*problems, *_sections(source)]
    scripts = _shapes(source, "scripts", Script, problems)
    return Data(scripts, _shapes(source, "locales", Description, problems)), problems


def _sections(source: Source) -> Iterator[Problem]:
    if not isinstance(source.data, dict):
        yield Problem(source.place(()), "put the languages of this file under the word 'locales:'", "bad-shape")
        return
    for key, value in source.data.items():
        if key not in _CODES:
            cure = suggestion(key, _CODES) or ": put languages under 'locales:'"
            yield Problem(source.key_place((key,)), f"unknown field '{key}'{cure}", "unknown-field")
        elif not isinstance(value, dict):
            what = f"'{key}' must hold one entry per line, each with its own fields"
            yield Problem(source.place((key,)), what, "bad-shape")


def _shapes(source: Source, section: str, shape: type[S], problems: list[Problem]) -> dict[str, S]:
    data = source.data.get(section) if isinstance(source.data, dict) else None
    found = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        try:
            _CODES[section].validate_python(key)
            found[key] = shape.model_validate(value)
        except ValidationError as error:
            problems += faults(error, source, (section, key), shape)
    return found
