"""Which addresses a page may link to: pages of the site, the web, a mail, a telephone. Anything else is no link."""

import re
from urllib.parse import urlsplit

from markdown_it.common.normalize_url import normalizeLink

SCHEMES = ("http", "https", "mailto", "tel")
# Characters that browsers drop from an address (WHATWG URL, "basic URL parser") or Markdown from its text.
_DROPPED = re.compile(r"[\x00-\x20\\<>]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


# A mail address as people have them (RFC 5321, 4.5.3.1 for its lengths): no quotes, comments or addresses in brackets.
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_MAIL = re.compile(rf"(?=[^@]{{1,64}}@)[\w+'-]+(?:\.[\w+'-]+)*@{_LABEL}(?:\.{_LABEL})*\.[^\W\d_][\w-]*")


def is_mail(text: str) -> bool:
    """Say whether a text is one mail address and nothing else."""
    return len(text) <= 254 and _MAIL.fullmatch(text) is not None


def scheme(address: str) -> str | None:
    """Return the scheme of an address as a browser sees it, in small letters; ``//`` where one is left out."""
    seen = _DROPPED.sub("", address).lower()
    found = _SCHEME.match(seen)
    return "//" if seen.startswith("//") else found[1] if found else None


def link_target(address: str) -> str | None:
    """Return an address as it stands in ``href``; None where a page must not link to it."""
    kind = scheme(address)
    if kind is not None:
        return normalizeLink(address) if kind in SCHEMES else None
    whole = normalizeLink(address.strip())
    path = whole.split("?")[0].split("#")[0]
    return path.replace("&", "%26") + whole[len(path) :]  # the engine looks for the file before signs are escaped


def picture_source(address: str) -> str | None:
    """Return the address of a picture as it stands in ``src``; None where it is not one of the site's own files."""
    return link_target(urlsplit(address).path) if scheme(address) is None and address.strip() else None
