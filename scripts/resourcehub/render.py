"""The localised model becomes HTML: Jinja templates that know one locale, with autoescape."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from resourcehub.views import Voice

OVERRIDES = Path(__file__).parent / "overrides"


def templates_dir() -> Path:
    """Return the folder of the generator's templates: beside the package, or in its source tree."""
    return OVERRIDES if OVERRIDES.is_dir() else Path(__file__).parents[2] / "overrides"


def environment(folders: Iterable[Path]) -> Environment:
    """Return a template environment over ``folders``, first match wins."""
    return Environment(loader=FileSystemLoader([str(f) for f in folders]), autoescape=True)


def prepare(env: Environment, voice: Voice, **shared: Any) -> Environment:
    """Teach ``env`` one locale: escaping, the words ``_`` and ``_n``, the locale ``here``, and ``shared`` values.

    Works on MkDocs' own environment too, whose autoescape is off. Returns ``env``.
    """
    env.autoescape, env.trim_blocks, env.lstrip_blocks = True, True, True
    env.undefined = StrictUndefined
    env.globals.update(_=voice.words.get, _n=voice.words.plural, here=voice.locale, **shared)
    return env


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders fragments in one locale."""

    env: Environment

    def fragment(self, template: str, **values: Any) -> Markup:
        """Return a rendered template as markup that needs no further escaping."""
        return Markup(self.env.get_template(template).render(values))  # noqa: S704 - autoescaped
