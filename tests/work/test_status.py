"""What there is to do is told by its sort, with who can do it; what another hub looks after is not."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from builds import HUBS
from resourcehub.catalog.visits import Record, Sort, write_records
from resourcehub.engine.settings import read_hub
from resourcehub.work.status import Task, as_text, tasks

TODAY = date(2026, 1, 20)
FAILED = (date(2026, 1, 3), date(2026, 1, 10))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))


def found(root: Path) -> list[Task]:
    return tasks(read_hub(root / "mkdocs.yml"), TODAY)


def of(rows: list[Task], sort: str) -> list[str]:
    return [task.name for task in rows if task.sort == sort]


def test_each_sort_names_what_it_is_about_and_who_can_do_it(root: Path) -> None:
    path = root / "resources.yaml"
    path.write_text(
        path.read_text().replace("    added: 2026-01-15\n", "    added: 2026-01-15\n    expires: 2026-02-01\n", 1)
    )
    address = "https://example.org/first.pdf"
    write_records(root, {address: Record(day=FAILED[1], sort=Sort.GONE, why="404", failed=FAILED)})
    rows = found(root)
    assert of(rows, "broken") == of(rows, "expiring") == ["first-guide"] and of(rows, "due")
    assert {"stale", "missing", "unread"} & {task.sort for task in rows} and all(task.who for task in rows)
    assert {task.name for task in rows if task.sort == "missing"} <= {"ar", "hmn", "pa"}
    lines = list(as_text(rows))
    assert lines[0] == "broken: 1, for an editor, in the catalog" and "since 2026-01-03" in lines[1]


def test_one_failure_is_not_yet_something_to_do_and_a_move_is(root: Path) -> None:
    address = "https://example.org/first.pdf"
    write_records(root, {address: Record(day=FAILED[0], sort=Sort.GONE, why="404", failed=FAILED[:1])})
    assert of(found(root), "broken") == []
    write_records(root, {address: Record(day=FAILED[0], sort=Sort.MOVED, target="https://example.org/new")})
    assert of(found(root), "moved") == ["first-guide"]
