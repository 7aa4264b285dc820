"""The lines of a report at work: each sentence with its scene and with the days that those before it tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.site_scene import Scene
from reportedly.event import TimeExpression
from reportedly.reading import Reading
from reportedly.span import Field
from reportedly.text.day import civil_day

_LONG_DAYS = 14  # a period longer than this dates nothing


_PICTURES = re.compile(
    r"\b(?:images?|imagery|pictures?|photos?|photographs?|frames?|film|footage|video|satellite)\b|\bfilm(?:ed)?\b", re.I
)


# Who tells what he saw himself tells it of one day, over some sentences.
_WATCHER = re.compile(r"\b(?:correspondent|reporter|photographer|we|our|us)\b", re.IGNORECASE)


_DATELINE = re.compile(r"[^\n]{0,80}?\s[-–—]+\s")
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)  # 'has lain here since a fire on Friday' tells of now
_WATCHED = 4  # sentences


# A time of day alone may be of another day than the one that was told last.
_CLOCK = re.compile(
    r"(?:about |around )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday|midnight)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a report, at work."""

    reading: Reading
    scene: Scene
    text: str
    start: int
    end: int
    sort: str  # the sort of the site that was asked for
    carried: tuple[date, date] | None  # the days of the picture that the sentences before speak of
    narrated: tuple[date, date] | None  # the day that the sentences before tell of


def read_lines(reading: Reading, scenes: Sequence[Scene], sort: str) -> Iterator[Line]:
    """Give the sentences in order, each with the days of the picture that is being spoken of."""
    carried: tuple[date, date] | None = None
    narrated: tuple[date, date] | None = None
    left = 0
    body = reading.report.body
    opens = True
    for sentence, scene in zip(reading.sentences, scenes, strict=True):
        text = body[sentence.start : sentence.end]
        days = next((days for time in times_in(reading, sentence.start, sentence.end) if (days := days_of(time))), None)
        if days is not None and _PICTURES.search(text):
            carried = days
        elif days is not None and opens:
            carried = None
        left -= 1
        if days is not None:
            narrated = days if days[0] == days[1] and not _SINCE.search(text) else None
            left = _WATCHED if _WATCHER.search(text) else 0
        elif opens and left < 0:
            narrated = None
        yield Line(reading, scene, text, sentence.start, sentence.end, sort, carried, narrated)
        opens = "\n" in body[sentence.end - 1 : sentence.end + 2]


def _text_start(reading: Reading) -> int:
    """Give where the text starts behind a dateline with its day: that is the report's, not that of what is told."""
    match = _DATELINE.match(reading.report.body) if reading.report.dateline is not None else None
    return match.end() if match is not None else 0


def times_in(reading: Reading, start: int, end: int) -> list[TimeExpression]:
    """List the times of the body in `[start, end)` that stand for days."""
    start = max(start, _text_start(reading))
    return [
        time
        for time in reading.times
        if time.span.field is Field.BODY
        and start <= time.span.start < end
        and time.start is not None
        and not (time.anchor is not None and _CLOCK.fullmatch(time.span.text))
    ]


def days_of(time: TimeExpression) -> tuple[date, date] | None:
    """Give the first and last day of a time; None where it is too long to date anything."""
    first, last = civil_day(time.start), civil_day(time.end or time.start)
    return (first, last) if first and last and (last - first).days <= _LONG_DAYS else None


def told_days(line: Line) -> list[tuple[date, date]]:
    """List the days that a sentence tells."""
    return [days for time in times_in(line.reading, line.start, line.end) if (days := days_of(time)) is not None]
