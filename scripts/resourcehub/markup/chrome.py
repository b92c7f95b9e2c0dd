"""The parts of a page that are the same all over one locale: names, menus, foot; and the page for a lost reader."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from resourcehub import __version__
from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale, Text
from resourcehub.options import Statistics
from resourcehub.pages.authored import in_locale, path_of
from resourcehub.pages.reach import Letterhead, letterhead
from resourcehub.pages.voice import Link, Voice


@dataclass(frozen=True, slots=True)
class Language:
    """A locale of the site and the folder its pages live in (``es/``; the source language lives at the root)."""

    locale: Locale
    prefix: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What the frame of every page of one locale shows. ``few`` are languages with a few pages only."""

    name: Text
    prefix: str
    source: Locale
    original: bool
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    languages: tuple[Language, ...]
    few: tuple[Language, ...]
    contact: Letterhead | None
    statistics: Statistics | None
    look: "Look"
    early: Markup
    policy: str | None
    version: str
    built: Text


@dataclass(frozen=True, slots=True)
class Look:
    """Addresses of the files that dress a page, relative to the root of the site."""

    style: str
    signs: str
    script: str
    search: str
    favicon: str
    logo: str | None = None


def chrome(hub: Hub, voice: Voice, name: Text, look: Look, built: date, early: Markup, policy: str | None) -> Chrome:
    """Return the constant parts of a locale's pages.

    ``built`` is the day shown in the foot, ``early`` the script that runs before anything is drawn, ``policy`` what
    the page may load (None: no policy, for a preview that reloads by a script of its own).
    """
    settings = hub.settings
    return Chrome(
        name=name,
        prefix=settings.prefix(voice.locale.tag),
        source=hub.registry[settings.source],
        original=settings.source in settings.published,
        menu=tuple(_entry(key, hub, voice) for key in settings.menu),
        footer=tuple(_entry(key, hub, voice) for key in settings.footer or ()),
        languages=tuple(_language(tag, hub) for tag in settings.published if hub.speaks(tag)),
        few=tuple(_language(tag, hub) for tag in settings.published if not hub.speaks(tag)),
        contact=letterhead(settings.contact, voice),
        statistics=settings.statistics,
        look=look,
        early=early,
        policy=policy,
        version=__version__,
        built=voice.day(built),
    )


def _language(tag: str, hub: Hub) -> Language:
    return Language(hub.registry[tag], hub.settings.prefix(tag))


def _entry(key: str, hub: Hub, voice: Voice) -> Link:
    if key == "resources/index.md":
        return Link(voice.words.get("Resources"), path_of(key))
    document = in_locale(key, hub.documents, voice)
    return Link(Text(document.meta.menu or document.meta.title, hub.registry[document.locale]), path_of(key))
