"""What is hidden is nowhere, and its links are words; what is pinned comes first; names that are none are told."""

from pathlib import Path

import pytest

from layered import district, own, read, school, told
from resourcehub.pages.browse import active, listings
from resourcehub.problems import errors
from small import entry, front


def ids(root: Path) -> list[str]:
    return [r.id for r in read(root).file.catalog.resources]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        ("hide: {resources: [one]}", ["two", "three"]),
        ("hide: {topics: [money]}", ["one", "three"]),
        ("hide: {kinds: [guide]}", []),
        ("hide: {resources: [one, three], topics: [money]}", []),
        ("hide: {pages: [about.md]}", ["one", "two", "three"]),
    ],
)
def test_resources_topics_kinds_and_pages_are_taken_out(tmp_path: Path, options: str, left: list[str]) -> None:
    district(tmp_path)
    root = school(tmp_path, options)
    assert told(root) == []
    assert ids(root) == left


def test_nothing_names_what_is_hidden(tmp_path: Path) -> None:
    more = entry("four", topics=["money", "literacy"], related=["one", "three"])
    district(tmp_path, entry("one", related=["four"]), entry("two", topics=["money"]), entry("three"), more)
    root = school(tmp_path, "hide: {resources: [one], topics: [money], pages: [about]}")
    hub = read(root)
    four = next(r for r in hub.file.catalog.resources if r.id == "four")
    assert (four.related, four.topics) == (("three",), ("literacy",))
    home = hub.document("index.md", "en")
    assert home.meta.resources == ()
    assert hub.lost(home) == {"resources/one.md", "resources/topic/money.md", "about.md"}
    assert [d.key for d in hub.documents] == ["index.md"]
    assert not [p for p in (listing.path for listing in listings(hub.voice("en"))) if "money" in p]
    assert hub.settings.footer == ()


def test_a_folder_of_pages_is_hidden_by_its_name(tmp_path: Path) -> None:
    pages = {f"docs/{name}.md": front(name) for name in ("schools/a", "schools/b", "schoolsx")}
    district(tmp_path, files=pages)
    for word in ("schools", "schools/"):
        root = school(tmp_path, f"hide: {{pages: [{word}]}}")
        assert [d.key for d in read(root).documents] == ["about.md", "index.md", "schoolsx.md"]


def test_what_a_district_hides_and_pins_holds_for_its_schools(tmp_path: Path) -> None:
    below = district(tmp_path, options="hide: {resources: [one]}\npin: [three]")
    assert "one" not in ids(below)
    root = school(tmp_path, "pin: [two]")
    assert told(root) == []
    assert "one" not in ids(root)
    assert read(root).file.pinned == ("two", "three")


def test_pinned_resources_begin_every_list(tmp_path: Path) -> None:
    district(tmp_path)
    root = school(tmp_path, "pin: [three, two]", own(entry("mine")))
    voice = read(root).voice("en")
    assert [item.resource.id for item in active(voice)] == ["three", "two", "mine", "one"]
    families = next(listing for listing in listings(voice) if listing.path.endswith("audience/families/"))
    assert [item.resource.id for item in families.items] == ["three", "two", "mine", "one"]


@pytest.mark.parametrize(
    ("options", "code", "cure"),
    [
        ("hide: {resources: [on]}", "gone-below", "did you mean 'one'?"),
        ("hide: {topics: [none]}", "gone-below", "delete this line"),
        ("hide: {pages: [abuot.md]}", "gone-below", "did you mean 'about.md'?"),
        ("pin: [on]", "gone-below", "did you mean 'one'?"),
        ("pin: [old]", "gone-below", "'two', which has replaced it"),
    ],
)
def test_a_name_that_is_none_is_a_warning_with_its_line(tmp_path: Path, options: str, code: str, cure: str) -> None:
    old = entry("old", status="retired", replaced_by="two")
    district(tmp_path, entry("one"), entry("two", topics=["money"]), old)
    found = read(school(tmp_path, options)).problems
    assert [(p.code, p.severity, p.place.file, p.place.line) for p in found] == [(code, "warning", "mkdocs.yml", 8)]
    assert cure in found[0].message


@pytest.mark.parametrize(
    ("options", "nav", "place"),
    [
        ("hide: {pages: [about.md]}", "nav: [index.md, about.md]\n", "mkdocs.yml:3:17"),
        ("hide: {pages: [about.md]}\nfooter: [about.md]", "", "mkdocs.yml:9:16"),
        ("hide: {pages: [index.md]}", "", "mkdocs.yml:8:22"),
    ],
)
def test_a_hidden_page_stands_in_no_menu_and_the_first_page_is_not_hidden(
    tmp_path: Path, options: str, nav: str, place: str
) -> None:
    district(tmp_path)
    assert told(school(tmp_path, options, nav=nav)) == [f"{place} hidden-in-menu error"]


def test_a_site_may_hide_and_pin_what_is_its_own(tmp_path: Path) -> None:
    root = district(tmp_path, options="hide: {resources: [one]}\npin: [two]")
    assert not errors(read(root).problems) and ids(root) == ["two", "three"]
