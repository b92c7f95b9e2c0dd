"""Work spread over processes: all of it, in order, faults and all, and nobody left behind."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from resourcehub.pool import ahead, spread


@pytest.mark.parametrize("jobs", [1, 2, 5, 40])
@pytest.mark.parametrize("count", [0, 1, 2, 17])
def test_all_is_made_and_in_order(jobs: int, count: int) -> None:
    held = {n: lambda n=n: n * n for n in range(count)}  # what cannot travel is there all the same
    assert spread(lambda n: held[n](), range(count), jobs) == [n * n for n in range(count)]


def test_tasks_are_shared() -> None:
    assert os.getpid() not in spread(lambda n: (time.sleep(0.05), os.getpid())[1], range(8), 2)
    assert spread(lambda n: os.getpid(), range(8), 1) == [os.getpid()] * 8


def test_work_ahead_is_done_while_this_process_goes_on(tmp_path: Path) -> None:
    """Each waits for the other: that ends only where both are at work."""
    here, there = tmp_path / "here", tmp_path / "there"

    def work(_: int) -> int:
        there.touch()
        wait_for(here)
        return os.getpid()

    with ahead(work, [0], 2) as made:
        wait_for(there)
        here.touch()
        assert os.getpid() not in list(made)


def test_one_job_does_nothing_ahead() -> None:
    done: list[int] = []
    with ahead(done.append, [1, 2], 1) as made:
        assert done == []
        assert (list(made), done) == ([None, None], [1, 2])


def wait_for(file: Path) -> None:
    for _ in range(600):
        if file.exists():
            return
        time.sleep(0.05)
    raise TimeoutError(file.name)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_ends_the_work_as_it_is(jobs: int, tmp_path: Path) -> None:
    def work(n: int) -> None:
        if n == 2:
            raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path))

    with pytest.raises(OSError, match="No space left") as caught:
        spread(work, range(9), jobs)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path))


def test_a_killed_build_leaves_no_process_behind(tmp_path: Path) -> None:
    """Else one would go on writing into a folder that the next build clears away."""
    program = f"""
import os, pathlib, time
from resourcehub.pool import spread
def work(n):
    pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()
    time.sleep(60)
spread(work, range(4), 2)
"""
    build = subprocess.Popen([sys.executable, "-c", program])
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.05)
    build.send_signal(signal.SIGKILL)
    build.wait()
    workers = [Path("/proc", path.name) for path in tmp_path.iterdir()]
    for _ in range(100):
        if not any(gone(worker) is False for worker in workers):
            break
        time.sleep(0.05)
    assert [worker.name for worker in workers if not gone(worker)] == []


def gone(process: Path) -> bool:
    """Say whether a process has ended: it is not there, or waits for nobody but init."""
    try:
        return "State:\tZ" in (process / "status").read_text()
    except FileNotFoundError:
        return True
