"""What people read of a proposal: the answer below an issue, and the text of a pull request.

Whatever somebody typed stands in blocks of code, where nothing is a link, a mention, a picture or a command.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from resourcehub.edits.intake import Proposal
from resourcehub.hub import Hub
from resourcehub.pages.views import view

LABEL = "accepted"
MARK = "<!-- hub intake -->"  # by it the workflow finds its answer again, to change it


def answer(found: Proposal, cards: Sequence[str], approved: bool) -> str:
    """Return the answer to who filled in the form, as Markdown."""
    return "\n\n".join([MARK, *_answer(found, cards, approved)]) + "\n"


def _answer(found: Proposal, cards: Sequence[str], approved: bool) -> Iterator[str]:
    if found.faults:
        yield "Thank you. Please mend this first: choose the three dots at the top of this page, then **Edit**."
        yield code("\n".join(fault_lines(found.faults)))
        return
    if not found.files:
        yield "Thank you for telling us. A person looks at it: this cannot be changed by itself."
        return
    yield "Thank you. Everything fits."
    yield from _body(found, cards)
    if approved:
        yield "It is accepted, and stands in a pull request now."
    else:
        yield f"Next, someone who looks after this site reads it, and gives it the label `{LABEL}`."


def request(found: Proposal, cards: Sequence[str], number: int) -> str:
    """Return the text of the pull request for issue ``number``; 0: there is none."""
    asked = [f"Asked for in #{number}. Merging this closes it. Closes #{number}"] if number else []
    return "\n\n".join([*asked, *_body(found, cards)]) + "\n"


def _body(found: Proposal, cards: Sequence[str]) -> Iterator[str]:
    yield from ("What families will see:", *map(code, cards)) if cards else ()
    yield "What is written into the catalog:"
    yield code("\n".join(found.lines), "yaml")
    if found.note:
        yield "For a person to read:"
        yield code(found.note)
    if found.notes:
        yield "Good to know. None of it stands in the way:"
        yield code("\n".join(f"- {note}" for note in found.notes))


def fault_lines(faults: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what is wrong with answers, each below its question."""
    for words, message in faults:
        yield from (words, f"  {message}") if words else (message,)


def code(text: str, kind: str = "text") -> str:
    """Return a text as a block of code that nothing in it can end (CommonMark 0.31, 4.5)."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{text}\n{fence}"


def card(hub: Hub, name: str, tag: str) -> str:
    """Return the card of a resource in words, as one language shows it."""
    voice = hub.voice(tag)
    item = voice.catalog.resources[name]
    shown, there = view(item, voice), (item.resource.phone, item.resource.street)
    colon = voice.locale.colon
    facts = [
        f"{fact.label.text}{colon}{voice.locale.comma.join(v.text.text for v in fact.values)}" for fact in shown.facts
    ]
    return "\n".join(
        [f"[{hub.registry[tag].name}]", shown.title.text, shown.summary.text, *filter(None, there), *facts]
    )
