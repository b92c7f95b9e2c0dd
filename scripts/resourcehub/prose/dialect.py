"""The Markdown of pages: that of GitHub, whose preview editors see, and three things more.

``[@key]`` cites a source, ``!!! note "Title"`` begins a box (as ``> [!NOTE]`` does), and ``{: .name #place }`` in the
last line of a paragraph, or ``{#place}`` behind a heading, names it. GitHub's own: "GitHub Flavored Markdown Spec"
0.29; its alerts and footnotes are described in GitHub Docs, "Basic writing and formatting syntax".
"""

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from resourcehub.prose.autolinks import AT, autolinks
from resourcehub.prose.citations import CITATION
from resourcehub.prose.emphasis import unspaced
from resourcehub.prose.names import name_parts

Rule = Callable[[StateInline, bool], bool]


@cache
def dialect() -> MarkdownIt:
    """Return the parser. Addresses stay as they are written: what may be linked to is decided by those who look."""
    md = MarkdownIt("gfm-like2", {"linkify": False})
    md.use(footnote_plugin).use(autolinks).use(admon_plugin).use(unspaced)
    md.disable("linkify", ignoreInvalid=True)
    md.inline.ruler.disable("footnote_inline")  # ``^[words]`` is Pandoc's; GitHub shows it as it is
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    for name, rule in (("link", link), ("image", image), ("autolink", autolink), ("backticks", backtick)):
        md.inline.ruler.at(name, _noted(rule))
    md.inline.ruler.before("link", "citation", _noted(_citation))
    md.core.ruler.push("names", name_parts)
    return md


def _noted(rule: Rule) -> Rule:
    """Let a rule leave the place of what it read on the first token it makes."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        made = (token for token in state.tokens[before:] if token.type != "text")
        if not silent and (first := next(made, None)):
            first.meta[AT] = (start, state.pos)
        return True

    return noted


def _citation(state: StateInline, silent: bool) -> bool:
    """``[@key]`` and ``[@key; @other]``."""
    found = CITATION.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("citation", "", 0).content = found[0]
    state.pos = found.end()
    return True
