"""A school's own repository, made from its answers: only what is the school's, and nothing of the program."""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from importlib.metadata import metadata, version
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from resourcehub.catalog.plain import shown
from resourcehub.catalog.sheets import FILE as NUMBERS
from resourcehub.catalog.sheets import HEAD
from resourcehub.catalog.source import read_yaml
from resourcehub.languages.locales import builtin
from resourcehub.problems import Problem, errors
from resourcehub.settings.core import read_settings
from resourcehub.shipped import PACKAGE
from resourcehub.work.answers import SOURCE, Answers

STARTER = PACKAGE / "work/starter"
# Where each file of the new repository comes from, below ``starter/``.
FILES = {
    "README.md": "README.md.jinja",
    "mkdocs.yml": "mkdocs.yml.jinja",
    "local.yaml": "local.yaml.jinja",
    "requirements.txt": "requirements.txt.jinja",
    "docs/.your-pages": "your-pages.jinja",
    ".github/workflows/site.yml": "site.yml.jinja",
    ".gitignore": "gitignore.jinja",
}
_PROGRAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[\w.-]{1,100}", re.ASCII)
NO_PROGRAM = "owner_of_the_program/name"  # no account of GitHub may have a low line in its name


class NewError(Exception):
    """The repository cannot be made there; the message says why and what to do. Nothing was written."""


def program() -> str:
    """Return ``owner/name`` of the repository that the program comes from, where its package says so, else nothing.

    That is the line ``Project-URL: Repository`` of its metadata (core metadata specification).
    """
    lines: list[str] = metadata("resourcehub").get_all("Project-URL") or []
    named = (line.partition(",")[2].strip() for line in lines if line.casefold().startswith("repository,"))
    return next(("/".join(url.rstrip("/").split("/")[-2:]) for url in named), "")


def rendered(answers: Answers, repository: str = "") -> dict[str, bytes]:
    """Return each file by its path. Answers are quoted: whatever they hold is words."""
    env = Environment(  # noqa: S701 - YAML and Markdown; each value is quoted by its filter
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    env.filters |= {"yaml": _yaml, "words": _words}
    known = builtin()
    values = {
        "answers": answers,
        "languages": [(tag, known[tag].name) for tag in answers.languages],
        "source": SOURCE,
        "version": version("resourcehub"),
        "program": repository or NO_PROGRAM,
    }
    texts = {path: (STARTER / name).read_text(encoding="utf-8") for path, name in FILES.items()}
    made = {path: env.from_string(text).render(values) for path, text in texts.items()} | {NUMBERS: HEAD}
    return {path: text.encode() for path, text in made.items()}


def make(folder: Path, answers: Answers, repository: str = "") -> list[str]:
    """Write the repository into ``folder``, whole or not at all. Return the paths of its files.

    Raises NewError as ``write_new`` does.
    """
    return write_new(folder, rendered(answers, repository), repository)


def write_new(folder: Path, files: Mapping[str, bytes], repository: str = "") -> list[str]:
    """Write files into a new folder, whole or not at all. Return their paths.

    Raises NewError where the folder holds something, or cannot be written to, or ``repository`` is no owner/name.
    """
    if repository and not _PROGRAM.fullmatch(repository):
        raise NewError(f"--program: '{shown(repository)}' is no repository: write its owner, '/' and its name")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise NewError(f"{folder} is not an empty folder: name a new one")
        folder.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(folder, files)
    except OSError as error:
        raise NewError(f"{folder} was left as it was: {error.strerror or error}") from error
    return list(files)


def _write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write and check in a folder aside, then move all into place. What was moved goes again if the rest cannot be."""
    there = folder.exists()
    fresh = Path(tempfile.mkdtemp(prefix=".hub-new-", dir=folder if there else folder.parent))
    try:
        for path, data in files.items():
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(data)
        if wrong := errors(_faults(fresh)):
            raise NewError("\n".join(map(str, wrong)))
        if there:
            _move_all(fresh, folder)
        else:
            fresh.chmod(0o755)  # a temporary folder is its maker's alone
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _move_all(source: Path, target: Path) -> None:
    """Move what is in ``source`` into ``target``, which may be the folder that somebody stands in."""
    moved: list[Path] = []
    try:
        for path in sorted(source.iterdir()):
            moved.append(path.rename(target / path.name))
    except OSError:
        for path in moved:
            path.rename(source / path.name)
        raise


def _faults(root: Path) -> list[Problem]:
    """Return what is wrong with the files that were written: nothing, unless answers do not fit together."""
    return [*read_settings(root, given={})[1], *read_yaml(root, "local.yaml")[1]]


def _yaml(text: str) -> str:
    """Return ``text`` as a quoted YAML scalar: every JSON string is one (YAML 1.2.2, 1.2)."""
    return json.dumps(text, ensure_ascii=False)


def _words(text: str) -> str:
    """Return ``text`` for Markdown, where signs that mean something there are only signs."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-.!|&~$" else sign for sign in text)
