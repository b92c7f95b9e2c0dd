"""The command ``hub``: what it prints, its exit status, and that it never shows a traceback."""

import json
import re
import shutil
from pathlib import Path

import pytest

from builds import HUBS, ROOT, files, hub, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HUBS / "partial", tmp_path / "hub"))


def spoil(root: Path) -> None:
    path = root / "resources.yaml"
    path.write_text(path.read_text().replace("cost: free", "cost: fre").replace("year: 2014", "year: 14"))


def test_validate_passes_and_counts(root: Path) -> None:
    done = run("hub", "validate", "--root", str(root))
    assert done.returncode == 0 and "0 errors, 3 warnings" in done.stdout


def test_validate_in_three_formats(root: Path) -> None:
    spoil(root)
    text = run("hub", "validate", "--root", str(root))
    assert text.returncode == 1 and "resources.yaml:" in text.stdout and "did you mean 'free'?" in text.stdout
    rows = json.loads(run("hub", "validate", "--root", str(root), "--format", "json").stdout)
    assert {r["code"] for r in rows if r["severity"] == "error"} == {"unknown-value", "bad-year"}
    github = run("hub", "validate", "--root", str(root), "--format", "github").stdout
    assert "::error file=resources.yaml,line=" in github


def test_broken_settings_are_reported_in_three_formats(root: Path) -> None:
    path = root / "mkdocs.yml"
    good = path.read_text()
    for old, new, line, code in (
        ("site_name: ", 'site_name: "', 1, "unclosed-quote"),
        ("site_name", "sitename", 1, "unknown-field"),
        ("  - i18n:", "  - nothing:\n  - i18n:", 11, "missing-plugin"),
        ("footer: [about.md]", "footer: [gone.md]", 9, "unknown-menu-page"),
    ):
        path.write_text(good.replace(old, new))
        done = run("hub", "validate", "--root", str(root), "--format", "json")
        rows = [r for r in json.loads(done.stdout) if r["severity"] == "error"]
        assert [(r["file"], r["line"], r["code"]) for r in rows] == [("mkdocs.yml", line, code)]
        assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "::error file=mkdocs.yml" in run("hub", "validate", "--root", str(root), "--format", "github").stdout
    assert "mkdocs.yml:9:" in run("hub", "validate", "--root", str(root)).stdout
    assert "mkdocs.yml:9:" in run("hub", "build", "--root", str(root)).stderr


def test_mistakes_of_settings_and_catalog_are_told_in_one_run(root: Path) -> None:
    spoil(root)
    path = root / "mkdocs.yml"
    path.write_text(
        path.read_text().replace("+1 555 0100", "555 0100 or 911").replace("primary: teal", "primary: taupe")
    )
    done = run("hub", "validate", "--root", str(root), "--format", "json")
    found = {r["code"] for r in json.loads(done.stdout) if r["severity"] == "error"}
    assert found == {"bad-phone", "bad-colour", "bad-year", "unknown-value"}


def test_a_site_that_names_nobody_is_told_so_on_every_build(root: Path, tmp_path: Path) -> None:
    path = root / "mkdocs.yml"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "contact:" not in line))
    for verb in (["validate"], ["build", "--site-dir", str(tmp_path / "site")]):
        done = run("hub", verb[0], "--root", str(root), *verb[1:])
        assert done.returncode == 0 and "a family would find nobody to call" in done.stdout + done.stderr


def test_a_language_is_taken_out_by_deleting_its_line(root: Path, tmp_path: Path) -> None:
    path = root / "mkdocs.yml"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "locale: ar" not in line and "locale: hmn" not in line))
    done = run("hub", "validate", "--root", str(root))
    assert done.returncode == 0 and done.stdout.count("[waiting-files]") == 1 and "ar: 1, hmn: 1" in done.stdout
    site = hub(root, tmp_path / "site")
    assert not [name for name in files(site) if name.startswith(("ar/", "hmn/")) or ".ar" in name]


def test_split_and_join_lose_nothing_and_links_to_the_source_follow(root: Path, tmp_path: Path) -> None:
    before = files(root)
    done = run("hub", "split", "--root", str(root))
    assert done.returncode == 0 and "resources/first-guide.yaml" in done.stdout
    site = hub(root, tmp_path / "site", "--locales", "en")
    for name in ("first-guide", "second-guide"):
        page = (site / f"resources/{name}/index.html").read_text()
        assert f"/blob/main/resources/{name}.yaml?plain=1#L" in page and "/resources.yaml?plain" not in page
    done = run("hub", "join", "--root", str(root))
    assert done.returncode == 0 and "files are in resources.yaml now" in done.stdout
    assert files(root) == before


@pytest.mark.parametrize("verb", ["split", "join"])
def test_a_catalog_with_faults_is_neither_split_nor_joined(root: Path, verb: str) -> None:
    spoil(root)
    before = files(root)
    done = run("hub", verb, "--root", str(root))
    assert done.returncode == 1 and "[bad-year]" in done.stderr and "Traceback" not in done.stderr
    assert files(root) == before


def test_a_file_of_another_language_can_be_linked_to_in_a_build_of_one(root: Path, tmp_path: Path) -> None:
    (root / "docs/form.ar.pdf").write_bytes(b"%PDF-1.4")
    page = root / "docs/about.md"
    page.write_text(page.read_text() + "\n[The form in Arabic](form.ar.pdf)\n")
    site = hub(root, tmp_path / "site", "--locales", "en")
    target = re.search(r'href="([^"]*form[^"]*\.pdf)"', (site / "about/index.html").read_text())
    assert target and (site / "about" / target[1]).resolve().read_bytes() == b"%PDF-1.4"


def test_a_wrong_catalog_leaves_what_was_published(root: Path, tmp_path: Path) -> None:
    site = hub(root, tmp_path / "site")
    before = files(site)
    spoil(root)
    done = run("hub", "build", "--root", str(root), "--site-dir", str(site))
    assert done.returncode == 1 and "[bad-year]" in done.stderr and "Traceback" not in done.stderr
    assert files(site) == before


@pytest.mark.parametrize("verb", [["validate"], ["build"], ["translate", "status"]])
def test_a_folder_without_settings_is_told_plainly(tmp_path: Path, verb: list[str]) -> None:
    done = run("hub", *verb, "--root", str(tmp_path))
    assert done.returncode == 1 and "mkdocs.yml" in done.stderr and "Traceback" not in done.stderr


def test_an_unknown_language_is_told_plainly(root: Path, tmp_path: Path) -> None:
    done = run("hub", "build", "--root", str(root), "--site-dir", str(tmp_path / "x"), "--locales", "en,xx")
    assert done.returncode == 1 and "xx" in done.stderr and "Traceback" not in done.stderr


def test_update_loses_nothing_and_the_second_run_changes_nothing(root: Path) -> None:
    path = root / "resources.yaml"
    path.write_text(path.read_text().replace("title: First guide", "title: The first guide"))
    first = run("hub", "translate", "update", "--root", str(root))
    assert "1 changed" in first.stdout
    text = (root / "docs/translations/ar.po").read_text()
    assert "الدليل الأول" in text and '#| msgid "First guide"' in text
    second = run("hub", "translate", "update", "--root", str(root))
    assert second.stdout.count("(unchanged)") == 2
    assert (root / "docs/translations/ar.po").read_text() == text


@pytest.mark.parametrize(("old", "new"), [("cost: free", "cost: fre"), ("resources:\n", 'resources: "\n')])
def test_update_leaves_translations_alone_while_entries_cannot_be_read(root: Path, old: str, new: str) -> None:
    before = files(root)
    path = root / "resources.yaml"
    path.write_text(path.read_text().replace(old, new))
    done = run("hub", "translate", "update", "--root", str(root))
    assert done.returncode == 1 and "resources.yaml:" in done.stderr and "Traceback" not in done.stderr
    assert {p for p, text in files(root).items() if text != before.get(p)} == {"resources.yaml"}


def test_status_counts_texts_and_pages(root: Path) -> None:
    rows = run("hub", "translate", "status", "--root", str(root)).stdout.splitlines()
    assert rows[1].split() == ["ar", "7", "1", "6", "2", "0", "1", "3"]
    assert rows[2].split() == ["hmn", "4", "1", "9", "3", "1", "0", "3"]


def test_mark_says_which_version_a_page_was_made_from(root: Path) -> None:
    page = root / "docs/myths/books.ar.md"
    done = run("hub", "translate", "mark", "--root", str(root), str(page))
    assert done.returncode == 0
    assert "translates: 000000000000" not in page.read_text() and page.read_text().count("translates: ") == 1
    assert run("hub", "translate", "status", "--root", str(root)).stdout.splitlines()[1].split()[5:] == ["1", "0", "3"]
    same = run("hub", "translate", "mark", "--root", str(root), "docs/myths/index.hmn.md", cwd=ROOT)
    assert same.returncode == 0, "a page of this name lies here, too: that of --root is meant"
    wrong = run("hub", "translate", "mark", "--root", str(root), "nowhere.es.md")
    assert wrong.returncode == 1 and "nowhere.es.md" in wrong.stderr


def test_a_language_is_added_by_a_line_and_a_file(root: Path, tmp_path: Path) -> None:
    """No Python: a tag the generator does not know is described in the site's own locales.yaml."""
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().rstrip("\n") + "\n        - {locale: qxa, name: Runasimi}\n")
    unknown = run("hub", "validate", "--root", str(root))
    assert unknown.returncode == 1 and "[unknown-locale]" in unknown.stdout
    (root / "docs/translations/locales.yaml").write_text(
        "locales:\n  qxa: {name: Runasimi, english: Chiquian Quechua, script: Latn}\n"
    )
    assert run("hub", "translate", "update", "--root", str(root)).returncode == 0
    po = root / "docs/translations/qxa.po"
    assert 'msgid "Menu"' in po.read_text()
    po.write_text(po.read_text().replace('msgid "Menu"\nmsgstr ""', 'msgid "Menu"\nmsgstr "Akllana"'))
    site = hub(root, tmp_path / "site")
    page = (site / "qxa/resources/first-guide/index.html").read_text()
    assert '<html lang="qxa" dir="ltr"' in page and "Akllana" in page


@pytest.mark.parametrize(
    ("verb", "status", "said"), [("build", 1, "needs Linux or macOS; on Windows"), ("validate", 0, "0 errors")]
)
def test_where_the_system_has_no_locks_one_sentence_says_what_is_needed(
    root: Path, verb: str, status: int, said: str
) -> None:
    """As on Windows, which has no ``fcntl``: the catalog can be checked, and a build says where it runs."""
    code = "import sys; sys.modules['fcntl'] = None; from resourcehub.cli.main import main; main()"
    done = run("python", "-c", code, verb, "--root", str(root))
    assert done.returncode == status and said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) <= 1


def test_a_language_goes_to_a_translator_and_comes_back(root: Path) -> None:
    file = root / "words.csv"
    assert (
        run(
            "hub", "translate", "export", "ar", "--format", "csv", "--output", str(file), "--root", str(root)
        ).returncode
        == 0
    )
    same = run("hub", "translate", "import", str(file), "--root", str(root))
    assert (same.returncode, same.stdout) == (0, "Nothing was written\n")
    file.write_text(file.read_text(encoding="utf-8").replace("[", "(["), encoding="utf-8")
    wrong = run("hub", "translate", "import", str(file), "--root", str(root))
    assert wrong.returncode == 1 and "words.csv:2: " in wrong.stderr and "[changed-id]" in wrong.stderr
    other = run("hub", "translate", "export", "xx", "--root", str(root))
    assert other.returncode == 1 and "'xx' is no language that this site is translated into: ar, hmn" in other.stderr
    assert run("hub", "translate", "import", str(root / "mkdocs.yml"), "--root", str(root)).stderr.count("\n") == 1
