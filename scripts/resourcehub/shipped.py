"""What the package brings beside its code: templates, and the files that dress a page."""

from pathlib import Path

PACKAGE = Path(__file__).parent

# The templates that a page may name; the others are parts of pages, or pages that no author writes.
PAGE_TEMPLATES = tuple(
    f"{name}.html" for name in ("explainer", "glossary", "home", "page", "privacy", "section", "sentences")
)


def templates_dir() -> Path:
    """Return the folder of the generator's templates and assets: inside the package, or in its source tree."""
    inside = PACKAGE / "overrides"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "overrides"


def assets() -> tuple[str, ...]:
    """Return the paths of the files that the generator brings besides its templates, such as ``assets/hub.svg``."""
    root = templates_dir()
    return tuple(p.relative_to(root).as_posix() for p in sorted(root.rglob("*")) if p.suffix != ".html" and p.is_file())
