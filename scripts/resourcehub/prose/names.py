"""Names of parts of a page: of each heading, made from its words, and of what ``{: .name #place }`` stands behind."""

import re
from collections.abc import Sequence

from markdown.extensions.toc import slugify
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BRACES = re.compile(r"[ \t]*\{(?P<colon>:?)[ ]*(?P<names>(?:[.#][A-Za-z][\w-]*[ ]*)+)\}[ \t]*$")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})")


def name_parts(state: StateCore) -> None:
    """Give names to the tokens of a page (a rule of the parser): first those that are written, then those of headings.

    Headings are named as they were with Python-Markdown (``extensions/toc.py``), so that addresses stay.
    """
    pairs = [(a, b) for a, b in zip(state.tokens, state.tokens[1:], strict=False) if b.type == "inline"]
    for opening, inline in pairs:
        if opening.type in ("paragraph_open", "heading_open"):
            _written(opening, inline.children or [])
    used = {str(opening.attrs["id"]) for opening, _ in pairs if "id" in opening.attrs}
    counts: dict[str, int] = {}
    for opening, inline in pairs:
        if opening.type == "heading_open" and "id" not in opening.attrs:
            opening.attrs["id"] = _own(slugify(words(inline.children), "-"), used, counts)


def _own(name: str, used: set[str], counts: dict[str, int]) -> str:
    """Return the name, with a number behind it where it is taken; ``counts`` are the last ones given."""
    found = _NUMBERED.fullmatch(name)
    stem, number = (found[1], int(found[2])) if found else (name, 0)
    while name in used or not name:
        number = counts[stem] = max(number, counts.get(stem, 0)) + 1
        name = f"{stem}_{number}"
    used.add(name)
    return name


def words(tokens: Sequence[Token] | None) -> str:
    """Return what the parts of a line say, without marks."""
    said = {"text", "code_inline", "image"}
    return "".join(t.content if t.type in said else " " * ("break" in t.type) for t in tokens or ())


def _written(opening: Token, children: list[Token]) -> None:
    """Take ``{: .name #place }`` off the end of a block's words; a heading needs no colon."""
    last = children[-1] if children else None
    found = _BRACES.search(last.content) if last and last.type == "text" else None
    if not last or not found or not (found["colon"] or opening.tag[0] == "h"):
        return
    last.content = last.content[: found.start()]
    for name in found["names"].replace(".", " .").replace("#", " #").split():
        if name[0] == "#":
            opening.attrs["id"] = name[1:]
        else:
            opening.attrJoin("class", name[1:])
    while children and (children[-1].type == "softbreak" or not (children[-1].content or children[-1].tag)):
        children.pop()
