"""The timeline: each claim as a bar from the first to the last day on which it may have been."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.export.wording import day, period, read_day
from reportedly.picture import TimelineEntry

_DAYS_BACK = 45  # before the moment of the picture; what lies further back is listed without a bar
_DAYS_AHEAD = 14  # after it: what is planned for later is listed too
_LEAST_DAYS = 4  # a single day still has days around it
_LEAST_WIDTH = 0.6  # percent; a bar that nobody could see tells nothing
_TICKS = 5  # at most, so that their labels stay apart on a phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Days on the axis, in percent of its length, with the claims that they are told of."""

    entries: tuple[TimelineEntry, ...]  # every claim of the same days
    words: str  # the days in words
    left: float
    width: float
    exact: bool  # the day is known
    open_start: bool  # it may have begun before the axis does
    open_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day named on the axis."""

    left: float  # percent
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A drawn timeline."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    earlier: tuple[TimelineEntry, ...]  # over before the axis starts
    later: tuple[TimelineEntry, ...]  # begun only after it ends
    undated: tuple[TimelineEntry, ...]
    published: tuple[tuple[float, str], ...]  # percent and label of each dated report on the axis


def draw_timeline(entries: Iterable[TimelineEntry], published: Mapping[str, str | None], as_of: str | None) -> Timeline:
    """Draw the entries over the days up to the last one told.

    Args:
        entries: the claims with their days.
        published: when each report was published, by its label.
        as_of: the moment of the picture.
    """
    dated, undated = _part(entries)
    days = {label: read_day(told) for label, told in published.items()}
    told = [told_day for _, first, last in dated for told_day in (first, last) if told_day]
    ends = [end for end in [*told, *days.values(), read_day(as_of)] if end]
    if not ends:
        return Timeline(ticks=(), bars=(), earlier=(), later=(), undated=tuple(undated), published=())
    first, last = _axis(ends, read_day(as_of))
    shown = [item for item in dated if (item[2] or first) >= first and (item[1] or last) <= last]
    shown.sort(key=lambda item: (item[1] or item[2] or first, item[2] or item[1] or first))
    axis = _Axis(first=first, days=(last - first).days + 1)
    return Timeline(
        ticks=axis.ticks(),
        bars=tuple(axis.bar(entries, *days) for days, entries in _by_days(shown).items()),
        earlier=tuple(entry for entry, _, end in dated if (end or first) < first),
        later=tuple(entry for entry, start, _ in dated if (start or last) > last),
        undated=tuple(undated),
        published=tuple(
            (axis.left(day) + axis.day / 2, label) for label, day in days.items() if day and first <= day <= last
        ),
    )


Dated = tuple[TimelineEntry, date | None, date | None]


def _part(entries: Iterable[TimelineEntry]) -> tuple[list[Dated], list[TimelineEntry]]:
    """Part the entries that have a day from those that have none."""
    dated: list[Dated] = []
    undated: list[TimelineEntry] = []
    for entry in entries:
        start, end = read_day(entry.start), read_day(entry.end)
        if start or end:
            dated.append((entry, start, end))
        else:
            undated.append(entry)
    return dated, undated


def _by_days(dated: list[Dated]) -> dict[tuple[date | None, date | None], list[TimelineEntry]]:
    """Gather the entries that share their days, in order."""
    gathered: dict[tuple[date | None, date | None], list[TimelineEntry]] = {}
    for entry, start, end in dated:
        gathered.setdefault((start, end), []).append(entry)
    return gathered


def _axis(days: list[date], as_of: date | None) -> tuple[date, date]:
    """Choose the first and the last day of the axis."""
    pivot = as_of or max(days)
    near = [on for on in days if -_DAYS_BACK <= (on - pivot).days <= _DAYS_AHEAD] or [max(days)]
    first, last = min(near), max(near)
    while (last - first).days + 1 < _LEAST_DAYS and first > date.min and last < date.max:
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    return first, last


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """Days laid out from 0 to 100 percent."""

    first: date
    days: int

    @property
    def day(self) -> float:
        return 100 / self.days

    def left(self, when: date) -> float:
        return min(100.0, max(0.0, (when - self.first).days * self.day))

    def bar(self, entries: list[TimelineEntry], start: date | None, end: date | None) -> Bar:
        left = self.left(start) if start else 0.0
        right = min(100.0, self.left(end) + self.day) if end else 100.0
        return Bar(
            entries=tuple(entries),
            words=period(entries[0].start, entries[0].end),
            left=min(left, 100 - _LEAST_WIDTH),
            width=max(_LEAST_WIDTH, right - left),
            exact=start is not None and start == end,
            open_start=start is None or start < self.first,
            open_end=end is None or (end - self.first).days >= self.days,
        )

    def ticks(self) -> tuple[Tick, ...]:
        step = -(-self.days // _TICKS)
        found: list[Tick] = []
        for number in range(0, self.days, step):
            when = self.first + timedelta(days=number)
            found.append(Tick(left=number * self.day, words=day(when.isoformat(), year=False)))
        return tuple(found)
