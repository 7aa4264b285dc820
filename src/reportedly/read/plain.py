"""Plain text to reports."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.read.compose import compose, compose_as_is
from reportedly.read.liveblog import split_entries
from reportedly.read.told import Told
from reportedly.report import Report


def read_plain(text: str, told: Told, *, as_is: bool = False) -> Iterator[Report]:
    """Give the report that a text holds, or each timed entry of a live blog as a report of its own."""
    if as_is:
        yield compose_as_is(text, told)
        return
    entries = split_entries(text, told)
    if entries:
        yield from (compose(entry.text, entry.told, page=False) for entry in entries)
    else:
        yield compose(text, told)
