"""JSON schemas of rows, read from their classes: the description cannot say other than the answers."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}

type Schema = dict[str, Any]


def schema_of(kind: type) -> Schema:
    """The schema of a dataclass."""
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").partition("\n\n")[0],
        "properties": {field.name: _of_hint(hints[field.name]) for field in fields(kind)},
        "required": [field.name for field in fields(kind)],
    }


def _of_hint(hint: Any) -> Schema:
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        kinds = [_of_hint(argument) for argument in arguments]
        if all(set(kind) == {"type"} for kind in kinds):
            return {"type": [kind["type"] for kind in kinds]}
        return {"anyOf": kinds}
    if origin is tuple:
        return {"type": "array", "items": _of_hint(arguments[0])}
    if is_dataclass(hint) and isinstance(hint, type):
        return schema_of(hint)
    raise TypeError(f"no row has fields of {hint}")
