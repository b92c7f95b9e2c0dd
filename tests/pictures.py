"""Makes the pictures of the guide for schools from a site that is built as the guide says: ``make pictures``."""

import tempfile
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import browser
import guide
from builds import ROOT, hub

FOLDER = ROOT / "docs/assets/guide"
WIDTH, HEIGHT = 360, 560  # of a phone; the page's own pixels, so that a picture stays light


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _nothing(page: Page) -> None:
    pass


PICTURES: dict[str, tuple[str, Callable[[Page], object]]] = {
    "home": ("", _nothing),
    "place": ("es/resources/town-library/", _nothing),
    "languages": ("families/", lambda page: page.click(".hub-languages summary")),
}


def main() -> None:
    """Build the site, look at it as a phone does, and write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PICTURES.keys() - {path.stem for path in FOLDER.iterdir()}:
        Image.new("1", (1, 1)).save(FOLDER / f"{name}.png")  # the guide is a page of the site, and needs it to be built
    chromium = browser.find()  # asks Playwright as well, which is not started twice
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = hub(guide.follow(Path(folder) / "hub"), Path(folder) / "site")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        there = playwright.chromium.launch(executable_path=chromium, args=browser.arguments())
        page = there.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, (address, ready) in PICTURES.items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.wait_for_load_state("networkidle")
            ready(page)
            page.screenshot(path=FOLDER / f"{name}.png")
        there.close()
        server.shutdown()


if __name__ == "__main__":
    main()
