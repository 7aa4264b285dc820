"""Dates as reports print them, to ISO 8601: a civil date stays one, a printed offset is kept, none is made up."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple

from reportedly.data import read_table

# Only zones that mean one offset wherever they are printed: 'IST' and 'CST' do not.
_ZONES = {
    "gmt": "+00:00",
    "utc": "+00:00",
    "z": "+00:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "mez": "+01:00",
    "cest": "+02:00",
    "mesz": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "est": "-05:00",
    "edt": "-04:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
}
_ISO = re.compile(
    r"(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])"
    r"(?:[T ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}\b)?)?"
)
_DOTTED = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d-])")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.](\d{2})(?::\d{2})?|h(\d{2})|(?=\s?[ap]\.?m\b))(?!\d|[.:]\d)"
    r"(?:\s?([ap])\.?m\b\.?)?(?:\s*\(?(Z|[+-]\d{2}:?\d{2}|(?:UTC|GMT)[+-]\d{1,2}|[A-Za-z]{3,4})\b\)?)?",
    re.I,
)
_AFTER_DATE = re.compile(r"[\s,|@·•–-]*(?:(?:at|um|à|a las|alle|o|kl)\b\.?\s*)?", re.I)
# '4:12 PM CST, Friday, ': a zone that means several offsets, marks and the weekday stand between a time and its date.
_TO_DATE = re.compile(
    r"(?:\s*\(?[A-Z]{2,4}\b\)?)?[\s,|·•–-]*(?:(?:on )?(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?", re.I
)
_WEEKDAY_BEFORE = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+$", re.I)
_YEAR_BEFORE = re.compile(r"\b\d{4}\W{1,3}(?:at )?$")
_LONGEST_CLOCK = 40  # characters of a time, its zone and a weekday
_EARLIEST_YEAR, _LATEST_YEAR = 1800, 2199  # what is outside is a number, not a year of publication


class Printed(NamedTuple):
    """A date found in a text: `[start, end)`, and its ISO form."""

    start: int
    end: int
    iso: str


@cache
def months() -> dict[str, int]:
    """Give the number of each month name, lower case."""
    return {row["word"]: int(row["month"]) for row in read_table("month_names.tsv")}


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of '14 December 2024' and 'December 14, 2024' over every month name."""
    names = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    day_first = (
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s*[-/]?\s*(?:de\s+|of\s+)?({names})\b\.?,?"
        r"\s*[-/]?\s*(?:de\s+|del\s+)?(\d{4})(?!\d)"
    )
    # 'March 12, 20256:44 PM' lost a line's end
    month_first = rf"\b({names})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})(?:(?!\d)|(?=\d{{1,2}}:\d\d))"
    return re.compile(day_first, re.I), re.compile(month_first, re.I)


def find_date(text: str) -> Printed | None:
    """Find the first whole date in `text`, with the time and offset that are printed beside it.

    A date in numbers whose day and month could be exchanged is not read, save in the order that dots imply, that the
    weekday beside it settles, or that goes with a clock of 24 hours.

    >>> find_date("Published 14 December 2024, 10:32 GMT")
    Printed(start=10, end=37, iso='2024-12-14T10:32+00:00')
    >>> find_date("03/04/2024") is None, find_date("03/04/2024 - 18:05").iso
    (True, '2024-04-03T18:05')
    >>> find_date("Monday, 03/04/2024").iso
    '2024-03-04'
    """
    found = [hit for hit in (_find_iso(text), _find_dotted(text), *_find_named(text)) if hit]
    return min(found, key=lambda hit: (hit.start, -hit.end)) if found else None


def _find_iso(text: str) -> Printed | None:
    for match in _ISO.finditer(text):
        year, _, month, day, hour, minute, second, zone = match.groups()
        date = _civil(year, month, day)
        if date:
            clock = f"T{int(hour):02}:{minute}" + (f":{second}" if second else "") if hour else ""
            return _checked(match.start(), match.end(), date + clock + (_offset(zone) if clock else ""), date)
    return None


def _find_dotted(text: str) -> Printed | None:
    for match in _DOTTED.finditer(text):
        first, mark, second, year = match.groups()
        day, month = int(first), int(second)
        if mark != "." and month > 12 >= day:
            day, month = month, day
        date = _civil(year, month, day)
        if date and mark != "." and day <= 12 and day != month:
            date = _settle(text, match, date, _civil(year, day, month))
        if date:
            return _with_clock(text, match.start(), match.end(), date)
    return None


def _settle(text: str, match: re.Match[str], day_first: str, month_first: str | None) -> str | None:
    """Choose between two readings of a date in numbers, None where nothing beside it tells which one is meant."""
    weekday = _WEEKDAY_BEFORE.search(text[: match.start()])
    for date in filter(None, (day_first, month_first)):
        if weekday and f"{datetime.date.fromisoformat(date):%a}" == weekday[1].title():
            return date
    clock = _CLOCK.search(text, match.end(), match.end() + _LONGEST_CLOCK)
    halved = clock is None or clock[4] or not (clock[2] or clock[3])
    beside = clock is not None and _AFTER_DATE.fullmatch(text, match.end(), clock.start())
    return day_first if beside and not halved else None


def _find_named(text: str) -> list[Printed]:
    found = []
    for pattern, (day, month, year) in zip(_named(), ((1, 2, 3), (2, 1, 3)), strict=True):
        match = pattern.search(text)
        date = match and _civil(match.group(year), months()[match.group(month).lower()], match.group(day))
        if match and date:
            found.append(_with_clock(text, match.start(), match.end(), date))
    return found


def _civil(year: str | int, month: str | int, day: str | int) -> str | None:
    """Give the ISO form of a day that the calendar has, None where it has none such."""
    if not _EARLIEST_YEAR <= int(year) <= _LATEST_YEAR:
        return None
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _with_clock(text: str, start: int, end: int, date: str) -> Printed:
    """Add the time that is printed right after a date."""
    gap = _AFTER_DATE.match(text[end : end + 40])
    at = end + (gap.end() if gap else 0)
    clock = find_clock(text, at)
    if clock is None or clock.start != at:
        clock = _clock_before(text, start)
        return _checked(clock.start, end, f"{date}T{clock.iso}", date) if clock else Printed(start, end, date)
    return _checked(start, clock.end, f"{date}T{clock.iso}", date)


def _clock_before(text: str, start: int) -> Printed | None:
    """Find the time that is printed right before a date, as in '4:12 PM GMT, May 3, 2024', and is no other date's."""
    for match in _CLOCK.finditer(text, max(0, start - _LONGEST_CLOCK), start):
        clock = find_clock(text[:start], match.start())
        if clock is None or not _TO_DATE.fullmatch(text, clock.end, start):
            continue
        return None if _YEAR_BEFORE.search(text[: clock.start]) else clock
    return None


def find_clock(text: str, at: int = 0) -> Printed | None:
    """Find the first time of day from `at` on: its ISO form is `HH:MM` with the offset that was printed."""
    for match in _CLOCK.finditer(text, at, at + 200):
        hour, minute = int(match.group(1)), int(match.group(2) or match.group(3) or 0)
        half = (match.group(4) or "").lower()
        if (half and not 1 <= hour <= 12) or hour > 23 or minute > 59:
            continue
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        offset = _offset(match.group(5))
        end = match.end() if offset or not match.group(5) else match.start(5)
        return Printed(match.start(), len(text[:end].rstrip(" (")), f"{hour:02}:{minute:02}{offset}")
    return None


def _offset(zone: str | None) -> str:
    """Give the ISO offset of a printed zone, empty where it is none or may mean several."""
    if not zone:
        return ""
    lower = zone.lower()
    if lower == "z":
        return "Z"
    if lower in _ZONES:
        return _ZONES[lower]
    digits = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", lower)
    return f"{digits[1]}{int(digits[2]):02}:{digits[3] or '00'}" if digits else ""


def _checked(start: int, end: int, iso: str, date: str) -> Printed:
    """Give the date alone where the time beside it is none that a clock shows."""
    return Printed(start, end, iso if _is_iso(iso) else date)


def _is_iso(value: str) -> bool:
    try:
        datetime.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def read_date(value: object) -> str | None:
    """Give the ISO form of a date that stands in a field: ISO 8601, an e-mail date, or one as pages print it.

    None where the field holds no whole date.

    >>> read_date("Sat, 14 Dec 2024 10:32:00 +0300")
    '2024-12-14T10:32:00+03:00'
    """
    if not isinstance(value, str) or len(value) > 200:
        return None
    text = value.strip()
    if re.match(r"\d{4}-\d{2}-\d{2}T", text) and _is_iso(text):
        return text
    if re.match(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:", text):
        try:
            return parsedate_to_datetime(text).isoformat()
        except ValueError:
            return None
    found = find_date(text)
    return found.iso if found else None
