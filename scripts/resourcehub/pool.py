"""Work is spread over processes: each is forked, so that it has all that was read before, and tells what it made."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

_PR_SET_PDEATHSIG = 1
_FORKS = sys.platform == "linux"  # elsewhere it is not safe (Python's documentation of multiprocessing)
T = TypeVar("T")
R = TypeVar("R")
_work: Callable[[Any], Any]


def cores() -> int:
    """Return how many processes run side by side here: the cores that this one may use (man 2 sched_getaffinity)."""
    return len(os.sched_getaffinity(0)) if _FORKS else 1


def spread(work: Callable[[T], R], tasks: Sequence[T], jobs: int) -> list[R]:
    """Return what ``work`` makes of each task, in their order; up to ``jobs`` processes share them.

    Raises what ``work`` raises first; what has not begun by then is left. Results travel between processes, so they are
    to be small; ``work`` and what it holds do not. No other thread may run in this process when it is forked.
    """
    with ahead(work, tasks, jobs if len(tasks) > 1 else 1) as made:
        return list(made)


@contextmanager
def ahead(work: Callable[[T], R], tasks: Sequence[T], jobs: int) -> Iterator[Iterable[R]]:
    """Begin what ``spread`` does, and go on beside it: what it makes is there when it is asked for.

    With one job nothing is made before it is asked for.
    """
    if not _FORKS or jobs < 2 or not tasks:
        yield map(work, tasks)
        return
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), context, _begin, (work, os.getpid()))
    try:
        yield pool.map(_do, tasks)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(work: Callable[[Any], Any], parent: int) -> None:
    """Take up work in a new process: it ends with its parent, which alone hears the keyboard."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # man 2 prctl
    if os.getppid() != parent:
        os._exit(1)
    gc.disable()  # it lives for seconds and pages leave no circles; walking what came with the fork would copy it


def _do(task: Any) -> Any:
    return _work(task)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of circles away: what is read stays, and it would walk it again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()
