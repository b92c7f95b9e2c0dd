"""Plain words: what a text of the catalog, of front matter or of a translation must not hold.

A fault is a ``PydanticCustomError``: its type is the problem's code, its text names the sign, its place and the cure.
"""

import html
import re
from html.entities import html5

from pydantic_core import PydanticCustomError

# Where a browser would see a tag or a comment (HTML, 13.2.5.6 "Tag open state"); "a < b" and "<3" stay words.
_TAG = re.compile(r"<(?:/?[A-Za-z]|!|\?)[^>]*>?")
# An address that runs or holds something; "Data: a story" and "JavaScript: a primer" stay words.
SCRIPT = re.compile(r"(?i)\b(?:(?:java|vb)script:\S|data:(?:[a-z]+/[a-z0-9.+-]+)?(?:;[a-z0-9=-]+)*,)")
# Invisible signs that reorder text: embeddings, overrides and isolates (Unicode TR9; TR36, 2.10.1).
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Control characters but the line end, other line ends, and halves of characters, which no file can hold.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Letters that only one font draws (Unicode, 23.5 "Private-Use Characters").
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Marks of Markdown that would be printed as they are. Stars with blanks inside, as in "5 * 3", stay words.
_MARKDOWN = re.compile(
    r"!?\[[^\[\]\n]{1,300}\]\([^()\s]{1,2000}\)"
    r"|(?<![*\w])\*{1,3}(?=[^\s*])[^*\n]{0,300}?[^\s*]\*{1,3}(?![*\w])|(?<![_\w])__(?=[^\s_])[^_\n]{0,300}?[^\s_]__(?![_\w])"
    r"|(?<![`\w])`[^`\n]{1,300}`(?![`\w])|(?<!~)~~(?=[^\s~])[^~\n]{1,300}~~|^[ ]{0,3}#{1,6}[ ]+\S",
    re.MULTILINE,
)
# UTF-8 that was read as Windows-1252: a first byte and those that follow it, as letters.
_LEADS = "\u00c2-\u00f4"
_FOLLOWERS = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "".join(map(chr, range(0x80, 0xA0)))
_DOUBLE = re.compile(f"(?:[{_LEADS}][{re.escape(_FOLLOWERS)}]{{1,3}})+")
# Without any of these signs, and printable, a text has no fault. A letter with an accent alone is no sign of one.
_SIGNS = re.compile(f"[<:&\\[*_`~#{_LEADS}\ufffd](?:(?<![{_LEADS}])|(?=[{re.escape(_FOLLOWERS)}]))")
_MARKS = re.compile(r"[\[*_`~#]")  # each form of _MARKDOWN has one of these
# A capital before a closing quote is a word that ends, as in "CAFÉ”": no sign of two bytes.
_CLOSING = "\u2019\u201d\u00bb\u2026\u2013\u2014\u203a"


def _fault(code: str, message: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(code, message, values)


_BLANKS = re.compile(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """Return a text with one blank between its words. Blanks that hold words together, as before «!», stay."""
    plain = text.isprintable() and "  " not in text  # so are most: they need only be looked at
    return (text if plain else _BLANKS.sub(" ", text)).strip(" ")


def shown(text: object, most: int = 60) -> str:
    """Return a text fit for a message: short, in one line and with every sign visible."""
    line = " ".join(str(text).split())
    return "".join(c if c.isprintable() else "?" for c in line[:most]) + "…" * (len(line) > most)


def behind(text: str, place: int) -> str:
    """Return where in a text a sign stands, in words: behind the few before it."""
    before = shown(text[max(0, place - 20) : place])
    return f"behind '{before}'" if before else "at the beginning"


def require_plain(text: str) -> str:
    """Return ``text`` if it is plain words. Raises PydanticCustomError with the code of what is not."""
    visible = text.isprintable() or text.replace("\n", " ").isprintable()
    if visible and not _SIGNS.search(text):
        return text  # no sign that any of the faults needs; many texts end here
    if "<" in text and (found := _TAG.search(text)):
        raise _fault("raw-html", "HTML is not allowed here: write plain words instead of '{tag}'", tag=shown(found[0]))
    if ":" in text and SCRIPT.search(text):
        raise _fault("script-address", "a script address is not allowed in a text: take it out")
    if not visible:
        _require_visible(text)
    _require_own_signs(text)
    return text


def _require_visible(text: str) -> None:
    """Raise PydanticCustomError for a sign that is not seen, or that only some see."""
    if found := _BIDI.search(text):
        raise _sign("bidi-override", "an invisible character that reorders text ({sign}) {where}: delete it", found)
    if found := re.search("\t", text):
        raise _sign("tab", "a tab inside a text {where}: put a blank in its place", found)
    if found := _CONTROL.search(text):
        cure = "an invisible control character ({sign}) {where}: delete it and type the words again"
        raise _sign("control-character", cure, found)
    if found := PRIVATE.search(text):
        cure = (
            "a letter that only one font can draw ({sign}) {where}: put the letter or sign in its place that is meant"
        )
        raise _sign("private-letter", cure, found)


def _sign(code: str, message: str, found: re.Match[str]) -> PydanticCustomError:
    sign, where = f"U+{ord(found[0]):04X}", behind(found.string, found.start())
    return _fault(code, message, sign=sign, where=where)


def _require_own_signs(text: str) -> None:
    """Raise PydanticCustomError for what HTML, Markdown or a wrong encoding left in a text."""
    if "&" in text and (
        found := next((e for e in _ENTITY.finditer(text) if e[0][1] == "#" or e[0][1:] in html5), None)
    ):
        raise _fault(
            "html-entity", "'{entity}' would be shown as it is: {cure}", entity=found[0], cure=_meant(found[0])
        )
    if _MARKS.search(text) and (found := _MARKDOWN.search(text)):
        cure = "'{marks}' is Markdown, and would be shown as it is: write the words alone"
        raise _fault("markdown-marks", cure, marks=shown(found[0], 40))
    if "\ufffd" in text:
        where = behind(text, text.index("\ufffd"))
        raise _fault("broken-letters", "a letter was lost {where} (U+FFFD): type it again", where=where)
    if broken := broken_letters(text):
        cure = "'{broken}' was '{whole}' before it was saved in the wrong encoding: write it so"
        raise _fault("broken-letters", cure, broken=broken[0], whole=broken[1])


def _meant(entity: str) -> str:
    sign = html.unescape(entity)
    if sign.strip() and sign.isprintable():
        return f"write '{sign}'"
    return "write a blank" if not sign.strip() else "delete it, for it stands for an invisible sign"


def broken_letters(text: str) -> tuple[str, str] | None:
    """Return letters that are UTF-8 read in another encoding, and what they were; None where there are none."""
    for found in _DOUBLE.finditer(text):
        try:
            whole = b"".join(map(_byte, found[0])).decode()
        except UnicodeDecodeError:
            continue
        before = text[found.start() - 1 : found.start()]
        ends_a_word = len(whole) == 1 and found[0][1] in _CLOSING and not (before.isascii() and before.islower())
        if not ends_a_word and not (len(whole) == 1 and found[0][0] not in "\u00c2\u00c3\u00e2\u00f0"):
            return found[0], whole
    return None


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")
