"""The examples of the guide to the checks: read from its pages, and made into small hubs that are checked as a whole.

An example is a block of code behind ``Fails:`` and one behind ``Passes:``. ``Fails, in `docs/about.md`:`` names the
file that a block is. ``And, in …`` is a further file of that side, ``Beside, in …`` one of both sides, ``Before, in …``
one as it was last published. A block without a name is part of ``mkdocs.yml`` on the page of settings, else the text of
the first page (Markdown) or fields of a resource (YAML). What a block leaves out and a hub needs is added below it.
"""

import re
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from builds import ROOT
from resourcehub.engine.i18n import icon_files
from resourcehub.engine.settings import SettingsError, mkdocs_config, read_hub
from resourcehub.hub import load
from resourcehub.problems import Problem
from resourcehub.settings.core import read_settings, settings_of

PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/contribute/rules").glob("*.md"))}
HEADINGS = [
    (page, *heading)
    for page, text in PAGES.items()
    for heading in re.findall(r"^## (\S+)\n(.*?)(?=^## [a-z0-9-]+\n|\Z)", text, re.DOTALL | re.MULTILINE)
]
_BLOCK = re.compile(
    r"^(Before|Beside|Fails|Passes|And)(?:, in `([^`\n]+)`)?:\n\n(`{3,})(\w+)\n(.*?)^\3$", re.DOTALL | re.MULTILINE
)
_FENCE = re.compile(r"^(`{3,})\w+$.*?^\1$", re.DOTALL | re.MULTILINE)

_SETTINGS = {
    "site_name": "site_name: Our hub",
    "theme": "theme: material",
    "plugins": """plugins:
  - resourcehub: {contact: {phone: +1 555 0100}}
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: es, name: Español}
        - {locale: ar, name: العربية}""",
}
_FIELDS = {
    "kind": "guide",
    "summary": "Twelve short pages on reading aloud with a child, at home or on the bus, in ten minutes.",
    "publisher": "Press",
    "topics": "[literacy]",
    "audiences": "[families]",
    "languages": "[en]",
    "format": "pdf",
    "cost": "free",
    "added": "2026-01-01",
}
_LISTS = {
    "kinds": "kinds:\n  - {id: guide, title: Guide, summary: To read.}",
    "topics": "topics:\n  - {id: literacy, title: Reading, summary: To read.}",
    "audiences": "audiences:\n  - {id: families, title: Families, summary: At home.}",
    "citations": "citations:\n  - {id: old-2001, type: report, title: Old}",
    "resources": "resources:",
}
_HOME = "---\ntitle: Home\ndescription: Welcome.\n---\n"


@dataclass
class Example:
    """The files of one side of an example; ``before``: what was published."""

    language: str = ""
    files: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)


def sides(text: str) -> dict[str, Example]:
    """Return what fails and what passes, of the section of one code."""
    found: dict[str, Example] = {}
    shared: dict[str, dict[str, str]] = {"Before": {}, "Beside": {}}
    side = Example()
    for word, name, _, language, block in _BLOCK.findall(text):
        if word in shared:
            shared[word][name] = block
            continue
        if word != "And":
            side = found[word] = Example(language, dict(shared["Beside"]), shared["Before"])
        side.files[name] = block
    return found


def unread(text: str) -> list[str]:
    """Return the blocks of code of a section that are no part of an example."""
    return _FENCE.findall(_BLOCK.sub("", text))


def problems(root: Path, page: str, example: Example) -> list[Problem]:
    """Return what is wrong with the hub of an example."""
    if example.before:
        write(root, example.before)
        _publish(root)
    write(root, whole(page, example))
    return found(root, page)


def found(root: Path, page: str = "") -> list[Problem]:
    """Return what is wrong with the hub in a folder."""
    if page == "site":
        return _asked(root)
    file, faults = read_settings(root)
    return list(load(settings_of(file, _icons()), faults).problems) if file else faults


def _asked(root: Path) -> list[Problem]:
    """Let MkDocs and the plugins of others have a look, too: it takes longer."""
    try:
        return list(read_hub(root / "mkdocs.yml").problems)
    except SettingsError as error:
        return error.problems


@cache
def _icons() -> frozenset[str]:
    return frozenset(icon_files(mkdocs_config(ROOT / "mkdocs.yml")))


def whole(page: str, example: Example) -> dict[str, str]:
    """Return all files of the hub of an example."""
    files = dict(example.files)
    unnamed = files.pop("", None)
    entry = ""
    if unnamed is not None and page == "site":
        files["mkdocs.yml"] = unnamed
    elif unnamed is not None and example.language == "markdown":
        files["docs/index.md"] = _HOME + unnamed
    elif unnamed is not None:
        entry = unnamed
    files["mkdocs.yml"] = _filled(files.get("mkdocs.yml", ""), _SETTINGS)
    files["resources.yaml"] = _filled(files.get("resources.yaml", ""), _LISTS) + _listed(
        _entry("id: another\n"), _entry(entry)
    )
    files.setdefault("docs/index.md", _HOME)
    return {name: _entry(text) if name.startswith("resources/") else text for name, text in files.items()}


def _filled(text: str, needed: dict[str, str]) -> str:
    """Return the lines of a file and below them those that it needs and does not have."""
    rest = [line for name, line in needed.items() if not re.search(f"^{name}:", text, re.MULTILINE)]
    return "\n".join([*([text.rstrip("\n")] if text else []), *rest, ""])


def _entry(text: str) -> str:
    named = re.search(r"^id: *(.+)", text, re.MULTILINE)
    name = named[1].replace(" ", "-") if named else "example"
    own = {} if named else {"id": name}
    address = {} if re.search("^listed_at:", text, re.MULTILINE) else {"url": f"https://example.org/{name}"}
    needed = own | {"title": name.capitalize()} | address | _FIELDS
    return _filled(text, {key: f"{key}: {value}" for key, value in needed.items()})


def _listed(*entries: str) -> str:
    rows = (entry.rstrip("\n").replace("\n", "\n    ") for entry in entries)
    return "".join(f"  - {row}\n" for row in rows)


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _publish(root: Path) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)
