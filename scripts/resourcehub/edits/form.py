"""A form of GitHub's issues, made from the questions, so that it always asks what the catalog knows."""

from collections.abc import Sequence
from typing import Any

import yaml

from resourcehub.edits.questions import Question

FOLDER = ".github/ISSUE_TEMPLATE"
NEW, KNOWN = "resource.yml", "correct.yml"
_TITLES = {NEW: "Resource: ", KNOWN: "Correction: "}
_NAMES = {NEW: "Suggest a resource", KNOWN: "Correct a resource"}
_ABOUT = {
    NEW: "Something that families or schools should find here. No technical knowledge needed.",
    KNOWN: "A wrong word, a dead link, something that is no longer offered.",
}
_HEAD = "# Made by 'hub form' from the catalog, whose kinds, topics and audiences can be chosen here: run it again.\n"
_WELCOME = "What you send here is public: leave out what only you and the school should know."


def form_text(name: str, questions: Sequence[Question]) -> str:
    """Return the file of a form (GitHub Docs, "Syntax for issue forms")."""
    whole = {
        "name": _NAMES[name],
        "description": _ABOUT[name],
        "title": _TITLES[name],
        "body": [{"type": "markdown", "attributes": {"value": _WELCOME}}, *(_item(q) for q in questions if q.asked)],
    }
    return _HEAD + yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=118)


def _item(question: Question) -> dict[str, Any]:
    kind = "dropdown" if question.choices else "textarea" if question.long else "input"
    attributes: dict[str, Any] = {"label": question.words}
    if question.help:
        attributes["description"] = question.help
    if question.choices:
        attributes |= {"multiple": True} if question.several else {}
        attributes["options"] = list(question.choices)
    needed = {"validations": {"required": True}} if question.needed else {}
    return {"type": kind, "id": question.name, "attributes": attributes, **needed}
