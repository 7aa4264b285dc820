"""Give the TIMEX3 value of lengths of time, of what lies so long ago or ahead, of sets and of times of day."""

from __future__ import annotations

import re

from reportedly.analyse.scene import Scene, counted, symbol
from reportedly.text.number import read_number

Match = re.Match[str]

_REFERENCES = {
    "PAST_REF": ("recently", "the past", "recent times"),
    "FUTURE_REF": ("soon", "as soon as possible", "the near term"),
}
_SETS = {
    "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "yearly": "XXXX",
    "annually": "XXXX",
    "hourly": "PT1H",
}
_FIXED = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "a couple": 2.0, "a couple of": 2.0, "couple of": 2.0}
_FIXED["a dozen"] = 12.0
_HALVES = {"CE": "P50Y", "DE": "P5Y", "Y": "P6M", "M": "P15D", "D": "PT12H", "TH": "PT30M", "TM": "PT30S"}


def lower(match: Match, group: str) -> str:
    """Give the words of a group in lower case; empty where the form has no such group."""
    return (match.groupdict().get(group) or "").lower()


def read_ago(match: Match, scene: Scene) -> str | None:
    """Give what lies so many units before or after the day that it is counted from."""
    if lower(match, "which"):
        return _neighbour(match, scene)
    unit, way = symbol(match["unit"]), lower(match, "way")
    count = _count(lower(match, "number"))
    if count is None or unit.startswith("T") or count % 1:
        return _length(count, unit)
    steps = -int(count) if way in ("ago", "earlier") else int(count)
    if unit == "Y" and scene.quarter and way in ("ago", "earlier"):
        return _quarter_moved(scene.quarter, steps)
    return counted(scene.day, steps, unit)


def _quarter_moved(quarter: str, years: int) -> str:
    return f"{int(quarter[:4]) + years:04}{quarter[4:]}"


def _neighbour(match: Match, scene: Scene) -> str | None:
    """Give 'the day before', 'the following day': counted from the last time told."""
    which = lower(match, "which")
    before = (lower(match, "side") or which) in ("before", "earlier", "previous")
    word = lower(match, "unit") or which
    part = symbol(word) if word in ("night", "morning", "afternoon", "evening") else ""
    return counted(scene.day, -1 if before else 1, "D" if part else symbol(word)) + part


def _count(words: str) -> float | None:
    """Give how many units the words tell; None where they leave it open."""
    half = re.fullmatch(r"(\d+) 1/2", words)
    return float(half[1]) + 0.5 if half else _FIXED.get(words) or read_number(words)


def _length(count: float | None, unit: str) -> str:
    """Give a duration: P49Y, PT10H, P2Y6M, PXD.

    >>> _length(2.5, "Y"), _length(0.5, "TH"), _length(None, "D"), _length(1.0, "2W")
    ('P2Y6M', 'PT30M', 'PXD', 'P2W')
    """
    time, sign = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if sign == "2W":
        count, sign = (count * 2 if count else None), "W"
    if count is None:
        return f"P{time}X{sign}"
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    smaller = {"Y": "6M", "TH": "30M", "TM": "30S"}.get(unit)
    if count % 1 == 0.5 and smaller:
        return f"P{time}{int(count)}{sign}{smaller}"
    return f"P{time}{int(count) if count == int(count) else count}{sign}"


def read_duration(match: Match, scene: Scene) -> str | None:
    """Give a length of time; what lies so long ahead where the verb says so; or the past, for 'recent years'."""
    unit, number = symbol(match["unit"]), lower(match, "number")
    if lower(match, "half_unit"):
        return _HALVES[unit] if lower(match, "half_unit") == "half" else "P25Y"
    if not number:
        words = match.group().lower().removeprefix("the ")
        # TimeBank: 'recent years' is PAST_REF in five of seven, 'coming weeks' a length.
        return {"recent": "PAST_REF", "past": "PAST_REF", "future": "FUTURE_REF"}.get(
            words.split()[0], _length(None, unit)
        )
    before = match.string[max(match.start() - 4, 0) : match.start()].lower()
    count = _count(number)
    if scene.tense == "future" and number == "one" and unit == "D" and match.group().lower() == "one day":
        return "FUTURE_REF" if not re.search(r"\b(?:for|in) $", before) else "P1D"
    if match.groupdict().get("or_so") == " or two":
        return "FUTURE_REF" if scene.tense == "future" and before.endswith("in ") else _length(None, unit)
    halves = bool(lower(match, "half") or lower(match, "and_half"))
    ahead = scene.tense == "future" and re.search(r"\bin $", before) and not (halves or unit.startswith("T"))
    if ahead and count is not None and count % 1 == 0 and not match.groupdict().get("upto"):
        return counted(scene.day, int(count), unit)
    return _length(count + 0.5 if count is not None and halves else count, unit)


def read_while(match: Match, scene: Scene) -> str | None:
    """Give a length that the words leave wholly open."""
    return "PXX"


def read_time(match: Match, scene: Scene) -> str | None:
    """Give a time of the day that it is counted from, without its zone."""
    day = counted(scene.day, 0, "D")
    if lower(match, "word"):
        return f"{day}T{'12:00' if lower(match, 'word') == 'noon' else '24:00'}"
    told, minute = read_number(lower(match, "hour")), match.groupdict().get("minute") or "00"
    if told is None or told > 24:
        return None
    hour = int(told)
    if lower(match, "half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if lower(match, "half") == "p" else 0)
    return f"{day}T{hour:02}:{minute}"


def read_set(match: Match, scene: Scene) -> str | None:
    """Give how often: the step of the set, as TimeML has it."""
    if lower(match, "word"):
        return _SETS[lower(match, "word")]
    number = lower(match, "number")
    unit = lower(match, "unit")
    return _length(_count(number) if number else 1, "D" if unit == "night" else symbol(unit))


def read_reference(match: Match, scene: Scene) -> str | None:
    """Give PAST_REF, PRESENT_REF or FUTURE_REF."""
    word = lower(match, "word")
    found = [ref for ref, known in _REFERENCES.items() if word in known]
    return found[0] if found else "FUTURE_REF" if word.endswith("future") else "PRESENT_REF"
