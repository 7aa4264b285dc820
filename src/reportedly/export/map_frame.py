"""The frame of a map: what part of the earth it shows, in Mercator's projection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, log, pi, radians, tan

Point = tuple[float, float]  # longitude and latitude in degrees, or x and y in pixels

_LIMIT = 84.0  # degrees; Mercator has no poles
_LEAST_SPAN = 0.045  # radians of longitude, some 250 km: closer in, the outlines are too coarse
_MARGIN = 0.16  # share of the map left free on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What part of the earth a map shows: Mercator, radians, y growing northwards."""

    left: float
    top: float
    unit: float  # pixels a radian
    width: int
    height: int

    def pixel(self, lon: float, lat: float) -> Point:
        """Give where a point lies on the map."""
        return (radians(lon) - self.left) * self.unit, (self.top - _northing(lat)) * self.unit

    def pixels_per_km(self, lat: float) -> float:
        """Give how many pixels a kilometre takes at a latitude."""
        return self.unit / (6371.0 * max(0.05, cos(radians(lat))))


def _northing(lat: float) -> float:
    """Give the Mercator y of a latitude, in radians."""
    return log(tan(pi / 4 + radians(max(-_LIMIT, min(_LIMIT, lat))) / 2))


def fit_frame(points: Sequence[Point], width: int, height: int) -> Frame:
    """Fit a map of `width` by `height` pixels to points of longitude and latitude, with room around them."""
    xs = [radians(lon) for lon, _ in points]
    ys = [_northing(lat) for _, lat in points]
    room = 1 - 2 * _MARGIN
    across = max((max(xs) - min(xs)) / room, _LEAST_SPAN)
    down = max((max(ys) - min(ys)) / room, _LEAST_SPAN * height / width)
    unit = min(width / across, height / down)
    return Frame(
        left=(max(xs) + min(xs)) / 2 - width / unit / 2,
        top=(max(ys) + min(ys)) / 2 + height / unit / 2,
        unit=unit,
        width=width,
        height=height,
    )
