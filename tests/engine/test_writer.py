"""Writing files: whole, in folders that are made, and never silently not; the same whatever is around a build."""

import errno
from pathlib import Path

import pytest

from builds import HUBS, files, hub, run
from resourcehub.engine.writer import Portion, write


def test_a_file_is_written_whole_and_its_folder_made(tmp_path: Path) -> None:
    content = "é ".encode() * 2_000_000
    write(tmp_path / "ar/1/index.html", content)
    assert (tmp_path / "ar/1/index.html").read_bytes() == content


def test_a_file_is_written_over_a_longer_one(tmp_path: Path) -> None:
    write(tmp_path / "404.html", b"the old one")
    write(tmp_path / "404.html", b"new")
    assert (tmp_path / "404.html").read_bytes() == b"new"


def test_a_disk_that_is_full_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space") as caught:
        write(tmp_path / "index.html", b"x")
    assert caught.value.errno == errno.ENOSPC


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (1, 4), (4, 4), (10, 3), (1000, 7)])
def test_portions_are_the_whole_and_each_page_is_in_one(count: int, parts: int) -> None:
    whole = [lambda: None] * count
    found = [Portion("en", part, parts).of(whole) for part in range(parts)]
    assert [page for portion in found for page in portion] == whole
    assert max(map(len, found)) - min(map(len, found)) <= 1


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files(hub(HUBS / "partial", tmp_path_factory.mktemp("alone") / "site", "--jobs", "1"))


@pytest.mark.parametrize(
    ("jobs", "around"),
    [
        ("2", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        ("7", {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8"}),
    ],
)
def test_the_bytes_are_the_same_for_any_jobs_seed_zone_and_locale(
    alone: dict[str, bytes], tmp_path: Path, jobs: str, around: dict[str, str]
) -> None:
    """At either end of the world's clocks it is another day; Turkish has letters of its own for ``i``."""
    other = files(hub(HUBS / "partial", tmp_path / "site", "--jobs", jobs, **around))
    assert [path for path in {*alone, *other} if alone.get(path) != other.get(path)] == []


def test_the_day_of_a_build_can_be_set(alone: dict[str, bytes], tmp_path: Path) -> None:
    other = files(hub(HUBS / "partial", tmp_path / "site", SOURCE_DATE_EPOCH="86400"))
    assert b"January 2, 1970" in other["index.html"] and b"January 2, 1970" not in alone["index.html"]


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5"])
def test_jobs_that_cannot_be_are_refused_in_one_line(tmp_path: Path, jobs: str) -> None:
    done = run("hub", "build", "--root", str(HUBS / "tiny"), "--site-dir", str(tmp_path / "site"), "--jobs", jobs)
    assert (done.returncode, done.stderr.count("Error: ")) == (2, 1)
    assert "--jobs" in done.stderr and jobs in done.stderr
    assert not (tmp_path / "site").exists()
