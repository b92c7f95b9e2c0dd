"""Rules: each finds what it is for and nothing else; all of them together report a whole hub in one run."""

from pathlib import Path

import pytest

from builds import HUBS
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.read import read_documents
from resourcehub.reports import as_text
from resourcehub.rules.checks import RULES, check
from resourcehub.rules.facts import Facts
from small import codes, entry, found, front, problems, report


def test_a_hub_with_everything_wrong_is_reported_whole_in_one_run() -> None:
    assert as_text(report(HUBS / "wrong")) + "\n" == (HUBS / "wrong.txt").read_text(encoding="utf-8")


def test_a_right_hub_has_no_errors() -> None:
    file, faults = read_catalog(HUBS / "tiny")
    documents, more = read_documents(HUBS / "tiny", locales=("en", "ar", "hmn", "pa"))
    found = [*faults, *more, *check(Facts(file, documents, ("en", "ar", "hmn", "pa"), "en"))]
    assert codes(found) == ["insecure-address"]


def test_every_rule_says_what_it_is() -> None:
    assert all(rule.__doc__ for rule in RULES)


def test_a_missing_title_hides_no_fault_of_meaning_in_the_same_entry(tmp_path: Path) -> None:
    bad = entry("a", kind="giude", listed_at="https://example.org/")
    del bad["title"]
    assert sorted(codes(problems(tmp_path, bad))) == ["missing-field", "two-addresses", "unknown-kind"]


def test_an_id_in_capitals_is_reported_once(tmp_path: Path) -> None:
    assert codes(problems(tmp_path, entry("a", topics=["Literacy"]))) == ["unknown-topic"]


def test_a_title_in_the_place_of_an_id_is_answered_with_the_id(tmp_path: Path) -> None:
    (one,) = problems(tmp_path, entry("a", topics=["Literacy"], audiences=["families"]))
    assert one.message == "unknown topic 'Literacy' (did you mean 'literacy'?)"


def test_replacements(tmp_path: Path) -> None:
    chain = [entry("a", replaced_by="b"), entry("b", replaced_by="c"), entry("c")]
    assert not problems(tmp_path, *chain)
    assert codes(problems(tmp_path, entry("a", replaced_by="a"))) == ["replaced-in-circle"]
    circle = [entry("x", replaced_by="a"), *chain[:2], entry("c", replaced_by="a")]
    assert codes(problems(tmp_path, *circle)) == ["replaced-in-circle"] * 3, "x leads into the circle, but is not in it"
    assert codes(problems(tmp_path, entry("a", status="retired"))) == []


def test_titles_are_compared_within_one_language(tmp_path: Path) -> None:
    assert not problems(tmp_path, index=front("A"), index_es=front("A"), about=front("B"))
    found = problems(tmp_path, index=front("A"), about=front("a"))
    assert codes(found) == ["shared-description", "shared-title"] or codes(found) == [
        "shared-title",
        "shared-description",
    ]


def test_a_translation_stands_beside_its_source(tmp_path: Path) -> None:
    assert codes(problems(tmp_path, index=front("A"), about_es=front("B"))) == ["orphan-translation"]
    assert codes(problems(tmp_path, about=front("B", translates="0123456789ab"))) == ["not-a-translation"]


@pytest.mark.parametrize("catalog", ['resources: [{id: "a}]\n', "resources: {id: a}\n", ""])
def test_a_catalog_that_cannot_be_read_makes_no_link_wrong(tmp_path: Path, catalog: str) -> None:
    nowhere = "there is no page 'nowhere.md': correct the link, or add the page"
    body = "[a](resources/a.md) [b](resources/kind/guide.md) [c](resources/index.md) [d](nowhere.md)\n"
    problems(tmp_path, entry("a"), index=front() + body)
    assert [p.message for p in report(tmp_path) if p.code == "broken-link"] == [nowhere]
    (tmp_path / "resources.yaml").write_text(catalog)
    assert [p.message for p in report(tmp_path) if p.code == "broken-link"] == [nowhere]


def test_an_address_without_https_that_a_person_has_opened_is_known(tmp_path: Path) -> None:
    assert found(tmp_path, "insecure-address", entry("a", url="http://example.org/a")) != []
    known = entry("a", url="http://example.org/a", checked="2026-01-02")
    assert found(tmp_path, "insecure-address", known) == []
