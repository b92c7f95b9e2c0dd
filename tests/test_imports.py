"""Imports run one way: a wing knows only those before it in this list, and the core knows no MkDocs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import resourcehub

PACKAGE = Path(resourcehub.__file__).parent
# What an editor writes -> languages -> rules -> what a page shows -> a whole hub -> HTML, files -> what people ask for.
WINGS = (
    *("shipped", "store", "pool", "telephone", "hours", "problems", "reports", "options", "prose", "catalog"),
    *("languages", "settings", "rules", "layers", "pages", "hub", "exchange", "markup", "outputs", "work", "edits"),
    *("links", "engine", "cli"),
)
MODULES = sorted(p.relative_to(PACKAGE).with_suffix("").as_posix() for p in PACKAGE.rglob("[!_]*.py"))


def imported(module: str) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def own(module: str) -> set[str]:
    """Return which of our modules a module imports, as ``wing/room``."""
    paths = ("/".join(name.split(".")[1:]) for name in imported(module) if name.startswith("resourcehub."))
    return {known for path in paths for known in MODULES if path == known or path.startswith(f"{known}/")}


def wing(module: str) -> str:
    return module.split("/")[0]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_its_wing_and_those_before_it(module: str) -> None:
    assert wing(module) in WINGS, f"{module}: give its wing a place in WINGS"
    before = WINGS[: WINGS.index(wing(module)) + 1]
    assert not {name for name in own(module) if wing(name) not in before}


def test_no_two_modules_know_each_other() -> None:
    """Inside a wing, too, there is no circle: each module can be read after those it imports."""
    rest = {module: own(module) for module in MODULES}
    while ready := [module for module, needs in rest.items() if not needs & rest.keys()]:
        for module in ready:
            del rest[module]
    assert rest == {}


@pytest.mark.parametrize("module", [m for m in MODULES if wing(m) not in ("engine", "cli")])
def test_the_core_does_not_know_mkdocs(module: str) -> None:
    assert not {name for name in imported(module) if name.startswith(("mkdocs", "properdocs", "material"))}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_is_one_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260
