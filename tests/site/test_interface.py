"""Every word of the interface comes whole from the translation of a language to a page, in each of the languages."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polib
import pytest
from lxml import html

from builds import HUBS, hub
from resourcehub.catalog.front import Page
from resourcehub.catalog.versions import version
from resourcehub.catalog.visits import Record, Sort, write_records
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
glossary:
  - {id: iep, term: IEP, meaning: A plan.}
  - {id: pta, term: PTA, meaning: A group.}
sentences:
  - {id: hello, text: Hello.}
"""
TITLES = ("Over", "3 ways", "字 book", "Ж book", *(f"More {n}" for n in range(52)))
COUNTED = "      statistics: {name: Counter, script: 'https://count.example.org/c.js', attributes: {domain: a}}\n"
FRONT = "---\ntitle: {0}\ndescription: Of {0}.\ntemplate: {0}.html\n---\nWords.\n"
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
    """Give each interface word a text of its own in a language; titles are new, old, or not yet finished."""
    book = polib.POFile(wrapwidth=0)
    book.metadata = {"Language": tag, "Content-Type": "text/plain; charset=UTF-8"}
    for number, title in enumerate(TITLES):
        for field, source in (("title", title), ("summary", "It was.")):
            entry = polib.POEntry(msgctxt=f"resources/r{number}/{field}", msgid=source, msgstr=f"{source} {tag}")
            entry.flags = ["fuzzy"] * (number < 2)
            entry.previous_msgid = "Before" if number == 1 else None
            book.append(entry)
    for source in plain():
        book.append(polib.POEntry(msgctxt=INTERFACE, msgid=source, msgstr=phrase(source, tag)))
    path.parent.mkdir(exist_ok=True)
    book.save(str(path))


def resources(kind: str) -> str:
    """Return entries, each with a topic of its own, so that lists have several pages."""
    row = "  - {{id: r{0}, title: '{1}', kind: {2}, topics: [t{0}], url: 'https://example.org/{0}', summary: It was.,"
    rest = " publisher: Press, audiences: [families], languages: [en], format: pdf, cost: free, added: 2026-01-01}}\n"
    return "".join((row + rest).format(number, title, kind) for number, title in enumerate(TITLES))


def write(root: Path, name: str, kind: str, topic: str, more: str) -> None:
    shutil.copytree(HUBS / name, root)
    settings = re.sub(r"(default: true\})\n(?: +- \{locale: .*\n?)*", r"\1\n", (root / "mkdocs.yml").read_text())
    languages = "".join(f"        - {{locale: {tag}}}\n" for tag in TAGS)
    settings = settings.replace("  - resourcehub:\n", f"  - resourcehub:\n{more}")
    (root / "mkdocs.yml").write_text(settings.rstrip("\n") + "\n" + languages)
    catalog = (root / "resources.yaml").read_text()
    topics = "".join(f"  - {{id: t{n}, title: T {n}, summary: S.}}\n" for n in range(len(TITLES)))
    catalog = catalog.replace("topics:\n", f"topics:\n{topics}", 1).rstrip("\n") + "\n" + resources(kind)
    (root / "resources.yaml").write_text(catalog + RESOURCES.replace("KIND", kind).replace("TOPIC", topic).lstrip("\n"))
    (root / "numbers.yaml").write_text("1: all/\n2: resources/over/\n3: resources/\n")
    write_pages(root / "docs")
    for tag in TAGS:
        (root / f"docs/translations/{tag}.po").unlink(missing_ok=True)
        translate(root / f"docs/translations/{tag}.po", tag)


def write_pages(docs: Path) -> None:
    """Write a page with all that may stand in one, translated when it said other things, and those of templates."""
    older = PAGE.partition("---\n")[2].partition("---\n")[2].replace("## Two\n\nA.", "## Two\n\nBefore.")
    made = version(Page(title="All", description="All that a page may hold."), older)
    (docs / "all.md").write_text(PAGE.replace("Words[^1].", "Words[^1].\n\nNew.").replace("## Four\n\n", ""))
    for tag in TAGS:
        (docs / f"all.{tag}.md").write_text(PAGE.replace("title: All", f"title: All\ntranslates: {made}"))
    for name in ("privacy", "sentences", "glossary"):
        (docs / f"{name}.md").write_text(FRONT.format(name).replace("glossary.html", "glossary.html\nwords: [iep]"))
    words = "---\ntitle: More\ndescription: More words.\ntemplate: glossary.html\nwords: [pta]\n---\nWords.\n"
    (docs / "more.md").write_text(words)


FAILED = Record(day=date(2026, 1, 9), sort=Sort.GONE, failed=(date(2026, 1, 2), date(2026, 1, 9)))


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What two sites say in each language."""
    found = dict.fromkeys(TAGS, "")
    for row in (("partial", "guide", "reading", ""), ("places", "place", "health", COUNTED)):
        root = tmp_path_factory.mktemp("words") / row[0]
        write(root, *row)
        write_records(
            root, dict.fromkeys(("https://example.org/first.pdf", "https://example.org/first-ar.pdf"), FAILED)
        )
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
