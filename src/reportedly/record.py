"""Nouns as plain values that JSON can hold, in the shapes of docs/contract.md, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reportedly.lineage import Comparison
from reportedly.picture import Picture, Survey
from reportedly.reading import Reading
from reportedly.span import Field, Span
from reportedly.trace import Trace

Noun = TypeVar("Noun")

SCHEMAS = {
    Reading: "reportedly/reading/1",
    Comparison: "reportedly/comparison/1",
    Picture: "reportedly/picture/1",
    Trace: "reportedly/trace/1",
    Survey: "reportedly/sites/1",
}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def to_record(value: object) -> Any:
    """Give a noun, or anything it is made of, as dicts, lists, texts and numbers.

    Readings, comparisons, pictures and traces begin with their `schema`. A span of the body has no `field`.
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


def from_record(kind: type[Noun], record: Mapping[str, Any]) -> Noun:
    """Make a noun of what `to_record` gave for it; keys that the noun does not know are passed over.

    Raises:
        KeyError: the record lacks a field.
        ValueError: a value is not one of its closed list.
    """
    hint: Any = kind
    noun: Noun = _maker(hint)(record)
    return noun


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """Give what makes a value of one type out of what JSON holds for it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (inner,) = (_maker(part) for part in parts if part is not NoneType)
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _maker(parts[0])
        return lambda values: tuple([item(value) for value in values])
    if origin is Mapping:
        return dict
    if hint is Span:
        return _span
    if is_dataclass(hint):
        return _maker_of_noun(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda value: value


def _maker_of_noun(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers: list[tuple[str, Callable[[Any], Any]]] = []  # filled below: a noun may hold itself

    def make(record: Mapping[str, Any]) -> Any:
        if not makers:
            makers.extend((name, _maker(hints[name])) for name in _names(kind))
        return kind(**{name: maker(record[name]) for name, maker in makers})

    return make


def _span(record: Mapping[str, Any]) -> Span:
    return Span(start=record["start"], end=record["end"], text=record["text"], field=Field(record.get("field", "body")))
