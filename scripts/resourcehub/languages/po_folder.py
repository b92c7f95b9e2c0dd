"""The folder of translations: each file is named by its language and speaks it; a language with pages has words too."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from resourcehub.languages.locales import Locale, Registry
from resourcehub.languages.po import Book
from resourcehub.languages.tags import lookup
from resourcehub.problems import Place, Problem, suggestion

LOCALES = "locales.yaml"
# Codes of the same language, the first as sites use it (ISO 639-3, macrolanguages; CLDR's aliases).
_SAME = {"fil": "tl", "mww": "hmn", "hnj": "hmn", "cmn": "zh", "nb": "no", "prs": "fa", "iw": "he", "pes": "fa"}
_REGIONS = {"TW": "Hant", "HK": "Hant", "MO": "Hant"}  # what PO programs call scripts of Chinese by


def folder_faults(root: Path, folder: str, registry: Registry, tags: Iterable[str]) -> Iterator[Problem]:
    """Yield the files whose names keep them from being read; ``tags`` are the languages of the site."""
    known = {*tags, *registry}
    for path in sorted((root / folder).glob("*")) if (root / folder).is_dir() else ():
        place, name = Place(f"{folder}/{path.name}"), path.name
        stem, _, end = name.rpartition(".")
        if name != LOCALES and end.lower() in ("yaml", "yml"):
            yield Problem(place, f"nobody reads this file: rename it '{LOCALES}', or move it away", "wrong-po-name")
        elif end.lower() == "po" and (end != "po" or stem not in known):
            meant = _meant(stem, registry, known)
            cure = f" (did you mean '{meant}.po'?)" if meant else ", such as 'es.po'"
            yield Problem(
                place, f"a file of translations has the name of its language{cure}: rename it", "wrong-po-name"
            )


def _meant(stem: str, registry: Registry, known: set[str]) -> str | None:
    """Return the tag that a name stands for: the tag in other letters, or the language's own or English name."""
    tag = stem.replace("_", "-").casefold()
    names = {t.casefold(): t for t in known}
    for other in known:
        names |= {registry[other].english.casefold(): other, registry[other].name.casefold(): other}
    near = suggestion(tag, names).partition("'")[2].partition("'")[0]
    return names.get(tag) or next((t for t in lookup(stem.replace("_", "-")) if t in known), None) or names.get(near)


def language_faults(book: Book, file: str, locale: Locale) -> Iterator[Problem]:
    """The header of a file names its language."""
    named = book.header.get("Language", "").strip()
    if named and not _same(named, locale):
        what = (
            f"the header says that these words are in '{named[:40]}', and the file is named for {locale.english} "
            f"({locale.tag}): were two files swapped? Give each its own name and 'Language: {locale.tag}'"
        )
        yield Problem(Place(file, 1), what, "wrong-language")


def words_faults(book: Book, file: str, locale: Locale, pages: Mapping[str, int]) -> Iterator[Problem]:
    """A language with ``pages`` (by tag) has words as well."""
    if pages.get(locale.tag) and not any(any(entry.forms) for entry in book.entries):
        what = (
            f"{pages[locale.tag]} pages are in {locale.english}, and "
            "there are no words here: labels and resources are in the "
            "source language. Was it renamed or emptied? 'hub translate update' makes a new one"
        )
        yield Problem(Place(file), what, "no-words", "warning")


def _same(named: str, locale: Locale) -> bool:
    """Compare languages, and scripts where both are known; regions do not count."""
    parts = named.replace("_", "-").replace("@", "-").split("-")
    script = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    language, own = (_SAME.get(code, code) for code in (parts[0].lower(), locale.tag.split("-")[0]))
    if language == "zh" and len(parts) > 1:
        script = script or _REGIONS.get(parts[1].upper(), "Hans")
    return language == own and script in (None, locale.script)
