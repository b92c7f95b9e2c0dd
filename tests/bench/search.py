"""Measures search: ``python tests/bench/search.py`` prints size and speed for 100, 1,000 and 5,000 resources.

Each hub is built, served and opened in Chromium with the processor slowed four times, as a five-year-old phone would
be. Time counts from the opening of the page of results to its first card, without the time of the line; the line's time
is worked out for 400 kbit/s. The last row says from which size on an index in pieces should take over: when the first
result takes more than three seconds on such a phone and line.
"""

import gzip
import json
import random
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import generate
import yaml
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
import browser as chromium
from builds import ROOT, hub

SIZES = (100, 1000, 5000)
SLOWER = 4
LINE = 400_000 / 8  # bytes a second
PATIENCE = 3.0  # seconds to the first result


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def first_result(browser: Browser, site: Path) -> float:
    """Return seconds from opening the page of results to its first card, processor slowed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    start = time.perf_counter()
    page.goto(f"http://127.0.0.1:{server.server_port}/search/?q=reading", wait_until="commit")
    page.wait_for_selector(".hub-search .hub-card", timeout=120_000)
    seconds = time.perf_counter() - start
    page.context.close()
    server.shutdown()
    return seconds


def prose(count: int, words: int, seed: int) -> list[str]:
    """Return ``count`` texts drawn from the words of the search tests: they press together worse than real ones."""
    source = yaml.load((ROOT / "tests/search/hub/resources.yaml").read_bytes(), yaml.CBaseLoader)
    known = [word for item in source["resources"] for word in f"{item['title']} {item['summary']}".split()]
    draw = random.Random(seed)
    return [" ".join(draw.choices(known, k=words)) for _ in range(count)]


def texts(root: Path, count: int) -> None:
    """Give the hub at ``root`` texts with as many different words as real ones have."""
    path = root / "resources.yaml"
    data = json.loads(path.read_text())
    for item, title, summary in zip(data["resources"], prose(count, 7, 1), prose(count, 30, 2), strict=True):
        item |= {"title": title, "summary": summary[:280].strip()}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1))


def measure(browser: Browser, count: int) -> tuple[int, int, float]:
    """Return the bytes of the index and of the script (gzipped), and the seconds to the first result."""
    with tempfile.TemporaryDirectory() as folder:
        generate.hub(Path(folder), count, ("en",))
        texts(Path(folder), count)
        site = hub(Path(folder), Path(folder) / "site")
        files = (site / "search/index.json", site / "assets/search.js")
        index, script = (len(gzip.compress(file.read_bytes(), 9)) for file in files)
        return index, script, min(first_result(browser, site) for _ in range(3))


def crossing(rows: list[tuple[int, float]]) -> str:
    """Return the number of resources at which the first result takes too long, between the sizes measured."""
    for (less, before), (more, after) in pairwise([(0, 0.0), *rows]):
        if after > PATIENCE:
            return f"from about {less + (more - less) * (PATIENCE - before) / (after - before):,.0f} resources on"
    return f"later than at {rows[-1][0]:,} resources"


def main() -> None:
    """Print the table."""
    path = chromium.find()  # not inside Playwright: it asks Playwright itself, and two at a time do not go
    heads = ("resources", "index, kB", "with script, kB", "first result, s", "with the line, s")
    print("".join(f"{head:>18}" for head in heads))
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        for count in SIZES:
            index, script, seconds = measure(browser, count)
            whole = index + script
            rows.append((count, seconds + whole / LINE))
            cells = (f"{count:,}", f"{index / 1000:.1f}", f"{whole / 1000:.1f}", f"{seconds:.2f}", f"{rows[-1][1]:.2f}")
            print("".join(f"{cell:>18}" for cell in cells), flush=True)
        browser.close()
    print(f"An index in pieces should take over {crossing(rows)}.")


if __name__ == "__main__":
    main()
