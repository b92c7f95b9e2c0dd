"""The stylesheet holds all that is in use of the theme's: with the whole of it, nothing on a page looks different."""

from collections.abc import Callable
from pathlib import Path

import material
import pytest
import rcssmin
from playwright.sync_api import Browser, Route

from builds import HUBS, ROOT, VENDORED, hub

WHOLE = next(Path(material.__path__[0]).glob("templates/assets/stylesheets/main.*.min.css"))
LOOK = """() => [...document.querySelectorAll("body, body *")].flatMap((element) =>
  ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part || null);
    const names = [...style].filter((name) => !name.startsWith("--"));
    const said = names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
    return `${element.tagName}.${element.className}${part} {${said}}`;
  }))"""


@pytest.fixture(scope="module")
def hubs(tmp_path_factory: pytest.TempPathFactory, serve_dir: Callable[..., str]) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("style")
    return {
        name: serve_dir(hub(root, folder / name)) for name, root in (("all", HUBS / "typography"), ("reference", ROOT))
    }


@pytest.mark.parametrize("media", ["screen", "print"])
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
        ("reference", "contribute/schools/"),
        ("reference", "search/?q=help"),
    ],
)
def test_the_whole_stylesheet_of_the_theme_changes_nothing(
    browser: Browser, hubs: dict[str, str], name: str, path: str, media: str
) -> None:
    cut = str(rcssmin.cssmin(VENDORED.read_text(), keep_bang_comments=True))

    def whole(route: Route) -> None:
        body = route.fetch().text()
        assert body.startswith(cut)
        route.fulfill(body=WHOLE.read_text() + body.removeprefix(cut), content_type="text/css")

    def look(swap: bool) -> list[str]:
        context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
        page = context.new_page()
        page.emulate_media(media="print" if media == "print" else "screen")
        if swap:
            page.route("**/assets/hub.css*", whole)
        page.goto(hubs[name] + path)
        page.wait_for_timeout(50)
        found: list[str] = page.evaluate(LOOK)
        context.close()
        return found

    now, then = look(False), look(True)
    assert len(now) == len(then) > 100
    assert [(a[:80], _difference(a, b)) for a, b in zip(now, then, strict=True) if a != b] == []


def _difference(one: str, other: str) -> list[str]:
    return sorted(set(one.split(";")) ^ set(other.split(";")))[:6]
