"""Bare addresses in a text are links: GitHub's rule ("Autolinks (extension)"), and the marks of other scripts.

GitHub ends an address at the next blank, without the marks of a Latin sentence. Here it ends as well before the full
stop, comma, quotation mark or bracket of any other script, and may begin right behind a sign of a script that sets no
blanks. Every sign is looked at a fixed number of times.
"""

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

AT = "at"  # where a token keeps the start and end of what was written, in the text of its paragraph
BARE = "bare"  # of a token: the link was made of an address that stands in the text
_HOST = re.compile(r"[^\s\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]+")
_DOMAIN = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_LOCAL = re.compile(r"[A-Za-z0-9.+_-]")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
# What may stand inside a word, and so inside an address: an apostrophe, hyphens, dots of Catalan and Japanese,
# marks that Armenian sets on a vowel, those of Hebrew, joiners of Persian and Hindi.
_WITHIN = frozenset("‘’‐‑–·‧・՚՛՜՞־׳״\u200c\u200d")
_BLANK = frozenset(" \t\n\r\x0b\x0c\x00<")
_LAST = frozenset("?!.,:;*_~'\"[]")


def autolinks(md: MarkdownIt) -> None:
    """Let a parser make links of bare addresses."""
    md.inline.add_terminator_char("w")
    md.inline.ruler.push("bare_www", _www)
    md.inline.ruler.push("bare_web", _web)
    md.inline.ruler.push("bare_mail", _mail)


def _web(state: StateInline, silent: bool) -> bool:
    """``https://example.org``, seen from its colon."""
    src, pos = state.src, state.pos
    if silent or state.linkLevel or not src.startswith("://", pos):
        return False
    scheme = next((name for name in ("https", "http") if src.endswith(name, 0, pos)), "")
    start = pos - len(scheme)
    if not scheme or _of_a_word(src[start - 1 : start]):
        return False
    end = _end(src, start, state.posMax)
    host = _HOST.match(src, pos + 3, end)
    return bool(host and _is_host(host[0])) and _link(state, start, end)


def _www(state: StateInline, silent: bool) -> bool:
    """``www.example.org``."""
    src, pos = state.src, state.pos
    before = src[pos - 1 : pos]
    if silent or state.linkLevel or not src.startswith("www.", pos):
        return False
    if before.isascii() and before and not before.isspace() and before not in "*_~(":
        return False
    end = _end(src, pos, state.posMax)
    host = _HOST.match(src, pos + 4, end)
    return bool(host and "." in host[0] and _is_host(host[0])) and _link(state, pos, end, "http://")


def _mail(state: StateInline, silent: bool) -> bool:
    """``office@example.org``, also with ``mailto:`` before it, seen from its ``@``."""
    src, pos, start = state.src, state.pos, state.pos
    if silent or state.linkLevel or src[pos] != "@":
        return False
    while start and _LOCAL.match(src, start - 1):
        start -= 1
    domain = _DOMAIN.match(src, pos + 1, state.posMax)
    if start == pos or not domain or src[start - 1 : start] == "/" or src.startswith("@", domain.end()):
        return False
    if not domain[0][-1].isalnum():
        return False
    named = src.endswith("mailto:", 0, start)
    return _link(state, start - 7 * named, domain.end(), "" if named else "mailto:")


def _of_a_word(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _is_host(host: str) -> bool:
    return host[0] != "." and "_" not in "".join(host.rstrip(".").split(".")[-2:])


def _end(src: str, start: int, stop: int) -> int:
    """Return where the address ends that begins at ``start``."""
    end = next((n for n in range(start, stop) if _ends(src[n])), stop)
    opened, closed = src.count("(", start, end), src.count(")", start, end)
    while end > start:
        last = src[end - 1]
        if last == ")" and closed > opened:
            closed -= 1
        elif last == ";" and (entity := _ENTITY.search(src, max(start, end - 40), end)):
            end = entity.start() + 1
        elif last not in _LAST and last not in _WITHIN:
            break
        end -= 1
    return end


def _ends(sign: str) -> bool:
    """Return whether no address goes on with this sign: a blank, a mark beyond ASCII, one that is not seen."""
    if sign.isascii() or sign in _WITHIN:
        return sign in _BLANK
    kind = unicodedata.category(sign)
    return kind[0] in "PZ" or kind == "Cf" or (kind[0] == "S" and unicodedata.east_asian_width(sign) == "F")


def _link(state: StateInline, start: int, end: int, scheme: str = "") -> bool:
    """Make the link; what stands before ``state.pos`` was taken for text."""
    written = state.src[start:end]
    read = written[: state.pos - start]
    if end <= state.pos or not state.pending.endswith(read):
        return False
    state.pending = state.pending[: len(state.pending) - len(read)]
    opening = state.push("link_open", "a", 1)
    opening.attrs, opening.markup, opening.info = {"href": scheme + written}, "autolink", BARE
    opening.meta[AT] = (start, end)
    state.push("text", "", 0).content = written
    closing = state.push("link_close", "a", -1)
    closing.markup, closing.info = "autolink", BARE
    state.pos = end
    return True
