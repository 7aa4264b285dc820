"""Find the words that tell a time, and count out what they stand for against the report's date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.analyse.edtf import Bounds, bounds, opened, winter_of
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.parse import Passage
from reportedly.analyse.scene import ANCHOR_REACH, CLOCK_REACH, Scene, Told, last_told
from reportedly.analyse.tense import tense_of
from reportedly.analyse.time_mod import read_mod
from reportedly.analyse.time_sense import fits
from reportedly.analyse.time_zone import local_day
from reportedly.analyse.timevalue import READERS, is_ambiguous, leans_on
from reportedly.analyse.timex import forms
from reportedly.analyse.token_at import TokenAt
from reportedly.event import TimeExpression, When
from reportedly.report import Report
from reportedly.span import Span

QUARTER_REACH = 400  # characters; further back, 'a year earlier' no longer speaks of the quarter told last
_AGO = re.compile(r"ago|earlier|\d{4}", re.IGNORECASE)  # what compares a quarter with the one that is told
_ONWARD = re.compile(r"later|after|following|next")
_THAT_DAY = re.compile(r"(?:that|the same|that same|that very) (?:day|night|morning|afternoon|evening)")
_JOINED = frozenset({"amod", "compound", "nmod", "poss"})
_NO_DATE = "the report has no date"
_NO_ANCHOR = "the words count from a time that is not told before them"
_LENGTH = "a length of time, not a date"
_REPEATED = "a repeated time, not a date"
_NO_DAY = "the words tell no date"


class _Found(NamedTuple):
    start: int
    end: int
    form: str
    match: re.Match[str]


class _Memory:
    """What a passage has told of times so far."""

    def __init__(self, day: date | None) -> None:
        """Start with the report's own day alone."""
        self.day = day
        self.told: list[Told] = []
        self.quarter: tuple[int, str] | None = None

    def scene(self, found: _Found, tense: str, direct: bool, start: int) -> tuple[Scene, Span | None]:
        """Give what an expression counts from, and the words that told it where it is not the report's own day."""
        unit = leans_on(found.form, found.match)
        reach = CLOCK_REACH if found.form == "time" else ANCHOR_REACH
        past = tense == "past" or (found.form == "time" and tense != "future")
        before = last_told(self.told, unit, start, reach, self.day if past else None) if unit else None
        # Without a day told before, 'the next day' in a narrative is not counted from the day on which it is told.
        words = found.match.group().lower()
        onward = tense == "past" and found.form != "time" and _ONWARD.search(words) is not None
        adrift = before is None and bool(unit) and (onward or _THAT_DAY.fullmatch(words) is not None)
        quarter = self.quarter[1] if self.quarter and found.start - self.quarter[0] < QUARTER_REACH else None
        day = before[1] if before else None if adrift else self.day
        return Scene(day=day, tense=tense, direct=direct, quarter=quarter), before[0].span if before else None

    def keep(self, found: Sequence[_Found], span: Span, value: str) -> None:
        """Remember a time that has a date."""
        if re.match(r"\d{4}(?!XX)", value) and found[0].match.group().lower() != "overnight":
            self.told.append(Told(span=span, value=value))
        if re.fullmatch(r"\d{4}-Q\d", value) and not _AGO.search(found[0].match.group()):
            self.quarter = (found[-1].end, value)


def find_times(report: Report, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """Find every time expression of `report`, in reading order, none overlapping.

    Values are TIMEX3, as TimeBank's annotators wrote them. Where the report has no date, what is told relative to it
    keeps its open form (`XXXX-WXX-5`), and `unresolved` says why. A report that came out at a known moment counts
    from the day that it was at its dateline's place.

    Source: TimeML 1.2.1; a weekday is the day itself where the report is of that day.
    """
    day = local_day(report.published, report.dateline.place if report.dateline else None)
    return tuple(time for passage in passages for time in _passage_times(passage, day))


def _passage_times(passage: Passage, day: date | None) -> Iterator[TimeExpression]:
    words = TokenAt.read(passage.doc)
    memory = _Memory(day)
    groups = list(_joined(_candidates(words)))
    for found, behind in zip(groups, [*groups, None][1:], strict=True):
        tokens = words.run(found[0].start, found[0].end)
        tense, direct = tense_of(tokens) if tokens is not None else ("", False)
        span = passage.chars(found[0].start, found[-1].end)
        told = [memory.scene(part, tense, direct, span.start) for part in found]
        value = _value(found, [scene for scene, _ in told])
        if value is not None and behind is not None and _shares_day(found[-1], behind[0]):
            value = _value((found[-1], behind[0]), [told[-1][0], memory.scene(behind[0], tense, direct, span.start)[0]])
            told = []
        if value is None:
            continue
        if _anchor(told) and tense == "past" and day is not None and _is_ahead(value, day):
            # 'A year later it reopened', told within the year, counts from some other time.
            told = [(replace(scene, day=None), None) for scene, _ in told]
            value = _value(found, [scene for scene, _ in told]) or value
        memory.keep(found, span, value)
        anchor = _anchor(told)
        joined = tokens is not None and tokens.root.dep_ in _JOINED
        days = _days(found[-1], value, tense, day, joined=joined)
        is_open = value.startswith("XXX") and found[-1].form != "set" and not _is_set(found[-1].match)
        yield TimeExpression(
            span=span,
            value=value,
            unresolved=(_NO_DATE if day is None else _NO_ANCHOR) if is_open else None,
            start=days.start.isoformat() if days else None,
            end=days.end.isoformat() if days and days.end else None,
            edtf=days.edtf if days else None,
            anchor=anchor if len(found) == 1 else None,
        )


def _anchor(told: Sequence[tuple[Scene, Span | None]]) -> Span | None:
    return next((span for _, span in reversed(told) if span is not None), None)


def _is_ahead(value: str, day: date) -> bool:
    """Tell whether a value lies wholly after the report's day."""
    found = bounds(value)
    return found is not None and found.start > day


def _shares_day(time: _Found, day: _Found) -> bool:
    """Tell whether a time of day has its day right behind it: '8 p.m. on Tuesday'."""
    between = time.match.string[time.end : day.start]
    return time.form == "time" and day.form in ("date", "weekday") and between in (" on ", ", on ")


def _days(found: _Found, value: str, tense: str, day: date | None, *, joined: bool) -> Bounds | None:
    """Give the days that an expression may be where it stands; None where it tells none.

    Args:
        found: its last form.
        value: its TIMEX3 value.
        tense: of the verb that governs it.
        day: the report's own.
        joined: whether a noun goes on behind it: 'held since the June protests' is no June up to now.
    """
    match = found.match
    unsure = found.form == "figures" and is_ambiguous(match)
    told = bounds(value, "UNSURE" if unsure else read_mod(found.form, match.group()), day)
    if told is not None and value.endswith("-WI") and day is not None:
        told = winter_of(match.group().split()[0].lower(), day) or told
    before = match.string[max(found.start - 12, 0) : found.start].lower().split()
    before = before[:-1] if before[-2:] == ["since", "the"] and not joined else before
    if told is None or not before or ("T" in value and before[-1] != "since"):
        return told
    return opened(told, before[-1], tense, day)


def _is_set(match: re.Match[str]) -> bool:
    """Tell whether words tell a day of every week: 'every Friday', 'Fridays'."""
    groups = match.groupdict()
    return bool(groups.get("plural") or groups.get("set") or (groups.get("which") or "").lower() in ("each", "every"))


def _value(found: Sequence[_Found], scenes: Sequence[Scene]) -> str | None:
    """Give the value of one expression; of a time of day and the day that it stands with, both."""
    values = [READERS[part.form](part.match, scene) for part, scene in zip(found, scenes, strict=True)]
    if len(values) == 1:
        return values[0]
    time, day = values[0], values[1]
    return f"{day[:10]}{time[time.index('T') :]}" if time and day and "T" in time else day


def _candidates(words: TokenAt) -> list[_Found]:
    """List the forms that match, leftmost and longest first, none overlapping."""
    matches = forms().find(parsed_text(words.doc))
    ordered = sorted(matches, key=lambda row: (row[2].start(), -row[2].end(), row[0]))
    kept: list[_Found] = []
    for _, name, match in ordered:
        if (not kept or match.start() >= kept[-1].end) and fits(name, match, words):
            kept.append(_Found(match.start(), match.end(), name, match))
    return kept


def _joined(found: Sequence[_Found]) -> Iterator[tuple[_Found, ...]]:
    """Join a time of day with the day right after it: '10 p.m. Wednesday'."""
    i = 0
    while i < len(found):
        pair = tuple(found[i : i + 2])
        joins = len(pair) == 2 and pair[0].form == "time" and pair[1].form in ("date", "weekday", "deictic")
        if joins and pair[1].start - pair[0].end == 1:
            yield pair
            i += 2
        else:
            yield pair[:1]
            i += 1


def resolve(expression: TimeExpression) -> When:
    """Give the first and the last day that `expression` may stand for; no dates, and why, where it tells none."""
    value, words = expression.value, expression.span.text
    if expression.start is not None:
        if words.lower() == "overnight" and expression.start == expression.end:
            # The night that ends on the day it is told belongs to the day before too.
            eve = (date.fromisoformat(expression.start) - timedelta(days=1)).isoformat()
            return When(text=words, start=eve, end=expression.end, edtf=f"{eve}/{expression.end}", unresolved=None)
        return When(text=words, start=expression.start, end=expression.end, edtf=expression.edtf, unresolved=None)
    length = value.startswith("P") and "REF" not in value
    reason = expression.unresolved or (_LENGTH if length else _REPEATED if value.startswith("XXX") else _NO_DAY)
    return When(text=words, start=None, end=None, edtf=None, unresolved=reason)
