"""Measures pages on a slow phone: ``python tests/bench/phone.py`` prints a row a page, the stock stack beside ours.

Chromium shows each page to a cold cache with the processor slowed four times, on a line of 400 kbit/s that answers
after 400 ms. Largest paint is the browser's own figure (Largest Contentful Paint, W3C). The stock stack is MkDocs with
Material and mkdocs-static-i18n, without fonts from outside, showing the same invented texts as our bench hub.
"""

import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import generate
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
import browser as chromium
from builds import ROOT, hub, run
from conftest import Pages

LINE = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
SLOWER = 4
LANGUAGES = ("en", "es", "ar", "zh-Hans", "vi", "ko", "ru")
RESOURCES = 50
OWN = (
    "",
    "families/helping-at-home/",
    "ar/families/your-language/",
    "hmn/resources/ospi-interpretation-rights/",
    "zh-Hans/",
)
PAINT = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""


def served(site: Path) -> str:
    """Serve a folder as GitHub Pages does and return its address."""
    handler = type("Handler", (Pages,), {"root": site.resolve(), "prefix": "/"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def measure(browser: Browser, address: str) -> tuple[float, int, int]:
    """Return seconds to the largest paint, requests and bytes of a first view. The best of three."""
    return min(view(browser, address) for _ in range(3))


def view(browser: Browser, address: str) -> tuple[float, int, int]:
    """Open a page once."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    asked = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(address, wait_until="networkidle", timeout=120_000)
    paint = page.evaluate(PAINT) / 1000
    fetched = [request.sizes() for request in asked if not request.url.startswith("data:")]
    context.close()
    return paint, len(fetched), sum(size["responseBodySize"] for size in fetched)


def main() -> None:
    """Print the table."""
    path = chromium.find()
    print(f"{'':<62}{'largest paint, s':>18}{'requests':>10}{'kB':>8}")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        generate.hub(folder / "hub", RESOURCES, LANGUAGES)
        generate.plain(folder / "plain", RESOURCES, LANGUAGES)
        stock = run("mkdocs", "build", "-q", "-f", str(folder / "plain/mkdocs.yml"), "-d", str(folder / "stock"))
        assert stock.returncode == 0, stock.stderr
        reference = served(hub(ROOT, folder / "reference"))
        ours, theirs = served(hub(folder / "hub", folder / "ours")), served(folder / "stock")
        rows = [("reference site: /" + path, reference + path) for path in OWN]
        for title, where in (("this generator, bench hub", ours), ("stock stack, bench hub", theirs)):
            rows += [
                (f"{title}: /{path}", where + path)
                for path in ("", "resources/resource-7/", "ar/resources/resource-7/")
            ]
        for title, address in rows:
            paint, requests, weight = measure(browser, address)
            print(f"{title:<62}{paint:>18.2f}{requests:>10}{weight / 1000:>8.1f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
