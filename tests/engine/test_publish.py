"""Publishing is all or nothing: after a kill at any moment the folder holds the old site or the new one, whole."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resourcehub.engine.publish import PublishError, exchange, publish, recover

FILES = 200
LOOP = """
import os, signal, sys
from pathlib import Path
from resourcehub.engine.publish import exchange, publish

target, files = Path(sys.argv[1]), int(sys.argv[3])
aside = target.with_name(".site.old")

def die(*steps):
    os.kill(os.getpid(), signal.SIGKILL)

swap = {
    "exchange": exchange,
    "renames": lambda new, old: False,
    "before": lambda new, old: die(),
    "after": lambda new, old: die(exchange(new, old)),
    "between": lambda new, old: die(old.rename(aside)),
    "both": lambda new, old: die(old.rename(aside), new.rename(old)),
}[sys.argv[2]]

def build(folder):
    (folder / "assets").mkdir()
    for name in ("404.html", "assets/hub.css", *(f"{n}.html" for n in range(files))):
        (folder / name).write_text(str(generation))

generation = 0
while True:
    generation += 1
    publish(build, target, target.parent / "sources", swap)
    print(generation, flush=True)
"""


@contextmanager
def publishing(target: Path, swap: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that publishes in a loop, each time another generation; killed at the end, if not before."""
    command = [sys.executable, "-c", LOOP, str(target), swap, str(FILES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout and child.stdout.readline(), "the first publication failed"
        yield child
        child.kill()


def generation(target: Path) -> int:
    """Return which publication the folder holds. Fails where files are missing or of two generations."""
    texts = [p.read_text() for p in target.rglob("*") if p.is_file()]
    assert len(texts) == FILES + 2 and len(set(texts)) == 1
    return int(texts[0])


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def fill(folder: Path, word: str = "new") -> None:
    (folder / "assets").mkdir()
    (folder / "assets/hub.css").touch()
    (folder / "404.html").write_text(word)


def old(target: Path) -> Path:
    publish(lambda folder: fill(folder, "old"), target, target.parent / "sources")
    return target


def test_killed_at_twenty_random_moments_the_site_is_whole_at_once(tmp_path: Path) -> None:
    target, moments = tmp_path / "site", random.Random(7)
    for _ in range(20):
        with publishing(target, "exchange"):
            time.sleep(moments.uniform(0, 0.1))
        assert generation(target) >= 1


def test_without_exchange_the_site_is_whole_after_the_next_start(tmp_path: Path) -> None:
    target, moments = tmp_path / "site", random.Random(8)
    for _ in range(20):
        with publishing(target, "renames"):
            time.sleep(moments.uniform(0, 0.1))
        recover(target)
        assert generation(target) >= 1
        assert names(tmp_path) == [".site.lock", "site"]


@pytest.mark.parametrize(
    ("moment", "at_once", "recovered"), [("before", 1, 1), ("after", 2, 2), ("between", None, 1), ("both", 2, 2)]
)
def test_killed_inside_the_swap_nothing_is_lost(
    tmp_path: Path, moment: str, at_once: int | None, recovered: int
) -> None:
    """The second publication ends in a kill exactly there: around the exchange, or between and after two renames."""
    target = tmp_path / "site"
    with publishing(target, moment) as child:
        assert child.wait(60) == -signal.SIGKILL
    assert (generation(target) if target.exists() else None) == at_once
    recover(target)
    assert generation(target) == recovered
    assert names(tmp_path) == [".site.lock", "site"]


def test_the_next_start_puts_the_old_site_back_before_it_builds(tmp_path: Path) -> None:
    target = old(tmp_path / "site")
    target.rename(tmp_path / ".site.old")
    (tmp_path / ".site.new-dead").mkdir()

    def look(folder: Path) -> None:
        assert (target / "404.html").read_text() == "old"
        assert names(tmp_path) == [".site.lock", folder.name, "site"]
        fill(folder)

    publish(look, target, tmp_path / "sources")
    assert (target / "404.html").read_text() == "new"


def test_the_published_folder_is_there_at_every_moment(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with publishing(target, "exchange") as child:
        assert child.stdout
        reader = threading.Thread(target=lambda: [child.stdout.readline() for _ in range(6)])
        reader.start()
        while reader.is_alive():  # until six more were published, however slow the machine is
            assert target.exists()
        assert child.poll() is None


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt()])
@pytest.mark.parametrize("swap", [exchange, lambda new, old: False])
def test_a_failed_build_changes_nothing_and_leaves_nothing(tmp_path: Path, swap, error: BaseException) -> None:
    target = old(tmp_path / "site")

    def fail(folder: Path) -> None:
        fill(folder)
        raise error

    with pytest.raises(type(error)):
        publish(fail, target, tmp_path / "sources", swap)
    assert (target / "404.html").read_text() == "old"
    assert names(tmp_path) == [".site.lock", "site"]


def test_a_full_disk_is_told_plainly(tmp_path: Path) -> None:
    target = old(tmp_path / "site")

    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(PublishError, match=r"left as it was: .*No space left on device"):
        publish(full, target, tmp_path / "sources")
    assert (target / "404.html").read_text() == "old"


def test_a_second_publication_at_the_same_time_is_refused_and_does_no_harm(tmp_path: Path) -> None:
    target = old(tmp_path / "site")

    def twice(folder: Path) -> None:
        fill(folder)
        with pytest.raises(PublishError, match="another build"):
            publish(fill, target, tmp_path / "sources")

    publish(twice, target, tmp_path / "sources")
    assert (target / "404.html").read_text() == "new"


def test_names_with_signs_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / ".x.new-1").mkdir()
    publish(fill, tmp_path / "deep" / ".." / "[x]", tmp_path / "sources")
    assert names(tmp_path) == [".[x].lock", ".x.new-1", "[x]"]


def test_the_published_folder_may_be_read_by_whom_the_system_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        publish(fill, tmp_path / "site", tmp_path / "sources")
    finally:
        os.umask(before)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize(
    "place", ["file", "link", "sources", "above", "docs", "strange", "pages branch", "below a file"]
)
def test_places_that_must_not_be_written_over_are_refused(tmp_path: Path, place: str) -> None:
    root = tmp_path / "hub"
    (root / "docs").mkdir(parents=True)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(root)
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange/404.html").write_text("mine")
    for name in ("assets", ".git"):
        (tmp_path / "pages branch" / name).mkdir(parents=True)
    for name in ("404.html", "assets/hub.css", ".git/HEAD"):
        (tmp_path / "pages branch" / name).write_text("built before, and with a history")
    targets = {"sources": root, "above": tmp_path, "docs": root / "docs", "below a file": tmp_path / "file/site"}
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(PublishError):
        publish(fill, targets.get(place, tmp_path / place), root)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "strange/404.html").read_text() == (tmp_path / "file").read_text() == "mine"


def test_a_place_without_the_right_to_write_is_told_plainly() -> None:
    """Root may write anywhere, so root steps down to 'nobody' for this."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        with without_rights(), pytest.raises(PublishError, match="Permission denied"):
            publish(fill, Path(folder) / "site", Path(folder) / "sources")


@contextmanager
def without_rights() -> Iterator[None]:
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
