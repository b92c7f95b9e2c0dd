"""The guide explains every code of a problem, in order, with an example that fails and one that passes."""

import ast
import re
from pathlib import Path

import pytest

import resourcehub
from builds import HUBS, ROOT
from examples import HEADINGS, Example, problems, sides, unread
from resourcehub.problems import errors
from resourcehub.rules.checks import NOUNS
from small import codes

SECTIONS = {code: text for _, code, text in HEADINGS}
# Codes without an example: what a page of the guide cannot show, and why.
UNSHOWN = {
    "bad-file-name": "a sign in the name of a file that cannot be printed",
    "bad-link-file": "a link of the file system",
    "changed-id": "a file that came back from a translator",
    "changed-meanwhile": "a file that came back from a translator",
    "heavy-picture": "a picture of more than 150 kB",
    "lost-marks": "twenty texts of a translation at once",
    "no-home-page": "a site without its first page: every example is given one",
    "not-utf-8": "bytes that are no text",
    "outside-link": "a link of the file system",
    "reserved-word": "the name of a place that a template fills",
    "too-large": "a file of more than 10 MB, or a page of 200,000 characters",
    "too-long": "a text of more than 4,000 characters",
    "unfinished-page": "a file that came back from a translator",
    "unsaid-reader": "twenty texts of a translation at once",
}
EXAMPLES = [(page, code, found) for page, code, text in HEADINGS if (found := sides(text))]


@pytest.mark.parametrize(("page", "code", "found"), EXAMPLES, ids=[code for _, code, _ in EXAMPLES])
def test_an_example_fails_and_the_other_passes(tmp_path: Path, page: str, code: str, found: dict[str, Example]) -> None:
    fails, passes = (problems(tmp_path / side, page, found[side]) for side in ("Fails", "Passes"))
    assert code in codes(fails)
    assert code not in codes(passes)
    # Settings are shown in part: what else they need would hide what is meant.
    assert page == "site" or errors(passes) == []


def test_every_code_has_an_example_but_those_that_a_page_cannot_show() -> None:
    without = {code for code, text in SECTIONS.items() if sides(text).keys() != {"Fails", "Passes"}}
    assert without == UNSHOWN.keys()


def test_all_code_of_the_guide_belongs_to_an_example_that_is_run() -> None:
    assert {code: blocks for code, text in SECTIONS.items() if (blocks := unread(text))} == {}


def test_the_guide_explains_every_code() -> None:
    whole = (HUBS / "wrong.txt").read_text(encoding="utf-8")
    named = ("kinds", "topics", "audiences", "citations", "resources", "glossary")
    used = {f"unknown-{NOUNS[section]}" for section in named} | set(
        re.findall(r"\[([a-z0-9-]+)\]$", whole, re.MULTILINE)
    )
    for path in Path(resourcehub.__file__).parent.rglob("*.py"):
        used |= codes_in(ast.parse(path.read_text(encoding="utf-8")))
    assert used <= set(SECTIONS), used - set(SECTIONS)


def test_every_code_has_its_place_on_one_page_of_the_guide_and_the_first_page_leads_there() -> None:
    assert [(page, code) for page, code, _ in HEADINGS] == sorted((page, code) for page, code, _ in HEADINGS)
    assert len(HEADINGS) == len(SECTIONS)
    first = (ROOT / "docs/contribute/rules.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\* \[`(\S+)`\]\(rules/(\S+)\.md#(\S+)\)$", first, re.MULTILINE)
    assert listed == [(code, page, code) for code, page in sorted((code, page) for page, code, _ in HEADINGS)]


def codes_in(tree: ast.AST) -> set[str]:
    """Return the codes of several words that the code makes problems with; ``wrong.txt`` has the others."""
    makers = ("Problem", "_problem", "_fault", "PydanticCustomError", "_number", "_line")
    words = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
            words += node.args
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            words += node.value.elts[-1:]
    texts = {w.value for w in words if isinstance(w, ast.Constant) and isinstance(w.value, str)}
    return {t for t in texts if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", t)}
