"""Ways to hand a page on without script or tracking: links that open the reader's own programs, and a QR code."""

import io
from dataclasses import dataclass
from urllib.parse import quote

import segno

# Any of the eight masks can be read (ISO/IEC 18004, 7.8); choosing the prettiest takes six times as long.
_MASK = 3


@dataclass(frozen=True, slots=True)
class Share:
    """Links that write a page's title and full address into a message."""

    text: str
    whatsapp: str
    mail: str


def share(title: str, address: str) -> Share:
    """Return how to hand on the page at ``address``, a full URL. A text message holds the address alone: it is short.

    ``sms:?&body=`` is read by Android (RFC 5724 takes what follows ``?``) and by iPhones (what follows ``&``);
    ``wa.me/?text=`` is WhatsApp's own link for a message without a receiver; ``mailto:`` follows RFC 6068.
    """
    subject, place = quote(title, safe=":/"), quote(address, safe=":/")
    return Share(
        text=f"sms:?&body={place}",
        whatsapp=f"https://wa.me/?text={subject}%0A{place}",
        mail=f"mailto:?subject={subject}&body={place}",
    )


def qr(address: str) -> bytes:
    """Return a QR code (ISO/IEC 18004) with its quiet zone as a PNG picture, one pixel a module."""
    picture = io.BytesIO()
    segno.make_qr(address, error="l", boost_error=False, mask=_MASK).save(picture, kind="png", scale=1)
    return picture.getvalue()
