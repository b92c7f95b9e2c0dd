"""The types of the catalog's fields: full patterns over the strings that YAML holds.

YAML scalars reach the model as strings (``source.py``), so that Norwegian ``no`` stays a word and ``012`` a
string. Pydantic is lax on strings (86400 would become a date of 1970), so each type here checks a full pattern
first. A fault is a ``PydanticCustomError`` whose type is the problem code and whose text names fault and cure.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

SUMMARY_LENGTH = 280
TITLE_LENGTH = 200
DETAILS_LENGTH = 4000
GRADES = ("birth", "PK", "K", *(str(n) for n in range(1, 13)))

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(1[5-9]|20)\d{2}")
_COUNT = re.compile(r"[1-9]\d{0,5}")
_AMOUNT = re.compile(r"\d{1,5}(\.\d{1,2})?")
# BCP 47 (RFC 5646) as far as catalogs need it: language, script, region, variants.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x1f\x7f]+")
_TAG = re.compile(r"</?[A-Za-z!?][^>]*>?")
_SCRIPT = re.compile(r"(?i)\b(?:javascript|vbscript|data)\s*:\s*\S")
# Invisible characters that reorder text: embeddings, overrides and isolates (Unicode TR9, TR36 section 2.10.1).
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _fault(code: str, message: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(code, message.replace("{", "{{").replace("}", "}}") if not values else message, values)


def require_plain(text: str) -> str:
    """Return ``text`` if it is plain words: no HTML, script address, control character or bidi override."""
    if found := _TAG.search(text):
        raise _fault("raw-html", "HTML is not allowed here: write plain words instead of '{tag}'", tag=found[0][:40])
    if _SCRIPT.search(text):
        raise _fault("script-address", "a script address is not allowed in a text: take it out")
    if found := _BIDI.search(text):
        name = unicodedata.name(found[0])
        raise _fault("bidi-override", "an invisible character that reorders text ({name}): delete it", name=name)
    if any(unicodedata.category(c) == "Cc" and c != "\n" for c in text):
        raise _fault("control-character", "an invisible control character: delete it and type the words again")
    return text


def _line(text: str, most: int, code: str) -> str:
    text = " ".join(require_plain(text).split())
    if len(text) > most:
        raise _fault(code, "{n} characters, {most} at most: say it shorter", n=len(text), most=most)
    return text


def _paragraphs(text: str) -> str:
    text = require_plain(text).strip()
    if len(text) > DETAILS_LENGTH:
        raise _fault("too-long", "{n} characters, {most} at most", n=len(text), most=DETAILS_LENGTH)
    return text


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise _fault("bad-id", "'{id}' is no id: use small letters, digits and single hyphens", id=text)
    return text


def _date(text: Any) -> date:
    if isinstance(text, date):
        return text
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        raise _fault("bad-date", "'{text}' is no date: write year-month-day, such as 2026-03-31", text=str(text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _fault("bad-date", "'{text}' is no day of the calendar", text=text) from None
    return day


def _past(day: date) -> date:
    if day > datetime.now(UTC).date() + timedelta(days=1):
        raise _fault("future-date", "{day} lies more than a day in the future: check the year", day=str(day))
    return day


def _number(text: Any, pattern: re.Pattern[str], code: str, cure: str) -> Any:
    if isinstance(text, str) and not pattern.fullmatch(text):
        raise _fault(code, "'{text}' does not fit: {cure}", text=text, cure=cure)
    return text


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise _fault("bad-language", "'{tag}' is no language tag: write one such as es, hmn or zh-Hans", tag=tag)
    return tag


def _address(address: str) -> str:
    if _SCRIPT.match(address):
        raise _fault("script-address", "a script address is not allowed: give a page's https address")
    if not _ADDRESS.fullmatch(address):
        raise _fault("bad-address", "'{a}' is no web address: it must begin with https://", a=address[:80])
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise _fault("address-credentials", "the address holds a user name or password: take it out")
    if not parts.hostname or "." not in parts.hostname:
        raise _fault("bad-address", "'{a}' names no site: check the address", a=address[:80])
    return address


def _grades(text: str) -> str:
    ends = text.split("-")
    if len(ends) > 2 or any(e not in GRADES for e in ends):
        raise _fault("bad-grades", "'{text}' are no grades: write K-12, PK-5, birth-PK or 6", text=text)
    if GRADES.index(ends[0]) > GRADES.index(ends[-1]):
        raise _fault("bad-grades", "'{text}' runs backwards: the lower grade comes first", text=text)
    return text


Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]
Title = Annotated[str, AfterValidator(lambda t: _line(t, TITLE_LENGTH, "long-title"))]
Summary = Annotated[str, AfterValidator(lambda t: _line(t, SUMMARY_LENGTH, "long-summary"))]
Words = Annotated[str, AfterValidator(lambda t: _line(t, DETAILS_LENGTH, "too-long"))]
Details = Annotated[str, AfterValidator(_paragraphs)]
Address = Annotated[str, AfterValidator(_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Language = Annotated[
    str, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"})
]
Grades = Annotated[str, AfterValidator(_grades), WithJsonSchema({"type": ["string", "integer"]})]
Day = Annotated[
    date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"})
]
PastDay = Annotated[
    date,
    BeforeValidator(_date),
    AfterValidator(_past),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"}),
]
Year = Annotated[
    int,
    BeforeValidator(lambda t: _number(t, _YEAR, "bad-year", "a year has four digits, such as 2017")),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1500, "maximum": 2099, "pattern": f"^{_YEAR.pattern}$"}),
]
Count = Annotated[
    int,
    BeforeValidator(lambda t: _number(t, _COUNT, "bad-number", "write a whole number from 1, digits only")),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "pattern": f"^{_COUNT.pattern}$"}),
]
Amount = Annotated[
    float,
    BeforeValidator(lambda t: _number(t, _AMOUNT, "bad-number", "write a number such as 4 or 2.5")),
    WithJsonSchema({"type": ["number", "string"], "minimum": 0, "pattern": f"^{_AMOUNT.pattern}$"}),
]
