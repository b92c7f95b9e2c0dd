"""What the package brings beside its code: templates, and the files that dress a page."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def templates_dir() -> Path:
    """Return the folder of the generator's templates and assets: inside the package, or in its source tree."""
    inside = PACKAGE / "overrides"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "overrides"


def reference_dir() -> Path:
    """Return the folder of the reference hub, its pages and its catalog: inside the package, or the source tree."""
    inside = PACKAGE / "reference"
    return inside if inside.is_dir() else PACKAGE.parents[1]


def page_templates(own: Path | None = None) -> set[str]:
    """Return the names of the templates that a page may ask for: those made from ``page.html``; ``own`` adds others."""
    files = [path for path in templates_dir().glob("*.html") if 'extends "page.html"' in path.read_text("utf-8")]
    return {"page.html", *(path.name for path in files), *(path.name for path in (own.glob("*.html") if own else ()))}


def assets() -> tuple[str, ...]:
    """Return the paths of the files that the generator brings besides its templates, such as ``assets/hub.svg``."""
    root = templates_dir()
    return tuple(p.relative_to(root).as_posix() for p in sorted(root.rglob("*")) if p.suffix != ".html" and p.is_file())
