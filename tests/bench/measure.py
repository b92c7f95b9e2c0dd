"""Measures a build: ``python tests/bench/measure.py [resources] [languages]`` prints one table.

Each build runs in a process of its own, so that peak memory is its own; the stock stack (MkDocs, Material,
mkdocs-static-i18n, one Markdown page per resource outside the menu) is measured in the same run, because machines
are noisy. The last lines give the processor time of one resource page: localize, view, render, stamp, write. Set
``TMPDIR`` to a folder in memory to leave the disk out of it: writing to one took from 0.09 to 0.3 ms on one machine.
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


def row(name: str, make: Callable[[Path], None], command: list[str]) -> str:
    """Build one hub and return its row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root)
        seconds, memory = run(command, root)
        pages = [p.stat().st_size for p in (root / "site").rglob("*.html")]
        total = sum(p.stat().st_size for p in (root / "site").rglob("*") if p.is_file())
    mean = sum(pages) / len(pages)
    return f"{name:<22}{seconds:>9.1f}{memory:>10.0f}{len(pages):>8}{mean:>13.0f}{total / 1e6:>10.1f}"


def per_page(count: int, locales: tuple[str, ...]) -> str:
    """Time the parts of a resource page in this process and return a line a part."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    import resourcehub.plugin as plugin
    from resourcehub.localize import localize
    from resourcehub.stamp import Stamper

    spent = {"localize": 0.0, "view, render, stamp": 0.0, "write": 0.0}

    def timed(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object, **values: object) -> object:
            start = time.process_time()
            try:
                return function(*args, **values)
            finally:
                spent[name] += time.process_time() - start

        return wrapper

    import resourcehub.hub as hub_module

    hub_module.localize = timed("localize", localize)  # type: ignore[assignment]
    Stamper.resource = timed("view, render, stamp", Stamper.resource)  # type: ignore[method-assign]
    plugin.write = timed("write", plugin.write)  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        generate.hub(Path(folder), count, locales)
        build(load_config(f"{folder}/mkdocs.yml", strict=True))
    pages = count * len(locales)
    lines = [f"{name:<22}{1000 * seconds / pages:>9.3f} ms a page" for name, seconds in spent.items()]
    return "\n".join([*lines, f"{'together':<22}{1000 * sum(spent.values()) / pages:>9.3f} ms a page"])


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    locales = LANGUAGES[: int(sys.argv[2]) if len(sys.argv) > 2 else 4]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"{count} resources in {len(locales)} languages\n")
    print(f"{'':<22}{'seconds':>9}{'peak MiB':>10}{'pages':>8}{'bytes/page':>13}{'total MB':>10}")
    tools = Path(sys.executable).parent
    build = [str(tools / "mkdocs"), "build", "--strict", "-q"]
    print(row("this generator", lambda root: generate.hub(root, count, locales), build), flush=True)
    print(row("stock stack", lambda root: generate.plain(root, count, locales), build), flush=True)
    print("\n" + per_page(count, locales))


if __name__ == "__main__":
    main()
