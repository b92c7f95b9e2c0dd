"""Finds a browser for the tests, or installs one: ``python tests/browser.py`` prints where it is.

Looked for in this order: ``HUB_CHROMIUM``, Playwright's own, the system's. Where there is none, Playwright's own is
downloaded; where that cannot be had, the system's package is installed, which needs the rights to do so.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 240  # seconds for a download of some 170 MB
# Without these Chromium asks its maker's hosts for updates at every start; a test counts requests.
QUIET = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
)


def find() -> str | None:
    """Return the path of a browser that can be driven, or None."""
    if named := os.environ.get("HUB_CHROMIUM"):
        return named
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else next(filter(None, map(shutil.which, NAMES)), None)


def arguments() -> list[str]:
    """Return how to start it. Root can only run it without its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if root else [])]


def install() -> None:
    """Install a browser: Playwright's own, else the system's package."""
    try:
        own = [sys.executable, "-m", "playwright", "install", "chromium"]
        if subprocess.run(own, timeout=PATIENCE).returncode == 0:
            return
    except subprocess.TimeoutExpired:
        print("Playwright's own browser could not be had; trying the system's package.", file=sys.stderr)
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        command = [*rights, "apt-get", "-q", *words]
        subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdin=subprocess.DEVNULL)


def main() -> int:
    """Make sure there is a browser; print its path."""
    if not find():
        install()
    if found := find():
        print(f"browser: {found}")
        return 0
    print(
        "No browser was found and none could be installed. Install Chromium, or name one in HUB_CHROMIUM.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
