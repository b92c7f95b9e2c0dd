"""The types of settings. YAML scalars reach them as strings, so ``5105550100``, ``2026`` and ``NO`` stay as typed.

A fault is a ``PydanticCustomError``: its type is the problem's code, its text fault and cure.
"""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import Address, Language, Title, Words, is_language
from resourcehub.catalog.plain import shown
from resourcehub.catalog.tongues import meant
from resourcehub.prose.links import is_mail

# The names of Material's palette (its palette.css) and, beside them, the sixteen colours of HTML 4 that it has not.
PALETTE = (
    *("red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green", "light-green"),
    *("lime", "yellow", "amber", "orange", "deep-orange", "brown", "grey", "blue-grey"),
)
_HTML = {"black": "#000000", "gray": "#808080", "silver": "#c0c0c0", "white": "#ffffff", "maroon": "#800000"}
_HTML |= {"fuchsia": "#ff00ff", "olive": "#808000", "navy": "#000080", "aqua": "#00ffff"}
COLOUR_CURE = 'write one of red, indigo, teal, deep orange … or six signs in quotes, such as "#7a1f3d"'
PATH_LENGTH = 200
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_PREFIX = re.compile("[A-Z]{2,8}")
_SCRIPT = re.compile(r"https://[a-z0-9.-]+(?::\d+)?/[^\s\"'<>;,]*")
_DATA = re.compile("[a-z]+(-[a-z]+)*")
_BRANCH = re.compile(r"[\w-][\w./-]*")
# What mkdocs-static-i18n can be taught to build: language, script, region.
_BUILT = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


def _fault(code: str, message: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(code, message, values)


def _drawn(text: str) -> str:
    """Refuse signs that stand for nothing until somebody agrees on it, and the program's own marks."""
    if odd := next((c for c in text if unicodedata.category(c) in ("Co", "Cs", "Cn")), None):
        raise _fault("control-character", "a sign that no phone can draw ({sign}): delete it", sign=f"U+{ord(odd):04X}")
    if "hubslot" in re.sub(r"[^a-z]", "", text.casefold()):
        raise _fault("reserved-word", "the word 'hubslot' is kept for the program: write another")
    return text


def _colour(text: str) -> str:
    word = " ".join(re.split(r"[\s_-]+", text.strip().casefold())).replace(" ", "-")
    if found := _HEX.fullmatch(word):
        return "#" + (found[1] if len(found[1]) == 6 else "".join(c * 2 for c in found[1]))
    if word in PALETTE or word in _HTML:
        return _HTML.get(word, word)
    raise _fault("bad-colour", "'{text}' is no colour that this site knows: {cure}", text=shown(text), cure=COLOUR_CURE)


def _mail(text: str) -> str:
    if not is_mail(text):
        cure = "'{text}' is no mail address: write one such as office@example.org, with one '@' and no blanks"
        raise _fault("bad-mail", cure, text=shown(text))
    return text


def _prefix(text: str) -> str:
    if not _PREFIX.fullmatch(text):
        raise _fault("bad-sheet-number", "number_prefix: write two to eight capital letters, such as OAK")
    return text


def _script(text: str) -> str:
    if not _SCRIPT.fullmatch(text):
        raise _fault("bad-statistics", "'script' must be the whole address of a script, beginning with https://")
    return text


def _share(text: object) -> int:
    found = re.fullmatch(r"(\d{1,3}) ?%?", str(text).strip())
    if not found or int(found[1]) > 100:
        raise _fault("wrong-shape", "'switcher' is a share: write a whole number from 0 to 100, such as 50%")
    return int(found[1])


def _attributes(given: dict[str, str]) -> dict[str, str]:
    if not all(_DATA.fullmatch(key) for key in given):
        what = "the names under 'attributes' are small letters and hyphens, such as 'domain'"
        raise _fault("bad-statistics", what)
    return given


def _path(text: str) -> str:
    parts = text.split("/")
    odd = not text.isprintable() or len(text.encode()) > PATH_LENGTH  # a system takes names of 255 bytes
    if odd or text.startswith("/") or "\\" in text or ".." in parts or re.match(r"[\w+.-]+:", text):
        what = "'{text}' is no path inside this project: write it from the folder of mkdocs.yml, with '/' between names"
        raise _fault("bad-path", what, text=shown(text))
    return text.removeprefix("./").rstrip("/") or "."


def _site(address: str) -> str:
    if re.search("[?#]", address):
        raise _fault("bad-address", "the address of a site has no '?' and no '#': take out what follows")
    return address.rstrip("/") + "/"


def _branch(text: str) -> str:
    if not _BRANCH.fullmatch(text):
        raise _fault("bad-path", "'{text}' is no name of a branch: write one such as main", text=shown(text))
    return text


def _one_for_all(value: object) -> object:
    """A text alone is that of every language: it stands under no tag."""
    if not isinstance(value, str | dict):
        raise _fault("wrong-shape", "write one text, or one for each language: {cure}", cure="{en: …, es: …}")
    return {"": value} if isinstance(value, str) else value


def _tags(given: dict[str, str]) -> dict[str, str]:
    if odd := next((tag for tag in given if tag and not is_language(tag)), None):
        likely = meant(odd)
        cure = f"did you mean '{likely}'?" if likely else "write one such as es, as in es: …"
        raise _fault("bad-language", "'{tag}' is no language tag: {cure}", tag=shown(odd), cure=cure)
    return given


def _built(tag: str) -> str:
    if not _BUILT.fullmatch(tag):
        cure = "'{tag}' cannot be a language of the site: write language, script and country at most, such as zh-Hans"
        raise _fault("bad-language", cure, tag=shown(tag))
    return tag


Name = Annotated[Title, AfterValidator(_drawn)]
Text = Annotated[Words, AfterValidator(_drawn)]
# One text, or one for each language that has its own: {en: …, es: …}.
Said = Annotated[dict[str, Name], BeforeValidator(_one_for_all), AfterValidator(_tags)]
Colour = Annotated[str, AfterValidator(_colour)]
Mail = Annotated[str, AfterValidator(_mail)]
Prefix = Annotated[str, AfterValidator(_prefix)]
Script = Annotated[str, AfterValidator(_script)]
Attributes = Annotated[dict[str, Text], AfterValidator(_attributes)]
Path = Annotated[str, AfterValidator(_path)]
Share = Annotated[int, BeforeValidator(_share)]
SiteAddress = Annotated[Address, AfterValidator(_site)]
Branch = Annotated[str, AfterValidator(_branch)]
SiteLanguage = Annotated[Language, AfterValidator(_built)]
