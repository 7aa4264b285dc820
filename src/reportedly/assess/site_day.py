"""The day of a sight: which of the times of a sentence, or of those before it, its words are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.site_cue import (
    Act,
    Cue,
    apart,
    is_past,
    is_spoken,
)
from reportedly.assess.site_line import Line, days_of, times_in, told_days
from reportedly.assess.site_thing import Found
from reportedly.event import Event, TimeExpression
from reportedly.text.day import civil_day

_SHORT_DAYS = 3  # a time of an event up to this long dates it


_EVER_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


_PERFECT = re.compile(r"\b(?:has|have)\b[^.;]{0,40}\Z", re.IGNORECASE)


_SINCE = re.compile(r"\bsince\s+\Z", re.IGNORECASE)


Dates = dict[Cue, tuple[TimeExpression, tuple[date, date]]]


def dates_of(line: Line, cues: Sequence[Cue]) -> Dates:
    """Give each time of a sentence to the words nearest to it."""
    dates: Dates = {}
    for time in times_in(line.reading, line.start, line.end):
        days = days_of(time) or _since(time, line)
        if days is not None and cues:
            at = time.span.start - line.start
            nearest = min(cues, key=lambda cue: (apart(line.text, cue, at), cue.start))
            held = dates.get(nearest)
            if held is None or apart(line.text, nearest, held[0].span.start - line.start) > apart(
                line.text, nearest, at
            ):
                dates[nearest] = (time, days)
    return dates


def _since(time: TimeExpression, line: Line) -> tuple[date, date] | None:
    """Give the days of 'since November', be they many."""
    first, last = civil_day(time.start), civil_day(time.end or time.start)
    return (first, last) if first and last and _is_since(time, line) else None


def _is_ever_since(time: TimeExpression, line: Line, cue: Cue) -> bool:
    """Tell whether a thing has been there since what a time dates: 'has lain here since a fire on May 29'."""
    between = line.text[cue.end : max(time.span.start - line.start, cue.end)]
    return bool(_EVER_SINCE.search(between)) and bool(_PERFECT.search(line.text[: cue.end]))


def _is_since(time: TimeExpression, line: Line) -> bool:
    before = line.text[: time.span.start - line.start]
    return time.span.text.lower().startswith("since ") or bool(_SINCE.search(before))


@dataclass(frozen=True, slots=True)
class Told:
    """A thing with what tells of it: words, or an event, or neither."""

    thing: Found
    event: Event | None
    cue: Cue | None


def read_when(line: Line, by: Told, dates: Dates, act: Act) -> tuple[date | None, date | None, bool]:
    """Give the days that a sight is of, and whether words tell them."""
    published = civil_day(line.reading.report.published)
    lone = next(iter(dates.values())) if len(dates) == 1 and (by.cue is None or next(iter(dates)).weak) else None
    held = dates.get(by.cue, lone) if by.cue is not None else None
    if by.cue is not None and held is not None:
        time, (since, until) = held
        now = (
            act is Act.PRESENT
            and time.span.end - line.start <= by.cue.start
            and not is_past(line.text, by.cue, by.cue.start, by.cue.end)
        )
        if now and line.carried is None and not _is_since(time, line):
            return published, published, False  # of 'those that burnt on Sunday are still there' it is not Sunday
        if act in (Act.LEFT, Act.ARRIVED) and is_spoken(line.text[: time.span.start - line.start]):
            return since, until, False
        if act in (Act.PRESENT, Act.ABSENT) and (_is_since(time, line) or _is_ever_since(time, line, by.cue)):
            return (published if by.cue.weak else since), published or until, not by.cue.weak
        return since, until, True
    if by.cue is None and by.event is not None and (days := _event_days(by.event)) is not None:
        return *days, True
    if by.cue is None and lone is not None:
        return *lone[1], True
    if by.cue is None and not dates and len(alone := told_days(line)) == 1:
        return *alone[0], True
    if line.carried is not None and act in (Act.PRESENT, Act.ABSENT):
        return *line.carried, True
    if (
        line.narrated is not None
        and act in (Act.PRESENT, Act.ABSENT)
        and is_past(line.text, by.cue, by.thing.start, by.thing.end)
    ):
        return *line.narrated, True
    return published, published, False


def _event_days(event: Event) -> tuple[date, date] | None:
    """Give the days of an event; None where they are not told, or many."""
    when = event.time
    first, last = (civil_day(when.start), civil_day(when.end or when.start)) if when is not None else (None, None)
    return (first, last) if first and last and (last - first).days <= _SHORT_DAYS else None
