"""Our own places that are younger than the gazetteer's file: rows of its tables added since it was built."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportedly.analyse.transliteration import spelling_key
from reportedly.data import read_table

# The tables that `tools/gazetteer/build.py` builds into the file too.
_TABLES = ("facilities.tsv", "regions.tsv")
# Ids count down from here; the file's own are far above.
_FIRST_ID = -1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A row of our tables."""

    id: int
    name: str
    kind: str
    country: str | None  # ISO 3166-1 alpha-2
    lat: float | None  # degrees, WGS 84
    lon: float | None
    radius_km: float
    keys: frozenset[str]  # spelling keys of its name and its aliases


def _rows(built: Collection[str]) -> Iterator[Addition]:
    """Give the rows of our tables that the file lacks."""
    rows = (row for table in _TABLES for row in read_table(table))
    for number, row in enumerate(rows):
        if row["name"] in built:
            continue
        names = (row["name"], *(row["aliases"] or "").split("|"))
        yield Addition(
            id=_FIRST_ID - number,
            name=row["name"],
            kind=row["kind"],
            country=row["country"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            radius_km=float(row["radius_km"] or 0),
            keys=frozenset(spelling_key(name) for name in names) - {""},
        )


def read_additions(built: Collection[str]) -> dict[str, tuple[Addition, ...]]:
    """Give the places that the file lacks, by each spelling key.

    Args:
        built: the names under which the file holds our places.
    """
    found: dict[str, tuple[Addition, ...]] = {}
    for place in _rows(built):
        for key in sorted(place.keys):
            found[key] = (*found.get(key, ()), place)
    return found
