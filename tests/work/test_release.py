"""An upgrade is one number: told before, taken without an edit or a merge; a version that is not there is said so."""

from pathlib import Path

import pytest

from builds import Once
from resourcehub.work.release import ReleaseError, pinned, set_version
from wheels import installed, run, wheel

SETTINGS = """site_name: Oak School
theme: material
plugins:
  - resourcehub:
      extends: reference
      catalog: local.yaml
      number_prefix: OAK
      contact: {phone: +1 555 0100}
      pin: [power-of-parents]
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: es, name: Español}
"""
CALL = "jobs:\n  site:\n    uses: owner/hub/.github/workflows/site.yml@v0.1.0 # the program\n"
NEW = """  - id: a-new-guide
    kind: guide
    title: A new guide
    url: https://example.org/a-new-guide
    summary: Words for families who are new here.
    publisher: Press
    topics: [reading]
    audiences: [families]
    languages: [en]
    format: pdf
    cost: free
    added: 2026-01-31
"""


def change(sources: Path) -> None:
    """A later state: an entry new, changed, retired and renamed, a page new, a translation mended."""
    catalog = sources / "resources.yaml"
    text = catalog.read_text(encoding="utf-8")
    text = text.replace("  - id: title-i-toolkit\n", NEW + "  - id: title-i-toolkit\n", 1)
    text = _with(text, "aptt", "    license: CC BY 4.0\n")
    text = _with(text, "flamboyan-rubric", "    status: retired\n    replaced_by: aptt\n")
    text = text.replace("id: power-of-parents\n", "id: the-power-of-parents\n", 1)
    text = text.replace("power-of-parents]", "the-power-of-parents]").replace(
        "[power-of-parents,", "[the-power-of-parents,"
    )
    catalog.write_text(text, encoding="utf-8")
    for page in (sources / "docs").rglob("*.md"):
        words = page.read_text(encoding="utf-8")
        if "resources/power-of-parents.md" in words or " power-of-parents" in words:
            words = words.replace("resources/power-of-parents.md", "resources/the-power-of-parents.md")
            page.write_text(words.replace(" power-of-parents", " the-power-of-parents"), encoding="utf-8")
    (sources / "docs/families/new-here.md").write_text(
        "---\ntitle: New here\ndescription: First steps.\n---\nWelcome.\n"
    )
    words = sources / "docs/translations/es.po"
    mended = words.read_text(encoding="utf-8").replace('msgstr "Marco"', 'msgstr "Marco de trabajo"', 1)
    words.write_text(mended, encoding="utf-8")


def _with(text: str, name: str, lines: str) -> str:
    start = text.index(f"  - id: {name}\n")
    end = text.index("    added:", start)
    return text[:end] + lines + text[end:]


@pytest.fixture(scope="module")
def wheels(once: Once) -> Path:
    def make(folder: Path) -> None:
        wheel(folder, "0.1.0")
        wheel(folder, "0.2.0", change)
        installed(folder, "0.1.0", folder / "now")
        installed(folder, "0.2.0", folder / "later")

    return once("wheels", make)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".github/workflows").mkdir(parents=True)
    files = {"mkdocs.yml": SETTINGS, "requirements.txt": "# The program.\nresourcehub==0.1.0\n"}
    for name, text in {**files, ".github/workflows/site.yml": CALL}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_an_upgrade_is_told_and_needs_no_edit_and_no_merge(wheels: Path, site: Path) -> None:
    links = {"PIP_FIND_LINKS": str(wheels)}
    built = run(wheels / "now", "build", cwd=site)
    assert built.returncode == 0, built.stderr
    said = run(wheels / "now", "upgrade", "--plan", cwd=site, **links)
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == [
        "From 0.1.0 to 0.2.0.",
        "1 new resource, 1 changed, 1 renamed, 1 retired, 1 new page, 1 translation; please look at what follows",
        "You wrote something about 'power-of-parents', which changes: 'the-power-of-parents' takes its place",
    ]
    assert "0.1.0" in (site / "requirements.txt").read_text(), "a plan changes nothing"
    done = run(wheels / "now", "upgrade", "--to", "0.2.0", cwd=site, **links)
    assert done.stdout.splitlines()[-1] == "Changed: requirements.txt, .github/workflows/site.yml"
    assert (site / "requirements.txt").read_text() == "# The program.\nresourcehub==0.2.0\n"
    assert (site / ".github/workflows/site.yml").read_text() == CALL.replace("0.1.0", "0.2.0")
    checked = run(wheels / "later", "validate", cwd=site)
    assert checked.returncode == 0 and "did you mean 'the-power-of-parents'?" in checked.stdout, checked.stdout
    built = run(wheels / "later", "build", cwd=site)
    assert built.returncode == 0, built.stderr
    assert (site / "site/families/new-here/index.html").is_file() and (site / "site/resources/a-new-guide").is_dir()


@pytest.mark.parametrize(("wanted", "cure"), [("9.9", "there is no version '9.9'"), ("1.x;", "is no version")])
def test_a_version_that_is_not_there_is_said_with_its_line(wheels: Path, site: Path, wanted: str, cure: str) -> None:
    done = run(wheels / "now", "upgrade", "--to", wanted, cwd=site, PIP_FIND_LINKS=str(wheels))
    assert done.returncode == 1 and cure in done.stderr and "Traceback" not in done.stderr
    assert ("requirements.txt:2" in done.stderr) == (wanted == "9.9")
    assert "0.1.0" in (site / "requirements.txt").read_text()


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("resourcehub==1.2.0 # ours\n", "1.2.0"),
        ("mkdocs\nresourcehub @ git+https://github.com/owner/hub@v1.2.0\n", "1.2.0"),
        ("resourcehub\n", None),
        ("", None),
    ],
)
def test_the_number_is_found_and_changed_alone(tmp_path: Path, text: str, version: str | None) -> None:
    (tmp_path / "requirements.txt").write_text(text)
    if version is None:
        with pytest.raises(ReleaseError, match=r"requirements\.txt: no line names a version"):
            pinned(tmp_path)
        return
    assert pinned(tmp_path).version == version
    assert set_version(tmp_path, "2.0.0") == ["requirements.txt"]
    assert (tmp_path / "requirements.txt").read_text() == text.replace(version, "2.0.0")
