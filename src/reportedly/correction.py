"""The correction: which fields of a record a person may set, and what each of them may be.

The list is closed. A value is kept as text, in the form that is checked here, so that it means the same to whatever
program replays it.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from reportedly.attribution import Anonymity, Basis, Certainty, CueClass, Polarity, SpeakerKind, Stance
from reportedly.errors import JudgementFault
from reportedly.event import EventType, Factuality, When


class Edges(NamedTuple):
    """Where words begin and end in a report's body, `[start, end)`."""

    start: int
    end: int


Value = str | int | bool | StrEnum | When | Edges | None

_DIGITS = 9  # of a count: more are a slip of the hand
_DAY = r"\d{4}(?:-\d{2}){0,2}"
_EDGES = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_DAYS = re.compile(rf"({_DAY})(?:/({_DAY}))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place as a person tells it."""

    name: str
    lat: float | None  # degrees, WGS 84
    lon: float | None  # degrees, WGS 84
    radius_km: float | None
    gazetteer_id: str | None


def read_name(value: str) -> str | None:
    """Read a name; the empty text says that nobody is named."""
    if value and not any(char.isalnum() for char in value):
        raise JudgementFault(f"{value!r} is no name")
    return value or None


def read_count(value: str) -> int | None:
    """Read how many speak; the empty text says that the words leave it open."""
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= _DIGITS and int(value) > 0):
        raise JudgementFault(f"{value!r} is no count of people: 1, 2, 3, ...")
    return int(value)


def read_truth(value: str) -> bool:
    """Read true or false."""
    if value not in ("true", "false"):
        raise JudgementFault(f"{value!r} is neither true nor false")
    return value == "true"


def read_spot(value: str) -> Spot | None:
    """Read a place from the JSON that `write_spot` gives; the empty text says that none is told."""
    if not value:
        return None
    try:
        record = json.loads(value)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("name"), str) or not record["name"].strip():
        raise JudgementFault(f"{value!r} is no place")
    numbers = [record.get(name) for name in ("lat", "lon", "radius_km")]
    identity = record.get("gazetteer_id")
    lat, lon, radius = (
        float(number) if isinstance(number, int | float) and abs(number) < 1e6 else None for number in numbers
    )
    told = [number for number in numbers if number is not None]
    if len(told) != sum(number is not None for number in (lat, lon, radius)) or (lat is None) != (lon is None):
        raise JudgementFault(f"{value!r} has no point")
    if not all(isfinite(number) for number in (lat or 0, lon or 0, radius or 0)) or (radius or 0) < 0:
        raise JudgementFault(f"{value!r} has no point")
    if abs(lat or 0) > 90 or abs(lon or 0) > 180:
        raise JudgementFault(f"{lat}, {lon} is no point on the Earth: latitude first, in degrees")
    return Spot(
        name=record["name"],
        lat=lat,
        lon=lon,
        radius_km=radius,
        gazetteer_id=identity if isinstance(identity, str) else None,
    )


def write_spot(spot: Spot) -> str:
    """Write a place as the value of a correction."""
    return json.dumps({name: getattr(spot, name) for name in Spot.__slots__}, ensure_ascii=True)


def read_when(value: str) -> When | None:
    """Read a day, a month, a year, or a stretch from one to another; the empty text says that no time is told.

    >>> when = read_when("2024-02")
    >>> when.start, when.end, when.edtf
    ('2024-02-01', '2024-02-29', '2024-02')
    """
    if not value:
        return None
    parts = _DAYS.fullmatch(value)
    if parts is None:
        raise JudgementFault(f"{value!r} is no day, such as 2024-12-14, 2024-12, 2024 or 2024-12-13/2024-12-14")
    start, last = _edges(parts[1])
    end = _edges(parts[2])[1] if parts[2] else last
    if end < start:
        raise JudgementFault(f"{value!r} ends before it begins")
    return When(text=value, start=start, end=end, edtf=value, unresolved=None)


def read_edges(value: str) -> Edges:
    """Read where words begin and end, as START-END.

    >>> read_edges("40-96")
    Edges(start=40, end=96)
    """
    parts = _EDGES.fullmatch(value)
    if parts is None or int(parts[1]) >= int(parts[2]):
        raise JudgementFault(f"{value!r} does not say where words begin and end: START-END")
    return Edges(int(parts[1]), int(parts[2]))


def _edges(told: str) -> tuple[str, str]:
    """Give the first and the last day of a day, a month or a year."""
    year, month, day = (int(part) for part in (*told.split("-"), "0", "0")[:3])
    if year < 1 or month > 12 or (not month and len(told) > 4):
        raise JudgementFault(f"{told!r} is no day of the calendar")
    last = monthrange(year, month or 12)[1]
    if day > last or (not day and len(told) > 7):
        raise JudgementFault(f"{told!r} is no day of the calendar")
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{month or 12:02}-{day or last:02}"


def _one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    """Give what reads one of a closed list."""

    def read(value: str) -> StrEnum:
        if value not in kind._value2member_map_:
            raise JudgementFault(f"{value!r} is none of {', '.join(kind)}")
        return kind(value)

    return read


# What may be corrected, by the names that the records have.
ATTRIBUTION_FIELDS: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        "speaker.name": read_name,
        "speaker.kind": _one_of(SpeakerKind),
        "speaker.count": read_count,
        "speaker.anonymity": _one_of(Anonymity),
        "certainty": _one_of(Certainty),
        "polarity": _one_of(Polarity),
        "stance": _one_of(Stance),
        "basis": _one_of(Basis),
        "cue_class": _one_of(CueClass),
        "content": read_edges,
    }
)
EVENT_FIELDS: Mapping[str, Callable[[str], Value | Spot]] = MappingProxyType(
    {
        "type": _one_of(EventType),
        "polarity": _one_of(Polarity),
        "factuality": _one_of(Factuality),
        "planned": read_truth,
        "place": read_spot,
        "origin": read_spot,
        "destination": read_spot,
        "time": read_when,
        "evidence": read_edges,
    }
)
PLACES = ("place", "origin", "destination")
