"""What tests share: a browser, the hubs they look at, each built once, and a server as GitHub Pages is one.

Tests run in several processes (pytest-xdist). Each has a browser and servers of its own; a hub is built by the first
that asks for it, and the others wait.
"""

import gzip
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

import browser as finder
from builds import HUBS, ROOT, Once, hub
from kinds import TAGS

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is. Without one the test fails: a missing browser is no reason to skip."""
    path = finder.find()
    assert path, "no browser: run 'make browser'"
    return path


@pytest.fixture(scope="session")
def playwright(chromium: str) -> Iterator[Playwright]:
    """What drives the browsers: one in a process, started after the search for a browser, which asks it too."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Chromium, started."""
    started = playwright.chromium.launch(executable_path=chromium, args=finder.arguments())
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone's window, with nothing kept from the one before."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A function that has a folder filled by the first who asks for its name, in whatever process, and returns it."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    shared.mkdir(exist_ok=True)

    def fill(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)  # what a failed attempt left
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return fill


@pytest.fixture(scope="session")
def school(once: Once) -> Path:
    """The reference site as a school publishes it, in some languages: with an address, a repository, a name."""
    return once("school", _school) / "site"


def _school(root: Path) -> None:
    shutil.copytree(ROOT / "docs", root / "docs")
    for name in ("resources.yaml", "numbers.yaml"):
        shutil.copy(ROOT / name, root)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    contact = "contact: {name: Valley School, phone: +1 555 0100, mail: office@school.example.org}"
    (root / "mkdocs.yml").write_text(settings.replace("      footer:", f"      {contact}\n      footer:", 1))
    addresses = {"SITE_URL": "https://school.example.org/hub/", "REPO_URL": "https://github.com/school/hub"}
    hub(root, root / "site", "--locales", ",".join(TAGS), HUB_INDEXABLE="true", **addresses)


@pytest.fixture(scope="session")
def reference(once: Once) -> Path:
    """The reference site at the root of a host, as its own sources say."""
    settings = {"SITE_URL": "https://hub.example.org/", "HUB_INDEXABLE": "true"}
    some = ("--locales", ",".join(TAGS))
    return once("reference", lambda folder: hub(ROOT, folder / "site", *some, **settings)) / "site"


@pytest.fixture(scope="session")
def fourteen(once: Once) -> Path:
    """The reference site in all its languages. What is tried in a few of them is tried on the sites above."""
    settings = {"SITE_URL": "https://hub.example.org/", "HUB_INDEXABLE": "true"}
    return once("fourteen", lambda folder: hub(ROOT, folder / "site", **settings)) / "site"


@pytest.fixture(scope="session")
def tiny(once: Once) -> Path:
    """The site of ``tests/hubs/tiny``."""
    return once("tiny", lambda folder: hub(HUBS / "tiny", folder / "site")) / "site"


@pytest.fixture(scope="session")
def address(school: Path, serve_dir: Callable[..., str]) -> str:
    """Where that site is served, below a path as GitHub Pages does."""
    return serve_dir(school, "/hub/")


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix: gzipped, kept ten minutes, ``/dir`` sent to ``/dir/``, 404.html otherwise."""

    root: Path
    prefix: str

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0])
        file = self._file(path)
        if file and file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", quote(path) + "/")
            self.end_headers()
            return
        if file and file.is_dir():
            file = file / "index.html"
        found = bool(file and file.is_file())
        self._send(file if found and file else self.root / "404.html", 200 if found else 404)

    def _file(self, path: str) -> Path | None:
        if not path.startswith(self.prefix):
            return None
        file = (self.root / path.removeprefix(self.prefix)).resolve()
        return file if file.is_relative_to(self.root) else None

    def _send(self, file: Path, status: int) -> None:
        data = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in TEXT:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def serve_dir() -> Iterator[Callable[..., str]]:
    """A function that serves a folder and returns its address, which ends in the prefix."""
    servers: list[ThreadingHTTPServer] = []

    def serve(root: Path, prefix: str = "/") -> str:
        handler = type("Handler", (Pages,), {"root": root.resolve(), "prefix": prefix})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}{prefix}"

    yield serve
    for server in servers:
        server.shutdown()
