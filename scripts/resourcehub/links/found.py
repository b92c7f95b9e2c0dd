"""The addresses that a hub itself leads to, and who names each of them. Those of a hub below are that hub's matter."""

from collections.abc import Iterator

from resourcehub.catalog.model import Status
from resourcehub.hub import Hub
from resourcehub.rules.pagelinks import page_links


def addresses(hub: Hub) -> dict[str, list[str]]:
    """Return each address of the web with the ids of entries and the paths of pages that lead to it."""
    found: dict[str, list[str]] = {}
    for address, name in (*_entries(hub), *_pages(hub)):
        if address.startswith(("http://", "https://")) and name not in found.setdefault(address.partition("#")[0], []):
            found[address.partition("#")[0]].append(name)
    return found


def _entries(hub: Hub) -> Iterator[tuple[str, str]]:
    for section, names in (("resources", ("url", "listed_at")), ("citations", ("URL",))):
        for entry in hub.file.entries.get(section, ()):
            if entry.source.file.startswith(hub.settings.below) or entry.fields.get("status") == Status.RETIRED:
                continue
            rows = entry.fields.get("editions")
            editions = [row.get("url") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
            for address in (*(entry.fields.get(name) for name in names), *editions):
                if isinstance(address, str) and entry.id:
                    yield address, entry.id


def _pages(hub: Hub) -> Iterator[tuple[str, str]]:
    for document in hub.documents:
        if not document.source.file.startswith(hub.settings.below):
            yield from ((target, document.path) for _, target in page_links(document))
