"""Language tags (BCP 47) taken apart: the script they name, and the languages they are varieties of."""

import re

from babel.core import get_global


def lookup(tag: str) -> list[str]:
    """Return the tag and, shorter and shorter, the languages it is a variety of (RFC 4647, section 3.4)."""
    parts = tag.split("-")
    return ["-".join(parts[:n]) for n in range(len(parts), 0, -1)]


def stated_script(name: str) -> str | None:
    """Return the script that a tag names: ``Hans`` of ``zh-Hans``."""
    return next((p for p in re.split("[-_]", name)[1:] if len(p) == 4 and p.isalpha()), None)


def likely_script(name: str) -> str:
    """Return the script a language is likely written in: named by its tag, else CLDR's likely one."""
    likely = str(get_global("likely_subtags").get(re.split("[-_]", name)[0], ""))
    return stated_script(name) or next(iter(likely.split("_")[1:2]), "Latn")


def script_of_country(tag: str, usual: str) -> str | None:
    """Return the script of a language in a tag's country, by CLDR where it names one: ``zh-TW`` -> ``Hant``."""
    first, *rest = tag.split("-")
    region = next((part for part in rest if part.isupper()), None)
    likely = get_global("likely_subtags").get(f"{first}_{region}")
    return str(likely).split("_")[1] if likely else region and usual


def written(tag: str) -> str:
    """Return a tag with the script of its country, where most write the language otherwise: ``zh-Hant-TW``."""
    first, *rest = tag.split("-")
    script = "" if stated_script(tag) else script_of_country(tag, "")
    return "-".join([first, script, *rest]) if script else tag


def varieties(tag: str) -> list[str]:
    """Return the tag and the languages it is a variety of in the same script: ``zh-Hant`` is no ``zh``."""
    return [near for near in lookup(tag) if stated_script(near) == stated_script(tag)]
