"""The shipped outlines as GeoJSON: one feature a country, and one where its name may stand.

Source: RFC 7946.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from reportedly.export.map_frame import Point
from reportedly.export.outline import list_seats, read_polygons, ring_area


@cache
def write_outlines() -> str:
    """Write all outlines as one feature collection."""
    countries = read_polygons()
    shapes = [_feature("land", name, "MultiPolygon", polygons) for name, polygons in countries if polygons]
    names = [label for name, polygons in countries if (label := _label(name, [each[0] for each in polygons]))]
    told = {"type": "FeatureCollection", "features": [*shapes, *names]}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _feature(kind: str, name: str, shape: str, coordinates: object, **more: object) -> dict[str, Any]:
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": {"kind": kind, "name": name, **more}}


def _label(name: str, rings: list[tuple[Point, ...]]) -> dict[str, Any] | None:
    """Say where a country's name may stand: well within its largest piece; None where that is too small to tell."""
    largest = max(rings, key=ring_area, default=())
    seats = list_seats(largest) if largest else ()
    return _feature("name", name, "Point", seats[0], size=round(ring_area(largest), 3)) if seats else None
