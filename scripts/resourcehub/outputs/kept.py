"""What a reader's device stores who keeps a language for reading without internet: a list of files, each with a digest.

The list is read by ``overrides/assets/keep.js``. A file is fetched again only when its digest has changed.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from resourcehub.hub import Hub
from resourcehub.outputs.search import index_path
from resourcehub.site import Look, offline_paths, paths
from resourcehub.voice import KEEP, Voice

# Every build writes a new day into the foot of each page; that alone makes no page new.
_DAY = re.compile(rb'<p class="hub-version">.*?</p>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kept:
    """The list as JSON, and how many bytes its files weigh on the way to the device."""

    text: str
    size: int


def kept_addresses(hub: Hub, voice: Voice, look: Look) -> list[str]:
    """Return the addresses, below the root of the site, of all that a locale's pages need."""
    prefix = hub.settings.prefix(voice.locale.tag)
    pages = dict.fromkeys((*offline_paths(hub, voice), *paths(voice)))
    dress = (look.style, look.signs, look.script, look.search, look.favicon, look.logo)
    return [
        *(f"{prefix}{path}" for path in pages if path != KEEP),
        *(address for address in dress if address),
        *hub.drawings,
        index_path(prefix),
    ]


def kept_list(files: Mapping[str, bytes]) -> Kept:
    """Return the list of ``files``: content by address below the root, ``es/about/`` or ``assets/hub.js?1a``."""
    rows = {address: _digest(content) for address, content in files.items()}
    version = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]
    text = json.dumps({"version": version, "files": rows}, ensure_ascii=False, separators=(",", ":"))
    return Kept(text + "\n", sum(len(zlib.compress(content)) for content in files.values()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(_DAY.sub(b"", content)).hexdigest()[:8]
