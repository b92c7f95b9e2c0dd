"""What a page may load: its Content-Security-Policy, given in a ``meta`` tag."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from resourcehub.markup.forms import attribute


def policy(scripts: Iterable[str] = (), hosts: Iterable[str] = ()) -> Markup:
    """Return a page's Content-Security-Policy (W3C, level 3): all from this site, inline ``scripts`` by their digest.

    ``hosts`` may serve scripts and be reported to; a site has none unless it says so in its settings.
    """
    return _policy(
        {
            "script-src": ["'self'", *map(_digest, scripts), *hosts],
            "style-src": ["'self'"],
            "img-src": ["'self'", "data:"],
            "connect-src": ["'self'", *hosts],
            "form-action": ["'self'"],
        }
    )


def with_script(page: bytes, script: bytes) -> bytes:
    """Return a page whose policy allows one more script: that of a preview, which is another one in each answer."""
    return page.replace(b"script-src 'self'", f"script-src 'self' {_digest(script.decode())}".encode(), 1)


def closed_policy(script: str, style: str) -> Markup:
    """Return the policy of a file that holds all it needs: one script, one style, pictures inside it."""
    return _policy({"script-src": [_digest(script)], "style-src": [_digest(style)], "img-src": ["data:"]})


def _policy(rules: Mapping[str, Iterable[str]]) -> Markup:
    """Return a policy as it stands in an attribute: a template would write four signs more for each quote."""
    whole = {"default-src": ["'none'"], **rules, "base-uri": ["'none'"]}
    return Markup(attribute(";".join(" ".join((name, *values)) for name, values in whole.items())))  # noqa: S704 - escaped


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
