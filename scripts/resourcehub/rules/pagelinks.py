"""The rule on links between pages. It looks at all languages at once: a strict MkDocs build stops at the first."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from resourcehub.catalog.plain import shown
from resourcehub.catalog.read import Document
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.rules.addresses import stamped
from resourcehub.rules.bodies import without_code
from resourcehub.rules.facts import Facts

_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^)>\s]{1,3000})|^ {0,3}\[[^\]\n]{1,500}\]:\s*<?(?P<named>[^>\s]+)", re.MULTILINE
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


def links_arrive(facts: Facts) -> Iterator[Problem]:
    """A link to another page leads to one, in every language; links are relative to the file they stand in.

    Nobody can say which pages of resources there are while the catalog cannot be read.
    """
    unread = facts.unread
    known = {d.key for d in facts.documents} | {_key(output.address) for output in stamped(facts)}
    known |= {f"{facts.resources}/{word}.md" for section, word in facts.meant if section == "resources"}
    for document in facts.documents:
        for place, target in page_links(document):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(document.key), target))
            if target.startswith("/"):
                cure = f"'{shown(target)}' begins at the root: write it relative to this file, such as ../about.md"
                yield Problem(place, cure, "broken-link")
            elif path.endswith(".md") and path not in known and not (unread and path.startswith(f"{facts.resources}/")):
                cure = f"there is no page '{shown(target)}'{suggestion(path, known)}"
                yield Problem(place, cure, "broken-link")


def page_links(document: Document) -> Iterator[tuple[Place, str]]:
    """Yield the place and the path of each link of a page to another page or file of the site."""
    text = without_code(document.body)
    for found in _LINK.finditer(text):
        target = found["inline"] or found["named"]
        if not _ELSEWHERE.match(target):
            row = text.count("\n", 0, found.start())
            column = found.start() - text.rfind("\n", 0, found.start())
            place = Place(document.source.file, document.lines_before + row + 1, column)
            yield place, unquote(re.split("[?#]", target)[0])


def _key(address: str) -> str:
    """``resources/`` -> ``resources/index.md``, ``resources/x/`` -> ``resources/x.md``: as Markdown names them."""
    return f"{address}index.md" if address == "resources/" else f"{address.rstrip('/')}.md"
