"""What a page says of itself is read as far as it does; a person decides. Nothing is read of a private network."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from resourcehub.links.page import facts_of
from resourcehub.links.visit import Pace

PAGES = {
    "/page": ("text/html; charset=utf-8", b'<!doctype html><html lang="es-MX"><head><title>Leer\n &amp; jugar</title>'),
    "/latin": ("text/html; charset=iso-8859-1", "<html lang=xx-yy><title>Año</title>".encode("latin-1")),
    "/meta": ("text/html", '<meta charset="windows-1251"><title>Школа</title>'.encode("cp1251")),
    "/odd": ("text/html; charset=nothing", b"<html><title>A</title><svg><title>B</title></svg>"),
    "/guide.pdf": ("application/pdf", b"x" * 1_600_000),
    "/small.pdf": ("application/pdf", b"x"),
    "/film": ("video/mp4", b"x"),
    "/form": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"x"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body = PAGES.get(self.path, ("text/html", b""))
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # closed early
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def here() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("/page", {"title": "Leer & jugar", "languages": "es-MX", "format": "web-page"}),
        ("/latin", {"title": "Año", "format": "web-page"}),
        ("/meta", {"title": "Школа", "format": "web-page"}),
        ("/odd", {"title": "A", "format": "web-page"}),
        ("/guide.pdf", {"format": "pdf", "megabytes": "1.6"}),
        ("/small.pdf", {"format": "pdf"}),
        ("/film", {"format": "video"}),
        ("/form", {"format": "document"}),
        ("/nothing", {}),
    ],
)
def test_what_a_page_says_of_itself_is_read(here: str, path: str, facts: dict[str, str]) -> None:
    near = Pace(timeout=3, tries=1)
    assert facts_of(f"{here}{path}", lambda number: number.startswith("127."), near) == facts


def test_nothing_is_read_of_a_private_network(here: str) -> None:
    assert facts_of(f"{here}/page", pace=Pace(timeout=3, tries=1)) == {}
