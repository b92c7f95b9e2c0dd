"""Every problem has a place and a cure: one mistake in a good hub makes one message, with its line and a way out.

``tests/hubs/good`` has no fault, not even a warning. Each row is a mistake that a person makes in it: the file, what
stood there, what stands there now, and of the one message the line, the code and words of the cure. Where another file
is wrong because of it, the place is told as ``file:line``.
"""

import shutil
from pathlib import Path

import pytest

from builds import HUBS
from resourcehub.hub import load
from resourcehub.problems import Problem
from resourcehub.settings.core import read_settings, settings_of, usable

CATALOG, SECOND, NUMBERS, SITE = "resources.yaml", "resources/second.yaml", "numbers.yaml", "mkdocs.yml"
HOME, ABOUT, OTHER, MYTH = "docs/index.md", "docs/about.md", "docs/about.es.md", "docs/myths/books.md"
WORDS, PO, TONGUES = "docs/families/words.md", "docs/translations/es.po", "docs/translations/locales.yaml"

# file, old, new, line (or another place), code, a part of the cure
MISTAKES = [
    # The catalog and its folder
    (CATALOG, "kind: guide\n", "kind: giude\n", 18, "unknown-kind", "did you mean 'guide'"),
    (CATALOG, "topics: [reading]", "topics: [readin]", 24, "unknown-topic", "did you mean 'reading'"),
    (CATALOG, "audiences: [families]", "audiences: [famlies]", 25, "unknown-audience", "did you mean 'families'"),
    (CATALOG, "citations: [old-2001]", "citations: [old-2011]", 31, "unknown-citation", "did you mean 'old-2001'"),
    (CATALOG, "related: [second]", "related: [secund]", 33, "unknown-resource", "did you mean 'second'"),
    (CATALOG, "    publisher: Example Press\n", "", 17, "missing-field", "add a line 'publisher: …'"),
    (CATALOG, "    url: https://example.org/first\n", "", 17, "no-address", "give its address"),
    (CATALOG, "publisher:", "publsher:", 22, "unknown-field", "did you mean 'publisher'"),
    (CATALOG, "year: 2014", "year: 14", 23, "bad-year", "four digits"),
    (CATALOG, "year: 2014", "year: 2096", 23, "future-date", "check it"),
    (CATALOG, "2026-01-15", "15.1.2026", 32, "bad-date", "year-month-day"),
    (CATALOG, "2026-01-15", "2026-02-30", 32, "bad-date", "no day of the calendar"),
    (CATALOG, "grades: K-12", "grades: 12-K", 26, "bad-grades", "lower grade comes first"),
    (CATALOG, "languages: [en, es]", "languages: [en, Spanish]", 27, "bad-language", "did you mean 'es'"),
    (CATALOG, "languages: [en, es]", "languages: [en, xx]", 27, "no-language", "correct it"),
    (CATALOG, "format: pdf", "format: PDF", 28, "unknown-value", "did you mean 'pdf'"),
    (CATALOG, "pages: 12", "pages: a dozen", 29, "bad-number", "digits only"),
    (CATALOG, "https://example.org/first", "http://example.org/first", 20, "insecure-address", "write https"),
    (CATALOG, "https://example.org/first", "www.example.org/first", 20, "bad-address", "https://www.example.org"),
    (CATALOG, "https://example.org/first", "https://a:b@example.org/", 20, "address-credentials", "take it out"),
    (CATALOG, "https://example.org/first", "https://example.org/?fbclid=1", 20, "tracking-address", "write 'https"),
    (CATALOG, "https://example.org/first", "https://[example.org/", 20, "bad-address", "check the address"),
    (CATALOG, "title: First guide", "title: First <b>guide</b>", 19, "raw-html", "plain words"),
    (CATALOG, "title: First guide", "title: First guide: one", 19, "unquoted-colon", "in quotes"),
    (CATALOG, "title: First guide", 'title: "First" guide', 19, "text-after-quote", "whole text in quotes"),
    (CATALOG, "title: First guide", "title: First guide #2", 19, "lost-words", "in quotes"),
    (CATALOG, "title: First guide", "title: First **guide**", 19, "markdown-marks", "words alone"),
    (CATALOG, "title: First guide", "title: First &amp; guide", 19, "html-entity", "write '&'"),
    (CATALOG, "title: First guide", "title: First gÃ¼ide", 19, "broken-letters", "wrong encoding"),
    (CATALOG, "title: First guide", "\ttitle: First guide", 19, "tab", "blanks"),
    (CATALOG, "title: First guide", "title First guide", 19, "missing-colon", "a colon"),
    (CATALOG, "    pages: 12\n", "    pages: 12\n    pages: 13\n", 30, "duplicate-key", "delete one"),
    (CATALOG, "[en, es]", "[en, es", 27, "unclosed-bracket", "never closed"),
    (CATALOG, "topics:\n", "topic:\n", 3, "unknown-field", "did you mean 'topics'"),
    (CATALOG, "citations:\n", "citations:\n  - {id: Old 1999, type: book, title: A}\n", 10, "bad-id", "small letters"),
    (CATALOG, "summary: How", "summary: " + 30 * "How to so " + "How", 21, "long-summary", "shorter"),
    (SECOND, "cost: free", "cost: fre", 12, "unknown-value", "did you mean 'free'"),
    (SECOND, "url: https://example.org/second", "url: https://example.org/first", 4, "same-address", "keep one"),
    (SECOND, "title: Second guide", "title: First guide", 3, "same-title", ""),
    (SECOND, "summary: Where to find books.", "summary: [Where]", 5, "wrong-shape", "one text"),
    (SECOND, "minutes: 5", "minutes: 5\nstatus: retierd", 12, "unknown-value", "did you mean 'retired'"),
    (SECOND, "topics: [reading]", "topics: [reading", 7, "unclosed-bracket", "never closed"),
    (TONGUES, "plural=0;}\n", "plural=0;\n", 2, "unclosed-bracket", "never closed"),
    # Pages
    (ABOUT, "title: About\n", "", 2, "missing-field", "add a line 'title: …'"),
    (ABOUT, "sources: [old-2001]", "sources: [old-2010]", 4, "unknown-citation", "did you mean 'old-2001'"),
    (MYTH, "Read aloud.", "[Read](../resources/frist.md).", 16, "broken-link", "did you mean"),
    (MYTH, "Read aloud.", "[Read](../about.md#peple).", 16, "broken-anchor", ""),
    (ABOUT, "![The way]", "![]", 10, "picture-without-text", ""),
    (MYTH, "Read aloud.", "![Map](https://example.org/map.svg)", 16, "picture-elsewhere", "docs/assets"),
    (ABOUT, "People make", "<b>People</b> make", 8, "raw-html", "write Markdown"),
    (ABOUT, "## People", "# People", 6, "second-title", "## People"),
    (ABOUT, "## People", "#### People", 6, "skipped-heading", ""),
    (ABOUT, "Call", "```\nCall", 16, "unclosed-code", ""),
    (ABOUT, "title: About", "title: About\ntemplate: abuot.html", 3, "unknown-template", "delete the line"),
    (ABOUT, "title: About", "title: About\nchecked: soon", 3, "bad-date", "year-month-day"),
    (ABOUT, "---\ntitle", "title", 1, "no-front-matter", "must begin"),
    (HOME, "page: families/words.md", "page: families/word.md", 6, "unknown-page", "did you mean"),
    (HOME, "template: home.html\n", "", 4, "unshown-doors", "template: home.html"),
    (
        HOME,
        "resources: [first, second]",
        "resources: [first, second, secnd]",
        7,
        "unknown-resource",
        "did you mean 'second'",
    ),
    (MYTH, "[@old-2001]", "[@old-2010]", 13, "unknown-citation", "did you mean 'old-2001'"),
    (MYTH, "Read aloud.", "Read aloud.[^2]", 16, "unknown-note", ""),
    (MYTH, "myth: Only school books help.\n", "", 2, "missing-field", "add a line 'myth: …'"),
    (WORDS, "words: [iep]", "words: [iep, ipe]", 5, "unknown-word", "did you mean 'iep'"),
    (OTHER, "translation: machine", "translation: robot", 4, "unknown-value", "machine, reviewed"),
    (OTHER, "[guía](resources/first.md)", "guía", 10, "other-link", "put it back"),
    (OTHER, "Llame al", "Vea <https://example.net/a>, llame al", 18, "other-site", "see that this link is meant"),
    # Translations
    (PO, 'msgctxt "kinds/guide/title"', 'msgctxt "kinds/giude/title"', 7, "unknown-text", "did you mean"),
    (PO, 'msgid "First guide"', 'msgid "First giude"', 12, "other-source", "put back"),
    (PO, 'msgstr "Guía"', 'msgstr "Guía', 10, "po-syntax", "double quotes"),
    (PO, 'msgstr "Guía"', 'msgstr "<b>Guía</b>"', 7, "raw-html", "plain words"),
    (PO, '"{count} recurso"', '"un {m} recurso"', 27, "placeholder", ""),
    (PO, "plural=(n != 1)", "plural=(n !", 1, "bad-plurals", ""),
    (PO, "Language: es", "Language: fr", 1, "wrong-language", ""),
    (PO, "parents' group, 2026-01-31\nmsgctxt \"kinds", "parents' group\nmsgctxt \"kinds", 7, "bad-reader", "a day"),
    (TONGUES, "script: Latn", "script: Latin", 2, "bad-shape", ""),
    (TONGUES, "plurals:", "plural:", 2, "unknown-field", "did you mean 'plurals'"),
    # Numbers
    (NUMBERS, "2: about/", "2: resources/first/", 2, "duplicate-number", "delete the newer"),
    (NUMBERS, "2: about/", "two: about/", 2, "bad-sheet-number", "undo"),
    (NUMBERS, "2: about/", "2: /about", 2, "bad-sheet-address", "undo"),
    (NUMBERS, "2: about/", "2: abuot/", 2, "unknown-sheet", ""),
    # Settings
    (SITE, "site_name: Good hub\n", "", 1, "missing-field", "add a line such as"),
    (SITE, "site_name: Good hub", "site_nmae: Good hub", 1, "unknown-field", "did you mean 'site_name'"),
    (SITE, "site_name: Good hub", "site_name: Good hub\ncopyright: 2026", 2, "useless-setting", "delete the line"),
    (SITE, "primary: teal", "primary: teel", 7, "bad-colour", "write one of"),
    (SITE, "name: material", "name: mkdocs", 5, "no-theme", "name: material"),
    (SITE, "  name: material\n", "  name: material\n  logo: files/mpa.svg\n", 6, "bad-logo", "did you mean"),
    (SITE, "  - myths/index.md", "  - myth/index.md", 10, "unknown-menu-page", "did you mean"),
    (SITE, "footer: [about.md]", "footer: [abuot.md]", 13, "unknown-menu-page", "did you mean"),
    (SITE, "phone: +1 510 555 0100", "phone: 510 or 555", 16, "bad-phone", "one number"),
    (SITE, "office@example.org", "office at example.org", 17, "bad-mail", "@"),
    (SITE, "docs_structure: suffix", "docs_structure: folder", 19, "docs-structure", "suffix"),
    (SITE, "name: English, default: true", "name: English", 21, "default-language", "default: true"),
    (SITE, "locale: es, name: Español", "locale: es, name: Spanish", 22, "useless-setting", "delete 'name'"),
    (SITE, "name: Español}", "name: Español}\n        - {locale: es}", 23, "duplicate-language", "delete one"),
    (SITE, "- resourcehub:", "- resourcehubb:", 12, "missing-plugin", "did you mean 'resourcehub'"),
    (SITE, "site_url: https://hub.example.org/", "site_url: hub.example.org", 2, "bad-address", "write 'https"),
]
# What once had several messages, one for each place where a slip shows; and slips beside them.
MISTAKES += [
    (OTHER, "resources/first.md", "resources/frist.md", 10, "broken-link", "did you mean 'resources/first.md'"),
    (OTHER, "files/map.svg", "files/mpa.svg", 12, "broken-link", "did you mean 'files/map.svg'"),
    (OTHER, "example.org/people", "example.org/poeple", 18, "other-link", "put it back"),
    (OTHER, "example.org/people", "example.com/people", 18, "other-link", "put it back"),
    (OTHER, "https://example.org/people", "htps://example.org/people", 18, "bad-address", "https"),
    (OTHER, "+1 510 555 0100", "+1 510 555 0101", 18, "other-number", "see that it is meant"),
    (OTHER, "Llame al +1 510 555 0100 o vea", "Vea", 18, "other-figure", "put it back"),
    (ABOUT, "resources/first.md", "resources/frist.md", 8, "broken-link", "did you mean 'resources/first.md'"),
    (ABOUT, "https://example.org/people", "htps://example.org/people", 16, "bad-address", "https"),
    (HOME, "[first, second]", "[first, secod]", 7, "unknown-resource", "did you mean 'second'"),
    (WORDS, "words: [iep]", "words: [ipe]", 5, "unknown-word", "did you mean 'iep'"),
    (CATALOG, "id: first", "id: frist", 17, "unknown-resource", "write 'id: first' here"),
    (CATALOG, "id: guide", "id: giude", 2, "unknown-kind", "write 'id: guide' here"),
    (CATALOG, "id: old-2001", "id: old-2010", 10, "unknown-citation", "write 'id: old-2001' here"),
    (CATALOG, "https://example.org/first", "https//example.org/first", 20, "bad-address", "must begin with https://"),
    (CATALOG, "https://example.org/first", "https://bit.ly/first", 20, "odd-address", "write where it leads"),
    (CATALOG, "https://example.org/first", "https://192.168.0.1/", 20, "bad-address", "check the address"),
    (CATALOG, "https://example.org/first", "https://example.org/first。", 20, "odd-address", "try 'https"),
    (PO, 'msgid "Menu"', 'msgid "Menue"', 22, "unknown-text", "did you mean 'Menu'"),
    (PO, 'msgstr[1] "{count} recursos"\n', "", 27, "missing-form", "fill in each"),
    (PO, "charset=UTF-8", "charset=ISO-8859-1", 1, "not-utf-8", "write charset=UTF-8"),
    (PO, '"Primera guía"', '"Primera guía: https://example.net"', 12, "other-site", "see that it is meant"),
    (SITE, "phone: +1 510 555 0100", "phone: 2026-01-15", 16, "bad-phone", "one number"),
    (SITE, "office@example.org", "office@-example.org", 17, "bad-mail", "@"),
    (MYTH, "Read aloud.", "Call [555-0100](tel:5550101).", 16, "other-target", "put one right"),
    (MYTH, "Read aloud.", "Write to [us](mailto:office).", 16, "bad-mail", "write one such as"),
    (MYTH, "Read aloud.", "Call [us](<tel:+1 510 555 0100>).", 16, "bad-phone", "write 'tel:+15105550100'"),
    (MYTH, "Read aloud.", "Bring ** a pen ** with you.", 16, "loose-marks", "without a blank"),
    (MYTH, "Read aloud.", "See https://example.org/a了解.", 16, "address-runs-on", "Leave a blank"),
]
# A new file: its path, what it holds, and of the one message the line, the code and words of the cure.
FILES = [
    ("docs/My Page.md", "---\ntitle: A\ndescription: B.\n---\n", 0, "bad-page-name", "small letters"),
    ("docs/about.ez.md", "---\ntitle: A\ndescription: B.\n---\n", 0, "undeclared-locale", "correct it"),
    ("docs/lost.es.md", "---\ntitle: A\ndescription: B.\n---\nA.\n", 0, "orphan-translation", "correct this name"),
    ("docs/files/a.html", "x", 0, "file-not-allowed", "write a page"),
    ("docs/files/b.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", 0, "unsafe-drawing", "take it out"),
    ("docs/files/c.docx", "x", 0, "unlinked-file", "link to it"),
    ("docs/translations/spanish.po", "", 0, "wrong-po-name", "es.po"),
    ("docs/resources/first.md", "---\ntitle: A\ndescription: B.\n---\n", 0, "two-sources", "rename one"),
    ("resources/empty.yml", "- - x\n", 1, "wrong-shape", "- id:"),
    ("resources/notes.txt", "x", 0, "stray-file", ""),
]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(HUBS / "good", tmp_path_factory.mktemp("planted") / "hub"))


def wrong(root: Path) -> list[Problem]:
    file, problems = read_settings(root)
    return list(load(settings_of(file), problems).problems) if file and usable(file) else problems


def said(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(p.place.file, p.place.line, p.code) for p in problems]


def test_the_good_hub_is_good(good: Path) -> None:
    assert wrong(good) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "code", "cure"), MISTAKES, ids=[f"{m[0]}:{m[3]}:{m[4]}" for m in MISTAKES]
)
def test_a_mistake_has_one_message(good: Path, file: str, old: str, new: str, line: int, code: str, cure: str) -> None:
    text = (good / file).read_text()
    assert old in text
    (good / file).write_text(text.replace(old, new, 1))
    try:
        problems = wrong(good)
    finally:
        (good / file).write_text(text)
    assert said(problems) == [(file, line, code)], [str(p) for p in problems]
    assert cure in problems[0].message


@pytest.mark.parametrize(("file", "text", "line", "code", "cure"), FILES, ids=[f[0] for f in FILES])
def test_a_file_too_many_has_one_message(good: Path, file: str, text: str, line: int, code: str, cure: str) -> None:
    path = good / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    try:
        problems = wrong(good)
    finally:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    assert said(problems) == [(file, line, code)], [str(p) for p in problems]
    assert cure in problems[0].message


def test_there_are_mistakes_of_every_kind() -> None:
    kinds = {mistake[0] for mistake in MISTAKES}
    assert kinds >= {CATALOG, SECOND, ABOUT, OTHER, PO, TONGUES, NUMBERS, SITE}
    assert len(MISTAKES) + len(FILES) >= 120
