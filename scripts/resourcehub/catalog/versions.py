"""Which version of its source a translated page was made from, paragraph by paragraph, and what has changed since.

``translates:`` holds one short digest for each text of the source page: those of its front matter, a slash, those of
its body. A page that was marked before that holds 12 signs for the whole file (``source.fingerprint``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from resourcehub.catalog.front import Explainer, Page
from resourcehub.catalog.paragraphs import digest, paragraphs
from resourcehub.catalog.read import Document

_FIELDS = ("title", "menu", "description", "eyebrow", "picture_text", "fact", "myth")


def said(meta: Page) -> dict[str, str]:
    """Return the texts of a page's front matter by their place: ``title``, ``claims/0``, ``doors/1/text``."""
    found = {name: text for name in _FIELDS if (text := getattr(meta, name, None))}
    claims = meta.claims if isinstance(meta, Explainer) else ()
    found |= {f"claims/{n}": claim.text for n, claim in enumerate(claims)}
    for n, door in enumerate(meta.doors):
        found |= {f"doors/{n}/title": door.title, f"doors/{n}/text": door.text}
    return found


def version(meta: Page, body: str) -> str:
    """Return what ``translates:`` says of a page made from this source."""
    return " ".join([*map(digest, said(meta).values()), "/", *map(digest, paragraphs(body))])


@dataclass(frozen=True, slots=True)
class Change:
    """A place of a translated page where its source has another text, none, or a further one.

    ``first`` and ``last`` bound the paragraphs of the translation that are older; ``texts``: what the source says now.
    """

    kind: Literal["changed", "gone", "new"]
    first: int
    last: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """What of a source page has changed since a translation was made from it.

    ``whole``: something has, and nobody can say where. ``unknown``: the page does not say what it was made from.
    ``front``: the new texts of the front matter by place. ``body``: the changes in the text, in their order.
    """

    unknown: bool = False
    whole: bool = False
    front: Mapping[str, str] = field(default_factory=dict)
    body: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.whole or self.front or self.body)


def drift(document: Document, original: Document) -> Drift:
    """Compare a translated page with its source as it is; a page is no translation of itself."""
    made_from = document.meta.translates
    if document.locale == original.locale:
        return Drift()
    if not made_from:
        return Drift(unknown=True)
    if "/" not in made_from:
        return Drift(whole=made_from != original.fingerprint)
    front, body = (part.split() for part in made_from.split("/"))
    newer = {place: text for place, text in said(original.meta).items() if digest(text) not in front}
    changes = tuple(_changes(body, paragraphs(original.body)))
    whole = bool(changes) and len(paragraphs(document.body)) != len(body)
    return Drift(whole=whole, front=newer, body=() if whole else changes)


def _changes(then: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    for kind, a, b, c, d in SequenceMatcher(None, then, list(map(digest, now)), autojunk=False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            yield from (Change("changed", a + n, a + n + 1, (now[c + n],)) for n in range(b - a))
        elif kind == "replace":
            yield Change("changed", a, b, tuple(now[c:d]))
        elif kind == "delete":
            yield Change("gone", a, b)
        elif kind == "insert":
            yield Change("new", a, a, tuple(now[c:d]))
