"""Outlines of countries, cut to a map's frame."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.export.map_frame import Frame, Point

_STEP = 0.6  # pixels; outline points nearer than this to the last one drawn cannot be seen
_BEYOND = 4.0  # pixels that shapes reach beyond the frame, so that the cut edges stay out of sight
_GRID = 9  # places a country's name may stand at, along each side of its box


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country as far as the frame shows it."""

    name: str
    path: str  # SVG path data
    area: float  # square pixels of its largest piece's box
    seats: tuple[Point, ...]  # where on land its name may stand, most central first


Polygon = tuple[tuple[Point, ...], ...]  # its outer ring first, then its holes


@cache
def read_polygons() -> tuple[tuple[str, tuple[Polygon, ...]], ...]:
    """Read the shipped outlines: each country's name with its polygons of longitude and latitude."""
    packed = (files("reportedly.data") / "outlines.json.gz").read_bytes()
    countries = json.loads(gzip.decompress(packed))["countries"]
    return tuple(
        (c["name"], tuple(tuple(tuple((p[0], p[1]) for p in ring) for ring in poly) for poly in c["polygons"]))
        for c in countries
    )


@cache
def read_outlines() -> tuple[tuple[str, tuple[tuple[Point, ...], ...]], ...]:
    """Give each country's name with all its rings."""
    return tuple((name, tuple(ring for polygon in polygons for ring in polygon)) for name, polygons in read_polygons())


def draw_outlines(frame: Frame) -> tuple[Outline, ...]:
    """Draw every country that the frame shows, the largest first."""
    drawn = (_draw(name, rings, frame) for name, rings in read_outlines())
    return tuple(sorted((outline for outline in drawn if outline), key=lambda outline: -outline.area))


def _draw(name: str, rings: Iterable[tuple[Point, ...]], frame: Frame) -> Outline | None:
    """Draw one country; None where the frame shows nothing of it."""
    pieces = [_clip([frame.pixel(*point) for point in ring], frame) for ring in rings if _near(ring, frame)]
    pieces = [piece for piece in pieces if len(piece) > 2]
    if not pieces:
        return None
    largest = max(pieces, key=ring_area)
    return Outline(
        name=name,
        path="".join(_path(piece) for piece in pieces),
        area=ring_area(largest),
        seats=list_seats(largest),
    )


def _near(ring: tuple[Point, ...], frame: Frame) -> bool:
    """Tell whether a ring's box touches the frame."""
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    left, top = frame.pixel(min(lons), max(lats))
    right, bottom = frame.pixel(max(lons), min(lats))
    return left < frame.width and right > 0 and top < frame.height and bottom > 0


def _clip(ring: list[Point], frame: Frame) -> list[Point]:
    """Cut a ring to the frame and a little beyond.

    Source: Sutherland and Hodgman, Reentrant polygon clipping, CACM 17(1), 1974.
    """
    right, bottom = frame.width + _BEYOND, frame.height + _BEYOND
    for axis, bound, sign in ((0, -_BEYOND, 1), (0, right, -1), (1, -_BEYOND, 1), (1, bottom, -1)):
        ring = _cut(ring, axis, bound, sign)
    return ring


def _cut(ring: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """Keep the part of a ring on one side of a line across the axis at `bound`."""
    kept: list[Point] = []
    for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was, now = sign * (before[axis] - bound) >= 0, sign * (point[axis] - bound) >= 0
        if was != now:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            x, y = (before[i] + share * (point[i] - before[i]) for i in (0, 1))
            kept.append((x, y))
        if now:
            kept.append(point)
    return kept


def _path(ring: list[Point]) -> str:
    """Write a ring as SVG path data, without the points that nobody could see."""
    drawn = ring[:1]
    for point in ring[1:]:
        last = drawn[-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _STEP:
            drawn.append(point)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in drawn) + "Z"


def ring_area(ring: Sequence[Point]) -> float:
    """Give the area inside a ring, by the shoelace rule."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def list_seats(ring: Sequence[Point]) -> tuple[Point, ...]:
    """List points inside a ring, those nearest to the middle of its box first."""
    xs, ys = [point[0] for point in ring], [point[1] for point in ring]
    left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    shares = [(number + 0.5) / _GRID for number in range(_GRID)]
    grid = sorted(((across, down) for across in shares for down in shares), key=_from_middle)
    points = ((left + across * width, top + down * height) for across, down in grid)
    return tuple(point for point in points if _holds(ring, point))


def _from_middle(share: Point) -> float:
    return (share[0] - 0.5) ** 2 + (share[1] - 0.5) ** 2


def _holds(ring: Sequence[Point], point: Point) -> bool:
    """Tell whether a point lies inside a ring: a line from it crosses the edge an odd number of times."""
    inside = False
    for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (a[1] > point[1]) != (b[1] > point[1]):
            crossing = a[0] + (point[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
            inside ^= crossing > point[0]
    return inside
