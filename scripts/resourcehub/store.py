"""The one place that writes a hub's own files: each whole or not at all, and several all or none.

Several files are first written into a folder beside them. One renaming of it makes the change count; then each file is
moved to its place. Killed before, nothing has changed; killed after, the next start moves the rest (``settle``).
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

_READY, _FRESH, _DONE = (f".hub-changes{end}" for end in ("", ".new", ".done"))
_FILES, _GONE = "files", "gone.txt"


def write_file(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; say whether it had to be written."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
    return True


def write_files(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write several files below ``root``, or delete those that are None: all of it or nothing."""
    settle(root)
    fresh = root / _FRESH
    for old in (fresh, root / _DONE):
        shutil.rmtree(old, ignore_errors=True)
    (fresh / _FILES).mkdir(parents=True)
    for name, data in files.items():
        if data is not None:
            path = fresh / _FILES / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    (fresh / _GONE).write_text("".join(f"{name}\n" for name, data in files.items() if data is None), encoding="utf-8")
    fresh.rename(root / _READY)
    settle(root)


def settle(root: Path) -> None:
    """Finish a change of several files that was killed half-way. Mostly there is none."""
    ready = root / _READY
    if not (ready / _GONE).is_file() or ready.is_symlink():
        return
    for name in sorted(_files(ready / _FILES)):
        if target := _inside(root, name):
            target.parent.mkdir(parents=True, exist_ok=True)
            (ready / _FILES / name).replace(target)
    for name in (ready / _GONE).read_text(encoding="utf-8").splitlines():
        if target := _inside(root, name):
            target.unlink(missing_ok=True)
            _without_empty(target.parent, root)
    shutil.rmtree(root / _DONE, ignore_errors=True)
    ready.rename(root / _DONE)
    shutil.rmtree(root / _DONE, ignore_errors=True)


def _files(folder: Path) -> Iterator[str]:
    for base, _, names in os.walk(folder):
        yield from ((Path(base) / name).relative_to(folder).as_posix() for name in names)


def _inside(root: Path, name: str) -> Path | None:
    """Return the path of a file below ``root``; None where dots or a link would lead out of it."""
    target = root / name
    parent = Path(os.path.realpath(target.parent))
    fits = parent.is_relative_to(os.path.realpath(root)) and target.name not in ("", "..")
    return target if fits and not target.is_dir() else None


def _without_empty(folder: Path, root: Path) -> None:
    """Take away a folder that holds nothing any more, and those around it."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
