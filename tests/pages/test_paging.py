"""Lists that grow: the numbers of their pages and the values of their facets stay few enough for a phone."""

from dataclasses import replace

import pytest

from builds import HUBS
from resourcehub.hub import Hub, load
from resourcehub.languages.locales import Text
from resourcehub.options import Settings
from resourcehub.pages.browse import LARGEST, MOST, Listing, facets, shelves
from resourcehub.pages.inventory import paths
from resourcehub.pages.voice import Voice


@pytest.fixture(scope="module")
def hub() -> Hub:
    return load(Settings(HUBS / "partial", "en", ("en", "ar")))


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, "1"),
        (3, 7, "1 2 3 4 5 6 7"),
        (1, 8, "1 2 … 8"),
        (2, 8, "1 2 3 … 8"),
        (4, 8, "1 2 3 4 5 … 8"),
        (5, 9, "1 … 4 5 6 … 9"),
        (6, 8, "1 … 5 6 7 8"),
        (188, 188, "1 … 187 188"),
        (94, 188, "1 … 93 94 95 … 188"),
    ],
)
def test_a_pager_shows_the_ends_and_what_is_near(hub: Hub, page: int, pages: int, shown: str) -> None:
    """A gap is no shorter than the number that it would hide."""
    word = Text("All", hub.registry["en"])
    listing = Listing("resources/", word, word, None, (), 0, page=page, pages=pages)
    assert " ".join("…" if n is None else str(n) for n in listing.pager()) == shown


def test_every_page_of_a_list_is_reached_from_the_first(hub: Hub) -> None:
    word = Text("All", hub.registry["en"])
    seen, ahead = set[int](), {1}
    while ahead:
        seen |= ahead
        found = [Listing("resources/", word, word, None, (), 0, page=p, pages=60).pager() for p in ahead]
        ahead = {n for pager in found for n in pager if n} - seen
    assert seen == set(range(1, 61))


def with_topics(hub: Hub, count: int) -> Voice:
    """A voice over a catalog with one resource for each of ``count`` topics, and one more for the last."""
    voice = hub.voice("en")
    item, term = voice.catalog.resources["first-guide"], next(iter(voice.catalog.topics.values()))
    names = [f"t{n}" for n in range(count)]
    items = [
        replace(item, resource=item.resource.model_copy(update={"id": f"r{n}", "topics": (name,)}))
        for n, name in enumerate([*names, names[-1]])
    ]
    topics = {name: replace(term, id=name) for name in names}
    return replace(voice, catalog=replace(voice.catalog, topics=topics, resources={i.resource.id: i for i in items}))


def test_up_to_a_number_a_list_names_all_values(hub: Hub) -> None:
    topics = facets(with_topics(hub, MOST))[1]
    assert topics.path is None and topics.few("resources/") == topics.choices
    assert "resources/topic/" not in list(paths(with_topics(hub, MOST)))


def test_of_more_it_names_the_largest_and_its_own_and_a_page_names_all(hub: Hub) -> None:
    voice = with_topics(hub, MOST + 30)
    topics = facets(voice)[1]
    assert topics.path == "resources/topic/" and topics.path in list(paths(voice))
    few = [link.path for link, _ in topics.few("resources/topic/t44/")]
    assert few == [f"resources/topic/t{n}/" for n in (*range(LARGEST - 1), 44, MOST + 29)]
    assert len(topics.few("resources/")) == LARGEST


def test_a_resource_stands_once_on_the_shelf_of_each_of_its_values(hub: Hub) -> None:
    both = ["first-guide", "second-guide"]
    found = {
        name: {value: [item.resource.id for item in items] for value, items in shelf.items()}
        for name, shelf in shelves(hub.voice("en")).items()
    }
    assert found == {
        "kind": {"guide": both},
        "topic": {"reading": both},
        "audience": {"families": both},
        "language": {"en": both, "ar": ["first-guide"]},
    }
