"""The promise of the page on privacy, and what the policy and a reader's own choices do.

That no kind of page asks another host or keeps anything is seen at its first view: ``test_first_view.py``.
"""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from builds import HUBS, Once, hub, run
from crawl import Site
from kinds import TAGS, path_in
from watch import NOTHING, STORED


def test_the_policy_refuses_scripts_and_styles_of_others(context: BrowserContext, address: str) -> None:
    """The policy holds: an inline script, an inline style and a script of another host do nothing."""
    page, refused = context.new_page(), []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(address)
    page.evaluate("""() => {
      const add = (tag, given) => document.body.appendChild(Object.assign(document.createElement(tag), given));
      add("script", { textContent: "window.broken = true" });
      add("script", { src: "https://elsewhere.example.org/x.js" });
      add("img", { src: "https://elsewhere.example.org/x.png" });
      add("p", {}).setAttribute("style", "color: red");
    }""")
    for _ in range(500):
        if len([line for line in refused if "Content Security Policy" in line]) >= 4:
            break
        page.wait_for_timeout(20)
    else:
        raise AssertionError(refused)
    assert page.evaluate("window.broken") is None


def test_every_page_has_the_policy_and_sends_no_full_address_on(school: Path) -> None:
    for address, page in Site(school, "/hub/").pages.items():
        policy = page.text("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1 and policy[0].startswith("default-src 'none';"), address
        assert "unsafe" not in policy[0] and "http" not in policy[0]
        if not address.endswith("offline.html"):
            assert page.text("//meta[@name='referrer']/@content") == ["strict-origin-when-cross-origin"], address
        assert page.text("//@style") == [] and page.text("//@onclick | //@onload") == [], address
        outside = page.tree.xpath("//a[starts-with(@href, 'http') and not(contains(@href, 'school'))]")
        assert [a.get("href") for a in outside if "/hub/" in address and "main" in _parents(a) and not _safe(a)] == []
        assert [form.get("role") for form in page.tree.iter("form") if "hub-filters" not in form.get("class", "")] == [
            "search"
        ]


def _parents(element: object) -> list[str]:
    return [parent.tag for parent in element.iterancestors()]  # type: ignore[attr-defined]


def _safe(element: object) -> bool:
    """A link that an editor wrote in a page carries no rel: nothing opens in a window of its own, so none is needed."""
    rel, target = element.get("rel"), element.get("target")  # type: ignore[attr-defined]
    return target is None and (rel is None or "noopener" in rel)


@pytest.mark.parametrize("tag", TAGS)
def test_the_promise_is_made_in_every_language(school: Path, tag: str) -> None:
    page = Site(school, "/hub/").pages[f"/hub/{path_in(tag, 'privacy/')}"]
    promise = page.tree.xpath("//ul[@class='hub-promise']/li")
    assert len(promise) == 5
    assert [li.xpath(".//@lang") for li in promise] == [[]] * 5, "in the reader's own language"
    assert page.tree.xpath("//h1")[0].get("lang") is None


@pytest.fixture(scope="module")
def counted(once: Once) -> Path:
    """A hub whose school counts visits."""
    return once("counted", _counted) / "site"


def _counted(root: Path) -> None:
    shutil.copytree(HUBS / "tiny", root, dirs_exist_ok=True)
    (root / "docs/privacy.md").write_text("---\ntitle: P\ndescription: On P.\ntemplate: privacy.html\n---\nWords.\n")
    setting = "statistics: {name: Count Co, script: 'https://count.example.org/s.js', attributes: {domain: a.example}}"
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("      footer:", f"      {setting}\n      footer:", 1))
    hub(root, root / "site")


def test_statistics_change_the_promise_and_the_policy(counted: Path, school: Path) -> None:
    page = Site(counted).pages["/privacy/"]
    said = page.tree.xpath("string(//ul[@class='hub-promise'])")
    assert "Count Co" in said and "count.example.org" in said and "No statistics" not in said
    assert "Count Co" in page.tree.xpath("string(//footer)")
    assert "https://count.example.org" in page.text("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert page.tree.xpath("//script[@data-domain='a.example']/@src") == ["https://count.example.org/s.js"]
    unchanged = Site(school, "/hub/").pages["/hub/privacy/"].tree.xpath("string(//ul[@class='hub-promise'])")
    assert "No statistics" in unchanged


def test_a_choice_is_kept_only_when_made_and_goes_again(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.locator("button[data-scheme=dark]").click()
    assert page.evaluate(STORED) == NOTHING | {"local": 1}
    page.locator("button[data-scheme='']").click()
    assert page.evaluate(STORED) == NOTHING


@pytest.mark.parametrize(
    ("speaks", "path", "offered"),
    [
        ("es-MX", "", "es"),
        ("zh-CN", "", "zh-Hans"),
        ("zh-TW", "", None),
        ("en-US", "", None),
        ("en-US", "ar/", None),
        ("ar", "es/about/", "ar"),
        ("es", "es/about/", None),
    ],
)
def test_the_readers_language_is_offered_quietly(
    browser: Browser, address: str, speaks: str, path: str, offered: str | None
) -> None:
    context = browser.new_context(locale=speaks, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + path)
    offer = page.locator(".hub-offer")
    if offered is None:
        expect(offer).to_be_hidden()
    else:
        expect(offer).to_be_visible()
        assert page.url == address + path, "no redirect"
        link = offer.locator("a")
        assert link.get_attribute("lang") == offered
        assert re.sub("^" + re.escape(address), "", str(page.evaluate("a => a.href", link.element_handle()))) == (
            f"{offered}/{path.partition('/')[2] if path.startswith(TAGS[1:]) else path}"
        )
        offer.locator("button").click()
        page.goto(address)
        expect(page.locator(".hub-offer")).to_be_hidden()
        assert page.evaluate(STORED) == NOTHING | {"local": 1}
    context.close()


def test_what_is_wrong_with_the_setting_is_said(tmp_path: Path) -> None:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    text = (root / "mkdocs.yml").read_text()
    for given, code in (
        ("{name: A}", "missing-field"),
        ("{name: A, script: 'http://a.example/x.js'}", "bad-statistics"),
        ("{name: A, script: javascript:x}", "bad-statistics"),
    ):
        (root / "mkdocs.yml").write_text(text.replace("      footer:", f"      statistics: {given}\n      footer:", 1))
        done = run("hub", "validate", "--root", str(root))
        assert done.returncode == 1 and f"[{code}]" in done.stdout, given
