"""Give the ports of UN/LOCODE, each named 'Port of X' and 'X port': X alone is the town, and 'the X' a ship."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from place import Place, distance_km, is_latin
from reportedly.analyse.transliteration import spelling_key

# The package's own word is that not all of its points are right.
_BESIDE_TOWN_KM = 25.0  # of a town of the name within this the port's point is believed
_SAME_TOWN_KM = 150.0  # else the town's is taken, if it is no farther than this
_OURS_KM = 20.0
_PORT_RADIUS_KM = 3.0


def _towns(places: Sequence[Place]) -> dict[tuple[str, str], list[Place]]:
    """Give the towns by country and each spelling key."""
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        if place.kind == "city":
            for key in {spelling_key(name) for name in (place.name, *place.names)}:
                found[place.country, key].append(place)
    return found


def read_ports(path: Path, known: Sequence[Place], start: int) -> Iterator[Place]:
    """Give the ports whose town is known: elsewhere nothing vouches for the point.

    Args:
        path: `lib/ports.json` of npm's sea-ports.
        known: the towns, and our own ports, whose points are better.
        start: ids count down from here.
    """
    towns = _towns(known)
    ours = [place for place in known if place.kind == "port" and place.ref == "reportedly"]
    for code, row in sorted(json.loads(path.read_text(encoding="utf-8")).items()):
        name, country = str(row["name"]), code[:2]
        same = towns.get((country, spelling_key(name)), [])
        if not is_latin(name) or not same:
            continue
        lon, lat = row.get("coordinates") or (same[0].lon, same[0].lat)
        town = min(same, key=lambda place: distance_km(lat, lon, place.lat, place.lon))
        apart = distance_km(lat, lon, town.lat, town.lon)
        if apart > _SAME_TOWN_KM:
            continue
        if apart > _BESIDE_TOWN_KM:
            lat, lon = town.lat, town.lon
        for place in ours:  # our point is the better one
            if (
                spelling_key(name) in spelling_key(place.name)
                and distance_km(lat, lon, place.lat, place.lon) <= _OURS_KM
            ):
                lat, lon = place.lat, place.lon
        start -= 1
        names = (f"{name} Port", f"{name} Harbour", f"{name} Harbor", f"{name} Seaport")
        yield Place(start, f"Port of {name}", "port", country, town.admin, lat, lon, 0, _PORT_RADIUS_KM,
                    f"unlocode:{code}", names)  # fmt: skip
