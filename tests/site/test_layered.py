"""A school's site of four files, built on the reference: what it hides is nowhere, what it says stands in its place."""

import shutil
from pathlib import Path

import pytest

from builds import ROOT, Once, files, hub, run
from crawl import Site

SETTINGS = """site_name: Oak School
site_url: https://oak.example.org/hub/
theme: material
plugins:
  - resourcehub:
      extends: reference
      catalog: local.yaml
      number_prefix: OAK
      contact: {phone: +1 555 0100}
      hide:
        resources: [dual-capacity-framework]
        topics: [school-improvement]
        pages: [schools, myths/families-at-every-income-care.md]
      pin: [power-of-parents]
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: es, name: Español}
        - {locale: ar, name: العربية}
        - {locale: pa, name: ਪੰਜਾਬੀ}
"""
LOCAL = """override:
  resources:
    - id: title-i-toolkit
      summary: What our own office says of it.
resources:
  - id: oak-pantry
    kind: practice
    title: The pantry behind the church
    phone: +1 555 0177 ext. 4
    hours: Mon-Fri 9:00-17:00
    spoken: [en, es]
    summary: Food for any family. Nobody asks for papers.
    topics: [community]
    audiences: [families]
    cost: free
    added: 2026-01-31
"""
NUMBERS = "# Sheet numbers, given by 'hub number' on the main branch. No line is changed or deleted.\n"
HIDDEN = (
    b"resources/dual-capacity-framework/",
    b"topic/school-improvement",
    b"schools/surveys",
    b"families-at-every-income",
)


def _make(root: Path) -> None:
    sources = root / "source"
    sources.mkdir()
    for name, text in {"mkdocs.yml": SETTINGS, "local.yaml": LOCAL, "numbers.yaml": NUMBERS}.items():
        (sources / name).write_text(text)
    assert run("hub", "number", "--root", str(sources)).returncode == 0
    hub(sources, root / "site")


@pytest.fixture(scope="module")
def made(once: Once) -> Path:
    return once("layered", _make)


@pytest.fixture(scope="module")
def site(made: Path) -> Site:
    return Site(made / "site", "/hub/")


def test_every_link_of_the_site_leads_somewhere(site: Site) -> None:
    assert site.dead_links() == []


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_in_no_file(site: Site, name: bytes) -> None:
    """No list, menu, search, offline file or sitemap; the pages of old sheet numbers do not lead there either."""
    linked = {path for path, data in files(site.root).items() if name in data}
    assert linked == set()


def test_a_sentence_that_led_to_a_hidden_page_keeps_its_words(site: Site) -> None:
    page = site.pages["/hub/leaders/"]
    source = (ROOT / "docs/leaders.md").read_text(encoding="utf-8")
    words = source.partition("](resources/topic/school-improvement.md)")[0].rpartition("[")[2]
    assert words and " ".join(words.split()) in " ".join(page.tree.text_content().split())
    assert not page.tree.xpath(f"//main//a[normalize-space()='{words}']")


def test_an_own_place_an_override_and_a_pin_are_shown(site: Site) -> None:
    place = site.pages["/hub/es/resources/oak-pantry/"]
    assert place.text("//a[starts-with(@href, 'tel:')]/@href")[0] == "tel:+15550177;ext=4"
    toolkit = site.pages["/hub/resources/title-i-toolkit/"].tree.text_content()
    assert "What our own office says of it." in toolkit
    first = site.pages["/hub/resources/"].text("//*[contains(@class, 'hub-card')]//h3/a/@href")[0]
    assert first.endswith("/power-of-parents/")


def test_numbers_below_stay_and_own_pages_get_the_prefix(made: Path, site: Site) -> None:
    given = (made / "source/numbers.yaml").read_text()
    assert "OAK-1: resources/oak-pantry/" in given
    reference = dict(line.split(": ") for line in (ROOT / "numbers.yaml").read_text().splitlines()[1:])
    number = next(n for n, address in reference.items() if address == "about/")
    assert f"/hub/{number}/" in site.pages and number not in given


def test_a_page_says_where_it_can_be_mended_only_where_that_is_here(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "source", tmp_path / "source")
    settings = (tmp_path / "source/mkdocs.yml").read_text()
    (tmp_path / "source/mkdocs.yml").write_text("repo_url: https://github.com/oak/hub\n" + settings)
    other = hub(tmp_path / "source", tmp_path / "site", "--locales", "en")
    assert b"github.com/oak/hub/blob/main/local.yaml" in (other / "resources/oak-pantry/index.html").read_bytes()
    assert b"github.com" not in (other / "about/index.html").read_bytes()
