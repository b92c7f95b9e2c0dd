"""The types of the catalog's fields: full patterns over the strings that YAML holds.

YAML scalars reach the model as strings (``source.py``), so that Norwegian ``no`` stays a word and ``012`` a
string. Pydantic is lax on strings (86400 would become a date of 1970), so each type here checks a full
pattern first. A fault is a ``PydanticCustomError``: its type is the problem's code, its text fault and cure.
"""

import re
from datetime import UTC, date, datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from resourcehub.catalog.addresses import wrapped
from resourcehub.catalog.plain import behind, one_line, require_plain, shown
from resourcehub.catalog.tongues import meant

_NETWORKS = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
SUMMARY_LENGTH = 280
TITLE_LENGTH = 200
DETAILS_LENGTH = 4000
ID_LENGTH = 80
ADDRESS_LENGTH = 2000
OLDEST = 1990  # no web page is older
GRADES = ("birth", "PK", "K", *(str(n) for n in range(1, 13)))

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"([A-Z]{2,8}-)?(0|[1-9][0-9]{0,4})")
# What a page was made from: 12 signs for a whole file, or 6 for each text, a slash behind those of the front matter.
_FINGERPRINT = re.compile(r"[0-9a-f]{12}|[0-9a-f]{6}( [0-9a-f]{6})* /( [0-9a-f]{6})*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"(1[5-9]|20)[0-9]{2}")
_COUNT = re.compile(r"[1-9][0-9]{0,5}")
_AMOUNT = re.compile(r"[0-9]{1,5}(\.[0-9]{1,2})?")
# BCP 47 (RFC 5646) as far as catalogs need it: language, script, region, variants.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_USUAL = re.compile(r"https://(?:[a-z0-9-]{1,63}\.)+(?:com|edu|gov|info|net|org|us)(?=[/?#]|$)")
_HOST_LENGTH = 254
_SCRIPT_SCHEME = re.compile(r"(?i)\s*(?:javascript|vbscript|data)\s*:")


def _fault(code: str, message: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(code, message, values)


def _line(text: str, most: int, code: str) -> str:
    text = one_line(require_plain(text))
    if len(text) > most:
        raise _fault(code, "{n} characters, {most} at most: say it shorter", n=len(text), most=most)
    return text


def _paragraphs(text: str) -> str:
    text = require_plain(text).strip()
    if len(text) > DETAILS_LENGTH:
        raise _fault("too-long", "{n} characters, {most} at most", n=len(text), most=DETAILS_LENGTH)
    return text


def is_id(text: str) -> bool:
    """Say whether ``text`` has the form of an id: small letters, digits and single hyphens."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def _id(text: str) -> str:
    if not is_id(text):
        cure = "'{id}' is no id: use small letters, digits and single hyphens, {n} at most"
        raise _fault("bad-id", cure, id=shown(text), n=ID_LENGTH)
    return text


def is_sheet_number(text: str) -> bool:
    """Say whether ``text`` has the form of a sheet number: digits such as 12, or capitals before them, as in OAK-12."""
    return _NUMBER.fullmatch(text) is not None


def _fingerprint(text: str) -> str:
    text = " ".join(text.split())
    if not _FINGERPRINT.fullmatch(text):
        cure = "'{text}' is no fingerprint: delete the line, and 'hub translate mark' writes it"
        raise _fault("bad-fingerprint", cure, text=shown(text))
    return text


def _date(text: object) -> date:
    if isinstance(text, date):
        return text
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        given = shown(text) if isinstance(text, str) else "a list"
        raise _fault("bad-date", "'{text}' is no date: write year-month-day, such as 2026-03-31", text=given)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _fault("bad-date", "'{text}' is no day of the calendar", text=shown(text)) from None
    if day.year < OLDEST:
        raise _fault("bad-date", "'{text}' lies before {oldest}: check the year", text=text, oldest=OLDEST)
    return day


def _past(day: date) -> date:
    if day > datetime.now(UTC).date() + timedelta(days=1):
        raise _fault("future-date", "{day} lies more than a day in the future: check the year", day=str(day))
    return day


def _written(year: int) -> int:
    if year > datetime.now(UTC).year + 1:
        raise _fault("future-date", "the year {year} has not come yet: check it", year=year)
    return year


def _number(text: object, pattern: re.Pattern[str], code: str, cure: str) -> object:
    if isinstance(text, str) and not pattern.fullmatch(text):
        raise _fault(code, "'{text}' does not fit: {cure}", text=shown(text), cure=cure)
    return text


def is_language(tag: str) -> bool:
    """Say whether ``tag`` has the form of a language tag: es, hmn, zh-Hans, es-419."""
    return _LANGUAGE.fullmatch(tag) is not None


def _language(tag: str) -> str:
    if not is_language(tag):
        likely = meant(tag) if len(tag) <= ID_LENGTH else None
        cure = f"did you mean '{likely}'?" if likely else "write one such as es, hmn or zh-Hans"
        raise _fault("bad-language", "'{tag}' is no language tag: {cure}", tag=shown(tag), cure=cure)
    return tag


def require_address(address: str) -> str:
    """Return an address of the web as it stands. Raises PydanticCustomError if it is none, or unsafe."""
    if _SCRIPT_SCHEME.match(address):
        raise _fault("script-address", "a script address is not allowed: give a page's https address")
    if "&amp;" in address:
        clean = shown(address.replace("&amp;", "&"), 300)
        raise _fault("bad-address", "'&amp;' in an address is HTML: write '{clean}'", clean=clean)
    if not _ADDRESS.fullmatch(address):
        raise _fault("bad-address", "'{a}' is no web address: {cure}", a=shown(address), cure=_why_no_address(address))
    if "@" in re.split("[/?#]", address, maxsplit=3)[2]:
        raise _fault("address-credentials", "the address holds a user name or password: take it out")
    if len(address) > ADDRESS_LENGTH or not _names_a_site(address):
        raise _fault("bad-address", "'{a}' names no site: check the address", a=shown(address))
    if found := wrapped(address):
        cure = (
            f"write the page's own address, '{shown(found[1], 300)}'"
            if found[1]
            else "open it, and write where it leads"
        )
        what = "the address only passes readers on, and '{host}' learns who follows it: {cure}"
        raise _fault("wrapped-address", what, host=found[0], cure=cure)
    return address


def _why_no_address(address: str) -> str:
    """Return what keeps a text from being an address: its beginning, or the first sign that cannot stand in one."""
    start = re.match("https?://", address)
    if not start:
        named = re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", address)
        return f"write 'https://{shown(address)}'" if named else "it must begin with https://"
    longest = _ADDRESS.match(address)
    place = (longest or start).end()
    if place == len(address):
        return "it names no site"
    code = f"U+{ord(address[place]):04X}"
    sign = "a blank" if address[place] == " " else f"'{address[place]}'" if address[place].isprintable() else code
    return f"{sign} {behind(address, place)} cannot stand in one"


def _names_a_site(address: str) -> bool:
    """Say whether the host could exist for all: labels of 1 to 63 signs between dots (RFC 1035, 2.3.4)."""
    if (usual := _USUAL.match(address)) and usual.end() < _HOST_LENGTH:
        return True
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        return parts.port != 0 and "." in host.rstrip(".") and len(host) < _HOST_LENGTH and not _inside(host)
    except ValueError:
        return False


def _inside(host: str) -> bool:
    """Say whether a host is one of a house's own network (RFC 6762 and 1918, and what routers call it)."""
    if not host[-1:].isdigit() and ":" not in host:
        return host.rstrip(".").endswith((".local", ".lan", ".internal", ".localhost", ".home.arpa"))
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_link_local or any(address in net for net in _NETWORKS)


def _grades(text: str) -> str:
    ends = text.split("-")
    if len(ends) > 2 or any(e not in GRADES for e in ends):
        raise _fault("bad-grades", "'{text}' are no grades: write K-12, PK-5, birth-PK or 6", text=shown(text))
    if GRADES.index(ends[0]) > GRADES.index(ends[-1]):
        raise _fault("bad-grades", "'{text}' runs backwards: the lower grade comes first", text=shown(text))
    return text


def _words(most: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": most})


def _like(pattern: re.Pattern[str], most: int = 100, **extra: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^({pattern.pattern})$", "maxLength": most} | extra)


# An id that names an entry elsewhere: whether there is such a one, in whatever form, is the matter of the rules.
Ref = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1})]
Id = Annotated[str, AfterValidator(_id), _like(_ID, ID_LENGTH)]
Fingerprint = Annotated[str, AfterValidator(_fingerprint), _like(_FINGERPRINT, 20_000)]
Title = Annotated[str, AfterValidator(lambda t: _line(t, TITLE_LENGTH, "long-title")), _words(TITLE_LENGTH)]
Summary = Annotated[str, AfterValidator(lambda t: _line(t, SUMMARY_LENGTH, "long-summary")), _words(SUMMARY_LENGTH)]
Words = Annotated[str, AfterValidator(lambda t: _line(t, DETAILS_LENGTH, "too-long")), _words(DETAILS_LENGTH)]
Details = Annotated[str, AfterValidator(_paragraphs), _words(DETAILS_LENGTH)]
Address = Annotated[
    str,
    AfterValidator(require_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://[^\\s@]+$", "maxLength": ADDRESS_LENGTH}),
]
Language = Annotated[str, AfterValidator(_language), _like(_LANGUAGE)]
Grades = Annotated[
    str,
    AfterValidator(_grades),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^({'|'.join(GRADES)})(-({'|'.join(GRADES)}))?$"}),
]
Day = Annotated[date, BeforeValidator(_date), _like(_DATE, format="date")]
PastDay = Annotated[date, BeforeValidator(_date), AfterValidator(_past), _like(_DATE, format="date")]
Year = Annotated[
    int,
    BeforeValidator(lambda t: _number(t, _YEAR, "bad-year", "a year has four digits, such as 2017")),
    AfterValidator(_written),
    _like(_YEAR, type=["integer", "string"], minimum=1500, maximum=2099),
]
Count = Annotated[
    int,
    BeforeValidator(lambda t: _number(t, _COUNT, "bad-number", "write a whole number from 1, digits only")),
    _like(_COUNT, type=["integer", "string"], minimum=1),
]
Amount = Annotated[
    float,
    BeforeValidator(lambda t: _number(t, _AMOUNT, "bad-number", "write a number such as 4 or 2.5")),
    _like(_AMOUNT, type=["number", "string"], minimum=0),
]
