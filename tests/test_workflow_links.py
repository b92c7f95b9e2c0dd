"""The weekly look at addresses: what was seen is kept on the main branch, and only the catalog is changed."""

from pathlib import Path

import pytest

from test_workflow_intake import asked, do, here  # noqa: F401

PATCH = """diff --git a/{name} b/{name}
--- a/{name}
+++ b/{name}
@@ -1,2 +1,3 @@
 resources:
   - id: a
+    url: https://example.org/
"""


def laid_aside(root: Path, name: str = "") -> None:
    folder = root.parent / "links"
    folder.mkdir()
    (folder / "links.json").write_text("{}\n")
    (folder / "report.md").write_text("Words.\n")
    (folder / "change.patch").write_text(PATCH.format(name=name) if name else "")


def test_what_was_seen_is_kept_and_a_change_of_the_catalog_is_proposed(here: Path) -> None:  # noqa: F811
    laid_aside(here, "resources.yaml")
    done = do("mend", "Keep what was seen", here, workflow="links")
    assert done.returncode == 0, done.stderr
    assert (here / "links.json").read_text() == "{}\n" and "url:" in (here / "resources.yaml").read_text()
    assert asked(here)[-1].startswith("pr create --head links")


def test_without_a_change_nothing_is_proposed(here: Path) -> None:  # noqa: F811
    laid_aside(here)
    assert do("mend", "Keep what was seen", here, workflow="links").returncode == 0
    assert (here.parent / "pushed").exists() and not (here.parent / "asked").exists()


def test_nothing_but_the_catalog_is_changed(here: Path) -> None:  # noqa: F811
    laid_aside(here, "mkdocs.yml")
    done = do("mend", "Keep what was seen", here, workflow="links")
    assert done.returncode == 1 and "More than the catalog" in done.stdout and not (here.parent / "asked").exists()


@pytest.mark.parametrize(("old", "verb"), [("", "issue create"), ("34\n", "issue edit 34")])
def test_one_issue_is_written_anew(here: Path, old: str, verb: str) -> None:  # noqa: F811
    laid_aside(here)
    (here.parent / "issues").write_text(old)
    assert do("tell", "Tell", here, workflow="links").returncode == 0
    assert asked(here)[-1].startswith(verb)
