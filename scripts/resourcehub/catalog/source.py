"""YAML files and front matter -> plain values that know their file, line and column.

Every scalar stays a string: the model's field types decide what it means, so Norwegian ``no`` stays a word.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from resourcehub.catalog.plain import PRIVATE, behind
from resourcehub.catalog.tree import Keys, Node, build
from resourcehub.problems import Place, Problem

MAX_BYTES = 10_000_000
MOST = 1000  # faults of one kind in one file: a broken file must not fill the memory

# Control characters, line ends that editors do not count, and signs that reorder text (Unicode TR36, 2.10.1).
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}\ufffe\uffff]|{PRIVATE.pattern}")
# As in mkdocs.utils.meta, so that both see the same front matter.
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """The values of a file (dict, list and str only; blank ones left out) and the places they stand at.

    ``data`` is None where there are none: an empty file, or front matter that cannot be parsed. ``shift`` is how many
    lines of the file stand before the text that was read.
    """

    file: str
    data: Any
    text: str = ""
    node: Any = field(default=None, repr=False)
    shift: int = 0

    def place(self, path: Keys) -> Place:
        """Return the place of the value at ``path`` (keys and indexes), or of its nearest parent."""
        found = self.node.find(path)[0] if isinstance(self.node, Node) else self.node
        return self._at(found.mark if isinstance(found, Node) else found)

    def key_place(self, path: Keys) -> Place:
        """Return the place of the last key of ``path``, or of the value there if it has no key."""
        mark = self.node.key_mark(path) if isinstance(self.node, Node) else None
        return self._at(mark) if mark else self.place(path)

    def _at(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1 + self.shift, mark.column + 1) if mark else Place(self.file)

    def names(self, path: Keys) -> tuple[str, ...]:
        """Return the names in the group at ``path``, those without a value too."""
        found, depth = self.node.find(path) if isinstance(self.node, Node) else (None, 0)
        return tuple(found.keys) if isinstance(found, Node) and depth == len(path) else ()


def fingerprint(text: str) -> str:
    """Return 12 hex digits that change with a file's words, not its line ends, BOM or trailing blanks."""
    lines = (line.rstrip() for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")))
    return hashlib.sha256("\n".join(lines).rstrip("\n").encode()).hexdigest()[:12]


def read_text(root: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text, its line ends those of Unix, without BOM; or None and the reason why not."""
    try:
        if (root / file).stat().st_size > MAX_BYTES:
            cure = f"the file is larger than {MAX_BYTES // 1_000_000} MB: split it (a catalog with 'hub split')"
            return None, [Problem(Place(file), cure, "too-large")]
        data = (root / file).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        cure = f"byte {data[error.start]:#04x} is not UTF-8: save the file again in the encoding UTF-8"
        return None, [Problem(Place(file, line, column), cure, "not-utf-8")]
    except FileNotFoundError:
        return None, [Problem(Place(file), "there is no such file: add it, or correct its name", "missing-file")]
    except OSError as error:
        return None, [Problem(Place(file), f"the file cannot be read: {error.strerror}", "missing-file")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def read_yaml(root: Path, file: str, prepare: Callable[[str], str] = str) -> tuple[Source | None, list[Problem]]:
    """Return the values of a YAML file and what is wrong with it; None if it cannot be parsed.

    ``prepare`` may put plain YAML in the place of what is more than that, line by line.
    """
    text, problems = read_text(root, file)
    if text is None:
        return None, problems
    clean, problems = without_invisible(file, text)
    tree = build(file, prepare(clean))
    if tree.slips:
        return None, problems or tree.slips
    return Source(file, tree.data, text, tree.node), [*problems, *tree.faults]


def read_page(root: Path, file: str) -> tuple[Source | None, str, list[Problem]]:
    """Return the front matter of a page, its Markdown body, and what is wrong; None if it is no text."""
    text, problems = read_text(root, file)
    if text is None:
        return None, "", problems
    clean, problems = without_invisible(file, text)
    front = _FRONT.match(clean)
    if not front:
        cure = "the page must begin with a line '---', its title and description, and another line '---'"
        return Source(file, None, text), clean, [*problems, Problem(Place(file, 1), cure, "no-front-matter")]
    # A blank line in place of the first '---' keeps the line numbers and makes the rest plain YAML.
    tree = build(file, "\n" + front[1])
    body = clean[front.end() :]
    if tree.slips:
        return Source(file, None, text), body, problems or tree.slips
    return Source(file, tree.data, text, tree.node), body, [*problems, *tree.faults]


def without_invisible(file: str, text: str) -> tuple[str, list[Problem]]:
    """Report every invisible character and put a blank in its place, so that it hides no other fault."""
    if not _INVISIBLE.search(text):
        return text, []
    lines = enumerate(text.split("\n"), 1)
    signs = ((Place(file, n, found.start() + 1), found) for n, line in lines for found in _INVISIBLE.finditer(line))
    problems = [_invisible(*sign) for sign in islice(signs, MOST)]
    return _INVISIBLE.sub(" ", text), problems


def _invisible(place: Place, found: re.Match[str]) -> Problem:
    what, code = "an invisible control character", "control-character"
    if found[0] in _BIDI:
        what, code = "an invisible character that reorders text", "bidi-override"
    elif PRIVATE.match(found[0]):
        what, code = "a letter that only one font can draw", "private-letter"
    where = behind(found.string, found.start())
    return Problem(place, f"{what} (U+{ord(found[0]):04X}) {where}: delete it", code)
