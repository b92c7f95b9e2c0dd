"""The guide for schools as its reader follows it: the files it tells to make, with what it tells to write into them."""

import re
from pathlib import Path

from builds import ROOT

GUIDE = ROOT / "docs/contribute/schools.md"
_FILE = re.compile(r"^File \d has the name `([^`\n]+)`.*?\n\n```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def files() -> dict[str, str]:
    """Return the files of a new site by their names, as the guide shows them."""
    return dict(_FILE.findall(GUIDE.read_text(encoding="utf-8")))


def follow(folder: Path) -> Path:
    """Make the files in an empty folder and return it."""
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
