"""Each address has one owner: two sources for one page, and files in the place of what the site makes."""

from pathlib import Path

import pytest

from builds import HUBS, files
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.read import read_documents, read_statics
from resourcehub.catalog.sheets import Sheets, read_sheets
from resourcehub.reports import as_text
from resourcehub.rules.addresses import LOCAL, SHARED, outputs
from resourcehub.rules.facts import Facts
from resourcehub.shipped import assets
from small import codes, entry, front, problems, report


@pytest.mark.parametrize(
    "name",
    ["page", "topic", "kind", "audience", "language", "search", "api", "index", "es", "zh-hans", "2026"],
)
def test_reserved_ids(tmp_path: Path, name: str) -> None:
    assert codes(problems(tmp_path, entry(name))) == ["reserved-id"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about", "about__index"),
        ("index_ar", "ar__index"),
        ("index", "ar__index"),
        ("index_en", "index"),
        ("resources__index", "index"),
        ("resources", "index"),
        ("resources__guide-one", "index"),
        ("resources__kind__guide", "index"),
        ("resources__topic__literacy__index", "index"),
        ("resources__audience__families", "index"),
        ("resources__language__en", "index"),
        ("ar__resources__guide-one", "index"),
    ],
)
def test_two_sources_for_one_page(tmp_path: Path, one: str, other: str) -> None:
    pages = {"index": front("Home"), one: front("One"), other: front("Other")}
    found = [p for p in problems(tmp_path, entry("guide-one"), **pages) if p.code == "two-sources"]
    assert len(found) == 1


def test_a_readme_beside_an_index(tmp_path: Path) -> None:
    found = problems(tmp_path, index=front("A"), README=front("B"))
    assert sorted(codes(found)) == ["bad-page-name", "two-sources"]
    assert "docs/index.md and docs/README.md both make the page /" in as_text(found)


def test_pages_beside_the_catalogs_pages_are_fine(tmp_path: Path) -> None:
    pages = {
        "index": front("A"),
        "index_ar": front("B"),
        "resources__help": front("C"),
        "es__help": front("D"),
    }
    assert not problems(tmp_path, entry("guide-one"), **pages)


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("404.html", "the site's own file '404.html'"),
        ("about/qr.png", "the site's own file 'about/qr.png'"),
        ("sitemap.xml", "the site's own file 'sitemap.xml'"),
        ("sitemap-ar.xml", "the site's own file 'sitemap-ar.xml'"),
        ("assets/hub.css", "the site's own file 'assets/hub.css'"),
        ("assets/search/engine.js", "the site's own file 'assets/search/engine.js'"),
        ("search/index.json", "the site's own file 'search/index.json'"),
        ("search/index.ar.json", "the site's own file 'search/index.json'"),
        ("ar/search/index.json", "the site's own file 'search/index.json'"),
        ("search/index.html", "the page of search results (resources.yaml)"),
        ("resources/one/index.html", "resource 'one' (resources.yaml:"),
        ("resources/page/2/index.html", "a further page of a list (resources.yaml)"),
        ("resources/kind/guide/page/3.md", "a further page of a list (resources.yaml)"),
        ("12/README.html", "sheet 12 (numbers.yaml)"),
        ("about/index.html", "docs/about.md"),
        ("about/index.ar.html", "docs/about.md"),
        ("index.html", "docs/index.md"),
    ],
)
def test_a_file_in_the_place_of_what_the_site_makes(tmp_path: Path, file: str, owner: str) -> None:
    problems(tmp_path, entry("one"), index=front("A"), about=front("B"))
    path = tmp_path / "docs" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(front("C"))
    found = [p for p in report(tmp_path, Sheets({"12": "about/"})) if p.code == "two-sources"]
    assert len(found) == 1 and found[0].place.file == f"docs/{file}"
    assert found[0].message.startswith(f"docs/{file} and {owner}")


def test_other_files_are_fine(tmp_path: Path) -> None:
    problems(tmp_path, index=front("A"))
    for name in ("robots.txt", "assets/logo.svg", "sheets/one.pdf", "sheets/one.ar.pdf", ".hidden/404.html"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("x")
    assert codes(report(tmp_path)) == ["unused-citation"]


def test_every_page_and_file_of_a_site_is_known_to_the_rule(tiny: Path) -> None:
    tags, root = ("en", "ar", "hmn", "pa"), HUBS / "tiny"
    file, _ = read_catalog(root)
    sheets, _ = read_sheets(root)
    documents, _ = read_documents(root, locales=tags)
    facts = Facts(file, documents, tags, sheets=sheets, statics=read_statics(root), assets=assets())
    known = {output.address for output in outputs(facts)}
    built = {path.removesuffix("index.html") for path in files(tiny)}
    assert built - known == set()
    assert {*LOCAL, *SHARED} <= built
