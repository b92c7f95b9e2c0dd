"""Which languages stand in the language menu, and which have a few pages only: no family meets an empty promise."""

from collections.abc import Iterable

from resourcehub.catalog.model import Catalog
from resourcehub.catalog.read import Document
from resourcehub.languages.states import Messages, coverage
from resourcehub.languages.units import Unit, catalog_units
from resourcehub.languages.words import Words

_HOME = "index.md"
_LABELS = ("kinds", "topics", "audiences")


def spoken(
    words: Words, messages: Messages, catalog: Catalog, documents: Iterable[Document], share: int | None, source: str
) -> bool:
    """Say whether a language stands in the menu.

    ``share`` is the part of texts and pages, in percent, that must be translated. Where it is None, the home page, the
    interface and the labels must be: the titles of kinds, topics and audiences.
    """
    units, tag = list(catalog_units(catalog)), words.locale.tag
    pages = {d.key: d for d in documents if d.locale == source}
    own = {d.key for d in documents if d.locale == tag} & pages.keys()
    if share is not None:
        found = coverage(messages, units)
        done = found.translated + found.stale + found.unfinished + len(own)
        return 100 * done >= share * (len(units) + len(pages))
    labels = (messages.catalog.get(unit.context) for unit in units if _is_label(unit))
    return _HOME in own and bool(words.phrases) and all(m is not None and m.state != "missing" for m in labels)


def _is_label(unit: Unit) -> bool:
    section, _, name = unit.context.split("/")
    return section in _LABELS and name == "title"
