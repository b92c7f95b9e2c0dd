"""PO files in the form that every tool writes, read by one expression an entry: polib needs some twenty times as long.

Whatever departs from that form is left to polib, which stays the judge of what is odd.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import polib

_TEXT = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_TEXTS = rf"{_TEXT}(?:\n{_TEXT})*"
_ENTRY = re.compile(
    rf"((?:#(?:[ .:,][^\n]*)?\n)*)((?:#\| (?:msg(?:ctxt|id|id_plural) )?{_TEXT}\n)*)"
    rf"(?:msgctxt ({_TEXTS})\n)?msgid ({_TEXTS})\n"
    rf"(?:msgid_plural ({_TEXTS})\n((?:msgstr\[\d\] {_TEXTS}(?:\n|$))+)|msgstr ({_TEXTS})\n?)"
)
_FORM = re.compile(rf"msgstr\[(\d)\] ({_TEXTS})")
_GONE = re.compile(rf"(?:# [^\n]*\n)*(?:#~\|? (?:msg[a-z_]+(?:\[\d\])? )?{_TEXT}(?:\n|$))+")
_BEFORE = re.compile(rf"#\| msgid ({_TEXT}(?:\n#\| {_TEXT})*)")
_GAP = re.compile(r"\n{2,}")
_JOINT = re.compile(r'"\n"')


@dataclass(slots=True)
class Entry:
    """A text and its translation; the names are those of ``polib.POEntry``."""

    msgctxt: str | None
    msgid: str
    msgid_plural: str
    msgstr: str
    linenum: int
    fuzzy: bool
    tcomment: str
    msgstr_plural: dict[int, str] = field(default_factory=dict)
    previous_msgid: str | None = None


@dataclass(slots=True)
class Leaf:
    """What a PO file holds: its live entries (or polib's) without the header, and the header."""

    entries: list[Any]
    header: dict[str, str] = field(default_factory=dict)


def read_quick(text: str) -> Leaf | None:
    """Return what a PO file with Unix line ends holds, or None where it has a part in an unusual form."""
    leaf, line, at = Leaf([]), 1, 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        if end > at and not _read(text, at, end, line, leaf):
            return None
        if gap:
            line += text.count("\n", at, gap.end())
            at = gap.end()
    return leaf


def _read(text: str, at: int, end: int, line: int, leaf: Leaf) -> bool:
    found = _ENTRY.fullmatch(text, at, end)
    if not found:
        return bool(_GONE.fullmatch(text, at, end)) or not text[at:end].strip()
    notes, before, context, source, plural, several, one = found.groups()
    fuzzy, comment = _notes(notes) if notes else (False, "")
    forms = {int(n): _plain(words) for n, words in _FORM.findall(several)} if several else {}
    entry = Entry(
        _plain(context) if context else None,
        _plain(source),
        _plain(plural) if plural else "",
        _plain(one) if one else "",
        line,
        fuzzy,
        comment,
        forms,
        _previous(before) if before else None,
    )
    if not entry.msgid and entry.msgctxt is None:
        leaf.header = leaf.header or _header(entry.msgstr)
    else:
        leaf.entries.append(entry)
    return True


def _previous(before: str) -> str | None:
    found = _BEFORE.search(before)
    return _plain(found[1].replace("\n#| ", "\n")) if found else None


def _notes(notes: str) -> tuple[bool, str]:
    lines = notes.splitlines()
    flags = {flag.strip() for line in lines if line.startswith("#,") for flag in line[2:].split(",")}
    return "fuzzy" in flags, "\n".join(line[2:] for line in lines if line.startswith("# "))


def _plain(words: str) -> str:
    text = (_JOINT.sub("", words) if "\n" in words else words)[1:-1]
    return str(polib.unescape(text)) if "\\" in text else text


def _header(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}
