"""Publishing is a swap: build beside the published folder, then exchange the two whole.

Linux exchanges two folders in one step (``renameat2`` with ``RENAME_EXCHANGE``, man 2 rename, since 3.15). Elsewhere
two renames do; a kill between them leaves the old site aside, and the next start puts it back.

Nothing is synced to disk: this guards against a killed process, not against a power cut.
"""

import ctypes
import glob
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
SITE = ("404.html", "assets/hub.css")  # every built site has them, whatever its languages
Exchange = Callable[[Path, Path], bool]


class PublishError(Exception):
    """The site cannot be published there; the message says why and what to do."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. Return False where the system or the file system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def publish(
    build: Callable[[Path], None],
    target: Path,
    sources: Path,
    swap: Exchange = exchange,
    marks: Sequence[str] = SITE,
) -> None:
    """Let ``build`` fill a new folder beside ``target`` and swap it in whole.

    Whatever goes wrong leaves ``target`` as it was. ``sources`` is the hub's root, which must not be published over;
    ``marks`` are the files by which a folder is known that may be.
    Raises PublishError if the target cannot be used or another build is publishing there.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100 - takes '..' out and leaves a link a link, to be refused
    try:
        _refuse(target, sources, marks)
        with _alone(target):
            _publish(build, target, swap)
    except OSError as error:
        raise PublishError(f"{target} was left as it was: {error}") from error


def recover(target: Path) -> None:
    """Clean up after a build that was killed: put the old site back if it stands aside, delete what is half made.

    Only for who holds the lock: a running build's folder looks just like one left over.
    """
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    for left in (aside, *target.parent.glob(f".{glob.escape(target.name)}.new-*")):
        shutil.rmtree(left, ignore_errors=True)


def _publish(build: Callable[[Path], None], target: Path, swap: Exchange) -> None:
    recover(target)
    fresh = target.with_name(f".{target.name}.new-{secrets.token_hex(4)}")
    fresh.mkdir()
    try:
        build(fresh)
        _swap(fresh, target, swap)
    finally:
        recover(target)


def _swap(fresh: Path, target: Path, swap: Exchange) -> None:
    """Put ``fresh`` in place of ``target``. The old site ends up in one of the places that ``recover`` clears."""
    if target.exists():
        if swap(fresh, target):
            return
        target.rename(_aside(target))
    fresh.rename(target)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _refuse(target: Path, sources: Path, marks: Sequence[str]) -> None:
    root = sources.resolve()
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PublishError(f"{target} is not a folder: name another with --site-dir")
    if root.is_relative_to(target.resolve()):
        raise PublishError(f"{target} holds the sources of the site: name another folder with --site-dir")
    for part in ("docs", "overrides", "scripts", ".git"):
        if target.resolve().is_relative_to(root / part):
            raise PublishError(f"{target} is inside {part}/, which is a source: name another folder with --site-dir")
    if (target / ".git").exists():
        raise PublishError(f"{target} holds a .git, the history of a project: name another folder with --site-dir")
    if target.exists() and any(target.iterdir()) and not all((target / mark).is_file() for mark in marks):
        what = "a built site" if marks == SITE else "a part of one"
        raise PublishError(f"{target} holds something that is not {what}: empty it, or name another folder")


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the lock beside ``target``; the system lets go of it when the process ends, however it ends."""
    try:
        import fcntl
    except ModuleNotFoundError:
        raise PublishError("building needs Linux or macOS; on Windows, run it in Windows' own Linux (WSL)") from None
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_name(f".{target.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PublishError(f"another build is publishing to {target}: wait until it has finished") from None
        yield
