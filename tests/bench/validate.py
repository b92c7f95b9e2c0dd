"""Measures ``hub validate``: ``python tests/bench/validate.py [resources] [languages] [other hub]``.

With the path of another ``hub`` command, such as that of an older commit in an environment of its own, the two take
turns on the same files, and the table gives medians and the ratio. Processor time counts beside the clock's, which
other work on the machine disturbs.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generate

ROUNDS = 3
LANGUAGES = (*generate.LOCALES, "fr", "de", "pt", "it")


def timed(hub: str, root: Path) -> tuple[float, float]:
    """Return seconds on the clock and of the processor that ``hub validate`` takes."""
    start = time.perf_counter()
    child = subprocess.Popen([hub, "validate"], cwd=root, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{hub} validate failed in {root}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    locales = LANGUAGES[: int(sys.argv[2]) if len(sys.argv) > 2 else 4]
    hubs = {"this generator": str(Path(sys.executable).parent / "hub")}
    if len(sys.argv) > 3:
        hubs["the other"] = sys.argv[3]
    with tempfile.TemporaryDirectory() as name:
        generate.hub(Path(name) / "hub", count, locales)
        times = {title: [] for title in hubs}  # type: dict[str, list[tuple[float, float]]]
        for _ in range(ROUNDS):
            for title, hub in hubs.items():
                times[title].append(timed(hub, Path(name) / "hub"))
    print(f"{count} resources in {len(locales)} languages, hub validate, medians of {ROUNDS}\n")
    print(f"{'':<18}{'seconds':>9}{'processor':>11}")
    medians = {
        title: [statistics.median(column) for column in zip(*rows, strict=True)] for title, rows in times.items()
    }
    for title, (clock, processor) in medians.items():
        print(f"{title:<18}{clock:>9.2f}{processor:>11.2f}")
    if len(medians) == 2:
        first, second = medians.values()
        print(f"{'ratio':<18}{first[0] / second[0]:>9.2f}{first[1] / second[1]:>11.2f}")


if __name__ == "__main__":
    main()
