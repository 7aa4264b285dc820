"""Directions and distances at a place's name: 'northern Syria', '13 km northwest of Tartous'."""

from __future__ import annotations

import math
import re
from typing import Final

from reportedly.event import Offset

EARTH_RADIUS_KM: Final = 6371.0
_KM: Final = (
    dict.fromkeys(("km", "kilometre", "kilometer"), 1.0)
    | dict.fromkeys(("mile", "mi"), 1.609344)
    | dict.fromkeys(("nautical mile", "nm", "nmi"), 1.852)
    | dict.fromkeys(("metre", "meter", "m"), 0.001)
)
_COMPASS: Final = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_BEARINGS: Final = {point: 45.0 * number for number, point in enumerate(_COMPASS)}  # degrees clockwise from north
_WORDS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS: Final = {word: number for number, word in enumerate(_WORDS, 1)} | {
    **{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    **{"a": 1, "a hundred": 100, "a dozen": 12, "a couple of": 2, "half a": 0.5},
}
_NUMBER: Final = rf"(?P<n>\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT: Final = r"(?P<u>nautical miles?|nmi?|km|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m)\b\.?"
_DIRECTION: Final = r"(?P<d>(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))*)"
_MEASURE: Final = re.compile(r"(?:mile|kilomet|met[er]{2}|km|nmi?|mi|m)s?\b", re.IGNORECASE)  # a quick look first
_OFFSET: Final = re.compile(
    rf"\b{_NUMBER}[- ]?{_UNIT}(?: ?\([^()]{{0,40}}\))?,?(?: to the| due)? {_DIRECTION}(?:ern [a-z]+)? (?:of|from) "
    r"(?:the )?(?-i:[a-z-]+ ){0,3}(?:the )?$",
    re.IGNORECASE,
)
# 'about 20 miles off the coast of', '5 km outside', '30 km from the border with'
_AWAY: Final = re.compile(
    rf"\b{_NUMBER}[- ]?{_UNIT}(?: ?\([^()]{{0,40}}\))?,? (?:away )?"
    r"(?:off|from|outside|inside|offshore|offshore from|beyond) (?:the )?(?:(?-i:[a-z]+) (?:of|with) ){0,2}(?:the )?$",
    re.IGNORECASE,
)
# 'just north of', 'near', 'on the outskirts of', 'off the coast of': around it, nobody says how far.
_AROUND: Final = re.compile(
    rf"\b(?:near|nearby|outside|around|close to|not far from|(?P<d2>{_DIRECTION.replace('?P<d>', '?:')}) of|off"
    r"|off the (?:(?-i:[a-z]+) )?coast of|on the outskirts of|in the vicinity of|past|behind|beyond) "
    r"(?:the )?(?:(?-i:[a-z]+) of )?(?:the )?$",
    re.IGNORECASE,
)
_PARTS: Final = "part|parts|half|end|corner|tip|coast|region|regions|provinces|districts|side"
_PART_OF: Final = re.compile(
    rf"\bthe (?:far )?{_DIRECTION}(?:ern)?(?: (?:{_PARTS}))? of (?:the )?$",
    re.IGNORECASE,
)
_PARTIAL: Final = re.compile(
    r"\b(?P<d>(?:north|south|east|west|central)(?:[- ]?(?:north|south|east|west|central))?)(?:ern)?(?:most)? $",
    re.IGNORECASE,
)
# How far before the name the words of a distance may start, in characters.
REACH: Final = 110
# A part's middle lies this share of the radius away from the whole's, and reaches this share of it.
_PART_SHIFT: Final = 0.5
_PART_REACH: Final = 0.65


def _bearing(words: str) -> float | None:
    """Give the bearing of 'north', 'north-west', 'north-northwest' in degrees; None for 'central'."""
    plain = re.sub(r"[- ]", "", words.lower())
    if plain in _BEARINGS:
        return _BEARINGS[plain]
    # 'north-northwest' lies between its two words.
    first = next((p for p in _BEARINGS if plain.startswith(p) and plain.removeprefix(p) in _BEARINGS), None)
    if first is None:
        return None
    turn = (_BEARINGS[plain.removeprefix(first)] - _BEARINGS[first] + 180) % 360 - 180
    return (_BEARINGS[first] + turn / 2) % 360


def find_offset(before: str) -> Offset | None:
    """Give the distance and direction from a place that the words right `before` its name tell.

    'miles', 'nautical miles' and 'metres' are turned into kilometres; of '13 km (8 miles)' the first counts.
    """
    match = _OFFSET.search(before) if _MEASURE.search(before) else None
    if match is None:
        return None
    bearing = _bearing(match["d"])
    if bearing is None:
        return None
    return Offset(km=_distance_km(match), bearing=bearing)


def _distance_km(match: re.Match[str]) -> float:
    """Give a distance that was matched, in kilometres."""
    unit, number = match["u"].lower().rstrip("."), match["n"].lower()
    factor = _KM.get(unit) or _KM[unit.rstrip("s")]
    return round(float(_NUMBERS.get(number) or number.replace(",", "")) * factor, 2)


def find_distance(before: str) -> float | None:
    """Give how far away, in kilometres, the words right `before` a name put something, where they tell no direction."""
    match = _AWAY.search(before) if _MEASURE.search(before) else None
    return _distance_km(match) if match else None


def lies_around(before: str) -> bool:
    """Tell whether the words right `before` a name put something around the place and not in it: 'just north of'."""
    return _AROUND.search(before) is not None


def find_part(before: str) -> float | None:
    """Give the bearing of the part that the words right `before` a name tell: 0 for 'northern' and 'the north of'."""
    match = _PARTIAL.search(before) or _PART_OF.search(before)
    return _bearing(match["d"]) if match else None


def shift(lat: float, lon: float, offset: Offset) -> tuple[float, float]:
    """Give the point `offset` away from a point, in degrees, on a sphere."""
    angle, course, here = offset.km / EARTH_RADIUS_KM, math.radians(offset.bearing), math.radians(lat)
    there = math.asin(math.sin(here) * math.cos(angle) + math.cos(here) * math.sin(angle) * math.cos(course))
    turn = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(here),
        math.cos(angle) - math.sin(here) * math.sin(there),
    )
    return round(math.degrees(there), 4), round((lon + math.degrees(turn) + 540) % 360 - 180, 4)


def shift_to_part(lat: float, lon: float, radius_km: float, bearing: float) -> tuple[float, float, float]:
    """Give the middle of the part that lies at `bearing` within a region, and the part's radius."""
    lat, lon = shift(lat, lon, Offset(km=radius_km * _PART_SHIFT, bearing=bearing))
    return lat, lon, round(radius_km * _PART_REACH, 1)
