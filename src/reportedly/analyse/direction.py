"""Directions and distances at a place's name: 'northern Syria', '13 km northwest of Tartous'."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from reportedly.event import Offset

if TYPE_CHECKING:
    from spacy.tokens import Doc

EARTH_RADIUS_KM: Final = 6371.0
_KM: Final = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "mi": 1.609344, "nautical mile": 1.852, "nm": 1.852,
              "nmi": 1.852, "metre": 0.001, "meter": 0.001, "m": 0.001}  # fmt: skip
_BEARINGS: Final = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
                    "west": 270.0, "northwest": 315.0}  # fmt: skip
# Halves of the compass: 'north-northwest' lies between its two words.
_NUMBER: Final = r"(?P<n>\d[\d,]*(?:\.\d+)?)"
_UNIT: Final = r"(?P<u>nautical miles?|nmi?|km|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m)\b\.?"
_DIRECTION: Final = r"(?P<d>(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))*)"
_OFFSET: Final = re.compile(
    rf"\b{_NUMBER}[- ]?{_UNIT}(?: ?\([^()]{{0,40}}\))?,?(?: to the| due)? {_DIRECTION}(?:ern [a-z]+)? (?:of|from) "
    r"(?:the )?(?:[a-z-]+ ){0,3}(?:of )?(?:the )?$",
    re.IGNORECASE,
)
_PARTIAL: Final = re.compile(
    r"\b(?P<d>(?:north|south|east|west|central)(?:[- ]?(?:north|south|east|west|central))?)(?:ern)?(?:most)? $",
    re.IGNORECASE,
)
# How far before the name the words of a distance may start, in characters.
_REACH: Final = 110
# A part's middle lies this share of the radius away from the whole's, and reaches this share of it.
_PART_SHIFT: Final = 0.5
_PART_REACH: Final = 0.65


def _bearing(words: str) -> float | None:
    """Give the bearing of 'north', 'north-west', 'north-northwest' in degrees; None for 'central'."""
    plain = re.sub(r"[- ]", "", words.lower())
    if plain in _BEARINGS:
        return _BEARINGS[plain]
    parts = re.findall(r"northwest|northeast|southwest|southeast|north|south|east|west", plain)
    if len(parts) < 2 or "".join(parts) != plain:
        return None
    first, second = _BEARINGS[parts[0]], _BEARINGS["".join(parts[1:])] if "".join(parts[1:]) in _BEARINGS else 0.0
    turn = (second - first + 180) % 360 - 180
    return (first + turn / 2) % 360


def find_offset(doc: Doc, start: int) -> Offset | None:
    """Give the distance and direction that the words before character `start` put a spot from the name there.

    'miles', 'nautical miles' and 'metres' are turned into kilometres; of '13 km (8 miles)' the first counts.
    """
    match = _OFFSET.search(doc.text, max(0, start - _REACH), start)
    if match is None:
        return None
    bearing = _bearing(match["d"])
    if bearing is None:
        return None
    unit = match["u"].lower().rstrip(".")
    factor = _KM.get(unit) or _KM[unit.rstrip("s")]
    return Offset(km=round(float(match["n"].replace(",", "")) * factor, 2), bearing=bearing)


def find_part(doc: Doc, start: int) -> float | None:
    """Give the bearing of the part that the word before character `start` names: 0 for 'northern'."""
    match = _PARTIAL.search(doc.text, max(0, start - _REACH), start)
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
