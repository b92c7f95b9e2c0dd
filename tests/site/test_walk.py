"""A school's first site, walked as the guide is written: four files, the installed program, no network."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext

import guide
from builds import Once
from crawl import Site
from wheels import installed, run, wheel


def _walk(root: Path) -> None:
    wheel(root, "0.1.0")
    program = installed(root, "0.1.0", root / "program")
    hub = guide.follow(root / "hub")
    for verb in (("translate", "update"), ("number",), ("validate",), ("build",)):
        done = run(program, *verb, cwd=hub, SITE_URL="https://oak.example.org/hub/")
        assert done.returncode == 0, (verb, done.stdout + done.stderr)
        if verb == ("validate",):
            assert done.stdout.splitlines()[-1].startswith("0 errors"), done.stdout


@pytest.fixture(scope="module")
def walked(once: Once) -> Path:
    return once("walk", _walk)


def test_the_guide_shows_four_files(walked: Path) -> None:
    names = {"mkdocs.yml", "local.yaml", "requirements.txt", ".github/workflows/site.yml"}
    assert guide.files().keys() == names


def test_the_site_has_the_schools_languages_and_no_dead_link(walked: Path) -> None:
    site = Site(walked / "hub/site", "/hub/")
    assert site.dead_links() == []
    assert {f"/hub/{tag}" for tag in ("", "es/", "vi/", "pa/")} <= site.pages.keys()
    given = (walked / "hub/numbers.yaml").read_text()
    assert "OAK-1: resources/town-library/" in given


def test_a_family_finds_the_place_and_can_call_it(walked: Path, context: BrowserContext, serve_dir: object) -> None:
    address = serve_dir(walked / "hub/site", "/hub/")  # type: ignore[operator]
    page = context.new_page()
    page.goto(f"{address}search/?q=story+hour")
    page.click("main a:has-text('Story hour')")
    assert page.get_attribute("a[href^='tel:']", "href") == "tel:+15550142"


def test_what_the_guide_calls_the_workflow_is_that_of_new_sites(walked: Path) -> None:
    from resourcehub.work.answers import Answers
    from resourcehub.work.new import rendered

    shown = yaml.load(guide.files()[".github/workflows/site.yml"], yaml.BaseLoader)
    made = yaml.load(rendered(Answers(), "OWNER/NAME")[".github/workflows/site.yml"], yaml.BaseLoader)
    assert shown == made


def test_a_language_goes_out_and_comes_in_by_its_line(walked: Path, tmp_path: Path) -> None:
    """Files of a language that is taken out stay; one line of the report says that they wait."""
    hub = guide.follow(tmp_path / "hub")
    page = hub / "docs/ours.es.md"
    page.parent.mkdir()
    (hub / "docs/ours.md").write_text("---\ntitle: Ours\ndescription: Our office.\n---\nCome in.\n")
    page.write_text("---\ntitle: Lo nuestro\ndescription: Nuestra oficina.\n---\nPase.\n")
    settings = hub / "mkdocs.yml"
    text = settings.read_text()
    line = "        - {locale: es, name: Español}\n"
    settings.write_text(text.replace(line, ""))
    without = run(walked / "program", "validate", cwd=hub)
    assert without.returncode == 0 and "left alone (es: 1)" in without.stdout
    settings.write_text(text.replace(line, f"{line}        - {{locale: km}}\n"))
    more = run(walked / "program", "validate", cwd=hub)
    assert more.returncode == 0 and "buttons would be English" in more.stdout and "left alone" not in more.stdout
    done = run(walked / "program", "translate", "update", cwd=hub)
    assert done.returncode == 0 and (hub / "docs/translations/km.po").is_file()
