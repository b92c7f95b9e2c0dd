"""Every word of the interface comes whole from the translation of a language to a page, in each of the languages."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from lxml import html

from builds import HUBS, hub
from resourcehub.languages.units import INTERFACE, interface_units
from resourcehub.shipped import templates_dir

TAGS = ("ar", "es", "hmn", "zh-Hans")
AWKWARD = "«\u00a0g\u00a0» & R&D; a < b > c \\ | # % – العربية 中文，字 🙂 'a’"
RESOURCES = """
  - {id: over, kind: KIND, title: Over, url: 'https://example.org/over', summary: It was., publisher: Press,
     topics: [TOPIC], audiences: [families], languages: [es, zh], format: web-page, cost: unknown, login: required,
     added: 2026-01-05, expires: 2026-01-06, year: 2020}
  - {id: gone, kind: KIND, title: Gone, url: 'https://example.org/gone', summary: It was., publisher: Press,
     topics: [TOPIC], audiences: [families], languages: [hmn], format: pdf, cost: free, login: free-account,
     added: 2026-01-05, status: retired, replaced_by: over}
"""
PAGE = """---
title: All
description: All that a page may hold.
---
## One

Words[^1].

> [!NOTE]
> A.

> [!TIP]
> A.

> [!IMPORTANT]
> A.

> [!WARNING]
> A.

> [!CAUTION]
> A.

## Two

A.

## Three

A.

## Four

[^1]: A note.
"""


def phrase(source: str, tag: str) -> str:
    return f"[{tag} {AWKWARD} {source}]"


def plain() -> list[str]:
    """Return the words that count nothing and have no placeholder."""
    return [unit.source for unit in interface_units([templates_dir()]) if not unit.plural and "{" not in unit.source]


def translate(path: Path, tag: str) -> None:
    """Give each interface word a text of its own in a language; what else its file holds stays."""
    book = polib.pofile(str(path), wrapwidth=0) if path.exists() else polib.POFile(wrapwidth=0)
    book.metadata |= {"Language": tag, "Content-Type": "text/plain; charset=UTF-8"}
    for entry in [e for e in book if e.msgctxt == INTERFACE]:
        book.remove(entry)
    for source in plain():
        book.append(polib.POEntry(msgctxt=INTERFACE, msgid=source, msgstr=phrase(source, tag)))
    path.parent.mkdir(exist_ok=True)
    book.save(str(path))


def write(root: Path, name: str, kind: str, topic: str) -> None:
    shutil.copytree(HUBS / name, root)
    settings = (root / "mkdocs.yml").read_text()
    settings = re.sub(r"(default: true\})\n(?: +- \{locale: .*\n?)*", r"\1\n", settings)
    languages = "".join(f"        - {{locale: {tag}}}\n" for tag in TAGS)
    (root / "mkdocs.yml").write_text(settings.rstrip("\n") + "\n" + languages)
    with (root / "resources.yaml").open("a") as file:
        file.write(RESOURCES.replace("KIND", kind).replace("TOPIC", topic).lstrip("\n"))
    for end in ("md", *(f"{tag}.md" for tag in TAGS)):
        (root / f"docs/all.{end}").write_text(PAGE)
    (root / "numbers.yaml").write_text("1: all/\n2: resources/over/\n3: resources/\n")
    for tag in TAGS:
        translate(root / f"docs/translations/{tag}.po", tag)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What two sites say in each language."""
    found = dict.fromkeys(TAGS, "")
    for name, kind, topic in (("partial", "guide", "reading"), ("places", "place", "health")):
        root = tmp_path_factory.mktemp("words") / name
        write(root, name, kind, topic)
        site = hub(root, root / "site")
        for tag in TAGS:
            found[tag] += "\0".join(texts(site, tag))
    return found


def texts(site: Path, tag: str) -> Iterator[str]:
    """Yield what the pages and files of a language say, as a browser reads them."""
    for path in [*sorted((site / tag).rglob("*")), site / "404.html"]:
        if path.suffix == ".html":
            tree = html.parse(path, html.HTMLParser(encoding="utf-8")).getroot()
            yield from map(str, [*tree.itertext(), *tree.xpath("//@*")])
        elif path.suffix == ".json":
            yield from strings(json.loads(path.read_text()))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


@pytest.mark.parametrize("tag", TAGS)
def test_every_word_of_the_interface_comes_whole_to_a_page(said: dict[str, str], tag: str) -> None:
    assert [source for source in plain() if phrase(source, tag) not in said[tag]] == []
