"""Amounts as a passage tells them: how many of what, left open to which side, and in which unit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.link.clock import find_clocks
from reportedly.link.lexicon import find_phrases
from reportedly.link.passage import Passage, Reach
from reportedly.text.fold import fold
from reportedly.text.number import SHARE, Number, find_numbers, read_number

EXACT, UP, ROUGH, DOWN, RANGE, VAGUE = range(6)
_BEHIND: dict[tuple[str, ...], int] = {
    ("or", "so"): ROUGH,
    ("or", "more"): UP,
    ("or", "fewer"): DOWN,
    ("or", "less"): DOWN,
}
TABLE = "variation_approximations.tsv"
_FIGURES = re.compile(r"\d[\d.,]*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+$")  # '5.284' as other languages write 5,284
_NEAR = 6  # words on either side that tell what is counted
_COUNTED = 3  # words behind a number among which the counted thing stands
_LEAST_VAGUE = 20  # 'several' and 'a few' are one; 'dozens' and 'hundreds' are not
# Units that measure one thing: how many of the first each is.
_SCALES = {
    "millimetre": ("metre", 0.001),
    "centimetre": ("metre", 0.01),
    "kilometre": ("metre", 1000.0),
    "foot": ("metre", 0.3048),
    "inch": ("metre", 0.0254),
    "mile": ("metre", 1609.344),
    "yard": ("metre", 0.9144),
    "nautical mile": ("metre", 1852.0),
    "mile an hour": ("kilometre an hour", 1.609344),
    "knot": ("kilometre an hour", 1.852),
    "gram": ("kilogram", 0.001),
    "tonne": ("kilogram", 1000.0),
    "pound": ("pound", 1.0),
    "acre": ("hectare", 0.404686),
    "gigawatt": ("megawatt", 1000.0),
    "kilowatt": ("megawatt", 0.001),
    "gallon": ("litre", 3.785),
}
_TIME = "time"
_SPANS = {
    **{"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "night": 86400.0, "week": 604800.0},
    **{"fortnight": 1209600.0, "month": 2629800.0, "year": 31557600.0, "decade": 315576000.0, "century": 3155760000.0},
}
_FRACTIONS = {"tenths": 0.1, "hundredths": 0.01, "thousandths": 0.001}
# 'The first half' is a period, 'aged five' an age, 'one of them' nobody in particular.
_ORDINALS = frozenset("first second third fourth last latter other final next".split())
_PARTS = frozenset("half third quarter fifth sixth seventh eighth ninth tenth".split())
_CUT = frozenset("cut cutting split splitting divided dividing torn tearing broken breaking sliced snapped".split())
_COMMON = frozenset({"may", "march", "mar"})  # these are more than months
_AGES = frozenset("age aged ages old olds".split())
_CURRENCIES = {"dollar": "$", "euro": "€", "pound": "£", "pounds": "£", "yen": "¥", "rouble": "₽", "hryvnia": "₴"}


class Amount(NamedTuple):
    """An amount where it stands."""

    value: float
    open: int  # EXACT, or to which side it is left open
    unit: str | None  # the first of its sort
    scale: float  # how many of the first unit one of the told unit is
    reach: Reach
    counted: int | None  # key of the first content word behind it
    near: frozenset[int]  # keys of the content words round it
    thousands: bool  # told with a point where thousands may be meant
    aged: bool  # may be somebody's age
    whole: bool  # that of which another number is a part: 'of the ten'


def find_amounts(passage: Passage) -> list[Amount]:
    """List the amounts outside quotations; days, years and times of day are none."""
    found = []
    for start, end in passage.bounds:
        text = passage.body[start:end]
        clocks = find_clocks(text)
        for number in find_numbers(text):
            if any(clock.start < number.end and number.start < clock.end for clock in clocks):
                continue
            amount = _read(passage, text, start, number)
            if amount is not None:
                found.append(amount)
    return found


def same_value(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts are as much; what was put into another unit is rounded on the way."""
    if one.unit and other.unit and one.scale != other.scale:
        return _close(one.value * one.scale, other.value * other.scale, 0.08)
    thousandfold = one.thousands != other.thousands
    lifted = [amount.value * (1000 if amount.thousands else 1) for amount in (one, other)]
    return _close(one.value, other.value) or (thousandfold and _close(*lifted))


def same_sort(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts can be of one thing; lengths of time told in two units are compared as times."""
    if (one.unit == SHARE) != (other.unit == SHARE):
        return False  # 'half of the ten seats', 'five of the ten seats'
    if one.unit == other.unit == _TIME and one.scale != other.scale:
        return same_value(one, other)
    return one.unit == other.unit or None in (one.unit, other.unit)


def _close(one: float, other: float, part: float = 1e-9) -> bool:
    """Tell whether two values differ by no more than a part of the greater one."""
    return abs(one - other) <= part * max(abs(one), abs(other))


def _read(passage: Passage, text: str, offset: int, number: Number) -> Amount | None:
    """Make an amount of a number; None where it is quoted, or counts nothing."""
    reach = reach_of(passage, offset + number.start, offset + number.end)
    if reach is None or passage.tokens[reach[0]].quoted or passage.tokens[reach[1] - 1].quoted:
        return None
    value, opened = _bare(text, number), _opened(passage, reach, number)
    if value is None or (opened == VAGUE and value < _LEAST_VAGUE) or _counts_nothing(passage, reach):
        return None
    part = _FRACTIONS.get(next(iter(passage.forms[reach[1] : reach[1] + 1]), ""), 1.0)
    unit, scale = _measure(passage, reach, number)
    figures = _FIGURES.search(text[number.start : number.end])
    return Amount(
        value * part,
        opened,
        unit,
        scale,
        reach,
        _counted(passage, reach[1]),
        near_keys(passage, reach),
        bool(figures and _THOUSANDS.match(figures.group().rstrip(".,"))),
        _is_age(passage, reach, number),
        _is_whole(passage, reach),
    )


def _is_age(passage: Passage, reach: Reach, number: Number) -> bool:
    """Tell whether a number may be somebody's age: 'aged five', 'children under five'."""
    if not _AGES.isdisjoint(passage.forms[max(0, reach[0] - 3) : reach[1] + 3]):
        return True
    bare = passage.breaks[reach[1] - 1] or not any(t.content for t in passage.tokens[reach[1] : reach[1] + 2])
    return bare and not number.unit and number.hedge in ("under", "over") and passage.breaks[reach[0] - 1] is False


def _is_whole(passage: Passage, reach: Reach) -> bool:
    """Tell whether a number is that of which another is a part: 'of the ten', 'one of ten'."""
    before = passage.forms[max(0, reach[0] - 2) : reach[0]]
    part = read_number(before[0]) is not None if len(before) > 1 and before[1] == "of" else False
    return part or (len(before) > 1 and before[0] == "of" and before[1] in ("the", "its", "their", "his", "her", "all"))


def _counts_nothing(passage: Passage, reach: Reach) -> bool:
    """Tell whether a number is part of a period or a pronoun: 'the first half', 'one of them'."""
    before = passage.forms[max(0, reach[0] - 1) : reach[0]]
    after = passage.forms[reach[1] : reach[1] + 1]
    told = passage.forms[reach[0] : reach[1]]
    if told[-1] in ("half", "quarter", "third"):
        return not _ORDINALS.isdisjoint((*before, *told[:-1]))
    if after and (after[0].removesuffix("s") in _PARTS or after[0] in ("point", "points")):
        return True
    if before == ("in",) and not _CUT.isdisjoint(passage.forms[max(0, reach[0] - 3) : reach[0]]):
        return True  # 'cut in two'
    return told == ("one",) and (after in ((), ("of",)) or not passage.tokens[reach[1]].content)


def _measure(passage: Passage, reach: Reach, number: Number) -> tuple[str | None, float]:
    """Give the unit of a number, the first of its sort, and its scale."""
    if number.unit:
        unit, scale = _SCALES.get(number.unit, (number.unit, 1.0))
        return _CURRENCIES.get(unit, unit), scale
    far = 4 if passage.forms[reach[1] : reach[1] + 1] and passage.forms[reach[1]] in _FRACTIONS else 1
    after = passage.forms[reach[1] : reach[1] + far]
    spans = [_SPANS[form.removesuffix("s")] for form in after if form.removesuffix("s") in _SPANS]
    return (_TIME, spans[0]) if spans else (None, 1.0)


def _is_span(passage: Passage, place: int) -> bool:
    """Tell whether a word is a length of time."""
    return any(form.removesuffix("s") in _SPANS for form in passage.forms[place : place + 1])


def _bare(text: str, number: Number) -> float | None:
    """Give the value of a number without what leaves it open: 80 of 'more than 80'."""
    bounds = [bound for bound in (number.low, number.high) if bound is not None]
    if number.unit == SHARE or len(bounds) == 2:
        return bounds[0] if bounds else None
    told = fold(text[number.start : number.end]).lower().replace((number.hedge or "").lower(), " ", 1)
    parts = re.split(r"[ -]+", told.lstrip(" $€£¥₽₴₪₹"))
    values = (read_number(" ".join(parts[:end])) for end in range(len(parts), 0, -1))
    return next((value for value in values if value), next(iter(bounds), None))


def _opened(passage: Passage, reach: Reach, number: Number) -> int:
    """Give to which side a number is left open."""
    if "all" in (number.hedge or "").split():
        return EXACT
    if (behind := _BEHIND.get(passage.forms[reach[1] : reach[1] + 2])) is not None:
        return behind
    if passage.forms[reach[0]] == "over" and _is_span(passage, reach[1]):
        return EXACT  # 'over five years': in the course of them
    if number.low is None:
        return DOWN
    if number.high is None:
        told = passage.forms[reach[0] : reach[1]]
        return UP if any(form[0].isdigit() or read_number(form) is not None for form in told) else VAGUE
    if number.high > number.low:
        return RANGE
    if passage.forms[reach[1] - 2 : reach[1]] in _BEHIND:
        return _BEHIND[passage.forms[reach[1] - 2 : reach[1]]]
    rough = {hit.reach[1]: hit.grade for hit in find_phrases(passage, TABLE)}
    grade = next((rough[place] for place in range(reach[0], reach[1]) if place in rough), None)
    return ROUGH if number.hedge and grade == ROUGH else EXACT


def reach_of(passage: Passage, start: int, end: int) -> Reach | None:
    """Give the words of `[start, end)` of the body."""
    inside = [i for i, token in enumerate(passage.tokens) if token.start < end and start < token.end]
    return (inside[0], inside[-1] + 1) if inside else None


def near_keys(passage: Passage, reach: Reach) -> frozenset[int]:
    """Give the keys of the content words round a number, in its own sentence."""
    start = passage.tokens[reach[0]].start
    low, high = next(bounds for bounds in passage.bounds if bounds[0] <= start < bounds[1])
    round_it = (*range(max(0, reach[0] - _NEAR), reach[0]), *range(reach[1], reach[1] + _NEAR))
    tokens = [passage.tokens[i] for i in round_it if i < len(passage.tokens)]
    near = [t for t in tokens if t.content and low <= t.start < high and not t.form[0].isdigit()]
    return frozenset(_month_key(t.form) or t.key for t in near)


@cache
def _month_key(form: str) -> int:
    """Give one key for a month, however its name is written; 0 for other words."""
    return _months().get(form.rstrip("."), 0)


@cache
def _months() -> dict[str, int]:
    """Read the names of the months and their short forms."""
    rows = read_table("months.tsv")
    return {row["word"].rstrip("."): int(row["month"]) for row in rows if row["word"] not in _COMMON}


def share_near(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share, 0 to 1, of what stands round the one that stands round the other too, by the smaller of both."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _counted(passage: Passage, place: int) -> int | None:
    """Give the key of the first content word behind a number."""
    for i in range(place, min(place + _COUNTED, len(passage.tokens))):
        if passage.breaks[i - 1]:
            return None
        if passage.tokens[i].content:
            return passage.tokens[i].key
    return None
