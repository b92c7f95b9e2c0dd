"""What stands behind the words: a claim names its source, a citation is used, a resource is met on a page."""

from pathlib import Path

import pytest

from builds import ROOT
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.read import read_documents
from resourcehub.rules.evidence import RULES, blocks
from resourcehub.rules.facts import Facts
from small import codes, entry, found, front, problems


@pytest.mark.parametrize(
    "claim",
    [
        "Most parents, 80 percent, agree.",
        "It costs $5 a year.",
        "Research tells us so.",
        "Two studies say so.",
        "This shows that it helps.",
        "One.\n\n* Two.\n* Scholars say so.",
        "Reading at home shows higher scores.",
        "A group found less absence.",
        "Nine in ten families agree.",
        "Say it to 15 of every 100 parents.",
        "Ninety percent agree.",
        "About two thirds come, and a third of them stay.",
        "A meta-analysis says so.",
        "It is proven.",
        "[A study](https://example.org/) shows more.",
        "A [brief](resources/one.md) says so. Studies agree.",
        "They do not prove it. They shows much.",
        "| Who | What |\n| --- | --- |\n| [A brief](resources/one.md) | studies |\n| Other studies | more |",
    ],
)
def test_a_claim_without_a_source_is_reported(tmp_path: Path, claim: str) -> None:
    assert len(found(tmp_path, "no-source", index=front() + claim + "\n\nOther words [@old-2001].\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Most parents, 80 percent, agree [@old-2001].",
        "Show the way; the page shows a card; lost and found.",
        "We found no study of this.",
        "The studies do not prove it.",
        "A brief finds [support](resources/one.md) in studies.",
        "See [what studies say](other.md).",
        "# Research",
        "This page shows a card, the site then shows it, and `hub status` shows more.",
        "Look in the lost and found. The list can be found there, and is found in all schools.",
        "You found a mistake? The check says what it finds.",
        "Find a quiet place to study, at grade 3 in 2006, one of eight.",
        "There is no evidence for it.",
        "The respect shows in small things. It takes a quarter of an hour.",
        "Write `5 percent`.",
    ],
)
def test_what_is_no_claim_or_has_its_source(tmp_path: Path, text: str) -> None:
    other = front("B")
    assert found(tmp_path, "no-source", entry("one"), index=front() + text + "\n", other=other) == []


def test_words_of_another_language_are_not_read_as_english(tmp_path: Path) -> None:
    assert found(tmp_path, "no-source", index=front("A"), index_es=front("B") + "study\n") == []


def test_a_block_knows_its_line(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(front() + "One\ntwo.\n\n* three\n  more\n* four\n\n## five\nsix\n")
    (document,), _ = read_documents(tmp_path)
    assert list(blocks(document)) == [(4, "One\ntwo."), (7, "* three\n  more"), (9, "* four"), (11, "## five\nsix")]


def test_a_citation_that_nothing_names(tmp_path: Path) -> None:
    assert found(tmp_path, "unused-citation", index=front()) == ["resources.yaml:24:3"]
    assert found(tmp_path, "unused-citation", index=front() + "Words [@old-2001].\n") == []
    assert found(tmp_path, "unused-citation", index=front(sources=["old-2001"])) == []
    assert found(tmp_path, "unused-citation", entry("one", citations=["old-2001"])) == []


def test_related_leads_both_ways(tmp_path: Path) -> None:
    one, two = entry("one", related=["two"]), entry("two")
    assert len(found(tmp_path, "one-way-related", one, two)) == 1
    assert found(tmp_path, "one-way-related", one, two | {"related": ["one"]}) == []


def test_one_page_explains_each_word(tmp_path: Path) -> None:
    def check(**pages: str) -> list[str]:
        return codes(problems(tmp_path, words=("iep", "elpac"), **pages))

    both, one = front(words=["iep", "elpac"]), front("B", words=["iep"])
    assert check(index=both, index_es=front("C", words=["iep"])) == [], "translations follow their source page"
    assert check(index=both, other=one) == ["explained-twice"]
    assert check(index=front(words=["iep", "iep", "elpac"]), other=front("B")) == ["explained-twice"]
    assert check(index=front(), other=one, index_es=front("C", words=["elpac"])) == ["unexplained-word"]
    assert check(index=both, other=front("B", words=["ielp"]), index_es=front("C")) == ["unknown-word"]


def test_a_resource_is_met_on_a_page_and_not_only_through_another(tmp_path: Path) -> None:
    one, two, three = entry("one", related=["two"]), entry("two", related=["one"]), entry("three")
    page = front() + "[One](resources/one.md) [all guides](resources/kind/guide.md)\n"
    named = front("B", resources=["two", "three"])
    assert len(found(tmp_path, "unmet-resource", one, two, three, index=page)) == 2
    assert len(found(tmp_path, "unmet-resource", one, two, three | {"status": "retired"}, index=page)) == 1
    assert found(tmp_path, "unmet-resource", one, two, three, index=page, other=named) == []
    assert found(tmp_path, "unmet-resource", one, two, three, index=front(), other=front("B")) == [], "a hub of lists"


def test_the_reference_hub_has_none_of_these() -> None:
    file, _ = read_catalog(ROOT)
    documents, _ = read_documents(ROOT, locales=("en", "es", "ar", "zh-Hans", "hmn"))
    assert codes([p for rule in RULES for p in rule(Facts(file, documents))]) == []
