"""What pages one locale has: their addresses, what the list from A to Z names, what came last."""

from collections.abc import Iterable, Iterator, Sequence

from resourcehub.catalog.read import Document
from resourcehub.languages.locales import Text
from resourcehub.pages.authored import in_locale, path_of
from resourcehub.pages.browse import active, facets, listings, meant_for
from resourcehub.pages.views import ResourceView, view
from resourcehub.pages.voice import OWN, Link, Voice, resource_path


def paths(voice: Voice) -> Iterator[str]:
    """Yield the locale-free address of every stamped page."""
    yield from (resource_path(i) for i in voice.catalog.resources)
    yield from (listing.path for listing in listings(voice))
    yield from (facet.path for facet in facets(voice) if facet.path)
    yield from OWN


def addresses(documents: Iterable[Document], voice: Voice, prefix: str) -> list[str]:
    """Return the address below the root of every page of one locale, authored and stamped; ``prefix`` is its folder."""
    authored = (path_of(d.key) for d in documents if d.locale == voice.catalog.source)
    return [prefix + path for path in (*authored, *paths(voice))]


def entries(documents: Sequence[Document], voice: Voice) -> Iterator[Link]:
    """Yield a link to every resource that lists show, and to every authored page but the first and hidden ones."""
    yield from (Link(item.title, resource_path(item.resource.id)) for item in active(voice))
    for document in documents:
        if document.locale == voice.catalog.source and document.key != "index.md" and not document.meta.noindex:
            own = in_locale(document.key, documents, voice)
            yield Link(Text(own.meta.title, voice.registry[own.locale]), path_of(own.key))


def newest(voice: Voice, most: int = 3) -> list[ResourceView]:
    """Return the resources added last, the latest first; of one day, those most for families."""
    items = sorted(active(voice), key=lambda r: (-r.resource.added.toordinal(), meant_for(r, "families")))
    return [view(item, voice) for item in items[:most]]
