"""Words that came back from a translator, written into the pages of a language: old ones changed, new ones made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from resourcehub.catalog.paragraphs import digest, numbered, paragraphs
from resourcehub.catalog.read import Document
from resourcehub.catalog.rewrite import Unwritable, set_page
from resourcehub.catalog.versions import drift, said
from resourcehub.exchange.page_texts import page_texts, translated
from resourcehub.exchange.spans import Span, spans
from resourcehub.exchange.taken import Taken
from resourcehub.exchange.texts import PageText
from resourcehub.hub import Hub
from resourcehub.problems import Place, Problem

Found = Mapping[str | Span, Taken]
Piece = tuple[str, str | None]  # a paragraph with the blank lines behind it, and what it was made from, where known


def write_pages(hub: Hub, tag: str, taken: Iterable[Taken]) -> tuple[list[str], list[Problem]]:
    """Write texts into the pages that they belong to. Return the files that were written, and what could not be.

    A page that nobody has translated yet is made when all of its texts are there.
    """
    pages: dict[str, dict[str | Span, Taken]] = {}
    for one in taken:
        if isinstance(one.text, PageText):
            pages.setdefault(one.text.key, {})[one.text.part] = one
    wanted: dict[str, list[PageText]] = {key: [] for key in pages}
    for text in page_texts(hub, tag) if pages else ():
        wanted.setdefault(text.key, []).append(text)
    done, problems = list[str](), list[Problem]()
    for key, found in pages.items():
        try:
            done.append(_write(hub, tag, key, found, wanted[key]))
        except Unwritable as error:
            problems.append(error.problem)
    return done, problems


def _write(hub: Hub, tag: str, key: str, found: Found, texts: Sequence[PageText]) -> str:
    source, own = hub.document(key, hub.settings.source), translated(hub, key, tag)
    file = own.source.file if own else f"{hub.settings.docs}/{key.removesuffix('.md')}.{tag}.md"
    if own is None and (missing := [t for t in texts if t.part not in found]):
        what = f"{len(missing)} of {len(texts)} texts of this page are not translated: a new page is made when all are"
        raise Unwritable(Problem(Place(file), what, "unfinished-page"))
    pieces = list(_pieces(own, source, found))
    fields = _front(own or source, found) | _reading(own, texts, found) | _made_from(own, source, found, pieces)
    body = _joined((own or source).body, [text for text, _ in pieces])
    path = hub.settings.root / file
    if own is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source.source.text, encoding="utf-8")
    try:
        set_page(hub.settings.root, file, fields, body)
    except Unwritable:
        if own is None:
            path.unlink()
        raise
    return file


def _front(document: Document, found: Found) -> dict[str, Any]:
    """Return the fields of the front matter that have other words now."""
    data, names = deepcopy(document.front), list[str]()
    for part, one in found.items():
        if isinstance(part, str):
            name, *way = part.split("/")
            names.append(name)
            if way:
                data[name][int(way[0])][way[1] if way[1:] else "text"] = one.words
            else:
                data[name] = one.words
    return {name: data[name] for name in dict.fromkeys(names)}


def _reading(own: Document | None, texts: Sequence[PageText], found: Found) -> dict[str, Any]:
    """Return what the page says of its readers: it is read when somebody has read each of its texts."""
    readers, read = list[str](), True
    for text in texts:
        one = found.get(text.part)
        by = one.read_by if one else text.row.read_by
        readers += [by] if by else []
        vouched = by or (text.row.state == "read" and not (one and one.new)) or not (one or text.row.text)
        read = read and bool(vouched)
    said = {"translation": "reviewed" if read else "machine"}
    if read and readers:
        said["read_by"] = max(readers, key=lambda by: by[-10:])
    return said if own is None or said["translation"] != own.meta.translation or readers else {}


def _made_from(own: Document | None, source: Document, found: Found, pieces: Sequence[Piece]) -> dict[str, Any]:
    """Return the fingerprints of what each part of the page was made from, where that is known of all."""
    made_from = [name for _, name in pieces]
    if None in made_from:
        return {}
    change = drift(own, source) if own else None
    older = set(change.front) - found.keys() if change else set()
    front = [digest(text) for place, text in said(source.meta).items() if place not in older]
    if older and own and own.meta.translates:
        front += [name for name in own.meta.translates.split("/")[0].split() if name not in front]
    return {"translates": " ".join([*front, "/", *map(str, made_from)])}


def _pieces(own: Document | None, source: Document, found: Found) -> Iterator[Piece]:
    """Yield the paragraphs of a page as it will be. What the source has no longer goes when all else is up to date."""
    _, *chunks = _chunks((own or source).body)
    known, now, parts = _known(own, source, len(chunks)), list(map(digest, paragraphs(source.body))), spans(own, source)
    whole, at = all(span.fits or span in found for span in parts), 0
    for span in parts:
        first, last = (span.first, span.last) if own else (span.begin, span.end)
        if not whole:
            yield from zip(chunks[at:first], known[at:first], strict=True)
        if span in found:
            words = found[span].words
            texts = paragraphs(words)
            blanks = _blanks(chunks[last - 1]) if last > first else "\n\n"
            ends = ["\n\n"] * (len(texts) - 1) + [blanks]
            yield from ((t + e, name) for t, e, name in zip(texts, ends, now[span.begin : span.end], strict=True))
        else:
            yield from zip(chunks[first:last], known[first:last], strict=True)
        at = last
    if not whole:
        yield from zip(chunks[at:], known[at:], strict=True)


def _known(own: Document | None, source: Document, count: int) -> list[str | None]:
    """Return what each paragraph of a page was made from; None of one that does not say."""
    made_from = ((own and own.meta.translates) or "").partition("/")[2].split()
    return list(made_from) if len(made_from) == count else [None] * count


def _chunks(body: str) -> list[str]:
    """Cut a text into what stands before its first paragraph, and its paragraphs with the blank lines behind them."""
    lines = body.splitlines(keepends=True)
    starts = [number for number, _ in numbered(body)]
    bounds = [0, *starts, len(lines)]
    return ["".join(lines[a:b]) for a, b in pairwise(bounds)]


def _blanks(chunk: str) -> str:
    return chunk[len(chunk.rstrip("\n")) :] or "\n"


def _joined(old: str, pieces: Sequence[str]) -> str:
    """Return paragraphs as a text that begins and ends as the old one did."""
    first = _chunks(old)[0]
    parts = [text if text.endswith("\n") else f"{text}\n" for text in pieces]
    for number, text in enumerate(parts[1:], 1):
        own_line = parts[number - 1].startswith("#") or text.startswith("#")
        if not parts[number - 1].endswith("\n\n") and not own_line:
            parts[number - 1] += "\n"
    ending = old[len(old.rstrip("\n")) :]
    return first + "".join(parts).rstrip("\n") + (ending or "\n")
