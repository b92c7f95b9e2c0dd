"""The search index of one locale: its resources and pages as rows, the words of its filters, and how it compares words.

The browser builds the index from these texts (``overrides/assets/search/index.js``): they weigh a third of a
ready-made index. A row has the same number in every language, so that a result in the source language is known to be
one that the reader's language has, too. What does not speak the locale is named in ``others``: it is shown and counted
when a reader looks through the catalog, and found by its words through the source language's index, whose rules its
words follow.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from opencc import OpenCC

from resourcehub.catalog.read import Document
from resourcehub.hub import Hub
from resourcehub.languages.locales import Locale
from resourcehub.languages.localize import LocalResource
from resourcehub.pages.authored import path_of
from resourcehub.pages.browse import active
from resourcehub.pages.filters import FILTERS, choices
from resourcehub.pages.glossary import places
from resourcehub.pages.voice import Voice, resource_path

FIELDS = ("path", "title", "summary", "original", "more", *FILTERS)
_HEADING = re.compile(r"^#{2,6} +(.+?) *#*$", re.MULTILINE)
_HAN = re.compile("[\u4e00-\u9fff]")
# The reverse of the further Traditional characters that OpenCC 1.4 knows of a Simplified one (STCharacters): one by one
# it leaves them alone: some words keep them. Not those with which Simplified writes other common words (像, 座, 坏 …).
_BY_WORD = "瞭了覆复藉借薰熏揹背甦苏籐藤荳豆祇只牠它甯宁伕夫隄堤礆硷瑯琅燄焰濬浚菓果鎗枪拏拿觔斤斲斫暱昵澂澄彷仿"
# Scripts that ISO 15924 counts as one and Unicode as several, or names by a variant (Unicode Standard Annex 24).
_LETTERS = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang",)}

Row = list[object]


def search_index(hub: Hub, tag: str) -> dict[str, Any]:
    """Return the search index of a locale, for ``HubSearch.read``. A row is None where the locale lacks the page."""
    voice, source = hub.voice(tag), hub.registry[hub.settings.source]
    items = [item for item in voice.catalog.resources.values() if item.resource.stands(voice.today)]
    resources, pages, words = [_row(item, voice) for item in items], _pages(hub, tag), list(_glossary(hub, voice))
    first = len(items) + len(pages)
    others = [n for n, item in enumerate(items) if item.title.locale.tag != tag]
    others += [first + n for n, (speaks, _) in enumerate(words) if not speaks]
    rows: list[Row | None] = [*resources, *pages.values(), *(row for _, row in words)]
    foreign = set(others)
    own = (row for n, row in enumerate(rows) if row and n not in foreign)
    return {
        "locale": tag,
        "source": source.tag,
        "sourcedir": source.direction,
        "script": letters(source),
        "order": _digest([str(row[0]) for row in resources], [*pages], [str(row[0]) for _, row in words]),
        "rules": analyzer(tag),
        "variants": variants("".join(str(text) for row in own for text in row[1:5])),
        "reads": _read_too(voice),
        "facets": [{"name": name, "values": values} for name, values in choices(voice).items()],
        "fields": FIELDS,
        "resources": len(resources),
        "docs": rows,
        "others": others,
    }


def as_json(data: object) -> str:
    """Return data as it is sent: without spaces, letters as they are."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def letters(locale: Locale) -> str:
    """Return the letters of a locale, as in the brackets of a regular expression of JavaScript."""
    return "".join(f"\\p{{Script={name}}}" for name in _LETTERS.get(locale.script, (locale.script,)))


def _digest(*paths: list[str]) -> str:
    return hashlib.sha256(json.dumps(paths).encode()).hexdigest()[:8]


def _row(item: LocalResource, voice: Voice) -> Row:
    r = item.resource
    original = item.original.text if item.original else ""
    more = " ".join(filter(None, (r.publisher, r.street)))
    texts = [resource_path(r.id), item.title.text, item.summary.text, original, more]
    languages = voice.own_first(voice.readings(r.understood))
    return [*texts, r.kind, r.topics, r.audiences, r.grades or "", languages, r.format, r.cost]


def _read_too(voice: Voice) -> dict[str, list[str]]:
    """Return, for each language of a filter, the others whose readers read it: ``zh`` suits both of its scripts."""
    tags = voice.readings(sorted({tag for item in active(voice) for tag in item.resource.understood}))
    found = {tag: [other for other in tags if other != tag and voice.registry.reads(other, tag)] for tag in tags}
    return {tag: others for tag, others in found.items() if others}


def _pages(hub: Hub, tag: str) -> dict[str, Row | None]:
    """Return the pages by key, None for one that does not speak the locale.

    Of their text only the headings are searched: the rest weighs too much.
    """
    shown = [d for d in hub.documents if d.key != "index.md" and not d.meta.noindex]
    own = {d.key: d for d in shown if d.locale == tag}
    keys = (d.key for d in shown if d.locale == hub.settings.source)
    return {key: _page(own[key]) if key in own else None for key in keys}


def _page(document: Document) -> Row:
    return [path_of(document.key), document.meta.title, document.meta.description, "", _headings(document)]


def _glossary(hub: Hub, voice: Voice) -> Iterator[tuple[bool, Row]]:
    """Yield the words of the glossary, each at its place on the page that explains it.

    With each, whether it speaks the locale. A word is found by its English letters in every language, for school
    staff say it so.
    """
    names = {term.id: term.name for term in hub.file.catalog.glossary}
    for word, place in places(hub.documents, voice).items():
        entry = voice.catalog.glossary[word]
        title = ": ".join(text.text for text in (entry.translated or entry.term, entry.name) if text)
        known = " ".join(filter(None, (entry.term.text, names[entry.id])))
        row: Row = [place, title, entry.meaning.text, "", "" if known in title else known]
        yield entry.meaning.locale.tag == voice.locale.tag, row


def _headings(document: Document) -> str:
    return " ".join(_HEADING.findall(document.body))


def analyzer(tag: str) -> dict[str, Any]:
    """Return how the words of a language are compared (``analyzers.yaml``)."""
    tables = _analyzers()
    rules = tables["every"] | tables.get(tag.split("-")[0], {})
    return {key: int(value) if key in ("least", "after") else value for key, value in rules.items()}


@cache
def _analyzers() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("analyzers.yaml")
    return dict(yaml.load(path.read_bytes(), yaml.CBaseLoader))  # noqa: S506 - strings only, our own file


def variants(text: str) -> str:
    """Return the Chinese characters that stand for one another, as pairs: one typed or written, the one compared.

    Both scripts are compared as Simplified characters. Only pairs that can meet ``text`` are named: two Traditional
    variants of one character meet, too.
    """
    simple = _simplified()
    present = {simple.get(letter, letter) for letter in _HAN.findall(text)}
    return "".join(letter + plain for letter, plain in simple.items() if plain in present)


@cache
def _simplified() -> dict[str, str]:
    """Return OpenCC's tables of single characters, Traditional to Simplified, where they differ: the common one first.

    Taiwan and Hong Kong write some characters in their own way (著 for 着, 衞 for 卫); others OpenCC turns by the word.
    """
    letters = [chr(code) for code in range(0x4E00, 0xA000)]
    found = dict(zip(_BY_WORD[::2], _BY_WORD[1::2], strict=True))
    for table in ("hk2s", "tw2s", "t2s"):
        made = OpenCC(table).convert("\n".join(letters)).split("\n")
        found |= {a: b for a, b in zip(letters, made, strict=True) if a != b}
    return found
