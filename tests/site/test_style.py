"""The stylesheet holds all that is in use of the theme's: with the whole of it, nothing on a page looks different."""

from collections.abc import Callable
from pathlib import Path

import material
import pytest
import rcssmin
from playwright.sync_api import BrowserContext, Route, expect

from builds import HUBS, VENDORED, Once, hub

WHOLE = next(Path(material.__path__[0]).glob("templates/assets/stylesheets/main.*.min.css"))
LOOK = """() => [...document.querySelectorAll("body, body *")].flatMap((element) =>
  ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part || null);
    const names = [...style].filter((name) => !name.startsWith("--"));
    return [`${element.tagName}.${element.className}${part}`,
      names.map((name) => `${name}:${style.getPropertyValue(name)}`)];
  }))"""
REMEMBER = f"() => {{ window.then = ({LOOK})(); return window.then.length; }}"
COMPARE = f"""() => {{
  const now = ({LOOK})();
  return now.length !== window.then.length ? ["another number of elements"] : now.flatMap(([name, said], i) => {{
    const before = window.then[i][1];
    const changed = said.filter((line, n) => line !== before[n]);
    return changed.length || said.length !== before.length ? [`${{name}} ${{changed.slice(0, 6)}}`] : [];
  }});
}}"""
# Puts another stylesheet in the place of the page's own, and tells when it is in use.
DRESS = """href => new Promise((done) => {
  const link = document.querySelector("link[href*='assets/hub.css'], link[href*='assets/other.css']");
  link.addEventListener("load", () => done(), { once: true });
  link.href = new URL(href, new URL(link.href)).href;
})"""


@pytest.fixture(scope="session")
def typography(once: Once) -> Path:
    return once("typography", lambda folder: hub(HUBS / "typography", folder / "site")) / "site"


@pytest.fixture(scope="module")
def hubs(typography: Path, reference: Path, serve_dir: Callable[..., str]) -> dict[str, str]:
    return {"all": serve_dir(typography), "reference": serve_dir(reference)}


@pytest.fixture
def differences(context: BrowserContext) -> Callable[..., dict[str, list[str]]]:
    """A function that dresses a page in the whole of the theme's stylesheet and returns what then looks different."""
    cut = str(rcssmin.cssmin(VENDORED.read_text(), keep_bang_comments=True))
    page = context.new_page()
    page.set_viewport_size({"width": 1000, "height": 800})

    def find(address: str, more: str = "") -> dict[str, list[str]]:
        def other(route: Route) -> None:
            body = page.request.get(route.request.url.replace("other.css", "hub.css")).text()
            assert body.startswith(cut)
            route.fulfill(body=WHOLE.read_text() + body.removeprefix(cut) + more, content_type="text/css")

        page.route("**/assets/other.css", other)
        page.goto(address)
        expect(page.locator(".hub-waiting")).to_be_hidden()
        found = {}
        for media in ("screen", "print"):
            page.emulate_media(media="print" if media == "print" else "screen", reduced_motion="reduce")
            page.evaluate(DRESS, "hub.css")
            assert page.evaluate(REMEMBER) > 100
            page.evaluate(DRESS, "other.css")
            found[media] = page.evaluate(COMPARE)
        return found

    return find


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("all", ""),
        ("all", "ar/"),
        ("reference", ""),
        ("reference", "ar/"),
        ("reference", "families/words/"),
        ("reference", "families/say-it/"),
        ("reference", "myths/families-at-every-income-care/"),
        ("reference", "resources/"),
        ("reference", "resources/face-handbook/"),
        ("reference", "contribute/running/"),
        ("reference", "search/?q=help"),
    ],
)
def test_the_whole_stylesheet_of_the_theme_changes_nothing(
    differences: Callable[..., dict[str, list[str]]], hubs: dict[str, str], name: str, path: str
) -> None:
    assert differences(hubs[name] + path) == {"screen": [], "print": []}


def test_a_difference_would_be_found(differences: Callable[..., dict[str, list[str]]], hubs: dict[str, str]) -> None:
    found = differences(hubs["reference"], "main p::before{content:'x'}")
    assert found["screen"] and found["print"]
