"""What the words that name a happening may mean, as predicates.tsv says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.data import read_table
from reportedly.event import EventType


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a predicate may mean, and what it asks of what stands around it."""

    type: EventType
    subject: str  # a actor, m what moves, t target, p place, q the dead and hurt, x none
    object: str  # the same, and o origin, d destination
    needs: frozenset[str]


@cache
def senses_of() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Give the senses of each lemma with its words, as a verb and as a noun, in the order that they are tried in."""
    found: dict[tuple[str, str], list[Sense]] = {}
    for row in read_table("predicates.tsv"):
        if row["type"] == "-":
            found[row["predicate"], row["pos"]] = []
            continue
        sense = _sense(row)
        found.setdefault((row["predicate"], row["pos"]), []).append(sense)
    return {key: tuple(senses) for key, senses in found.items()}


@cache
def senses_of_kind() -> dict[tuple[EventType, str], tuple[Sense, ...]]:
    """Give what a word of each type asks of what stands around it where no row has it, as a verb and as a noun."""
    found: dict[tuple[EventType, str], list[Sense]] = {}
    for row in read_table("kinds.tsv"):
        sense = _sense(row)
        found.setdefault((sense.type, row["pos"]), []).append(sense)
    return {key: tuple(senses) for key, senses in found.items()}


def _sense(row: Mapping[str, str]) -> Sense:
    return Sense(EventType(row["type"]), row["subject"], row["object"], frozenset(row["needs"].split()))


def is_usual(sense: Sense, *, noun: bool) -> bool:
    """Tell whether a sense is what is usual of its type, not what a row has of its word."""
    return any(sense is usual for usual in senses_of_kind().get((sense.type, "noun" if noun else "verb"), ()))


def is_pact(word: str) -> bool:
    """Tell whether a name's last word is what two sides agreed on: 'Accord', 'Treaty'."""
    senses = senses_of().get((word.lower(), "noun"), ()) if word.istitle() else ()
    return any(sense.type is EventType.AGREE for sense in senses)
