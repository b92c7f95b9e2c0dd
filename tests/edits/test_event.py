"""An event of GitHub or a mail is read as far as it is needed; anything else is told in one sentence."""

import json

import pytest

from resourcehub.edits.event import MOST, EventError, read_event, read_mail


def event(body: str | None = "Words", *labels: str, action: str = "opened") -> bytes:
    """The shape that GitHub documents, with fields that are not needed beside those that are."""
    issue = {
        "number": 7,
        "title": "Resource: A",
        "state": "open",
        "user": {"login": "someone", "id": 1, "type": "User"},
        "labels": [{"id": 1, "name": name, "color": "ededed"} for name in labels],
        "body": body,
        "html_url": "https://github.com/owner/hub/issues/7",
    }
    return json.dumps(
        {"action": action, "issue": issue, "repository": {"full_name": "owner/hub"}, "sender": {}}
    ).encode()


@pytest.mark.parametrize("action", ["opened", "edited", "labeled"])
def test_an_issue_is_read_with_its_number_and_who_accepted_it(action: str) -> None:
    letter = read_event(event("A\r\nB", "accepted", action=action), "accepted")
    assert (letter.number, letter.body, letter.approved) == (7, "A\r\nB", action != "edited")
    assert not read_event(event("A", "question"), "accepted").approved
    assert read_event(event(None), "accepted").body == ""


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b'{"action": "opened"}', b'{"action": 1, "issue": {}}'])
def test_what_is_no_event_is_told(data: bytes) -> None:
    with pytest.raises(EventError, match="no event of an issue"):
        read_event(data, "accepted")


def test_a_body_longer_than_any_form_is_refused() -> None:
    with pytest.raises(EventError, match="at most"):
        read_event(event("x" * (MOST + 1)), "accepted")


MAIL = "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"


@pytest.mark.parametrize(
    "data",
    [
        "### What?\n\nGrüße".encode(),
        "\ufeff### What?\r\n\r\nGrüße".encode(),
        f"{MAIL}Content-Type: text/plain; charset=utf-8\r\n\r\n### What?\r\n\r\nGrüße".encode(),
        f"{MAIL}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "### What?\r\n\r\nGr=C3=BC=C3=9Fe".encode(),
        f"{MAIL}Content-Type: text/plain; charset=iso-8859-1\r\n\r\n> ### What?\r\n>\r\n> Grüße".encode("latin-1"),
    ],
    ids=["text", "text of Windows", "mail", "quoted-printable", "answer in another encoding"],
)
def test_a_mail_is_read_as_mail_programs_save_it(data: bytes) -> None:
    letter = read_mail(data)
    assert [line for line in letter.body.split("\n") if line.strip()] == ["### What?", "Grüße"]
    assert letter.approved and letter.number == 0


def test_a_mail_without_plain_words_is_told() -> None:
    with pytest.raises(EventError, match="no plain text"):
        read_mail(b"\xff\xfe\x00")
