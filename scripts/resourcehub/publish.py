"""Publishing is a swap: build beside the published folder, then exchange the two whole.

Linux exchanges two folders in one step (``renameat2`` with ``RENAME_EXCHANGE``, man 2 rename, since 3.15). Elsewhere
two renames do; a kill between them leaves the old site aside, and the next start puts it back.
"""

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
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


def publish(build: Callable[[Path], None], target: Path, sources: Path, swap: Exchange = exchange) -> None:
    """Let ``build`` fill a new folder beside ``target`` and swap it in whole.

    Whatever goes wrong while building leaves ``target`` as it was. ``sources`` is the hub's root, which must not be
    published over. Raises PublishError if the target cannot be used or another build is publishing there.
    """
    _refuse(target, sources)
    with _alone(target):
        recover(target)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
        try:
            build(fresh)
            fresh.chmod(0o777 & ~_umask())
            _swap(fresh, target, swap)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def recover(target: Path) -> None:
    """Clean up after a killed build: put the old site back if it was moved aside, delete what is half made."""
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    for left in (aside, *target.parent.glob(f".{target.name}.new-*")):
        shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, target: Path, swap: Exchange) -> None:
    """Put ``fresh`` in place of ``target``. The old site ends up at ``fresh`` or is deleted.

    Nothing is synced to disk: this guards against a killed process, not against a power cut.
    """
    if not target.exists():
        fresh.rename(target)
    elif not swap(fresh, target):
        target.rename(_aside(target))
        fresh.rename(target)
        shutil.rmtree(_aside(target))


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _refuse(target: Path, sources: Path) -> None:
    root = sources.resolve()
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PublishError(f"{target} is not a folder: name another with --site-dir")
    if root.is_relative_to(target.resolve()):
        raise PublishError(f"{target} holds the sources of the site: name another folder with --site-dir")
    for part in ("docs", "overrides", "scripts", ".git"):
        if target.resolve().is_relative_to(root / part):
            raise PublishError(f"{target} is inside {part}/, which is a source: name another folder with --site-dir")
    if target.exists() and any(target.iterdir()) and not (target / "404.html").is_file():
        raise PublishError(f"{target} holds something that is not a built site: empty it, or name another folder")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(f"{target.parent} cannot be made: {error.strerror}") from None
    if not os.access(target.parent, os.W_OK):
        raise PublishError(f"{target.parent} cannot be written to")


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the lock beside ``target``; the system lets go of it when the process ends, however it ends."""
    with target.with_name(f".{target.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PublishError(f"another build is publishing to {target}: wait until it has finished") from None
        yield


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
