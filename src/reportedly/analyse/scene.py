"""What a time is counted from at one point of a report: its day, the tense, and the times told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportedly.analyse.calendar import move, read_day, tell
from reportedly.data import read_table
from reportedly.span import Span

ANCHOR_REACH = 700  # characters; between a day and 'the next day' lie a paragraph or two, rarely more
CLOCK_REACH = 250  # 'at 5 p.m.' belongs to the day of its own sentence or of the one before

_OPEN = {"W": "XXXX-WXX", "2W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XXXX"}
STEPS = {
    "last": -1,
    "the previous": -1,
    "previous": -1,
    "this past": -1,
    "last year's": -1,
    "year-ago": -1,
    "year-earlier": -1,
    "last year": -1,
    "next": 1,
    "the following": 1,
    "the coming": 1,
    "this coming": 1,
    "next year's": 1,
    "next year": 1,
}
TOWARDS = {
    "last": "before",
    "the previous": "before",
    "this past": "before",
    "next": "after",
    "the following": "after",
    "this coming": "after",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time told earlier in the report that has a date."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a value is counted from, at one point of a report."""

    day: date | None  # what it is counted from: the report's own day, or one told before; None where there is neither
    tense: str  # past or future, of the verb that governs the words; empty where none does
    direct: bool  # whether the words hang on that verb itself, no noun between
    quarter: str | None  # the last quarter told, a few sentences back at most


@cache
def symbol(word: str) -> str:
    """Give the TIMEX3 symbol of a unit, a season or a part of the day."""
    return {row["word"]: row["symbol"] for row in read_table("months_seasons.tsv")}[word.lower()]


@cache
def named(table: str, column: str, word: str) -> int:
    """Give the number of a month or a weekday by any of its forms."""
    rows = {row["word"].rstrip("."): int(row[column]) for row in read_table(table)}
    return rows[word.lower().rstrip(".")]


def counted(day: date | None, steps: int, unit: str) -> str:
    """Give the unit that lies `steps` units from `day`, open where there is no day."""
    moved = move(day, steps, unit) if day else None
    return tell(moved, "W" if unit == "2W" else unit) if moved else _OPEN.get(unit, "XXXX-XX-XX")


def last_told(
    told: Sequence[Told], unit: str, start: int, reach: int, latest: date | None = None
) -> tuple[Told, date] | None:
    """Give the last time told before `start` that is at least as fine as `unit`, and its day or first day.

    Args:
        told: the times told, in reading order.
        unit: D, W, M, Q, Y, DE or CE.
        start: the character at which the time stands that is counted.
        reach: how many characters before `start` it is looked for in.
        latest: the report's day where the verb is in the past: what is past does not count from what is to come.
    """
    for other in reversed(told):
        if start - other.span.end > reach:
            return None
        day = first_day(other.value, unit)
        if day is not None and (latest is None or day <= latest):
            return other, day
    return None


def first_day(value: str, unit: str) -> date | None:
    """Give the first day of a value from which whole units can be counted; None where it is too coarse for that.

    >>> first_day("2024-05", "M"), first_day("2024-05", "D")
    (datetime.date(2024, 5, 1), None)
    """
    day = read_day(value)
    if day is not None or unit in ("D", "TN"):
        return day
    week = re.match(r"(\d{4})-W(\d\d)", value)
    if week and unit in ("W", "2W", "M", "Y"):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    month = re.match(r"(\d{4})-(\d\d)$", value)
    if month and unit not in ("W", "2W"):
        return date(int(month[1]), int(month[2]), 1)
    year = re.match(r"\d{4}", value)
    return date(int(year[0]), 1, 1) if year and int(year[0]) and unit in ("Y", "DE", "CE") else None
