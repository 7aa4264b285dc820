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


def _same(value: Any) -> Any:
    """Give what JSON holds as it is."""
    return value


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """Give what makes a value of one type out of what JSON holds for it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (inner,) = (_maker(part) for part in parts if part is not NoneType)
        return _same if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _maker(parts[0])
        return tuple if item is _same else lambda values: tuple([item(value) for value in values])
    if origin is Mapping:
        return dict
    if hint is Span:
        return _span
    if is_dataclass(hint):
        return _maker_of_noun(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _Members(hint).__getitem__
    return _same


class _Members(dict[Any, Enum]):
    """The members of a closed list by their values: a collection that is loaded holds hundreds of thousands."""

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__((member.value, member) for member in kind)
        self._kind = kind

    def __missing__(self, value: object) -> Enum:
        return self._kind(value)  # which says what is wrong


def _maker_of_noun(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    plain: list[str] = []  # filled below: a noun may hold itself
    made: list[tuple[str, Callable[[Any], Any]]] = []

    def make(record: Mapping[str, Any]) -> Any:
        if not plain and not made:
            makers = [(name, _maker(hints[name])) for name in _names(kind)]
            plain.extend(name for name, maker in makers if maker is _same)
            made.extend((name, maker) for name, maker in makers if maker is not _same)
        told = {name: record[name] for name in plain}
        for name, maker in made:
            told[name] = maker(record[name])
        return kind(**told)

    return make


_FIELDS = _Members(Field)


def _span(record: Mapping[str, Any]) -> Span:
    field = _FIELDS[record.get("field", "body")]
    return Span(start=record["start"], end=record["end"], text=record["text"], field=field)  # type: ignore[arg-type]
