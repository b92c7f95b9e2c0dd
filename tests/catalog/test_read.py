"""Files become a catalog and documents; shape is checked part by part, so that one fault hides no other."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import jsonschema
import pytest

from resourcehub.catalog.entries import CatalogFile, read_catalog
from resourcehub.catalog.front import Explainer, Page
from resourcehub.catalog.model import Resource
from resourcehub.catalog.read import Document, read_documents
from resourcehub.catalog.source import fingerprint
from resourcehub.problems import Place, Problem
from resourcehub.rules.checks import check
from resourcehub.rules.facts import Facts

GOOD: dict[str, Any] = {
    "id": "one",
    "kind": "guide",
    "title": "One",
    "url": "https://example.org/",
    "summary": "Words.",
    "publisher": "Press",
    "topics": ["reading"],
    "audiences": ["families"],
    "languages": ["en"],
    "format": "pdf",
    "cost": "free",
    "added": "2026-01-01",
}
WEB = ("url", "publisher", "languages", "format")
HERE = {"phone": "+1 510 555 0100", "street": "1 Main Street", "hours": "Mon 9:00-12:00", "spoken": ["es", "en"]}
PLACE = {name: value for name, value in GOOD.items() if name not in WEB} | HERE
VOCABULARY = {
    name: [{"id": word, "title": word, "summary": "Words."}]
    for name, word in (("kinds", "guide"), ("topics", "reading"), ("audiences", "families"))
}


def catalog(root: Path, *resources: object, **more: object) -> tuple[CatalogFile, list[Problem]]:
    data = VOCABULARY | {"resources": list(resources)} | more
    (root / "resources.yaml").write_text(json.dumps(data, ensure_ascii=False, indent=1))  # JSON is YAML
    return read_catalog(root)


def page(root: Path, path: str, text: str = "---\ntitle: A\ndescription: B.\n---\nWords.\n") -> None:
    (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "docs" / path).write_text(text)


def documents(root: Path, **options: Any) -> tuple[dict[str, Document], list[Problem]]:
    found, problems = read_documents(root, **options)
    return {d.path: d for d in found}, problems


def test_a_good_catalog_is_read_whole_with_the_place_of_each_entry(tmp_path: Path) -> None:
    file, problems = catalog(tmp_path, GOOD, GOOD | {"id": "two"})
    assert not problems
    assert [r.id for r in file.catalog.resources] == ["one", "two"]
    text = (tmp_path / "resources.yaml").read_text()
    assert '"two"' in text.splitlines()[file.places["resources", "two"].line]


def test_a_misshapen_entry_hides_nothing_and_is_still_known(tmp_path: Path) -> None:
    bad = {k: v for k, v in GOOD.items() if k != "title"} | {"id": "two", "cots": "free"}
    file, problems = catalog(tmp_path, GOOD | {"related": ["two"]}, bad, GOOD | {"id": "three", "format": "pfd"})
    assert [p.code for p in problems] == ["missing-field", "unknown-field", "unknown-value"]
    assert [r.id for r in file.catalog.resources] == ["one"]
    assert ("resources", "two") in file.places
    assert not [p for p in check(Facts(file)) if p.code.startswith("unknown")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": None}, "'title' is missing: add a line 'title: …' [missing-field]"),
        ({"tilte": "x"}, "unknown field 'tilte' (did you mean 'title'?) [unknown-field]"),
        (
            {"cost": "fre"},
            "cost: 'fre' is none of free, partly-free, paid, unknown (did you mean 'free'?) [unknown-value]",
        ),
        ({"login": "None"}, "(did you mean 'none'?) [unknown-value]"),
        ({"login": ["none"]}, "'login' must be one text, not a list or a group of fields [wrong-shape]"),
        ({"title": ["x"]}, "'title' must be one text, not a list or a group of fields [wrong-shape]"),
        ({"topics": "reading"}, "'topics' must be a list: write [one, two], or each on a line of its own"),
        ({"topics": []}, "'topics' needs at least 1: add what is missing [too-few]"),
        ({"year": ["x"]}, "'year' must be one number [wrong-shape]"),
        ({"editions": ["x"]}, "this must be a group of fields, such as 'id: reading' and 'title: Reading'"),
        (
            {"editions": [{"language": "es", "ulr": "x"}]},
            "unknown field 'ulr' (did you mean 'url'?) [unknown-field]",
        ),
        ({"added": "2999-01-01"}, "added: 2999-01-01 lies more than a day in the future: check the year"),
        (
            {"summary": "<b>"},
            "summary: HTML is not allowed here: write plain words instead of '<b>' [raw-html]",
        ),
        (
            {"id": "A\x1b B"},
            "id: 'A? B' is no id: use small letters, digits and single hyphens, 80 at most [bad-id]",
        ),
    ],
)
def test_faults_of_shape_in_plain_words(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    _, problems = catalog(tmp_path, {k: v for k, v in (GOOD | change).items() if v is not None})
    assert any(message in str(p) for p in problems), problems


def test_the_fields_of_a_citation_are_named_as_in_csl(tmp_path: Path) -> None:
    bad = {"id": "x", "type": "report", "title": "X", "container_title": "Y", "Url": "https://example.org/"}
    _, problems = catalog(tmp_path, citations=[bad])
    assert "unknown field 'container_title' (did you mean 'container-title'?)" in str(problems[0])


def test_files_that_are_no_catalog(tmp_path: Path) -> None:
    codes = {}
    for text in (
        "",
        "# nothing\n",
        "- a\n",
        "words\n",
        "a: [\n",
        "topics: x\n",
        "topcis: []\n",
        "topics: [a]\n",
    ):
        (tmp_path / "resources.yaml").write_text(text)
        codes[text] = [p.code for p in read_catalog(tmp_path)[1]]
    assert list(codes.values()) == [
        ["empty-file"],
        ["empty-file"],
        ["wrong-shape"],
        ["wrong-shape"],
        ["unclosed-bracket"],
        ["wrong-shape"],
        ["unknown-field"],
        ["wrong-shape"],
    ]


def test_a_catalog_that_cannot_be_read_makes_no_id_unknown(tmp_path: Path) -> None:
    front = "---\ntitle: A\ndescription: B.\ntopics: [reading]\nsources: [x]\n---\n[@x]\n"
    page(tmp_path, "index.md", front)
    (tmp_path / "resources.yaml").write_text("topics: [\n")
    file, _ = read_catalog(tmp_path)
    assert not list(check(Facts(file, read_documents(tmp_path)[0])))


def test_pages_know_their_key_locale_and_kind(tmp_path: Path) -> None:
    more = "fact: C.\nmyth: D.\nclaims: [{text: E., sources: [f]}]\n"
    explainer = f"---\ntitle: A\ndescription: B.\n{more}---\nWords.\n"
    for path in (
        "index.md",
        "a.es.md",
        "a.b/c.md",
        "myths/index.md",
        "myths/index.es.md",
        "translations/x.md",
    ):
        page(tmp_path, path)
    for path in ("myths/one.md", "myths/one.es.md"):
        page(tmp_path, path, explainer)
    page(tmp_path, ".hidden/x.md")
    found, problems = documents(tmp_path)
    assert not problems
    assert {p: (d.key, d.locale, type(d.meta)) for p, d in found.items()} == {
        "index.md": ("index.md", "en", Page),
        "a.es.md": ("a.md", "es", Page),
        "a.b/c.md": ("a.b/c.md", "en", Page),
        "myths/index.md": ("myths/index.md", "en", Page),
        "myths/index.es.md": ("myths/index.md", "es", Page),
        "myths/one.md": ("myths/one.md", "en", Explainer),
        "myths/one.es.md": ("myths/one.md", "es", Explainer),
    }
    one = found["myths/one.md"]
    assert (one.body, one.lines_before, one.fingerprint) == ("Words.\n", 7, fingerprint(explainer))


@pytest.mark.parametrize(
    "name",
    ["intro.ai.md", "intro.ES.md", "intro.pt_BR.md", "intro.min.md", "library.min.js", "intro.zh-Hant.md"],
)
def test_a_suffix_that_looks_like_an_undeclared_language(tmp_path: Path, name: str) -> None:
    page(tmp_path, name)
    found, problems = documents(tmp_path, locales=("en", "es", "zh-Hans"))
    assert not found
    assert [(p.code, p.place) for p in problems] == [("undeclared-locale", Place(f"docs/{name}"))]


def test_files_of_languages_that_the_site_has_not_wait_and_are_told_of_in_one_line(tmp_path: Path) -> None:
    for name in ("intro.ar.md", "other.ar.md", "sheet.vi.pdf", "intro.md", "intro.ai.md"):
        page(tmp_path, name)
    found, problems = documents(tmp_path, locales=("en", "es"), known={"ar", "vi"}.__contains__)
    assert list(found) == ["intro.md"]
    assert [(p.code, p.severity) for p in problems] == [("undeclared-locale", "error"), ("waiting-files", "warning")]
    assert "(ar: 2, vi: 1)" in problems[1].message


def test_a_page_with_faults_is_still_known(tmp_path: Path) -> None:
    page(tmp_path, "a.md", "---\ntitle: A\n---\nWords.\n")
    page(tmp_path, "b.md", "---\ntitle: A: b\n---\nWords.\n")
    page(tmp_path, "myths/c.md", "---\ntitle: A\ndescription: B.\n---\nWords.\n")
    (tmp_path / "docs/d.md").write_bytes(b"\xff")
    found, problems = documents(tmp_path)
    assert list(found) == ["a.md", "b.md", "d.md", "myths/c.md"]
    assert [(p.place.file, p.code) for p in problems] == [
        ("docs/a.md", "missing-field"),
        ("docs/b.md", "unquoted-colon"),
        ("docs/d.md", "not-utf-8"),
        *[("docs/myths/c.md", "missing-field")] * 3,
    ]


def test_a_missing_folder_of_pages(tmp_path: Path) -> None:
    assert [p.code for p in documents(tmp_path)[1]] == ["missing-file"]


def variants() -> Iterator[dict[str, Any]]:
    """Yield the good resource with each field left out, made another kind of thing, good and bad."""
    values: tuple[Any, ...] = (
        "",
        "x",
        "2026-01-01",
        "2026",
        "7",
        "pdf",
        "free",
        "none",
        "es",
        "K-12",
        "https://example.org/x",
    )
    values += (
        "A b",
        "012",
        "٢٠١٤",
        "x" * 300,
        [],
        ["x"],
        ["A b"],
        {"a": "b"},
        [{"language": "es", "url": "https://example.org/"}],
    )
    yield GOOD
    yield GOOD | {"more": "x"}
    for good in (GOOD, PLACE):
        for name in (*Resource.model_fields, "more"):
            yield {k: v for k, v in good.items() if k != name}
            yield from (good | {name: value} for value in values)


def test_reader_and_json_schema_accept_the_same_resources(tmp_path: Path) -> None:
    schema = jsonschema.Draft202012Validator(Resource.model_json_schema())
    schema.check_schema(schema.schema)
    rows = list(variants())
    file, problems = catalog(tmp_path, *rows)
    entries = [(i, entry.fields) for i, entry in enumerate(file.entries["resources"])]
    problems += [p for p in check(Facts(file)) if p.code.endswith(("address", "addresses", "no-place"))]
    starts = [entry.place().line for entry in file.entries["resources"]]
    for (index, entry), start, end in zip(entries, starts, [*starts[1:], 10**9], strict=True):
        reader = not [p for p in problems if start <= p.place.line < end and p.severity == "error"]
        assert reader == schema.is_valid(entry), (rows[index], entry, list(schema.iter_errors(entry)))


def test_a_place_needs_no_website_and_speaks_the_languages_of_its_staff(tmp_path: Path) -> None:
    file, problems = catalog(tmp_path, PLACE)
    found = file.catalog.resources[0]
    assert not [*problems, *check(Facts(file))]
    assert (found.languages, found.format, found.publisher, found.where) == (("es", "en"), "place", None, HERE["phone"])


def own(n: int) -> dict[str, Any]:
    return {"id": f"resource-{n}", "title": f"Title {n}", "url": f"https://example.org/{n}"}


def test_a_thousand_resources_are_read_in_two_seconds(tmp_path: Path) -> None:
    catalog(tmp_path, *(GOOD | own(n) | {"details": "Words. " * 50} for n in range(1000)))
    start = process_time()
    file, problems = read_catalog(tmp_path)
    problems += check(Facts(file))
    assert not problems and len(file.catalog.resources) == 1000
    assert process_time() - start < 2


def test_a_word_that_a_thousand_resources_name_and_none_is_has_one_message(tmp_path: Path) -> None:
    file, _ = catalog(tmp_path, *(GOOD | own(n) | {"related": ["resource-x"]} for n in range(1000)))
    (problem,) = check(Facts(file))
    assert problem.message.startswith("1000 places, such as ")
