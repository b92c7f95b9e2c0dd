"""``hub intake``, ``add``, ``retire`` and ``form``: one entry changes, or nothing; people get one friendly answer."""

import json
import re
import shutil
from pathlib import Path

import pytest

from builds import HUBS, ROOT, files, run
from resourcehub.catalog.entries import read_catalog
from resourcehub.edits.form import FOLDER, KNOWN, NEW, form_text
from resourcehub.edits.intake import questions_of
from resourcehub.edits.questions import of_a_known_one
from resourcehub.edits.told import MARK
from resourcehub.settings.core import read_settings, settings_of

GOOD = {
    "title": "Bread: a guide",
    "url": "https://example.org/bread?fbclid=1",
    "summary": "How to bake with a child.",
    "kind": "Guide",
    "topics": "Reading",
    "audiences": "Families",
    "languages": "English",
    "format": "PDF",
    "cost": "Free",
    "publisher": "Press @stranger, closes #1",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))


def event(root: Path, known: bool = False, label: str = "", crlf: bool = False, **answers: str) -> str:
    catalog, (file, _) = read_catalog(root)[0].catalog, read_settings(root)
    assert file
    questions = of_a_known_one() if known else questions_of(catalog, settings_of(file).locales)
    body = "\n\n".join(f"### {q.words}\n\n{answers.get(q.name) or '_No response_'}" for q in questions)
    labels = [{"name": label}] if label else []
    issue = {"number": 7, "body": body.replace("\n", "\r\n") if crlf else body, "labels": labels}
    path = root.parent / "event.json"
    path.write_text(json.dumps({"action": "opened", "issue": issue}))
    return str(path)


def intake(root: Path, path: str, *more: str):
    return run("hub", "intake", "--root", str(root), "--event", path, "--into", str(root.parent / "out"), *more)


def test_a_good_form_becomes_one_entry_an_answer_and_the_text_of_a_pull_request(root: Path) -> None:
    before = files(root)
    done = intake(root, event(root, crlf=True, **GOOD))
    assert done.returncode == 0, done.stderr
    after, out = files(root), files(root.parent / "out")
    assert [name for name in after if after[name] != before.get(name)] == ["resources.yaml"]
    rest = after["resources.yaml"].decode().splitlines()
    old = before["resources.yaml"].decode().splitlines()
    assert [line for line in old if line not in rest] == [] and len(rest) - len(old) in (12, 13)
    assert "    url: https://example.org/bread" in rest and run("hub", "validate", "--root", str(root)).returncode == 0
    assert sorted(out) == ["answer.md", "proposal.json", "request.md"]
    told = json.loads(out["proposal.json"])
    assert told == {"id": "bread-guide", "title": "Add bread-guide", "number": 7, "files": ["resources.yaml"]}
    request = out["request.md"].decode()
    assert "Closes #7" in request and "[English]" in request and "[العربية]" in request
    outside = re.sub(r"(?s)^(`{3,})\w+\n.*?^\1$", "", request + out["answer.md"].decode(), flags=re.MULTILINE)
    assert "stranger" not in outside and "#1" not in outside, "what was typed stands in blocks of code"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"summary": "x" * 60_000}, "280 at most"),
        ({"title": "<script>alert(1)</script>"}, "What is it called?"),
        ({"url": "https://example.org/first.pdf?utm_source=x"}, "'First guide' (first-guide)"),
        ({"title": "**Bread** and ````\n@someone"}, "What is it called?"),
    ],
    ids=["60 kB", "HTML", "there already", "Markdown"],
)
def test_mistakes_come_back_as_one_answer_and_nothing_is_written(root: Path, change: dict[str, str], told: str) -> None:
    before = files(root)
    done = intake(root, event(root, **GOOD | change))
    assert done.returncode == 0 and files(root) == before
    assert sorted(files(root.parent / "out")) == ["answer.md"]
    assert done.stdout.startswith(MARK) and told in done.stdout and "Please mend this first" in done.stdout
    assert "Traceback" not in done.stderr


def test_two_forms_at_once_give_two_entries_with_ids_of_their_own(root: Path) -> None:
    for url in ("https://example.org/a", "https://example.org/b"):
        assert intake(root, event(root, **GOOD | {"url": url})).returncode == 0
    ids = [e.id for e in read_catalog(root)[0].entries["resources"]]
    assert {"bread-guide", "bread-guide-2"} <= set(ids) and len(ids) == len(set(ids))


def test_a_correction_changes_its_lines_and_what_needs_a_person_changes_nothing(root: Path) -> None:
    wrong = {"resource": "https://x.org/ar/resources/first-guide/", "wish": "Something about it is wrong"}
    done = intake(root, event(root, known=True, **wrong, title="The first guide"))
    assert done.returncode == 0 and "    title: The first guide\n" in (root / "resources.yaml").read_text()
    before = files(root)
    dead = {"resource": "first-guide", "wish": "Its link is dead, or shows something else"}
    done = intake(root, event(root, known=True, **dead))
    assert files(root) == before and "A person looks at it" in done.stdout


def test_a_form_that_is_tried_writes_nothing(root: Path) -> None:
    before = files(root)
    assert "Everything fits" in intake(root, event(root, **GOOD), "--dry-run").stdout
    assert files(root) == before


def test_without_github_a_mail_holds_the_same_answers(root: Path) -> None:
    mail = root.parent / "mail.txt"
    mail.write_text(json.loads(Path(event(root, **GOOD)).read_text())["issue"]["body"])
    done = run("hub", "intake", "--root", str(root), "--mail", str(mail))
    assert done.returncode == 0 and "id: bread-guide" in (root / "resources.yaml").read_text()
    assert run("hub", "intake", "--root", str(root)).returncode == 2


ADD = ("--kind", "guide", "--topics", "reading", "--audiences", "families", "--languages", "en, Somali")
ADD += ("--format", "pdf", "--cost", "free", "--publisher", "P", "--title", "A new thing", "--summary", "Words.")


def test_a_resource_is_added_and_retired_by_command(root: Path) -> None:
    url = "https://example.org/new"
    assert "Would be written" in run("hub", "add", url, "--root", str(root), *ADD, "--yes", "--dry-run").stdout
    done = run("hub", "add", url, "--root", str(root), *ADD, "--yes")
    assert done.returncode == 0, done.stderr
    done = run("hub", "retire", "new-thing", "--root", str(root), "--replaced-by", "first-guide")
    text = (root / "resources.yaml").read_text()
    assert done.returncode == 0 and "    status: retired\n    replaced_by: first-guide\n" in text
    assert run("hub", "validate", "--root", str(root)).returncode == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("add", "https://example.org/new", "--title", "A", "--yes"), "What is it about?\n  This needs an answer."),
        (("add", "example.org", *ADD, "--yes"), "Where is it on the web?"),
        (("retire", "frist-guide"), "did you mean 'first-guide'?"),
        (("retire", "first-guide", "--replaced-by", "nothing"), "nothing"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_all_as_it_was(
    root: Path, command: tuple[str, ...], told: str
) -> None:
    before = files(root)
    done = run("hub", command[0], "--root", str(root), *command[1:])
    assert done.returncode == 1 and told in done.stderr and "Traceback" not in done.stderr
    assert files(root) == before


def test_the_forms_of_this_repository_ask_what_its_catalog_knows() -> None:
    file = read_settings(ROOT)[0]
    assert file
    asked = {NEW: questions_of(read_catalog(ROOT)[0].catalog, settings_of(file).locales), KNOWN: of_a_known_one()}
    for name, questions in asked.items():
        assert (ROOT / FOLDER / name).read_text(encoding="utf-8") == form_text(name, questions), "run: hub form"
