"""Nouns as a database holds them: JSON in ASCII, so that any text comes back as it was."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from typing import Any, TypeVar

from reportedly.record import from_record, to_record

Noun = TypeVar("Noun")
_UNFIT = re.compile("[\x00\ud800-\udfff]")  # what no database takes as text


def pack(noun: object, *, without: str | None = None) -> str:
    """Write a noun as JSON, leaving a field out."""
    record = to_record(noun)
    if without is not None:
        del record[without]
    return json.dumps(record, separators=(",", ":"))


def unpack(kind: type[Noun], words: str, **known: Any) -> Noun:
    """Make a noun of its JSON; `known` are records of fields that were left out."""
    return from_record(kind, {**json.loads(words), **known})


def deflate(words: str) -> bytes:
    """Make JSON small."""
    return zlib.compress(words.encode(), 1)


def inflate(held: bytes) -> str:
    """Give back what `deflate` made small."""
    return zlib.decompress(held).decode()


def plain(text: str | None) -> str | None:
    """Give text that a database takes and can search, character by character where it was."""
    return None if text is None else _UNFIT.sub("�", text)


def load_body(record: Mapping[str, Any], body: str) -> str:
    """Give a report's body: the database's, or the record's own where no database would take that."""
    return str(record.get("body", body))
