"""Serves a preview to this computer alone. The pages reload when a source changes."""

import ipaddress
import logging
import posixpath
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import IpAddress
from mkdocs.livereload import LiveReloadServer

from resourcehub.engine.preview import INDEX, LOST, Preview
from resourcehub.markup.policy import with_script
from resourcehub.settings.core import read_settings
from resourcehub.settings.read import File

ADDRESS = "127.0.0.1:8000"
_LOOK = 0.2  # seconds between two looks at the sources


class ServeError(Exception):
    """The preview cannot be served there; the message says why and what to do."""


def serve(config: Path, address: str | None) -> None:
    """Serve the site of the ``mkdocs.yml`` at ``config`` until the keyboard interrupts. Raises ServeError."""
    file = read_settings(config.parent, config.name)[0]
    host, port = _local(address or (file.site.dev_addr if file else None) or ADDRESS)
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)
    with tempfile.TemporaryDirectory(prefix="hub-") as folder:
        server = PreviewServer(config, Path(folder), host, port, _below(file))
        server.answer(INDEX)
        Thread(target=server.look, daemon=True).start()
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        except OSError as error:
            raise ServeError(f"{host}:{port}: {error.strerror}. Name another port with --dev-addr") from None
        finally:
            server.shutdown()


def _local(address: str) -> tuple[str, int]:
    """Return host and port of an address of this computer. Raises ServeError for any other."""
    option = IpAddress()
    try:
        host, port = option.validate(address)  # type: ignore[no-untyped-call]
    except ValidationError as error:
        raise ServeError(f"'{address}' is no address: write it such as {ADDRESS} ({error})") from None
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ServeError(f"'{address}' can be reached from other computers, a preview must not: write {ADDRESS}")
    return host, port


class PreviewServer(LiveReloadServer):
    """MkDocs' server, in whose folder each file is made when it is asked for.

    Its pages keep the policy of the published ones: of scripts not ours, the one that reloads the page may run.
    """

    def __init__(self, config: Path, folder: Path, host: str, port: int, below: str) -> None:
        self._bell, self._lock = folder / "bell", Lock()
        self.ring()
        self.preview = Preview(config, folder, self.ring)
        super().__init__(lambda: None, host, port, str(self.preview.site), below, _LOOK / 2)
        self.build_delay = _LOOK / 4
        self.error_handler = self._not_found
        self.watch(str(self._bell))

    def ring(self) -> None:
        """Let the pages that are open reload."""
        self._bell.write_text(str(time.monotonic()))

    def look(self) -> None:
        """Ring when a source changes."""
        before = self.preview.state()
        while True:
            time.sleep(_LOOK)
            now = self.preview.state()
            if now != before:
                self.ring()
            before = now

    def answer(self, address: str) -> None:
        """Have a file of the site ready."""
        with self._lock:
            self._make(address)

    def _make(self, address: str) -> None:
        self.preview.make(address)
        self.mount_path = _below(self.preview.file)

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        if not _asked_here(environ.get("HTTP_HOST", "")):
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"This preview is for the computer that it runs on."]
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        with self._lock:  # until the file is open: the next page may find the sources changed
            for address in self._addresses(path):
                self._make(address)
            return super()._serve_request(environ, start_response)

    def _addresses(self, path: str) -> list[str]:
        """Return what may have to be made for a path: nothing outside of the site."""
        name = posixpath.normpath("/" + path.removeprefix(self.mount_path.rstrip("/"))).lstrip("/")
        if path.endswith("/") or not name:
            return [f"{name}/{INDEX}".lstrip("/")]
        return [name] if "." in posixpath.basename(name) else [f"{name}/{INDEX}"]

    def _not_found(self, code: int) -> bytes | None:
        if code != 404:
            return None
        self.answer(LOST)
        return (self.preview.site / LOST).read_bytes()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = page[: page.rindex(b"</script>")].rpartition(b"<script>")[2]
        return with_script(page, script)


def _below(file: File | None) -> str:
    """Return the path on its host below which the site stands: ``/``, ``/hub/``."""
    return urlsplit((file.site.site_url if file else None) or "").path.rstrip("/") + "/"


def _asked_here(host: str) -> bool:
    """Say whether a request names this computer: a page of others must not ask by a name that leads here."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
