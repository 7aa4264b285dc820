"""The scene: which sentences of a report tell of one site, and what that site is to what they tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial

from reportedly.data import read_table
from reportedly.event import Place, Toponym, ToponymUse, distance_km
from reportedly.reading import Reading
from reportedly.span import Field
from reportedly.text.fold import fold

_TOO_WIDE_KM = 60.0  # a country, a sea or a region is no site
_NEAR_KM = 3.0  # what lies this near a point is at it
_NO_PLACES = frozenset({ToponymUse.DEMONYM, ToponymUse.EMBEDDED})
_FROM = re.compile(
    r"\b(?:from|out of|leav\w+|left|quit\w*|abandon\w*|vacat\w+|depart\w*|evacuat\w+)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I
)
_TO = re.compile(r"\b(?:to|into|onto|reach\w*|enter\w*|seiz\w+)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I)
_FOR = re.compile(r"\b(?:towards?|for)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I)
_AT = re.compile(r"\b(?:in|at|on|near|beside|inside|outside|off|around|by|within)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I)
_JOIN = r"(?:'s)?\s+(?:(?-i:[A-Z])[\w'-]*\s+){0,3}"
_BESIDE = 40  # characters within which a word for a site is told to be at a place
_CARRIED = 12  # sentences over which a site stays the scene


class Part(StrEnum):
    """What a site is to what a sentence tells."""

    AT = "at"
    FROM = "from"
    TO = "to"
    FOR = "for"  # whither it is bound: not told to have been reached


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text names the site, or another one."""

    start: int
    end: int
    part: Part
    ours: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence tells of where it plays."""

    spots: tuple[Spot, ...]  # sites that the sentence names itself, ours and others
    ours: bool  # whether the site is where it plays, by its own words or by those before
    told: bool  # whether its own words say so
    sort: str  # the sort of site that the words are about; empty where they do not tell


@dataclass(frozen=True, slots=True)
class SiteName:
    """A site as it was asked for, and what the readings know of it."""

    asked: str
    pattern: re.Pattern[str]  # its name, without the word for its sort
    sort: str  # port, airport, hospital...; empty where it was asked for by its name alone
    ids: frozenset[str]
    points: tuple[tuple[float, float, float], ...]  # latitude, longitude, radius in km
    shared: bool  # whether sites of several sorts go by the name

    def names(self, place: Place | Toponym) -> bool:
        """Tell whether a place is the site, or lies in it."""
        if self.pattern.search(_bare(place.name)) or self.pattern.search(_bare(place.span.text)):
            return True
        if place.gazetteer_id is not None and place.gazetteer_id in self.ids:
            return True
        if place.lat is None or place.lon is None or (place.radius_km or 0.0) > _TOO_WIDE_KM:
            return False
        here = (place.lat, place.lon)
        return any(distance_km(here, (lat, lon)) <= max(radius, _NEAR_KM) for lat, lon, radius in self.points)


@cache
def site_parts() -> dict[str, str]:
    """Give the sort of site that each word for a site, or for a part of one, tells."""
    return {row["word"]: row["sort"] for row in read_table("assess_site_parts.tsv")}


@cache
def _parts_pattern() -> re.Pattern[str]:
    words = sorted(site_parts(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)


def _bare(text: str) -> str:
    """Leave out accents, letter by letter; the length stays."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in fold(text))


def name_site(asked: str, readings: Sequence[Reading]) -> SiteName:
    """Say what the readings know of a site: which places go by its name, and where they lie."""
    words = re.split(r"[\s-]+", _bare(asked).strip())
    sort = ""
    for length in (2, 1):
        tail = " ".join(words[-length:]).lower()
        if len(words) > length and tail in site_parts():
            words, sort = words[:-length], site_parts()[tail]
            break
    own = [word for word in words if word.lower() not in ("the", "of", "port", "town", "city")] or words
    pattern = _pattern(own, readings)
    found = [
        place
        for reading in readings
        for place in reading.places
        if place.use not in _NO_PLACES
        and (place.radius_km or 0.0) <= _TOO_WIDE_KM
        and (pattern.search(_bare(place.name)) or pattern.search(_bare(place.span.text)) or place.gazetteer_id == asked)
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
    whole = re.compile(r"(?<!\w)" + r"[\s-]+".join(map(re.escape, own)) + r"(?!\w)", re.IGNORECASE)
    texts = [_bare(reading.report.body) for reading in readings]
    if any(whole.search(text) for text in texts):
        return whole
    told = [
        word for word in own if word[:1].isupper() and any(re.search(rf"\b{re.escape(word)}\b", text) for text in texts)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)") if told else whole


def _sorts_named(pattern: re.Pattern[str], readings: Sequence[Reading]) -> set[str]:
    """List the sorts of sites that go by a name: its port, its airport."""
    words = "|".join(map(re.escape, sorted(site_parts(), key=len, reverse=True)))
    name = pattern.pattern
    joined = re.compile(
        rf"(?:{name}{_JOIN}(?P<after>(?i:{words}))\b)"
        rf"|(?:\b(?P<before>(?i:{words})) (?:of|in|at) (?:the city of )?{name})",
        re.IGNORECASE,
    )
    found: set[str] = set()
    for reading in readings:
        for text in (reading.report.body, reading.report.title or ""):
            for match in joined.finditer(_bare(text)):
                found.add(site_parts()[(match["after"] or match["before"]).lower()])
    return found


def read_scenes(site: SiteName, reading: Reading, fits: str = "", not_places: str = "") -> list[Scene]:
    """Say of each sentence of a report whether it plays at the site.

    Args:
        site: the site.
        reading: the report.
        fits: the sort of site at which a thing of the wanted kind is when no word tells; empty where any is.
        not_places: the name of a ship or a person that is asked after, be it a place's too.
    """
    body = reading.report.body
    bare = _bare(body)
    spots = [
        spot for spot in _spots(site, reading, bare) if bare[spot.start : spot.end].lower() not in not_places.split()
    ]
    owners: dict[str, bool] = {}
    scenes: list[Scene] = []
    carried, since, sort = _opens(site, reading, bare), 0, ""
    for sentence in reading.sentences:
        here = tuple(spot for spot in spots if sentence.start <= spot.start < sentence.end)
        parts = list(_parts_pattern().finditer(bare, sentence.start, sentence.end))
        sorts = [site_parts()[match.group(1).lower()] for match in parts]
        known = [owners[match.group(1).lower()] for match in parts if match.group(1).lower() in owners]
        passing = bool(here) and not any(spot.ours or spot.part is Part.AT for spot in here)
        if here and not passing:
            carried, since, sort = any(spot.ours for spot in here), 0, ""
            for match in parts:
                nearest = min(here, key=partial(_apart, match.start()))
                if abs(nearest.start - match.start()) <= _BESIDE:
                    owners[match.group(1).lower()] = nearest.ours
        elif known:
            carried, since = known[-1], 0
        else:
            since += 1
        sort = sorts[-1] if sorts else sort
        fitting = _fits(site, sorts, sort, fits)
        scenes.append(
            Scene(here, carried and since <= _CARRIED and fitting, any(spot.ours for spot in here) and fitting, sort)
        )
    return scenes


def _apart(at: int, spot: Spot) -> int:
    return abs(spot.start - at)


def _fits(site: SiteName, sorts: Sequence[str], last: str, fits: str) -> bool:
    """Tell whether a sentence is about a site of the sort that was asked for."""
    if not site.sort or not site.shared:
        return True
    if sorts:
        return site.sort in sorts
    return fits == site.sort if fits else last == site.sort


def _opens(site: SiteName, reading: Reading, bare: str) -> bool:
    """Tell whether the title or the dateline names the site."""
    title = _bare(reading.report.title or "")
    return bool(site.pattern.search(title) or site.pattern.search(bare[: _dateline_end(reading)]))


def _dateline_end(reading: Reading) -> int:
    """Give where the text starts after the dateline."""
    dateline = reading.report.dateline
    return dateline.span.end if dateline is not None and dateline.span is not None else 0


def _spots(site: SiteName, reading: Reading, bare: str) -> list[Spot]:
    """List where the report names the site and others like it, in order; its dateline is left out."""
    first = _dateline_end(reading)
    loose = [place.span for place in reading.places if place.use is not ToponymUse.LITERAL]
    found = {
        match.span(): True
        for match in site.pattern.finditer(bare, first)
        if not any(span.start <= match.start() < span.end for span in loose) or _is_part(bare, match.end())
    }
    for start, end, place in _named(reading, bare):
        if start < first or any(start < other_end and other < end for other, other_end in found):
            continue
        if (place.radius_km or 0.0) <= _TOO_WIDE_KM:
            found[(start, end)] = site.names(place)
    return [Spot(start, end, _part(bare, start), ours) for (start, end), ours in sorted(found.items())]


def _is_part(bare: str, end: int) -> bool:
    """Tell whether a word for a site follows a name: 'the Kilvaro airstrip', not 'a Kilvaro address'."""
    return bool(re.match(rf"{_JOIN}?(?:[a-z]+ )?(?:{_parts_pattern().pattern})", bare[end:]))


def _named(reading: Reading, bare: str) -> Iterator[tuple[int, int, Toponym]]:
    for place in reading.places:
        narrow = place.kind not in ("country", "continent", "sea", "region", "mountains", "river")
        if place.span.field is not Field.BODY or not narrow:
            continue
        if place.use is ToponymUse.LITERAL or (place.use is ToponymUse.MODIFIER and _is_part(bare, place.span.end)):
            yield place.span.start, place.span.end, place


def _part(bare: str, start: int) -> Part:
    """Tell by the words before a name what the place is to what is told."""
    before = bare[max(start - 48, 0) : start]
    at = {
        part: match.start()
        for part, pattern in ((Part.FROM, _FROM), (Part.TO, _TO), (Part.FOR, _FOR), (Part.AT, _AT))
        if (match := _last(pattern, before))
    }
    return max(at, key=lambda part: at[part]) if at else Part.AT


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Give the last word before a name that says what the place is; the pattern reaches up to the name."""
    last = None
    for match in pattern.finditer(before):
        last = match
    start = last.start() if last else 0
    while last is not None and (later := pattern.search(before, start + 1)) is not None:
        last, start = later, later.start()
    return last
