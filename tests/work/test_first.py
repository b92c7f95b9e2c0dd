"""A new site is told what it still needs until it has it."""

from pathlib import Path

import pytest

from builds import run
from resourcehub.options import Contact, Settings
from resourcehub.work.answers import NAME, Answers
from resourcehub.work.first import remaining
from resourcehub.work.new import make
from small import front

READY = {
    "site_url": "https://school.example.org/",
    "contact": Contact("Oak", None, "+1 555 0100"),
    "number_prefix": "OAK",
    "extends": "reference",
}


def left(name: str = "Oak School", sheets: tuple[str, ...] = (), pages: str = "success", **more: object) -> list[str]:
    settings = Settings(Path(), "en", **({"locales": ("en", "es")} | READY | more))  # type: ignore[arg-type]
    return list(remaining(settings, name, dict.fromkeys(sheets, "x/"), {"HUB_PAGES": pages}))


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ({"name": NAME}, "site_name"),
        ({"contact": None}, "number to call"),
        ({"contact": Contact("Oak", "a@example.org")}, "number to call"),
        ({"locales": ("en",)}, "languages"),
        ({"site_url": ""}, "choose GitHub Actions under Source"),
        ({"pages": "failure"}, "choose GitHub Actions under Source"),
        ({"number_prefix": ""}, "before you add your first resource"),
    ],
)
def test_each_setting_that_is_the_templates_is_one_sentence(state: dict[str, object], word: str) -> None:
    found = left(**state)  # type: ignore[arg-type]
    assert len(found) == 1 and word in found[0] and found[0].endswith(".")


@pytest.mark.parametrize(
    "state", [{}, {"number_prefix": "", "extends": ""}, {"number_prefix": "", "sheets": ("1",)}], ids=str
)
def test_a_site_that_has_all_is_told_nothing(state: dict[str, object]) -> None:
    assert left(**state) == []  # type: ignore[arg-type]


def site(tmp_path: Path) -> tuple[Path, Path]:
    make(tmp_path / "hub", Answers())
    return tmp_path / "hub", tmp_path / "summary.md"


def test_the_list_stands_in_the_summary_and_says_what_to_click(tmp_path: Path) -> None:
    root, summary = site(tmp_path)
    summary.write_text("Before\n")
    given = {"HUB_PAGES": "failure", "GITHUB_STEP_SUMMARY": str(summary), "SITE_URL": ""}
    done = run("hub", "remaining", "--root", str(root), **given)
    assert done.returncode == 0 and "Traceback" not in done.stderr
    [notice] = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert notice.startswith("::notice title=Not published yet::") and "choose GitHub Actions under Source" in notice
    lines = summary.read_text().splitlines()
    assert lines[:2] == ["Before", "## What this site still needs"] and len([x for x in lines if x[:2] == "* "]) == 5


def test_the_check_of_a_proposed_change_is_about_something_else(tmp_path: Path) -> None:
    root, _ = site(tmp_path)
    done = run("hub", "remaining", "--root", str(root), GITHUB_EVENT_NAME="pull_request")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing is missing.\n", "")


def test_a_build_prints_the_list_beside_its_work(tmp_path: Path) -> None:
    root, summary = site(tmp_path)
    (root / "docs/index.md").write_text(front("Home") + "Words.\n")
    done = run("hub", "build", "--root", str(root), GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0 and "What this site still needs:" in done.stderr
    assert "There is no number to call" in summary.read_text()
