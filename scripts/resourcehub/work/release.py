"""Versions of the program: which one a site names, how another is fetched to be tried, and how the number is changed.

A site names its version in ``requirements.txt`` (``resourcehub==1.2.0``, or an address with ``@v1.2.0`` behind it) and
in its workflow (``…/site.yml@v1.2.0``). An upgrade is that one number.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from packaging.version import InvalidVersion, Version

from resourcehub.catalog.plain import shown
from resourcehub.problems import Place
from resourcehub.shipped import PACKAGE
from resourcehub.store import write_files

REQUIREMENTS, WORKFLOWS = "requirements.txt", ".github/workflows"
NAME = "resourcehub"
_NUMBER = r"(?P<version>[\w.!+-]+)"
_PINNED = re.compile(rf"^(?P<before>[ \t]*{NAME}[ \t]*(?:==[ \t]*|@[^\n#]*@v?)){_NUMBER}", re.MULTILINE)
_CALLED = re.compile(rf"(?P<before>uses:[ \t]*[\w.-]+/[\w.-]+/\.github/workflows/site\.yml@v?){_NUMBER}")
SECONDS = 600


class ReleaseError(Exception):
    """A version cannot be named, fetched or tried; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Pin:
    """The version that a site names, where it stands, and its line up to the number."""

    version: str
    place: Place
    before: str


def pinned(root: Path) -> Pin:
    """Return the version that ``requirements.txt`` names. Raises ReleaseError where it names none."""
    path = root / REQUIREMENTS
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ReleaseError(f"{REQUIREMENTS}: no such file: 'hub new' shows what it holds") from None
    for number, line in enumerate(lines, 1):
        if found := _PINNED.match(line):
            return Pin(found["version"], Place(REQUIREMENTS, number), found["before"].strip())
    what = f"no line names a version of the program: write one such as '{NAME}==1.0.0'"
    raise ReleaseError(f"{REQUIREMENTS}: {what}")


def fetch(pin: Pin, wanted: str | None, folder: Path) -> str:
    """Fetch a version of the program into an empty folder, the newest where none is wanted; return which it is.

    Raises ReleaseError where there is no such version.
    """
    if wanted is not None:
        _is_version(wanted)
    requirement = f"{pin.before}{wanted}" if wanted else NAME
    if not wanted and "@" in pin.before:
        raise ReleaseError(f"{pin.place}: the program comes from an address: name the version with --to")
    options = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--target", str(folder))
    done = _run([sys.executable, "-m", "pip", "install", *options, requirement])
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        what = f"there is no version '{wanted}' of the program" if wanted else "no version of the program is found"
        raise ReleaseError(f"{pin.place}: {what}: correct the number, or try again later (pip: {said})")
    return next(d.version for d in distributions(name=NAME, path=[str(folder)]))


def _is_version(text: str) -> None:
    try:
        Version(text)
    except InvalidVersion:
        raise ReleaseError(f"--to: '{shown(text)}' is no version: write numbers such as 1.2.0") from None


def with_version(folder: Path, *command: str) -> str:
    """Run a verb of the version in a folder and return what it prints. Raises ReleaseError where it cannot run."""
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); from {NAME}.cli.main import main; main()"
    done = _run([sys.executable, "-c", code, *command])
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        what = "the new version cannot be tried here: install it in a folder of its own, and ask there"
        raise ReleaseError(f"{what} (it says: {said})")
    return done.stdout


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(  # noqa: S603 - no shell; the version was checked
            command, capture_output=True, text=True, check=False, timeout=SECONDS, cwd=PACKAGE.parent
        )
    except subprocess.TimeoutExpired:
        raise ReleaseError("this takes too long: try again later") from None


def set_version(root: Path, new: str) -> list[str]:
    """Write another version into the files that name one, all of them or none; return those that change."""
    patterns = {REQUIREMENTS: _PINNED, **dict.fromkeys(_workflows(root), _CALLED)}
    files: dict[str, bytes | None] = {}
    for name, pattern in patterns.items():
        old = (root / name).read_bytes().decode()
        if (text := pattern.sub(rf"\g<before>{new}", old)) != old:
            files[name] = text.encode()
    if files:
        write_files(root, files)
    return list(files)


def _workflows(root: Path) -> list[str]:
    found = (path for end in ("yml", "yaml") for path in (root / WORKFLOWS).glob(f"*.{end}"))
    return sorted(path.relative_to(root).as_posix() for path in found)
