"""Markdown additions of authored pages: ``[@key]`` marks a source, alignment becomes a class, raw HTML is mere text."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from resourcehub.catalog.citations import CITATION, keys_in


def source_anchor(key: str) -> str:
    """Return the id under which a page lists a source."""
    return f"source-{key}"


class _Marks(InlineProcessor):
    """``[@key]`` -> a raised link to the entry in the page's list of sources."""

    numbers: Mapping[str, int]

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        keys = keys_in(match[0])
        if not all(key in self.numbers for key in keys):
            return None, None, None
        mark = Element("sup", {"class": "hub-cite"})
        for key in keys:
            link = SubElement(mark, "a", {"href": f"#{source_anchor(key)}"})
            link.text = str(self.numbers[key])
        return mark, match.start(0), match.end(0)


class _Alignment(Treeprocessor):
    """``style="text-align: right"`` -> ``class="align-right"``: a strict content policy forbids the attribute."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if (style := cell.get("style", "")).startswith("text-align: "):
                cell.set("class", style.replace("text-align: ", "align-").rstrip(";"))
                del cell.attrib["style"]


class HubMarkdown(Extension):
    """The extension; ``numbers`` (citation key -> its number on the page) is set before each page is rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: Mapping[str, int] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        """Register both. Citations come before links (160), after code (190), and swallow blanks before them."""
        for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
            registry.deregister(name)  # raw HTML is a problem by rule; here it is impossible
        marks = _Marks(r"[ \n]*" + CITATION.pattern, md)
        marks.numbers = self.numbers
        md.inlinePatterns.register(marks, "hub-citation", 175)
        md.treeprocessors.register(_Alignment(md), "hub-alignment", 5)
