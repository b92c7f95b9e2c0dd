"""What validates builds: pages, links, files, drafts and pictures put together by chance; and what failed."""

import json
import random
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from builds import HUBS, hub, run
from small import front

PNG = bytes.fromhex("89504e470d0a1a0a")
FILES = {
    "files/form.pdf": b"x",
    "files/form.ar.pdf": b"x",
    "files/map.png": PNG,
    "files/map.ar.png": PNG,
    "files/a&b.pdf": b"x",
}
TARGETS = [
    *(
        "about.md",
        "../about.md",
        "about/",
        "about",
        "nowhere.md",
        "../index.md#top",
        "#nothing",
        "?x=1",
        ".",
        "..",
        "",
        "./",
    ),
    *(
        "../files/form.pdf",
        "../files/form.ar.pdf",
        "../files/no.pdf",
        "../files/map.png",
        "../files/a&b.pdf",
        "../files/a%26b.pdf",
    ),
    *("../resources/first-guide.md", "../resources/draft.md", "../resources/index.md", "../resources/kind/guide.md"),
    *("../resources/kind/empty.md", "../search.md", "office@example.org", "www.example.org", "https://example.org/a b"),
    *(
        "mailto:office@example.org",
        "tel:+15550100",
        "javascript:x",
        "//example.org",
        "/about/",
        "\\about",
        "page-1.md",
        "page-1.ar.md",
    ),
]
TEXTS = [
    "[x]({})",
    "![A map]({})",
    "<{}>",
    "[x]: {}\n\n[x]",
    "`[x]({})`",
    "- [x]({})\n  - y",
    "| a |\n|-|\n| [x]({}) |",
    "> [!TIP]\n> [x]({})",
]
FRONTS = [
    {},
    {"template": "page.html"},
    {"template": "no.html"},
    {"resources": ["draft"]},
    {"template": "explainer.html"},
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("same") / "hub"
    shutil.copytree(HUBS / "tiny", root)
    for name, data in FILES.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_bytes(data)
    return root


def validate(root: Path) -> list[dict[str, object]]:
    return json.loads(run("hub", "validate", "--root", str(root), "--format", "json").stdout)


def pages(count: int) -> dict[str, str]:
    chance = random.Random(20260102)
    made = {}
    for number in range(count):
        text = "\n\n".join(chance.choice(TEXTS).format(chance.choice(TARGETS)) for _ in range(chance.randint(1, 2)))
        more = chance.choice(FRONTS) if chance.random() < 0.2 else {}
        made[f"page-{number}.md"] = front(f"Page {number}", **more) + text + "\n"
    return made


def test_pages_that_validate_build_in_one_site(base: Path, tmp_path: Path) -> None:
    """One report names the pages with errors; the rest is one build, in which nothing may fail."""
    folder = base / "docs/chance"
    folder.mkdir()
    for name, text in pages(150).items():
        (folder / name).write_text(text)
    while bad := {str(p["file"]) for p in validate(base) if p["severity"] == "error"}:
        assert all(file.startswith("docs/chance/") for file in bad)
        for file in bad:
            (base / file).unlink()
    left = list(folder.iterdir())
    assert len(left) > 30
    hub(base, tmp_path / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("files") / "hub"
    shutil.copytree(HUBS / "tiny", root)
    for name, data in FILES.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_bytes(data)
    links = (
        "[English](files/form.pdf), [Arabic](files/form.ar.pdf), [both](files/a&b.pdf), ![The way](files/map.png)\n\n"
    )
    said = 'Write `<a href="x">` and class="y" id="z" href="about" in words.\n\n> [!NOTE]\n> W[^1].\n\n[^1]: W.\n'
    (root / "docs/forms.md").write_text(front("Forms") + links + said)
    return hub(root, root.parent / "site")


@pytest.mark.parametrize(("page", "up"), [("forms/", "../"), ("ar/forms/", "../../"), ("pa/forms/", "../../")])
def test_a_file_in_another_language_is_found_from_every_page(site: Path, page: str, up: str) -> None:
    found = html.parse(site / page / "index.html").xpath('//div[contains(@class, "md-typeset")]//@href')
    assert found[1] in (f"{up}ar/files/form.pdf", "../files/form.pdf")
    assert [(site / page / href).resolve().is_file() for href in map(unquote, found[:3])] == [True] * 3


def test_pictures_of_pages_are_kept_and_packed(site: Path) -> None:
    assert "files/map.png" in json.loads((site / "keep/kept.json").read_text())["files"]
    assert {"files/map.png", "ar/files/map.png"} & set(json.loads((site / "ar/keep/kept.json").read_text())["files"])
    packed = html.parse(site / "offline.html").xpath('//img[@alt="The way"]/@src')
    assert packed == ["data:image/png;base64,iVBORw0KGgo="]


def test_words_that_look_like_attributes_stay_in_the_offline_file(site: Path) -> None:
    words = " ".join(html.parse(site / "offline.html").xpath('string(//*[@id="p-forms"])').split())
    assert 'Write <a href="x"> and class="y" id="z" href="about" in words.' in words


def test_words_of_ours_in_a_page_speak_its_language(site: Path) -> None:
    page = html.parse(site / "forms/index.html")
    assert page.xpath('string(//*[@class="admonition-title"])') == "Note"
    assert page.xpath('//ol[@class="hub-notes"]//a/@aria-label') == ["Back to the text"]


@pytest.mark.parametrize("change", ["page", "text", "file"])
def test_what_changes_during_a_build_is_not_published(tmp_path: Path, change: str) -> None:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    (root / "overrides").mkdir()
    docs = root / "docs"
    what = {
        "page": f"pathlib.Path({str(docs / 'late.md')!r}).write_text('# x')",
        "text": f"pathlib.Path({str(docs / 'about.md')!r}).write_text('# x')",
        "file": f"pathlib.Path({str(docs / 'late.html')!r}).write_text('x')",
    }[change]
    (root / "late.py").write_text(f"import pathlib\ndef on_pre_build(config):\n    {what}\n")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text() + "hooks: [late.py]\n")
    done = run("hub", "build", "--root", str(root), "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 1 and "changed while the site was being built" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr and not (tmp_path / "site").exists()
