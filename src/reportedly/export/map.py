"""The map: where claims lie, drawn as shapes from the shipped outlines, with nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin
from statistics import median

from reportedly.event import distance_km
from reportedly.export.map_frame import Frame, fit_frame
from reportedly.export.map_label import Box, Label, Wish, place_labels
from reportedly.export.outline import Outline, draw_outlines

_BROAD_KM = 120.0  # a country or a region is no spot; it does not decide what the map shows
_OUTLIER = 5.0  # times the usual distance from the middle, from which a place is told beside the map
_NAMED = 5000.0  # square pixels that a country must show to be named


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with the claims that lie there."""

    key: str
    name: str
    lat: float  # degrees, WGS 84
    lon: float  # degrees, WGS 84
    radius_km: float | None
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A spot on the map, in pixels."""

    spot: Spot
    x: float
    y: float
    reach: float | None  # radius of the precision circle; None where it is smaller than the pin
    label: Label | None  # None where there was no room


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawn map, in pixels of a `width` by `height` box."""

    width: int
    height: int
    land: tuple[str, ...]  # SVG path data, one a country
    countries: tuple[Label, ...]
    pins: tuple[Pin, ...]
    outside: tuple[tuple[Spot, str], ...]  # spots that are not drawn, each with why
    scale_km: int
    scale_width: float


def draw_map(spots: Sequence[Spot], *, width: int, height: int, font: float) -> Chart | None:
    """Draw the spots over the outlines; None where there are none.

    Args:
        spots: the places, those that matter most first.
        width: pixels.
        height: pixels.
        font: pixels, the size of the labels.
    """
    if not spots:
        return None
    shown, outside = _choose(spots)
    frame = fit_frame([(spot.lon, spot.lat) for spot in shown], width, height)
    outlines = draw_outlines(frame)
    pins, taken = _pins(shown, frame, font)
    middle = shown[0]
    scale_km = _scale(frame, middle.lat)
    return Chart(
        width=width,
        height=height,
        land=tuple(outline.path for outline in outlines),
        countries=place_labels(_country_wishes(outlines), taken, frame_size=(width, height), font=font),
        pins=pins,
        outside=tuple((spot, _beyond(middle, spot)) for spot in outside),
        scale_km=scale_km,
        scale_width=scale_km * frame.pixels_per_km(middle.lat),
    )


def _choose(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Tell the spots that belong on one map from those so far off that they would shrink it."""
    near = [spot for spot in spots if (spot.radius_km or 0) <= _BROAD_KM] or list(spots)
    lat, lon = median(spot.lat for spot in near), median(spot.lon for spot in near)
    distance = {spot.key: hypot(spot.lat - lat, spot.lon - lon) for spot in spots}
    usual = max(1.0, median(distance[spot.key] for spot in near))
    shown = [spot for spot in near if distance[spot.key] <= _OUTLIER * usual]
    kept = {spot.key for spot in shown}
    return shown, [spot for spot in spots if spot.key not in kept]


def _pins(spots: Sequence[Spot], frame: Frame, font: float) -> tuple[tuple[Pin, ...], list[Box]]:
    """Put each spot on the map, with its label where there is room."""
    points = [frame.pixel(spot.lon, spot.lat) for spot in spots]
    taken = [Box(x=x - 7, y=y - 7, width=14, height=14) for x, y in points]
    pins: list[Pin] = []
    for spot, (x, y) in zip(spots, points, strict=True):
        wishes = [(spot.name, x + dx, y + dy, side) for dx, dy, side in _AROUND]
        placed = place_labels(wishes, taken, frame_size=(frame.width, frame.height), font=font, limit=1)
        taken += [label.box for label in placed]
        reach = (spot.radius_km or 0) * frame.pixels_per_km(spot.lat)
        pins.append(Pin(spot=spot, x=x, y=y, reach=reach if reach > 8 else None, label=placed[0] if placed else None))
    return tuple(pins), taken


# Where a label may stand around its pin, best place first: offset in pixels and which end is anchored.
_AROUND = (
    (11, 4, "start"),
    (-11, 4, "end"),
    (0, -12, "middle"),
    (0, 21, "middle"),
    (9, -8, "start"),
    (-9, -8, "end"),
    (9, 17, "start"),
    (-9, 17, "end"),
)


def _country_wishes(outlines: Iterable[Outline]) -> list[Wish]:
    """List where each country with room for it may be named."""
    return [
        (outline.name.upper(), x, y, "middle")
        for outline in outlines
        if outline.area > _NAMED
        for x, y in outline.seats
    ]


def _scale(frame: Frame, lat: float) -> int:
    """Give the largest round distance, in km, that takes at most a fifth of the map's width."""
    fits = frame.width / 5 / frame.pixels_per_km(lat)
    steps = [base * 10**power for power in range(4) for base in (1, 2, 5)]
    return max((step for step in steps if step <= fits), default=1)


def _beyond(middle: Spot, spot: Spot) -> str:
    """Tell why a spot is not drawn."""
    if (spot.radius_km or 0) > _BROAD_KM:
        return "an area, not a spot: not drawn"
    return f"beyond the map, {_bearing(middle, spot)}"


def _bearing(start: Spot, end: Spot) -> str:
    """Tell how far and in which direction one spot lies from another, over a great circle."""
    a, b = radians(start.lat), radians(end.lat)
    across = radians(end.lon - start.lon)
    km = distance_km((start.lat, start.lon), (end.lat, end.lon))
    angle = degrees(atan2(sin(across) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(across))) % 360
    point = "north,north-east,east,south-east,south,south-west,west,north-west".split(",")[round(angle / 45) % 8]
    return f"{km:,.0f} km {point} of {start.name}"
