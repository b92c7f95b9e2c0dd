"""What dresses the pages: stylesheet, scripts, icons and logo, with addresses that change when the files do."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from resourcehub.languages.locales import Locale
from resourcehub.markup.chrome import Look
from resourcehub.pages.voice import FACT_ICONS


class Published(Protocol):
    """A file that the engine publishes: its address below the site's root and where it is now."""

    @property
    def dest_uri(self) -> str:
        """Address relative to the root of the site."""

    @property
    def content_bytes(self) -> bytes:
        """What it holds."""


# The icons of the frame and of cards: they stand on most pages, so they are drawn once, in a stylesheet. So are those
# of the catalog's kinds, topics and audiences. Any other icon is drawn where it stands.
ICONS = (
    *("archive-outline", "check-circle-outline", "close-circle-outline", "email-outline", "home-heart"),
    *("magnify", "map-marker-outline", "menu", "message-text-outline", "open-in-new", "phone", "share-variant"),
    *("translate-off", "whatsapp"),
    *FACT_ICONS.values(),
)


def dress(theme: Any, files: Iterable[Published]) -> Look:
    """Return the look of the site from the theme's settings (``logo``, ``favicon``) and the published files."""
    known = {f.dest_uri: f for f in files}
    favicon = theme["favicon"] if theme["favicon"] in known else "assets/hub.svg"
    names = ("hub.css", "signs.css", "hub.js", "search.js")
    style, signs, script, search = (_stamped(known[f"assets/{name}"]) for name in names)
    return Look(style, signs, script, search, favicon, _logo(theme))


def pictures(drawings: Mapping[str, str]) -> str:
    """Return the style rules that draw icons, from name -> SVG: as masks they take the colour of the words around."""
    facts = {icon: f",.hub-fact-{fact}" for fact, icon in FACT_ICONS.items()}  # cards hold many: they name no icon
    rules = (
        f".hub-icon-{name}{facts.get(name, '')}{{--hub-icon:{_data(svg)}}}\n" for name, svg in sorted(drawings.items())
    )
    return "".join((*rules, ".hub-icon,.hub-card .hub-facts>div::before{background:currentcolor}\n"))


def _data(svg: str) -> str:
    quoted = svg.replace('"', "'").replace("%", "%25").replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
    return f'url("data:image/svg+xml,{quoted}")'


def _logo(theme: Any) -> str | None:
    logo = theme.get("logo", None)
    return str(logo) if logo else None


def _stamped(file: Published) -> str:
    """Add a digest of the content, so that browsers keep the file until it changes."""
    return f"{file.dest_uri}?{hashlib.sha256(file.content_bytes).hexdigest()[:8]}"


TALL = frozenset({"Arab", "Deva", "Guru", "Beng", "Khmr", "Laoo", "Mymr", "Thai", "Ethi", "Hebr"})
SQUARE = frozenset({"Hans", "Hant", "Jpan", "Kore"})
ALPHABETS = frozenset({"Latn", "Cyrl", "Grek"})
LATIN_SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif'
LATIN_DISPLAY = '"Iowan Old Style","Palatino Linotype",Palatino,Charter,"Noto Serif",Georgia,serif'


def faces(locales: Iterable[Locale]) -> str:
    """Return the style rules that set each language in its own faces, with the leading its script needs.

    Slanted letters harm reading in scripts that have none of their own, so there emphasis is upright.
    """
    return "".join(_face(locale) for locale in locales)


def _face(locale: Locale) -> str:
    alphabet = locale.script in ALPHABETS
    sans = locale.fonts or LATIN_SANS
    display = LATIN_DISPLAY if alphabet and not locale.fonts else "var(--hub-sans)"
    leading, heading = (1.75, 1.4) if locale.script in TALL else (1.7, 1.35) if locale.script in SQUARE else (1.55, 1.2)
    values = {"sans": sans, "display": display, "leading": leading, "heading": heading} | _marks(locale)
    rule = f":lang({locale.tag}){{{''.join(f'--hub-{name}:{value};' for name, value in values.items())}}}"
    rule += f':lang({locale.tag}) q{{quotes:"{locale.quotes[0]}" "{locale.quotes[1]}"}}'
    rule += "" if alphabet else f":lang({locale.tag}) :is(cite,em,q){{font-style:normal}}"
    return rule + (_larger(locale.tag) if locale.script == "Arab" else "") + "\n"


def _marks(locale: Locale) -> dict[str, str]:
    """Return the marks of the language that the stylesheet puts between words, where they are not Latin ones."""
    comma, colon = locale.comma, locale.colon
    return ({} if comma == ", " else {"comma": f'"{comma}"'}) | ({} if colon == ": " else {"colon": f'"{colon}"'})


def _larger(tag: str) -> str:
    """Arabic letters have small bodies: beside Latin ones of one size they look smaller. Quotes are angled."""
    return (
        f"html:lang({tag}){{font-size:112.5%}}:not(:lang({tag}))>[lang={tag}]{{font-size:1.125em}}"
        f':lang({tag}) q{{quotes:"\u00ab" "\u00bb"}}'
    )
