"""The quick reader of PO files says what polib says, or leaves the file to it."""

from pathlib import Path

import polib
import pytest

from builds import ROOT
from resourcehub.languages.quick import read_quick
from resourcehub.shipped import PACKAGE

FILES = sorted([*(ROOT / "docs/translations").glob("*.po"), *(PACKAGE / "languages/locales").glob("*.po")])
HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def same(text: str) -> bool:
    """Say whether the quick reader takes the text; it then says what polib says."""
    leaf = read_quick(text)
    if leaf is None:
        return False
    book = polib.pofile(text, wrapwidth=0)
    names = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr_plural", "fuzzy", "tcomment", "linenum")
    found = [tuple(getattr(e, name) for name in names) for e in leaf.entries]
    assert found == [tuple(getattr(e, name) for name in names) for e in book if not e.obsolete]
    assert leaf.header == dict(book.metadata)
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_the_files_of_this_hub_are_read_quickly(path: Path) -> None:
    assert same(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("rows", "quick"),
    [
        ('msgid "a"\nmsgstr "b"\n', True),
        ('msgctxt "c"\nmsgid "a \\"x\\" \\\\ \\n"\nmsgstr ""\n"b\\n"\n"c"\n', True),
        ('# One.\n# Two.\n#. Three.\n#: a.py:3\n#, fuzzy, c-format\n#| msgid "old"\nmsgid "a"\nmsgstr "b"', True),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n\n\n\nmsgid "e"\nmsgstr "f"\n', True),
        ('#~ msgctxt "x"\n#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "e"\nmsgstr "f"\n', True),
        ('msgid "a"\nmsgstr "b"\nmsgid "e"\nmsgstr "f"\n', False),
        ('  msgid "a"\nmsgstr "b"\n', False),
        ('msgid "a"\nmsgstr "b\n', False),
        ('msgid "a"\n\nmsgstr "b"\n', False),
        ("hello\n", False),
    ],
)
def test_unusual_forms_are_left_to_polib(rows: str, quick: bool) -> None:
    assert same(HEAD + rows) is quick
