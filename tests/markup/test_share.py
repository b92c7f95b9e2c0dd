"""Handing a page on: the links say the same in every program, and the code can be read by a machine."""

from urllib.parse import parse_qs, urlsplit

import pytest

from resourcehub.markup.share import qr, share

ADDRESS = "https://school.example.org/hub/es/resources/first-guide/"
TITLE = 'Leer & "contar": ¿cómo? #1 100%'


def test_each_link_carries_the_address_and_where_there_is_room_the_title() -> None:
    way = share(TITLE, ADDRESS)
    assert way.text == f"sms:?&body={ADDRESS}"
    assert parse_qs(urlsplit(way.whatsapp).query)["text"] == [f"{TITLE}\n{ADDRESS}"]
    mail = parse_qs(urlsplit(way.mail).query)
    assert (mail["subject"], mail["body"]) == ([TITLE], [ADDRESS])


@pytest.mark.parametrize("link", ["whatsapp", "mail"])
def test_no_sign_of_a_title_ends_the_link_early(link: str) -> None:
    found = getattr(share("a&b=c#d?e", ADDRESS), link)
    assert "#" not in found and "&b=" not in found


def test_the_code_is_a_small_picture() -> None:
    code = qr(ADDRESS)
    assert code.startswith(b"\x89PNG")
    assert len(code) < 400
