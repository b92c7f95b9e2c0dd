"""Measures a build: ``python tests/bench/measure.py [resources] [languages]`` prints one table.

Each build runs in a process of its own, so that peak memory is its own; the stock stack (MkDocs, Material,
mkdocs-static-i18n, one Markdown page per resource outside the menu) is measured in the same run, because machines
are noisy. The last lines give the time on the clock of one resource page in the real pipeline, in one process:
localize, view, render, stamp, its code, and writing both. The least disturbed of three builds counts. Set ``TMPDIR``
to a folder in memory to leave the disk out.

Nothing is deleted before the end: ext4 goes out of its way not to use again what was deleted within some minutes
(``recently_deleted`` in the kernel's fs/ext4/ialloc.c), and writing a page then took from 0.5 to 1.5 ms, not 0.07.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import generate

LANGUAGES = ("en", "es", "ar", "zh-Hans", "vi", "ko", "ru")


def run(command: list[str], root: Path) -> tuple[float, float]:
    """Return seconds and peak memory (MiB) of a command."""
    start = time.perf_counter()
    pid = subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    ).pid
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def row(name: str, root: Path, command: list[str]) -> str:
    """Build the hub in the folder ``root`` and return its row of the table."""
    seconds, memory = run(command, root)
    pages = [p.stat().st_size for p in (root / "site").rglob("*.html")]
    total = sum(p.stat().st_size for p in (root / "site").rglob("*") if p.is_file())
    mean = sum(pages) / len(pages)
    return f"{name:<22}{seconds:>9.1f}{memory:>10.0f}{len(pages):>8}{mean:>13.0f}{total / 1e6:>10.1f}"


def per_page(folder: Path, count: int, locales: tuple[str, ...]) -> str:
    """Time the parts of a resource page in this process, which makes all by itself, and return a line a part."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    import resourcehub.engine.writer as writer
    import resourcehub.hub as hub
    from resourcehub.markup.stamp import Stamper

    spent = {"localize": 0.0, "view, render, stamp": 0.0, "code": 0.0, "write": 0.0}

    def timed(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object, **values: object) -> object:
            start = time.perf_counter()
            try:
                return function(*args, **values)
            finally:
                spent[name] += time.perf_counter() - start

        return wrapper

    hub.localize = timed("localize", hub.localize)  # type: ignore[assignment]
    Stamper.resource = timed("view, render, stamp", Stamper.resource)  # type: ignore[method-assign]
    writer.qr = timed("code", writer.qr)  # type: ignore[assignment]
    writer.write = timed("write", writer.write)  # type: ignore[assignment]
    runs = []
    for attempt in "123":
        spent.update(dict.fromkeys(spent, 0.0))
        generate.hub(folder / attempt, count, locales)
        config = load_config(f"{folder / attempt}/mkdocs.yml", strict=True)
        config.plugins["resourcehub"].jobs = 1  # type: ignore[attr-defined]
        build(config)
        pages = sum(1 for _ in (folder / attempt / "site").rglob("index.html"))
        of = {"localize": count * len(locales), "view, render, stamp": count * len(locales)}
        runs.append({name: 1000 * seconds / of.get(name, pages) for name, seconds in spent.items()})
    best = min(runs, key=lambda parts: sum(parts.values()))
    return "\n".join(f"{n:<22}{ms:>9.3f} ms a page" for n, ms in {**best, "together": sum(best.values())}.items())


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    locales = LANGUAGES[: int(sys.argv[2]) if len(sys.argv) > 2 else 4]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"{count} resources in {len(locales)} languages\n")
    print(f"{'':<22}{'seconds':>9}{'peak MiB':>10}{'pages':>8}{'bytes/page':>13}{'total MB':>10}")
    tools = Path(sys.executable).parent
    build = [str(tools / "mkdocs"), "build", "--strict", "-q"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, make in (("this generator", generate.hub), ("stock stack", generate.plain)):
            make(folder / title, count, locales)
            print(row(title, folder / title, build), flush=True)
        print("\n" + per_page(folder, count, locales))


if __name__ == "__main__":
    main()
