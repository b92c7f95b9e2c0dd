"""A telephone number as a person writes it, and as a telephone dials it.

Only what is one number in full is dialled: a wrong number is worse than none. Any sign that is not understood is a
fault, so that hours, a second number or a name beside it never become digits.
"""

import re
import unicodedata
from dataclasses import dataclass

CURE = "write one number and nothing else, such as +1 510 555 0100, with 'ext. 12' behind it where it has an extension"
MOST = 60
_EXTENSION = re.compile(r"(?i)[\s,;]*(?:(?<![a-z])(?:extension|extn|ext|x)[\s.:=]*|#\s*)(\d{1,7})$")
_NO_NUMBER = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?|\d\d?/\d\d?/(?:\d\d){1,2}|(?:19|20)\d\d[-\u2013](?:19|20)\d\d")
_PART = re.compile(r"\(\d{1,5}\)|\d+|[A-Z]+|[\s.\-\u2010-\u2013\u2212/]+")
_SIGNS = re.compile(f"{_PART.pattern}|.")
_KEYS = ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ")
_LETTERS = {letter: str(key) for key, letters in enumerate(_KEYS, 2) for letter in letters}


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number in the digits 0-9, perhaps after a plus, and its extension."""

    number: str
    extension: str = ""

    @property
    def dial(self) -> str:
        """What stands behind ``tel:`` (RFC 3966, section 3: ``;ext=`` for an extension)."""
        return f"{self.number};ext={self.extension}" if self.extension else self.number


def read_telephone(text: str) -> Telephone:
    """Return the number that ``text`` is. Raises ValueError with the fault where it is not exactly one.

    Letters stand for the digits on the same keys (ITU-T E.161), as in 1-800-4-A-CHILD.
    """
    plain = "".join(_digit(c) for c in text.strip())
    if _NO_NUMBER.fullmatch(plain):
        raise ValueError("this is a day or a span of years, not one number that can be dialled")
    found = _EXTENSION.search(plain) if len(plain) <= MOST else None
    rest = plain[: found.start()] if found else plain
    parts = _SIGNS.findall(rest.removeprefix("+")) if len(plain) <= MOST else []
    number = _number(parts, rest.startswith("+"))
    if not number:
        raise ValueError("this is not one number that can be dialled")
    return Telephone(number, found[1] if found else "")


def _digit(sign: str) -> str:
    """Return a digit of any script as one of 0-9, a wide sign as the usual one; any other as it is."""
    if "\uff01" <= sign <= "\uff5e":
        return chr(ord(sign) - 0xFEE0)
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _number(parts: list[str], abroad: bool) -> str:
    """Return the digits of a number's parts, or nothing where they are not one number."""
    if not parts or not all(map(_PART.fullmatch, parts)) or not _placed(parts):
        return ""
    if abroad and "(0)" in parts:  # the zero that is dialled only at home, as in +44 (0)20
        parts = [part for part in parts if part != "(0)"]
    first = next((i for i, part in enumerate(parts) if part[0] in _LETTERS), len(parts))
    before, after = _dialled(parts[:first]), _dialled(parts[first:])
    if after and not _on_keys(parts[first:], before, after):
        return ""
    digits = before + after
    return ("+" if abroad else "") + digits if 3 <= len(digits) <= _most(digits, abroad) else ""


def _placed(parts: list[str]) -> bool:
    """Say whether the parts stand as in one number: brackets only before other digits, at most one pair."""
    ends = parts[0][0] in "(0123456789" and parts[-1][-1].isalnum()
    return ends and sum(part[0] == "(" and part != "(0)" for part in parts) <= 1 and not _several(parts)


def _several(parts: list[str]) -> bool:
    """Say whether a slash parts two whole numbers."""
    slashes = [i for i, part in enumerate(parts) if "/" in part]
    return any(min(len(_dialled(parts[:i])), len(_dialled(parts[i:]))) >= 6 or " " in parts[i] for i in slashes)


def _dialled(parts: list[str]) -> str:
    return "".join(_LETTERS.get(sign, sign) for part in parts for sign in part if sign.isdigit() or sign in _LETTERS)


def _on_keys(words: list[str], before: str, after: str) -> bool:
    """Say whether letters complete a number of North America: ten digits, eleven with the 1, seven without the area.

    Behind a number that is already whole they are words.
    """
    whole = re.sub("^1(?=.{10}|.{7}$)", "", before + after)
    return (
        len(whole) in (7, 10)
        and len(before.removeprefix("1")) not in (7, 10)
        and bool(before)
        and not any(part[0].isdigit() or part[0] == "(" for part in words)
    )


def _most(digits: str, abroad: bool) -> int:
    """Return how many digits a number may have: 15 (ITU-T E.164), with what is dialled to get out of a country 18."""
    if abroad:
        return 11 if digits[0] == "1" else 15
    return 18 if digits.startswith(("00", "011")) else 12
