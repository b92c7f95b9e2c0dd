"""Ways to hand a page on without script or tracking: links that open the reader's own programs, and a QR code."""

import struct
import zlib
from dataclasses import dataclass
from typing import Any

import zxingcpp

# Any of the eight masks can be read (ISO/IEC 18004, 7.8); choosing the prettiest takes four times as long.
_MASK = 3
_PLAIN = frozenset("-._~:/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_ESCAPED = {code: f"%{code:02X}" for code in range(128) if chr(code) not in _PLAIN}
_DIGITS = bytes.maketrans(b"\x00\xff", b"01")  # a dark and a light module


@dataclass(frozen=True, slots=True)
class Share:
    """Links that write a page's title and full address into a message."""

    text: str
    whatsapp: str
    mail: str


def share(title: str, address: str, *lines: str) -> Share:
    """Return how to hand on the page at ``address``, a full URL, and ``lines`` below it: whom to call, and where.

    A text message holds the address alone: it is short.

    ``sms:?&body=`` is read by Android (RFC 5724 takes what follows ``?``) and by iPhones (what follows ``&``);
    ``wa.me/?text=`` is WhatsApp's own link for a message without a receiver; ``mailto:`` follows RFC 6068.
    """
    subject, place = _quoted(title), _quoted(address)
    body = [place, *map(_quoted, lines)]
    return Share(
        text=f"sms:?&body={place}",
        whatsapp=f"https://wa.me/?text={'%0A'.join((subject, *body))}",
        mail=f"mailto:?subject={subject}&body={'%0D%0A'.join(body)}",
    )


def _quoted(text: str) -> str:
    """Return a text for a link. Letters beyond ASCII stay: browsers write their octets when the link is followed.

    (URL Living Standard, 4.3 "URL writing": so a title in Arabic or Chinese takes a third of the room.)
    """
    return text.translate(_ESCAPED)


def qr(address: str) -> bytes:
    """Return a QR code (ISO/IEC 18004) with its quiet zone as a PNG picture, one pixel a module."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="L", data_mask=_MASK)
    picture: Any = code.to_image(scale=1, add_quiet_zones=True)
    return png(bytes(memoryview(picture)).translate(_DIGITS), picture.shape[1])


def png(digits: bytes, width: int) -> bytes:
    """Return a PNG picture (W3C, PNG 3rd edition) of one bit a pixel from ``0`` (black) and ``1``, row by row.

    It is not compressed: that would take half as long as all else, for sixty bytes.
    """
    octets = -(-width // 8)
    rows = [digits[start : start + width] for start in range(0, len(digits), width)]
    full, unfiltered = b"0" * (8 * octets - width), b"0" * 8  # what fills a row up, and the octet before it
    whole = unfiltered + (full + unfiltered).join(rows) + full
    data = int(whole, 2).to_bytes(len(rows) * (octets + 1), "big")
    head = struct.pack(">IIBBBBB", width, len(rows), 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(data, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
