"""Files are written whole: killed at any step, what is there is the old or the new state, and nothing is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from resourcehub import store

OLD = {"a.txt": b"old", "gone/b.txt": b"old", "kept/c.txt": b"old"}
CHANGE = {"a.txt": b"new", "gone/b.txt": None, "new/d.txt": b"new"}
NEW = {"a.txt": b"new", "kept/c.txt": b"old", "new/d.txt": b"new"}


class Killed(BaseException):
    """What a killed process would not notice."""


def make(root: Path) -> Path:
    for name, data in OLD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def seen(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_a_file_is_written_once_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    assert store.write_file(tmp_path / "a/b.txt", b"x")
    assert not store.write_file(tmp_path / "a/b.txt", b"x")
    assert seen(tmp_path) == {"a/b.txt": b"x"}


def test_several_files_are_written_and_deleted_together(tmp_path: Path) -> None:
    store.write_files(make(tmp_path), CHANGE)
    assert seen(tmp_path) == NEW
    assert not (tmp_path / "gone").exists()


def test_killed_at_any_step_the_next_start_finds_the_old_or_the_new_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = [0]

    def deadly(function: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **values: Any) -> Any:
            steps[0] -= 1
            if steps[0] == 0:
                raise Killed
            return function(*args, **values)

        return step

    outcomes = []
    for number in range(1, 100):
        root = make(tmp_path / str(number))
        with monkeypatch.context() as patch:
            for name in ("replace", "rename", "write_bytes", "write_text", "unlink", "mkdir", "rmdir"):
                patch.setattr(Path, name, deadly(getattr(Path, name)))
            patch.setattr(shutil, "rmtree", deadly(shutil.rmtree))
            steps[0] = number
            try:
                store.write_files(root, CHANGE)
            except Killed:
                outcomes.append(number)
        store.settle(root)
        found = {name: data for name, data in seen(root).items() if not name.startswith(".hub-changes.")}
        assert found in (OLD, NEW), number
        store.write_files(root, CHANGE)
        assert seen(root) == NEW
        if number not in outcomes:
            break
    assert len(outcomes) > 10


def test_a_change_that_somebody_else_left_reaches_nothing_outside(tmp_path: Path) -> None:
    root = make(tmp_path / "hub")
    (tmp_path / "outside.txt").write_bytes(b"here")
    (tmp_path / "folder").mkdir()
    (root / "link").symlink_to(tmp_path / "folder")
    (root / ".hub-changes/files/link").mkdir(parents=True)
    (root / ".hub-changes/files/link/x.txt").write_bytes(b"x")
    (root / ".hub-changes/gone.txt").write_text("../outside.txt\n..\n\nlink/../../outside.txt\nkept\n")
    store.settle(root)
    assert (tmp_path / "outside.txt").exists() and not list((tmp_path / "folder").iterdir())
    assert (root / "kept/c.txt").exists()
