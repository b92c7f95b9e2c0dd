"""Handing a page on: the links say the same in every program, and the code can be read by a machine."""

from base64 import b64decode
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from resourcehub.share import share

ADDRESS = "https://school.example.org/hub/es/resources/first-guide/"
TITLE = 'Leer & "contar": ¿cómo? #1 100%'


def test_each_link_carries_title_and_address() -> None:
    way = share(TITLE, ADDRESS)
    assert way.text.startswith("sms:?&body=")
    assert unquote(way.text.partition("body=")[2]) == f"{TITLE}\n{ADDRESS}"
    assert parse_qs(urlsplit(way.whatsapp).query)["text"] == [f"{TITLE}\n{ADDRESS}"]
    mail = parse_qs(urlsplit(way.mail).query)
    assert (mail["subject"], mail["body"]) == ([TITLE], [ADDRESS])


@pytest.mark.parametrize("link", ["text", "whatsapp", "mail"])
def test_no_sign_of_a_title_ends_the_link_early(link: str) -> None:
    found = getattr(share("a&b=c#d?e", ADDRESS), link)
    assert "#" not in found and "&b=" not in found


def test_the_code_is_a_picture() -> None:
    head, _, data = share(TITLE, ADDRESS).qr.partition(",")
    assert head == "data:image/png;base64"
    assert b64decode(data).startswith(b"\x89PNG")
