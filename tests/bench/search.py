"""Measures search: ``python tests/bench/search.py [RESOURCES ...]`` prints what a first search costs, beside Pagefind.

Hubs of 300, 1,000 and 10,000 resources in English, Arabic and Chinese are built (``mixed.py``). Bytes and requests are
those of a first search on a page of its own: script, index or pieces, ten cards; the median and the most of forty
questions, as they come over the line. Pagefind indexes the same pages, in a folder of its own, and is asked the same
questions. Time runs from opening the page of results to the answer, on the line and processor of ``phone.py``;
beside it the longest time for which the page stood still, as seconds of its own: what else the machine does is no
fault of the page.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import mixed
from phone import LINE, SLOWER, served
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
import browser as chromium
from builds import hub

SIZES = (300, 1000, 10_000)
QUESTIONS = 40
TIMED = 3  # of them
PAGEFIND = "1.5.2"
BARE = '<!doctype html><html lang="{tag}"><meta charset="utf-8"><title>Bench</title>{script}'
OURS = """async ([address, query]) => {
  const found = await (await HubSearch.open(address)).find(query, {});
  let left = 10;
  for (const { cards, docs } of found.groups) { await cards(left); left = Math.max(0, left - docs.length); }
  return found.total;
}"""
THEIRS = """async ([address, query]) => {
  const pagefind = await import(address);
  const found = await pagefind.search(query);
  await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return found.results.length;
}"""


@dataclass(frozen=True)
class Cost:
    """What first searches fetched: bytes and requests of each."""

    weights: list[int]
    requests: list[int]

    def __str__(self) -> str:
        weights = self.weights
        return f"{median(weights) / 1000:>8.1f}{max(weights) / 1000:>8.1f}{median(self.requests):>6.0f}"


def questions(tag: str, count: int) -> list[str]:
    """Return one to three words that follow each other in a text; of Chinese two to six characters."""
    chance = random.Random(tag)
    return [_question(" ".join(mixed.text(tag, chance.randrange(count))), tag, chance) for _ in range(QUESTIONS)]


def _question(text: str, tag: str, chance: random.Random) -> str:
    han = tag.startswith("zh")
    parts = re.findall("[\u4e00-\u9fff]" if han else r"\w+", text)
    many = chance.randint(2, 6) if han else chance.randint(1, 3)
    start = chance.randrange(len(parts) - many)
    return ("" if han else " ").join(parts[start : start + many])


def ask(browser: Browser, page_address: str, script: str, target: str, queries: list[str]) -> Cost:
    """Ask each question on a page of its own, nothing kept from the one before."""
    weights, requests = [], []
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        sizes: list[int] = []
        page.on("requestfinished", lambda request, sizes=sizes: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(page_address)
        page.evaluate(script, [target, query])
        page.wait_for_timeout(50)
        weights.append(sum(sizes))
        requests.append(len(sizes))
        context.close()
    return Cost(weights, requests)


def answered(browser: Browser, address: str) -> tuple[float, float]:
    """Return seconds from opening the page of results to its answer, and the longest block in milliseconds."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page: Page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".hub-search .hub-card, .hub-nothing:not([hidden])", timeout=120_000)
    seconds = time.perf_counter() - start
    events = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return seconds, longest(events)


def longest(events: list[dict[str, Any]]) -> float:
    """Return the milliseconds of processor of the longest task on the threads that run scripts (Trace Event Format)."""
    scripts = {(event["pid"], event["tid"]) for event in events if event["name"] == "EvaluateScript"}
    tasks = [e for e in events if e["name"].endswith("RunTask") and (e["pid"], e["tid"]) in scripts]
    return max(task.get("tdur", 0) for task in tasks) / 1000


def pagefind(site: Path, folder: Path) -> None:
    """Let Pagefind index the pages of a site; it is installed into ``folder`` by itself."""
    if not folder.exists():
        wanted = (f"pagefind=={PAGEFIND}", f"pagefind_bin_extended=={PAGEFIND}")
        subprocess.run([sys.executable, "-m", "pip", "install", "-qq", "--target", folder, *wanted], check=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    subprocess.run(command, check=True, capture_output=True, env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"})


def measure(browser: Browser, site: Path, count: int, tell: Callable[[str], None]) -> None:
    """Print a row for each language of a built hub."""
    address = served(site)
    for tag in mixed.LOCALES:
        folder = "" if tag == "en" else f"{tag}/"
        (site / folder / "ours.html").write_text(
            BARE.format(tag=tag, script='<script src="/assets/search.js"></script>')
        )
        (site / folder / "theirs.html").write_text(BARE.format(tag=tag, script=""))
        asked = questions(tag, count)
        ours = ask(browser, f"{address}{folder}ours.html", OURS, f"{address}{folder}search/index.json", asked)
        theirs = ask(browser, f"{address}{folder}theirs.html", THEIRS, f"{address}pagefind/pagefind.js", asked)
        times = [answered(browser, f"{address}{folder}search/?q={query}") for query in asked[:TIMED]]
        engine = "pieces" if list((site / folder / "search").glob("*/facets.json")) else "whole"
        seconds, block = min(time for time, _ in times), max(block for _, block in times)
        share = median(ours.weights) / median(theirs.weights)
        tell(f"{count:>9,} {tag:<8}{engine:<8}{ours}{theirs}{share:>7.2f}{seconds:>8.2f}{block:>8.0f}")


def main() -> None:
    """Print the table."""
    path = chromium.find()  # not inside Playwright: it asks Playwright itself, and two at a time do not go
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    columns = "kB med  most  req. | Pagefind: kB  most  req. share  answer, s  longest block, ms"
    print(f"resources language engine  {columns}", flush=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        for count in sizes:
            root = Path(name) / str(count)
            mixed.write(root, count)
            site = hub(root, root / "site")
            pagefind(site, Path(name) / "pagefind")
            measure(browser, site, count, lambda row: print(row, flush=True))
        browser.close()


if __name__ == "__main__":
    main()
