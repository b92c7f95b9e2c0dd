"""Plain language: the measures on texts whose figures were counted by hand, and the rule on pages and catalog."""

import re
from pathlib import Path

import pytest
from lxml import html

from resourcehub.rules.plain import FAMILIES, is_common, reading, sentences, syllables
from small import entry, found, front

EASY = "You can read with your child at home. It helps to talk about the day. " * 8
HARD = (
    "Institutional stakeholders necessitate comprehensive documentation regarding interdisciplinary instructional "
    "methodologies. Considerable organizational transformation is anticipated subsequently. "
) * 8


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("reading", 2),
        ("school", 1),
        ("people", 2),
        ("make", 1),
        ("the", 1),
        ("education", 4),
        ("rhythm", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["child", "child's", "schools", "stopped", "baking", "carried", "happier", "families"])
def test_a_common_word_may_have_an_ending(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["stakeholder", "methodology", "interdisciplinary", "s", "ing"])
def test_an_uncommon_word(word: str) -> None:
    assert not is_common(word)


def test_sentences_are_what_a_reader_reads() -> None:
    text = "See [the *page*](../a.b.md) [@old-2001]. Ask: who? 3.5 hours, no more!"
    assert [s.strip() for s in sentences(text)] == ["See [the *page*]", "Ask", "who", "3.5 hours, no more"]


def test_the_figures_of_a_text() -> None:
    # 25 words in 3 sentences, 29 syllables; one passive; uncommon: "interpreter".
    text = "The school was given help. Ask for an interpreter when you come to the school. "
    text += "We like to help you and your child all day. "
    measured = reading(sentences(text * 4))
    assert measured
    assert measured.length == 25 / 3
    assert measured.passive == 1 / 3
    assert measured.uncommon == 1 / 25
    assert measured.grade == pytest.approx(0.39 * 25 / 3 + 11.8 * 29 / 25 - 15.59)


def test_names_are_common_and_few_words_say_nothing() -> None:
    measured = reading(sentences("We ask Zbigniew and WestEd for help. " * 15))
    assert measured
    assert measured.uncommon == 0
    assert reading(sentences("Too short to say.")) is None


def test_easy_and_hard_texts_lie_on_both_sides_of_the_limit() -> None:
    easy, hard = reading(sentences(EASY)), reading(sentences(HARD))
    assert easy
    assert hard
    assert easy.within(FAMILIES)
    assert not hard.within(FAMILIES)


def test_a_hard_page_is_reported_and_an_easy_one_is_not(tmp_path: Path) -> None:
    assert found(tmp_path, "hard-to-read", index=front() + HARD) == ["docs/index.md"]
    assert found(tmp_path, "hard-to-read", index=front() + EASY) == []


def test_a_hard_summary_counts_where_families_are_meant(tmp_path: Path) -> None:
    for audience, places in (("families", ["resources.yaml"]), ("educators", [])):
        hard = [entry(f"r{n}", audiences=[audience], summary=HARD[:190]) for n in range(9)]
        assert [p.split(":")[0] for p in found(tmp_path, "hard-to-read", *hard)] == places


def test_a_long_sentence_has_its_line(tmp_path: Path) -> None:
    body = "One.\n\n" + "word " * 36 + ".\n"
    assert found(tmp_path, "long-sentence", index=front() + body) == ["docs/index.md:6"]
    assert found(tmp_path, "long-sentence", index=front() + "word " * 35 + ".\n") == []


# Lists of other pages, of headings and of sources, how to share a page, its number: not what the page itself says.
APART = (
    "hub-cards",
    "hub-further",
    "hub-contents",
    "hub-entries",
    "hub-sources",
    "hub-share",
    "hub-number",
    "hub-source",
    "hub-paper",
)


def words_shown(file: Path) -> int:
    """Return how many words a built page shows a reader, its school words and sentences among them."""
    main = html.fromstring(file.read_bytes().decode("utf-8")).get_element_by_id("main")
    for part in [e for name in APART for e in main.find_class(name)]:
        part.drop_tree()
    return len(re.findall(r"\w[\w'’-]*", " ".join(main.itertext())))


def test_a_page_for_families_shows_at_most_500_words(school: Path) -> None:
    words = {file.parent.name: words_shown(file) for file in sorted((school / "families").rglob("index.html"))}
    assert {path: count for path, count in words.items() if count > 500} == {}
    assert {"words", "say-it", "extra-help"} <= words.keys() and len(words) >= 10
    assert words["extra-help"] > 200 and words["say-it"] > 200, "what comes from the catalog is not counted"
