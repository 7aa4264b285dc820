"""Find the words that tell a time, and count out what they stand for against the report's date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.calendar import bounds, read_day
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.parse import Passage
from reportedly.analyse.tense import tense_of
from reportedly.analyse.timevalue import READERS, Scene
from reportedly.analyse.timex import forms
from reportedly.analyse.token_at import TokenAt
from reportedly.data import read_table
from reportedly.event import TimeExpression, When
from reportedly.report import Report

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

QUARTER_REACH = 400  # characters; further back, 'a year earlier' no longer speaks of the quarter told last
_NO_DATE = "the report has no date"
_AGO = re.compile(r"ago|earlier|\d{4}", re.IGNORECASE)  # what compares a quarter with the one that is told
# Before four figures, and after them: what makes them a count, a measure or a number in a list.
_COUNTED = re.compile(r"(?:\d[.,]|\$|about |some |than |least |over |nearly |around |No\. |flight )$", re.IGNORECASE)
_MEASURED = re.compile(r"[.,]\d| ?%| (?:percent|per cent|km|kilomet|miles|metres|meters|tons|people|troops|soldiers)")
_LENGTH = "a length of time, not a date"
_NO_DAY = "the words tell no date"


class _Found(NamedTuple):
    start: int
    end: int
    form: str
    match: re.Match[str]


def find_times(report: Report, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """Find every time expression of `report`, in reading order, none overlapping.

    Values are TIMEX3, as TimeBank's annotators wrote them. Where the report has no date, what is told relative to it
    keeps its open form (`XXXX-WXX-5`), and `unresolved` says why.

    Source: TimeML 1.2.1; a weekday is the day itself where the report is of that day.
    """
    day = read_day(report.published) if report.published else None
    return tuple(time for passage in passages for time in _passage_times(passage, day))


def _passage_times(passage: Passage, day: date | None) -> Iterator[TimeExpression]:
    words = TokenAt.read(passage.doc)
    previous: str | None = None
    quarter: tuple[int, str] | None = None
    for found in _joined(_candidates(words)):
        near = quarter[1] if quarter and found[0].start - quarter[0] < QUARTER_REACH else None
        tokens = words.run(found[0].start, found[0].end)
        tense = tense_of(tokens) if tokens is not None else ""
        value = _value(found, Scene(day=day, tense=tense, previous=previous, quarter=near))
        if value is None:
            continue
        if re.match(r"\d{4}", value):
            previous = value
        if re.fullmatch(r"\d{4}-Q\d", value) and not _AGO.search(found[0].match.group()):
            quarter = (found[-1].end, value)
        span = passage.chars(found[0].start, found[-1].end)
        reason = _NO_DATE if value.startswith("XXX") and day is None else None
        yield TimeExpression(span=span, value=value, unresolved=reason)


def _value(found: Sequence[_Found], scene: Scene) -> str | None:
    """Give the value of one expression; of a time of day and the day that it stands with, both."""
    values = [READERS[part.form](part.match, scene) for part in found]
    if len(values) == 1:
        return values[0]
    time, day = values[0], values[1]
    return f"{day[:10]}{time[time.index('T') :]}" if time and day and "T" in time else day


def _candidates(words: TokenAt) -> list[_Found]:
    """List the forms that match, leftmost and longest first, none overlapping."""
    text = parsed_text(words.doc)
    found = [
        (match.start(), -match.end(), order, name, match)
        for order, (name, pattern) in enumerate(forms())
        for match in pattern.finditer(text)
        if _fits(name, match, words)
    ]
    found.sort(key=lambda row: row[:3])
    kept: list[_Found] = []
    for start, end, _, name, match in found:
        if not kept or start >= kept[-1].end:
            kept.append(_Found(start, -end, name, match))
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


def _fits(name: str, match: re.Match[str], words: TokenAt) -> bool:
    """Tell whether what looks like a time is one, where its words can mean something else."""
    check = _CHECKS.get(name)
    return check is None or check(match, words)


def _month_fits(match: re.Match[str], words: TokenAt) -> bool:
    """'may', 'march' and 'mar' are words too, and 'Dec' without a stop or a day is somebody's name."""
    word = match["month"].rstrip(".")
    plain = {row["word"] for row in read_table("months.tsv") if row["plain"] == "yes"}
    if not word[0].isupper() or (len(word) == 3 and word != "May" and not match["month"].endswith(".")):
        return bool(match.groupdict().get("year")) and word[0].isupper()
    if word.lower() in plain or match.groupdict().get("day") or match["year"] or match["which"] or match["edge"]:
        return True
    tokens = words.run(match.start("month"), match.start("month") + len(word))
    return tokens is not None and tokens[0].tag_ == "NNP" and not _in_name(tokens[0].i, words.doc)


def _in_name(i: int, doc: Doc) -> bool:
    """Tell whether the token is part of a longer proper name: 'Theresa May', 'March of Dimes'."""
    before = doc[i - 1] if i else None
    after = doc[i + 1] if i + 1 < len(doc) else None
    return bool(
        (before is not None and before.tag_ == "NNP" and before.ent_type_ in ("PERSON", "ORG"))
        or (after is not None and after.tag_ == "NNP")
        or doc[i].ent_type_ in ("PERSON", "ORG", "GPE")
    )


def _date_fits(match: re.Match[str], words: TokenAt) -> bool:
    return match["month"][0].isupper()


def _weekday_fits(match: re.Match[str], words: TokenAt) -> bool:
    """A short form needs its stop: 'Sat.' and 'Sun.' are days, 'sat' and 'Sun' are not."""
    word = match["weekday"]
    return word[0].isupper() and (word.lower().endswith("day") or word.endswith("."))


def _year_fits(match: re.Match[str], words: TokenAt) -> bool:
    """Four figures are a year unless they count or measure: '2000 soldiers', '1,950.5', '1500 km'."""
    year = match["year"]
    if not year.isdigit():
        return " " in year and _spells_year(year)
    text = match.string
    before, after = text[max(match.start() - 8, 0) : match.start()], text[match.end() : match.end() + 12]
    if _MEASURED.match(after) or _COUNTED.search(before):
        return False
    tokens = words.run(match.start("year"), match.end("year"))
    counts = tokens is not None and tokens[0].dep_ == "nummod" and tokens[0].head.tag_ == "NNS"
    return not (counts and year.endswith("00"))


def _spells_year(words: str) -> bool:
    """Tell whether spelled words make a year: 'nineteen ninety', not 'nineteen men'."""
    number_words = {row["word"] for row in read_table("numbers.tsv") if row["kind"] in ("unit", "ten", "scale")}
    parts = re.split(r"[ -]", words.lower())
    return all(part in number_words or part == "and" for part in parts) and len(parts) > 1


def _duration_fits(match: re.Match[str], words: TokenAt) -> bool:
    """An age is no length of time, 'a second man' no second, and 'a quarter of' a share."""
    after = match.string[match.end() : match.end() + 5]
    unit, number = match["unit"].lower(), (match.groupdict().get("number") or "").lower()
    if after.startswith((" old", "-old")) or (unit in ("second", "quarter") and number in ("a", "an", "one")):
        return False
    return not (unit.endswith("s") and number in ("a", "an"))


def _ago_fits(match: re.Match[str], words: TokenAt) -> bool:
    groups = match.groupdict()
    return bool(groups.get("which") or groups.get("number")) or (groups.get("unit") or "").lower().endswith("s")


def _unit_fits(match: re.Match[str], words: TokenAt) -> bool:
    """'This Week' in capitals is the name of a programme."""
    return not match.group().istitle()


_CHECKS = {
    "month": _month_fits,
    "date": _date_fits,
    "weekday": _weekday_fits,
    "year": _year_fits,
    "duration": _duration_fits,
    "ago": _ago_fits,
    "unit": _unit_fits,
}


def resolve(expression: TimeExpression) -> When:
    """Give the first and the last day that `expression` may stand for; no dates, and why, where it tells none."""
    found = bounds(expression.value)
    if found is None:
        reason = _LENGTH if expression.value.startswith("P") and "REF" not in expression.value else _NO_DAY
        return When(
            text=expression.span.text, start=None, end=None, edtf=None, unresolved=expression.unresolved or reason
        )
    start, end, edtf = found
    return When(text=expression.span.text, start=start.isoformat(), end=end.isoformat(), edtf=edtf, unresolved=None)
