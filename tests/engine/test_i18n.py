"""The faults of the stock stack (design section 5) stay mended; each test fails with its remedy taken out."""

import shutil
import subprocess
import sys
from pathlib import Path

import mkdocs.utils
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from builds import HUBS, files, hub, run
from crawl import Site

PLAIN = "---\ntitle: {0}\ndescription: About {0}.\n---\n{1}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the tiny hub, to be spoiled."""
    return Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))


@pytest.fixture(scope="module")
def built(tiny: Path) -> Site:
    return Site(tiny)


def strict(root: Path) -> subprocess.CompletedProcess[str]:
    return run("mkdocs", "build", "--strict", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(root / "site"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_row_1_three_letter_and_numbered_tags_build(root: Path) -> None:
    replace(root / "mkdocs.yml", "{locale: pa, name: ਪੰਜਾਬੀ}", "{locale: es-419, name: Español}")
    assert (hub(root, root / "site") / "es-419/resources/first-guide/index.html").is_file()


def test_row_1_the_remedy_is_still_needed() -> None:
    code = "import mkdocs_static_i18n.config as c; print(bool(c.RE_LOCALE.match('hmn')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", "mkdocs-static-i18n takes three letters now: delete engine.widen_locales"


def test_row_2_and_7_a_language_the_theme_has_no_words_for_is_built(built: Site) -> None:
    assert built.pages["/pa/resources/first-guide/"].tree.get("lang") == "pa"
    assert built.pages["/pa/resources/first-guide/"].tree.get("dir") == "ltr"


def test_row_3_every_language_is_stamped_in_its_own_frame(built: Site) -> None:
    for tag in ("ar", "hmn", "pa"):
        page = built.pages[f"/{tag}/resources/first-guide/"]
        assert page.text("//*[@class='hub-languages']//a[@aria-current]/@lang") == [tag]


def test_row_3_wrong_links_of_all_languages_are_reported_in_one_run(root: Path) -> None:
    for tag in ("ar", "hmn"):
        (root / f"docs/about.{tag}.md").write_text(PLAIN.format("x " + tag, "[gone](nowhere.md)"))
    done = strict(root)
    assert done.returncode == 1
    assert "about.ar.md" in done.stderr and "about.hmn.md" in done.stderr


def test_row_5_one_page_for_the_lost_and_one_index_of_sitemaps(built: Site) -> None:
    names = [p for p in files(built.root) if "404" in p or "sitemap" in p]
    assert names == ["404.html", *(f"sitemap-{t}.xml" for t in ("ar", "en", "hmn", "pa")), "sitemap.xml"]


def test_row_8_a_fallback_page_is_marked_and_points_to_its_source(built: Site) -> None:
    page = built.pages["/ar/about/"]
    assert page.text("//title/@lang") == ["en"]
    assert page.text("//h1/@lang") == ["en"]
    assert page.text("//link[@rel='canonical']/@href") == ["https://hub.example.org/about/"]
    assert page.text("//link[@rel='alternate']/@href") == []


def test_row_9_a_suffix_that_looks_like_an_undeclared_language_is_reported(root: Path) -> None:
    (root / "docs/intro.ai.md").write_text(PLAIN.format("Intro", "Hello."))
    done = strict(root)
    assert done.returncode == 1 and "intro.ai.md" in done.stderr


def test_row_10_the_first_page_of_each_language_is_a_home(built: Site) -> None:
    for address in ("/", "/ar/", "/hmn/"):
        assert built.pages[address].tree.xpath("//*[@class='hub-strip']"), address


def test_row_11_resources_are_in_no_menu(built: Site) -> None:
    assert len(built.pages["/resources/first-guide/"].tree.xpath("//header//nav//a")) == 2


def test_row_12_18_only_what_pages_use_is_published(built: Site) -> None:
    others = [p for p in files(built.root) if not p.endswith((".html", ".xml", "qr.png"))]
    assert sorted(others) == [
        "ar/keep/kept.json",
        "ar/search/index.json",
        "assets/hub.css",
        "assets/hub.js",
        "assets/hub.svg",
        "assets/search.js",
        "assets/signs.css",
        "assets/vendor/material/LICENSE.txt",
        "hmn/keep/kept.json",
        "hmn/search/index.json",
        "keep.js",
        "keep/kept.json",
        "pa/keep/kept.json",
        "pa/search/index.json",
        "search/index.json",
    ]


def test_row_12_no_notice_of_the_engines_end_is_printed(root: Path) -> None:
    done = run("hub", "build", "--root", str(root), "--site-dir", str(root / "site"))
    assert "end of life" not in done.stdout + done.stderr


def test_row_16_links_to_stamped_pages_resolve_in_each_language(built: Site) -> None:
    assert "../resources/first-guide/" in built.pages["/ar/"].text("//main//a/@href") or (
        "resources/first-guide/" in built.pages["/ar/"].text("//main//a/@href")
    )
    assert built.dead_links() == []


def test_row_16_a_mistyped_id_is_reported(root: Path) -> None:
    replace(root / "docs/index.md", "resources/first-guide.md", "resources/frist-guide.md")
    done = strict(root)
    assert done.returncode == 1 and "frist-guide" in done.stderr


def test_row_17_after_a_failed_nested_build_old_pages_are_cleaned_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    about = root / "docs/about.ar.md"
    about.write_text(PLAIN.format("x", "{{ fine }}"))
    (root / "overrides").mkdir()
    (root / "overrides/page.html").write_text(
        '{% extends "main.html" %}{% block main %}{% if here.tag == "ar" %}{{ broken() }}{% endif %}{% endblock %}'
    )
    replace(root / "mkdocs.yml", "name: material,", "name: material, custom_dir: overrides,")
    with pytest.raises(Exception, match="broken"):
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    (root / "overrides/page.html").unlink()
    (root / "site/old").mkdir()
    (root / "site/old/index.html").write_text("old")
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    assert not (root / "site/old").exists()
    assert mkdocs.utils.clean_directory.__name__ == "clean_directory"


def test_row_19_alignment_is_a_class(built: Site) -> None:
    page = built.pages["/about/"]
    assert page.text("//@style") == []
    assert page.tree.xpath("//td[@class='align-right']")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("site_name: Tiny hub", "site_name: Tiny hub\nuse_directory_urls: false", "directory-urls"),
        ("docs_structure: suffix", "docs_structure: folder", "docs-structure"),
        ("  - i18n:", "  - search\n  - i18n:", "search-plugin"),
        ("nav: [resources/index.md,", "nav: [nowhere.md,", "unknown-menu-page"),
        ("footer: [about.md]", "footer: [gone.md]", "unknown-menu-page"),
    ],
)
def test_row_20_settings_that_cannot_work_are_refused(root: Path, old: str, new: str, code: str) -> None:
    replace(root / "mkdocs.yml", old, new)
    done = run("hub", "validate", "--root", str(root))
    assert done.returncode == 1 and f"[{code}]" in done.stdout


def test_problems_reach_mkdocs_as_one_error_without_a_traceback(root: Path) -> None:
    replace(root / "resources.yaml", "cost: free", "cost: fre")
    done = strict(root)
    assert done.returncode == 1
    assert "resources.yaml:" in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.count("[unknown-value]") == 1


def test_an_error_of_mkdocs_is_told_plainly(root: Path) -> None:
    replace(root / "mkdocs.yml", "site_name:", "sitename:")
    done = run("hub", "build", "--root", str(root), "--site-dir", str(root / "site"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    with pytest.raises(MkDocsException):
        load_config(str(root / "nowhere.yml"))


def test_the_list_of_what_is_on_a_page_says_headings_as_they_are(root: Path) -> None:
    headings = ["Ask & tell", "`<b>` in **bold**", 'Say "no"', "Last"]
    body = "\n\n".join(f"## {heading}\n\nWords." for heading in headings)
    (root / "docs/long.md").write_text(PLAIN.format("Long", f"[Guide](resources/first-guide.md)\n\n{body}"))
    page = Site(hub(root, root / "site")).pages["/long/"]
    told = [" ".join(e.itertext()) for e in page.tree.find_class("hub-toc")[0].iter("a")]
    assert told == ["Ask & tell", "<b> in bold", 'Say "no"', "Last"]


def test_a_page_asks_only_for_a_template_that_there_is(root: Path) -> None:
    for number, name in enumerate(
        ("nothing.html", "../page.html", "partials/card.html", "shell.html", "explainer.html")
    ):
        page = PLAIN.format(f"T {number}", "Words.").replace("title:", f"template: {name}\ntitle:", 1)
        (root / f"docs/t{number}.md").write_text(page)
    (root / "docs/fine.md").write_text(
        PLAIN.format("Fine", "Words.").replace("title:", "template: home.html\ntitle:", 1)
    )
    done = run("hub", "validate", "--root", str(root))
    assert done.returncode == 1 and done.stdout.count("[unknown-template]") == 5
