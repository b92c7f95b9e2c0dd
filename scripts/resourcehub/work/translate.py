"""What translators need: PO files brought up to date, and a table of what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from resourcehub.catalog.versions import drift
from resourcehub.hub import Hub
from resourcehub.languages.locales import builtin
from resourcehub.languages.merge import Update, update
from resourcehub.languages.po import po_files
from resourcehub.languages.states import Coverage, Messages, coverage, site_units
from resourcehub.languages.units import interface_units
from resourcehub.problems import Problem
from resourcehub.shipped import PACKAGE, templates_dir


@dataclass(frozen=True, slots=True)
class Row:
    """One locale's coverage: texts of the PO file, and pages (up to date, old or nobody knows, missing)."""

    tag: str
    texts: Coverage
    pages: tuple[int, int, int]


def po_file(hub: Hub, tag: str) -> str:
    """Return the path of a locale's PO file, relative to the root."""
    return f"{hub.settings.docs}/translations/{tag}.po"


def update_site(hub: Hub) -> Iterator[tuple[str, Update | None, list[Problem]]]:
    """Bring every PO file of the site up to date; yield file, what was done (None: nothing could be), problems."""
    interface = interface_units([templates_dir()])
    for tag in hub.settings.locales:
        if tag != hub.settings.source:
            units = site_units(hub.file.catalog, hub.messages[tag], interface)
            file, root = po_file(hub, tag), hub.settings.root
            if units or any(po_files(root, file)):  # what the site builds on may speak a language alone
                yield (file, *update(root, file, units, hub.registry[tag]))


def update_generator() -> Iterator[tuple[str, Update | None, list[Problem]]]:
    """Bring the generator's own interface words up to date with its templates; for those who work on it."""
    units = interface_units([templates_dir()])
    for path in sorted((PACKAGE / "languages/locales").glob("*.po")):
        file = f"languages/locales/{path.name}"
        yield (file, *update(PACKAGE, file, units, builtin()[path.stem]))


def status(hub: Hub) -> list[Row]:
    """Return the coverage of each locale but the source language."""
    interface = interface_units([templates_dir()])
    tags = [tag for tag in hub.settings.locales if tag != hub.settings.source]
    return [
        _row(hub, tag, hub.messages[tag], site_units(hub.file.catalog, hub.messages[tag], interface)) for tag in tags
    ]


def _row(hub: Hub, tag: str, messages: Messages, units: list) -> Row:  # type: ignore[type-arg]
    sources = {d.key: d for d in hub.documents if d.locale == hub.settings.source}
    own = [d for d in hub.documents if d.locale == tag and d.key in sources]
    states = [drift(document, sources[document.key]) for document in own]
    stale = sum(1 for state in states if state or state.unknown)
    return Row(tag, coverage(messages, units), (len(own) - stale, stale, len(sources.keys() - {d.key for d in own})))
