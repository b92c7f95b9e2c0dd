"""Small hubs that build on others: a district below, a school above it; and what is wrong with them as a whole."""

import json
from pathlib import Path
from typing import Any

from resourcehub.hub import Hub, load
from resourcehub.settings.core import read_settings, settings_of
from small import entry, front, term

ENGLISH = "{locale: en, name: English, default: true}"
CATALOG = {
    "kinds": [term("guide"), term("place")],
    "topics": [term("literacy"), term("money")],
    "audiences": [term("families")],
    "citations": [{"id": "old-2001", "type": "report", "title": "Old"}],
}


def hub(root: Path, options: str = "", nav: str = "", languages: tuple[str, ...] = (ENGLISH,)) -> Path:
    """Write a ``mkdocs.yml`` and return its folder."""
    root.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"\n        - {row}" for row in languages)
    (root / "mkdocs.yml").write_text(
        f"site_name: A\ntheme: material\n{nav}plugins:\n  - resourcehub:\n      contact: {{phone: +1 555 0100}}\n"
        + "".join(f"      {line}\n" for line in options.splitlines())
        + f"  - i18n:\n      languages:{rows}\n"
    )
    return root


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def catalog(*resources: dict[str, Any], **more: Any) -> str:
    """Return a whole catalog: the vocabularies of the district, and resources."""
    return json.dumps(CATALOG | {"resources": list(resources)} | more, indent=1)


def own(*resources: dict[str, Any], **more: Any) -> str:
    """Return the catalog of a school that builds on the district's."""
    return json.dumps({"resources": list(resources)} | more, indent=1)


def district(root: Path, *resources: dict[str, Any], options: str = "", files: dict[str, str] | None = None) -> Path:
    """Write the hub below: three resources unless others are given, a first page, a page that links to them."""
    found = resources or (entry("one"), entry("two", topics=["money"]), entry("three", related=["one"]))
    hub(root / "district", options)
    links = "See [the first](resources/one.md), [money](resources/topic/money.md) and [about](about.md)."
    pages = {
        "docs/index.md": front("Home", resources=["one", "two"]) + links,
        "docs/about.md": front("About") + "Words.",
    }
    write(root / "district", {"resources.yaml": catalog(*found), **pages, **(files or {})})
    return root / "district"


def school(
    root: Path, options: str = "", catalog: str = "", nav: str = "", files: dict[str, str] | None = None
) -> Path:
    """Write a school's hub that builds on ``district`` beside it."""
    hub(root / "school", f"extends: ../district\ncatalog: local.yaml\n{options}", nav=nav)
    write(root / "school", {**({"local.yaml": catalog} if catalog else {}), **(files or {})})
    return root / "school"


def read(root: Path) -> Hub:
    """Return the hub in a folder with all its problems, those of its settings too."""
    file, problems = read_settings(root, given={})
    assert file
    return load(settings_of(file, given={}), problems)


def told(root: Path) -> list[str]:
    """Return place, code and severity of each problem."""
    return [f"{p.place} {p.code} {p.severity}" for p in read(root).problems]
