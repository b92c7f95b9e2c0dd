"""The preview as a browser sees it: it reloads, while the catalog is wrong the report is the page, it stays at home."""

import hashlib
import http.client
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest

from builds import HUBS, TOOLS, run

PATIENCE = 60.0
pytestmark = pytest.mark.xdist_group("serve")  # one server for all


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path_factory.mktemp("serve") / "hub"))
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text().replace('"https://hub.example.org/"', '""'))
    (root / "overrides").mkdir()
    catalog = (root / "resources.yaml").read_text()
    first = catalog[catalog.index("  - id: first-guide") :].split("\n  - id:")[0].replace("first-guide", "extra")
    (root / "resources").mkdir()
    (root / "resources/extra.yaml").write_text(first.replace("First guide", "Extra guide") + "\n")
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


def test_a_file_of_the_catalogs_folder_is_watched(root: Path, port: int) -> None:
    good = (root / "resources/extra.yaml").read_text()
    (root / "resources/extra.yaml").write_text(good.replace("Extra guide", "Other guide"))
    wait(lambda: "<h1>Other guide</h1>" in get(port, "resources/extra/"), root)
    (root / "resources/extra.yaml").write_text(good)


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


def test_the_preview_keeps_the_policy_and_only_its_own_script_runs_besides(root: Path, port: int) -> None:
    page = get(port, "about/")
    script = page[: page.rindex("</script>")].rpartition("<script>")[2]
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert "livereload(" in script
    assert f"script-src 'self' 'sha256-{digest}'" in unescape(page) and "unsafe-inline" not in page


def test_a_preview_that_begins_with_broken_settings_shows_their_report(tmp_path: Path) -> None:
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    good = (root / "mkdocs.yml").read_text().replace('"https://hub.example.org/"', '""')
    (root / "mkdocs.yml").write_text(good.replace("phone: +1 555 0100", "email: x").replace("languages:", "langages:"))
    with serving(root) as free:
        wait(lambda: "[unknown-field]" in get(free, "") and "mkdocs.yml" in get(free, "about/"), root)
        (root / "mkdocs.yml").write_text(good)
        wait(lambda: "First guide" in get(free, "resources/first-guide/"), root)
    assert "Traceback" not in (root / "serve.log").read_text()


OUTSIDE = ("../secret.html", "%2e%2e/secret.html", "resources/..%2f../../secret.html", "..%5csecret.html", "mkdocs.yml")
NAMES = {"evil.example.org": 403, "192.0.2.1:80": 403, "localhost:1": 200, "127.0.0.1": 200}
FAR = ("0.0.0.0:8000", "192.0.2.1:8000", "[::]:8000", "example.org:80", "8000", "localhost:x")


def test_no_path_leads_out_and_no_other_name_leads_in(root: Path, port: int) -> None:
    (root.parent / "secret.html").write_text("a secret")
    for path in OUTSIDE:
        answer = get(port, path)
        assert "a secret" not in answer and "site_name" not in answer, path
    for name, status in NAMES.items():
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        asked.request("GET", "/about/", headers={"Host": name})
        assert asked.getresponse().status == status, name
        asked.close()


@pytest.mark.parametrize("address", FAR)
def test_a_preview_is_for_this_computer_alone(address: str) -> None:
    done = run("hub", "serve", "--root", str(HUBS / "tiny"), "--dev-addr", address)
    assert done.returncode == 1 and done.stderr.count("Error:") == 1 and "Traceback" not in done.stderr
    assert address in done.stderr and "127.0.0.1:8000" in done.stderr


def test_a_port_that_is_taken_is_told(port: int) -> None:
    done = run("hub", "serve", "--root", str(HUBS / "tiny"), "--dev-addr", f"127.0.0.1:{port}")
    assert done.returncode == 1 and "--dev-addr" in done.stderr and "Traceback" not in done.stderr
