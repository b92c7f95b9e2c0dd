"""One visit of an address: a request that is closed early, hop by hop, never to a private network."""

import asyncio
import re
import socket
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from ipaddress import ip_address
from urllib.parse import urljoin

import httpx

from resourcehub.catalog.plain import shown

_PERMANENT, _REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
# Why there was no answer.
PRIVATE, LOOP, NO_HOST = "a private network", "it leads in a circle", "no such host"
NO_ADDRESS, SLOW, REST = "it leads to what is no address", "it took too long", "the host asks to be left alone"
ROBOTS = "the rules of the host for robots"
_CERTAIN = (PRIVATE, LOOP, NO_HOST, NO_ADDRESS, REST, ROBOTS)
_BUSY = (0, 500, 502, 503, 504)
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset=["']?([\w-]{1,40})""")


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient and how polite a visit is: seconds, tries, and how many bytes of a page are read."""

    timeout: float = 20.0
    whole: float = 60.0
    pause: float = 1.0
    tries: int = 3
    backoff: float = 4.0
    hosts: int = 8
    most: int = 65_536
    hops: int = 8


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit came to: the ``status`` of the last answer, 0 where there was none, and why there was none.

    ``address`` is where it ended, ``permanent`` whether each hop on the way said that it holds for ever.
    """

    status: int = 0
    address: str = ""
    permanent: bool = False
    fault: str = ""
    title: str = ""
    language: str = ""
    kind: str = ""
    size: int | None = None


class Refused(httpx.TransportError):
    """The address leads into a private network."""


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public network (IANA's registries, by the standard library)."""
    return ip_address(address).is_global


class Guarded(httpx.AsyncHTTPTransport):
    """Connects only to addresses that ``allowed`` takes, to the very one that was looked at."""

    def __init__(self, allowed: Callable[[str], bool] = is_public) -> None:
        super().__init__()
        self._allowed = allowed

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Look the host up once, and connect there. The certificate must still be that of the name."""
        host, port = request.url.host, request.url.port or (443 if request.url.scheme == "https" else 80)
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            never = isinstance(error, UnicodeError) or getattr(error, "errno", 0) == socket.EAI_NONAME
            raise httpx.ConnectError(NO_HOST if never else "names cannot be looked up") from error
        numbers = [str(info[4][0]).partition("%")[0] for info in found]
        if not all(map(self._allowed, numbers)):
            raise Refused(f"{host} is in a private network")
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=numbers[0])
        return await super().handle_async_request(request)


@dataclass(slots=True)
class Turn:
    """One's turn at a host: why an address there must not be visited, if so; then what the host answered."""

    fault: str = ""
    status: int = 0


Gate = Callable[[str], AbstractAsyncContextManager[Turn]]  # waits until it is one's turn at an address


async def visit(client: httpx.AsyncClient, address: str, gate: Gate, pace: Pace) -> Visit:
    """Return what an address answers, wherever its redirections end. Nothing is raised for what a server does."""
    found = Visit()
    for attempt in range(pace.tries):
        if attempt:
            await asyncio.sleep(pace.backoff * 2 ** (attempt - 1))
        try:
            async with asyncio.timeout(pace.whole):
                found = await _followed(client, address, gate, pace)
        except TimeoutError:
            found = Visit(address=address, fault=SLOW)
        if found.status not in _BUSY or found.fault in _CERTAIN:
            break
    return found


async def _followed(client: httpx.AsyncClient, address: str, gate: Gate, pace: Pace) -> Visit:
    seen, permanent, here = {address}, True, address
    for _ in range(pace.hops):
        async with gate(here) as turn:
            if turn.fault:
                return Visit(address=here, fault=turn.fault)
            found = await _once(client, here, pace)
            turn.status = found.status
        if found.status not in _REDIRECTS or not found.address:
            return replace(found, address=here, permanent=permanent and here != address)
        permanent, here = permanent and found.status in _PERMANENT, found.address
        if here in seen:
            break
        seen.add(here)
    return Visit(address=here, fault=LOOP)


async def _once(client: httpx.AsyncClient, address: str, pace: Pace) -> Visit:
    """Return the answer to one request; of a redirection where it leads, of a page its title."""
    try:
        async with client.stream("GET", address) as answer:
            where = answer.headers.get("location", "")
            if answer.status_code in _REDIRECTS and where:
                return Visit(answer.status_code, urljoin(address, where))
            return await _read(answer, pace.most)
    except Refused:
        return Visit(fault=PRIVATE)
    except (httpx.InvalidURL, ValueError):
        return Visit(fault=NO_ADDRESS)
    except httpx.TimeoutException:
        return Visit(fault=SLOW)
    except httpx.HTTPError as error:
        return Visit(fault=NO_HOST if str(error) == NO_HOST else f"no connection ({type(error).__name__})")


async def _read(answer: httpx.Response, most: int) -> Visit:
    """Read the beginning of an answer as it comes, without unpacking it further than needed."""
    data = b""
    if answer.status_code < 400 and "html" in answer.headers.get("content-type", ""):
        async for part in answer.aiter_bytes(8192):
            data += part[: most - len(data)]
            if len(data) >= most or b"</title" in data.lower():
                break
    head = _Head()
    head.feed(_text(data, answer.charset_encoding))
    size = answer.headers.get("content-length", "")
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    long = int(size) if size.isascii() and size.isdecimal() else None
    return Visit(answer.status_code, title=head.title, language=shown(head.language, 40), kind=kind, size=long)


def _text(data: bytes, charset: str | None) -> str:
    named = _CHARSET.search(data)
    for code in filter(None, (charset, named and named[1].decode())):
        try:
            return data.decode(code, "replace")
        except LookupError:  # an encoding that nobody knows
            continue
    return data.decode("utf-8", "replace")


class _Head(HTMLParser):
    """Reads the language and the title of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.language, self.title, self._inside = "", "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the language of the page, and see the title begin."""
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""
        self._inside = tag == "title" and not self.title

    def handle_endtag(self, tag: str) -> None:
        """See the title end."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Take the words of the title."""
        if self._inside:
            self.title = shown(self.title + data, 200)
