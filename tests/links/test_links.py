"""``hub links`` from end to end: what is visited, what is remembered, what is proposed."""

import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from builds import HUBS
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.visits import FILE, read_records
from resourcehub.cli import links as verb
from resourcehub.cli.main import main
from resourcehub.links import mend
from resourcehub.links.polite import look
from resourcehub.links.visit import Pace

QUICK = Pace(timeout=2, pause=0.01, tries=1)


LOST = """
  - id: lost-guide
    kind: guide
    title: A lost guide
    url: https://example.org/lost
    summary: Words.
    publisher: Press
    topics: [reading]
    audiences: [families]
    languages: [en]
    format: pdf
    cost: free
    added: 2026-01-01
"""


class Handler(BaseHTTPRequestHandler):
    """A site of which one page has moved and one is gone, and an archive that kept that one."""

    def do_GET(self) -> None:
        here = f"http://{self.headers['Host']}"
        if self.path.startswith("/first"):
            self.send_response(301)
            self.send_header("Location", f"{here}/new.pdf")
        elif self.path.startswith("/available"):
            copy = {"available": True, "url": "http://web.archive.org/web/2020/x"}
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"archived_snapshots": {"closest": copy}}).encode())
            return
        else:
            self.send_response(200 if self.path == "/new.pdf" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The tiny hub, its addresses led to a server on this machine."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
    here = f"http://127.0.0.1:{httpd.server_port}"
    root = Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))
    (root / "resources.yaml").open("a").write(LOST)

    def near(number: str) -> bool:
        return number.startswith("127.")

    def visit(addresses, titles, about):
        """Ask the server for the path of each address; its answers stand for those of the true hosts."""
        led = {address: f"{here}/{address.rpartition('/')[2]}" for address in addresses}
        found = look(led.values(), {}, about, QUICK, near)
        return {address: found[led[address]] for address in led}

    monkeypatch.setattr(verb, "look", visit)
    monkeypatch.setattr(mend, "_usable", lambda address: address.startswith("http"))
    monkeypatch.setattr(verb, "copies", lambda asked, about: mend.copies(asked, about, f"{here}/available", near))
    yield root
    httpd.shutdown()
    httpd.server_close()


def run(root: Path, day: str, *more: str):
    env = {"SOURCE_DATE_EPOCH": day}
    return CliRunner().invoke(main, ["links", "--root", str(root), *more], env=env, catch_exceptions=False)


DAYS = ("1767225600", "1768176000")  # 1 and 12 January 2026


def test_after_two_rounds_a_move_and_a_saved_copy_are_proposed_and_a_person_s_check_is_untouched(root: Path) -> None:
    before = (root / "resources.yaml").read_text()
    assert run(root, DAYS[0]).exit_code == 0
    assert (root / "resources.yaml").read_text() == before, "nothing is changed without being asked"
    done = run(root, DAYS[1], "--report", str(root / "report.md"), "--mend")
    assert done.exit_code == 0, done.output
    records, _ = read_records(root)
    assert {record.sort for record in records.values()} == {"moved", "gone"}
    assert all(record.broken for record in records.values() if record.sort == "gone")
    text = (root / "report.md").read_text()
    assert "### They have moved for good" in text and "### They failed on two different days" in text
    entries = {e.id: e.fields for e in read_catalog(root)[0].entries["resources"]}
    assert str(entries["first-guide"]["url"]).endswith("/new.pdf")
    saved = [e for e in entries.values() if e.get("archived") == "https://web.archive.org/web/2020/x"]
    assert saved and "checked" not in str((root / FILE).read_text())


def test_what_was_visited_lately_is_not_asked_again(root: Path) -> None:
    run(root, DAYS[0])
    assert "0 of " in run(root, DAYS[0]).stderr


def test_without_any_answer_nothing_is_noted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "_ENOUGH", 1)
    monkeypatch.setattr(verb, "look", lambda asked, *_: look([], {}) | {a: _silent() for a in asked})
    done = CliRunner().invoke(main, ["links", "--root", str(root)])
    assert done.exit_code == 1 and "is there a network?" in done.output and not (root / FILE).exists()


def _silent():
    from resourcehub.links.verdict import Sort, Verdict

    return Verdict(Sort.SILENT, "no connection")
