"""What a language tag means, by the Unicode CLDR (the Babel library), and what a wrong one was meant to be.

The form of a tag is the matter of ``fields.py``; languages that CLDR does not name are described by the site
(``languages/registry.py``).
"""

import difflib
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import exists

# Tags that are mostly typed for another language: no tag of their own, or that of a language few schools meet.
_COUNTRIES = {
    "kr": ("Korea", "ko"),
    "ch": ("China or Switzerland", "zh-Hans"),
    "tw": ("Taiwan", "zh-Hant"),
    "br": ("Brazil", "pt"),
    "la": ("Laos", "lo"),
    "se": ("Sweden", "sv"),
    "kg": ("Kyrgyzstan", "ky"),
}
_SLIPS = {
    "sp": "es",
    "hm": "hmn",
    "mandarin": "zh",
    "farsi": "fa",
    "dari": "prs",
    **{tag: language for tag, (_, language) in _COUNTRIES.items()},
}
# What people mean by the name of a language that is written in two scripts.
_SCRIPTS = {"zh": "zh-Hans"}


@cache
def _english() -> Locale:
    return Locale("en")


def is_named(tag: str, described: bool = False) -> bool:
    """Say whether CLDR names every part of a tag: language, script, and country or region; ``cmn`` is Chinese.

    Where the site describes the language itself, only the others count.
    """
    language, *rest = tag.split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    regions = [part for part in rest if part.isupper() or (len(part) == 3 and part.isdigit())]
    return (
        (described or language in _english().languages or within(language) is not None)
        and all(script in _english().scripts for script in scripts)
        and all(
            region in _english().territories and region not in get_global("territory_aliases") for region in regions
        )
    )


def name_of(tag: str) -> str:
    """Return a language's English name, or the tag where there is none."""
    names = _english().languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.split("-")[0]) or tag)


def within(language: str) -> str | None:
    """Return the language that a three-letter one counts as in CLDR: ``cmn`` -> ``zh``, ``arb`` -> ``ar``.

    Codes of three letters for languages that have one of two (``spa``) are none of their own: they are no tags.
    """
    found = get_global("language_aliases").get(language)
    own = len(language) == 3 and found and "_" not in found and _is_member(language)
    return found if own else None


def _is_member(language: str) -> bool:
    """Say whether a code is that of one language among several with a common name (ISO 639-3, macrolanguages)."""
    return language in (
        "arb",
        "azj",
        "cmn",
        "ekk",
        "khk",
        "lvs",
        "npi",
        "ory",
        "pes",
        "plt",
        "pnb",
        "swh",
        "uzn",
        "zsm",
    )


def doubtful(tag: str) -> tuple[str, str] | None:
    """Return the country that a known tag is often typed for, and the tag of its language; None for any other."""
    return _COUNTRIES.get(tag)


def meant(typed: str) -> str | None:
    """Return the tag that was probably meant: ``kr`` -> ``ko``, ``zh_hans`` -> ``zh-Hans``, ``English`` -> ``en``."""
    word = typed.strip().replace("_", "-")
    found = _SLIPS.get(word.lower()) or _cased(word) or _alias(word) or _of_country(word) or _by_name(typed)
    return _SCRIPTS.get(found, found) if found and found != typed else None


def _cased(word: str) -> str | None:
    """Return a tag in the case that its parts have, if CLDR then names it (RFC 5646, 2.1.1)."""
    first, *rest = word.split("-")
    tag = "-".join([first.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)])
    region = get_global("territory_aliases").get(tag[-2:]) if tag[-3:-2] == "-" else None
    tag = f"{tag[:-2]}{region[0]}" if region else tag
    return tag if is_named(tag) else None


def _alias(word: str) -> str | None:
    found = get_global("language_aliases").get(word.lower())
    return str(found).split("_")[0] if found else None


def _of_country(word: str) -> str | None:
    """Return the first official language of a country, one other than English where there is one."""
    spoken = get_official_languages(word.upper(), de_facto=True) if len(word) == 2 else ()
    return next((tag.replace("_", "-") for tag in sorted(spoken, key=lambda tag: tag == "en")), None)


def _by_name(typed: str) -> str | None:
    word = " ".join(typed.casefold().split())
    names = _names()
    parts = sorted(name for name in names if len(word) > 3 and name.startswith(word))
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.8) if 4 < len(word) < 40 else []
    return next((names[name] for name in [word, *parts, *near] if name in names), None)


@cache
def _names() -> dict[str, str]:
    """Return the tags of languages by their English names and, for those that CLDR describes in full, their own."""
    found = {str(name).casefold(): tag.replace("_", "-") for tag, name in _english().languages.items()}
    for tag in filter(exists, _english().languages):
        found.setdefault(str(Locale.parse(tag).get_display_name(tag)).casefold(), tag.replace("_", "-"))
    return found
