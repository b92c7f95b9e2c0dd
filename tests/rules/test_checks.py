"""Rules: each finds what it is for and nothing else; the guide explains every code, and its examples hold."""

import ast
import re
from pathlib import Path

import pytest

import resourcehub
from builds import HUBS, ROOT, files, hub
from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.read import read_documents, read_statics
from resourcehub.catalog.sheets import Sheets, read_sheets
from resourcehub.catalog.source import read_yaml
from resourcehub.problems import Place
from resourcehub.reports import as_text
from resourcehub.rules.addresses import LOCAL, SHARED, outputs
from resourcehub.rules.bodies import without_code
from resourcehub.rules.checks import NOUNS, RULES, check
from resourcehub.rules.facts import Facts
from resourcehub.shipped import assets
from small import codes, entry, front, problems, report

GUIDE = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/contribute/rules").glob("*.md"))}
HEADINGS = [
    (page, *heading)
    for page, text in GUIDE.items()
    for heading in re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
]
SECTIONS = {code: text for _, code, text in HEADINGS}
EXAMPLES = [
    (code, *match.groups())
    for code, text in SECTIONS.items()
    for match in re.finditer(r"Fails:\n\n```(\w+)\n(.*?)```\n\nPasses:\n\n```\w+\n(.*?)```", text, re.DOTALL)
]


def test_a_hub_with_everything_wrong_is_reported_whole_in_one_run() -> None:
    assert as_text(report(HUBS / "wrong")) + "\n" == (HUBS / "wrong.txt").read_text(encoding="utf-8")


def test_a_right_hub_has_no_errors() -> None:
    file, faults = read_catalog(HUBS / "tiny")
    documents, more = read_documents(HUBS / "tiny", locales=("en", "ar", "hmn", "pa"))
    found = [*faults, *more, *check(Facts(file, documents, ("en", "ar", "hmn", "pa"), "en"))]
    assert codes(found) == ["insecure-address"]


@pytest.mark.parametrize(("code", "language", "fails", "passes"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_the_examples_of_the_guide(tmp_path: Path, code: str, language: str, fails: str, passes: str) -> None:
    results = []
    for number, text in enumerate((fails, passes)):
        root = tmp_path / str(number)
        root.mkdir()
        if language == "markdown":
            results.append(codes(problems(root, index=front() + text)))
            continue
        (root / "example").write_text(text)
        source, faults = read_yaml(root, "example")
        assert source
        example = entry("example") | source.data
        blank = [line.rstrip(":") for line in text.splitlines() if line.endswith(":")]
        for name in [*blank, *(["url"] if "listed_at" in source.data and "url" not in source.data else [])]:
            del example[name]
        other = entry("another", replaced_by="example")
        results.append(codes([*faults, *problems(root, other, example)]))
    assert code in results[0]
    assert code not in results[1]


def test_the_guide_explains_every_code() -> None:
    whole = (HUBS / "wrong.txt").read_text(encoding="utf-8")
    named = ("kinds", "topics", "audiences", "citations", "resources", "glossary")
    used = {f"unknown-{NOUNS[section]}" for section in named} | set(
        re.findall(r"\[([a-z0-9-]+)\]$", whole, re.MULTILINE)
    )
    for path in Path(resourcehub.__file__).parent.rglob("*.py"):
        used |= codes_in(ast.parse(path.read_text(encoding="utf-8")))
    assert used <= set(SECTIONS), used - set(SECTIONS)


def test_every_code_has_its_place_on_one_page_of_the_guide_and_the_first_page_leads_there() -> None:
    assert [(page, code) for page, code, _ in HEADINGS] == sorted((page, code) for page, code, _ in HEADINGS)
    assert len(HEADINGS) == len(SECTIONS)
    first = (ROOT / "docs/contribute/rules.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\* \[`(\S+)`\]\(rules/(\S+)\.md#(\S+)\)$", first, re.MULTILINE)
    assert listed == [(code, page, code) for code, page in sorted((code, page) for page, code, _ in HEADINGS)]


def codes_in(tree: ast.AST) -> set[str]:
    """Return the codes of several words that the code makes problems with; ``wrong.txt`` has the others."""
    makers = ("Problem", "_problem", "_fault", "PydanticCustomError", "_number", "_line")
    words = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
            words += node.args
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            words += node.value.elts[-1:]
    texts = {w.value for w in words if isinstance(w, ast.Constant) and isinstance(w.value, str)}
    return {t for t in texts if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", t)}


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


@pytest.mark.parametrize(
    "name",
    ["page", "topic", "kind", "audience", "language", "search", "api", "index", "es", "zh-hans", "2026"],
)
def test_reserved_ids(tmp_path: Path, name: str) -> None:
    assert codes(problems(tmp_path, entry(name))) == ["reserved-id"]


def test_replacements(tmp_path: Path) -> None:
    chain = [entry("a", replaced_by="b"), entry("b", replaced_by="c"), entry("c")]
    assert not problems(tmp_path, *chain)
    assert codes(problems(tmp_path, entry("a", replaced_by="a"))) == ["replaced-in-circle"]
    circle = [entry("x", replaced_by="a"), *chain[:2], entry("c", replaced_by="a")]
    assert codes(problems(tmp_path, *circle)) == ["replaced-in-circle"] * 3, "x leads into the circle, but is not in it"
    assert codes(problems(tmp_path, entry("a", status="retired"))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about", "about__index"),
        ("index_ar", "ar__index"),
        ("index", "ar__index"),
        ("index_en", "index"),
        ("resources__index", "index"),
        ("resources", "index"),
        ("resources__guide-one", "index"),
        ("resources__kind__guide", "index"),
        ("resources__topic__literacy__index", "index"),
        ("resources__audience__families", "index"),
        ("resources__language__en", "index"),
        ("ar__resources__guide-one", "index"),
    ],
)
def test_two_sources_for_one_page(tmp_path: Path, one: str, other: str) -> None:
    pages = {"index": front("Home"), one: front("One"), other: front("Other")}
    found = [p for p in problems(tmp_path, entry("guide-one"), **pages) if p.code == "two-sources"]
    assert len(found) == 1


def test_a_readme_beside_an_index(tmp_path: Path) -> None:
    found = problems(tmp_path, index=front("A"), README=front("B"))
    assert sorted(codes(found)) == ["bad-page-name", "two-sources"]
    assert "docs/index.md and docs/README.md both make the page /" in as_text(found)


def test_pages_beside_the_catalogs_pages_are_fine(tmp_path: Path) -> None:
    pages = {
        "index": front("A"),
        "index_ar": front("B"),
        "resources__help": front("C"),
        "es__help": front("D"),
    }
    assert not problems(tmp_path, entry("guide-one"), **pages)


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


@pytest.mark.parametrize(
    "body",
    [
        "3 < 4, <3, and `<b>`; ``a ` <b>``\n",
        "```html\n<script>x</script> [@nobody]\n```\n",
        "~~~\n<b>\n```\n~~~\n",
        "<https://example.org/> <office@example.org>\n",
        "[a](mailto:a@example.org) [b](tel:+1555)\n",
        '[c](index.md#b) [d](index.md "note: x") [e](#x) [f]\n\n[f]: index.md\n',
        "[Note]: Data: a story\n",
        "[@old-2001] and [@old-2001; @old-2001] and [ @x ] and \\@x\n",
        "Words {count}.\n\n{: .note #id }\n",
    ],
)
def test_bodies_that_are_fine(tmp_path: Path, body: str) -> None:
    assert not problems(tmp_path, index=front() + body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<b>x</b>\n", "raw-html"),
        ("<!-- x -->\n", "raw-html"),
        ("<script\nsrc=x>\n", "raw-html"),
        ("<img/src=x@y>\n", "raw-html"),
        ("`a\n<div>\n`\n", "raw-html"),
        ("```\n<b>\n", "raw-html"),
        ("``` a b\n<b>\n```\n", "raw-html"),
        ("\\`<b>`\n", "raw-html"),
        ("    <b>\n", "raw-html"),
        ("[a](javascript:x)\n", "script-address"),
        ("[a](JAVA&#115;cript:x)\n", "script-address"),
        ("[a](java\tscript:x)\n", "script-address"),
        ("[a](&#x1;javascript:x)\n", "script-address"),
        ("[a]( <javascript:x>)\n", "script-address"),
        ("![a](data:image/svg+xml,x)\n", "script-address"),
        ("> [a]: javascript:x\n", "script-address"),
        ("[a]:\n  javascript:x\n", "script-address"),
        ("[a](file:///etc/passwd)\n", "bad-address"),
        ("[a](//example.org)\n", "bad-address"),
        ("[a](https://localhost/)\n", "bad-address"),
        ("<https://u:p@example.org/>\n", "address-credentials"),
        ("[a](http://example.org/)\n", "insecure-address"),
        ('[a](a.md){: style="x" }\n', "unsafe-attribute"),
        ("# A {onmouseover=x}\n", "unsafe-attribute"),
        ("[@nobody]\n", "unknown-citation"),
        ("[@old-2001; @nobody]\n", "unknown-citation"),
        ("[@old-2001; nobody]\n", "bad-citation"),
        ("[@Old]\n", "bad-citation"),
        ("a\u202eb\n", "bidi-override"),
        ("a\x08b\n", "control-character"),
    ],
)
def test_bodies_with_a_fault(tmp_path: Path, body: str, code: str) -> None:
    assert code in codes(problems(tmp_path, index=front() + body))


def test_places_in_a_body_are_those_of_the_file(tmp_path: Path) -> None:
    found = problems(tmp_path, index=front() + "One.\n\nTwo <b>.\n")
    assert [p.place for p in found] == [Place("docs/index.md", 6, 5)]


def test_code_keeps_every_place(tmp_path: Path) -> None:
    text = "a `b` c\n```x\ny\n```\nz ``q ` r`` s\n"
    assert without_code(text) == "a     c\n    \n \n   \nz           s\n"


def test_a_hostile_body_takes_no_more_than_its_size(tmp_path: Path) -> None:
    for piece in ("`a", "```x\n", "[", "[@", "{", "{a", "](", "]: ", "<", "<a@", "`", "[a](<"):
        found = problems(tmp_path, index=front() + piece * 100_000)
        assert sum(p.severity == "error" for p in found) <= 1000


@pytest.mark.parametrize("catalog", ['resources: [{id: "a}]\n', "resources: {id: a}\n", ""])
def test_a_catalog_that_cannot_be_read_makes_no_link_wrong(tmp_path: Path, catalog: str) -> None:
    body = "[a](resources/a.md) [b](resources/kind/guide.md) [c](resources/index.md) [d](nowhere.md)\n"
    problems(tmp_path, entry("a"), index=front() + body)
    assert [p.message for p in report(tmp_path) if p.code == "broken-link"] == ["there is no page 'nowhere.md'"]
    (tmp_path / "resources.yaml").write_text(catalog)
    assert [p.message for p in report(tmp_path) if p.code == "broken-link"] == ["there is no page 'nowhere.md'"]


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("404.html", "the site's own file '404.html'"),
        ("about/qr.png", "the site's own file 'about/qr.png'"),
        ("sitemap.xml", "the site's own file 'sitemap.xml'"),
        ("sitemap-ar.xml", "the site's own file 'sitemap-ar.xml'"),
        ("assets/hub.css", "the site's own file 'assets/hub.css'"),
        ("assets/search/engine.js", "the site's own file 'assets/search/engine.js'"),
        ("search/index.json", "the site's own file 'search/index.json'"),
        ("search/index.ar.json", "the site's own file 'search/index.json'"),
        ("ar/search/index.json", "the site's own file 'search/index.json'"),
        ("search/index.html", "the page of search results (resources.yaml)"),
        ("resources/one/index.html", "resource 'one' (resources.yaml:"),
        ("resources/page/2/index.html", "a further page of a list (resources.yaml)"),
        ("resources/kind/guide/page/3.md", "a further page of a list (resources.yaml)"),
        ("12/README.html", "sheet 12 (numbers.yaml)"),
        ("about/index.html", "docs/about.md"),
        ("about/index.ar.html", "docs/about.md"),
        ("index.html", "docs/index.md"),
    ],
)
def test_a_file_in_the_place_of_what_the_site_makes(tmp_path: Path, file: str, owner: str) -> None:
    problems(tmp_path, entry("one"), index=front("A"), about=front("B"))
    path = tmp_path / "docs" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(front("C"))
    found = [p for p in report(tmp_path, Sheets({"12": "about/"})) if p.code == "two-sources"]
    assert len(found) == 1 and found[0].place.file == f"docs/{file}"
    assert found[0].message.startswith(f"docs/{file} and {owner}")


def test_other_files_are_fine(tmp_path: Path) -> None:
    problems(tmp_path, index=front("A"))
    for name in ("robots.txt", "assets/logo.svg", "sheets/one.pdf", "sheets/one.ar.pdf", ".hidden/404.html"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("x")
    assert codes(report(tmp_path)) == ["unused-citation"]


def test_every_page_and_file_of_a_site_is_known_to_the_rule(tmp_path: Path) -> None:
    tags, root = ("en", "ar", "hmn", "pa"), HUBS / "tiny"
    file, _ = read_catalog(root)
    sheets, _ = read_sheets(root)
    documents, _ = read_documents(root, locales=tags)
    facts = Facts(file, documents, tags, sheets=sheets, statics=read_statics(root), assets=assets())
    known = {output.address for output in outputs(facts)}
    built = {path.removesuffix("index.html") for path in files(hub(root, tmp_path / "site"))}
    assert built - known == set()
    assert {*LOCAL, *SHARED} <= built
