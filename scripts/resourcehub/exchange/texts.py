"""What a hub has to translate into one language, as rows that know where their words are kept."""

from dataclasses import dataclass
from pathlib import Path

from resourcehub.exchange.row import Row
from resourcehub.exchange.spans import Span
from resourcehub.hub import Hub
from resourcehub.languages.units import Unit
from resourcehub.shipped import PACKAGE


@dataclass(frozen=True, slots=True)
class Home:
    """Where words of a language are kept: a folder, the path of the main PO file in it, and its plural rule."""

    root: Path
    file: str
    plurals: str


@dataclass(frozen=True, slots=True)
class PoText:
    """A text that a PO file holds: its unit, and which of its forms."""

    row: Row
    unit: Unit
    form: int
    home: Home


@dataclass(frozen=True, slots=True)
class PageText:
    """A text of a page: ``key`` names the page, ``part`` a place in its front matter or paragraphs of its body."""

    row: Row
    key: str
    part: str | Span


Text = PoText | PageText


def catalog_file(hub: Hub, tag: str) -> tuple[Path, str]:
    """Return where a site keeps the words of its catalog."""
    return hub.settings.root, f"{hub.settings.docs}/translations/{tag}.po"


def interface_file(hub: Hub, tag: str) -> tuple[Path, str]:
    """Return where the words of the interface are kept: in the program itself only by those who work on it."""
    own = f"languages/locales/{tag}.po"
    at_work = (hub.settings.root / "scripts/resourcehub").resolve() == PACKAGE.resolve()
    return (PACKAGE, own) if at_work and (PACKAGE / own).is_file() else catalog_file(hub, tag)


def address(hub: Hub, tag: str, path: str) -> str:
    """Return where readers see a text, in full where the site's address is known."""
    return hub.full_address(tag, path) or f"/{hub.settings.prefix(tag)}{path}"
