"""A form that somebody filled in -> a change of the catalog, or what to mend in its answers. Nothing is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from resourcehub.catalog.addresses import key
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.model import Catalog, Status
from resourcehub.edits.answers import Wish, known_entry, new_entry
from resourcehub.edits.change import RESOURCES, ChangeError, insert, set_fields
from resourcehub.edits.entry import entry_lines, field_lines
from resourcehub.edits.questions import Question, of_a_known_one, of_a_new_one, read_answers
from resourcehub.hub import Hub
from resourcehub.problems import Problem, errors


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a letter comes to: the resource, ``files`` to write with their texts, and ``lines`` as people read them.

    ``faults`` are (question, message) where an answer must be mended; a ``note`` is left for a person to deal with.
    """

    id: str = ""
    title: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    note: str = ""
    faults: tuple[tuple[str, str], ...] = ()

    @property
    def ready(self) -> bool:
        """Whether there is something to write, and nothing to mend."""
        return bool(self.files) and not self.faults


def questions_of(catalog: Catalog, locales: Iterable[str]) -> tuple[Question, ...]:
    """Return what the form of a new resource asks on a site of this catalog and these languages."""
    tongues = {tag for resource in catalog.resources for tag in resource.understood}
    return of_a_new_one(catalog, sorted({*locales, *tongues}))


def propose(hub: Hub, body: str, today: date) -> Proposal:
    """Return what the text of a form asks for."""
    new, known = questions_of(hub.file.catalog, hub.settings.locales), of_a_known_one()
    if (answers := read_answers(body, new)) is not None:
        return added(hub, answers, new, today)
    if (answers := read_answers(body, known)) is not None:
        wish = known_entry(answers, known, [r.id for r in hub.file.catalog.resources])
        return _changed(hub, wish, known)
    return Proposal(faults=(("", "This is not the text of the form. Please fill in the form again."),))


def added(hub: Hub, answers: Mapping[str, str], questions: Sequence[Question], today: date) -> Proposal:
    """Return the new resource that answers, by the fields of questions, describe."""
    taken = {name for section, name in hub.file.places if section == RESOURCES}
    given = new_entry(answers, questions, taken, today)
    name = given.fields["id"]
    found = Proposal(name, f"Add {name}", {}, tuple(entry_lines(given.fields)), tuple(given.notes))
    faults = [*given.faults, *_twice(hub.file.catalog, given.fields.get("url", ""), questions)]
    if faults:
        return replace(found, faults=tuple(faults))
    return _written(found, lambda: insert(hub.settings.root, hub.settings.catalog, given.fields))


def _twice(catalog: Catalog, url: str, questions: Sequence[Question], name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the resource that leads to the same page already, however its address is written."""
    words = next(q.words for q in questions if q.name == "url")
    for resource in catalog.resources if url else ():
        there = (resource.address, *(edition.url for edition in resource.editions))
        if resource.id != name and key(url) in map(key, filter(None, there)):
            yield words, f"This is here already: '{resource.title}' ({resource.id})."


def _changed(hub: Hub, wish: Wish, questions: Sequence[Question]) -> Proposal:
    if wish.faults or wish.id is None:
        return Proposal(faults=tuple(wish.faults))
    if wish.wish == "gone":
        return replace(retired(hub, wish.id, wish.values.get("replaced_by")), note=wish.note)
    found = Proposal(wish.id, f"Correct {wish.id}", note=wish.note)
    if not wish.values:
        return found if wish.note or wish.wish == "dead" else replace(found, faults=(_nothing(questions),))
    if twice := tuple(_twice(hub.file.catalog, wish.values.get("url", ""), questions, wish.id)):
        return replace(found, faults=twice)
    return _set(hub, found, wish.values)


def retired(hub: Hub, name: str, instead: str | None) -> Proposal:
    """Return the change that retires a resource; ``instead`` is the one that replaces it."""
    values = {"status": Status.RETIRED.value, **({"replaced_by": instead} if instead else {})}
    return _set(hub, Proposal(name, f"Retire {name}"), values)


def _set(hub: Hub, found: Proposal, values: Mapping[str, Any]) -> Proposal:
    own, _ = read_catalog(hub.settings.root, hub.settings.catalog, alone=False)
    here, known = ({e.id for e in file.entries[RESOURCES]} for file in (own, hub.file))
    if found.id in known and found.id not in here:
        below = "This resource comes from another hub that this site builds on: it must be corrected there."
        return replace(found, note=f"{found.note}\n\n{below}".strip())
    lines = tuple(line for name, value in values.items() for line in field_lines(name, value, ""))
    return _written(replace(found, lines=lines), lambda: set_fields(hub.settings.root, own, found.id, values))


def _written(found: Proposal, write: Callable[[], dict[str, bytes]]) -> Proposal:
    try:
        return replace(found, files=write())
    except ChangeError as error:
        return replace(found, faults=(("", str(error)),))


def _nothing(questions: Sequence[Question]) -> tuple[str, str]:
    return questions[-1].words, "Say what should be different, here or in one of the answers above."


def judged(found: Proposal, new: Iterable[Problem]) -> Proposal:
    """Return a proposal with what the check of the whole hub says of the change: ``new`` is what it brings.

    Errors are faults, warnings are notes.
    """
    told = sorted(new)
    bad = errors(told)
    notes = [f"{p.place}: {p.message}" for p in told if p not in bad]
    return replace(found, faults=(*found.faults, *(("", p.message) for p in bad)), notes=(*found.notes, *notes))
