"""``!ENV`` in ``mkdocs.yml``: a value that the environment may give, read as MkDocs reads it (pyyaml-env-tag)."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import yaml
from yaml import CSafeLoader

ENV = "!ENV"
# What MkDocs makes of a node by itself: a folder, or the name of a function for an extension of Markdown.
_HANDED_ON = ("!relative", "tag:yaml.org,2002:python/name:")
Spot = tuple[int, int]


def filled(text: str, given: Mapping[str, str] | None = None) -> str:
    """Return ``text`` with each tag's value in its place, quoted, so that lines stay and columns before it.

    Any other tag is left for the reader to refuse; so is what comes after a slip in the YAML.
    """
    lines, found = text.split("\n"), list[tuple[Spot, Spot, str]]()
    with suppress(yaml.YAMLError):
        found.extend(_tags(text, os.environ if given is None else given))
    for (line, start), (last, end), value in reversed(found):
        lines[line] = lines[line][:start] + json.dumps(value, ensure_ascii=False) + lines[last][end:]
        lines[line + 1 : last + 1] = [""] * (last - line)
    return "\n".join(lines)


def _tags(text: str, given: Mapping[str, str]) -> Iterator[tuple[Spot, Spot, str]]:
    """Yield where each tag with its value begins and ends, and what stands for it."""
    parts: list[str] | None = None
    start, end, flow = (0, 0), (0, 0), False
    for event in yaml.parse(text, Loader=CSafeLoader):
        begin, after, tag = _spot(event.start_mark), _spot(event.end_mark), getattr(event, "tag", None)
        if isinstance(event, yaml.SequenceStartEvent) and tag == ENV:
            parts, flow = [], bool(event.flow_style)
            start = end = begin
        elif isinstance(event, yaml.SequenceEndEvent) and parts is not None:
            # The end of a list without brackets is where the next thing begins: what counts is its last part's.
            yield start, after if flow else end, _value(parts, given)
            parts = None
        elif isinstance(event, yaml.ScalarEvent) and parts is not None:
            parts.append(event.value)
            end = after
        elif isinstance(event, yaml.ScalarEvent) and tag and (tag == ENV or tag.startswith(_HANDED_ON)):
            value = _value([event.value], given) if tag == ENV else event.value or tag
            yield begin, after, value


def _spot(mark: Any) -> Spot:
    return mark.line, mark.column


def _value(parts: list[str], given: Mapping[str, str]) -> str:
    """Return the value of the first name that the environment has, else the default, which stands last."""
    names, default = (parts[:-1], parts[-1]) if len(parts) > 1 else (parts, "")
    return next((given[name] for name in names if name in given), default)
