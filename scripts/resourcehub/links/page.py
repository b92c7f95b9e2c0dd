"""What a page of the web says of itself, for an entry that is being written."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx

from resourcehub.catalog.fields import is_language
from resourcehub.catalog.tongues import is_named
from resourcehub.links.polite import agent
from resourcehub.links.visit import Guarded, Pace, Turn, is_public, visit

# What opens, by the kind that a server names (IANA, media types); anything else is a web page.
_FORMATS = {"application/pdf": "pdf", "video": "video", "audio": "audio"}
_DOCUMENTS = ("application/msword", "application/vnd.", "application/rtf", "text/plain")


@asynccontextmanager
async def _at_once(_: str) -> AsyncIterator[Turn]:
    yield Turn()


def facts_of(address: str, allowed: Callable[[str], bool] = is_public, pace: Pace | None = None) -> dict[str, str]:
    """Return what the page at an address says: its title, language, format and size, as far as it does.

    A person reads all of it before it stays. Nothing where the page cannot be read, or is in a private network.
    """
    pace = pace or Pace(tries=1)

    async def ask() -> dict[str, str]:
        async with httpx.AsyncClient(
            transport=Guarded(allowed), headers={"User-Agent": agent("")}, timeout=pace.timeout, trust_env=False
        ) as client:
            found = await visit(client, address, _at_once, pace)
        if not 200 <= found.status < 300:
            return {}
        language = found.language.replace("_", "-")
        known = language if is_language(language) and is_named(language) else ""
        size = f"{found.size / 1_000_000:.1f}" if found.size and found.size >= 50_000 else ""
        kind = found.kind
        given = {"title": found.title, "languages": known, "format": _format(kind)}
        return {n: v for n, v in given.items() if v} | (
            {"megabytes": size} if size and _format(kind) != "web-page" else {}
        )

    return asyncio.run(ask())


def _format(kind: str) -> str:
    if kind.startswith(_DOCUMENTS):
        return "document"
    return _FORMATS.get(kind) or _FORMATS.get(kind.partition("/")[0], "web-page")
