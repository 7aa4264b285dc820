"""Phrases with what they do to a claim, read from tables, and where they stand in a passage."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.link.passage import Passage, Reach


class Entry(NamedTuple):
    """A phrase of a table."""

    field: str  # what it is about
    grade: int  # how strong it is within the field


class Hit(NamedTuple):
    """A phrase where it stands."""

    reach: Reach
    phrase: str
    field: str
    grade: int


@cache
def _phrases(table: str) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Read a table of phrases by their first word, the longest first."""
    gathered: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for row in read_table(table):
        phrase = tuple(row["phrase"].split())
        gathered.setdefault(phrase[0], []).append((phrase, Entry(row["field"], int(row["grade"]))))
    return {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in gathered.items()}


def find_phrases(passage: Passage, table: str) -> list[Hit]:
    """List the table's phrases in `passage`, the longest at each place, none inside another."""
    phrases = _phrases(table)
    found = []
    place = 0
    while place < len(passage.tokens):
        hit = _at(passage, place, phrases)
        if hit:
            found.append(hit)
        place = hit.reach[1] if hit else place + 1
    return found


def _at(passage: Passage, place: int, phrases: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]) -> Hit | None:
    """Give the longest phrase that starts at `place`."""
    for phrase, entry in phrases.get(passage.forms[place], ()):
        end = place + len(phrase)
        if passage.forms[place:end] == phrase:
            return Hit((place, end), " ".join(phrase), entry.field, entry.grade)
    return None
