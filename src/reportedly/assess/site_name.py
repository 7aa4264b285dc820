"""The name of a site: what reports call it, and where it lies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.data import read_table
from reportedly.event import Place, Toponym, ToponymUse, distance_km
from reportedly.reading import Reading
from reportedly.text.either import either
from reportedly.text.fold import fold

TOO_WIDE_KM = 60.0  # a country, a sea or a region is no site
_TEXTS = 8192  # that are kept without their accents: bodies, names, words of places


_BEFORE_NAME = 60  # characters that are looked at for 'the naval base of the city of'
_NEAR_KM = 3.0  # what lies this near a point is at it


_NO_PLACES = frozenset({ToponymUse.DEMONYM, ToponymUse.EMBEDDED})


JOIN = r"(?:'s)?\s+(?:(?-i:[A-Z])[\w'-]*\s+){0,3}"


@dataclass(frozen=True, slots=True)
class SiteName:
    """A site as it was asked for, and what the readings know of it."""

    asked: str
    pattern: re.Pattern[str]  # its name, without the word for its sort
    sort: str  # port, airport, hospital...; empty where it was asked for by its name alone
    ids: frozenset[str]
    points: tuple[tuple[float, float, float], ...]  # latitude, longitude, radius in km
    shared: bool  # whether sites of several sorts go by the name
    parts: frozenset[str] = (
        frozenset()
    )  # what reports that name it call parts of it, and of no other site: 'west stand'
    cast: frozenset[str] = frozenset()  # whom and what those reports name, lower case

    def names(self, place: Place | Toponym) -> bool:
        """Tell whether a place is the site, or lies in it."""
        if self.pattern.search(bare_text(place.name)) or self.pattern.search(bare_text(place.span.text)):
            return True
        if place.gazetteer_id is not None and place.gazetteer_id in self.ids:
            return True
        if place.lat is None or place.lon is None or (place.radius_km or 0.0) > TOO_WIDE_KM:
            return False
        here = (place.lat, place.lon)
        return any(distance_km(here, (lat, lon)) <= max(radius, _NEAR_KM) for lat, lon, radius in self.points)


@cache
def site_parts() -> dict[str, str]:
    """Give the sort of site that each word for a site, or for a part of one, tells."""
    return {row["word"]: row["sort"] for row in read_table("assess_site_parts.tsv")}


@cache
def parts_pattern() -> re.Pattern[str]:
    """Give what finds the words for sites and for parts of them."""
    return re.compile(rf"\b({either(site_parts())})s?\b", re.IGNORECASE)


class _Bare(dict[int, str]):
    """What each character is without its accents, worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFD", chr(code))[0]
        return self[code]


_BARE = _Bare()


@lru_cache(maxsize=_TEXTS)
def bare_text(text: str) -> str:
    """Leave out accents, letter by letter; the length stays."""
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(_BARE)


@lru_cache(maxsize=_TEXTS)
def find_name(pattern: re.Pattern[str], bare: str) -> tuple[tuple[int, int], ...]:
    """Give where a text without accents has a name; it is asked for again and again."""
    return tuple(match.span() for match in pattern.finditer(bare))


def name_site(asked: str, readings: Sequence[Reading]) -> SiteName:
    """Say what the readings know of a site: which places go by its name, and where they lie."""
    words = re.split(r"[\s-]+", bare_text(asked).strip())
    sort = ""
    for length in (2, 1):
        tail = " ".join(words[-length:]).lower()
        if len(words) > length and site_parts().get(tail):
            words, sort = words[:-length], site_parts()[tail]
            break
    own = [word for word in words if word.lower() not in ("the", "of", "port", "town", "city")] or words
    pattern = _pattern(own, readings)
    found = [
        place
        for reading in readings
        for place in reading.places
        if place.use not in _NO_PLACES
        and (place.radius_km or 0.0) <= TOO_WIDE_KM
        and (
            pattern.search(bare_text(place.name))
            or pattern.search(bare_text(place.span.text))
            or place.gazetteer_id == asked
        )
    ]
    points = {
        (each.lat, each.lon, each.radius_km or 0.0) for each in found if each.lat is not None and each.lon is not None
    }
    return SiteName(
        asked=asked,
        pattern=pattern,
        sort=sort,
        ids=frozenset(each.gazetteer_id for each in found if each.gazetteer_id),
        points=tuple(sorted(points)),
        shared=len(_sorts_named(pattern, readings)) > 1,
    )


def _pattern(own: Sequence[str], readings: Sequence[Reading]) -> re.Pattern[str]:
    """Give what a text is searched by for a name: its words, or where nobody uses them all those that somebody does."""
    ways = [r"[\s-]+".join(map(re.escape, words)) for words in (own, *_turned(own))]
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)
    texts = [bare_text(reading.report.body) for reading in readings]
    if any(find_name(whole, text) for text in texts):
        return whole
    told = [
        word for word in own if word[:1].isupper() and any(re.search(rf"\b{re.escape(word)}\b", text) for text in texts)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)") if told else whole


def _turned(own: Sequence[str]) -> list[list[str]]:
    """Give the other ways to name a site: 'football ground at Larkana', 'Uruguay's embassy', 'embassy of Uruguay'."""
    head = [word for word in own if word[:1].isupper()]
    tail = [word for word in own if word[:1].islower()]
    turned = [[*tail, by, *head] for by in ("of", "in", "at", "near") if head and tail]
    countries = {row["form"].lower(): row["place"] for row in read_table("demonyms.tsv")}
    country = countries.get(own[0].lower(), "").split() if len(own) > 1 else []
    if not country:
        return turned
    return [*turned, [*country[:-1], f"{country[-1]}'s", *own[1:]], [*own[1:], "of", *country]]


def _sorts_named(pattern: re.Pattern[str], readings: Sequence[Reading]) -> set[str]:
    """List the sorts of sites that go by a name: its port, its airport."""
    name = re.compile(pattern.pattern, re.IGNORECASE)
    after, before = _beside_name()
    found: set[str] = set()
    for reading in readings:
        for text in map(bare_text, (reading.report.body, reading.report.title or "")):
            for start, end in find_name(name, text):
                told = after.match(text, end) or before.search(text[max(start - _BEFORE_NAME, 0) : start])
                found |= {site_parts()[told[1].lower()]} if told else set()
    return found - {""}


@cache
def _beside_name() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what finds a word for a site right after a name, 'Yanbu naval base', and right before: 'port of Yanbu'."""
    words = either(site_parts())
    return (
        re.compile(rf"{JOIN}({words})\b", re.IGNORECASE),
        re.compile(rf"\b({words}) (?:of|in|at) (?:the city of )?\Z", re.IGNORECASE),
    )
