"""Times of day as passages tell them, however they are written: '10 p.m.', '2200', 'a quarter past eleven'."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.text.fold import fold
from reportedly.text.number import read_number

_HALF_DAY = 720  # minutes
_MARK = r"(?P<mark>[ap])\.? ?m\b\.?"
_ZONE = r"(?:UTC|GMT|CET|CEST|EET|EEST|EST|EDT|BST|MSK|Z|local time|hours|hrs)"
_WORD = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEAD = r"(?:at|by|before|after|until|till|since|from|for)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.,:])(?P<hour>\d{{1,2}})(?:[.:](?P<minute>[0-5]\d))? ?{_MARK}",
        r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])(?! ?[ap]\.? ?m\b)",
        rf"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3])[.h](?P<minute>[0-5]\d)(?= ?{_ZONE}\b| o'clock)",
        rf"(?<=\b)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?= ?{_ZONE}\b)",
        rf"(?<![\w$€£])(?P<lead>{_LEAD} )(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
        r"(?! ?[a-z]*(?:s|people)\b)(?![\d,.-]\d)",
        rf"\b(?P<part>half|(?:a )?quarter) (?P<side>past|to) (?P<spelt>{_WORD})\b",
        rf"\b(?P<spelt>{_WORD}|\d{{1,2}}) o'clock\b",
        r"\b(?P<noon>noon|midday)\b",
        r"\b(?P<midnight>midnight)\b",
    )
)
_YEARS = range(18 * 60, 21 * 60)  # '1945' behind 'since' is a year and no hour


class Clock(NamedTuple):
    """A time of day where it stands."""

    start: int
    end: int
    minute: int  # of the day, or of half a day where the words leave it open which
    exact: bool  # whether it is clear which half of the day is meant


def find_clocks(text: str) -> tuple[Clock, ...]:
    """List the times of day in `text`, none overlapping.

    >>> [clock.minute for clock in find_clocks("At 10 p.m., or 2200 GMT, and not at half past ten")]
    [1320, 1320, 630]
    """
    folded = fold(text)
    found: list[Clock] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            clock = _read(match)
            if clock and all(clock.end <= other.start or other.end <= clock.start for other in found):
                found.append(clock)
    return tuple(sorted(found))


def same_clock(one: Clock, other: Clock) -> bool:
    """Tell whether two may be one time of day."""
    whole = _HALF_DAY * 2 if one.exact and other.exact else _HALF_DAY
    return one.minute % whole == other.minute % whole


def _read(match: re.Match[str]) -> Clock | None:
    """Read one match of a pattern; None where it is a year."""
    told = match.groupdict()
    start = match.start() + len(told.get("lead") or "")
    if told.get("noon"):
        return Clock(start, match.end(), _HALF_DAY, True)
    if told.get("midnight"):
        return Clock(start, match.end(), 0, True)
    if told.get("spelt"):
        return Clock(start, match.end(), _spelt(told), False)
    hour, minute = int(told["hour"]), int(told.get("minute") or 0)
    if told.get("lead") and hour * 60 + minute in _YEARS:
        return None
    if told.get("mark"):
        hour = hour % 12 + (12 if told["mark"].lower() == "p" else 0)
    return Clock(start, match.end(), hour * 60 + minute, bool(told.get("mark")) or hour > 12 or hour == 0)


def _spelt(told: dict[str, str]) -> int:
    """Give the minute of half a day that words like 'a quarter past eleven' tell."""
    hour = int(read_number(told["spelt"]) or 0) % 12
    part = 30 if told.get("part", "") and told["part"].endswith("half") else 15 if told.get("part") else 0
    return (hour * 60 + (-part if told.get("side") == "to" else part)) % _HALF_DAY
