"""Words behind a blank and '#': never dropped in silence, and notes are left alone."""

from pathlib import Path

import pytest

from resourcehub.catalog.lost import lost_words
from resourcehub.catalog.source import read_page, read_yaml


def told(root: Path, text: str) -> list[str]:
    (root / "a.yaml").write_text(text)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read_yaml(root, "a.yaml")[1]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: Maple Street School #ReadTogether nights\n", "1:28"),
        ("a: 1\nsummary: Come to room #12 on Mondays.\n", "2:23"),
        ("title: #1 guide\n", "1:8"),
        ("- a\n- #1 guide\n", "2:3"),
        ("primary: #003366\nb: c\n", "1:10"),
        ("topics: [a, b #c\n  ]\n", "1:15"),
        ("title: Room #\n", "1:13"),
        ("title: Words\n  that run on #here\nb: c\n", "2:15"),
        ("title: Come to room #12\n  on Mondays\nb: c\n", "1:21"),
        ("title: مدرسة #أ\n", "1:14"),
    ],
)
def test_words_that_would_be_lost(tmp_path: Path, text: str, place: str) -> None:
    assert told(tmp_path, text) == [f"{place} lost-words"]


@pytest.mark.parametrize(
    "text",
    [
        "title: A  # a note\n",
        "# a note\ntitle: A\n#another\n",
        'title: "Reading #1"\n',
        'title: "Reading" #note\n',
        "title: Reading#1\n",
        "title: >-\n  Reading #1 at home\n",
        "topics: [a, b] #note\n",
        "resources:\n  #- id: left-out\n  - id: a\n",
        "resources: # the list\n  - id: a\n",
    ],
)
def test_notes_and_quoted_words_are_left_alone(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_the_message_quotes_the_line_as_it_should_stand(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntitle: The "big" one #2\ndescription: D\n---\nText #3\n')
    _, _, problems = read_page(tmp_path, "a.md")
    assert [str(p) for p in problems] == [
        "a.md:2:22: '#2' would be lost, for a blank and '#' begin a note: put the whole text in quotes, "
        "'The \"big\" one #2'; a note has a blank behind its '#' [lost-words]"
    ]


def test_settings_with_tags_of_their_own_are_read_too() -> None:
    text = "site_name: Lincoln School #1\nx: !!python/name:a.b\n"
    assert [p.place.line for p in lost_words("mkdocs.yml", text)] == [1]
