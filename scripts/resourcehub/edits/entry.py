"""The fields of an entry as the lines that an editor would write: in the model's order, long texts folded."""

import textwrap
from collections.abc import Mapping
from typing import Any

import yaml

from resourcehub.catalog.model import Resource

WIDTH = 120
STEP = "  "
ORDER = tuple(field.alias or name for name, field in Resource.model_fields.items())
_PARAGRAPHS = "details"
_ONE_LINE = 10_000_000  # PyYAML breaks a line at a width; an address or a title stands on one


def entry_lines(fields: Mapping[str, Any], indent: str = STEP) -> list[str]:
    """Return a resource as lines of a YAML list whose dashes have ``indent`` before them, without line ends.

    Values are strings, numbers, days, and lists or groups of these. Fields that say nothing are left out.
    """
    lines = single_lines(fields, indent + STEP)
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]] if lines else []


def single_lines(fields: Mapping[str, Any], indent: str = "") -> list[str]:
    """Return a resource as the lines of a file of its own."""
    return [line for name in ORDER if name in fields for line in field_lines(name, fields[name], indent)]


def field_lines(name: str, value: Any, indent: str) -> list[str]:
    """Return one field as lines; nothing where it says nothing."""
    if value in (None, "", [], ()):
        return []
    if name == _PARAGRAPHS:
        return [f"{indent}{name}: |", *_literal(str(value), indent + STEP)]
    line = f"{indent}{name}: {_plain(value)}"
    if len(line) <= WIDTH or not isinstance(value, str) or " " not in value:
        return [line]
    folded = textwrap.wrap(value, WIDTH - len(indent) - len(STEP), break_long_words=False, break_on_hyphens=False)
    return [f"{indent}{name}: >-", *(f"{indent}{STEP}{part}" for part in folded)]


def _plain(value: Any) -> str:
    """Return a value as YAML on one line, in quotes where it needs them."""
    told = [*value] if isinstance(value, tuple) else value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and not value.startswith("0"):
        told = int(value)  # a year or a count: the reader takes it as it stands
    text = yaml.safe_dump(told, allow_unicode=True, width=_ONE_LINE, default_flow_style=True, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def _literal(text: str, indent: str) -> list[str]:
    """Return paragraphs as a block of YAML that keeps its lines; long ones go on in the next."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        wrapped = textwrap.wrap(line, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
        lines += [f"{indent}{part}" for part in wrapped] or [""]
    return lines
