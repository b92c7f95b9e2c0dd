"""A site's own code, templates in ``theme.custom_dir`` and ``hooks``: what stops in it is told with file and line."""

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from resourcehub.problems import Place, Problem
from resourcehub.shipped import templates_dir

CODE = "bad-settings"


def template_faults(root: Path, folder: str, beside: Sequence[Path]) -> Iterator[Problem]:
    """Yield the templates of a folder that cannot be read, or build on one that is neither there nor ``beside``."""
    reader = Environment(autoescape=True)
    for path in sorted((root / folder).rglob("*.html")):
        file = path.relative_to(root).as_posix()
        try:
            tree = reader.parse(path.read_text(encoding="utf-8-sig"))
        except (TemplateSyntaxError, UnicodeDecodeError) as error:
            line = getattr(error, "lineno", 0) or 0
            what = f"this template cannot be read ({getattr(error, 'message', 'it is not UTF-8')}): correct it"
            yield Problem(Place(file, line), what, CODE)
            continue
        ours = templates_dir() / path.relative_to(root / folder)
        wanted = _macros(reader.parse(ours.read_text(encoding="utf-8"))) if ours.is_file() else set()
        for name in sorted(wanted - _macros(tree)):
            what = f"the program's template of this name has a part '{name}' that pages are made of: copy it from there"
            yield Problem(Place(file), what, CODE)
        for name in filter(None, meta.find_referenced_templates(tree)):
            if not any((place / name).is_file() for place in (root / folder, *beside)):
                yield Problem(Place(file), f"there is no template '{name[:80]}': correct the name", CODE)


def _macros(tree: nodes.Template) -> set[str]:
    return {macro.name for macro in tree.find_all(nodes.Macro)}


def own_fault(error: BaseException, root: Path) -> Problem | None:
    """Return where code of the site's own stopped; None for what happened elsewhere."""
    told = f"{type(error).__name__}: {error}".partition("\n")[0][:200]
    what = f"this code of the site's own stops ({told}): correct it, or take it out of mkdocs.yml"
    if isinstance(error, SyntaxError) and error.filename and _inside(Path(error.filename), root):
        return Problem(Place(_named(error.filename, root), error.lineno or 0), what, CODE)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if _inside(Path(f.filename), root)]
    return Problem(Place(_named(frames[-1].filename, root), frames[-1].lineno or 0), what, CODE) if frames else None


def _inside(path: Path, root: Path) -> bool:
    """Say whether a file is one of the site's folder; the program may be installed there, and is none."""
    if not path.is_absolute() or not path.resolve().is_relative_to(root.resolve()):
        return False
    parts = path.resolve().relative_to(root.resolve()).parts
    return not {"site-packages", "resourcehub"} & set(parts) and not path.resolve().is_relative_to(templates_dir())


def _named(path: str, root: Path) -> str:
    return Path(path).resolve().relative_to(root.resolve()).as_posix()
