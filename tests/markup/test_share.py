"""Handing a page on: the links say the same in every program, and the code can be read by a machine."""

import io
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image

from resourcehub.markup.share import png, qr, share

ADDRESS = "https://school.example.org/hub/es/resources/first-guide/"
TITLE = 'Leer & "contar": ¿cómo? #1 100%'


def test_each_link_carries_the_address_and_where_there_is_room_the_title() -> None:
    way = share(TITLE, ADDRESS)
    assert way.text == f"sms:?&body={ADDRESS}"
    assert parse_qs(urlsplit(way.whatsapp).query)["text"] == [f"{TITLE}\n{ADDRESS}"]
    mail = parse_qs(urlsplit(way.mail).query)
    assert (mail["subject"], mail["body"]) == ([TITLE], [ADDRESS])


def test_lines_stand_below_the_address_but_for_a_text_message() -> None:
    """A line of a mail ends with two signs (RFC 6068, section 5)."""
    way = share("A", ADDRESS, "The office: +1 510 555 0100", "1 Main & Oak")
    assert way.text == f"sms:?&body={ADDRESS}"
    lines = [ADDRESS, "The office: +1 510 555 0100", "1 Main & Oak"]
    assert parse_qs(urlsplit(way.whatsapp).query)["text"] == ["\n".join(["A", *lines])]
    assert parse_qs(urlsplit(way.mail).query)["body"] == ["\r\n".join(lines)]


@pytest.mark.parametrize("title", ["دليل العائلة", "家庭指南 100%", "año — niñez"])
def test_letters_beyond_ascii_stay_for_the_browser_to_write(title: str) -> None:
    """Written as octets, an Arabic title takes three times as many bytes (URL Living Standard, 4.3)."""
    way = share(title, ADDRESS)
    for link, name in ((way.whatsapp, "text"), (way.mail, "subject")):
        assert parse_qs(urlsplit(link).query)[name][0].split("\n")[0] == title
        assert {c for c in title if not c.isascii()} <= set(link)


@pytest.mark.parametrize("link", ["whatsapp", "mail"])
def test_no_sign_of_a_title_ends_the_link_early(link: str) -> None:
    found = getattr(share("a&b=c#d?e", ADDRESS), link)
    assert "#" not in found and "&b=" not in found


@pytest.mark.parametrize("address", [ADDRESS, "https://a.example/", f"{ADDRESS}{'long-' * 30}", f"{ADDRESS}é/"])
def test_the_code_is_a_small_picture_that_a_reader_reads(address: str) -> None:
    """As a phone sees it on paper: larger, and with nothing around it but its own quiet zone."""
    code = qr(address)
    assert len(code) < 1000
    with Image.open(io.BytesIO(code)) as picture:
        assert picture.mode == "1"
        assert picture.crop((0, 0, picture.width, 4)).getextrema() == (255, 255)
        large = picture.convert("L").resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST)
    assert [found.text for found in zxingcpp.read_barcodes(large)] == [address]


@pytest.mark.parametrize("width", [1, 7, 8, 9, 37])
def test_a_picture_is_read_dot_by_dot(width: int) -> None:
    dots = "".join("01"[(n * n) % 3 % 2] for n in range(width * 5))
    with Image.open(io.BytesIO(png(dots.encode(), width))) as picture:
        assert picture.size == (width, 5)
        assert "".join("01"[value > 0] for value in picture.convert("L").tobytes()) == dots
