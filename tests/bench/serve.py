"""Measures the preview: ``python tests/bench/serve.py [resources] [languages] [runs]`` prints one table.

A hub with every field filled (``generate.py``) is previewed by ``hub serve``. *First page*: from the start of the
command to the first page in the source language, whole. *Changed summary*: from writing the catalog to the page that
says it, asked for again and again as a browser does that is told to reload; the time until an open page is told so is
beside it. *First page of another language*: its words are read only then. The median and the slowest run count; the
load of the machine stands above, for others may work on it, and the seconds of processor beside what they delay.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

import generate

LANGUAGES = ("en", "es", "ar", "zh-Hans", "hmn", "vi", "ko", "ru", "pa", "hy", "fa", "tl")
PAGE = "resources/resource-7/"
PATIENCE = 300


class Server:
    """A preview of its own process."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [str(Path(sys.executable).parent / "hub"), "serve", "--root", str(root)]
        env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        address = f"127.0.0.1:{self.port}"
        self.process = subprocess.Popen([*command, "--dev-addr", address], env=env, stderr=subprocess.DEVNULL)

    def get(self, path: str) -> str:
        """Return what lies at a path; nothing where there is no answer."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def until(self, happened: Callable[[], bool], start: float) -> float:
        """Return the seconds from ``start`` until something happens."""
        while not happened():
            if time.perf_counter() - start > PATIENCE:
                raise SystemExit("the preview does not answer")
            time.sleep(0.01)
        return time.perf_counter() - start

    def spent(self) -> float:
        """Return the seconds of processor that it took so far (man 5 proc): other work on the machine adds nothing."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


def measure(root: Path, times: dict[str, list[float]], run: int) -> None:
    """Preview the hub once and add what each thing took."""
    start = time.perf_counter()
    server = Server(root)
    try:
        times["first page"].append(server.until(lambda: "</html>" in server.get(PAGE), start))
        times["- of it, processor"].append(server.spent())
        time.sleep(2)  # the catalog is checked behind the page
        page, catalog = server.get(PAGE), root / "resources.yaml"
        epoch = page.rpartition("livereload(")[2].partition(",")[0]
        summary = generate.resource(7)["summary"]
        before = catalog.read_text()
        catalog.write_text(before.replace(f'"summary": "{summary}"', f'"summary": "Changed {run}. {summary}"'))
        start, spent = time.perf_counter(), server.spent()
        times["changed summary"].append(server.until(lambda: f"Changed {run}." in server.get(PAGE), start))
        times["- of it, processor "].append(server.spent() - spent)
        told = server.until(lambda: server.get(f"livereload/{epoch}/1") > epoch, start)
        times["an open page is told"].append(told)
        catalog.write_text(before)
        start = time.perf_counter()
        times["first page, other language"].append(server.until(lambda: "</html>" in server.get(f"ar/{PAGE}"), start))
    finally:
        server.stop()


def main() -> None:
    """Print the table."""
    count, many, runs = [int(given) for given in (*sys.argv[1:], *("1000", "12", "5")[len(sys.argv) - 1 :])]
    times: dict[str, list[float]] = defaultdict(list)
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"{count} resources in {many} languages, {runs} runs; {load}\n", flush=True)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "hub"
        generate.hub(root, count, LANGUAGES[:many])
        for run in range(runs):
            measure(root, times, run)
    print(f"{'seconds':<30}{'median':>8}{'slowest':>9}")
    for name, found in times.items():
        print(f"{name:<30}{median(found):>8.2f}{max(found):>9.2f}")


if __name__ == "__main__":
    main()
