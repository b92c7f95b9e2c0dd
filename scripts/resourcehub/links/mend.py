"""What can be proposed for addresses that moved or broke: the new address, or a saved copy."""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping

import httpx

from resourcehub.catalog.fields import require_address
from resourcehub.catalog.visits import Record, Sort
from resourcehub.hub import Hub
from resourcehub.links.polite import client
from resourcehub.links.visit import is_public

# Internet Archive, "Wayback Availability JSON API".
ARCHIVE = "https://archive.org/wayback/available"
_SECONDS = 30.0


def moves(hub: Hub, records: Mapping[str, Record]) -> dict[str, dict[str, str]]:
    """Return the fields to set, by resource, where an address has moved for good to one that can be used."""
    found = {}
    for resource in hub.file.catalog.resources:
        record = records.get((resource.url or "").partition("#")[0])
        if record and record.sort == Sort.MOVED and _usable(record.target):
            found[resource.id] = {"url": record.target}
    return found


def lost(hub: Hub, records: Mapping[str, Record]) -> dict[str, str]:
    """Return the addresses that are broken and have no saved copy, by resource."""
    return {
        r.id: r.url
        for r in hub.file.catalog.resources
        if r.url and not r.archived and (record := records.get(r.url.partition("#")[0])) and record.broken
    }


def _usable(address: str) -> bool:
    try:
        return require_address(address) == address
    except ValueError:
        return False


def copies(
    addresses: Iterable[str], about: str = "", archive: str = ARCHIVE, allowed: Callable[[str], bool] = is_public
) -> dict[str, str]:
    """Return saved copies of addresses, one question after the other; those that have none are left out."""

    async def ask() -> dict[str, str]:
        async with client(about, _SECONDS, allowed) as web:
            found = {address: await _copy(web, archive, address) for address in addresses}
        return {address: copy for address, copy in found.items() if copy}

    return asyncio.run(ask())


async def _copy(web: httpx.AsyncClient, archive: str, address: str) -> str:
    """Return the address of the newest saved copy, or nothing: an archive that does not answer is no fault."""
    try:
        answer = (await web.get(archive, params={"url": address})).json()
        nearest = answer["archived_snapshots"]["closest"]
        copy = str(nearest["url"]).replace("http://", "https://", 1) if nearest["available"] is True else ""
    except (httpx.HTTPError, json.JSONDecodeError, KeyError, TypeError):
        return ""
    return copy if _usable(copy) else ""
