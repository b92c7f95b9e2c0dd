"""The guide explains every code of a problem, in order, and its examples hold."""

import ast
import re
from pathlib import Path

import pytest

import resourcehub
from builds import HUBS, ROOT
from resourcehub.catalog.source import read_yaml
from resourcehub.rules.checks import NOUNS
from small import codes, entry, front, problems, setting_problems

GUIDE = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/contribute/rules").glob("*.md"))}
HEADINGS = [
    (page, *heading)
    for page, text in GUIDE.items()
    for heading in re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
]
SETTINGS = {code for page, code, _ in HEADINGS if page == "site"}
SECTIONS = {code: text for _, code, text in HEADINGS}
EXAMPLES = [
    (code, *match.groups())
    for code, text in SECTIONS.items()
    for match in re.finditer(r"Fails:\n\n```(\w+)\n(.*?)```\n\nPasses:\n\n```\w+\n(.*?)```", text, re.DOTALL)
]


@pytest.mark.parametrize(("code", "language", "fails", "passes"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_the_examples_of_the_guide(tmp_path: Path, code: str, language: str, fails: str, passes: str) -> None:
    results = []
    for number, text in enumerate((fails, passes)):
        root = tmp_path / str(number)
        root.mkdir()
        if code in SETTINGS:
            results.append(codes(setting_problems(root, text)))
            continue
        if language == "markdown":
            results.append(codes(problems(root, index=front() + text)))
            continue
        (root / "example").write_text(text)
        source, faults = read_yaml(root, "example")
        assert source
        example = entry("example") | source.data
        blank = [line.rstrip(":") for line in text.splitlines() if line.endswith(":")]
        for name in [*blank, *(["url"] if "listed_at" in source.data and "url" not in source.data else [])]:
            del example[name]
        other = entry("another", replaced_by="example")
        results.append(codes([*faults, *problems(root, other, example)]))
    assert code in results[0]
    assert code not in results[1]


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
