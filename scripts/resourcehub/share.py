"""Ways to hand a page on without script or tracking: links that open the reader's own programs, and a QR code."""

from dataclasses import dataclass
from urllib.parse import quote

import segno

# Any of the eight masks can be read (ISO/IEC 18004, 7.8); choosing the prettiest takes six times as long.
_MASK = 3


@dataclass(frozen=True, slots=True)
class Share:
    """A page's full address, links that write it into a message, and its QR code as a picture's ``data:`` address."""

    address: str
    text: str
    whatsapp: str
    mail: str
    qr: str


def share(title: str, address: str) -> Share:
    """Return how to hand on the page at ``address``, a full URL.

    ``sms:?&body=`` is read by Android (RFC 5724 takes what follows ``?``) and by iPhones (what follows ``&``);
    ``wa.me/?text=`` is WhatsApp's own link for a message without a receiver; ``mailto:`` follows RFC 6068.
    """
    subject, body = quote(title, safe=":/"), quote(f"{title}\n{address}", safe=":/")
    return Share(
        address=address,
        text=f"sms:?&body={body}",
        whatsapp=f"https://wa.me/?text={body}",
        mail=f"mailto:?subject={subject}&body={quote(address, safe=':/')}",
        qr=qr(address),
    )


def qr(address: str) -> str:
    """Return a QR code (ISO/IEC 18004) with its quiet zone, one pixel a module, as a ``data:`` address."""
    code = segno.make_qr(address, error="l", boost_error=False, mask=_MASK)
    return str(code.png_data_uri(scale=1))
