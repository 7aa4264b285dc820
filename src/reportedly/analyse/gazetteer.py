"""The gazetteer: places by their names, read from one shipped SQLite file when first asked."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from rapidfuzz.distance import Levenshtein

from reportedly import data
from reportedly.analyse.gazetteer_additions import Addition, read_additions
from reportedly.analyse.transliteration import ARTICLE, flat, skeleton, spelling_key

OURS: Final = "reportedly"  # the `ref` of the places that we wrote down ourselves
_FILE: Final = "gazetteer.sqlite"
_COLUMNS: Final = "id, name, kind, country, admin, lat, lon, population, radius, capital, ref"
# Two romanisations of one name share the skeleton and at least this part of their letters; 'Tartus' and
# 'Tortoise' do not.
_NEAR_ENOUGH: Final = 0.6
_AS_NEAR: Final = 0.1  # of several places that share the skeleton, those much less alike are others
_FLATTENED: Final = 0.15  # names whose vowels are told apart no more are alike by so much more
_CACHED_NAMES: Final = 50_000
_MOST_DIGITS: Final = 12  # of a GeoNames id


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One place of the gazetteer."""

    id: int  # GeoNames' where positive
    name: str
    kind: str
    country: str | None  # ISO 3166-1 alpha-2; None for seas, continents and regions of several countries
    admin: str | None  # GeoNames' code of the first-level division within the country
    lat: float | None  # degrees, WGS 84; None for names that are no point, such as 'the West'
    lon: float | None
    population: int
    radius_km: float
    ref: str | None  # the id in its source, where that is not GeoNames
    capital: bool  # of a country
    main: bool  # whether it was found by its own name rather than an alias

    @property
    def gazetteer_id(self) -> str | None:
        """The id that readings print."""
        return f"geonames:{self.id}" if self.id > 0 else (self.ref if self.ref and ":" in self.ref else None)


@cache
def _database() -> sqlite3.Connection:
    """Open the file once in a process, for reading only."""
    path = files(data) / _FILE
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _read(query: str, key: str) -> tuple[GazetteerEntry, ...]:
    """Give the places that `query` finds for `key`."""
    return tuple(
        GazetteerEntry(
            id=id_,
            name=name,
            kind=kind,
            country=country,
            admin=admin,
            lat=None if lat is None else lat / 1e3,
            lon=None if lon is None else lon / 1e3,
            population=population,
            radius_km=float(radius),
            ref=ref,
            capital=bool(capital),
            main=spelling_key(name) == key,
        )
        for id_, name, kind, country, admin, lat, lon, population, radius, capital, ref in _rows(query, key)
    )


def _rows(query: str, key: str) -> sqlite3.Cursor:
    return _database().execute(query, (key,))


@lru_cache(maxsize=_CACHED_NAMES)
def _by_key(key: str) -> tuple[GazetteerEntry, ...]:
    built = _read(
        f"SELECT {_COLUMNS} FROM name JOIN place ON place.id = name.place WHERE key = ?"  # noqa: S608
        " ORDER BY population DESC, id",
        key,
    )
    return built + tuple(_added(place, key) for place in _additions().get(key, ()))


@cache
def _additions() -> dict[str, tuple[Addition, ...]]:
    """Give our own places that are younger than the file."""
    built = _database().execute("SELECT name FROM place WHERE ref = ?", (OURS,))
    return read_additions({name for (name,) in built})


def _added(place: Addition, key: str) -> GazetteerEntry:
    """Make the entry of a place that is younger than the file."""
    return GazetteerEntry(
        id=place.id,
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin=None,
        lat=place.lat,
        lon=place.lon,
        population=0,
        radius_km=place.radius_km,
        ref=OURS,
        capital=False,
        main=spelling_key(place.name) == key,
    )


def look_up(name: str) -> tuple[GazetteerEntry, ...]:
    """Give the places that go by `name`, whatever its case, marks and hyphens, the most populous first."""
    key = spelling_key(name)
    return _by_key(key) if key else ()


def find_entry(gazetteer_id: str) -> GazetteerEntry | None:
    """Give the place that readings print so; None where there is none."""
    kind, _, number = gazetteer_id.partition(":")
    if kind == "geonames" and number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS:
        found = _read(f"SELECT {_COLUMNS} FROM place WHERE id = ?", number)  # noqa: S608
    else:
        found = _read(f"SELECT {_COLUMNS} FROM place WHERE ref = ?", gazetteer_id)  # noqa: S608
    return next((entry for entry in found if entry.gazetteer_id == gazetteer_id), None)


@lru_cache(maxsize=_CACHED_NAMES)
def look_up_romanised(name: str) -> tuple[GazetteerEntry, ...]:
    """Give the places whose name is another romanisation of `name`, the most populous first."""
    bones = skeleton(name)
    if bones is None:
        return ()
    found = _read(
        f"SELECT {_COLUMNS} FROM skeleton JOIN place ON place.id = skeleton.place WHERE key = ?"  # noqa: S608
        " ORDER BY population DESC, id",
        bones,
    )
    near = [(_likeness(name, entry.name), entry) for entry in found]
    best = max([likeness for likeness, _ in near], default=0.0)
    least = max(_NEAR_ENOUGH, best - _AS_NEAR)
    return tuple(entry for likeness, entry in near if likeness >= least)


def _likeness(one: str, other: str) -> float:
    """Give the share of letters that two names have in common, whether or not one has the article."""
    keys = spelling_key(one), spelling_key(other)
    bare = ARTICLE.sub("", keys[0]), ARTICLE.sub("", keys[1])
    flattened = Levenshtein.normalized_similarity(flat(one), flat(other)) - _FLATTENED
    return max(flattened, *(Levenshtein.normalized_similarity(*pair) for pair in (keys, bare)))


@cache
def country_entry(code: str) -> GazetteerEntry | None:
    """Give the country with an ISO 3166-1 alpha-2 code; None where there is none."""
    found = _read(
        f"SELECT {_COLUMNS} FROM place WHERE kind = 'country' AND country = ?",  # noqa: S608
        code,
    )
    return found[0] if found else None
