"""JSON Schema of what the commands print, made from the nouns themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reportedly.errors import UnknownResource
from reportedly.lineage import Comparison, Derivation
from reportedly.picture import Picture, Survey
from reportedly.reading import Reading
from reportedly.record import SCHEMAS
from reportedly.report import Report
from reportedly.span import Span
from reportedly.trace import Trace

ROOTS: Mapping[str, type] = {
    "report": Report,
    "reading": Reading,
    "comparison": Comparison,
    "lineage": Derivation,
    "picture": Picture,
    "trace": Trace,
    "sites": Survey,
}
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def json_schema(name: str) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one record that a command prints.

    Args:
        name: report, reading, comparison, lineage (one line of it), picture, trace or sites.

    Raises:
        UnknownResource: there is no such record.
    """
    if name not in ROOTS:
        raise UnknownResource(f"there is no schema {name!r}; there are {', '.join(ROOTS)}")
    defs: dict[str, Any] = {}
    root = _object(ROOTS[name], defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"reportedly {name}",
        **root,
        "$defs": {key: defs[key] for key in sorted(defs)},
    }


def _object(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    """Describe one noun; nouns that it holds go to `defs`."""
    hints = get_type_hints(kind)
    head = {"schema": {"const": SCHEMAS[kind]}} if kind in SCHEMAS else {}
    names = [field.name for field in fields(kind)]
    optional = {"field"} if kind is Span else set()
    return {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n")[0],
        "properties": {**head, **{name: describe(hints[name], defs) for name in names}},
        "required": [*head, *(name for name in names if name not in optional)],
        "additionalProperties": False,
    }


def describe(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """Describe the values of one type; nouns that it holds go to `defs`, by which it refers to them."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [describe(part, defs) for part in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": describe(get_args(hint)[0], defs)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": describe(get_args(hint)[1], defs)}
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    if hint is Any or origin is not None or not isinstance(hint, type):
        raise TypeError(f"no schema for {hint!r}")
    if hint.__name__ not in defs:
        defs[hint.__name__] = {}  # a noun that holds itself would come round again
        defs[hint.__name__] = _definition(hint, defs)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _definition(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind], "description": (kind.__doc__ or "").split("\n")[0]}
    if is_dataclass(kind):
        return _object(kind, defs)
    raise TypeError(f"no schema for {kind!r}")
