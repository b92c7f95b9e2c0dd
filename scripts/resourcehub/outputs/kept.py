"""What a reader's device stores who keeps a language for reading without internet: a list of files, each with a digest.

The list is read by ``overrides/assets/keep.js``. A file is fetched again only when its digest has changed.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from resourcehub.hub import Hub
from resourcehub.markup.chrome import Look
from resourcehub.pages.authored import path_of
from resourcehub.pages.browse import active
from resourcehub.pages.inventory import paths
from resourcehub.pages.voice import KEEP, SEARCH, Voice, resource_path

# Every build writes a new day into the foot of each page; that alone makes no page new.
_DAY = b'<p class="hub-version">', b"</p>"


# What is not compressed to be weighed: with more files, a few tell how well the others are compressed.
_ALL, _SOME = 256, 64


class Leaf(NamedTuple):
    """A file that may be kept: a digest that changes when its reader should have it anew, and its bytes."""

    digest: str
    size: int


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


def leaf(content: bytes) -> Leaf:
    """Return what the list tells of a file."""
    start = content.rfind(_DAY[0])
    lasting = content if start < 0 else content[:start] + content[content.find(_DAY[1], start) :]
    return Leaf(hashlib.sha256(lasting).hexdigest()[:8], len(content))


def kept_list(files: Mapping[str, Leaf], read: Callable[[str], bytes]) -> Kept:
    """Return the list of ``files`` by address below the root (``es/about/``, ``assets/hub.js?1a``).

    ``read`` returns what lies at one.
    """
    rows = {address: file.digest for address, file in files.items()}
    version = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]
    text = json.dumps({"version": version, "files": rows}, ensure_ascii=False, separators=(",", ":"))
    return Kept(text + "\n", _weight(files, read))


def _weight(files: Mapping[str, Leaf], read: Callable[[str], bytes]) -> int:
    """Return about how many bytes the files are when they are compressed on their way."""
    some = list(files)[:: 1 if len(files) <= _ALL else len(files) // _SOME]
    whole, part = (sum(files[address].size for address in group) for group in (files, some))
    return round(sum(len(zlib.compress(read(address))) for address in some) * whole / (part or 1))
