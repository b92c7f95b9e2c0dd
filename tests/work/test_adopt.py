"""A copy of the whole repository becomes a site of its own: what differs is kept, all else comes from the program."""

import shutil
from pathlib import Path

import pytest

from builds import ROOT, run
from resourcehub.work.adopt import AdoptError, adopt

MINE = """  # ours since spring
  - id: oak-library
    kind: practice
    title: Story hour # every week
    url: https://library.example.org/
    summary: Somebody reads aloud on Saturdays.
    publisher: The library
    topics: [reading]
    audiences: [families]
    languages: [en]
    format: web-page
    cost: free
    added: 2026-01-31
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy as schools made them: a name, a resource, a line changed, others gone, pages and words of their own."""
    root = tmp_path_factory.mktemp("copy") / "hub"
    root.mkdir()
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("resources.yaml", "mkdocs.yml", "numbers.yaml", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    edit(root / "mkdocs.yml", "Family Resource Hub", "Oak School")
    edit(
        root / "mkdocs.yml",
        "      footer:",
        "      number_prefix: OAK\n      contact: {phone: +1 555 0100}\n      footer:",
    )
    text = (root / "resources.yaml").read_text(encoding="utf-8")
    start, end = text.index("  - id: flamboyan-rubric\n"), text.index("  - id: aptt\n")
    text = text[:start] + text[end:].replace(
        "    title: Academic Parent-Teacher Teams (APTT)", "    title: Our teams", 1
    )
    (root / "resources.yaml").write_text(
        text.replace("related: [flamboyan-rubric]", "related: []") + MINE, encoding="utf-8"
    )
    (root / "docs/leaders.md").unlink()
    (root / "docs/ours.md").write_text("---\ntitle: Ours\ndescription: Our office.\n---\nCome in.\n")
    edit(root / "docs/translations/es.po", 'msgstr "Marco"', 'msgstr "Marco común"')
    (root / "numbers.yaml").write_text((ROOT / "numbers.yaml").read_text() + "OAK-1: ours/\n")
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_differs_is_kept_and_the_site_is_right(copy: Path, tmp_path: Path) -> None:
    done = run("hub", "adopt", str(copy), str(tmp_path / "oak"))
    assert done.returncode == 0, done.stderr
    kept = [line.removeprefix("kept: ") for line in done.stdout.splitlines() if line.startswith("kept: ")]
    assert {
        "resources: oak-library",
        "docs/ours.md",
        "numbers.yaml: 1 numbers",
        "docs/translations/es.po: 1 texts",
    } <= {*kept}
    assert any(line.startswith("resources: aptt (title") for line in kept)
    local = (tmp_path / "oak/local.yaml").read_text()
    assert MINE in local and "title: Our teams" in local
    settings = (tmp_path / "oak/mkdocs.yml").read_text()
    for line in ("site_name: Oak School", "extends: reference", "resources: [flamboyan-rubric]", "pages: [leaders.md]"):
        assert line in settings
    assert "nav:" not in settings and "footer:" not in settings and "number_prefix: OAK" in settings
    names = {p.relative_to(tmp_path / "oak").as_posix() for p in (tmp_path / "oak").rglob("*") if p.is_file()}
    assert not {name for name in names if name.startswith(("scripts", "overrides", "docs/families"))}
    checked = run("hub", "validate", "--root", str(tmp_path / "oak"))
    assert checked.returncode == 0, checked.stdout


def test_an_untouched_copy_has_nothing_of_its_own(tmp_path: Path) -> None:
    done = run("hub", "adopt", str(ROOT), str(tmp_path / "site"))
    assert done.returncode == 0 and "nothing of its own" in done.stdout
    assert run("hub", "validate", "--root", str(tmp_path / "site")).returncode == 0


@pytest.mark.parametrize(
    ("settings", "cure"),
    [("site_name: [", "mkdocs.yml:1"), (None, "mkdocs.yml"), ("extends", "builds on another hub already")],
)
def test_what_is_no_copy_is_said_so(tmp_path: Path, settings: str | None, cure: str) -> None:
    if settings == "extends":
        text = (ROOT / "mkdocs.yml").read_text().replace("      footer:", "      extends: reference\n      footer:", 1)
        settings = text
    (tmp_path / "docs").mkdir()
    if settings:
        (tmp_path / "mkdocs.yml").write_text(settings)
    with pytest.raises(AdoptError, match=cure):
        adopt(tmp_path, ROOT)
