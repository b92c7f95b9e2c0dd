"""Finds a browser for the tests, or installs one: ``python tests/browser.py`` prints where it is.

Looked for in this order: ``HUB_CHROMIUM``, Playwright's own, the system's. Where there is none, Playwright's own is
downloaded; where that cannot be had, the system's package is installed, which needs the rights to do so.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 240  # seconds for Playwright's download of some 170 MB; without a network it gives up by itself in three
# Without these Chromium asks its maker's hosts for updates at every start; a test counts requests.
QUIET = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
)
SORRY = "No browser was found and none could be installed. Install Chromium, or name one in HUB_CHROMIUM."


def find() -> str | None:
    """Return the path of a browser that starts, or None."""
    return next(filter(starts, candidates()), None)


def candidates() -> Iterator[str]:
    """Yield where a browser may be. One that is named is the only one."""
    if named := os.environ.get("HUB_CHROMIUM"):
        yield named
        return
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own
    yield from filter(None, map(shutil.which, NAMES))


def starts(path: str) -> bool:
    """Say whether it runs: Playwright's own may lack libraries, Ubuntu's may only say how to get the real one."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def arguments() -> list[str]:
    """Return how to start it. Root can only run it without its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if root else [])]


def download() -> None:
    """Fetch Playwright's own browser. The whole group of processes ends with it, however it ends."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True) as child:
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            print(f"Playwright's own browser did not arrive in {PATIENCE} seconds.", file=sys.stderr)
            os.killpg(child.pid, signal.SIGKILL)


def package(name: str = "chromium") -> None:
    """Install a package of the system, where there is apt-get and the right to use it."""
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not all(map(shutil.which, [*rights[:1], "apt-get"])):
        return
    for words in (["update"], ["install", "-y", "--no-install-recommends", name]):
        command = [*rights, "apt-get", "-q", *words]
        subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdin=subprocess.DEVNULL)


def main() -> int:
    """Make sure there is a browser; print its path."""
    found = find()
    for install in () if os.environ.get("HUB_CHROMIUM") else (download, package):
        if not found:
            install()
            found = find()
    print(f"browser: {found}" if found else SORRY, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
