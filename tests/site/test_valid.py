"""The HTML of every kind of page is valid by html-validate, which runs in the browser that the tests have anyway."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builds import ROOT
from kinds import CLASSES, KINDS, path_in

BUNDLE = ROOT / "tests/vendor/html-validate/html-validate.js"
# The standard's rules, and none of taste.
VALIDATE = """async (html) => {
  const { HtmlValidate, StaticConfigLoader } = HtmlValidateModule;
  const loader = new StaticConfigLoader({ extends: ["html-validate:standard"], elements: ["html5"] });
  const report = await new HtmlValidate(loader).validateString(html);
  return report.results.flatMap((result) => result.messages)
    .map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`);
}"""


@pytest.fixture(scope="module")
def validator(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(path=BUNDLE)
    yield page
    page.close()


@pytest.mark.parametrize("tag", CLASSES)
@pytest.mark.parametrize("kind", [*KINDS, "offline"])
def test_pages_are_valid(validator: Page, school: Path, kind: str, tag: str) -> None:
    file = path_in(tag, "offline.html") if kind == "offline" else path_in(tag, KINDS[kind]) + "index.html"
    assert validator.evaluate(VALIDATE, (school / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", ["1/index.html", "404.html"])
def test_pages_of_all_languages_together_are_valid(validator: Page, school: Path, file: str) -> None:
    assert validator.evaluate(VALIDATE, (school / file).read_text(encoding="utf-8")) == []


def test_a_fault_would_be_found(validator: Page) -> None:
    found = validator.evaluate(
        VALIDATE, "<!doctype html><html lang=en><title>A</title><p><div id=a></div><i id=a></p></html>"
    )
    assert len(found) >= 2
