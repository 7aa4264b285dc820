"""The shapes of nouns, told to a reader of JSON that makes them at once: opening a page makes hundreds of thousands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import core_schema as shape

from reportedly.span import Field, Span


@cache
def reader_of(kind: type) -> Callable[[str | bytes], Any]:
    """Give what makes a noun out of the JSON of what `to_record` gave for it.

    It raises a ValueError where the record lacks a field, a value is not one of its closed list, or a text holds half
    a character, which JSON can tell and this reader does not take.
    """
    nouns: dict[type, CoreSchema] = {}
    whole = _shape(kind, nouns)
    return SchemaValidator(shape.definitions_schema(whole, list(nouns.values()))).validate_json


def _shape(hint: Any, nouns: dict[type, CoreSchema]) -> CoreSchema:
    """Give the shape of values of one type; those of nouns are gathered in `nouns`."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType) and len(parts) == 2:
        (inner,) = (_shape(part, nouns) for part in parts if part is not NoneType)
        return shape.nullable_schema(inner)
    if origin is tuple:
        return shape.tuple_variable_schema(_shape(parts[0], nouns))
    if is_dataclass(hint) and isinstance(hint, type):
        if hint not in nouns:
            nouns[hint] = shape.any_schema()  # a noun may hold itself
            nouns[hint] = _shape_of_noun(hint, nouns)
        return shape.definition_reference_schema(hint.__name__)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return shape.enum_schema(hint, list(hint))
    return shape.any_schema()  # what JSON holds as it is


def _shape_of_noun(kind: type, nouns: dict[type, CoreSchema]) -> CoreSchema:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    told = {name: _shape(hints[name], nouns) for name in names}
    if kind is Span:
        told["field"] = shape.with_default_schema(told["field"], default=Field.BODY)
    held = [shape.dataclass_field(name, part, kw_only=True) for name, part in told.items()]
    arguments = shape.dataclass_args_schema(kind.__name__, held)
    return shape.dataclass_schema(kind, arguments, names, ref=kind.__name__, slots=True)
