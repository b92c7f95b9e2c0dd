"""What pages and settings ask for by name is there: templates that fit the page."""

from pathlib import Path

import pytest

from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.read import read_documents
from resourcehub.options import Settings
from resourcehub.rules.asked import asked_for
from resourcehub.rules.facts import Facts
from small import front, problems

MYTH = {"fact": "So it is.", "myth": "Not so.", "claims": [{"text": "So.", "sources": ["old-2001"]}]}


@pytest.mark.parametrize(
    ("page", "template", "fits"),
    [
        ("about", "home.html", True),
        ("about", "own.html", True),
        ("about", "hom.html", False),
        ("about", "../home.html", False),
        ("about", "partials/card.html", False),
        ("about", "explainer.html", False),
        ("myths__one", "explainer.html", True),
    ],
)
def test_a_page_asks_for_a_template_that_is_there_and_made_for_its_kind(
    tmp_path: Path, page: str, template: str, fits: bool
) -> None:
    """A site may have templates of its own beside those of the program."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own/own.html").write_text("{% extends 'page.html' %}")
    more = MYTH if page.startswith("myths") else {}
    pages = {"index": front("Home")}
    problems(tmp_path, **pages, **{page: front(template=template, **more)})
    settings = Settings(tmp_path, "en", ("en",), overrides="own")
    found = list(asked_for(settings, Facts(read_catalog(tmp_path)[0], read_documents(tmp_path)[0])))
    assert [p.code for p in found] == ([] if fits else ["unknown-template"])
    assert all(p.place.line == 2 and "delete the line 'template:'" in p.message for p in found)


def test_a_site_without_its_first_page_is_told_before_it_is_built(tmp_path: Path) -> None:
    """A first page in another language, or of a folder, is none: MkDocs would end the build without a cure."""
    problems(tmp_path, about=front("B"), index_es=front("C"), notes__index=front("D"))
    found = list(
        asked_for(Settings(tmp_path, "en", ("en",)), Facts(read_catalog(tmp_path)[0], read_documents(tmp_path)[0]))
    )
    assert [(str(p.place), p.code) for p in found] == [("docs/index.md", "no-home-page")]
