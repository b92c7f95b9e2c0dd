"""What the template of an authored page is given besides the text: its frame, cards, sources, ways to hand it on."""

from functools import partial
from typing import Any

from markupsafe import Markup

from resourcehub.catalog.read import Document
from resourcehub.hub import Hub
from resourcehub.markup.cards import Cards
from resourcehub.markup.facts import Facts
from resourcehub.markup.render import Renderer
from resourcehub.markup.share import share
from resourcehub.pages.authored import Frame, base_of, document_view, path_of
from resourcehub.pages.browse import ALL
from resourcehub.pages.glossary import glossary_view
from resourcehub.pages.inventory import newest
from resourcehub.pages.reach import message
from resourcehub.pages.voice import Voice


def authored(hub: Hub, voice: Voice, renderer: Renderer, document: Document) -> dict[str, Any]:
    """Return the values of the template by name, in the voice's locale."""
    shown = document_view(document, hub.documents, voice, hub.drawings)
    path, tag = path_of(document.key), voice.locale.tag
    full = hub.full_address(tag, path)
    head = hub.head(tag, path, hub.translations(document.key), document.meta.noindex)
    paper = renderer.paper(full, shown.number) if full else Markup()
    base, cards = base_of(hub.settings.prefix(tag) + path), Cards(Facts(renderer, voice))
    return {
        "frame": Frame.of(shown.title, shown.description, base, path, renderer.head(**head), paper),
        "current": path,
        "doc": shown,
        "glossary": glossary_view(document, hub.documents, voice),
        "way": share(shown.title.text, full, *message(hub.settings.contact, voice)) if full else None,
        "newest": newest(voice),
        "cards": partial(cards.all, way=base + hub.settings.prefix(tag) + ALL),
        "catalog": voice.catalog,
        "source_href": hub.settings.source_href(document.source.file),
    }
