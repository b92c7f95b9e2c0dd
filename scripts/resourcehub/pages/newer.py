"""A translated page with the paragraphs of its source that have changed since, each under the one that is older.

They travel through Markdown with the page, between two paragraphs that are mere marks; the HTML is split there.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from resourcehub.catalog.paragraphs import paragraphs
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import Change, drift

# Letters and digits only, so that nothing changes them on their way.
_BEGIN, _END = "hubnewer{}begin", "hubnewer{}end"
_FOUND = re.compile(r"<p>hubnewer(changed|gone|new)begin</p>(.*?)<p>hubnewer\1end</p>", re.DOTALL)
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{[^{}]*\}[ \t]*)?")


def with_newer(document: Document, original: Document) -> Document:
    """Return a page as readers see it: with what its source says now wherever that is known to be another thing."""
    changes = drift(document, original).body
    if not changes:
        return document
    texts, found, at = paragraphs(document.body), [], 0
    for change in changes:
        found += [*texts[at : change.last], *_marked(change)]
        at = change.last
    return replace(document, body="\n\n".join([*found, *texts[at:]]) + "\n")


def _marked(change: Change) -> list[str]:
    return [_BEGIN.format(change.kind), *map(_plain, change.texts), _END.format(change.kind)]


def _plain(text: str) -> str:
    """Return a paragraph of the source fit to stand inside another page: a heading there is none of this page's."""
    heading = _HEADING.fullmatch(text)
    return f"**{heading[1]}**" if heading else text


def filled(html: str, box: Callable[[str, str], str]) -> str:
    """Return a page's HTML with each pair of marks made a box: ``box`` gets the kind of change and what it holds."""
    return _FOUND.sub(lambda found: box(found[1], found[2].strip()), html)
