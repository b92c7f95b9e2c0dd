"""What is no longer below breaks nothing: each line that names it is a warning, and the site is built without it."""

from pathlib import Path

import pytest

from builds import hub as built
from crawl import Site
from layered import district, hub, own, read, school, told, write
from resourcehub.problems import errors
from small import entry, front

# The numbers of a hub keep a line for each page, resource and list that ever was.
WERE = ("resources/lost/", "resources/topic/old/", "resources/kind/oldkind/", "resources/audience/few/", "lost/")
NUMBERS = {"numbers.yaml": "".join(f"{n}: {address}\n" for n, address in enumerate(WERE, 1))}
MINE = entry("mine", kind="oldkind", topics=["old"], audiences=["few"], related=["lost"], citations=["gone-2000"])
DOORS = [{"title": "A", "text": "B.", "page": "lost.md"}, {"title": "C", "text": "D.", "page": "about.md"}]
OURS = front("Ours", resources=["lost"], words=["word"], sources=["gone-2000"]) + "[a](lost.md) It is so [@gone-2000]."
FILES = {
    "docs/index.md": front("Home", template="home.html", doors=DOORS) + "Words.",
    "docs/ours.md": OURS,
    "docs/lost.es.md": front("Perdida") + "Palabras.",
}


def gone(root: Path) -> Path:
    """Write a school of which each line names what its district no longer has."""
    district(root, files=NUMBERS)
    found = school(root, "footer: [lost.md, about.md]\nhide: {resources: [lost]}\npin: [lost]", own(MINE), files=FILES)
    for folder in (root / "district", found):
        path = folder / "mkdocs.yml"
        path.write_text(path.read_text() + "        - {locale: es, name: Español}\n")
    return found


def test_each_line_that_names_it_is_a_warning_and_the_site_is_built(tmp_path: Path) -> None:
    root = gone(tmp_path)
    found = [p for p in read(root).problems if p.code == "gone-below"]
    assert not errors(read(root).problems)
    lines = {(p.place.file, p.place.line) for p in found}
    assert {file for file, _ in lines} == {"mkdocs.yml", "local.yaml", *FILES}
    assert len(lines) >= 3 + 5 + 1 + 2 + 1
    site = Site(built(root, tmp_path / "site"))
    assert site.dead_links() == []
    assert "/es/lost/" not in site.pages and "/lost/" not in site.pages
    ours = site.pages["/ours/"].tree.xpath("//main")[0].text_content()
    assert "a It is so." in " ".join(ours.split()).replace("so .", "so.") and "@" not in ours
    assert [d.page for d in read(root).document("index.md", "en").meta.doors] == ["about.md"]


def test_a_resource_of_a_kind_that_is_gone_keeps_it_by_its_name(tmp_path: Path) -> None:
    hub_ = read(gone(tmp_path))
    mine = hub_.voice("en").catalog
    assert mine.kinds["oldkind"].title.text == "Oldkind"
    assert (mine.resources["mine"].resource.topics, mine.resources["mine"].resource.audiences) == ((), ())


@pytest.mark.parametrize("option", ["extends: refrence", "extends: [reference, ../nowhere]", "extends: ."])
def test_a_missing_layer_has_one_message_whatever_its_names_are_used_for(tmp_path: Path, option: str) -> None:
    root = hub(tmp_path / "hub", f"{option}\npin: [aptt]\nhide: {{pages: [schools]}}\nfooter: [about.md]")
    page = front("Ours", resources=["aptt"], words=["iep"]) + "[a](about.md) [@epstein-1995]"
    write(root, {"resources.yaml": own(entry("mine", kind="practice", topics=["community"])), "docs/ours.md": page})
    assert [line.split(" ")[1] for line in told(root)] in (["no-layer"], ["layers-in-circle"])


def test_an_own_page_may_take_the_place_of_one_that_explains_words(tmp_path: Path) -> None:
    words = [{"id": "iep", "term": "IEP", "meaning": "A plan."}]
    below = district(tmp_path)
    catalog = (below / "resources.yaml").read_text().replace('"resources"', f'"glossary": {words!s}, "resources"')
    (below / "resources.yaml").write_text(catalog.replace("'", '"'))
    (below / "docs/words.md").write_text(front("Words", words=["iep"]) + "Words.")
    assert not errors(read(school(tmp_path)).problems)
    assert not errors(read(school(tmp_path, files={"docs/words.md": front("Our words") + "Words."})).problems)
