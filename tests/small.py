"""The smallest catalogs and pages that tests need: one entry, one page, a hub of them and what is wrong with it."""

import json
import re
from pathlib import Path
from typing import Any

from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.model import Resource
from resourcehub.catalog.read import read_documents, read_statics
from resourcehub.catalog.sheets import Sheets
from resourcehub.problems import Problem
from resourcehub.rules.checks import check
from resourcehub.rules.facts import Facts
from resourcehub.settings.core import read_settings
from resourcehub.shipped import assets

LOCALES = ("en", "es", "ar", "zh-Hans")


def term(name: str) -> dict[str, str]:
    return {"id": name, "title": name, "summary": "Words."}


def entry(name: str, **more: Any) -> dict[str, Any]:
    whole = {
        "id": name,
        "kind": "guide",
        "title": name,
        "url": f"https://example.org/{name}",
        "summary": "Words.",
        "publisher": "Press",
        "topics": ["literacy"],
        "audiences": ["families"],
        "languages": ["en"],
        "format": "pdf",
        "cost": "free",
        "added": "2026-01-01",
    }
    return whole | more


def front(title: str = "A", **more: Any) -> str:
    return f"---\n{json.dumps({'title': title, 'description': f'On {title}.'} | more)}\n---\n"


def problems(root: Path, *resources: dict[str, Any], words: tuple[str, ...] = (), **pages: str) -> list[Problem]:
    """Return what is wrong with a hub of resources and pages (``__`` stands for ``/``, ``_`` for a dot).

    Its one citation is there to be named; that nothing names it is the matter of ``rules/test_evidence.py``. Nor is it
    said here that a translated page does not tell what it was made from.
    """
    catalog = {
        "kinds": [term("guide")],
        "topics": [term("literacy")],
        "audiences": [term("families")],
        "citations": [{"id": "old-2001", "type": "report", "title": "Old"}],
        "resources": list(resources),
        "glossary": [{"id": word, "term": word, "meaning": "Words."} for word in words],
    }
    (root / "resources.yaml").write_text(json.dumps(catalog, indent=1))
    for name, text in pages.items():
        path = root / "docs" / (name.replace("__", "/").replace("_", ".") + ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "docs").mkdir(exist_ok=True)
    return [p for p in report(root) if p.code not in ("unused-citation", "unmarked-page")]


def report(root: Path, sheets: Sheets | None = None) -> list[Problem]:
    file, faults = read_catalog(root)
    documents, more = read_documents(root, locales=LOCALES)
    facts = Facts(
        file, documents, LOCALES, "en", sheets=sheets or Sheets(), statics=read_statics(root), assets=assets()
    )
    return sorted({*faults, *more, *check(facts)})


def setting_problems(root: Path, text: str) -> list[Problem]:
    """Return what is wrong with a ``mkdocs.yml`` of these lines, and the least that a site needs where they lack it."""
    (root / "docs").mkdir(exist_ok=True)
    language = "{locale: en, name: English, default: true}"
    least = {
        "site_name": "site_name: A",
        "theme": "theme: material",
        "plugins": f"plugins: [resourcehub, {{i18n: {{languages: [{language}]}}}}]",
    }
    rest = [line for name, line in least.items() if not re.search(f"^{name}:", text, re.MULTILINE)]
    (root / "mkdocs.yml").write_text("\n".join([text.rstrip("\n"), *rest, ""]))
    return read_settings(root)[1]


def codes(found: list[Problem]) -> list[str]:
    return [p.code for p in found]


def found(root: Path, code: str, *resources: dict[str, object], **pages: str) -> list[str]:
    """Return the places of the problems of one code."""
    problems(root, *resources, **pages)
    return [str(p.place) for p in report(root) if p.code == code]


def resource(name: str, **more: Any) -> Resource:
    """Return an entry as the model reads it."""
    whole = {"kind": "toolkit", "title": f"Title {name}", "summary": f"Summary {name}", "format": "web-page"}
    return Resource.model_validate(entry(name) | whole | more)
