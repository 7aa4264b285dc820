"""Nouns as plain values that JSON can hold, in the shapes of docs/contract.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from reportedly.lineage import Comparison
from reportedly.picture import Picture
from reportedly.reading import Reading
from reportedly.span import Field, Span

SCHEMAS = {
    Reading: "reportedly/reading/1",
    Comparison: "reportedly/comparison/1",
    Picture: "reportedly/picture/1",
}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def to_record(value: object) -> Any:
    """Give a noun, or anything it is made of, as dicts, lists, texts and numbers.

    Readings, comparisons and pictures begin with their `schema`. A span of the body has no `field`.
    """
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Span):
        where = {"start": value.start, "end": value.end, "text": value.text}
        return where if value.field is Field.BODY else {**where, "field": value.field.value}
    if isinstance(value, tuple):
        return [to_record(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_record(value[key]) for key in sorted(value)}
    return _noun(value)


def _noun(value: object) -> dict[str, Any]:
    kind = type(value)
    if not is_dataclass(kind):
        raise TypeError(f"a {kind.__name__} is no noun")
    head = {"schema": SCHEMAS[kind]} if kind in SCHEMAS else {}
    return {**head, **{name: to_record(getattr(value, name)) for name in _names(kind)}}
