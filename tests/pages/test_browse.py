"""Lists by language: one for each language that is read, with everything its readers read."""

from pathlib import Path

from resourcehub.hub import Hub, load
from resourcehub.options import Settings
from resourcehub.outputs.search import search_index
from resourcehub.pages.browse import facets, listings
from resourcehub.pages.filters import choices
from resourcehub.pages.views import view
from small import entry, front, problems

TAGS = {"a": "es", "b": "es-MX", "c": "zh", "d": "zh-CN", "e": "zh-Hant", "f": "mww", "g": "hmn"}


def hub(root: Path) -> Hub:
    resources = (entry(name, languages=[tag], url=f"https://{name}.example.org/") for name, tag in TAGS.items())
    problems(root, *resources, index=front())
    return load(Settings(root, "en", ("en", "es", "zh-Hans", "hmn")))


def test_one_list_and_one_filter_for_each_language_that_is_read(tmp_path: Path) -> None:
    voice = hub(tmp_path).voice("en")
    lists = {
        listing.path.split("/")[-2]: "".join(item.resource.id for item in listing.items)
        for listing in listings(voice)
        if listing.facet == "language"
    }
    assert lists == {"es": "ab", "hmn": "fg", "zh": "cde", "zh-Hans": "cd", "zh-Hant": "ce"}
    counts = {link.path.split("/")[-2]: n for link, n in facets(voice)[3].choices if link.path}
    assert counts == {name: len(ids) for name, ids in lists.items()}
    assert {choice[0] for choice in choices(voice)["language"]} == set(lists)


def test_the_search_filters_by_the_same_languages(tmp_path: Path) -> None:
    index = search_index(hub(tmp_path), "en")
    place = index["fields"].index("language")
    assert [row[place] for row in filter(None, index["docs"]) if row[0].startswith("resources/")] == [
        *(["es"], ["es"], ["zh"], ["zh-Hans"], ["zh-Hant"], ["hmn"], ["hmn"])
    ]
    assert index["reads"] == {"zh": ["zh-Hans", "zh-Hant"], "zh-Hans": ["zh"], "zh-Hant": ["zh"]}


def test_the_page_behind_a_link_is_not_called_foreign_to_who_reads_it(tmp_path: Path) -> None:
    whole = hub(tmp_path)
    own = {"es": "ab", "zh-Hans": "cd", "hmn": "fg"}
    for tag, ids in own.items():
        voice = whole.voice(tag)
        read = [name for name, item in voice.catalog.resources.items() if not view(item, voice).foreign]
        assert "".join(read) == ids, tag
