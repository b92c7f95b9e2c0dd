"""YAML files and front matter -> plain values that know their file, line and column.

Every scalar stays a string: the model's field types decide what it means, so Norwegian ``no`` stays a word.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from yaml import CSafeLoader

from resourcehub.catalog.lost import lost_words
from resourcehub.catalog.plain import PRIVATE, behind, shown
from resourcehub.catalog.syntax import explain
from resourcehub.problems import Place, Problem

# ``yaml.compose`` is recursive C: 30,000 nested brackets end the process, and 50 MB take 1.6 GiB (measured).
MAX_BYTES = 10_000_000
MAX_DEPTH = 50
MOST = 1000  # faults of one kind in one file: a broken file must not fill the memory
Keys = tuple[str | int, ...]

# Control characters, line ends that editors do not count, and signs that reorder text (Unicode TR36, 2.10.1).
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}\ufffe\uffff]|{PRIVATE.pattern}")
# As in mkdocs.utils.meta, so that both see the same front matter.
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """The values of a file (dict, list and str only; blank ones left out) and the places they stand at.

    ``data`` is None where there are none: an empty file, or front matter that cannot be parsed.
    """

    file: str
    data: Any
    text: str = ""
    values: dict[Keys, Place] = field(default_factory=dict, repr=False)
    keys: dict[Keys, Place] = field(default_factory=dict, repr=False)

    def place(self, path: Keys) -> Place:
        """Return the place of the value at ``path`` (keys and indexes), or of its nearest parent."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file))

    def key_place(self, path: Keys) -> Place:
        """Return the place of the last key of ``path``, or of the value there if it has no key."""
        return self.keys.get(path) or self.place(path)

    def names(self, path: Keys) -> tuple[str, ...]:
        """Return the names in the group at ``path``, those without a value too."""
        return tuple(str(key[-1]) for key in self.keys if key[:-1] == path)


def fingerprint(text: str) -> str:
    """Return 12 hex digits that change with a file's words, not its line ends, BOM or trailing blanks."""
    lines = (line.rstrip() for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")))
    return hashlib.sha256("\n".join(lines).rstrip("\n").encode()).hexdigest()[:12]


def read_text(root: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text, its line ends those of Unix, without BOM; or None and the reason why not."""
    try:
        if (root / file).stat().st_size > MAX_BYTES:
            cure = f"the file is larger than {MAX_BYTES // 1_000_000} MB: take out what does not belong here"
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
    return re.sub(r"\r\n?", "\n", text), []


def read_yaml(root: Path, file: str, prepare: Callable[[str], str] = str) -> tuple[Source | None, list[Problem]]:
    """Return the values of a YAML file and what is wrong with it; None if it cannot be parsed.

    ``prepare`` may put plain YAML in the place of what is more than that, line by line.
    """
    text, problems = read_text(root, file)
    if text is None:
        return None, problems
    clean, problems = _without_invisible(file, text)
    source, faults = _parse(file, text, prepare(clean))
    return source, problems or faults if source is None else [*problems, *faults]


def read_page(root: Path, file: str) -> tuple[Source | None, str, list[Problem]]:
    """Return the front matter of a page, its Markdown body, and what is wrong; None if it is no text."""
    text, problems = read_text(root, file)
    if text is None:
        return None, "", problems
    clean, problems = _without_invisible(file, text)
    front = _FRONT.match(clean)
    if not front:
        cure = "the page must begin with a line '---', its title and description, and another line '---'"
        return Source(file, None, text), clean, [*problems, Problem(Place(file, 1), cure, "no-front-matter")]
    # A blank line in place of the first '---' keeps the line numbers and makes the rest plain YAML.
    source, faults = _parse(file, text, "\n" + front[1])
    body = clean[front.end() :]
    if source is None:
        return Source(file, None, text), body, problems or faults
    return source, body, [*problems, *faults]


def _without_invisible(file: str, text: str) -> tuple[str, list[Problem]]:
    """Report every invisible character and put a blank in its place, so that it hides no other fault."""
    lines = enumerate(text.split("\n"), 1)
    signs = ((Place(file, n, found.start() + 1), found) for n, line in lines for found in _INVISIBLE.finditer(line))
    problems = [_invisible(*sign) for sign in islice(signs, MOST)]
    return (_INVISIBLE.sub(" ", text) if problems else text), problems


def _invisible(place: Place, found: re.Match[str]) -> Problem:
    what, code = "an invisible control character", "control-character"
    if found[0] in _BIDI:
        what, code = "an invisible character that reorders text", "bidi-override"
    elif PRIVATE.match(found[0]):
        what, code = "a letter that only one font can draw", "private-letter"
    where = behind(found.string, found.start())
    return Problem(place, f"{what} (U+{ord(found[0]):04X}) {where}: delete it", code)


def _parse(file: str, text: str, yaml_text: str) -> tuple[Source | None, list[Problem]]:
    faults = list(_event_faults(file, yaml_text))
    if faults:
        return None, faults
    node = yaml.compose(yaml_text, Loader=CSafeLoader)
    source = Source(file, None, text)
    problems = list(lost_words(file, yaml_text, node)) if node else []
    data = _value(node, (), source, problems) if node else None
    return Source(file, data, text, source.values, source.keys), problems


def _event_faults(file: str, text: str) -> Iterator[Problem]:
    """Yield what makes a file unfit for ``yaml.compose`` or is more of YAML than a catalog needs."""
    depth, documents, last = 0, 0, None
    try:
        for event in yaml.parse(text, Loader=CSafeLoader):
            place = _place(file, event.start_mark)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > MAX_DEPTH:
                cure = f"nested more than {MAX_DEPTH} deep: close the brackets, or take out indentation"
                yield Problem(place, cure, "too-deep")
                return
            if documents > 1:
                cure = "a second document begins here: delete this line, one file is one document"
                yield Problem(place, cure, "several-documents")
                return
            yield from _extras(place, event)
            last = event if isinstance(event, yaml.ScalarEvent) else last
    except yaml.YAMLError as error:
        yield explain(file, text, error, last)


def _extras(place: Place, event: yaml.Event) -> Iterator[Problem]:
    cure = "at the beginning of a text means something else in YAML: put the text in quotes"
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        yield Problem(place, f"'*' or '&' {cure}", "yaml-alias")
    elif getattr(event, "tag", None):
        yield Problem(place, f"'!' {cure}", "yaml-tag")


def _place(file: str, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def _value(node: yaml.Node, path: Keys, source: Source, problems: list[Problem]) -> Any:
    """Convert a node and note the places of its parts. Depth is bounded by ``MAX_DEPTH``."""
    source.values[path] = _place(source.file, node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, source, problems)
    if isinstance(node, yaml.SequenceNode):
        items = [n for n in node.value if not _blank(n)]
        return [_value(n, (*path, i), source, problems) for i, n in enumerate(items)]
    return str(node.value)


def _mapping(node: yaml.MappingNode, path: Keys, source: Source, problems: list[Problem]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in node.value:
        place = _place(source.file, key.start_mark)
        where = (*path, str(key.value))
        if not isinstance(key, yaml.ScalarNode) or _blank(key):
            cure = "a plain name must stand before the colon: put texts with brackets in quotes"
            problems.append(Problem(place, cure, "bad-key"))
        elif where in source.keys:
            first = source.keys[where].line
            cure = f"'{shown(key.value)}' stands here again (first in line {first}): delete one of the two"
            problems.append(Problem(place, cure, "duplicate-key"))
        else:
            source.keys[where] = place
            if not _blank(value):
                data[key.value] = _value(value, where, source, problems)
    return data


def _blank(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()
