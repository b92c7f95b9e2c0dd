"""Addresses are visited politely, and each kind of answer is told for what it is: against servers that do all of it."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from resourcehub.links.polite import NAME, look
from resourcehub.links.visit import Pace, is_public

PACE = Pace(timeout=0.6, whole=2.0, pause=0.02, tries=2, backoff=0.02, most=20_000)
HOME = b"<html><title>Home of the school</title>"


@dataclass
class Seen:
    """What a server saw: paths and names of agents in their order, and how many requests it had at once."""

    paths: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    now: int = 0
    most: int = 0
    times: list[float] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way; ``/robots.txt`` keeps all robots out of one folder."""

    seen: Seen
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        seen, path = self.seen, self.path
        seen.paths.append(path)
        seen.agents.add(self.headers["User-Agent"])
        seen.now += 1
        seen.most = max(seen.most, seen.now)
        seen.times.append(time.monotonic())
        try:
            getattr(self, f"_{path.strip('/').split('/')[0].replace('-', '_').replace('.', '_')}", self._lost)()
        except (BrokenPipeError, ConnectionResetError):
            pass  # closed early
        finally:
            seen.now -= 1

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        usual = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        self.send_response(status)
        for name, value in (usual | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass

    def _robots_txt(self) -> None:
        self.answer(200, b"User-agent: *\nDisallow: /kept/\n", Content_Type="text/plain")

    def _good(self) -> None:
        self.answer(200, b"<title>A &amp; B</title>" + b"x" * 100)

    _kept = _new = _good

    def _moved(self) -> None:
        self.answer(301, Location="/moved-again")

    def _moved_again(self) -> None:
        self.answer(308, Location="/new")

    def _temporary(self) -> None:
        self.answer(302, Location="/new")

    def _soft(self) -> None:
        self.answer(302, Location="/home")

    def _home(self) -> None:
        self.answer(200, HOME)

    def _titled(self) -> None:
        self.answer(
            200, b"<title>Page not found</title>" if "there" not in self.path else b"<title>404 ways to read</title>"
        )

    def _status(self) -> None:
        self.answer(int(self.path.rpartition("/")[2]))

    def _flaky(self) -> None:
        self.answer(503 if self.seen.paths.count(self.path) == 1 else 200)

    def _loop(self) -> None:
        self.answer(301, Location="/loop/2" if self.path == "/loop" else "/loop")

    def _slow(self) -> None:
        time.sleep(1.5)
        self.answer(200)

    def _drip(self) -> None:
        self.answer(200, Content_Length="1000000")
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        for _ in range(2000):
            self.wfile.write(b"x" * 65_536)

    def _heads(self) -> None:
        self.answer(200, X_Many="x" * 200_000)

    def _hostile(self) -> None:
        self.answer(
            302, Location={"1": "http://[", "2": "file:///etc/passwd", "3": "javascript:alert(1)"}[self.path[-1]]
        )

    def _inside(self) -> None:
        self.answer(302, Location="http://10.0.0.1/")

    def _cut(self) -> None:
        self.answer(200, b"short", Content_Length="5000")
        self.close_connection = True

    def _lost(self) -> None:
        self.answer(302, Location="/home")  # a server that has no page for what never was


@pytest.fixture
def server() -> Iterator[tuple[str, Seen]]:
    seen = Seen()
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"seen": seen}))
    httpd.daemon_threads = True
    threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}", seen
    httpd.shutdown()
    httpd.server_close()


def near(number: str) -> bool:
    return number.startswith("127.")


@pytest.mark.parametrize(
    ("path", "sort", "why"),
    [
        ("good", "good", ""),
        ("moved", "moved", "moved for good"),
        ("temporary", "good", ""),
        ("soft", "changed", "never was"),
        ("titled/gone", "changed", "never was"),
        ("titled/there", "good", ""),
        ("status/404", "gone", "404"),
        ("status/410", "gone", "410"),
        ("status/401", "blocked", "401"),
        ("status/403", "blocked", "403"),
        ("status/429", "blocked", "429"),
        ("status/451", "blocked", "451"),
        ("status/500", "silent", "500"),
        ("flaky", "good", ""),
        ("loop", "silent", "in a circle"),
        ("slow", "silent", "too long"),
        ("drip", "silent", "too long"),
        ("huge", "good", ""),
        ("heads", "silent", "no connection"),
        ("hostile/1", "blocked", "no address"),
        ("hostile/2", "blocked", "no address"),
        ("hostile/3", "blocked", "no address"),
        ("inside", "blocked", "private network"),
        ("kept/a", "blocked", "robots"),
        ("cut", "silent", "no connection"),
    ],
)
def test_each_kind_of_answer_is_told_for_what_it_is(server: tuple[str, Seen], path: str, sort: str, why: str) -> None:
    start = time.monotonic()
    found = look([f"{server[0]}/{path}"], {}, pace=PACE, allowed=near)[f"{server[0]}/{path}"]
    assert (found.sort, why in found.why) == (sort, True), found
    assert time.monotonic() - start < 15, "a server cannot hold a visit up"


def test_a_page_that_moved_for_good_says_where_and_what_it_is_called(server: tuple[str, Seen]) -> None:
    found = look([f"{server[0]}/moved"], {}, pace=PACE, allowed=near)[f"{server[0]}/moved"]
    assert (found.target, found.title) == (f"{server[0]}/new", "A & B")


def test_a_page_that_is_called_otherwise_now_is_compared_with_one_that_never_was(server: tuple[str, Seen]) -> None:
    address = f"{server[0]}/home"
    assert look([address], {}, pace=PACE, allowed=near)[address].sort == "good"
    assert look([address], {address: "How to read"}, pace=PACE, allowed=near)[address].sort == "changed"


def test_one_request_at_a_time_at_a_host_with_a_pause_under_a_name(server: tuple[str, Seen]) -> None:
    addresses = [f"{server[0]}/good/{n}" for n in range(6)]
    pace = Pace(timeout=2, pause=0.1, tries=1)
    found = look(addresses, {}, "https://hub.example.org/", pace, near)
    seen = server[1]
    assert [v.sort for v in found.values()] == ["good"] * 6 and seen.most == 1
    assert seen.paths[0] == "/robots.txt" and len(seen.paths) == 7
    visits = seen.times[1:]
    assert min(b - a for a, b in pairwise(visits)) >= 0.1
    (name,) = seen.agents
    assert name.startswith(f"{NAME}/") and "+https://hub.example.org/" in name


def test_who_asks_to_be_left_alone_is(server: tuple[str, Seen]) -> None:
    first, *rest = addresses = [f"{server[0]}/status/429", *(f"{server[0]}/good/{n}" for n in range(4))]
    found = look(addresses, {}, pace=PACE, allowed=near)
    assert found[first].sort == "blocked" and {found[a].sort for a in rest} <= {"blocked", "good"}
    after = server[1].paths[server[1].paths.index("/status/429") + 1 :]
    assert after == [], "nothing was asked of it again"


def test_a_broken_certificate_is_no_answer(server: tuple[str, Seen]) -> None:
    address = server[0].replace("http:", "https:") + "/good"
    assert look([address], {}, pace=PACE, allowed=near)[address].sort == "silent"


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        *((n, False) for n in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1")),
        *((n, False) for n in ("0.0.0.0", "::1", "fc00::1", "fe80::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1")),
    ],
)
def test_only_public_addresses_are_visited(number: str, public: bool) -> None:
    assert is_public(number) is public


def test_a_private_address_is_not_even_connected_to(server: tuple[str, Seen]) -> None:
    address = f"{server[0]}/good"
    assert look([address], {}, pace=PACE)[address].why == "a private network"
    assert server[1].paths == []
