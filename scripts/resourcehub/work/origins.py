"""Where each thing of a site comes from: from what it builds on, changed here or not, or its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resourcehub.catalog.overrides import Overlaid
from resourcehub.hub import Hub
from resourcehub.layers.stack import Layer

OWN = "this site"


@dataclass(frozen=True, slots=True)
class Origin:
    """A resource, a page or a language's words, and the hub that it comes from; ``note`` says what this site did."""

    kind: str
    name: str
    layer: str
    note: str = ""


def origins(hub: Hub) -> list[Origin]:
    """Return where each resource, word and page comes from, and what the site hides, pins and says differently."""
    found = [*_entries(hub), *_pages(hub), *_words(hub)]
    hidden = hub.hidden
    if hidden:
        rows = ((name.removesuffix("s"), ids) for name, ids in (*hidden.ids.items(), ("pages", hidden.pages)))
        found += [Origin(kind, name, "", "hidden") for kind, names in rows for name in sorted(names)]
    return found


def _entries(hub: Hub) -> Iterator[Origin]:
    for section, entries in hub.file.entries.items():
        for entry in entries:
            below = entry.source.under[0] if isinstance(entry.source, Overlaid) and entry.source.under else entry.source
            notes = ["pinned"] if section == "resources" and entry.id in hub.file.pinned else []
            if isinstance(entry.source, Overlaid) and entry.source.over:
                over = entry.source.over
                changed = sorted((over.fields.keys() - {"id"}) | over.taken)
                notes.append(f"{', '.join(changed)} set at {over.place('id')}")
            yield Origin(section.removesuffix("s"), entry.id or "", _layer(below.file, hub), "; ".join(notes))


def _pages(hub: Hub) -> Iterator[Origin]:
    lower = [layer for layer in hub.layers if layer.label]
    for document in hub.documents:
        layer = _layer(document.source.file, hub)
        replaced = next((low for low in reversed(lower) if layer == OWN and _has(low, document.path)), None)
        yield Origin("page", document.path, layer, f"in the place of that of {_name(replaced)}" if replaced else "")


def _has(layer: Layer, path: str) -> bool:
    return (layer.root / layer.settings.docs / path).is_file()


def _words(hub: Hub) -> Iterator[Origin]:
    for tag in hub.settings.locales:
        said = [m for m in hub.messages[tag].catalog.values() if m.forms]
        own = sum(1 for m in said if not m.inherited)
        if own and tag != hub.settings.source:
            yield Origin("words", tag, OWN, f"{own} of {len(said)} texts")


def _layer(file: str, hub: Hub) -> str:
    return next((_name(layer) for layer in hub.layers if layer.label and file.startswith(layer.label)), OWN)


def _name(layer: Layer) -> str:
    return layer.label.rstrip("/")


def as_lines(found: Sequence[Origin]) -> Iterator[str]:
    """Yield what a person wants to know: how much comes from where, and everything that this site did."""
    counts: dict[str, Counter[str]] = {}
    for origin in found:
        if origin.layer and origin.kind in ("resource", "page"):
            counts.setdefault(origin.layer, Counter())[origin.kind] += 1
    for layer, count in counts.items():
        yield f"From {layer}: {_count(count['resource'], 'resource')}, {_count(count['page'], 'page')}"
    for origin in found:
        if origin.note or (origin.layer == OWN and len(counts) > 1):
            yield f"  {origin.kind} {origin.name}: {origin.note or 'your own'}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
