"""A translated page beside its source, part by part: which paragraphs speak for which."""

from collections.abc import Iterator
from dataclasses import dataclass

from resourcehub.catalog.paragraphs import paragraphs
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import drift


@dataclass(frozen=True, slots=True)
class Span:
    """Paragraphs of a translation (``first`` to ``last``) and those of its source (``begin`` to ``end``).

    ``fits``: they were made from what the source says now. Where nothing speaks for a part of the source, ``first`` is
    where it belongs.
    """

    first: int
    last: int
    begin: int
    end: int
    fits: bool = True

    @property
    def name(self) -> str:
        """The part's name in its page, by the numbers of the source's paragraphs: ``3`` or ``3-5``."""
        return str(self.begin + 1) if self.end - self.begin == 1 else f"{self.begin + 1}-{self.end}"


def spans(document: Document | None, source: Document) -> list[Span]:
    """Return the parts of a page in the order of its source. Of a page that is not there, nothing speaks for any."""
    there = len(paragraphs(source.body))
    if document is None:
        return [Span(0, 0, n, n + 1, fits=False) for n in range(there)]
    here, change = len(paragraphs(document.body)), drift(document, source)
    if change.whole or change.unknown or (not change.body and here != there):
        return list(_whole(here, there))
    return list(_parts(document, source, here, there))


def _whole(here: int, there: int) -> Iterator[Span]:
    """Yield the parts of a page that does not say which paragraph was made from which: one by one, else all in one."""
    if here == there:
        yield from (Span(n, n + 1, n, n + 1, fits=False) for n in range(there))
    else:
        yield Span(0, here, 0, there, fits=False)


def _parts(document: Document, source: Document, here: int, there: int) -> Iterator[Span]:
    at = now = 0
    for change in drift(document, source).body:
        while at < change.first:
            yield Span(at, at + 1, now, now + 1)
            at, now = at + 1, now + 1
        if change.kind != "gone":
            yield Span(change.first, change.last, now, now + len(change.texts), fits=False)
        at, now = change.last, now + len(change.texts)
    yield from (Span(at + n, at + n + 1, now + n, now + n + 1) for n in range(min(here - at, there - now)))
