"""Give an event the codes that other schemes have for its kind: PLOVER, CAMEO, ACLED."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.event import EventType


class Codes(NamedTuple):
    """What other schemes call a kind of happening; None where none fits."""

    plover: str | None
    cameo: str | None
    acled: str | None


@cache
def _codes() -> dict[tuple[EventType, str], Codes]:
    """Give the codes by type and predicate; '' stands for any predicate of the type."""
    return {
        (EventType(row["type"]), words): Codes(row["plover"] or None, row["cameo"] or None, row["acled"] or None)
        for row in read_table("event_codes.tsv")
        for words in (row["words"] or "").split("|")
    }


def codes_of(type_: EventType, words: str) -> Codes:
    """Give the codes of an event type, narrowed by the predicate that names the happening where the table does so.

    >>> codes_of(EventType.ATTACK, "shell").cameo, codes_of(EventType.ATTACK, "attack").cameo
    ('194', '190')
    """
    return _codes().get((type_, words)) or _codes()[type_, ""]
