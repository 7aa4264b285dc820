"""Turn world-atlas' country shapes into `outlines.json.gz`, the land that the brief's map is drawn from.

usage: build.py COUNTRIES_50M_JSON OUT
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path

DECIMALS = 2  # 0.01 degrees is about 1 km: finer than a map one page wide can show
APART = 0.04  # degrees; points of an arc nearer than this to the last one kept are left out


def read_arcs(topology: dict) -> list[list[tuple[float, float]]]:
    """Give every arc as longitude and latitude in degrees, the quantised steps summed up."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(x * scale_x + shift_x, DECIMALS), round(y * scale_y + shift_y, DECIMALS)))
        arcs.append(thin(points))
    return arcs


def thin(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out points that stand too close; both ends stay, so that neighbours still share their border."""
    kept = points[:1]
    for point in points[1:-1]:
        if max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) >= APART:
            kept.append(point)
    return [*kept, points[-1]]


def read_ring(arcs: list[list[tuple[float, float]]], indices: list[int]) -> list[tuple[float, float]]:
    """Join arcs into one closed ring; a negative index is an arc read backwards."""
    ring: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(point for point in arc if not ring or point != ring[-1])
    return ring


def cut(ring: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """Give the parts of a ring on either side of the 180th meridian; one that goes round the pole runs along the map's edge."""
    rolled = [ring[0]]
    for lon, lat in ring[1:]:
        turn = round((rolled[-1][0] - lon) / 360) * 360
        rolled.append((lon + turn, lat))
    if abs(rolled[-1][0] - rolled[0][0]) > 180:
        pole = -90.0 if rolled[0][1] < 0 else 90.0
        rolled += [(rolled[-1][0], pole), (rolled[0][0], pole), rolled[0]]
    parts = []
    for turn in (-360, 0, 360):
        moved = [(lon + turn, lat) for lon, lat in rolled]
        part = clip(clip(moved, -180.0, 1), 180.0, -1)
        if len(part) > 3:
            parts.append([(round(lon, DECIMALS), round(lat, DECIMALS)) for lon, lat in part])
    return parts


def clip(ring: list[tuple[float, float]], edge: float, side: int) -> list[tuple[float, float]]:
    """Give what of a closed ring lies east (`side` 1) or west (-1) of a meridian, closed."""
    kept: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in pairwise(ring):
        inside1, inside2 = (x1 - edge) * side >= 0, (x2 - edge) * side >= 0
        if inside1:
            kept.append((x1, y1))
        if inside1 != inside2:
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return [*kept, kept[0]] if kept else []


def read_polygons(arcs: list[list[tuple[float, float]]], geometry: dict) -> list[list[list[tuple[float, float]]]]:
    """Give a geometry's polygons, without the rings that rounding left no area."""
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    polygons = []
    for shape in shapes:
        outer, *holes = [read_ring(arcs, ring) for ring in shape]
        if len(outer) > 3:
            parts = cut(outer)
            inner = [hole for hole in holes if len(hole) > 3]  # no country has a hole on the 180th meridian
            polygons += [[part, *inner] if index == 0 else [part] for index, part in enumerate(parts)]
    return polygons


def build(source: Path, out: Path) -> None:
    """Write the outlines of `source` to `out`, byte for byte the same each time."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = read_arcs(topology)
    countries = [
        {"name": g["properties"]["name"], "code": g.get("id"), "polygons": read_polygons(arcs, g)}
        for g in topology["objects"]["countries"]["geometries"]
    ]
    countries.sort(key=lambda country: country["name"])
    words = json.dumps({"countries": countries}, ensure_ascii=False, separators=(",", ":"))
    out.write_bytes(gzip.compress(words.encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
