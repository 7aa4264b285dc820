"""Give the first day, the last day and the EDTF form of a TIMEX3 value.

Source: ISO 8601-2:2019, EDTF level 1: seasons 21 to 24, `~`, `?`, `X` and intervals, open ones with `..`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
# Northern seasons, by their first and last month; winter is told by the year in which it begins or ends.
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
_THIRDS = {"START": 0, "MID": 1, "END": 2}
_UPTO = frozenset({"until", "till", "by"})
_MARKS = {"APPROX": "~", "UNSURE": "?"}


class Bounds(NamedTuple):
    """The days that a time may be, both included, and its EDTF form."""

    start: date
    end: date | None  # None where it is open
    edtf: str


class _Whole(NamedTuple):
    """Bounds that are closed."""

    start: date
    end: date
    edtf: str


def bounds(value: str, mod: str = "", day: date | None = None) -> Bounds | None:
    """Give the bounds of a TIMEX3 value; None where it has none.

    Args:
        value: as TIMEX3 has it; two values with a slash between are a range.
        mod: START, MID or END for a third of it; BEFORE or AFTER for what lies on that side of `day`;
            APPROX or UNSURE.
        day: the report's own.

    >>> bounds("2024-W50").edtf, bounds("199").edtf, bounds("P49Y")
    ('2024-12-09/2024-12-15', '199X', None)
    >>> bounds("2024-12", "START").edtf, bounds("2019", "MID").edtf, bounds("2022-SP").edtf
    ('2024-12-01/2024-12-10', '2019-05/2019-08', '2022-21')
    """
    since, _, upto = value.partition("/")
    try:
        found = _bounds(*since.partition("-")[::2])
        last = _bounds(*upto.partition("-")[::2]) if upto else None
    except ValueError:
        return None
    if found is not None and last is not None:
        found = _Whole(found.start, last.end, f"{found.edtf}/{last.edtf}")
    return Bounds(*_modified(found, mod, day)) if found is not None else None


def opened(told: Bounds, word: str, tense: str, day: date | None) -> Bounds:
    """Widen a time to the side on which the word before it opens it: 'since', or 'by' and 'until' of what lies ahead.

    Args:
        told: the bounds of the time itself.
        word: the word before it, in lower case.
        tense: of the verb: what was done 'by Sunday' is told of Sunday.
        day: the report's own: what goes on 'since May' goes on up to it, what is due 'by May' comes after it.

    >>> opened(bounds("2015"), "since", "past", None).edtf
    '2015/..'
    >>> opened(bounds("2025-03"), "by", "future", date(2024, 12, 14)).edtf
    '2024-12-14/2025-03'
    """
    if word == "since":
        known = day if day is not None and day >= told.start else None
        return Bounds(told.start, known, f"{told.edtf.split('/')[0]}/{known or '..'}")
    if word in _UPTO and tense != "past" and told.end is not None and day is not None and day < told.end:
        return Bounds(day, told.end, f"{day}/{told.edtf.split('/')[-1]}")
    return told


def winter_of(which: str, day: date) -> Bounds | None:
    """Give the one winter that 'last', 'this' or 'next' means; None for any other word: a year alone has two.

    >>> winter_of("last", date(2025, 10, 6)).edtf
    '2024-12/2025-02'
    """
    steps = {"last": -1, "this": 0, "next": 0}
    if which not in steps:
        return None
    begins = day.year + steps[which] - (day.month < 3 and which != "next")
    return Bounds(*_months(begins * 12 + 11, begins * 12 + 13))


def _modified(found: _Whole, mod: str, day: date | None) -> _Whole:
    """Narrow or mark bounds as words beside the time tell: 'early', 'later this', 'around'."""
    if mod in _THIRDS:
        return _third(found, _THIRDS[mod])
    if mod in _MARKS:
        return found._replace(edtf="/".join(part + _MARKS[mod] for part in found.edtf.split("/")))
    if day is not None and found.start < day < found.end:
        if mod == "BEFORE":
            return _days(found.start, day)
        if mod == "AFTER":
            return _days(day, found.end)
    return found


def _third(found: _Whole, which: int) -> _Whole:
    """Give the first, the middle or the last third: of a month ten days, of a year four months."""
    start, end = found.start, found.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start == end or (start.day != 1 and months > 1):
        return found
    if months == 1 and start.day == 1 and end.day > 27:
        return _days(start.replace(day=1 + which * 10), end if which == 2 else start.replace(day=10 + which * 10))
    if start.day == 1 and months % 3 == 0:
        first = start.year * 12 + start.month - 1 + which * (months // 3)
        return _months(first, first + months // 3 - 1)
    length = (end - start).days
    return _days(start + timedelta(length * which // 3), end - timedelta(length * (2 - which) // 3))


def _bounds(year: str, rest: str) -> _Whole | None:
    """Give the bounds of a value cut at its first dash; raises ValueError where it names no time."""
    if len(year) == 3 and year.isdigit():
        return _Whole(date(int(year) * 10, 1, 1), date(int(year) * 10 + 9, 12, 31), f"{year}X")
    if len(year) == 4 and year[2:] == "XX" and year[:2].isdigit():
        return _Whole(date(int(year[:2]) * 100, 1, 1), date(int(year[:2]) * 100 + 99, 12, 31), year)
    if len(year) != 4 or not year.isdigit():
        return None
    if not rest or rest == "WXX":
        return _Whole(date(int(year), 1, 1), date(int(year), 12, 31), year)
    return _civil(int(year), rest) if rest[0].isdigit() else _part_of_year(int(year), rest)


def _civil(year: int, rest: str) -> _Whole:
    """Give the bounds of a month, or of a day with or without a time of day."""
    month = int(rest[:2])
    if len(rest) >= 5 and rest[3:5].isdigit():
        day = date(year, month, int(rest[3:5]))
        return _Whole(day, day, day.isoformat())
    return _Whole(date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year:04}-{month:02}")


def _part_of_year(year: int, rest: str) -> _Whole:
    """Give the bounds of a week, a weekend, a quarter, a half or a season."""
    if rest[0] == "W" and rest[1:3].isdigit():
        monday = date.fromisocalendar(year, int(rest[1:3]), 1)
        return _days(monday + timedelta(5 if rest.endswith("WE") else 0), monday + timedelta(6))
    if rest[0] in "QH" and rest[1:2].isdigit():
        months = 3 if rest[0] == "Q" else 6
        last = year * 12 + int(rest[1]) * months - 1
        return _months(last - months + 1, last)
    season = f"{year:04}-{_SEASONS[rest[:2]]}" if rest[:2] in _SEASONS else f"{year:04}"
    if rest[:2] in _SEASON_MONTHS:
        first, last = (year * 12 + month - 1 for month in _SEASON_MONTHS[rest[:2]])
        return _months(first, last)._replace(edtf=season)
    if rest[:2] == "WI":
        return _Whole(date(year - 1, 12, 1), date(year + 1, 3, 1) - timedelta(1), season)
    return _Whole(date(year, 1, 1), date(year, 12, 31), season)


def _days(start: date, end: date) -> _Whole:
    return _Whole(start, end, f"{start.isoformat()}/{end.isoformat()}" if start != end else start.isoformat())


def _months(first: int, last: int) -> _Whole:
    """Give the bounds of whole months, each counted from year 0."""
    start = date(first // 12, first % 12 + 1, 1)
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    return _Whole(start, end, f"{start:%Y-%m}/{end:%Y-%m}" if first != last else f"{start:%Y-%m}")
