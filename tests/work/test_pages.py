"""``hub translate mark`` and ``diff``: a page says what it was made from, and what has changed since is shown."""

import shutil
import subprocess
from pathlib import Path

import pytest

from builds import HUBS, hub, run

PAGE, SOURCE = "docs/myths/books.ar.md", "docs/myths/books.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    shutil.copytree(HUBS / "partial", folder)
    assert translate(folder, "mark", PAGE).returncode == 0
    return folder


def translate(root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return run("hub", "translate", *words, "--root", str(root))


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def keep(root: Path) -> None:
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=root, check=True)


def test_diff_shows_the_source_then_and_now(root: Path) -> None:
    keep(root)
    assert "is up to date" in translate(root, "diff", PAGE).stdout
    change(root, SOURCE, "Read [@old-2001].", "Read every day [@old-2001].")
    change(root, SOURCE, "fact: Any book", "fact: Each book")
    told = translate(root, "diff", PAGE).stdout.splitlines()
    assert told[-2:] == ["- Read [@old-2001].", "+ Read every day [@old-2001]."]
    assert told[-3].startswith(f"{PAGE}:") and "+ Each book helps." in told


def test_diff_without_a_history_says_so(root: Path) -> None:
    change(root, SOURCE, "Read [@old-2001].", "Read every day [@old-2001].")
    assert "(not in the history of the source page)" in translate(root, "diff", PAGE).stdout


def test_diff_understands_the_old_kind_of_fingerprint(root: Path) -> None:
    shutil.copy(HUBS / "partial" / PAGE, root / PAGE)
    assert "the history has no such version" in translate(root, "diff", PAGE).stdout


def test_pages_that_do_not_say_what_they_were_made_from_are_marked_at_the_merge(root: Path) -> None:
    page = root / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text("".join(line for line in text.splitlines(keepends=True) if not line.startswith("translates")))
    assert "[unmarked-page]" in run("hub", "validate", "--root", str(root)).stdout
    assert translate(root, "status").stdout.splitlines()[1].split()[5:] == ["0", "1", "3"]
    assert translate(root, "mark", "--missing").returncode == 0
    assert sorted(page.read_text(encoding="utf-8").split("\n")) == sorted(text.split("\n"))
    assert translate(root, "mark", "--missing").stdout == ""


def test_only_what_has_changed_is_shown_beside_its_old_translation(root: Path, tmp_path: Path) -> None:
    change(root, SOURCE, "Read [@old-2001].", "Read\n[@old-2001].\n\n## More\n\nSee [the start](../index.md).")
    change(root, SOURCE, "A report says so.", "Two reports say so.")
    html = (hub(root, tmp_path / "site") / "ar/myths/books/index.html").read_text(encoding="utf-8")
    assert html.count('class="hub-newer"') == 2
    assert 'dir="ltr"><p><strong>More</strong></p>\n<p>See <a href="../../">the start</a>.</p></div>' in html
    assert '<p lang="en" dir="ltr">Two reports say so.</p>' in html
    assert "hubnewer" not in html and "تغيَّر الأصل منذ" not in html
    assert html.index("اقرأ") < html.index("See <a")
