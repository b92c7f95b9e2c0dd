"""What a reader's device stores who keeps a language for reading without internet: a list of files, each with a digest.

The list is read by ``overrides/assets/keep.js``. A file is fetched again only when its digest has changed.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resourcehub.hub import Hub
from resourcehub.markup.chrome import Look
from resourcehub.pages.authored import path_of
from resourcehub.pages.browse import active
from resourcehub.pages.inventory import paths
from resourcehub.pages.voice import KEEP, SEARCH, Voice, resource_path

# Every build writes a new day into the foot of each page; that alone makes no page new.
_DAY = re.compile(rb'<p class="hub-version">.*?</p>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kept:
    """The list as JSON, and how many bytes its files weigh on the way to the device."""

    text: str
    size: int


def kept_paths(hub: Hub, voice: Voice) -> list[str]:
    """Return the locale-free addresses of the pages a reader may keep: home, other authored pages, resources."""
    authored = [d for d in hub.documents if d.locale == voice.catalog.source and d.meta.offline and not d.meta.noindex]
    return [
        *sorted(path_of(d.key) for d in authored),
        *(resource_path(item.resource.id) for item in active(voice)),
    ]


def kept_addresses(hub: Hub, voice: Voice, look: Look, search: Iterable[str]) -> list[str]:
    """Return the addresses, below the root of the site, of all that a locale's pages need.

    ``search`` names the files below its ``search/``: of a large index the pieces, and cards many at a time.
    """
    prefix = hub.settings.prefix(voice.locale.tag)
    pages = dict.fromkeys((*kept_paths(hub, voice), *paths(voice)))
    dress = (look.style, look.signs, look.script, look.search, look.favicon, look.logo)
    return [
        *(f"{prefix}{path}" for path in pages if path != KEEP),
        *(address for address in dress if address),
        *_pictures(hub, prefix),
        *(f"{prefix}{SEARCH}{name}" for name in search),
    ]


def _pictures(hub: Hub, prefix: str) -> list[str]:
    """Return the addresses of the pictures that a language's pages may show: its own and those of the source."""
    locales = {hub.settings.prefix(tag) for tag in hub.settings.published} - {""}
    others = tuple(folder for folder in locales if folder != prefix)
    return [address for address in hub.pictures if not address.startswith(others)]


def kept_list(files: Mapping[str, bytes]) -> Kept:
    """Return the list of ``files``: content by address below the root, ``es/about/`` or ``assets/hub.js?1a``."""
    rows = {address: _digest(content) for address, content in files.items()}
    version = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]
    text = json.dumps({"version": version, "files": rows}, ensure_ascii=False, separators=(",", ":"))
    return Kept(text + "\n", sum(len(zlib.compress(content)) for content in files.values()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(_DAY.sub(b"", content)).hexdigest()[:8]
