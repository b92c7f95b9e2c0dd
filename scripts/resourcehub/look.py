"""What dresses the pages: stylesheets, script, icon and logo, with addresses that change when the files do."""

import hashlib
from collections.abc import Iterable
from typing import Any, Protocol

from resourcehub.site import Look


class Published(Protocol):
    """A file that the engine publishes: its address below the site's root and where it is now."""

    @property
    def dest_uri(self) -> str:
        """Address relative to the root of the site."""

    @property
    def content_bytes(self) -> bytes:
        """What it holds."""


def dress(theme: Any, files: Iterable[Published]) -> Look:
    """Return the look of the site from the theme's settings (``logo``, ``favicon``) and the published files."""
    known = {f.dest_uri: f for f in files}
    stock = sorted(uri for uri in known if uri.startswith("assets/stylesheets/main."))
    own = _stamped(known["assets/hub.css"])
    favicon = theme["favicon"] if theme["favicon"] in known else "assets/hub.svg"
    return Look((*stock, own), _stamped(known["assets/hub.js"]), favicon, _logo(theme))


def _logo(theme: Any) -> str | None:
    return theme["logo"] if "logo" in theme else None


def _stamped(file: Published) -> str:
    """Add a digest of the content, so that browsers keep the file until it changes."""
    return f"{file.dest_uri}?{hashlib.sha256(file.content_bytes).hexdigest()[:8]}"
