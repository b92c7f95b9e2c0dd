"""Where a link leads beside what it says: a number is dialled, a mail sent and a site opened as the words have it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from resourcehub.catalog.plain import shown
from resourcehub.prose.links import is_mail, scheme
from resourcehub.prose.reading import Link
from resourcehub.telephone import CURE, Telephone, read_telephone

Fault = tuple[str, str]  # what is wrong, and its code
_DIALLED = re.compile(r"\+?[\d().-]+(?:;ext=\d+)?")  # RFC 3966, section 3
# What is certainly the name of a site, and no file or abbreviation.
_ENDS = "com|org|net|edu|gov|us|info|io"
_SITE = re.compile(rf"(?:https?://([^\s/?#]+)|(www\.[\w.-]+)|((?:[\w-]+\.)+(?:{_ENDS})))(?:[/?#]\S*)?", re.IGNORECASE)
_SAME = 7  # so many last digits tell a number from others, however its beginning is written


def target_faults(link: Link) -> Iterator[Fault]:
    """Yield what is wrong with a link that dials or mails, and where its words name another target."""
    kind, target = scheme(link.target), link.target.partition(":")[2]
    if kind == "tel":
        yield from _dials(unquote(target), link.words)
    elif kind == "mailto":
        yield from _mails(unquote(target.partition("?")[0]), link.words)
    elif kind in ("http", "https") and not link.picture:
        yield from _opens(link)


def _dials(target: str, words: str) -> Iterator[Fault]:
    number = _number(target.replace(";ext=", " ext. "))
    if number is None:
        yield f"'tel:{shown(target)}': this is not one number that can be dialled: {CURE}", "bad-phone"
    elif not _DIALLED.fullmatch(target):
        yield f"'tel:{shown(target)}': write 'tel:{number.dial}'", "bad-phone"
    elif (said := _number(words)) and said.number[-_SAME:] != number.number[-_SAME:]:
        yield f"the words say '{shown(words)}', and the link dials '{shown(target)}': put one right", "other-target"


def _number(text: str) -> Telephone | None:
    try:
        return read_telephone(text)
    except ValueError:
        return None


def _mails(target: str, words: str) -> Iterator[Fault]:
    if not is_mail(target):
        yield f"'mailto:{shown(target)}' is no mail address: write one such as office@example.org", "bad-mail"
    elif is_mail(words.removeprefix("mailto:")) and words.removeprefix("mailto:").lower() != target.lower():
        what = f"the words say '{shown(words)}', and the link writes to '{shown(target)}': put one right"
        yield what, "other-target"


def _opens(link: Link) -> Iterator[Fault]:
    said = _SITE.fullmatch(link.words.strip())
    try:
        host = (urlsplit(link.target).hostname or "").lower()
    except ValueError:
        return
    name = next(filter(None, said.groups()), "").lower().removeprefix("www.") if said else ""
    if name and name not in link.target.lower() and not name.endswith(f".{host.removeprefix('www.')}"):
        what = f"the words name the site '{shown(name)}', and the link opens '{shown(host)}': put one right"
        yield what, "other-target"
