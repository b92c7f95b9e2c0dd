"""Reports: sorted by place, each problem once, counted; and fit for a terminal, GitHub and programs."""

import json
from time import process_time

import pytest

from resourcehub.problems import Place, Problem, errors, nearest, suggestion
from resourcehub.reports import as_github, as_json, as_text

BAD = Problem(Place("b.yaml", 10, 2), "unknown topic 'x': 100 %, a\nb", "unknown-topic")
MILD = Problem(Place("b.yaml", 9), "no https", "insecure-address", "warning")
WHOLE = Problem(Place("a,b:c.md"), "no such file", "missing-file")


def test_a_place_says_only_what_is_known() -> None:
    assert [str(p.place) for p in (BAD, MILD, WHOLE)] == ["b.yaml:10:2", "b.yaml:9", "a,b:c.md"]


def test_the_text_is_sorted_and_counted_and_says_each_problem_once() -> None:
    one = Problem(Place("b.yaml", 10, 2), "unknown topic", "unknown-topic")
    assert as_text([one, MILD, WHOLE, one]).splitlines() == [
        "a,b:c.md: no such file [missing-file]",
        "b.yaml:9: warning: no https [insecure-address]",
        "b.yaml:10:2: unknown topic [unknown-topic]",
        "2 errors, 1 warning",
    ]
    assert as_text([]) == "0 errors, 0 warnings"


def test_only_errors_stop_a_build() -> None:
    assert errors([BAD, MILD]) == [BAD]


def test_annotations_escape_what_would_end_them() -> None:
    assert as_github([BAD, WHOLE]).splitlines() == [
        "::error file=a%2Cb%3Ac.md,title=missing-file::no such file",
        "::error file=b.yaml,line=10,col=2,title=unknown-topic::unknown topic 'x': 100 %25, a b",
    ]


def test_json_has_every_part() -> None:
    assert json.loads(as_json([MILD])) == [
        {
            "file": "b.yaml",
            "line": 9,
            "column": 0,
            "severity": "warning",
            "message": "no https",
            "code": "insecure-address",
        }
    ]


def test_the_nearest_known_word_is_suggested() -> None:
    assert suggestion("litteracy", {"literacy", "numeracy"}) == " (did you mean 'literacy'?)"
    assert suggestion("xyz", {"literacy"}) == ""


def test_a_thousand_wrong_words_among_many_are_answered_in_linear_time() -> None:
    def seconds(many: int) -> float:
        known = frozenset(f"resource-{n}" for n in range(many))
        start = process_time()
        for n in range(0, many, 5):
            assert nearest(f"resourec-{n}", known) == f"resource-{n}"
        return process_time() - start

    seconds(2000)
    assert seconds(8000) < 4 * seconds(2000) * 2, "four times the words, four times the time; not sixteen"


def test_the_nearest_word_is_found_among_many_wherever_the_slip_stands() -> None:
    known = frozenset(f"{a}-{b}-{n}" for a in ("family", "school") for b in ("reading", "meals") for n in range(300))
    for slip, meant in (
        ("famly-reading-17", "family-reading-17"),
        ("schol-meals-299", "school-meals-299"),
        ("school-maels-123", "school-meals-123"),
        ("xschool-meals-7", "school-meals-7"),
    ):
        assert nearest(slip, known) == meant
    assert nearest("qqqqqqqqqqqqqqqqqq", known) is None
    assert nearest("x" * 1_000_000, known) is None


@pytest.mark.parametrize("sign", ["\x1b[2J", "\u202e", "\n", "\t", "\ufeff", "\ue000"])
def test_a_message_is_one_line_of_visible_signs_whatever_it_quotes(sign: str) -> None:
    assert Problem(Place("a.yaml"), f"no '{sign}x'", "unknown-field").message.isprintable()


def test_github_is_told_that_it_shows_ten_of_each_kind() -> None:
    many = [Problem(Place("b.yaml", n), "no https", "insecure-address", "warning") for n in range(1, 12)]
    assert as_github(many).splitlines()[-1].startswith("::notice title=Not all are shown::0 errors, 11 warnings")
    assert "::notice" not in as_github([*many[:10], BAD])
