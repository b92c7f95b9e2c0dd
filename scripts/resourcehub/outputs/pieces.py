"""The files of a locale's search: the index as a whole, or in pieces where that is too much for one question.

What a reader fetches for a first search grows with the whole index, but not with one in pieces: a list of where the
words begin, the pieces with the words of the question, and a card for each result that is shown.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import quickjs

from resourcehub.outputs.search import FIELDS, as_json

INDEX = "index.json"
# Bytes on the line from which on pieces bring a first result sooner and cheaper (measured at 400 kbit/s, 400 ms).
WHOLE = 60_000
# What a first search may fetch in all, and what of that the script takes: a test weighs it.
FIRST, SCRIPT = 35_000, 10_300
CARDS = 10  # that are shown first
_UNIT, _LETTERS = 128, range(35, 92)  # a piece's bytes in one letter that JSON leaves as it is
CARD = ("path", "title", "summary", "original", "kind", "language", "format")
_CELLS = [FIELDS.index(name) for name in CARD]


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """The files below a locale's ``search/`` by name; those of them that a device keeps; the whole index."""

    files: Mapping[str, str]
    kept: tuple[str, ...]
    whole: str


def search_files(index: dict[str, Any], script: str, most: int = WHOLE) -> SearchFiles:
    """Return the files for an index (``search_index``), in pieces where it weighs more than ``most`` bytes gzipped.

    ``script`` is the search itself (``overrides/assets/search``): it knows the words of each language and how an index
    is made, and is run here as the browser runs it.
    """
    whole = as_json(index) + "\n"
    if len(zlib.compress(whole.encode())) <= most:
        return SearchFiles({INDEX: whole}, (INDEX,), whole)
    made = json.loads(_run(script, whole))
    folder = hashlib.sha256((script + whole).encode()).hexdigest()[:8]  # a page never mixes pieces of two builds
    rows, size = index["docs"], made["list"].pop("block")
    cards = [as_json([row[cell] if cell < len(row) else "" for cell in _CELLS] if row else None) for row in rows]
    blocks = {f"b{n // size}": f"[{','.join(cards[n : n + size])}]" for n in range(0, len(cards), size)}
    made["list"]["costs"] = _costs(made["files"])
    card = max(map(_weight, cards[:: 1 + len(cards) // 100]))
    kept = {f"{folder}/{name}.json": text for name, text in (*made["files"].items(), *blocks.items())}
    single = {f"{folder}/{n}.json": card for n, (card, row) in enumerate(zip(cards, rows, strict=True)) if row}
    told = _contents(index, made["list"], folder, room=FIRST)
    told = _contents(index, made["list"], folder, room=FIRST - SCRIPT - _weight(told) - CARDS * card)
    return SearchFiles({INDEX: told, **kept, **single}, (INDEX, *kept), whole)


def _weight(text: str) -> int:
    """Return the bytes of a file on the line."""
    return len(zlib.compress(text.encode())) + 12  # what gzip says of it besides


def _costs(files: Mapping[str, str]) -> dict[str, str]:
    """Return what the pieces of each list weigh, a letter each: a page sees first what it can afford."""
    costs: dict[str, str] = {"t": "", "w": "", "words": ""}
    for name, text in files.items():
        if (letter := re.sub(r"\d+$", "", name)) in costs:
            costs[letter] += chr(_LETTERS[min(-(-_weight(text) // _UNIT), len(_LETTERS) - 1)])
    return costs


def _run(script: str, whole: str) -> str:
    context = quickjs.Context()
    context.eval(script)
    context.set("text", whole)
    return str(context.eval("HubCut.pieces(text)"))


def _contents(index: dict[str, Any], lists: dict[str, Any], folder: str, room: int) -> str:
    """Return what a page knows of an index in pieces before it asks for any."""
    holes = [n for n, row in enumerate(index["docs"]) if row is None]
    told = {key: value for key, value in index.items() if key != "docs"}
    return (
        as_json(
            told | {"fields": CARD, "folder": folder, "size": len(index["docs"]), "holes": holes, "room": room} | lists
        )
        + "\n"
    )
