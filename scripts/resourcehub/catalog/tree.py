"""YAML -> plain values and the places they stand at, in one pass over the parser's events.

Not by ``yaml.compose``, which is recursive C: 30,000 nested brackets end the process, and 50 MB take 1.6 GiB
(measured). The events are walked with a stack of our own, which stops at ``MAX_DEPTH``.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import CSafeLoader

from resourcehub.catalog.lost import Lost
from resourcehub.catalog.plain import shown
from resourcehub.catalog.syntax import explain
from resourcehub.problems import Place, Problem

MAX_DEPTH = 50
Keys = tuple[str | int, ...]
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Node:
    """A list or a group of fields: its mark, the marks of its keys, and its parts (nodes, or marks of texts)."""

    __slots__ = ("keys", "mark", "parts")

    def __init__(self, mark: Any, parts: Any) -> None:
        self.mark = mark
        self.parts = parts
        self.keys: dict[str, Any] = {}

    def find(self, path: Keys) -> tuple[Any, int]:
        """Return the mark of the value at ``path``, or of its nearest parent, and how many keys lead there."""
        node: Any = self
        for depth, key in enumerate(path):
            parts: Any = node.parts if isinstance(node, Node) else {}
            if not (key in parts if isinstance(parts, dict) else isinstance(key, int) and 0 <= key < len(parts)):
                return node, depth
            node = parts[key]
        return node, len(path)

    def key_mark(self, path: Keys) -> Any:
        """Return the mark of the last key of ``path``, or None."""
        node, depth = self.find(path[:-1])
        return node.keys.get(str(path[-1])) if path and depth == len(path) - 1 and isinstance(node, Node) else None


@dataclass(slots=True)
class Tree:
    """The values of a file: ``slips`` make it unreadable as it stands, ``faults`` are those of its keys.

    ``data`` is None for an empty file; with slips it is what was read up to the first that ends reading.
    """

    data: Any = None
    node: Any = None
    slips: list[Problem] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Report:
    """Where faults go: the tree of a text whose first line is line ``shift`` + 1 of ``file``."""

    tree: Tree
    file: str
    shift: int
    lost: Lost

    def words(self, event: Any) -> None:
        for found in self.lost.behind(event):
            place = Place(self.file, found.place.line + self.shift, found.place.column)
            self.tree.faults.append(Problem(place, found.message, found.code))

    def line(self, mark: Any) -> int:
        return int(mark.line) + 1 + self.shift

    def slip(self, mark: Any, message: str, code: str) -> None:
        self.tree.slips.append(Problem(Place(self.file, self.line(mark), mark.column + 1), message, code))

    def fault(self, mark: Any, message: str, code: str) -> None:
        self.tree.faults.append(Problem(Place(self.file, self.line(mark), mark.column + 1), message, code))


class _Root:
    __slots__ = ("tree",)

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def take(self, value: Any, node: Any, blank: bool) -> None:
        self.tree.data, self.tree.node = value, node


class _List:
    __slots__ = ("data", "node")

    def __init__(self, mark: Any) -> None:
        self.data: list[Any] = []
        self.node = Node(mark, [])

    def take(self, value: Any, node: Any, blank: bool) -> None:
        if not blank:
            self.data.append(value)
            self.node.parts.append(node)


class _Group:
    __slots__ = ("data", "key", "node", "report", "waits")

    def __init__(self, mark: Any, report: _Report) -> None:
        self.data: dict[str, Any] = {}
        self.node = Node(mark, {})
        self.report = report
        self.waits, self.key = False, ""

    def take(self, value: Any, node: Any, blank: bool) -> None:
        """Take a key, then its value, in turn; the value of a key that is none is dropped."""
        if not self.waits:
            self.waits, self.key = True, self._key(value, node, blank)
            return
        self.waits = False
        if self.key and not blank:
            self.data[self.key] = value
            self.node.parts[self.key] = node

    def _key(self, value: Any, node: Any, blank: bool) -> str:
        if isinstance(node, Node) or blank:
            cure = "a plain name must stand before the colon: put texts with brackets in quotes"
            self.report.fault(node.mark if isinstance(node, Node) else node, cure, "bad-key")
        elif first := self.node.keys.get(value):
            line = self.report.line(first)
            cure = f"'{shown(value)}' stands here again (first in line {line}): delete one of the two"
            self.report.fault(node, cure, "duplicate-key")
        else:
            self.node.keys[value] = node
            return str(value)
        return ""


def build(file: str, text: str, shift: int = 0) -> Tree:
    """Return the values of a YAML text whose first line is line ``shift`` + 1 of ``file``."""
    tree, last = Tree(), [None]
    stack: list[Any] = [_Root(tree)]
    report = _Report(tree, file, shift, Lost(file, text))
    try:
        _walk(text, stack, report, last)
    except yaml.YAMLError as error:
        found = explain(file, text, error, last[0], stack[-1].node.mark if len(stack) > 1 else None)
        place = Place(file, found.place.line + shift if found.place.line else 0, found.place.column)
        tree.slips.append(Problem(place, found.message, found.code))
    return tree


def _walk(text: str, stack: list[Any], report: _Report, last: list[Any]) -> None:
    """Walk the events. For the words of a parser's error, ``stack`` holds what is open and ``last`` the last scalar."""
    documents, lost = 0, report.lost.rows
    loader: Any = CSafeLoader(text)
    while (event := loader.get_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            last[0] = event
            if event.anchor or event.tag or lost:  # almost none has
                _extra(event, report)
                report.words(event)
            value = event.value
            stack[-1].take(value, event.start_mark, not value or value.isspace())
        elif kind in _STARTS:
            _extra(event, report)
            if len(stack) > MAX_DEPTH:
                cure = f"nested more than {MAX_DEPTH} deep: close the brackets, or take out indentation"
                return report.slip(event.start_mark, cure, "too-deep")
            stack.append(
                _Group(event.start_mark, report) if kind is yaml.MappingStartEvent else _List(event.start_mark)
            )
        elif kind in _ENDS:
            done = stack.pop()
            stack[-1].take(done.data, done.node, False)
        elif kind is yaml.AliasEvent:
            _extra(event, report)
            stack[-1].take("", event.start_mark, True)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                cure = "a second document begins here: delete this line, one file is one document"
                return report.slip(event.start_mark, cure, "several-documents")
    return None


def _extra(event: Any, report: _Report) -> None:
    """Report what is more of YAML than a catalog needs."""
    cure = "at the beginning of a text means something else in YAML: put the text in quotes"
    if event.anchor:
        report.slip(event.start_mark, f"'*' or '&' {cure}", "yaml-alias")
    elif getattr(event, "tag", None):
        report.slip(event.start_mark, f"'!' {cure}", "yaml-tag")
