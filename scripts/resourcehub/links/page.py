"""What a page of the web says of itself, for an entry that is being written."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from resourcehub.catalog.fields import is_language
from resourcehub.catalog.tongues import is_named
from resourcehub.links.polite import client
from resourcehub.links.visit import Pace, Turn, is_public, visit

# What opens, by the kind that a server names (IANA, media types); anything else is a web page.
_FORMATS = {"application/pdf": "pdf", "video": "video", "audio": "audio"}
_DOCUMENTS = ("application/msword", "application/vnd.", "application/rtf", "text/plain")

_LEAST = 50_000  # bytes that are worth telling of a file


@asynccontextmanager
async def _at_once(_: str) -> AsyncIterator[Turn]:
    yield Turn()


def facts_of(address: str, allowed: Callable[[str], bool] = is_public, pace: Pace | None = None) -> dict[str, str]:
    """Return what the page at an address says: its title, language, format and size, as far as it does.

    A person reads all of it before it stays. Nothing where the page cannot be read, or is in a private network.
    """
    pace = pace or Pace(tries=1)

    async def ask() -> dict[str, str]:
        async with client("", pace.timeout, allowed) as web:
            found = await visit(web, address, _at_once, pace)
        if not 200 <= found.status < 300:
            return {}
        language = found.language.replace("_", "-")
        known = language if is_language(language) and is_named(language) else ""
        form = _format(found.kind)
        large = found.size is not None and found.size >= _LEAST and form != "web-page"
        size = f"{(found.size or 0) / 1_000_000:.1f}" if large else ""
        given = {"title": found.title, "languages": known, "format": form, "megabytes": size}
        return {name: value for name, value in given.items() if value}

    return asyncio.run(ask())


def _format(kind: str) -> str:
    if kind.startswith(_DOCUMENTS):
        return "document"
    return _FORMATS.get(kind) or _FORMATS.get(kind.partition("/")[0], "web-page")
