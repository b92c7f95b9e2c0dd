"""Answers of a form -> the fields of an entry, or what is wrong with them in the words of the question.

Nothing here is trusted: each value passes the checks of the model, as if an editor had written it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from resourcehub.catalog.addresses import untracked, wrapped
from resourcehub.catalog.faults import shaped
from resourcehub.catalog.fields import ID_LENGTH
from resourcehub.catalog.model import Resource
from resourcehub.catalog.source import Source
from resourcehub.catalog.tree import build
from resourcehub.edits.entry import entry_lines
from resourcehub.edits.questions import AnswerError, Question, tags_of, value_of

_WORDS_OF_AN_ID = 6


@dataclass(frozen=True, slots=True)
class Given:
    """What the answers come to: fields of an entry, faults as (question, message), and what was changed in them."""

    fields: dict[str, Any]
    faults: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def new_entry(answers: Mapping[str, str], questions: Sequence[Question], ids: Collection[str], today: date) -> Given:
    """Return the entry that the answers describe. ``ids`` are taken already."""
    fields, faults = _values(answers, questions)
    notes: list[str] = []
    if "url" in fields:
        fields["url"] = _clean(fields["url"], notes)
    more = fields.pop("more", [])
    tongues = list(dict.fromkeys([*fields.pop("languages", []), *more]))
    place = bool({"phone", "street"} & fields.keys())
    if tongues:
        fields["languages" if "url" in fields or not place else "spoken"] = tongues
    if place and "url" not in fields:
        fields.pop("format", None)
    fields |= {"id": new_id(fields.get("title", ""), fields.get("url", ""), ids), "added": today}
    faults += _shape_faults(fields, questions, {q for q, _ in faults})
    return Given(fields, faults, notes)


def _values(answers: Mapping[str, str], questions: Sequence[Question]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    fields: dict[str, Any] = {}
    faults: list[tuple[str, str]] = []
    for question in (q for q in questions if q.name in answers):
        try:
            text = answers[question.name]
            fields[question.name] = tags_of(text) if question.name == "more" else value_of(question, text)
        except AnswerError as error:
            faults.append((question.words, str(error)))
    return fields, faults


def _clean(address: str, notes: list[str]) -> str:
    """Return an address without what tracks its readers or only passes them on, and note that."""
    inner = wrapped(address)
    clean = untracked(inner[1] if inner and inner[1] else address)
    if clean != address:
        notes.append(f"The address was made clean: {clean}")
    return clean


def _shape_faults(fields: Mapping[str, Any], questions: Sequence[Question], told: set[str]) -> list[tuple[str, str]]:
    """Return what the model finds wrong, each with the question whose answer it is."""
    tree = build("", "\n".join(entry_lines(fields, "")))
    source = Source("", tree.data, node=tree.node)
    lines = {source.key_place((0, name)).line: name for name in tree.data[0]}
    words = {q.name: q.words for q in questions}
    words["spoken"] = words["languages"]
    found = []
    for problem in shaped(Resource, tree.data[0], source, (0,))[1]:
        missing = re.match(r"'(\w+)' is missing", problem.message)
        name = missing[1] if missing else lines[max(n for n in lines if n <= problem.place.line)]
        if words.get(name, name) not in told:
            found.append((words.get(name, name), _said(problem.message, name, bool(missing))))
    if not {"url", "phone", "street"} & fields.keys():
        found.append((words["url"], "Give an address, a phone number or a street: else nobody can find it."))
    return found


def _said(message: str, name: str, missing: bool) -> str:
    return "This needs an answer." if missing else message.removeprefix(f"{name}: ")


def new_id(title: str, address: str, taken: Collection[str]) -> str:
    """Return an id for a new resource: its first words in plain letters, else those of its address; not one taken."""
    for text in (title, re.sub(r"^https?://(www\.)?", "", address), "resource"):
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
        words = [w for w in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if w not in ("a", "an", "the")]
        base = "-".join(words[:_WORDS_OF_AN_ID])[: ID_LENGTH - 4].strip("-")
        if len(base) > 2:
            break
    return _free(base, taken)


def _free(base: str, taken: Collection[str]) -> str:
    found = base
    number = 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone wants changed: the resource, what about it, and the fields to set. ``note`` is for a person."""

    id: str | None
    wish: str
    values: dict[str, Any]
    note: str = ""
    faults: list[tuple[str, str]] = field(default_factory=list)


def known_entry(answers: Mapping[str, str], questions: Sequence[Question], ids: Iterable[str]) -> Wish:
    """Return what the answers ask to be changed about a resource that is there."""
    known = set(ids)
    values, faults = _values(answers, questions)
    words = {q.name: q.words for q in questions}
    name = id_in(values.pop("resource", ""), known)
    wish, note = values.pop("wish", "change"), values.pop("note", "")
    if name is None:
        faults.append((words["resource"], "No resource here has this address or name. Copy the address of its page."))
    if "url" in values:
        values["url"] = _clean(values["url"], [])
    if text := values.pop("replaced_by", ""):
        new = id_in(text, known)
        if new is None or new == name:
            faults.append((words["replaced_by"], "This must be the address of another resource on this site."))
        else:
            values["replaced_by"] = new
    if wish == "gone":
        values["status"] = "retired"
    elif values.pop("replaced_by", None):
        note = f"{note}\n\n{words['replaced_by']} {text}".strip()
    return Wish(name, wish, values, note, faults)


def id_in(text: str, known: Collection[str]) -> str | None:
    """Return the resource that is meant by its id or by the address of its page, in whatever language."""
    parts = [part for part in re.split(r"[/?#\s]+", text.strip()) if part]
    return next((part for part in reversed(parts) if part in known), None)
