"""A text is its words: where its lines break, and where its links lead, does not make it another."""

import pytest

from resourcehub.catalog.paragraphs import digest, fold, paragraphs

PAGE = """# Title
Right under it.

A paragraph
in two lines.

* one

* two
  goes on

  with a second paragraph

1. first

| a | b |
| --- | --- |
| 1 | 2 |

!!! note "Box"

    Inside.

    Still inside.

```
code

# no heading
```
## Next { #next }
End."""


def test_a_page_is_cut_where_things_stand_alone() -> None:
    assert [text.split("\n")[0] for text in paragraphs(PAGE)] == [
        "# Title",
        "Right under it.",
        "A paragraph",
        "* one",
        "| a | b |",
        '!!! note "Box"',
        "```",
        "## Next { #next }",
        "End.",
    ]
    assert "".join(paragraphs(PAGE)).replace("\n", "") == PAGE.replace("\n", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a b", " a\n  b ", True),
        ("see [here](a.md)", "see [here](b.md#c)", True),
        ("see [here](a.md 'Title')", "see [here](b.md 'Title')", True),
        ("[here]: a.md", "[here]: b.md", True),
        ("see [here](a.md)", "see [there](a.md)", False),
        ("call 1", "call 2", False),
        ("https://example.org/a", "https://example.org/b", False),  # readers see it
        ("a [x](y.md) b", "a [x](y.md) c", False),
    ],
)
def test_a_digest_changes_with_the_words(one: str, other: str, same: bool) -> None:
    assert (digest(one) == digest(other)) is same


def test_folding_keeps_paragraphs() -> None:
    assert fold(" a\nb \n \n\n c\t d\n") == "a b\n\nc d"
    assert fold("a\n\n\n\nb") == "a\n\nb"
