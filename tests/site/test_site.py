"""The whole reference site, really built: every link holds, every page is itself, nothing comes from elsewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from builds import HUBS, ROOT, files, hub, run
from crawl import Site
from kinds import TAGS


@pytest.fixture(scope="module")
def at_a_root(reference: Path) -> Site:
    return Site(reference)


@pytest.fixture(scope="module")
def below_a_path(school: Path) -> Site:
    return Site(school, "/hub/")


@pytest.fixture(params=["at_a_root", "below_a_path"])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def test_every_internal_link_and_fragment_resolves(site: Site) -> None:
    assert site.dead_links() == []
    assert sum(1 for page in site.pages.values() for _ in page.links()) > 1000


def test_every_page_has_a_title_and_description_of_its_own(at_a_root: Site) -> None:
    for tag in TAGS:
        prefix = "/" if tag == "en" else f"/{tag}/"
        others = tuple(f"/{t}/" for t in TAGS if t != tag and t != "en")
        pages = [
            p for a, p in at_a_root.pages.items() if a.startswith(prefix) and not (tag == "en" and a.startswith(others))
        ]
        for path in ("//title/text()", "//meta[@name='description']/@content"):
            texts = Counter(" ".join(page.text(path)) for page in pages if page.file.name != "404.html")
            assert {t: n for t, n in texts.items() if n > 1 or not t.strip()} == {}, (tag, path)


def test_no_id_stands_twice_on_a_page(at_a_root: Site) -> None:
    twice = {a: [i for i, n in Counter(p.ids).items() if n > 1] for a, p in at_a_root.pages.items()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_nothing_is_loaded_from_another_host(at_a_root: Site) -> None:
    assert at_a_root.outside() == set()


def test_the_folder_holds_only_what_pages_use(at_a_root: Site) -> None:
    others = sorted(p for p in files(at_a_root.root) if not p.endswith(".html"))
    rest = [
        p for p in others if not p.startswith(("assets/", "sitemap")) and not p.endswith("/qr.png") and p != "qr.png"
    ]
    own = [
        f"{'' if tag == 'en' else tag + '/'}{name}" for tag in TAGS for name in ("keep/kept.json", "search/index.json")
    ]
    assert rest == sorted([*own, "keep.js"])
    assert [p for p in others if p.endswith(".js")] == ["assets/hub.js", "assets/search.js", "keep.js"]
    assert [p for p in others if p.endswith(".css")] == ["assets/hub.css", "assets/signs.css"]


def test_no_slot_is_left_in_any_spelling(at_a_root: Site) -> None:
    left = [a for a, p in at_a_root.pages.items() if "hubslot" in p.file.read_text().casefold().replace("-", "")]
    assert left == []


def test_each_page_has_one_h1_and_speaks_the_language_of_its_folder(at_a_root: Site) -> None:
    for address, page in at_a_root.pages.items():
        tag = next((t for t in TAGS if address.startswith(f"/{t}/")), "en")
        assert page.tree.get("lang") == tag
        assert page.tree.get("dir") == ("rtl" if tag == "ar" else "ltr")
        assert len(page.tree.xpath("//h1")) == 1, address


def test_the_lost_page_greets_in_every_language_with_absolute_links(below_a_path: Site) -> None:
    lost = below_a_path.pages["/hub/404.html"]
    assert set(lost.text("//main//section/@lang")) == set(TAGS)
    assert [link for link in lost.links() if not link.startswith(("/hub/", "#", "tel:", "mailto:"))] == []


def test_sitemaps_hold_only_pages_that_speak_their_language(at_a_root: Site) -> None:
    for tag in TAGS:
        text = (at_a_root.root / f"sitemap-{tag}.xml").read_text()
        addresses = [line.split("<loc>")[1].split("</loc>")[0] for line in text.splitlines() if "<loc>" in line]
        assert addresses
        for address in addresses:
            page = at_a_root.pages["/" + address.removeprefix("https://hub.example.org/")]
            assert page.text("//title/@lang") == [tag], address
            assert page.text("//link[@rel='canonical']/@href") == [address]


def test_without_an_address_or_leave_to_index_search_engines_are_told_to_stay_away(tmp_path: Path) -> None:
    site = Site(hub(ROOT, tmp_path / "site", "--locales", "en"))
    assert {tuple(p.text("//meta[@name='robots']/@content")) for p in site.pages.values()} == {("noindex",)}
    assert not (site.root / "sitemap.xml").exists()


def test_only_some_languages(tmp_path: Path) -> None:
    some = Site(hub(ROOT, tmp_path / "some", "--locales", "en,ar"))
    assert {a.split("/")[1] for a in some.pages} & set(TAGS) == {"ar"}
    assert some.dead_links() == []


@pytest.mark.parametrize("asked", ["ar", "es, ar"])
def test_without_the_source_language_nothing_leads_to_it(tmp_path: Path, asked: str) -> None:
    tags = asked.split(", ")
    settings = {"SITE_URL": "https://hub.example.org/", "HUB_INDEXABLE": "true"}
    site = Site(hub(ROOT, tmp_path / "site", "--locales", asked, **settings))
    assert site.dead_links() == []
    others = [a for a in site.pages if not a.startswith(tuple(f"/{tag}/" for tag in tags))]
    assert [a for a in others if a not in ("/", "/404.html") and not a.strip("/").isdecimal()] == []
    for page in site.pages.values():
        assert set(page.text("//*[@class='hub-languages']//a/@lang")) <= set(tags)
        assert not any(page.text("//@data-second"))
        for address in page.text("//link[@rel='canonical' or @rel='alternate']/@href"):
            assert "/" + address.removeprefix("https://hub.example.org/") in site.pages
    assert site.pages["/"].text("//main//li/a/@href") == [f"./{tag}/" for tag in tags]
    maps = {p: text.decode() for p, text in files(site.root).items() if p.startswith("sitemap")}
    assert sorted(maps) == [*sorted(f"sitemap-{tag}.xml" for tag in tags), "sitemap.xml"]
    for tag in tags:
        listed = re.findall("<loc>https://hub.example.org(.*)</loc>", maps[f"sitemap-{tag}.xml"])
        assert listed and set(listed) <= site.pages.keys()
    assert sum(p.endswith("search/index.json") for p in files(site.root)) == len(tags)


@pytest.mark.parametrize("root", [ROOT, HUBS / "tiny"], ids=["reference", "tiny"])
def test_mkdocs_and_properdocs_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    for tool in ("mkdocs", "properdocs"):
        done = run(tool, "build", "--strict", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(tmp_path / tool))
        assert done.returncode == 0, done.stderr
    assert files(tmp_path / "mkdocs") == files(tmp_path / "properdocs")
