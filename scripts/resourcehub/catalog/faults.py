"""Pydantic's errors -> problems: a place in the file, plain words with the cure, and a code of the guide."""

import marshal
import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from resourcehub.catalog.plain import shown
from resourcehub.catalog.source import Source
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Problem, nearest, suggestion

_SHAPES = {
    "tuple_type": "'{name}' must be a list: write [one, two], or each on a line of its own behind '- '",
    "string_type": "'{name}' must be one text, not a list or a group of fields",
    "model_type": "this must be a group of fields, such as 'id: reading' and 'title: Reading'",
    "dict_type": "'{name}' must be a group of fields",
    "int_type": "'{name}' must be one number",
    "float_type": "'{name}' must be one number",
}
# What may stand in the place of a missing field.
_OTHERWISE = {"languages": ", or of a place 'spoken: …'"}


def shaped(
    shape: type[BaseModel], values: object, source: Source, path: Keys = ()
) -> tuple[BaseModel | None, list[Problem]]:
    """Return the values at ``path`` of a source as a ``shape``, or None and what is wrong with them."""
    try:
        return shape.model_validate(values), []
    except ValidationError as error:
        return None, list(faults(error, source, path, shape))


class Memory:
    """Knows the shapes of values that were checked before, so that of a catalog only what changed is checked again."""

    def __init__(self) -> None:
        self._known: dict[tuple[type[BaseModel], bytes], BaseModel] = {}

    def shaped(
        self, shape: type[BaseModel], values: dict[str, Any], source: Source, path: Keys = ()
    ) -> tuple[BaseModel | None, list[Problem]]:
        """Do what ``shaped`` does: a shape knows nothing of its place, and what had faults is not remembered."""
        key = (shape, marshal.dumps(values, 2))  # the second form: equal values are equal bytes
        if key in self._known:
            return self._known[key], []
        found, problems = shaped(shape, values, source, path)
        if found:
            self._known[key] = found
        return found, problems


def faults(error: ValidationError, source: Source, path: Keys, shape: type[BaseModel]) -> Iterator[Problem]:
    """Yield the faults that pydantic found in the value at ``path``, which should have been a ``shape``."""
    details = error.errors(include_url=False)
    # Pydantic counts no parts with faults of their own: a list of one such part would be too short as well.
    parents = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    misspelt = {(*d["loc"][:-1], _meant(d, shape)) for d in details if d["type"] == "extra_forbidden"}
    for detail in details:
        if detail["type"] == "too_short" and detail["loc"] in parents:
            continue
        if detail["type"] == "missing" and detail["loc"] in misspelt:
            continue  # the name with the slip has its own message
        where = (*path, *detail["loc"])
        message, code = _say(detail, shape)
        place = source.key_place(where) if code == "unknown-field" else source.place(where)
        yield Problem(place, " ".join(message.split()), code)


def _meant(detail: ErrorDetails, shape: type[BaseModel]) -> str | None:
    """Return the field that a name with a slip stands for."""
    return nearest(str(detail["loc"][-1]), _names(shape, detail["loc"][:-1]))


def _say(detail: ErrorDetails, shape: type[BaseModel]) -> tuple[str, str]:
    kind, loc = detail["type"], detail["loc"]
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "this")
    if kind == "missing":
        return f"'{name}' is missing: add a line '{name}: …'{_OTHERWISE.get(name, '')}", "missing-field"
    if kind == "extra_forbidden":
        cure = suggestion(name, _names(shape, loc[:-1])) or ": delete it, or see the list of fields"
        return f"unknown field '{shown(name)}'{cure}", "unknown-field"
    if kind in ("enum", "literal_error"):
        return _choice(name, detail["input"], re.findall(r"'([^']*)'", detail["ctx"]["expected"]))
    if kind == "bool_parsing":
        return _choice(name, detail["input"], ["true", "false"])
    if kind == "too_short":
        return f"'{name}' needs at least {detail['ctx']['min_length']}: add what is missing", "too-few"
    if kind == "too_long":
        return f"'{name}' has more than {detail['ctx']['max_length']}: take some out", "too-many"
    if kind in _SHAPES or "_" in kind:
        return _SHAPES.get(kind, "'{name}' does not fit").format(name=name), "wrong-shape"
    return f"{name}: {detail['msg']}" if loc else detail["msg"], kind


def _choice(name: str, value: object, known: list[str]) -> tuple[str, str]:
    if not isinstance(value, str):
        return _SHAPES["string_type"].format(name=name), "wrong-shape"
    cure = suggestion(value.casefold(), known)
    return f"{name}: '{shown(value)}' is none of {', '.join(known)}{cure}", "unknown-value"


def _names(shape: type[BaseModel], loc: Keys) -> list[str]:
    """Return the names that fields may have in the part of ``shape`` that ``loc`` leads to."""
    for part in loc:
        found = {f.alias or n: f.annotation for n, f in shape.model_fields.items()}
        shape = (part_of(found.get(part)) if isinstance(part, str) else None) or shape
    return [field.alias or name for name, field in shape.model_fields.items()]


def part_of(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Edition, ...]``, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(part_of, get_args(annotation))), None)
