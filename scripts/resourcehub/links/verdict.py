"""What a visit means. Whom a server keeps out does not know whether the page is gone: 401, 403, 429 never say so."""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from resourcehub.catalog.addresses import key
from resourcehub.catalog.visits import Sort
from resourcehub.links.visit import LOOP, NO_HOST, SLOW, Visit


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sort of an address, why, where it has moved to, and what its page is called."""

    sort: Sort
    why: str = ""
    target: str = ""
    title: str = ""


_LOST = re.compile(r"(?i)\b404\b|not found|no longer (?:available|exists)|page (?:is )?missing|no encontrad")


def made_up(address: str, found: Visit, known: str) -> str | None:
    """Return an address of the same host that never was, where the answer to it tells more; else None.

    It is worth asking where a visit was sent elsewhere, or the page calls itself lost, or other than it did before.
    """
    if not 200 <= found.status < 300:
        return None
    elsewhere = key(found.address) != key(address)
    if not (elsewhere or _LOST.search(found.title) or (known and known != found.title)):
        return None
    parts = urlsplit(address)
    folder = parts.path.rstrip("/").rpartition("/")[0]
    name = hashlib.sha256(address.encode()).hexdigest()[:12]
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/no-such-page-{name}", "", ""))


def judge(address: str, found: Visit, other: Visit | None) -> Verdict:
    """Return what a visit of ``address`` means; ``other`` is that of an address which never was."""
    if found.status == 0:
        return Verdict(_unanswered(found.fault), found.fault)
    if found.status in (404, 410):
        return Verdict(Sort.GONE, f"the server answers {found.status}")
    if found.status >= 500:
        return Verdict(Sort.SILENT, f"the server answers {found.status}")
    if not 200 <= found.status < 300:
        return Verdict(Sort.BLOCKED, f"the server answers {found.status}")
    if other and _same(found, other):
        return Verdict(Sort.CHANGED, "the server answers as for a page that never was", title=found.title)
    if found.permanent and found.address != address:
        return Verdict(Sort.MOVED, "the server says that it has moved for good", found.address, found.title)
    return Verdict(Sort.GOOD, title=found.title)


def _unanswered(fault: str) -> Sort:
    if fault == NO_HOST:
        return Sort.GONE
    return Sort.SILENT if fault in (LOOP, SLOW) or fault.startswith("no connection") else Sort.BLOCKED


def _same(found: Visit, other: Visit) -> bool:
    """Say whether two answers are one: they ended at one page, or have one title."""
    if not 200 <= other.status < 300:
        return False
    return key(other.address) == key(found.address) or (bool(found.title) and other.title == found.title)
