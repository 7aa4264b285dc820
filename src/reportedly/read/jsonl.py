"""JSON lines to reports: one object a line, with the report's text and what is told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportedly.errors import UnreadableInput
from reportedly.read.dates import read_date
from reportedly.read.html import read_html
from reportedly.read.plain import read_plain
from reportedly.read.told import Told
from reportedly.report import DateBasis, Report, Unread


def read_jsonl(text: str, path: str, *, as_is: bool = False) -> Iterator[Report | Unread]:
    """Give the report of each line, and what is wrong with each line that holds none."""
    number = 0
    # Only line feeds end a JSON line: other line ends may stand inside its strings.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield from _read_line(line, number, path, as_is)


def _read_line(line: str, number: int, path: str, as_is: bool) -> Iterator[Report | Unread]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        yield Unread(path=f"{path}:{number}", reason=f"line {number} is not JSON")
        return
    words = fields.get("text") if isinstance(fields, dict) else None
    markup = fields.get("html") if isinstance(fields, dict) else None
    if isinstance(words, str) and words.strip():
        yield from read_plain(_storable(words), _tell(fields, path), as_is=as_is)
    elif isinstance(markup, str) and markup.strip():
        try:
            yield from read_html(_storable(markup), _tell(fields, path), as_is=as_is)
        except UnreadableInput as error:
            yield Unread(path=f"{path}:{number}", reason=f"line {number}: {error}")
    else:
        yield Unread(path=f"{path}:{number}", reason=f"line {number} has no text")


def _storable(words: str) -> str:
    """Give the words without NUL, and without the halves of characters that no file can hold."""
    return words.replace("\x00", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _tell(fields: dict[str, Any], path: str) -> Told:
    """Give what a line says in its fields; one of the wrong type is passed over."""
    published = read_date(fields.get("published"))
    own = fields.get("id")
    return Told(
        path=path,
        id=str(own) if isinstance(own, str | int) and str(own) else None,
        title=_words(fields.get("title")),
        url=_words(fields.get("url")),
        published=published,
        published_basis=DateBasis.INPUT if published else None,
        publisher=_words(fields.get("publisher")),
    )


def _words(value: object) -> str | None:
    return " ".join(_storable(value).splitlines()).strip() or None if isinstance(value, str) else None
