"""The scene: which sentences of a report tell of one site, and what that site is to what they tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, partial
from operator import attrgetter
from typing import TypeVar

from reportedly.assess.site_name import JOIN, TOO_WIDE_KM, SiteName, bare_text, find_name, name_site, parts_pattern
from reportedly.assess.site_part import Part, PartWord, part_at, part_words
from reportedly.event import EntityKind, Toponym, ToponymUse
from reportedly.reading import Reading, Sentence
from reportedly.span import Field

_TOLD_IN = re.compile(
    r"\b(?:reporters|journalists|a (?:news|press) conference|a briefing|parliament|said|told \w+)"
    r" (?:in|at) (?:[\w'-]+ ){0,2}\Z"
)
_INSIDE = re.compile(r"\b(?:in|at|inside|outside|near|beside|behind|around) the \Z", re.IGNORECASE)

_BESIDE = 40  # characters within which a word for a site is told to be at a place
_TO_PLACE = re.compile(
    r"(?: [a-z]+){0,3} to (?:the |an? |another )?"
    r"(?:(?![A-Z][a-z]+day\b)[A-Z]|\w+ (?:hospital|prison|port|airport|base|camp|jail|clinic))"
)
_HE = re.compile(r"[\"'“‘]?(?:he|she|they|it|his|her|their|its)\b", re.IGNORECASE)
_MOSTLY = 2  # so many times as often a word is told of one site as of all others, where it stands for that one
_CARRIED = 12  # sentences over which a site stays the scene
_START = attrgetter("start")


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
    placed: bool  # whether they say at which part of it: 'at the gate'
    sort: str  # the sort of site that the words are about; empty where they do not tell


_Placed = TypeVar("_Placed", Spot, PartWord)


def read_scenes(site: SiteName, reading: Reading, fits: str = "", not_places: str = "") -> list[Scene]:
    """Say of each sentence of a report whether it plays at the site.

    Args:
        site: the site.
        reading: the report.
        fits: the sort of site at which a thing of the wanted kind is when no word tells; empty where any is.
        not_places: the name of a ship or a person that is asked after, be it a place's too.
    """
    bare = bare_text(reading.report.body)
    spots = [
        spot for spot in _spots(site, reading, bare) if bare[spot.start : spot.end].lower() not in not_places.split()
    ]
    owners: dict[str, bool] = {}
    shared = site.parts if site.cast & _cast(reading) else frozenset()
    scenes: list[Scene] = []
    carried, since, sort = _opens(site, reading, bare) or _starts(reading, spots), 0, ""
    gone = False
    words = part_words(bare)
    for sentence in reading.sentences:
        if gone and _HE.match(bare, sentence.start):
            carried = False
        here = tuple(_within(spots, sentence))
        parts = _within(words, sentence)
        sorts = [word.sort for word in parts if word.sort]
        known = [ours for word in parts if (ours := _owner(word, owners, shared)) is not None]
        passing = bool(here) and not any(spot.ours or spot.part is Part.AT for spot in here)
        if here and not passing:
            carried, since, sort = any(spot.ours for spot in here), 0, ""
            for word in parts:
                nearest = min(here, key=partial(_apart, word.start))
                if abs(nearest.start - word.start) <= _BESIDE:
                    owners.update(dict.fromkeys(word.names, nearest.ours))
        elif known:
            carried, since = known[-1], 0
        else:
            since += 1
        sort = sorts[-1] if sorts else sort
        fitting = _fits(site, sorts, sort, fits)
        told = any(spot.ours for spot in here) or (not here and bool(known) and known[-1])
        placed = any(word.definite and word.part is Part.AT for word in parts)
        scenes.append(Scene(here, carried and since <= _CARRIED and fitting, told and fitting, placed, sort))
        gone = carried and _goes_over(here, bare)
    return scenes


def _owner(word: PartWord, owners: Mapping[str, bool], shared: Set[str]) -> bool | None:
    """Tell whether a word for a part, 'at the quay', leads back to our site or to another; None where to neither."""
    told = next((owners[name] for name in word.names if name in owners), None)
    if not word.definite or word.part in (Part.TO, Part.FOR):
        return told if word.names[-1] in owners else None
    if told is not None:
        return told
    return True if any(name in shared for name in (word.names if word.alone else word.names[:-1])) else None


def _within(held: Sequence[_Placed], sentence: Sentence) -> Sequence[_Placed]:
    """Give those of some places, in order, that start within a sentence."""
    first = bisect_left(held, sentence.start, key=_START)
    return held[first : bisect_left(held, sentence.end, first, key=_START)]


def _goes_over(here: Sequence[Spot], bare: str) -> bool:
    """Tell whether the sentence goes from the site to another place: the next ones play there."""
    ours = [spot for spot in here if spot.ours]
    onward = any(spot.part is Part.TO for spot in here if not spot.ours) or any(
        _TO_PLACE.match(bare, spot.end) for spot in ours
    )
    return bool(ours) and all(spot.part is Part.FROM for spot in ours) and onward


def _cast(reading: Reading) -> frozenset[str]:
    """List whom and what a report names."""
    people = (entity.name.lower().split()[-1:] for entity in reading.entities if entity.kind is EntityKind.PERSON)
    return frozenset(entity.name.lower() for entity in reading.entities).union(*people)


def know_site(asked: str, readings: Sequence[Reading]) -> SiteName:
    """Say what the readings know of a site, with what those that name it call its parts, for those that do not."""
    site = name_site(asked, readings)
    ours: Counter[str] = Counter()
    others: Counter[str] = Counter()
    cast: set[str] = set()
    for reading in readings:
        bare = bare_text(reading.report.body)
        names_it = bool(find_name(site.pattern, bare))
        if not names_it and not _spots(site, reading, bare):
            continue  # whatever parts it names, they are nobody's
        cast |= _cast(reading) if names_it else set()
        for sentence, scene in zip(reading.sentences, read_scenes(site, reading), strict=True):
            if not (names_it or scene.spots):
                continue
            for word in _within(part_words(bare), sentence):
                *long, short = word.names
                near = [spot for spot in scene.spots if abs(spot.start - word.start) <= _BESIDE]
                if names_it and word.definite:
                    (ours if scene.ours else others).update(long)
                if near:
                    (ours if min(near, key=partial(_apart, word.start)).ours else others)[short] += 1
    return replace(
        site, parts=frozenset(name for name in ours if ours[name] > _MOSTLY * others[name]), cast=frozenset(cast)
    )


def may_tell(site: SiteName, reading: Reading) -> bool:
    """Tell whether a report may tell of a site: it names it, or it is of the same story as one that does."""
    texts = map(bare_text, (reading.report.title or "", reading.report.body))
    return (
        any(find_name(site.pattern, text) for text in texts)
        or bool(site.cast & _cast(reading))
        or any(site.names(place) for place in reading.places)
    )


def _apart(at: int, spot: Spot) -> int:
    return abs(spot.start - at)


def _fits(site: SiteName, sorts: Sequence[str], last: str, fits: str) -> bool:
    """Tell whether a sentence is about a site of the sort that was asked for."""
    if not site.sort or not site.shared:
        return True
    if sorts:
        return site.sort in sorts
    return fits == site.sort and last in ("", fits) if fits else last == site.sort


def _opens(site: SiteName, reading: Reading, bare: str) -> bool:
    """Tell whether the title or the dateline names the site."""
    title = bare_text(reading.report.title or "")
    return bool(site.pattern.search(title) or site.pattern.search(bare[: _dateline_end(reading)]))


def _starts(reading: Reading, spots: Sequence[Spot]) -> bool:
    """Tell whether the site is the first that a text without a dateline names: it plays there from the start."""
    opening = reading.report.body.partition("\n\n")[0]
    return reading.report.dateline is None and bool(spots) and spots[0].ours and spots[0].start < len(opening)


def _dateline_end(reading: Reading) -> int:
    """Give where the text starts after the dateline."""
    dateline = reading.report.dateline
    return dateline.span.end if dateline is not None and dateline.span is not None else 0


def _spots(site: SiteName, reading: Reading, bare: str) -> list[Spot]:
    """List where the report names the site and others like it, in order; its dateline is left out."""
    first = _dateline_end(reading)
    loose = [place.span for place in reading.places if place.use is not ToponymUse.LITERAL]
    found = {
        (start, end): True
        for start, end in find_name(site.pattern, bare)
        if start >= first
        and (
            not any(span.start <= start < end <= span.end for span in loose)
            or _is_part(bare, end)
            or _is_in_it(bare, start)
        )
    }
    for start, end, place in _named(reading, bare):
        if start < first or any(start < other_end and other < end for other, other_end in found):
            continue
        is_ours = site.names(place)
        if (place.radius_km or 0.0) <= TOO_WIDE_KM and (is_ours or not _is_spoken(reading, bare, start)):
            found[(start, end)] = is_ours
    return [Spot(start, end, part_at(bare, start), ours) for (start, end), ours in sorted(found.items())]


def _is_spoken(reading: Reading, bare: str, start: int) -> bool:
    """Tell whether a place is only where somebody speaks: 'a broker in Fujairah said', 'told reporters in Paris'."""
    sources = [item.source for item in reading.attributions if item.source is not None]
    inside = any(span.field is Field.BODY and span.start < start < span.end for span in sources)
    return inside or bool(_TOLD_IN.search(bare, max(start - 60, 0), start))


def _is_part(bare: str, end: int) -> bool:
    """Tell whether a word for a site follows a name: 'the Kilvaro airstrip', not 'a Kilvaro address'."""
    return bool(_part_next().match(bare[end:]))


@cache
def _part_next() -> re.Pattern[str]:
    return re.compile(rf"{JOIN}?(?:[a-z]+ )?(?:{parts_pattern().pattern})")


def _is_in_it(bare: str, start: int) -> bool:
    """Tell whether a name says where something is, whatever it stands before: 'in the Kilvaro post office'."""
    return bool(_INSIDE.search(bare, max(start - 16, 0), start))


def _named(reading: Reading, bare: str) -> Iterator[tuple[int, int, Toponym]]:
    for place in reading.places:
        narrow = place.kind not in ("country", "continent", "sea", "region", "mountains", "river")
        if place.span.field is not Field.BODY or not narrow:
            continue
        if place.use is ToponymUse.LITERAL or (place.use is ToponymUse.MODIFIER and _is_part(bare, place.span.end)):
            yield place.span.start, place.span.end, place
