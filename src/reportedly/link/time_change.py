"""Find days, dates, times of day, periods and lengths of time that a retelling changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import near_keys, reach_of, share_near
from reportedly.link.clock import find_clocks
from reportedly.link.passage import Pairing, Passage, Reach
from reportedly.reading import Reading
from reportedly.span import Field

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = tuple("january february march april may june july august september october november december".split())
_VALUE = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<part>[A-Z]{2}))?(?:T.*)?$"
)
_WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-W(?:\d\d|XX)-(?P<day>[1-7])(?:T(?P<part>[A-Z]{2}))?(?:T.*)?$")
_NAMES = (*_DAYS, *(month[:3] for month in MONTHS))
_OF_DAY = re.compile(r"T\d")
_PERIOD = re.compile(r"(?:\d{4}|XXXX)-(?P<period>[HQ]\d|SP|SU|FA|WI)$")
_LENGTH = re.compile(r"P(?P<days>T)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[SMHDWY])$")
_LENGTHS = {"TS": 1.0, "TM": 60.0, "TH": 3600.0, "D": 86400.0, "W": 604800.0, "M": 2629800.0, "Y": 31557600.0}
_ROUNDED = 0.15  # part by which lengths of time told in two units may differ
_ALIKE = 0.34  # share of the words round two times that must be the same
_AT_LEAST, _EARLIEST = ("at", "least"), ("at", "the", "earliest")
_NIGHT = "night"
_NIGHTLY = frozenset({_NIGHT, "overnight", "early", "dawn", "morning"})
_A_PAIR = 2
_TRAILING = 6  # words behind a time among which 'at least' stands
_BEFORE, _BEHIND = 6, 5  # words that are told with a time


class Time(NamedTuple):
    """A time where it stands, as far as the words tell it."""

    sort: str  # day, month, year, period, length, clock
    text: str
    reach: Reach
    near: frozenset[int]
    date: tuple[str | None, str | None, str | None] = (None, None, None)  # year, month, day
    weekday: int | None = None
    part: str | None = None  # of the day
    value: float | str = ""
    night: str = ""  # the word beside it by which it may be a night

    @property
    def named(self) -> bool:
        """Tell whether the words name a day of the week: which week is meant often stays open."""
        return any(day in self.text.lower() for day in _DAYS)

    @property
    def outright(self) -> bool:
        """Tell whether the words name the time themselves: not 'the next day'."""
        text = self.text.lower()
        dated = any(sign.isdigit() for sign in text) or any(month[:3] in text for month in MONTHS)
        return self.sort != "day" or self.named or dated


def find_time_changes(pairing: Pairing, origin: Reading, derivative: Reading) -> list[Variation]:
    """List the times for which the retelling tells another of the same sort."""
    ones = [*_times(pairing.origin, origin), *_clocks(pairing.origin)]
    twos = [*_times(pairing.derivative, derivative), *_clocks(pairing.derivative)]
    lost, gained = _unmet(ones, twos), _unmet(twos, ones)
    found, told = [], list[Time]()
    for old in lost:
        fits = [new for new in gained if new not in told and new.sort == old.sort]
        alone = [time.sort for time in (*lost, *gained)].count(old.sort) == len(fits) + 1 == _A_PAIR
        clear = alone and not _hinted(old, twos) and not any(_hinted(new, ones) for new in fits)
        beside = (each for each in fits if clear or _beside(pairing, old, each))
        new = max(beside, key=lambda each: share_near(old.near, each.near), default=None)
        if new:
            told.append(new)
            found.append(_tell(pairing, old, new, f"“{old.text}” became “{new.text}”."))
    return found + _opened(pairing, ones, twos)


def _unmet(times: list[Time], others: list[Time]) -> list[Time]:
    """Give the times that are told outright and that none told outright on the other side agrees with."""
    told = [other for other in others if other.outright]
    return [time for time in times if time.outright and not any(_agree(time, other) for other in told)]


def _hinted(time: Time, others: list[Time]) -> bool:
    """Tell whether the other side may mean a time by words like 'the next day'."""
    return any(not other.outright and _agree(time, other) for other in others)


def is_time(form: str) -> bool:
    """Tell whether a word names a day of the week or a month."""
    return form in _DAYS or form in MONTHS or (len(form) <= 4 and any(month.startswith(form) for month in MONTHS))


def _times(passage: Passage, reading: Reading) -> Iterator[Time]:
    """Give the days, months, years, periods and lengths of time in a passage."""
    for told in reading.times:
        inside = any(start <= told.span.start < end for start, end in passage.bounds)
        reach = reach_of(passage, told.span.start, told.span.end) if inside and told.span.field is Field.BODY else None
        if reach is not None and not passage.tokens[reach[0]].quoted:
            time = _read(told.value, told.span.text, reach, near_keys(passage, reach))
            if time:
                beside = passage.forms[max(0, reach[0] - 3) : reach[1] + 1]
                yield time._replace(night=next((form for form in beside if form in _NIGHTLY), ""))


def _clocks(passage: Passage) -> Iterator[Time]:
    """Give the times of day in a passage."""
    for start, end in passage.bounds:
        for clock in find_clocks(passage.body[start:end]):
            reach = reach_of(passage, start + clock.start, start + clock.end)
            if reach is not None and not passage.tokens[reach[0]].quoted:
                text = passage.body[start + clock.start : start + clock.end]
                minute = f"{clock.minute % 720}{clock.minute // 720 if clock.exact else ''}"
                yield Time("clock", text, reach, near_keys(passage, reach), value=minute)


def _read(value: str, text: str, reach: Reach, near: frozenset[int]) -> Time | None:
    """Read a TIMEX3 value; None where it says no time that could be another one."""
    if weekday := _WEEKDAY.match(value):
        return Time("day", text, reach, near, weekday=int(weekday["day"]), part=weekday["part"])
    if period := _PERIOD.match(value):
        return Time("period", text, reach, near, value=period["period"])
    if length := _LENGTH.match(value):
        seconds = _LENGTHS.get((length["days"] or "") + length["unit"], 86400.0)
        return Time("length", text, reach, near, value=seconds * float(length["number"]), part=length["unit"])
    found = _VALUE.match(value)
    if not found or (_OF_DAY.search(value) and not any(name in text.lower() for name in _NAMES)):
        return None  # '7:40 p.m.': told as a time of day, and counted from a day that may not be the same
    year, month, day = (None if part in (None, "XX", "XXXX") else part for part in found.group("year", "month", "day"))
    sort = "day" if day else "month" if month else "year"
    if sort == "year" and (not year or year not in text):
        return None  # 'this year', 'a year before': counted from days that may not be the same
    of_week = date(int(year), int(month), int(day)).isoweekday() if year and month and day else None
    return Time(sort, text, reach, near, (year, month, day), of_week, found["part"])


def _agree(one: Time, other: Time) -> bool:
    """Tell whether two times may be the same; the same words are, whatever day they were counted from."""
    if one.text.lower() == other.text.lower():
        return True
    if one.sort == other.sort == "clock":
        short, long = sorted((str(one.value), str(other.value)), key=len)
        return long.startswith(short) or short == long
    if one.sort == other.sort == "length":
        return one.part == other.part or _close(float(one.value), float(other.value))
    if "period" in (one.sort, other.sort) or "length" in (one.sort, other.sort) or "clock" in (one.sort, other.sort):
        return one.sort == other.sort and one.value == other.value
    if one.weekday and other.weekday and (None in (one.date[2], other.date[2]) or (one.named and other.named)):
        return one.weekday == other.weekday or _one_night(one, other) or _one_night(other, one)
    shared = [(a, b) for a, b in zip(one.date, other.date, strict=True) if a is not None and b is not None]
    return bool(shared) and all(a == b for a, b in shared)


def _one_night(one: Time, other: Time) -> bool:
    """Tell whether a night is told by the day before it and by the day behind it."""
    following = one.weekday and other.weekday and one.weekday % 7 + 1 == other.weekday
    return bool(following) and one.night == _NIGHT and other.night not in ("", _NIGHT)


def _close(one: float, other: float) -> bool:
    """Tell whether two lengths are the same but for rounding."""
    return abs(one - other) <= _ROUNDED * max(one, other)


def _beside(pairing: Pairing, old: Time, new: Time) -> bool:
    """Tell whether two times stand at the same place: the same words round them, or the one put for the other."""
    return share_near(old.near, new.near) >= _ALIKE or pairing.puts_for(old.reach, new.reach)


def _opened(pairing: Pairing, ones: list[Time], twos: list[Time]) -> list[Variation]:
    """Say where 'until at least 10 March' became 'until 10 March', or the other way round."""
    found = []
    for old in ones:
        new = next((new for new in twos if new.sort == old.sort and _agree(old, new)), None)
        if new is None or old.sort == "length":
            continue
        one, two = (
            passage.forms[max(0, time.reach[0] - 2) : time.reach[0]] == _AT_LEAST
            or passage.forms[time.reach[1] : time.reach[1] + 3] == _EARLIEST
            or _ends_open(passage, time.reach[1])
            for passage, time in ((pairing.origin, old), (pairing.derivative, new))
        )
        if one != two:
            found.append(_tell(pairing, old, new, "The time was left open on one side and is not any more."))
    return found


def _ends_open(passage: Passage, place: int) -> bool:
    """Tell whether 'at least' closes the clause behind a time: 'until 3 in the morning at least'."""
    behind = range(place, min(place + _TRAILING, len(passage.tokens) - 1))
    return any(passage.forms[i : i + 2] == _AT_LEAST and passage.breaks[i + 1] for i in behind)


def _tell(pairing: Pairing, old: Time, new: Time, note: str) -> Variation:
    """Say that a time is another one, with the words round it."""
    reaches = (
        pairing.origin.window(old.reach, _BEFORE, _BEHIND),
        pairing.derivative.window(new.reach, _BEFORE, _BEHIND),
    )
    return pairing.tell(VariationKind.TIME_CHANGED, *reaches, Drift.NEUTRAL, note)
