"""A slip in a PO file that loses a translator's work has a message with its line and what was meant."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from resourcehub.languages.locales import builtin
from resourcehub.languages.marks import machine_mark
from resourcehub.languages.po import read_books
from resourcehub.languages.po_checks import MARKED, Catalogue, book_faults
from resourcehub.problems import Problem

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
READ = "# read by the parents' group, 2026-11-28\n"
TEXTS = {
    "topics/reading/title": "Reading",
    "topics/play/title": "Play",
    "topics/play/summary": "Games for home.",
    "resources/kit/details": "One long line.\n\nAnother.",
}


def entry(context: str | None, source: str, translation: str, more: str = READ) -> str:
    place = f'msgctxt "{context}"\n' if context else ""
    return f'{more}{place}msgid "{source}"\nmsgstr "{translation}"\n\n'


def faults(
    root: Path, *entries: str, head: str = "", tag: str = "es", unclear: Sequence[str] = (), read: bool = True
) -> list[Problem]:
    (root / f"{tag}.po").write_text(HEAD + head + "\n" + "".join(entries), encoding="utf-8")
    books, problems = read_books(root, f"{tag}.po")
    book = books[f"{tag}.po"]
    return [*problems, *book_faults(book, f"{tag}.po", builtin()[tag], Catalogue(TEXTS, frozenset(unclear), read))]


def codes(found: Sequence[Problem]) -> list[tuple[str, int, str]]:
    return [(p.code, p.place.line, p.severity) for p in found]


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    rows = entry("topics/reading/title", "Reading", "Lectura"), entry("interface", "Menu", "Menú")
    assert faults(tmp_path, *rows) == []


@pytest.mark.parametrize(
    ("row", "code", "severity", "said"),
    [
        (
            entry("topics/raeding/title", "Reading", "Lectura"),
            "unknown-text",
            "warning",
            "did you mean 'topics/reading/t",
        ),
        (
            entry("topic/play/summary", "Other", "Otro"),
            "unknown-text",
            "warning",
            "did you mean 'topics/play/summary'?",
        ),
        (entry("topics/zebra/title", "Zebra", "Cebra"), "unknown-text", "warning", "hub translate update"),
        (entry("topics/play/name", "Zebra", "Cebra"), "unknown-text", "warning", "no text 'topics/play/name'"),
        (entry(None, "Reading", "Lectura"), "no-context", "error", 'msgctxt "topics/reading/title"'),
        (entry(None, "Zebra", "Cebra"), "no-context", "error", "put its msgctxt back"),
        (entry("topics/play/title", "Juego", ""), "other-source", "warning", "They belong into msgstr"),
        (entry("topics/play/title", "To play", "Juego"), "other-source", "warning", "put back 'Play'"),
        (
            entry("topics/play/title", "Plai", "Juego", f"# {machine_mark('Play', ['Juego'])}\n"),
            "other-source",
            "warning",
            "changed here",
        ),
        (entry("topics/play/title", "Play", "Juego", "# read by us\n"), "bad-reader", "warning", "a comma and a day"),
        (entry("topics/play/title", "Play", "<b>A</b>"), "raw-html", "error", "topics/play/title"),
        (entry("topics/play/title", "Play", "javascript:x()"), "script-address", "error", ""),
        (entry("topics/play/title", "Play", "a\u202eb"), "bidi-override", "error", ""),
        (entry("topics/play/summary", "Games for home.", "x" * 281), "long-translation", "warning", ""),
        (entry("topics/play/title", "Play", "Juego &amp; más"), "html-entity", "error", "&"),
        (entry("topics/play/title", "Play", "El niÃ±o"), "broken-letters", "error", "ñ"),
        (entry("interface", "Grade {number}", "Grado"), "placeholder", "error", ""),
        (entry("interface", "Grade {number}", "Grado {numero}"), "placeholder", "error", ""),
        (entry("interface", "Grade {number}", "{number.real} {number}"), "placeholder", "error", ""),
    ],
)
def test_a_slip_has_its_line_and_its_cure(tmp_path: Path, row: str, code: str, severity: str, said: str) -> None:
    found = faults(tmp_path, entry("interface", "Menu", "Menú"), row)
    assert codes(found) == [(code, 10, severity)]
    assert said in found[0].message


def test_line_breaks_are_no_other_source(tmp_path: Path) -> None:
    assert faults(tmp_path, entry("resources/kit/details", "One\\nlong line.\\n\\nAnother.", "Una.\\n\\nOtra.")) == []


def test_what_awaits_an_editor_is_no_slip_of_a_translator(tmp_path: Path) -> None:
    """A draft, an entry with faults, a catalog that cannot be read: nobody can say which texts they have."""
    row = entry("resources/new/title", "New", "Nuevo")
    assert faults(tmp_path, row, unclear=["resources/new"]) == []
    assert faults(tmp_path, row, read=False) == []


def test_many_lost_entries_cost_few_searches(tmp_path: Path) -> None:
    rows = (entry(f"topics/gone-{n}/title", f"Gone {n}", f"Ido {n}") for n in range(200))
    found = faults(tmp_path, *rows)
    assert [p.code for p in found] == ["unknown-text"] * 200


def test_a_plural_rule_is_read_not_run(tmp_path: Path) -> None:
    (tmp_path / "es.po").write_text(HEAD.replace("(n != 1)", "__import__('os')"))
    books, _ = read_books(tmp_path, "es.po")
    book = books["es.po"]
    assert codes(list(book_faults(book, "es.po", builtin()["es"], Catalogue({})))) == [("bad-plurals", 1, "error")]


@pytest.mark.parametrize(
    ("tag", "rule", "forms", "bad"),
    [
        ("es", "nplurals=2; plural=(n != 1);", ["una página", "{count} páginas"], []),
        ("ru", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 ? 1 : 2);", ["одна", "{count}", "{count}"], [0]),
        ("hmn", "nplurals=1; plural=0;", ["ib nplooj"], [0]),
        ("tl", "nplurals=2; plural=(n > 1);", ["isang pahina", "{count}"], [0]),
    ],
)
def test_a_plural_form_that_serves_several_numbers_says_the_number(
    tmp_path: Path, tag: str, rule: str, forms: list[str], bad: list[int]
) -> None:
    row = f'{READ}msgctxt "interface"\nmsgid "{{count}} page"\nmsgid_plural "{{count}} pages"\n'
    row += "".join(f'msgstr[{n}] "{text}"\n' for n, text in enumerate(forms))
    (tmp_path / f"{tag}.po").write_text(HEAD.replace("nplurals=2; plural=(n != 1);", rule) + "\n" + row)
    books, _ = read_books(tmp_path, f"{tag}.po")
    book = books[f"{tag}.po"]
    found = [p.code for p in book_faults(book, f"{tag}.po", builtin()[tag], Catalogue({}))]
    assert found == ["placeholder"] * len(bad)


def many(mark: str, number: int = 30) -> str:
    return "".join(entry("interface", f"Word {n}", f"Palabra {n}", mark) for n in range(number))


@pytest.mark.parametrize(
    ("before", "mark", "code"),
    [
        (f'"{MARKED}: 30\\n"\n', "", "lost-marks"),
        (f'"{MARKED}: 30\\n"\n', READ, None),
        ("", "", "unsaid-reader"),
        (f'"{MARKED}: 0\\n"\n', "", "unsaid-reader"),
        (f'"{MARKED}: {"9" * 5000}\\n"\n', "", "unsaid-reader"),
    ],
)
def test_marks_that_go_all_at_once_are_an_error(tmp_path: Path, before: str, mark: str, code: str | None) -> None:
    assert [p.code for p in faults(tmp_path, many(mark), head=before)] == ([code] if code else [])


def test_a_person_may_take_marks_off_one_by_one(tmp_path: Path) -> None:
    some = many("", 5) + many(READ, 30).replace("Word", "Further").replace("Palabra", "Nueva")
    assert faults(tmp_path, some, head=f'"{MARKED}: 35\\n"\n') == []
