"""The texts of pages as rows: what the head of each says, then its paragraphs. Pages for families come first."""

from collections.abc import Iterator
from dataclasses import replace

from resourcehub.catalog.fields import SUMMARY_LENGTH, TITLE_LENGTH
from resourcehub.catalog.paragraphs import paragraphs
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import drift, said
from resourcehub.exchange.row import Row, State
from resourcehub.exchange.spans import spans
from resourcehub.exchange.texts import PageText, address
from resourcehub.hub import Hub
from resourcehub.pages.authored import path_of

_LONG = frozenset({"description", "fact", "myth", "doors"})
_CLAIMS = "claims"
_FIRST = ("index.md", "families/", "myths/", "about.md", "privacy.md")


def page_texts(hub: Hub, tag: str) -> Iterator[PageText]:
    """Yield the texts of the pages that this site looks after in a language: its own, and those nobody has translated.

    Pages for those who work on the site stay as they are unless someone has translated one.
    """
    sources = {d.key: d for d in hub.documents if d.locale == hub.settings.source}
    for key in sorted(sources, key=_rank):
        own = translated(hub, key, tag)
        looked_after = own is None or not own.source.file.startswith(hub.settings.below)
        if looked_after and (own or sources[key].meta.offline):
            yield from _page(sources[key], own, address(hub, tag, path_of(key)))


def translated(hub: Hub, key: str, tag: str) -> Document | None:
    """Return a page in a language, or None where nobody has translated it."""
    return next((d for d in hub.documents if (d.key, d.locale) == (key, tag)), None)


def _rank(key: str) -> tuple[int, str]:
    return next((n for n, name in enumerate(_FIRST) if key.startswith(name)), len(_FIRST)), key


def _page(source: Document, own: Document | None, place: str) -> Iterator[PageText]:
    change = drift(own, source) if own else None
    here = said(own.meta) if own else {}
    blank = Row(source.key, "", place=place, read_by=(own.meta.read_by or "") if own else "")
    for part, text in said(source.meta).items():
        fits = change is not None and not change.whole and not change.unknown and part not in change.front
        row = replace(blank, name=f"{source.key}#{part}", source=text, limit=_limit(part))
        yield PageText(_with(row, here.get(part, ""), own, fits), source.key, part)
    there, mine = paragraphs(source.body), paragraphs(own.body) if own else []
    for span in spans(own, source):
        row = replace(blank, name=f"{source.key}#{span.name}", source=_text(there[span.begin : span.end]))
        yield PageText(_with(row, _text(mine[span.first : span.last]), own, span.fits), source.key, span)


def _text(parts: list[str]) -> str:
    return "\n\n".join(parts)


def _limit(part: str) -> int | None:
    if part.startswith(_CLAIMS):
        return None
    return SUMMARY_LENGTH if part.split("/")[0] in _LONG and not part.endswith("title") else TITLE_LENGTH


def _with(row: Row, text: str, own: Document | None, fits: bool) -> Row:
    read = own is not None and own.meta.translation == "reviewed"
    state: State = "missing" if not text else "changed" if not fits else "read" if read else "machine"
    return replace(row, text=text, state=state, read_by=row.read_by if text else "")
