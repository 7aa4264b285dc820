"""Give the TIMEX3 value of each form of time expression, counted from the report's day or from the last time told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportedly.analyse.calendar import move, read_day, tell, weekday, year_of
from reportedly.data import read_table
from reportedly.text.number import read_number

Match = re.Match[str]

_OPEN = {"W": "XXXX-WXX", "2W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XXXX"}
_TOWARDS = {
    "last": "before",
    "the previous": "before",
    "this past": "before",
    "next": "after",
    "the following": "after",
    "this coming": "after",
}
_STEPS = {
    "last": -1,
    "the previous": -1,
    "previous": -1,
    "this past": -1,
    "last year's": -1,
    "year-ago": -1,
    "year-earlier": -1,
    "last year": -1,
    "next": 1,
    "the following": 1,
    "the coming": 1,
    "this coming": 1,
    "next year's": 1,
    "next year": 1,
}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_REFERENCES = {
    "PAST_REF": ("recently", "the past", "recent times"),
    "FUTURE_REF": ("soon", "as soon as possible", "the near term"),
}
_SETS = {
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "yearly": "XXXX",
    "annually": "XXXX",
    "hourly": "PT1H",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a value is counted from, at one point of a report."""

    day: date | None  # the report's own; None where it has none
    tense: str  # past or future, of the verb that governs the words; empty where none does
    previous: str | None  # the last value told before that has a date
    quarter: str | None  # the last quarter told, a few sentences back at most

    @property
    def told(self) -> date | None:
        """Give the day told last, or else the report's own."""
        return (read_day(self.previous) if self.previous else None) or self.day


@cache
def _symbol(word: str) -> str:
    """Give the TIMEX3 symbol of a unit, a season or a part of the day."""
    return {row["word"]: row["symbol"] for row in read_table("months_seasons.tsv")}[word.lower()]


@cache
def _named(table: str, column: str, word: str) -> int:
    """Give the number of a month or a weekday by any of its forms."""
    rows = {row["word"].rstrip("."): int(row[column]) for row in read_table(table)}
    return rows[word.lower().rstrip(".")]


def _lower(match: Match, group: str) -> str:
    return (match.groupdict().get(group) or "").lower()


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


def _step(value: str, unit: str, steps: int) -> str:
    """Move a value whole years or units, where it starts with a whole day or is a quarter."""
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", value)
    if quarter and unit == "Y":
        return f"{int(quarter[1]) + steps:04}-Q{quarter[2]}"
    return value


def _counted(day: date | None, steps: int, unit: str) -> str:
    """Give the unit that lies `steps` units from `day`, open where there is no day."""
    moved = move(day, steps, unit) if day else None
    return tell(moved, "W" if unit == "2W" else unit) if moved else _OPEN.get(unit, "XXXX-XX-XX")


def _iso(match: Match, scene: Scene) -> str | None:
    value = f"{match['year']}-{match['month']}-{match['day']}"
    return value if read_day(value) else None


def _figures(match: Match, scene: Scene) -> str | None:
    month, day, year = int(match["month"]), int(match["day"]), match["year"]
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 60 else 2000)
    # 12/09/2024 may be either; where one order alone makes a date, that is the one.
    month, day = (month, day) if month <= 12 else (day, month)
    value = f"{full:04}-{month:02}-{day:02}"
    return value if read_day(value) else None


def _date(match: Match, scene: Scene) -> str | None:
    month, number = _named("months.tsv", "month", match["month"]), int(match["day"])
    if match["year"]:
        value = f"{match['year']}-{month:02}-{number:02}"
    elif scene.day is None:
        return f"XXXX-{month:02}-{number:02}"
    else:
        value = f"{_date_year(scene.day, month, number, scene.tense):04}-{month:02}-{number:02}"
    return _ranged(match, value) if read_day(value) else None


def _ranged(match: Match, value: str) -> str:
    """Give a day, or in '9-12 May' the interval from the first day to the last, with a slash as ISO 8601 has it."""
    since, upto = match.groupdict().get("since"), match.groupdict().get("upto")
    other = f"{value[:8]}{int(since or upto or 0):02}"
    first, last = (other, value) if since else (value, other)
    return f"{first}/{last}" if (since or upto) and read_day(other) and first < last else value


def _date_year(day: date, month: int, number: int, tense: str) -> int:
    """Give the year of the nearest such date, unless it lies far ahead of what is told as past.

    The tense alone misleads: 'holders of record Nov. 6 were paid' may speak of next week.
    """
    year = year_of(day, month, number, "")
    far = (year - day.year) * 372 + (month - day.month) * 31 + number - day.day > 62
    return year - 1 if tense == "past" and far else year


def _month(match: Match, scene: Scene) -> str | None:
    month = _named("months.tsv", "month", match["month"])
    if match["year"]:
        return f"{_year(match['year'])}-{month:02}"
    if scene.day is None:
        return f"XXXX-{month:02}"
    which = _lower(match, "which")
    towards = _TOWARDS.get(which, "" if which == "this" else scene.tense)
    return f"{year_of(scene.day, month, None, towards):04}-{month:02}"


def _season(match: Match, scene: Scene) -> str | None:
    symbol = _symbol(match["season"])
    if match.groupdict().get("year"):
        return f"{_year(match['year'])}-{symbol}"
    if scene.day is None:
        return f"XXXX-{symbol}"
    # 'last summer' in the autumn is this year's; in the spring it is last year's.
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[symbol]
    year = scene.day.year
    towards = _TOWARDS.get(_lower(match, "which"), "")
    if towards == "before" and scene.day.month < start + 3:
        year -= 1
    return f"{year + (towards == 'after' and scene.day.month >= start):04}-{symbol}"


def _only_year(match: Match, scene: Scene) -> str | None:
    half = re.match(r"the (first|second|last) half", match.groupdict().get("edge") or "", re.IGNORECASE)
    year = _year(match["year"])
    return f"{year}-H{1 if half[1].lower() == 'first' else 2}" if half else year


def _decade(match: Match, scene: Scene) -> str | None:
    figures = match["decade"].lstrip("'")
    return figures if len(figures) == 3 else f"{'20' if figures in '012' else '19'}{figures}"


def _century(match: Match, scene: Scene) -> str | None:
    return f"{int(match['century']) - 1:02}XX"


def _deictic(match: Match, scene: Scene) -> str | None:
    word, part = _lower(match, "word"), _lower(match, "part")
    step = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
    symbol = _symbol(part) if part else {"tonight": "TNI", "overnight": "TNI", "last night": "TNI"}.get(word, "")
    return _counted(scene.day, step, "D") + symbol


def _weekday(match: Match, scene: Scene) -> str | None:
    wanted, which = _named("weekdays.tsv", "day", match["weekday"]), _lower(match, "which")
    part = _symbol(match["part"]) if match["part"] else ""
    counted_from = scene.told if which in ("the previous", "the following") else scene.day
    if which in ("each", "every") or match["set"] or counted_from is None:
        return f"XXXX-WXX-{wanted}{part}"
    towards = _TOWARDS.get(which, scene.tense or "past")
    return weekday(counted_from, wanted, towards).isoformat() + part


def _weekend(match: Match, scene: Scene) -> str | None:
    which = _lower(match, "which")
    steps = _STEPS.get(which, 0)
    early = scene.day is not None and scene.day.isoweekday() < 6
    if which == "the" and scene.tense != "future" and early:
        steps = -1
    return _counted(scene.day, steps, "W") + "-WE"


def _unit(match: Match, scene: Scene) -> str | None:
    unit, which = _symbol(match["unit"]), _lower(match, "which")
    if which in ("that", "the same", "the following", "the previous"):
        counted = _told_or_own(scene, unit)
        return _counted(counted, _STEPS.get(which, 0), unit)
    if which == "the past":
        return f"P1{unit}"
    if which == "the latest":
        return scene.quarter if unit == "Q" and scene.quarter else _counted(scene.day, -1, unit)
    if unit == "Q" and scene.quarter and which == "the":
        return scene.quarter
    return _counted(scene.day, _STEPS.get(which, 0), unit)


def _year_end(match: Match, scene: Scene) -> str | None:
    return _counted(scene.day, 0, "Y")


def _told_or_own(scene: Scene, unit: str) -> date | None:
    """Give the day to count narrative units from: the last time told, whatever its grain."""
    value = scene.previous or ""
    found = re.match(r"(\d{4})(?:-(\d\d))?", value)
    if found and (unit == "Y" or found[2]):
        return date(int(found[1]), min(max(int(found[2] or 1), 1), 12), 1) if len(value) < 10 else read_day(value)
    return scene.day


def _quarter(match: Match, scene: Scene) -> str | None:
    groups = match.groupdict()
    ordinal = int(groups["ordinal"]) if groups["ordinal"].isdigit() else _ORDINALS[groups["ordinal"].lower()]
    sign = "H" if (groups.get("unit") or "").lower() == "half" else "Q"
    told = groups.get("year") or groups.get("later") or ""
    if told.isdigit():
        return f"{told}-{sign}{ordinal}"
    if scene.day is None:
        return f"XXXX-{sign}{ordinal}"
    which = told.lower() or _lower(match, "which")
    if which in _STEPS or which in ("this year's", "this year"):
        return f"{scene.day.year + _STEPS.get(which, 0):04}-{sign}{ordinal}"
    ahead = ordinal - (scene.day.month + 2) // 3
    late = scene.tense != "future" and (ahead > 1 or (ahead > 0 and scene.tense == "past" and scene.day.month < 4))
    return f"{scene.day.year - (late and sign == 'Q'):04}-{sign}{ordinal}"


def _period(match: Match, scene: Scene) -> str | None:
    last = scene.quarter or _counted(scene.day, -1, "Q")
    year = match.groupdict().get("year")
    if year:
        return f"{year}{last[4:]}"
    ago = match.groupdict().get("ago") or _lower(match, "which").startswith("year")
    if scene.quarter is None and match.groupdict().get("unit") is None:
        return _counted(scene.day, -1, "Y")
    return _step(last, "Y", -1) if ago and last[0] != "X" else last


def _ago(match: Match, scene: Scene) -> str | None:
    groups = match.groupdict()
    if groups.get("which"):
        return _narrative(match, scene)
    unit, way = _symbol(match["unit"]), _lower(match, "way")
    count = _count(groups.get("number"))
    if count is None or unit.startswith("T"):
        return f"P{'X' if count is None else int(count)}{unit}" if not unit.startswith("T") else _length(count, unit)
    steps = -int(count) if way in ("ago", "earlier") else int(count)
    if unit == "Y" and scene.quarter and way in ("ago", "earlier"):
        return _step(scene.quarter, "Y", steps)
    counted_from = scene.day if way in ("ago", "from now", "hence") else _told_or_own(scene, unit)
    return _counted(counted_from, steps, unit)


def _narrative(match: Match, scene: Scene) -> str | None:
    """Give 'the day before', 'the following day': counted from the last time told."""
    which = _lower(match, "which")
    before = (_lower(match, "side") or which) in ("before", "earlier", "previous")
    word = _lower(match, "unit") or which
    unit = "D" if word in ("night", "morning") else _symbol(word)
    value = _counted(_told_or_own(scene, unit), -1 if before else 1, unit)
    return value + (_symbol(word) if word in ("night", "morning") else "")


def _count(words: str | None) -> float | None:
    """Give how many units the words tell; None where they leave it open."""
    lower = (words or "").lower()
    known = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "a couple": 2.0, "a couple of": 2.0, "couple of": 2.0}
    half = re.fullmatch(r"(\d+) 1/2", lower)
    if half:
        return float(half[1]) + 0.5
    return known.get(lower) or {"a dozen": 12.0}.get(lower) or read_number(lower)


def _length(count: float | None, unit: str) -> str:
    """Give a duration: P49Y, PT10H, P2Y6M, PXD."""
    time, symbol = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if symbol == "2W":
        count, symbol = (count * 2 if count else None), "W"
    if count is None:
        return f"P{time}X{symbol}"
    smaller = {"Y": "6M", "TH": "30M", "TM": "30S"}.get(unit)
    if count % 1 == 0.5 and smaller:
        whole = f"{int(count)}{symbol}" if count > 1 else ""
        return f"P{time}{whole}{smaller}"
    return f"P{time}{int(count) if count == int(count) else count}{symbol}"


def _duration(match: Match, scene: Scene) -> str | None:
    groups = match.groupdict()
    unit = _symbol(match["unit"])
    if groups.get("number") is None:
        past = match.group().lower().startswith(("recent", "past", "the past"))
        return "PAST_REF" if past and groups.get("more") else _length(None, unit)
    count = _count(groups["number"])
    return _length(count + 0.5 if count is not None and groups.get("half") else count, unit)


def _time(match: Match, scene: Scene) -> str | None:
    groups = match.groupdict()
    told = scene.previous if scene.previous and read_day(scene.previous) else None
    day = told[:10] if told else _counted(scene.day, 0, "D")
    if groups.get("word"):
        return f"{day}T{'12:00' if groups['word'].lower() == 'noon' else '24:00'}"
    hour, minute = int(groups["hour"]), groups.get("minute") or "00"
    if groups.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if groups["half"].lower() == "p" else 0)
    return f"{day}T{hour:02}:{minute}"


def _set(match: Match, scene: Scene) -> str | None:
    word = _lower(match, "word")
    return _SETS[word] if word else _length(1, _symbol(match["unit"]))


def _ref(match: Match, scene: Scene) -> str | None:
    word = _lower(match, "word")
    found = [ref for ref, known in _REFERENCES.items() if word in known]
    return found[0] if found else "FUTURE_REF" if word.endswith("future") else "PRESENT_REF"


READERS: dict[str, Callable[[Match, Scene], str | None]] = {
    "iso": _iso,
    "figures": _figures,
    "date": _date,
    "month": _month,
    "season": _season,
    "year": _only_year,
    "decade": _decade,
    "century": _century,
    "deictic": _deictic,
    "weekday": _weekday,
    "weekend": _weekend,
    "unit": _unit,
    "year_end": _year_end,
    "quarter": _quarter,
    "period": _period,
    "ago": _ago,
    "duration": _duration,
    "time": _time,
    "set": _set,
    "ref": _ref,
}
