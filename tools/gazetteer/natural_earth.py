"""Give the seas, straits, islands, ranges and regions of Natural Earth 1:10m."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from place import Place, is_latin

SEA_KINDS = {"ocean": "ocean", "sea": "sea", "bay": "bay", "gulf": "gulf", "strait": "strait", "channel": "strait",
             "sound": "bay", "lagoon": "lake", "river": "river", "fjord": "bay", "inlet": "bay"}  # fmt: skip
LAND_KINDS = {"Island": "island", "Island group": "islands", "Range/mtn": "mountains", "Pen/cape": "peninsula",
              "Peninsula": "peninsula", "Desert": "desert", "Plateau": "region", "Geoarea": "region", "Coast": "coast",
              "Plain": "region", "Valley": "valley", "Delta": "delta", "Basin": "region", "Lake": "lake", "island": "island",
              "cape": "cape", "Isthmus": "region", "Wetlands": "region", "waterfall": "waterfall"}  # fmt: skip
SHORT = {"Mts.": "Mountains", "Mtns.": "Mountains", "MTS.": "Mountains", "I.": "Island", "Is.": "Islands", "Pen.": "Peninsula",
         "Arch.": "Archipelago", "Plat.": "Plateau", "Str.": "Strait", "Sd.": "Sound", "Ra.": "Range", "G.": "Gulf"}  # fmt: skip


def ring_centre(ring: list[list[float]]) -> tuple[float, float, float]:
    """Give a ring's area centroid and its area in square degrees."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not area:
        return ring[0][0], ring[0][1], 0.0
    return x / 3 / area, y / 3 / area, abs(area) / 2


def middle(parts: list[tuple[float, float, float]]) -> tuple[float, float]:
    """Give the longitude and latitude in the middle of points by their weights, also where they straddle 180 degrees."""
    x = sum(w * math.cos(math.radians(lat)) * math.cos(math.radians(lon)) for lon, lat, w in parts)
    y = sum(w * math.cos(math.radians(lat)) * math.sin(math.radians(lon)) for lon, lat, w in parts)
    z = sum(w * math.sin(math.radians(lat)) for _, lat, w in parts)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def tidy(name: str) -> str:
    """Write a map label out: no abbreviations, no capitals throughout."""
    words = [SHORT.get(word, word) for word in name.split()]
    words = [word.capitalize() if word.isupper() and len(word) > 2 else word for word in words]
    return " ".join(words)


def read_natural_earth(reference: Path, start: int) -> Iterator[Place]:
    """Give seas, straits, islands, ranges and regions of Natural Earth 1:10m, one a name."""
    found: dict[tuple[str, str], list[tuple[float, float, float]]] = defaultdict(list)
    for stem, kinds in (("marine_polys", SEA_KINDS), ("regions_polys", LAND_KINDS), ("regions_points", LAND_KINDS)):
        path = reference / "naturalearth" / f"ne_10m_geography_{stem}.json"
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            name, kind = feature["properties"]["name"], kinds.get(feature["properties"]["featurecla"])
            if not name or not kind or not is_latin(name):
                continue
            shape = feature["geometry"]
            if shape["type"] == "Point":
                found[tidy(name), kind].append((*shape["coordinates"][:2], 0.0))
                continue
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found[tidy(name), kind] += [ring_centre(polygon[0]) for polygon in polygons]
    for (name, kind), parts in sorted(found.items()):
        start -= 1
        total = sum(part[2] for part in parts) or 1.0
        lon, lat = parts[0][:2] if parts[0][2] == 0 else middle(parts)
        radius = max(5.0, math.sqrt(total * math.cos(math.radians(lat)) / math.pi) * 111) if parts[0][2] else 5.0
        short = tuple(n for n in short_names(name, kind) if n)
        yield Place(start, name, kind, "", "", lat, lon, 0, round(radius, 0), "naturalearth", short)


def short_names(name: str, kind: str) -> Iterator[str]:
    """Give the forms that reports use for seas: 'Atlantic', 'Mediterranean'."""
    if kind in ("ocean", "sea") and name.split()[-1] in ("Ocean", "Sea") and len(name.split()) == 2 and name.split()[0] in (
        "Mediterranean", "Caspian", "Aegean", "Adriatic", "Baltic", "Arctic", "Caribbean"):  # fmt: skip
        yield name.split()[0]
    if kind == "mountains" and name.endswith(" Mountains"):
        yield name.removesuffix(" Mountains") + " Mts"
        if name.split()[0] + "s" and len(name.split()) == 2 and name.split()[0] in ("Ural", "Carpathian", "Taurus"):
            yield name.split()[0] + "s"
