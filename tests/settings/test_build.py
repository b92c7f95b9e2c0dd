"""``hub validate`` says yes only where ``hub build`` does, whatever the settings; neither ends in a traceback."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builds import HUBS
from resourcehub.cli.main import main

# Each is a change to the settings of the tiny hub: a line that goes, what comes, and whether it can be used.
CHANGES = [
    ("site_name: Tiny hub", "site_name: 2026", True),
    ("site_name: Tiny hub", "site_name: !ENV [HUB_NAME_OF_NOBODY, Tiny]", True),
    ("site_name: Tiny hub", 'site_name: "A & <3 \' “B” {{ c }} {% d"', True),
    (
        "site_name: Tiny hub",
        "site_name: A\nstrict: false\nextra: >\ndev_addr: localhost:8000",
        True,
    ),
    (
        "site_name: Tiny hub",
        "site_name: A\nextra_css: [a.css]\ncopyright: 2026\nedit_uri: [x]",
        True,
    ),
    ("site_name: Tiny hub", "site_name: A\nwatch: [docs]\nsite_author: ", True),
    ("site_name: Tiny hub", "site_name: A\ndev_addr: 1", False),
    ("site_name: Tiny hub", "site_name: A\nmdx_configs: {}", False),
    ("site_name: Tiny hub", "site_name: A\nsite_dir: docs/x", False),
    ("site_name: Tiny hub", "site_name: A\nhooks: [docs/about.md]", False),
    ("theme: {name: material, palette: {primary: teal}}", "theme: material", True),
    (
        "theme: {name: material, palette: {primary: teal}}",
        "theme: {name: material, palette: [primary: '#036']}",
        True,
    ),
    ("theme: {name: material, palette: {primary: teal}}", "theme: {name: material, language: xx, font: 1}", True),
    ("theme: {name: material, palette: {primary: teal}}", "theme: {name: material, favicon: x.png}", False),
    ("theme: {name: material, palette: {primary: teal}}", "theme: {name: readthedocs}", False),
    ("nav: [resources/index.md, myths/index.md]", "nav: {Home: index.md, More: [about.md, {X: myths/index.md}]}", True),
    ("nav: [resources/index.md, myths/index.md]", "", True),
    ("nav: [resources/index.md, myths/index.md]", "nav: [https://example.org/]", False),
    ("      indexable: true\n", "", True),
    ("      footer: [about.md]\n", "", True),
    ("phone: +1 555 0100", "phone: 5105550100", True),
    ("phone: +1 555 0100", "phone: 5105550100 or 911", False),
    ("  - resourcehub:", "  - i18nn\n  - resourcehub:", False),
    ("      docs_structure: suffix\n", "", True),
    ("      reconfigure_material: false\n      reconfigure_search: false\n", "", True),
    ("      reconfigure_material: false\n", "      reconfigure_material: true\n", False),
    ("{locale: ar, name: العربية}", "{locale: ar, build: no}", True),
    ("{locale: ar, name: العربية}", "{locale: no, site_name: 1}", True),
    ("{locale: ar, name: العربية}", "{locale: en-GB, name: British}", True),
    ("{locale: ar, name: العربية}", "{locale: ar, link: /x}", False),
]


@pytest.mark.parametrize(("old", "new", "good"), CHANGES)
def test_what_validates_builds(tmp_path: Path, old: str, new: str, good: bool) -> None:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    text = (root / "mkdocs.yml").read_text()
    assert old in text
    (root / "mkdocs.yml").write_text(text.replace(old, new))
    checked, built = (hub(word, root) for word in ("validate", "build"))
    assert checked.exit_code == built.exit_code == (0 if good else 1), checked.output + built.output
    assert good or "mkdocs.yml:" in checked.output
    assert (root / "site/index.html").is_file() == good


def hub(word: str, root: Path) -> Result:
    done = CliRunner().invoke(main, [word, "--root", str(root), *(["--locales", "en"] if word == "build" else [])])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done
