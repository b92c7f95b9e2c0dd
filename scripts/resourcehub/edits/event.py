"""What GitHub tells a workflow about an issue, as far as it is needed, and a mail that holds the same answers.

The shape of the event is that of GitHub's webhook ``issues`` (GitHub Docs, "Webhook events and payloads").
"""

import email
import email.policy
import json
import re
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

MOST = 200_000  # signs of a body; GitHub takes 65,536


class EventError(ValueError):
    """The file tells of no issue, or no mail; the message says why."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A form that was filled in: the number of its issue (0 for a mail), its text, and whether a person approved it."""

    number: int
    body: str
    approved: bool = False


class _Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class _Label(_Shape):
    name: str


class _Issue(_Shape):
    number: int
    body: str | None = None
    labels: list[_Label] = []


class _Event(_Shape):
    action: str
    issue: _Issue


def read_event(data: bytes, label: str) -> Letter:
    """Return the form in an event of an issue; ``label`` is what a person sets who approves it.

    Raises EventError where this is no such event.
    """
    try:
        event = _Event.model_validate(json.loads(data))
    except (ValidationError, ValueError) as error:
        raise EventError(
            f"this is no event of an issue ({type(error).__name__}): give the file of GITHUB_EVENT_PATH"
        ) from None
    # What was accepted is no longer what stands there after an edit.
    approved = event.action != "edited" and label in (one.name for one in event.issue.labels)
    return Letter(event.issue.number, _checked(event.issue.body or ""), approved)


def read_mail(data: bytes) -> Letter:
    """Return the form in a mail as a mail program saves it (RFC 5322), or in its text alone; it counts as approved.

    The person who runs the program has read it. Marks of quoting are taken away. Raises EventError without a text.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("plain",)) if message.keys() else None
    try:
        text = part.get_content() if part else data.decode("utf-8-sig")
    except (LookupError, UnicodeDecodeError, KeyError):
        raise EventError(
            "the mail has no plain text that can be read: save its words as a text file in UTF-8"
        ) from None
    return Letter(0, _checked(re.sub(r"(?m)^(?:> ?)+", "", re.sub(r"\r\n?", "\n", text))), approved=True)


def _checked(text: str) -> str:
    if len(text) > MOST:
        raise EventError(f"the text has {len(text)} characters, {MOST} at most")
    return text
