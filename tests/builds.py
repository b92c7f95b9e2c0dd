"""Real builds of whole hubs, each in a process of its own, as a person runs them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
HUBS = ROOT / "tests/hubs"
VENDORED = ROOT / "overrides/assets/vendor/material/material.css"
TOOLS = Path(sys.executable).parent
Once = Callable[[str, Callable[[Path], object]], Path]  # see the fixture ``once``
DAY = "1767225600"  # 2026-01-01, so that two builds can be compared


def run(*command: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment and return what it printed and its exit status."""
    whole = os.environ | {"SOURCE_DATE_EPOCH": DAY} | env
    return subprocess.run([TOOLS / command[0], *command[1:]], cwd=cwd, env=whole, capture_output=True, text=True)


def hub(root: Path, site: Path, *options: str, **env: str) -> Path:
    """Build the hub at ``root`` into ``site`` with ``hub build`` and return ``site``. Fails loudly."""
    done = run("hub", "build", "--root", str(root), "--site-dir", str(site), *options, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def files(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its relative path."""
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
