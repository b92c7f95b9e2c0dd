"""Reading without internet: one file that needs nothing else, and pages kept on the device; both with the line cut."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kinds import KINDS, TAGS, path_in

LARGEST = 1_500_000
WORDS = {"en": "interpreter", "es": "intérprete", "ar": "مترجم", "zh-Hans": "口译", "hmn": "txhais lus"}


@pytest.mark.parametrize("tag", TAGS)
def test_the_file_opens_from_storage_and_searches(
    context: BrowserContext, school: Path, tmp_path: Path, tag: str
) -> None:
    file = Path(shutil.copy(school / path_in(tag, "offline.html"), tmp_path / "saved.html"))
    assert file.stat().st_size <= LARGEST
    context.set_offline(True)
    page, asked, faults = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(file.as_uri())
    expect(page.locator("#contents h1")).to_be_visible()
    assert page.locator(".hub-kept:visible").count() == 0
    page.locator(".hub-find input").fill(WORDS[tag])
    hit = page.locator(".hub-found a[href]").first
    expect(hit).to_be_visible()
    hit.click()
    expect(page.locator(".hub-kept:visible")).to_have_count(1)
    expect(page.locator("#contents")).to_be_hidden()
    page.locator(".hub-back-up a:visible").click()
    expect(page.locator("#contents")).to_be_visible()
    page.locator("#contents a[href='#p-families-helping-at-home']").click()
    picture = page.locator("#p-families-helping-at-home .hub-opening img")
    assert picture.evaluate("img => img.complete && img.naturalWidth") > 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert faults == []


@pytest.mark.parametrize("tag", TAGS)
def test_every_link_inside_the_file_arrives_and_no_id_stands_twice(school: Path, tag: str) -> None:
    tree = html.fromstring((school / path_in(tag, "offline.html")).read_bytes().decode())
    ids = [str(i) for i in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    inside = {str(href) for href in tree.xpath("//a/@href") if str(href).startswith("#")}
    assert {href for href in inside if href[1:] not in ids} == set()
    others = {str(href).split(":")[0] for href in tree.xpath("//a/@href") if not str(href).startswith("#")}
    assert others <= {"https", "http", "mailto", "tel", "sms"}
    assert len(tree.xpath("//div[@class='hub-kept']")) > 100


def test_without_script_the_file_is_read_by_its_contents(browser: Browser, school: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((school / "offline.html").as_uri())
    expect(page.locator("form")).to_be_hidden()
    page.locator("#contents a[href='#p-privacy']").click()
    expect(page.locator("#p-privacy")).to_be_visible()
    context.close()


def keep(page: Page, address: str, tag: str) -> None:
    page.goto(address + path_in(tag, "keep/"))
    page.locator(".hub-keep button:visible").click()
    expect(page.locator("[data-state=kept]")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_kept_pages_are_read_with_the_line_cut(
    context: BrowserContext, school: Path, serve_dir: Callable[..., str], tag: str
) -> None:
    page = context.new_page()
    keep(page, serve_dir(school, "/hub/"), tag)
    address = page.url.partition("/hub/")[0] + "/hub/"
    context.set_offline(True)
    for kind, path in KINDS.items():
        if kind not in ("guide", "search"):
            page.goto(address + path_in(tag, path))
            expect(page.locator("h1")).to_be_visible()
            assert page.evaluate("getComputedStyle(document.body).display") == "flex", "dressed"
    page.goto(address + path_in(tag, "search/?q=IEP"))
    expect(page.locator(".hub-search .hub-card").first).to_be_visible()
    other = "es" if tag == "en" else "zh-Hans"
    with pytest.raises(Exception, match=r"ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        page.goto(address + path_in(other, "about/"))


def test_kept_pages_can_be_removed(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    keep(page, address, "es")
    page.reload()
    expect(page.locator("[data-state=kept]")).to_be_visible()
    page.locator(".hub-keep button:visible").click()
    expect(page.locator("[data-state=removed]")).to_be_visible()
    left = "async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]"
    assert page.evaluate(left) == [0, 0]


def test_a_new_version_comes_whole_and_the_old_one_goes(
    browser: Browser, school: Path, serve_dir: Callable[..., str], tmp_path: Path
) -> None:
    site = Path(shutil.copytree(school, tmp_path / "site"))
    address = serve_dir(site, "/hub/")
    context = browser.new_context()
    page = context.new_page()
    keep(page, address, "es")
    before = page.evaluate("async () => await caches.keys()")
    changed = site / "es/about/index.html"
    changed.write_text(changed.read_text().replace("<h1>", "<h1>NUEVO "))
    listed = json.loads((site / "es/keep/kept.json").read_text())
    listed["files"]["es/about/"], listed["version"] = "00000000", "newversion00"
    (site / "es/keep/kept.json").write_text(json.dumps(listed))
    page.evaluate("""async () => {  // as if the last look for news were a day ago
      const cache = await caches.open((await caches.keys())[0]);
      const name = (await cache.keys()).find((r) => r.url.endsWith("/hub/kept.json"));
      const list = await (await cache.match(name)).json();
      await cache.put(name, new Response(JSON.stringify({ ...list, looked: 0 })));
    }""")
    page.goto(f"{address}es/")
    for _ in range(100):  # wait_for_function does not wait for promises
        if len(now := page.evaluate("async () => await caches.keys()")) == 1 and now != before:
            break
        page.wait_for_timeout(100)
    assert now != before and len(now) == 1
    context.set_offline(True)
    page.goto(f"{address}es/about/")
    expect(page.locator("h1")).to_contain_text("NUEVO")
    context.close()


def test_a_download_that_breaks_off_goes_on_where_it_was(context: BrowserContext, address: str, school: Path) -> None:
    page = context.new_page()
    page.goto(f"{address}es/keep/")
    context.route("**/es/strategies/**", lambda route: route.abort())
    page.locator(".hub-keep button:visible").click()
    expect(page.locator("[data-state=failed]")).to_be_visible(timeout=60_000)
    context.unroute("**/es/strategies/**")
    page.reload()
    expect(page.locator("[data-state=kept]")).to_be_hidden()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.locator(".hub-keep button:visible").click()
    expect(page.locator("[data-state=kept]")).to_be_visible(timeout=60_000)
    files = json.loads((school / "es/keep/kept.json").read_text())["files"]
    assert len(asked) < len(files) / 2, "what had come is not asked for again"


def test_the_list_names_only_what_is_there(school: Path) -> None:
    for tag in TAGS:
        files = json.loads((school / path_in(tag, "keep/kept.json")).read_text())["files"]
        paths = [address.partition("?")[0] for address in files]
        missing = [p for p in paths if not (school / (f"{p}index.html" if p.endswith("/") or not p else p)).is_file()]
        assert missing == []
