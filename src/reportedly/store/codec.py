"""Nouns as a database holds them: JSON in ASCII, so that any text comes back as it was."""

from __future__ import annotations

import json
import re
import zlib
from typing import Any, TypeVar

from reportedly.record import from_record, to_record
from reportedly.store.shape import reader_of

Noun = TypeVar("Noun")
_UNFIT = re.compile("[\x00\ud800-\udfff]")  # what no database takes as text


def pack(noun: object, *, without: str | None = None) -> str:
    """Write a noun as JSON, leaving a field out."""
    record = to_record(noun)
    if without is not None:
        del record[without]
    return json.dumps(record, separators=(",", ":"))


def unpack(kind: type[Noun], words: str) -> Noun:
    """Make a noun of its JSON."""
    hint: Any = kind
    try:
        noun: Noun = reader_of(hint)(words)
    except ValueError:  # half a character, which the fast reader does not take
        return from_record(kind, json.loads(words))
    return noun


def put_before(words: str, **known: str) -> str:
    """Put fields before those of an object, all as JSON; one that the object has itself holds.

    >>> put_before('{"b":2}', a="1")
    '{"a":1,"b":2}'
    """
    return "{" + ",".join([*(f'"{name}":{value}' for name, value in known.items()), words[1:]])


def deflate(words: str) -> bytes:
    """Make JSON small."""
    return zlib.compress(words.encode(), 1)


def inflate(held: bytes) -> str:
    """Give back what `deflate` made small."""
    return zlib.decompress(held).decode()


def plain(text: str | None) -> str | None:
    """Give text that a database takes and can search, character by character where it was."""
    return None if text is None else _UNFIT.sub("�", text)
