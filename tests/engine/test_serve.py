"""The preview: it reloads when a source changes, and while the catalog is wrong the report is the page."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builds import HUBS, TOOLS

PATIENCE = 60.0
pytestmark = pytest.mark.xdist_group("serve")  # one server for all


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path_factory.mktemp("serve") / "hub"))
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text().replace('"https://hub.example.org/"', '""'))
    (root / "overrides").mkdir()
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("name: material,", "name: material, custom_dir: overrides,"))
    return root


@pytest.fixture(scope="module")
def port(root: Path) -> Iterator[int]:
    with serving(root) as free:
        wait(lambda: "First guide" in get(free, "resources/first-guide/"), root)
        yield free


@contextmanager
def serving(root: Path) -> Iterator[int]:
    """Run the preview of a hub and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    command = [TOOLS / "hub", "serve", "--root", str(root), "--dev-addr", f"127.0.0.1:{free}"]
    log = (root / "serve.log").open("w")
    server = subprocess.Popen(command, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stdout=log, stderr=log)
    try:
        yield free
    finally:
        server.terminate()
        server.wait(10)


def get(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20) as response:
            return str(response.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())
    except OSError:
        return ""


def wait(happened: Callable[[], bool], root: Path) -> None:
    start = time.monotonic()
    while not happened():
        assert time.monotonic() - start < PATIENCE, (root / "serve.log").read_text()[-3000:]
        time.sleep(0.3)


def test_a_wrong_catalog_shows_its_report_everywhere_and_mending_brings_the_page_back(root: Path, port: int) -> None:
    good = (root / "resources.yaml").read_text()
    (root / "resources.yaml").write_text(good.replace("cost: free", "cost: fre"))
    for path in ("", "resources/first-guide/", "ar/about/"):
        wait(lambda path=path: "[unknown-value]" in get(port, path), root)
    assert 'http-equiv="refresh"' in get(port, "ar/about/")
    (root / "resources.yaml").write_text(good.replace("First guide", "Mended guide"))
    wait(lambda: "<h1>Mended guide</h1>" in get(port, "resources/first-guide/"), root)
    assert "[unknown-value]" not in get(port, "")


def test_broken_settings_show_their_report_and_mending_brings_the_page_back(root: Path, port: int) -> None:
    good = (root / "mkdocs.yml").read_text()
    for bad, code in (('site_name: "Tiny', "[unclosed-quote]"), ("sitename: Tiny", "[unknown-field]")):
        (root / "mkdocs.yml").write_text(good.replace("site_name: Tiny", bad))
        wait(lambda code=code: code in get(port, "") and code in get(port, "ar/about/"), root)
        assert "mkdocs.yml" in get(port, "resources/first-guide/")
    (root / "mkdocs.yml").write_text(good.replace("site_name: Tiny", "site_name: Mended"))
    wait(lambda: "Mended hub" in get(port, "about/"), root)
    assert "Traceback" not in (root / "serve.log").read_text()


def test_a_page_a_translation_and_a_template_reload(root: Path, port: int) -> None:
    (root / "docs/about.md").write_text(
        (root / "docs/about.md").read_text().replace("People make this.", "Friends make this.")
    )
    wait(lambda: "Friends make this." in get(port, "about/"), root)
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "topics/reading/title"\nmsgid "Reading"\nmsgstr "القراءة"\n'
    (root / "docs/translations").mkdir(exist_ok=True)
    (root / "docs/translations/ar.po").write_text(po)
    wait(lambda: "القراءة" in get(port, "ar/resources/first-guide/"), root)
    (root / "overrides/page.html").write_text('{% extends "main.html" %}{% block main %}<h1>ours</h1>{% endblock %}')
    wait(lambda: "<h1>ours</h1>" in get(port, "about/"), root)
    (root / "overrides/page.html").unlink()
    wait(lambda: "Friends make this." in get(port, "about/"), root)


def test_a_deleted_page_is_gone(root: Path, port: int) -> None:
    (root / "docs/extra.md").write_text("---\ntitle: Extra\ndescription: One more.\n---\nMore.\n")
    wait(lambda: "More." in get(port, "extra/"), root)
    (root / "docs/extra.md").unlink()
    wait(lambda: "More." not in get(port, "extra/"), root)


def test_a_preview_that_begins_with_broken_settings_shows_their_report(tmp_path: Path) -> None:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    good = (root / "mkdocs.yml").read_text().replace('"https://hub.example.org/"', '""')
    (root / "mkdocs.yml").write_text(good.replace("phone: +1 555 0100", "email: x").replace("languages:", "langages:"))
    with serving(root) as free:
        wait(lambda: "[unknown-field]" in get(free, "") and "mkdocs.yml" in get(free, "about/"), root)
        (root / "mkdocs.yml").write_text(good)
        wait(lambda: "First guide" in get(free, "resources/first-guide/"), root)
    assert "Traceback" not in (root / "serve.log").read_text()
