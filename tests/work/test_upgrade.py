"""An upgrade is told in plain words: what families will find new, changed, renamed, retired, translated."""

from pathlib import Path
from typing import Any

import pytest

from resourcehub.hub import Hub, load
from resourcehub.options import Settings
from resourcehub.problems import Place, Problem
from resourcehub.work.upgrade import Plan, plan, told
from small import entry, front, problems

RESOURCES = {name: entry(name) for name in ("one", "two", "three")}


def po(**titles: str) -> str:
    head = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    rows = (f'\nmsgctxt "resources/{k}/title"\nmsgid "{k}"\nmsgstr "{v}"\n' for k, v in titles.items() if v)
    return head + "".join(rows)


def read(root: Path, resources: dict[str, dict[str, Any]], words: dict[str, str], **pages: str) -> Hub:
    (root / "docs/translations").mkdir(parents=True)
    (root / "docs/translations/es.po").write_text(po(**words))
    problems(root, *resources.values(), **({"index": front("A") + "Words.\n"} | pages))
    return load(Settings(root, "en", ("en", "es")))


def compared(
    tmp_path: Path,
    resources: dict[str, Any] | None = None,
    words: dict[str, str] | None = None,
    own: tuple[str, ...] = (),
    **pages: str,
) -> Plan:
    """Compare a hub of three resources and one page with one that has these instead; None takes a resource out."""
    before = {"one": "uno", "two": "dos"}
    after = {name: more for name, more in (RESOURCES | (resources or {})).items() if more}
    return plan(read(tmp_path / "old", RESOURCES, before), read(tmp_path / "new", after, words or before, **pages), own)


NEW = {"four": entry("four"), "five": entry("five")}
RETIRED = {"two": entry("two", status="retired", replaced_by="one")}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "Families will see no difference"),
        ({"resources": {"one": entry("one", checked="2026-02-01")}}, "Families will see no difference"),
        ({"resources": NEW}, "2 new resources"),
        ({"resources": {"one": entry("one", summary="Others.")}}, "1 changed resource"),
        ({"resources": RETIRED}, "1 retired resource"),
        ({"resources": {"two": None}}, "1 retired resource"),
        ({"resources": {"two": None, "zwei": entry("zwei", url="https://example.org/two")}}, "1 renamed resource"),
        ({"resources": {"four": entry("four", status="draft")}}, "Families will see no difference"),
        ({"words": {"one": "Uno", "two": "dos", "three": "tres"}}, "2 translations"),
        ({"words": {"one": "uno"}}, "1 translation"),
        ({"resources": NEW, "words": {"one": "uno", "two": "dos", "four": "cuatro"}}, "2 new resources"),
        ({"about": front("B") + "Words.\n"}, "1 new page"),
        ({"index": front("A") + "Other words.\n"}, "1 changed page"),
        ({"index_es": front("A") + "Palabras.\n"}, "1 translation"),
        ({"about": front("B") + "Words.\n", "about_es": front("B") + "Palabras.\n"}, "1 new page"),
    ],
)
def test_one_change_is_said_in_one_line(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    assert told(compared(tmp_path, **change)) == [f"{said}; nothing of yours is touched"]


def test_many_changes_are_one_sum(tmp_path: Path) -> None:
    resources = NEW | RETIRED | {"one": entry("one", summary="Others.")}
    found = compared(tmp_path, resources, {"one": "Uno", "two": "Dos"}, about=front("B") + "Words.\n")
    sum_ = "2 new resources, 1 changed, 1 retired, 1 new page, 2 translations; nothing of yours is touched"
    assert told(found) == [sum_]


def test_a_line_of_the_school_about_what_changes_is_named_with_what_takes_its_place(tmp_path: Path) -> None:
    found = compared(tmp_path, RETIRED, own=("two", "three"))
    first, *rest = told(found)
    assert first == "1 retired resource; please look at what follows"
    assert rest == ["You wrote something about 'two', which changes: 'one' takes its place"]


def test_a_renamed_resource_is_met_under_its_old_name(tmp_path: Path) -> None:
    found = compared(tmp_path, {"two": None, "zwei": entry("zwei", url="https://example.org/two")}, own=("two",))
    assert found.met == (("two", "zwei"),)


def test_a_stricter_rule_is_shown_with_its_place() -> None:
    problem = Problem(Place("local.yaml", 3, 1), "this is no address: correct it", "bad-address")
    said = told(Plan(stricter=(problem,)))
    assert said == [
        "Families will see no difference; please look at what follows",
        "Stricter than before: local.yaml:3:1: this is no address: correct it [bad-address]",
    ]


def test_a_language_that_came_or_went_is_no_translation_of_what_was_there(tmp_path: Path) -> None:
    old = read(tmp_path / "old", RESOURCES, {"one": "uno"})
    new = read(tmp_path / "new", RESOURCES, {"one": "uno"})
    alone = load(Settings(tmp_path / "old", "en", ("en",)))
    assert plan(alone, new).translations == plan(old, alone).translations == ()
