"""A row of the gazetteer, and what every source needs to make one."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from reportedly.analyse.transliteration import spelling_key


class Place(NamedTuple):
    """One row of the gazetteer; `id` is GeoNames' where it is positive, ours where it is negative."""

    id: int
    name: str
    kind: str
    country: str
    admin: str  # GeoNames' first-level code within the country
    lat: float
    lon: float
    population: int
    radius_km: float
    ref: str  # id in the source, where that is not GeoNames
    names: tuple[str, ...]


def package(name: str) -> Path:
    """Give the folder of an installed package's files."""
    return Path(str(resources.files(name)))


def read_tsv(path: Path) -> Iterator[dict[str, str]]:
    """Read one of the project's tables."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def is_latin(name: str) -> bool:
    """Tell whether a name is one that an English text could print."""
    return spelling_key(name).replace(" ", "").isascii() and any(c.isalpha() for c in name) and len(name) > 2


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Give the great-circle distance."""
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
