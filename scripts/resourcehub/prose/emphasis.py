"""Bold and emphasis beside the marks of scripts that set no blanks between words.

CommonMark 0.31 ("Emphasis and strong emphasis", left- and right-flanking) opens or closes ``**`` between a mark and a
letter only where a blank is; so ``**注意：**请`` shows its stars. The proposal "CJK-friendly emphasis" for its revision
lets a letter of Chinese, Japanese or Korean stand there instead, and lets their marks count as letters. It is followed
here, for Thai, Lao, Burmese, Khmer and Tibetan as well.
"""

import unicodedata
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.common.utils import isPunctChar
from markdown_it.rules_inline import StateInline, emphasis, strikethrough

Rule = Callable[[StateInline, bool], bool]
_RANGES = ((0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x19E0, 0x19FF))


def unspaced(md: MarkdownIt) -> None:
    """Let a parser read bold, emphasis and strike-through where no blanks are set."""
    for name, rule in (("emphasis", emphasis.tokenize), ("strikethrough", strikethrough.tokenize)):
        md.inline.ruler.at(name, _beside(rule))


def _beside(rule: Rule) -> Rule:
    """Let the marks that a rule reads open and close beside such signs, too."""

    def read(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.delimiters)
        if not rule(state, silent):
            return False
        before, after = state.src[start - 1 : start], state.src[state.pos : state.posMax][:1]
        if joins(before) or joins(after):
            for mark in state.delimiters[known:]:
                mark.open = mark.open or _is_mark(after)
                mark.close = mark.close or _is_mark(before)
        return True

    return read


def _is_mark(sign: str) -> bool:
    return bool(sign) and isPunctChar(sign)


def joins(sign: str) -> bool:
    """Return whether a sign is of a script that sets no blanks between words."""
    if sign < "\u0e00":  # and where there is none
        return False
    wide = unicodedata.east_asian_width(sign) in ("W", "F", "H") and unicodedata.category(sign) != "So"
    return wide or any(first <= ord(sign) <= last for first, last in _RANGES)
