"""Plain words: leftovers of HTML, Markdown and wrong encodings are named with what was meant; words stay words."""

import pytest
from pydantic_core import PydanticCustomError

from resourcehub.catalog.plain import require_plain


def fault(text: str) -> PydanticCustomError:
    with pytest.raises(PydanticCustomError) as raised:
        require_plain(text)
    return raised.value


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Parents &amp; teachers", "write '&'"),
        ("the teachers&#8217; guide", "write '’'"),
        ("it&#x27;s", "write '''"),
        ("a&nbsp;b", "write a blank"),
        ("Group&rlm; (PDF)", "delete it, for it stands for an invisible sign"),
        ("one&mdash;two", "write '—'"),
    ],
)
def test_html_entities(text: str, cure: str) -> None:
    found = fault(text)
    assert (found.type, cure in found.message()) == ("html-entity", True)


@pytest.mark.parametrize(
    "text",
    [
        *["a **bold** word", "an *important* word", "***both***", "__bold__ word", "say `this`", "~~old~~ new"],
        *["[this](https://example.org/)", "![map](map.png)", "# A heading", "words\n\n## Another"],
    ],
)
def test_marks_of_markdown(text: str) -> None:
    assert fault(text).type == "markdown-marks"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("family’s", "’"),
        ("résumé", "é"),
        ("niños", "ñ"),
        ("مدرسة", "مدرسة"),
        ("дом", "дом"),
        ("a – b", "–"),
        ("😀", "😀"),
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf_8_that_was_read_in_another_encoding(text: str, whole: str, encoding: str) -> None:
    try:
        broken = text.encode().decode(encoding)
    except UnicodeDecodeError:
        broken = "".join(
            chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode(encoding) for b in text.encode()
        )
    found = fault(broken)
    assert found.type in ("broken-letters", "control-character")
    assert found.type == "control-character" or f"was '{whole}'" in found.message()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "A bell \a rings",
            "an invisible control character (U+0007) behind 'A bell': delete it and type the words again",
        ),
        ("one\ttwo", "a tab inside a text behind 'one': put a blank in its place"),
        ("\u2028a", "an invisible control character (U+2028) at the beginning: delete it and type the words again"),
        ("a \u202eb", "an invisible character that reorders text (U+202E) behind 'a': delete it"),
        (
            "Apple \uf8ff",
            "a letter that only one font can draw (U+F8FF) behind 'Apple': put the letter or sign in its place "
            "that is meant",
        ),
        ("fianc\ufffd", "a letter was lost behind 'fianc' (U+FFFD): type it again"),
    ],
)
def test_a_sign_is_named_with_its_place(text: str, message: str) -> None:
    assert fault(text).message() == message


@pytest.mark.parametrize(
    "text",
    [
        *[
            "AT&T; and more",
            "Q&A",
            "R&D; x",
            "5 * 3 * 2 = 30",
            "Free* for families*",
            "snake_case_name",
            "Parent_Handbook_2026",
        ],
        *[
            "[sic] (as written)",
            "Grades [K-2] (new)",
            "50% ~ 60%",
            "#ReadTogether",
            "Room #4",
            "a `b",
            "“CAFÉ”",
            "« NIÑA »",
        ],
        *["EDUCAÇÃO”", "À la maison : « Â »", "Đã có", "مدرسة", "ā̀ ñ ü Ã", "CAFÉ…", "SÃO PAULO", "_____ (name)"],
    ],
)
def test_plain_words_stay(text: str) -> None:
    assert require_plain(text) == text
