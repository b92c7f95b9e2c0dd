"""Our Markdown inside Python-Markdown, which the engine calls: it lists the headings, and we read."""

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.util import Registry

from resourcehub.languages.words import Words
from resourcehub.prose.dialect import dialect
from resourcehub.prose.elements import BACK, BOXES, elements


class _Nothing(Registry[Any]):
    """Takes in nothing: the engine would look for anchors in raw HTML, of which there is none, in quadratic time."""

    def register(self, item: Any, name: str, priority: float) -> None:
        pass


class _Parser(BlockParser):
    """Reads a page as a whole, by the parser that the checks use."""

    def __init__(self, md: Markdown, hub: "HubMarkdown") -> None:
        super().__init__(md)
        self.hub = hub

    def parseDocument(self, lines: Any) -> Any:
        tokens = dialect().parse("\n".join(lines))
        return ElementTree(elements(tokens, self.hub.numbers, self.hub.say, self.hub.lost))


def phrases(words: Words) -> dict[str, str]:
    """Return the words of ours that may stand in a page's text, in one language."""
    found = (
        *(words.get("Note"), words.get("Tip"), words.get("Important"), words.get("Warning"), words.get("Caution")),
        words.get("Back to the text"),
    )
    return dict(zip((*(kind.title() for kind in BOXES), BACK), (text.text for text in found), strict=True))


class HubMarkdown(Extension):
    """The extension.

    Before each page are set: ``numbers`` (citation key -> its number), ``say`` (our words), ``lost`` (targets of links
    that are not shown).
    """

    def __init__(self) -> None:
        super().__init__()
        self.numbers: Mapping[str, int] = {}
        self.say: Callable[[str], str] = str
        self.lost: frozenset[str] = frozenset()

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of the parser; of what others registered only the list of headings stays."""
        md.preprocessors = _Nothing()
        for name in ("inlinePatterns", "treeprocessors", "postprocessors"):
            setattr(md, name, Registry())
        md.parser = _Parser(md, self)
        TocExtension(marker="").extendMarkdown(md)
