"""What an authored page shows besides its text: titles, notices, cards, sources; and the frame around every page."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from resourcehub.catalog.front import Explainer
from resourcehub.catalog.model import Citation, Name
from resourcehub.catalog.read import Document
from resourcehub.catalog.versions import drift
from resourcehub.languages.locales import Locale, Text
from resourcehub.pages.views import ResourceView, view
from resourcehub.pages.voice import Link, Voice
from resourcehub.prose.citations import keys_in
from resourcehub.prose.reading import without_code
from resourcehub.rules.pictures import Drawing

_NONE = Markup()


@dataclass(frozen=True, slots=True)
class Frame:
    """The slots of one page: plain strings (escaped where they stand) and three rendered parts.

    ``base`` leads from the page to the root of the site (``./``, ``../``); ``path`` is its locale-free address.
    """

    lang: str
    dir: str
    title: str
    description: str
    descriptionlang: str
    descriptiondir: str
    base: str
    path: str
    head: Markup
    paper: Markup
    main: Markup

    @classmethod
    def of(cls, title: Text, description: Text, base: str, path: str, head: Markup, paper: Markup = _NONE) -> "Frame":
        """Build a frame; title and description each know their language. What is in it comes later."""
        one, other = title.locale, description.locale
        words = (one.tag, one.direction, title.text, description.text, other.tag, other.direction)
        return cls(*words, base, path, head, paper, _NONE)

    @classmethod
    def hollow(cls, slot: Callable[[str], str]) -> "Frame":
        """Build a shell's frame: each value is its own slot."""
        values = {name: Markup(slot(name)) for name in cls.__slots__}  # noqa: S704 - letters only
        return cls(**values)

    def slots(self) -> dict[str, str]:
        """Return the values by slot name (``shell.SLOTS``)."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Source:
    """A citation in a page's list of sources, under its number."""

    number: int
    citation: Citation
    authors: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of an explainer with the numbers of its sources."""

    text: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as a card of another page."""

    link: Link
    summary: Text
    eyebrow: Text | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing and, in words, what it shows."""

    drawing: Drawing
    text: Text


@dataclass(frozen=True, slots=True)
class DocumentView:
    """An authored page in one locale; ``missing`` when the words are the source language's for want of others.

    ``stale`` when it is older than its source and nobody can say where; ``newer``: what the source says now, by the
    place of the text that is older (``title``, ``fact``, ``claims/0``). Paragraphs are the matter of ``newer.py``.
    """

    title: Text
    description: Text
    eyebrow: Text | None
    locale: Locale
    missing: bool
    machine: bool
    stale: bool
    newer: Mapping[str, Text]
    fact: Text | None
    myth: Text | None
    claims: tuple[Statement, ...]
    doors: tuple[Entry, ...]
    children: tuple[Entry, ...]
    resources: tuple[ResourceView, ...]
    sources: tuple[Source, ...]
    number: str | None
    picture: Picture | None

    @property
    def newer_opening(self) -> tuple[Text, ...]:
        """What the source now says in its title and the like, for which there is no better place than the top."""
        return tuple(
            text for place, text in self.newer.items() if place not in ("fact", "myth") and "claims/" not in place
        )


def path_of(key: str) -> str:
    """Return the locale-free address of a page: ``myths/index.md`` -> ``myths/``, ``about.md`` -> ``about/``."""
    stem = key.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def base_of(address: str) -> str:
    """Return the relative way from a page's address (``es/about/``) to the root of the site."""
    return "../" * address.count("/") or "./"


def numbers(document: Document, known: Container[str]) -> dict[str, int]:
    """Number a page's ``known`` sources: those of its claims, then those cited in its text, then those only listed."""
    meta = document.meta
    claimed = [key for claim in meta.claims for key in claim.sources] if isinstance(meta, Explainer) else []
    keys = dict.fromkeys([*claimed, *keys_in(without_code(document.body)), *meta.sources])
    return {key: n for n, key in enumerate((key for key in keys if key in known), 1)}


def document_view(
    document: Document, documents: Sequence[Document], voice: Voice, drawings: Mapping[str, Drawing] | None = None
) -> DocumentView:
    """Return what an authored page shows in the voice's locale; ``documents`` are all pages in all languages."""
    meta, spoken = document.meta, voice.registry[document.locale]
    original = next(d for d in documents if d.key == document.key and d.locale == voice.catalog.source)
    known = voice.catalog.citations
    sources = {key: cite(n, known[key]) for key, n in numbers(document, known).items()}
    explainer = meta if isinstance(meta, Explainer) else None
    written = next(d for d in documents if (d.key, d.locale) == (document.key, document.locale))
    older, source = drift(written, original), voice.registry[original.locale]

    def say(text: str | None) -> Text | None:
        return Text(text, spoken) if text else None

    claims = explainer.claims if explainer else ()
    icons = {door.page: door.icon for door in original.meta.doors}
    return DocumentView(
        title=Text(meta.title, spoken),
        description=Text(meta.description, spoken),
        eyebrow=say(meta.eyebrow),
        locale=spoken,
        missing=document.locale != voice.locale.tag,
        machine=document.locale != original.locale and meta.translation != "reviewed",
        stale=older.whole,
        newer={place: Text(text, source) for place, text in older.front.items()},
        fact=say(explainer.fact) if explainer else None,
        myth=say(explainer.myth) if explainer else None,
        claims=tuple(
            Statement(Text(c.text, spoken), tuple(sources[s] for s in c.sources if s in sources)) for c in claims
        ),
        doors=tuple(
            Entry(Link(Text(d.title, spoken), path_of(d.page), icons.get(d.page)), Text(d.text, spoken), None)
            for d in meta.doors
        ),
        children=children(document.key, documents, voice),
        resources=cards(original.meta.resources, voice),
        sources=tuple(sources.values()),
        number=voice.numbers.get(path_of(document.key)),
        picture=_picture(document, original, voice, drawings or {}),
    )


def _picture(document: Document, original: Document, voice: Voice, drawings: Mapping[str, Drawing]) -> Picture | None:
    """Return a page's own picture or its source page's, in its own words or in those of the source page."""
    drawing = drawings.get(document.meta.picture or original.meta.picture or "")
    speaker = document if document.meta.picture_text else original
    return Picture(drawing, Text(speaker.meta.picture_text or "", voice.registry[speaker.locale])) if drawing else None


def cards(ids: Iterable[str], voice: Voice) -> tuple[ResourceView, ...]:
    """Return the views of the published resources among ``ids`` that are not over."""
    found = (voice.catalog.resources.get(i) for i in ids)
    return tuple(view(item, voice) for item in found if item and item.resource.stands(voice.today))


def children(key: str, documents: Sequence[Document], voice: Voice) -> tuple[Entry, ...]:
    """Return the pages beside an ``index.md``, not those below, each in the reader's language where it exists."""
    folder = key.removesuffix("index.md")
    if not folder or folder == key:
        return ()
    own = [d for d in documents if d.locale == voice.catalog.source and d.key != key]
    beside = [d for d in own if d.key.rpartition("/")[0] == folder.rstrip("/")]
    return tuple(_entry(in_locale(d.key, documents, voice), voice) for d in beside)


def in_locale(key: str, documents: Sequence[Document], voice: Voice) -> Document:
    """Return the page that speaks for ``key`` in the reader's language. Raises StopIteration if there is none."""
    same = {d.locale: d for d in documents if d.key == key}
    return same.get(voice.locale.tag) or same[voice.catalog.source]


def _entry(document: Document, voice: Voice) -> Entry:
    spoken = voice.registry[document.locale]
    meta = document.meta
    eyebrow = Text(meta.eyebrow, spoken) if meta.eyebrow else None
    return Entry(Link(Text(meta.title, spoken), path_of(document.key)), Text(meta.description, spoken), eyebrow)


def cite(number: int, citation: Citation) -> Source:
    """Return a citation under its number, its authors in one line."""
    return Source(number, citation, _join([_name(n) for n in citation.author]))


def _name(name: Name) -> str:
    """``Karen L. Mapp`` -> ``Mapp, K. L.`` as author-date styles print it (APA 7, section 9.8)."""
    if name.literal or not name.given:
        return name.literal or name.family or ""
    initials = " ".join(part if part.endswith(".") else f"{part[0]}." for part in name.given.split())
    return f"{name.family}, {initials}"


def _join(names: Sequence[str]) -> str:
    return ", & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
