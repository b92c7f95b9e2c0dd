"""Who answers for a translation: nobody, a person who changed it, a reader. Losing a comment claims nothing."""

from datetime import date

import pytest

from resourcehub.languages.marks import MACHINE, machine_mark, marks, misread, signed

SIGNED = machine_mark("School", ["Escuela"])


@pytest.mark.parametrize(
    ("comment", "words", "reading"),
    [
        ("", "Escuela", "machine"),
        ("a note of a translator", "Escuela", "machine"),
        (MACHINE, "Escuela", "machine"),
        (SIGNED, "Escuela", "machine"),
        (SIGNED, "  Escuela\n", "machine"),  # a tool breaks lines
        (SIGNED, "La escuela", "person"),
        (f"{SIGNED}\nread by the parents' group, 2026-11-28", "Escuela", "read"),
        ("note\nRead by the parents' group, Oakland, 2026-11-28", "Escuela", "read"),
        ("read by the parents' group", "Escuela", "machine"),
        ("read by , 2026-11-28", "Escuela", "machine"),
        ("read by the parents' group, 2026-13-28", "Escuela", "machine"),
    ],
)
def test_what_nobody_vouches_for_counts_as_machine_made(comment: str, words: str, reading: str) -> None:
    assert marks(comment).reading([words]) == reading


def test_a_reading_says_who_and_when() -> None:
    found = marks("read by the parents' group, Oakland, 2026-11-28")
    assert (found.read_by, found.read_on) == ("the parents' group, Oakland", date(2026, 11, 28))


def test_a_reading_that_cannot_be_understood_is_told() -> None:
    assert misread("note\nread by the parents' group") == "read by the parents' group"
    assert misread("note\nread by the parents' group, 2026-11-28") is None


def test_a_mark_knows_what_it_was_made_from() -> None:
    assert marks(SIGNED).made_from("School")
    assert marks(SIGNED).made_from(" School\n")
    assert not marks(SIGNED).made_from("Schools")
    assert not marks(MACHINE).made_from("School")


def test_a_mark_without_fingerprints_gets_them_and_another_keeps_its_own() -> None:
    assert signed(f"note\n{MACHINE}", "School", ["Escuela"]) == f"note\n{SIGNED}"
    assert signed(SIGNED, "Other", ["Otra"]) == SIGNED
    assert signed("note", "School", ["Escuela"]) == "note"
