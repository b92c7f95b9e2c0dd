"""Publishing is all or nothing: after a kill at any moment the folder holds the old site or the new one, whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from resourcehub.publish import PublishError, exchange, publish, recover

FILES = 60
LOOP = (
    f"FILES = {FILES}"
    + """
import sys
from pathlib import Path
from resourcehub.publish import exchange, publish
target, swap = Path(sys.argv[1]), exchange if sys.argv[2] == "exchange" else (lambda one, other: False)
generation = 0
while True:
    generation += 1
    def build(folder):
        for n in range(FILES):
            (folder / f"{n}.html").write_text(str(generation))
        (folder / "404.html").write_text(str(generation))
    publish(build, target, target.parent / "sources", swap)
    print(generation, flush=True)
"""
)


def fill(folder: Path, word: str = "new") -> None:
    (folder / "404.html").write_text(word)


def whole(target: Path) -> bool:
    """Say whether every file is there and of the same generation."""
    texts = {p.read_text() for p in target.iterdir()}
    return len(texts) == 1 and len(list(target.iterdir())) == FILES + 1


def killed(target: Path, swap: str, moment: float) -> None:
    """Publish in a loop in a child process and kill it at a moment after its first publication."""
    child = subprocess.Popen([sys.executable, "-c", LOOP, str(target), swap], stdout=subprocess.PIPE)
    assert child.stdout and child.stdout.readline()
    time.sleep(moment)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()


def test_killed_at_twenty_random_moments_the_site_is_always_whole(tmp_path: Path) -> None:
    target, moments = tmp_path / "site", random.Random(7)
    for _ in range(20):
        killed(target, "exchange", moments.uniform(0, 0.12))
        assert whole(target)


def test_without_exchange_the_next_start_puts_the_old_site_back(tmp_path: Path) -> None:
    target, moments = tmp_path / "site", random.Random(8)
    for _ in range(20):
        killed(target, "renames", moments.uniform(0, 0.12))
        recover(target)
        assert whole(target)
        assert [p.name for p in tmp_path.iterdir() if p.name not in ("site", ".site.lock")] == []


def test_killed_inside_the_swap_by_two_renames_nothing_is_lost(tmp_path: Path) -> None:
    """The moment between the two renames, hit exactly: the old site stands aside and nothing at the target."""
    target = tmp_path / "site"
    publish(lambda folder: fill(folder, "old"), target, tmp_path / "sources")

    def die(one: Path, other: Path) -> bool:
        other.rename(target.with_name(".site.old"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(fill, target, tmp_path / "sources", die)
    assert not target.exists()
    recover(target)
    assert (target / "404.html").read_text() == "old"


def test_a_kill_just_before_or_after_the_exchange_leaves_a_whole_site(tmp_path: Path) -> None:
    target, sources = tmp_path / "site", tmp_path / "sources"
    publish(lambda folder: fill(folder, "old"), target, sources)
    for after in (False, True):

        def die(one: Path, other: Path, after: bool = after) -> bool:
            if after:
                exchange(one, other)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            publish(fill, target, sources, die)
        assert (target / "404.html").read_text() == ("new" if after else "old")


def test_a_failed_build_changes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    target, sources = tmp_path / "site", tmp_path / "sources"
    publish(lambda folder: fill(folder, "old"), target, sources)

    def fail(folder: Path) -> None:
        fill(folder)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        publish(fail, target, sources)
    assert (target / "404.html").read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_second_publication_at_the_same_time_is_refused(tmp_path: Path) -> None:
    target, sources = tmp_path / "site", tmp_path / "sources"

    def twice(folder: Path) -> None:
        publish(fill, target, sources)

    with pytest.raises(PublishError, match="another build"):
        publish(twice, target, sources)


def test_the_published_folder_can_be_read_by_others(tmp_path: Path) -> None:
    publish(fill, tmp_path / "site", tmp_path / "sources")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("place", ["file", "link", "sources", "above", "docs", "strange"])
def test_places_that_must_not_be_written_over_are_refused(tmp_path: Path, place: str) -> None:
    root = tmp_path / "hub"
    (root / "docs").mkdir(parents=True)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(root)
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange/letter.txt").write_text("mine")
    targets = {"sources": root, "above": tmp_path, "docs": root / "docs"}
    with pytest.raises(PublishError):
        publish(fill, targets.get(place, tmp_path / place), root)
    assert (tmp_path / "strange/letter.txt").read_text() == "mine"
    assert (root / "docs").is_dir()
