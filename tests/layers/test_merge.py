"""A school's own lines over those below: added, set differently, in their place; each with its own file and line."""

from pathlib import Path

import pytest

from layered import district, own, read, school, told
from small import entry, front

PLACE = entry("pantry", kind="place", topics=["money"])


def titles(root: Path) -> dict[str, str]:
    return {r.id: r.title for r in read(root).file.catalog.resources}


def test_own_resources_come_first_and_own_words_are_added(tmp_path: Path) -> None:
    district(tmp_path)
    extra = {"topics": [{"id": "food", "title": "Food", "summary": "Words."}]}
    root = school(tmp_path, catalog=own(PLACE | {"topics": ["food", "money"]}, **extra))
    assert told(root) == []
    assert list(titles(root)) == ["pantry", "one", "two", "three"]
    assert [t.id for t in read(root).file.catalog.topics] == ["literacy", "money", "food"]


def test_an_override_changes_a_field_or_takes_it_away_and_keeps_the_rest(tmp_path: Path) -> None:
    district(tmp_path, entry("one", year="1999", title="Old"), entry("two", topics=["money"]))
    resources = "  resources:\n    - id: one\n      title: New\n      year:\n"
    catalog = f"override:\n{resources}  topics:\n    - {{id: money, title: Cash}}\n"
    root = school(tmp_path, catalog=catalog)
    assert told(root) == []
    hub = read(root)
    one = hub.file.catalog.resources[0]
    assert (one.id, one.title, one.year, one.publisher) == ("one", "New", None, "Press")
    assert [t.title for t in hub.file.catalog.topics] == ["literacy", "Cash"]


@pytest.mark.parametrize(
    ("catalog", "found"),
    [
        ("override:\n  resources:\n    - {id: one, cost: fre}\n", ["local.yaml:3:23 unknown-value error"]),
        ("override:\n  resources:\n    - {id: one, topics: [mony]}\n", ["local.yaml:3:26 unknown-topic error"]),
        ("override:\n  resources:\n    - {id: one, titel: X}\n", ["local.yaml:3:17 unknown-field error"]),
        ("override:\n  resources:\n    - {id: gone, title: X}\n", ["local.yaml:3:12 gone-below warning"]),
        ("override:\n  resources:\n    - {id: one}\n", ["local.yaml:3:7 too-few error"]),
        ("override:\n  - {id: one, title: X}\n", ["local.yaml:2:3 wrong-shape error"]),
        ("override:\n  resource:\n    - {id: one, title: X}\n", ["local.yaml:2:3 unknown-field error"]),
        (
            "override:\n  resources:\n    - {id: one, title: X}\n    - {id: one, cost: free}\n",
            ["local.yaml:4:12 duplicate-id error"],
        ),
    ],
)
def test_a_slip_in_an_override_has_its_own_line(tmp_path: Path, catalog: str, found: list[str]) -> None:
    district(tmp_path)
    assert told(school(tmp_path, catalog=catalog)) == found


def test_an_id_that_both_have_needs_an_override(tmp_path: Path) -> None:
    district(tmp_path)
    root = school(tmp_path, catalog=own(PLACE, entry("one", title="Mine")))
    problem = next(p for p in read(root).problems)
    assert (str(problem.place), problem.code) == ("local.yaml:24:10", "duplicate-id")
    assert "../district/resources.yaml" in problem.message and "override:" in problem.message


def test_an_own_page_takes_the_place_of_one_below_and_of_its_translations(tmp_path: Path) -> None:
    below = district(tmp_path, files={"docs/about.es.md": front("Acerca"), "docs/index.es.md": front("Inicio")})
    spanish = "  - {locale: es, name: Español}"
    for folder in (
        below,
        school(tmp_path, files={"docs/about.md": front("Ours"), "docs/index.es.md": front("Nuestro")}),
    ):
        path = folder / "mkdocs.yml"
        path.write_text(path.read_text() + f"      {spanish}\n")
    pages = {d.path: (d.meta.title, d.source.file) for d in read(tmp_path / "school").documents}
    assert pages == {
        "about.md": ("Ours", "docs/about.md"),
        "index.md": ("Home", "../district/docs/index.md"),
        "index.es.md": ("Nuestro", "docs/index.es.md"),
    }


def test_numbers_below_stay_and_own_ones_are_beside_them(tmp_path: Path) -> None:
    district(tmp_path, files={"numbers.yaml": "1: resources/one/\n2: resources/two/\n"})
    root = school(tmp_path, "number_prefix: OAK", own(PLACE), files={"numbers.yaml": "OAK-1: resources/pantry/\n"})
    assert told(root) == []
    assert dict(read(root).sheets) == {"1": "resources/one/", "2": "resources/two/", "OAK-1": "resources/pantry/"}
    (root / "numbers.yaml").write_text("2: resources/pantry/\n")
    assert told(root) == ["numbers.yaml:1:1 changed-number error"]


def test_what_is_gone_below_is_a_warning_and_a_slip_an_error(tmp_path: Path) -> None:
    """The numbers of a hub keep a line for each page that ever was."""
    numbers = {"numbers.yaml": "1: resources/topic/old/\n2: resources/lost/\n3: lost/\n"}
    district(tmp_path, files=numbers)
    page = front("Ours", resources=["lost", "one"]) + "[a](resources/lost.md) [b](lost.md) [c](one.md)"
    root = school(tmp_path, catalog=own(PLACE | {"topics": ["money", "old"]}), files={"docs/ours.md": page})
    found = read(root)
    assert [
        f"{p.place} {p.code} {p.severity}" for p in found.problems if p.place.file.startswith(("docs", "local"))
    ] == [
        "docs/ours.md:2:60 gone-below warning",
        "docs/ours.md:4:5 gone-below warning",
        "docs/ours.md:4:28 gone-below warning",
        "docs/ours.md:4:41 broken-link error",
        "local.yaml:12:5 gone-below warning",
    ]
    assert found.document("ours.md", "en").meta.resources == ("one",)
    assert found.file.catalog.resources[0].topics == ("money",)


def test_a_list_that_an_override_empties_is_no_fault_of_the_pages_below(tmp_path: Path) -> None:
    district(tmp_path)
    root = school(tmp_path, catalog="override:\n  resources:\n    - {id: two, topics: [literacy]}\n")
    assert told(root) == []
    hub = read(root)
    assert hub.lost(hub.document("index.md", "en")) == {"resources/topic/money.md"}
