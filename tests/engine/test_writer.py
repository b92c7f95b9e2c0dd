"""Writing pages: from threads, whole, and never silently not."""

import errno
from pathlib import Path

import pytest

from resourcehub.engine.writer import write, write_pages


def test_pages_are_written_whole_and_their_folders_made(tmp_path: Path) -> None:
    pages = [(f"ar/{n}/", f"é {n} " * 20_000) for n in range(120)]
    written = write_pages(tmp_path, [("", "home"), *pages], batch=7)
    assert written == ["", *(address for address, _ in pages)]
    assert (tmp_path / "index.html").read_text() == "home"
    assert [(tmp_path / address / "index.html").read_text() for address, _ in pages] == [html for _, html in pages]


def test_a_page_is_written_over_a_longer_one(tmp_path: Path) -> None:
    write(tmp_path / "404.html", "the old one")
    write(tmp_path / "404.html", "new")
    assert (tmp_path / "404.html").read_text() == "new"


@pytest.mark.parametrize("bad", [0, 60, 119])
def test_a_disk_that_is_full_ends_the_work(tmp_path: Path, bad: int) -> None:
    (tmp_path / str(bad)).mkdir()
    (tmp_path / f"{bad}/index.html").symlink_to("/dev/full")
    with pytest.raises(OSError) as caught:
        write_pages(tmp_path, ((f"{n}/", "x") for n in range(120)), batch=10)
    assert caught.value.errno == errno.ENOSPC


def test_a_page_that_cannot_be_made_ends_the_work(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        write_pages(tmp_path, ((f"{n}/", str(1 / (3 - n))) for n in range(9)), batch=2)
