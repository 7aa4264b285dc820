"""Give the TIMEX3 value of each form of time expression, counted from the report's day or from the last time told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from reportedly.analyse.calendar import read_day, tell, weekday, year_of
from reportedly.analyse.scene import STEPS, TOWARDS, Scene, counted, named, symbol
from reportedly.analyse.timelength import (
    Match,
    lower,
    read_ago,
    read_duration,
    read_reference,
    read_set,
    read_time,
    read_while,
)
from reportedly.data import read_table
from reportedly.text.number import read_number

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FAR_DAYS = 62  # further ahead than this, a day without a year under a past verb lies in the year before
_UNPLANNED = frozenset({"attack", "casualties", "clash", "disaster", "explosion"})
_PARTS = ("night", "morning", "afternoon", "evening")
_SAME = ("that", "the same", "that same", "that very")


def leans_on(form: str, match: Match) -> str:
    """Give the unit in which the words count from a time told before; empty where they count from the report's day."""
    which, way = lower(match, "which"), lower(match, "way")
    if form == "weekday" and (which in ("the previous", "the following") or lower(match, "side")):
        return "D"
    if lower(match, "told_year"):
        return "Y"
    if form == "time" or (form == "own_unit" and lower(match, "unit") == "day"):
        return "D"
    if form == "unit" and which in (*_SAME, "the following", "the previous"):
        return "D" if lower(match, "unit") in ("day", *_PARTS) else symbol(match["unit"])
    if form == "month" and which in ("the following", "the previous"):
        return "M"
    if form != "ago" or way in ("ago", "from now", "hence"):
        return ""
    unit = symbol(lower(match, "unit") or which)
    return "D" if unit.startswith("T") else unit


def _year(words: str) -> str:
    """Give the four figures of a year in figures or words: 'nineteen ninety-seven'.

    >>> _year("nineteen ninety-seven"), _year("two thousand and four")
    ('1997', '2004')
    """
    if words.isdigit():
        return words
    first, _, rest = re.sub(r"[ -]", " ", words.lower()).partition(" ")
    if first == "two":
        return f"{int(read_number(words.lower()) or 2000)}"
    return f"19{int(read_number(rest) or 0):02}"


def _iso(match: Match, scene: Scene) -> str | None:
    value = f"{match['year']}-{match['month']}-{match['day']}"
    return value if read_day(value) else None


def _figures(match: Match, scene: Scene) -> str | None:
    """Give 12/09/2024 month first, unless that is no date or lies ahead; with stops the day comes first."""
    one, other, year = int(match["month"]), int(match["day"]), match["year"]
    if match["mark"] == "." and len(year) != 4:
        return None
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 60 else 2000)
    ways = [f"{full:04}-{one:02}-{other:02}", f"{full:04}-{other:02}-{one:02}"]
    days = [way for way in (ways[::-1] if match["mark"] == "." else ways) if read_day(way)]
    if len(days) == 2 and scene.day is not None and scene.tense == "past":
        days = [way for way in days if way <= scene.day.isoformat()] or days
    return days[0] if days else None


def is_ambiguous(match: Match) -> bool:
    """Tell whether a date in figures could be read day first as well as month first."""
    return match["mark"] == "/" and match["month"] != match["day"] and max(int(match["month"]), int(match["day"])) <= 12


def _told_year(match: Match, scene: Scene) -> str:
    """Give the year of 'October of that year', told before it; empty where the words lean on none."""
    words = lower(match, "told_year")
    if not words or scene.day is None:
        return ""
    return f"{scene.day.year + STEPS.get(words.removesuffix(' year'), 0):04}"


def _date(match: Match, scene: Scene) -> str | None:
    month, told = named("months.tsv", "month", match["month"]), match.groupdict().get("day_word")
    number = named("time_ordinals.tsv", "number", told) if told else int(match["day"])
    told_year = _told_year(match, scene)
    if match["year"] or told_year:
        value = f"{match['year'] or told_year}-{month:02}-{number:02}"
    elif scene.day is None:
        return f"XXXX-{month:02}-{number:02}"
    else:
        value = f"{_date_year(scene.day, month, number, scene.tense):04}-{month:02}-{number:02}"
    return _ranged(match, value) if read_day(value) else None


def _week_of(match: Match, scene: Scene) -> str | None:
    day = read_day(_date(match, scene) or "")
    return tell(day, "W") if day else "XXXX-WXX"


def _ranged(match: Match, value: str) -> str:
    """Give a day, or in '9-12 May' the interval from the first day to the last, with a slash as ISO 8601 has it."""
    groups = match.groupdict()
    since, upto = groups.get("since") or groups.get("low"), groups.get("upto") or groups.get("until")
    other = f"{value[:8]}{int(since or upto or 0):02}"
    first, last = (other, value) if since else (value, other)
    return f"{first}/{last}" if (since or upto) and read_day(other) and first < last else value


def _date_year(day: date, month: int, number: int, tense: str) -> int:
    """Give the year of the nearest such date, unless it lies far ahead of what is told as past.

    The tense alone misleads: 'holders of record Nov. 6 were paid' may speak of next week.
    """
    year = year_of(day, month, number, "")
    far = (year - day.year) * 372 + (month - day.month) * 31 + number - day.day > _FAR_DAYS
    return year - 1 if tense == "past" and far else year


def _day(match: Match, scene: Scene) -> str | None:
    """Give 'the 9th': of the month that it names, or the last one or the next one, as the verb tells."""
    number, which = int(match["day"]), lower(match, "which")
    if scene.day is None:
        return f"XXXX-XX-{number:02}"
    steps = STEPS.get(which, 0)
    if not which:
        steps = 1 if scene.tense == "future" and number < scene.day.day else 0
        steps = -1 if scene.tense != "future" and number > scene.day.day else steps
    value = f"{counted(scene.day.replace(day=1), steps, 'M')}-{number:02}"
    return value if read_day(value) else None


def _month(match: Match, scene: Scene) -> str | None:
    month, year = named("months.tsv", "month", match["month"]), lower(match, "year")
    if year and not year.endswith("year"):
        return f"{_year(year)}-{month:02}"
    if scene.day is None:
        return f"XXXX-{month:02}"
    if told_year := _told_year(match, scene):
        return f"{told_year}-{month:02}"
    which = lower(match, "which")
    if year or which == "this":
        return f"{scene.day.year + STEPS.get(year, 0):04}-{month:02}"
    # Where a noun stands between, the verb's tense is not the month's: 'warned of a cutback in September'.
    since = match.string[: match.start()].lower().endswith("since ")
    towards = TOWARDS.get(which, "past" if since else scene.tense if scene.direct else "")
    return f"{year_of(scene.day, month, None, towards):04}-{month:02}"


def _season(match: Match, scene: Scene) -> str | None:
    sign, year = symbol(match["season"]), match.groupdict().get("year")
    if year:
        return f"{_year(year)}-{sign}"
    if scene.day is None:
        return f"XXXX-{sign}"
    which, start = lower(match, "which"), _SEASON_STARTS[sign]
    if lower(match, "of_year"):
        return f"{scene.day.year + STEPS.get(lower(match, 'of_year'), 0):04}-{sign}"
    # 'last summer' in the autumn is this year's; in the spring it is last year's.
    towards = TOWARDS.get(which, "" if which else scene.tense or "past")
    back = (towards == "before" and scene.day.month < start + 3) or (towards == "past" and scene.day.month < start)
    on = (towards == "after" and scene.day.month >= start) or (towards == "future" and scene.day.month >= start + 3)
    return f"{scene.day.year - back + on:04}-{sign}"


def _only_year(match: Match, scene: Scene) -> str | None:
    half = re.match(r"the (first|second|last) half", match.groupdict().get("edge") or "", re.IGNORECASE)
    year = _year(match["year"])
    return f"{year}-H{1 if half[1].lower() == 'first' else 2}" if half else year


def _years(match: Match, scene: Scene) -> str | None:
    """Give '2014-2016' and '2014-16' as a range; '2014-12' is a month."""
    first, upto = match["year"], match["upto"]
    last = upto if len(upto) == 4 else f"{first[:2]}{upto}"
    if last > first:
        return f"{first}/{last}"
    return f"{first}-{upto}" if len(upto) == 2 and 1 <= int(upto) <= 12 else None


def _decade(match: Match, scene: Scene) -> str | None:
    figures = match["decade"].lstrip("'")
    return figures if len(figures) == 3 else f"{'20' if figures in '012' else '19'}{figures}"


def _century(match: Match, scene: Scene) -> str | None:
    return f"{int(match['century']) - 1:02}XX"


def _deictic(match: Match, scene: Scene) -> str | None:
    word, part = lower(match, "word"), lower(match, "part")
    steps = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2}
    step = 2 if word == "the day after tomorrow" else steps.get(word, 0)
    sign = symbol(part) if part else {"tonight": "TNI", "overnight": "TNI", "last night": "TNI"}.get(word, "")
    return counted(scene.day, step, "D") + sign


def _weekday(match: Match, scene: Scene) -> str | None:
    wanted, which = named("weekdays.tsv", "day", match["weekday"]), lower(match, "which")
    part = symbol(match["part"]) if match.groupdict().get("part") else ""
    repeated = match.groupdict().get("plural") or match.groupdict().get("set")
    if which in ("each", "every") or repeated or scene.day is None:
        return f"XXXX-WXX-{wanted}{part}"
    side = lower(match, "side")
    if not which and not side and _is_of_mishap(match):
        return weekday(scene.day, wanted, "past").isoformat() + part
    towards = side or TOWARDS.get(which, scene.tense or ("future" if which == "this" else "past"))
    return weekday(scene.day, wanted, towards).isoformat() + part


def _is_of_mishap(match: Match) -> bool:
    """Tell whether the day is that of what nobody plans: "want to question two men about Friday's collapse"."""
    behind = re.match(r"'s ((?:[\w-]+ ?){1,3})", match.string[match.end() : match.end() + 60])
    return behind is not None and not _mishaps().isdisjoint(behind[1].lower().split())


@cache
def _mishaps() -> frozenset[str]:
    """Give the nouns that name what is told once it has happened."""
    rows = read_table("predicates.tsv")
    return frozenset(row["predicate"] for row in rows if row["pos"] == "noun" and row["type"] in _UNPLANNED)


def _weekend(match: Match, scene: Scene) -> str | None:
    which = lower(match, "which")
    steps = STEPS.get(which, 0)
    early = scene.day is not None and scene.day.isoweekday() < 6
    if which == "the" and scene.tense != "future" and early:
        steps = -1
    return counted(scene.day, steps, "W") + "-WE"


def _unit(match: Match, scene: Scene) -> str | None:
    word, which = lower(match, "unit"), lower(match, "which")
    part = symbol(word) if word in _PARTS else ""
    unit = "D" if part else symbol(word)
    if which == "the past":
        return f"P1{unit}"
    if unit == "Q" and which == "the latest":
        return _ended(scene)
    if unit == "Q" and scene.quarter and which == "the":
        return scene.quarter
    step = -1 if which == "the latest" else STEPS.get(which, 0)
    return counted(scene.day, step, unit) + part


def _ended(scene: Scene) -> str:
    """Give the quarter told last, or else the one before the report's: 'the latest quarter' is over."""
    last = counted(scene.day, -1, "Q")
    return scene.quarter if scene.quarter and not scene.quarter > last else last


def _own_unit(match: Match, scene: Scene) -> str | None:
    """Give 'the year' as the report's own; a business year is a length: 'in the year ended June 30'."""
    behind = match.string[match.end() : match.end() + 8].lower()
    unit = symbol(match["unit"])
    return f"P1{unit}" if behind.startswith((" ended", " ending", " to ")) else counted(scene.day, 0, unit)


def _year_end(match: Match, scene: Scene) -> str | None:
    if scene.day is not None and match.string[: match.start()].lower().endswith("since "):
        return f"{scene.day.year - 1:04}-12-31"  # what has changed since then has an end of the year behind it
    return counted(scene.day, 0, "Y")


def _quarter(match: Match, scene: Scene) -> str | None:
    groups = match.groupdict()
    ordinal = int(groups["ordinal"]) if groups["ordinal"].isdigit() else _ORDINALS[groups["ordinal"].lower()]
    sign = "H" if (groups.get("unit") or "").lower() == "half" else "Q"
    ordinal = min(ordinal, 2) if sign == "H" else ordinal
    told = groups.get("year") or groups.get("later") or ""
    if told.isdigit():
        return f"{told}-{sign}{ordinal}"
    if scene.day is None:
        return f"XXXX-{sign}{ordinal}"
    which = told.lower() or lower(match, "which")
    if which in STEPS or which in ("this year's", "this year"):
        return f"{scene.day.year + STEPS.get(which, 0):04}-{sign}{ordinal}"
    ahead = ordinal - (scene.day.month + 2) // 3
    late = scene.tense != "future" and (ahead > 1 or (ahead > 0 and scene.tense == "past" and scene.day.month < 4))
    return f"{scene.day.year - (late and sign == 'Q'):04}-{sign}{ordinal}"


def _period(match: Match, scene: Scene) -> str | None:
    last = _ended(scene) if lower(match, "which") == "latest" else scene.quarter or counted(scene.day, -1, "Q")
    year = match.groupdict().get("year")
    if year:
        return f"{year}{last[4:]}"
    ago = match.groupdict().get("ago") or lower(match, "which").startswith("year")
    if scene.quarter is None and match.groupdict().get("unit") is None:
        return counted(scene.day, -1, "Y")
    return f"{int(last[:4]) - 1:04}{last[4:]}" if ago and last[0] != "X" else last


READERS: dict[str, Callable[[Match, Scene], str | None]] = {
    "iso": _iso,
    "figures": _figures,
    "date": _date,
    "day": _day,
    "month": _month,
    "season": _season,
    "bare_season": _season,
    "year": _only_year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "deictic": _deictic,
    "weekday": _weekday,
    "week_of": _week_of,
    "weekend": _weekend,
    "unit": _unit,
    "own_unit": _own_unit,
    "year_end": _year_end,
    "quarter": _quarter,
    "period": _period,
    "ago": read_ago,
    "duration": read_duration,
    "while": read_while,
    "time": read_time,
    "set": read_set,
    "ref": read_reference,
}
