"""Makes a hub of N resources whose texts read like real ones: clauses and titles of the search tests' hub, mixed anew.

Every resource brings two words of its own, so that the list of words grows with the catalog as a real one does.
"""

import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import generate
import polib
import yaml

HUB = Path(__file__).parents[1] / "search/hub"
LOCALES = ("en", "ar", "zh-Hans")
_CLAUSE = re.compile(r"[^.,;:?!،؟。，；：？！]+[.,;:?!،؟。，；：？！]*\s*")


@cache
def catalog() -> dict[str, Any]:
    """Return the catalog of the search tests' hub."""
    data: dict[str, Any] = yaml.safe_load((HUB / "resources.yaml").read_text(encoding="utf-8"))
    return data


@cache
def spoken(tag: str) -> list[tuple[str, str]]:
    """Return title and summary of each of its resources in a language."""
    items = catalog()["resources"]
    if tag == "en":
        return [(item["title"], item["summary"]) for item in items]
    book = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(HUB / f"docs/translations/{tag}.po"))}
    return [tuple(book[f"resources/{item['id']}/{field}"] for field in ("title", "summary")) for item in items]  # type: ignore[misc]


@cache
def vocabulary(tag: str) -> list[str]:
    """Return the longer words of a language; of Chinese its characters."""
    text = " ".join(" ".join(pair) for pair in spoken(tag))
    pattern = "[\u4e00-\u9fff]" if tag.startswith("zh") else r"\w{5,}"
    return sorted(set(re.findall(pattern, text)))


def invented(tag: str, chance: random.Random) -> str:
    """Return a word that no other resource is likely to have: the halves of two words in one."""
    first, second = chance.sample(vocabulary(tag), 2)
    return first + second if tag.startswith("zh") else first[: len(first) // 2 + 1] + second[len(second) // 2 :]


def text(tag: str, n: int) -> tuple[str, str]:
    """Return title and summary of resource ``n`` in a language."""
    chance = random.Random(f"{tag} {n}")
    (one, _), (two, _) = chance.sample(spoken(tag), 2)
    space = "" if tag.startswith("zh") else " "
    title = space.join((_half(one, tag, 0), _half(two, tag, 1), invented(tag, chance)))
    clauses = [clause for _, summary in chance.sample(spoken(tag), 2) for clause in _CLAUSE.findall(summary)]
    chance.shuffle(clauses)
    whole = ""
    for clause in clauses:
        if len(whole) + len(clause) < (90 if tag.startswith("zh") else 240):
            whole += clause
    return title, f"{whole.strip()} {invented(tag, chance)}"[:280]


def _half(title: str, tag: str, which: int) -> str:
    parts = list(title) if tag.startswith("zh") else title.split()
    middle = (len(parts) + 1) // 2
    half = parts[middle:] if which else parts[:middle]
    return ("" if tag.startswith("zh") else " ").join(half)


def resource(n: int) -> dict[str, Any]:
    """Return resource ``n``: the facts of one of the real ones, words of its own."""
    title, summary = text("en", n)
    known = {
        key: value
        for key, value in catalog()["resources"][n % 100].items()
        if key not in ("details", "related", "listed_at")
    }
    return known | {"id": f"resource-{n}", "title": title, "summary": summary, "url": f"https://example.org/{n}"}


def write(root: Path, count: int) -> None:
    """Write the hub into ``root``."""
    (root / "docs/translations").mkdir(parents=True)
    items = [resource(n) for n in range(count)]
    (root / "resources.yaml").write_text(
        json.dumps(catalog() | {"resources": items}, ensure_ascii=False, indent=1, default=str)
    )
    (root / "mkdocs.yml").write_text(generate.settings(LOCALES, plugin=True))
    (root / "docs/index.md").write_text("---\ntitle: Bench\ndescription: A hub to measure.\n---\nHello.\n")
    for tag in LOCALES[1:]:
        book = polib.POFile(wrapwidth=0)
        book.metadata = {"Language": tag, "Content-Type": "text/plain; charset=UTF-8"}
        for n, item in enumerate(items):
            for field, words in zip(("title", "summary"), text(tag, n), strict=True):
                book.append(polib.POEntry(msgctxt=f"resources/{item['id']}/{field}", msgid=item[field], msgstr=words))
        book.save(str(root / f"docs/translations/{tag}.po"))
