"""What validates builds, however odd: names of files, texts of pages, front matter, settings, links of the file system.

Each odd thing is checked by itself in a good hub. What passes is put into one site, which must be published; what
changes the whole hub is built by itself. The check and the build may both refuse; never the build alone.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builds import HUBS, run
from resourcehub.engine.settings import SettingsError, read_hub
from resourcehub.problems import Problem, errors
from small import front

NAMES = (
    *("files/a b.pdf", "files/ü.pdf", "files/u\u0308.pdf", "files/#1.pdf", "files/a?b.pdf", "files/a%b.pdf"),
    *("files/a+b.pdf", "files/a&b.pdf", "files/a;b.pdf", "files/a'b.pdf", 'files/a"b.pdf', "files/<b>.pdf"),
    *("files/.pdf", "files/A.PDF", "files/a.pdf.", "files/a\nb.pdf", "files/عربي.pdf", "files/form.es.pdf"),
    *("files/noending", "files/a.html", "files/a.zip", "assets/hub.css", "resources/x.pdf", "keep/kept.json"),
    *("favicon.ico", "sitemap.xml", "CNAME", "robots.txt", "es/files/a.pdf", f"files/{'x' * 240}.pdf"),
    *("translations/x.pdf", "templates/x.pdf", ".well-known/security.txt", "search/index.json", "files/a.mp4"),
)
PAGES = (
    *(".hidden.md", "_draft.md", "404.md", "search.md", "offline.md", "a-z.md", "es/a.md", "12.md", "about/index.md"),
    *(
        "README.md",
        "ABOUT.md",
        "about.ES.md",
        "about.es-MX.md",
        "a.b.md",
        "x.markdown",
        "résumé.md",
        "a b.md",
        "a#b.md",
    ),
    *("page/2.md", "resources/index.md", "resources/first/index.md", "families.md", "es.md", "templates/a.md"),
    *("translations/x.md", f"{'a' * 200}.md", "sub/deep/er/a.md", "con.md", "topic.md", "index/index.md", "x.md.md"),
)
TEXTS = (
    *("[x](about.md?x=1)", "[x](ABOUT.md)", "[x](about.md#)", "[x](<about.md>)", "[x](about%2Emd)", "[x](about.es.md)"),
    *(
        "[x](../docs/about.md)",
        "[x](search.md)",
        "[x](files/)",
        "[x](resources/first.md#x)",
        "[x](\\about.md)",
        "[x]()",
    ),
    *("[![alt words](files/map.svg)](about.md)", "![The map](files/map.svg?x=1)", "![The map](about.md)", "<about.md>"),
    *(
        "[x](about.md%00)",
        "[x](%2e%2e/about.md)",
        "[x](sms:5550100)",
        "[x](data:text/html,a)",
        "[x](//a.org)",
        "http://",
    ),
    *(
        "{{ 1/0 }}",
        "{% raw %}",
        "[TOC]",
        "!!! note\n\n!!! tip",
        "???+ note",
        "```\na\n```{.py}",
        "{#a}",
        "## \u200b",
        "##",
    ),
    *(
        "*" * 500,
        "[" * 300,
        "> " * 80 + "x",
        "- " * 60 + "x",
        "&#0;",
        "\u2028",
        "\ue000",
        "hubslot",
        "| a | b |\n|---|",
    ),
    *("## A {#a}\n\n## B {#a}", "[^1]\n\n[^1]: [x](about.md)", "[x](tel:5550100)", "[x](<tel:1 2>)", "**注意：**请"),
)
FRONTS: tuple[dict[str, Any], ...] = (
    *({"template": name} for name in ("home.html", "glossary.html", "main.html", "../x.html", "privacy.html")),
    *({"doors": [{"title": "A", "text": "B", "page": page}], "template": "home.html"} for page in ("about.es.md", "")),
    *({"picture": "files/map.svg"}, {"picture": "../docs/files/map.svg", "picture_text": "A"}, {"menu": "M" * 100}),
    *({"title": "0"}, {"title": True}, {"title": "{{ x }}"}, {"resources": ["first", "first"]}, {"hide": ["toc"]}),
    *({"fact": "a", "myth": "b", "claims": []}, {"noindex": True}, {"offline": False}, {"checked": "2026-01-01"}),
)


def added(settings: str) -> Callable[[Path], None]:
    return lambda root: (root / "mkdocs.yml").open("a").write(f"\n{settings}\n") and None


def changed(old: str, new: str, file: str = "mkdocs.yml") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / file).read_text()
        assert old in text
        (root / file).write_text(text.replace(old, new, 1))

    return change


def own_template(text: str, name: str = "card") -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / "over/partials").mkdir(parents=True)
        (root / f"over/partials/{name}.html").write_text(text)
        changed("  name: material\n", "  name: material\n  custom_dir: over\n")(root)

    return write


def moved_catalog(root: Path) -> None:
    (root / "resources.yaml").rename(root / "catalog.yaml")
    (root / "resources.yaml").symlink_to("catalog.yaml")


WHOLE: dict[str, Callable[[Path], Any]] = {
    "hidden page": lambda root: (root / "docs/.hidden.md").write_text(front("Hidden")),
    "pipe": lambda root: __import__("os").mkfifo(root / "docs/files/p.pdf"),
    "dangling link": lambda root: (root / "docs/files/o.pdf").symlink_to("nowhere"),
    "folder in itself": lambda root: (root / "docs/loop").symlink_to("."),
    "catalog behind a link": moved_catalog,
    "no numbers": lambda root: (root / "numbers.yaml").unlink(),
    "no catalog": lambda root: (root / "resources.yaml").unlink(),
    "no first page": lambda root: (root / "docs/index.md").unlink(),
    "empty catalog": lambda root: (root / "resources.yaml").write_text(""),
    "broken template": own_template("{% if %}"),
    "template of nothing": own_template("{% extends 'nowhere.html' %}"),
    "template": own_template("{{ _('Menu') }}", "footer"),
    "template without its part": own_template("{{ _('Menu') }}"),
    "hook without sense": lambda root: ((root / "h.py").write_text("def (:\n"), added("hooks: [h.py]")(root)),
    "address with a folder": changed("https://hub.example.org/", "https://hub.example.org/a"),
    "no menu": changed("nav:\n  - resources/index.md\n  - myths/index.md\n", ""),
    "logo elsewhere": changed("  name: material\n", "  name: material\n  logo: ../docs/files/map.svg\n"),
    "language left out": changed("name: Español}", "name: Español, build: false}"),
    "languages turned round": changed(
        "en, name: English, default: true}", "en, name: English, default: true, build: yes}"
    ),
    "draft that pages name": changed("minutes: 5", "minutes: 5\nstatus: draft", "resources/second.yaml"),
    "retired": changed("minutes: 5", "minutes: 5\nstatus: retired", "resources/second.yaml"),
    "number of a language": lambda root: (root / "numbers.yaml").write_text("1: es/about/\n"),
}


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(HUBS / "good", folder / "hub"))


def wrong(root: Path) -> list[Problem]:
    """Return the errors of a hub."""
    try:
        return errors(read_hub(root / "mkdocs.yml").problems)
    except SettingsError as error:
        return errors(error.problems)


def odd() -> list[tuple[str, str]]:
    """Return files, each with its text; a file that is no page is linked to by a page of its own."""
    made = [(f"docs/{name}", "x") for name in NAMES]
    made += [(f"docs/{name}", front(f"Page {n}")) for n, name in enumerate(PAGES)]
    made += [(f"docs/text-{n}.md", front(f"Text {n}") + text + "\n") for n, text in enumerate(TEXTS)]
    rows = ({"title": f"Front {n}", "description": f"Of {n}.", **more} for n, more in enumerate(FRONTS))
    return [*made, *((f"docs/front-{n}.md", f"---\n{json.dumps(row)}\n---\nWords.\n") for n, row in enumerate(rows))]


def test_odd_files_that_validate_build_in_one_site(tmp_path: Path) -> None:
    root, passed = copied(tmp_path), []
    for file, text in odd():
        path = root / file
        there = path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        if not there:
            path.write_text(text)
            passed += [] if wrong(root) else [(path, text)]
            path.unlink()
    assert len(passed) > 60
    for path, text in passed:
        path.write_text(text)
    for problem in wrong(root):  # two that do not go together
        (root / problem.place.file).unlink(missing_ok=True)
    done = run("hub", "build", "--root", str(root), "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("change", WHOLE.values(), ids=WHOLE)
def test_an_odd_hub_that_validates_builds(tmp_path: Path, change: Callable[[Path], Any]) -> None:
    root = copied(tmp_path)
    change(root)
    refused = wrong(root)
    done = run("hub", "build", "--root", str(root), "--site-dir", str(tmp_path / "site"))
    assert (done.returncode == 0) is not bool(refused), done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
