"""What a school says of itself before its repository is made, each answer checked as the setting that it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from resourcehub.catalog.reach import Phone
from resourcehub.catalog.tongues import meant
from resourcehub.languages.locales import builtin
from resourcehub.problems import suggestion
from resourcehub.settings.fields import Colour, Mail, Name, Prefix, SiteAddress, SiteLanguage

NAME = "Family Resource Hub"  # what a site is called until the school gives it a name
SOURCE = "en"  # the language of the catalog that is shipped
COLOUR = "teal"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the name of its flag and its setting, how it is asked, what stands in without an answer."""

    name: str
    words: str
    default: str
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the files of a new site are made from. Each text is empty where the school gave none."""

    name: str = NAME
    address: str = ""
    phone: str = ""
    mail: str = ""
    languages: tuple[str, ...] = (SOURCE,)
    colour: str = COLOUR
    prefix: str = ""


def _typed(kind: Any) -> Callable[[str], str]:
    """Return a reader that takes what a setting of this type takes. Raises ValueError with fault and cure."""
    adapter = TypeAdapter[str](kind)

    def read(text: str) -> str:
        if not text.strip():
            return ""  # no answer: the line is left out
        try:
            return adapter.validate_python(text.strip())
        except ValidationError as error:
            raise ValueError(error.errors(include_url=False)[0]["msg"]) from None

    return read


def read_name(text: str) -> str:
    """Return the name of the site. Raises ValueError where there is none, or it cannot be one."""
    if not text.strip():
        raise ValueError("the site needs a name, such as the name of the school")
    return _typed(Name)(text)


def read_languages(text: str) -> tuple[str, ...]:
    """Return the languages in ``text``, parted by commas or blanks; that of the catalog is always the first.

    Raises ValueError for one that nobody knows, with the one that was meant.
    """
    given = text.replace(",", " ").split()
    return tuple(dict.fromkeys((SOURCE, *map(_language, given))))


def _language(tag: str) -> str:
    known, good = builtin(), _typed(SiteLanguage)(tag)
    if not known.knows(good):
        likely = meant(good)
        near = f" (did you mean '{likely}'?)" if likely else suggestion(good, known)
        raise ValueError(f"unknown language '{good}'{near}: write tags such as es, hmn or zh-Hans")
    return good


QUESTIONS = (
    Question("name", "Name of the site, at the top of each page", NAME, read_name),
    Question("address", "Its address; leave it empty for the one that GitHub Pages gives", "", _typed(SiteAddress)),
    Question("phone", "The phone number that families call", "", _typed(Phone)),
    Question("mail", "The mail address that families write to", "", _typed(Mail)),
    Question("languages", "Languages of your families, such as es, vi, pa", SOURCE, read_languages),
    Question("colour", "Accent color, such as navy, teal or #7a1f3d", COLOUR, _typed(Colour)),
    Question("prefix", "Capital letters before the numbers of your sheets, such as OAK", "", _typed(Prefix)),
)
