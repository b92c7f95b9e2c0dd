"""A thing in one file or in many: which files of a folder belong to it, in which order."""

import os
from collections.abc import Iterator
from pathlib import Path

from resourcehub.problems import Place, Problem

_BESIDE = (".md",)  # a note for those who work in the folder


def files_in(root: Path, folder: str, endings: tuple[str, ...]) -> tuple[list[str], list[Problem]]:
    """Return the files with one of ``endings`` in a folder and those below it, by path, and what is wrong there.

    Paths are relative to ``root`` and ordered by their letters' code points, the same on every system. What is hidden
    is left out, a ``README.md`` may lie there; any other file would be lost silently, and so is a problem.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for file in sorted(_walk(root, folder)):
        if fault := link_fault(root, file):
            problems.append(fault)
        elif file.lower().endswith(endings):
            found.append(file)
        elif not file.lower().endswith(_BESIDE):
            what = f"only files named *{endings[0]} are read here: rename this one, or move it elsewhere"
            problems.append(Problem(Place(file), what, "stray-file"))
    return found, problems


def _walk(root: Path, folder: str) -> Iterator[str]:
    """Yield the files below a folder. Folders behind links are not entered: a circle of them has no end."""
    for base, folders, files in os.walk(root / folder):
        below = Path(base).relative_to(root).as_posix()
        links = [name for name in folders if (Path(base) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
        yield from (f"{below}/{name}" for name in (*files, *links) if not name.startswith("."))


def link_fault(root: Path, file: str) -> Problem | None:
    """Return what is wrong with a file that is a link of the file system: out of the project, or to no file."""
    path = root / file
    if not path.is_symlink():
        return None
    inside = Path(os.path.realpath(path)).is_relative_to(root.resolve())  # Path.resolve() raises for a circle
    if inside and path.is_file():
        return None
    where = "to no file" if inside else "out of the project"
    return Problem(Place(file), f"this is a link that leads {where}: put the file itself here", "outside-link")
