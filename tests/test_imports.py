"""Imports run one way: a module knows only those above it in this list, and the core knows no MkDocs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import resourcehub

PACKAGE = Path(resourcehub.__file__).parent
# Files -> values -> model -> rules -> words -> views -> pages of a whole hub -> what runs it.
ORDER = (
    *("problems", "fields", "syntax", "source", "model", "faults", "registry", "locales"),
    *("read", "cite", "sheets", "facts", "addresses", "bodies", "pagelinks", "evidence", "plain", "pictures", "rules"),
    *("due", "po", "messages", "words", "merge", "localize"),
    *("colour", "voice", "views", "render", "alphabet", "browse", "policy", "share", "shell", "pages", "glossary"),
    *("options", "hub", "translate", "site", "outputs", "stamp", "look", "links", "publish", "writer"),
    *("engine", "settings", "files", "plugin", "cli"),
)
ENGINE = ("engine", "settings", "files", "plugin", "cli")
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def imported(file: str) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def own(name: str) -> str | None:
    """Return which of our modules a dotted name is of, if any."""
    parts = name.split(".")
    return parts[1] if parts[0] == "resourcehub" and parts[1] != "__version__" else None


@pytest.mark.parametrize("file", MODULES)
def test_a_module_imports_only_from_modules_above_it(file: str) -> None:
    module = file.removesuffix(".py").split("/")[0]
    assert module in ORDER, f"{module}: give it a place in ORDER"
    below = ORDER[ORDER.index(module) + (module != "outputs") :]
    assert not {name for name in imported(file) if own(name) in below and not name.startswith("resourcehub.outputs.")}


@pytest.mark.parametrize("file", [name for name in MODULES if name.removesuffix(".py") not in ENGINE])
def test_the_core_does_not_know_mkdocs(file: str) -> None:
    assert not {name for name in imported(file) if name.startswith(("mkdocs", "properdocs", "material"))}
