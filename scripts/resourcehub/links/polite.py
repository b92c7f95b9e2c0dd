"""Many visits at once, one at a time at each host, as its rules for robots ask (RFC 9309)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from urllib.parse import urlsplit

import httpx
from protego import Protego

from resourcehub.links.verdict import Verdict, judge, made_up
from resourcehub.links.visit import NO_ADDRESS, REST, ROBOTS, Guarded, Pace, Turn, Visit, is_public, visit

NAME = "resourcehub-links"
TOO_MANY = 429
_LONGEST = 30.0  # seconds that a host may ask for between two requests


def agent(about: str) -> str:
    """Return the name under which a robot visits; ``about`` is an address that tells who sends it."""
    return f"{NAME}/{version('resourcehub')}" + (f" (+{about})" if about else "")


def client(about: str, seconds: float, allowed: Callable[[str], bool]) -> httpx.AsyncClient:
    """Return what visits are made with: under our name, and never into a network that ``allowed`` does not take."""
    headers = {"User-Agent": agent(about), "Accept": "text/html,*/*;q=0.8"}
    return httpx.AsyncClient(transport=Guarded(allowed), headers=headers, timeout=seconds, trust_env=False)


@dataclass
class _Host:
    """What is known of one host: whose turn it is, its rules for robots, and whether it asked for rest."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Protego | None = None
    known: bool = False
    rests: bool = False
    free: float = 0.0

    def lets(self, address: str) -> bool:
        """Say whether its rules let this robot visit an address."""
        return self.rules is None or bool(self.rules.can_fetch(address, NAME))

    def pause(self, least: float) -> float:
        """Return how many seconds to wait between two requests: as it asks, within reason."""
        asked = self.rules.crawl_delay(NAME) if self.rules else None
        return max(least, min(float(asked or 0), _LONGEST))


class Round:
    """One round of visits."""

    def __init__(self, client: httpx.AsyncClient, pace: Pace) -> None:
        self._client, self._pace = client, pace
        self._hosts: dict[str, _Host] = {}
        self._together = asyncio.Semaphore(pace.hosts)

    async def look(self, address: str, known: str) -> Verdict:
        """Visit an address, and say what it is; ``known`` is the title that its page had before."""
        async with self._together:
            found = await visit(self._client, address, self._turn, self._pace)
            other: Visit | None = None
            if asked := made_up(address, found, known):
                other = await visit(self._client, asked, self._turn, self._pace)
            return judge(address, found, other)

    @asynccontextmanager
    async def _turn(self, address: str) -> AsyncIterator[Turn]:
        """Wait for one's turn at the host of an address, and hold it until the answer is there."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            yield Turn(NO_ADDRESS)
            return
        origin = f"{parts.scheme}://{parts.netloc}"
        host = self._hosts.setdefault(origin, _Host())
        async with host.turn:
            clock = asyncio.get_running_loop().time
            if not host.known:
                host.rules, host.known = await self._rules(origin), True
            await asyncio.sleep(max(0.0, host.free - clock()))
            turn = Turn(REST if host.rests else "" if host.lets(address) else ROBOTS)
            yield turn
            host.rests = host.rests or turn.status == TOO_MANY
            host.free = clock() + host.pause(self._pace.pause)

    async def _rules(self, origin: str) -> Protego | None:
        """Return a host's rules for robots; None where it has none that can be read."""
        try:
            answer = await asyncio.wait_for(self._start(f"{origin}/robots.txt"), self._pace.timeout)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError):
            return None
        return Protego.parse(answer) if answer else None

    async def _start(self, address: str) -> str:
        async with self._client.stream("GET", address, follow_redirects=False) as answer:
            data = b""
            async for part in answer.aiter_bytes(8192):
                data += part
                if len(data) >= self._pace.most:
                    break
            return data.decode("utf-8", "replace") if answer.status_code == 200 else ""


def look(
    addresses: Iterable[str],
    titles: Mapping[str, str],
    about: str = "",
    pace: Pace | None = None,
    allowed: Callable[[str], bool] = is_public,
) -> dict[str, Verdict]:
    """Visit addresses and return what became of each. ``titles`` are those that their pages had before."""
    pace = pace or Pace()

    async def all_of_them() -> dict[str, Verdict]:
        async with client(about, pace.timeout, allowed) as web:
            asked = list(dict.fromkeys(addresses))
            tour = Round(web, pace)
            found = await asyncio.gather(*(tour.look(address, titles.get(address, "")) for address in asked))
            return dict(zip(asked, found, strict=True))

    return asyncio.run(all_of_them())
