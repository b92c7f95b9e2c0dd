"""Pages lead to what stands: retired, expired and draft resources are named; nothing is named twice."""

from pathlib import Path

import pytest

from resourcehub.hub import Hub, load
from resourcehub.options import Settings
from resourcehub.pages.authored import document_view
from resourcehub.pages.browse import listings
from resourcehub.pages.inventory import entries, newest
from resourcehub.pages.views import view
from small import entry, found, front, problems

GONE = [{"status": "retired"}, {"expires": "2001-01-01"}]
PAGE = front(resources=["a", "b"]) + "\n[A](resources/a.md) and [B](resources/b.md)\n"


def other() -> dict[str, object]:
    return entry("b", related=["a"], url="https://b.example.org/", topics=["literacy"])


@pytest.mark.parametrize("gone", GONE, ids=["retired", "expired"])
def test_what_is_over_stands_on_no_card_and_in_no_list(tmp_path: Path, gone: dict[str, str]) -> None:
    problems(tmp_path, entry("a", related=["b"], replaced_by="b", **gone), other(), index=PAGE)
    hub = load(Settings(tmp_path, "en", ("en",)))
    voice = hub.voice("en")
    shown = {i.resource.id for listing in listings(voice) for i in listing.items}
    page = document_view(hub.document("index.md", "en"), hub.documents, voice)
    assert shown == {"b"}
    assert [card.id for card in page.resources] == ["b"]
    assert [card.id for card in newest(voice)] == ["b"]
    assert [link.path for link in entries(hub.documents, voice)] == ["resources/b/"]
    assert view(voice.catalog.resources["b"], voice).related == ()
    own = view(voice.catalog.resources["a"], voice)
    assert own.over and own.replaced_by and own.replaced_by.path == "resources/b/"
    assert (own.last_day is not None) == ("expires" in gone)


def test_the_last_of_several_replacements_is_named(tmp_path: Path) -> None:
    problems(
        tmp_path,
        entry("a", status="retired", replaced_by="b"),
        entry("b", status="retired", replaced_by="c"),
        entry("c"),
        index=front(),
    )
    voice = _hub(tmp_path).voice("en")
    link = view(voice.catalog.resources["a"], voice).replaced_by
    assert link and link.path == "resources/c/"


def _hub(root: Path) -> Hub:
    return load(Settings(root, "en", ("en",)))


@pytest.mark.parametrize("gone", GONE, ids=["retired", "expired"])
def test_who_still_names_what_is_over_is_told(tmp_path: Path, gone: dict[str, str]) -> None:
    places = found(tmp_path, "gone-resource", entry("a", **gone), other(), index=PAGE)
    assert [place.split(":")[0] for place in places] == ["docs/index.md", "docs/index.md", "resources.yaml"]
    assert found(tmp_path, "gone-resource", entry("a"), other(), index=PAGE) == []


def test_the_message_names_what_takes_its_place(tmp_path: Path) -> None:
    told = problems(tmp_path, entry("a", status="retired", replaced_by="b"), other(), index=PAGE)
    assert told[0].message == "'a' was retired, and no card shows it; 'b' takes its place: take the name out here"


def test_a_link_to_a_draft_is_an_error_and_a_name_of_one_a_warning(tmp_path: Path) -> None:
    told = problems(tmp_path, entry("a", status="draft"), other(), index=PAGE)
    assert [p.severity for p in told if p.code == "draft-resource"] == ["warning", "error", "warning"]


@pytest.mark.parametrize("field", ["topics", "audiences", "languages", "citations", "authors", "related"])
def test_a_name_that_stands_twice(tmp_path: Path, field: str) -> None:
    name = {"topics": "literacy", "audiences": "families", "languages": "en", "citations": "old-2001", "related": "b"}
    told = problems(tmp_path, entry("a", **{field: [name.get(field, "x")] * 2}), entry("b", related=["a"]))
    assert [(p.severity, p.message) for p in told if p.code == "named-twice"] == [
        ("warning", f"'{field}' names '{name.get(field, 'x')}' twice: take out one of the two")
    ]
