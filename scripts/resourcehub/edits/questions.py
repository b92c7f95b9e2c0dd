"""The questions of a form, made from the model and the catalog, and how its answers are read.

GitHub writes the answers of a form into the body of an issue: each below a heading ``### `` with the words of its
question, ``_No response_`` where there is none, the choices of a list parted by comma and blank (GitHub Docs, "Syntax
for GitHub's form schema").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from resourcehub.catalog.fields import is_language
from resourcehub.catalog.model import Catalog
from resourcehub.catalog.tongues import is_named, meant, name_of
from resourcehub.languages.locales import builtin
from resourcehub.pages.views import COSTS, FORMATS

_NOTHING = ("_No response_", "None")
_HEADING = "### "


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the field it fills, its words, and what can be chosen: the words of each choice -> its value.

    What is not ``asked`` of people may be read from a page.
    """

    name: str
    words: str
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    several: bool = False
    long: bool = False
    needed: bool = False
    asked: bool = True


class AnswerError(ValueError):
    """An answer that cannot be used; the message says why and what to do."""


def of_a_new_one(catalog: Catalog, languages: Sequence[str]) -> tuple[Question, ...]:
    """Return what a form asks of a new resource; ``languages`` are the tags that can be chosen."""
    web = "Its address, beginning with https://. Leave it empty for a place without a website."
    return (
        Question("title", "What is it called?", needed=True),
        Question("url", "Where is it on the web?", web),
        Question(
            "summary",
            "What will people find there, and whom does it help?",
            "One or two sentences in your own words, 280 characters at most.",
            long=True,
            needed=True,
        ),
        Question("kind", "What is it?", choices=_titles(catalog.kinds), needed=True),
        Question("topics", "What is it about?", "One or more.", _titles(catalog.topics), several=True, needed=True),
        Question("audiences", "For whom is it?", "One or more.", _titles(catalog.audiences), several=True, needed=True),
        Question("languages", "In which languages is it?", "One or more.", _names(languages), several=True),
        Question("more", "In other languages, too?", "Their names, with commas between them, such as: Somali, Khmer."),
        Question("format", "What opens when one follows the address?", choices=_formats()),
        Question("cost", "Does it cost anything?", choices={words: name for name, words in COSTS.items()}, needed=True),
        Question("megabytes", "How large is it, in megabytes?", asked=False),
        Question("publisher", "Who made it?", "An office, a group, a publisher."),
        Question("year", "From which year is it?", "Leave it empty if you do not know."),
        Question("phone", "A phone number, if it is a place", "One number, such as +1 510 555 0100 ext. 7."),
        Question("street", "A street, if it is a place", "As on an envelope."),
        Question("hours", "When is the place open?", "Such as: Mon-Fri 9:00-17:00, Sat 10:00-12:00"),
    )


WISHES = {
    "Something about it is wrong": "change",
    "Its link is dead, or shows something else": "dead",
    "It is no longer offered": "gone",
}


def of_a_known_one() -> tuple[Question, ...]:
    """Return what a form asks of a resource that is there."""
    return (
        Question("resource", "Which one?", "The address of its page on this site, or its name there.", needed=True),
        Question("wish", "What is wrong?", choices=WISHES, needed=True),
        Question("url", "Its address now", "If you know where it has gone. It begins with https://"),
        Question("title", "What it should be called", "Only if the name is wrong."),
        Question("summary", "What people find there", "Only if this is wrong: 280 characters at most.", long=True),
        Question("phone", "Its phone number", "Only if the number is wrong."),
        Question(
            "replaced_by", "What should people use instead?", "The address of a page on this site, if there is one."
        ),
        Question("note", "What else should we know?", long=True),
    )


def _titles(terms: Sequence[Any]) -> dict[str, str]:
    return {term.title: term.id for term in terms}


def _names(tags: Sequence[str]) -> dict[str, str]:
    known = builtin()
    return dict(sorted((known[tag].english if known.knows(tag) else name_of(tag), tag) for tag in tags))


def _formats() -> dict[str, str]:
    return {words: name for name, words in FORMATS.items() if name != "place"}


def read_answers(body: str, questions: Sequence[Question]) -> dict[str, str] | None:
    """Return the answers in the body of an issue by field, blank ones left out; None where it is no such form.

    Headings count in the order of the questions: one that stands in an answer ends nothing.
    """
    lines = re.sub(r"\r\n?", "\n", body).split("\n")
    starts: list[tuple[Question, int]] = []
    for question in questions:
        after = starts[-1][1] + 1 if starts else 0
        at = next((n for n in range(after, len(lines)) if lines[n].rstrip() == _HEADING + question.words), None)
        if at is not None:
            starts.append((question, at))
    if not {q.name for q in questions if q.needed} <= {q.name for q, _ in starts}:
        return None
    ends = [at for _, at in starts[1:]] + [len(lines)]
    found = {q.name: "\n".join(lines[at + 1 : end]).strip() for (q, at), end in zip(starts, ends, strict=True)}
    return {name: text for name, text in found.items() if text and text not in _NOTHING}


def value_of(question: Question, text: str) -> Any:
    """Return what an answer says: words, the value that was chosen, or a list of values.

    Raises AnswerError for a choice that the form does not have.
    """
    if question.several:
        return list(dict.fromkeys(_chosen(question, text)))
    if question.choices:
        return next(_chosen(question, text))
    return text if question.long else " ".join(text.split())


def _chosen(question: Question, text: str) -> Iterator[str]:
    """Yield the values of choices parted by commas, each named by its words, which may hold commas, or by its id."""
    rest = " ".join(text.split())
    known = {**{value: value for value in question.choices.values()}, **question.choices}
    longest = sorted(known, key=len, reverse=True)
    while rest:
        words = next((w for w in longest if rest == w or rest.startswith(f"{w},")), None)
        if words is None:
            raise AnswerError(f"'{rest[:60]}' is not one of: {', '.join(question.choices)}")
        yield known[words]
        rest = rest[len(words) :].lstrip(", ")


def tags_of(text: str) -> list[str]:
    """Return the tags of languages named one after the other. Raises AnswerError for one that nobody knows."""
    names = [name.strip() for name in re.split(r"[,;\n]", text) if name.strip()]
    found = {name: name if is_language(name) and is_named(name) else meant(name) for name in names}
    if unknown := [name for name, tag in found.items() if tag is None]:
        raise AnswerError(f"no language is called {', '.join(repr(n[:40]) for n in unknown)}: write its English name")
    return [tag for tag in found.values() if tag]
