"""Find sides, directions and ways that a retelling turned round: north for south, from A to B for from B to A."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import near_keys, share_near
from reportedly.link.passage import Pairing, Passage, Reach, share_held
from reportedly.link.quotation_change import is_translated
from reportedly.link.spot import find_spot

_POINT = re.compile(r"(north|south)?-?(east|west)?(?:ern|erly|wards?|bound|ernmost|most)?$")
_FROM = frozenset({"from", "leaving", "left", "departing"})
_TO = frozenset({"to", "towards", "toward", "for", "direction"})  # 'in the direction of'
_REACH = 4  # words behind 'from' in which the place stands
_ROUND = 5  # words told before a point, and half as many behind it
_WAY = 16  # words from the one end of a way to the other
BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
_HELD = 0.4  # share of the words round a bearing that must be told still
_ALIKE = 0.15  # share of the words round two points that must be the same


class _Point(NamedTuple):
    """A point of the compass where it stands."""

    name: str
    reach: Reach


def find_place_changes(pairing: Pairing) -> list[Variation]:
    """List the points of the compass that became others, and the ways that lead the other way now."""
    return _turned_points(pairing) + _turned_ways(pairing)


def _turned_points(pairing: Pairing) -> list[Variation]:
    """Say where another point of the compass is told."""
    ones, twos = _points(pairing.origin), _points(pairing.derivative)
    lost = [point for point in ones if point.name not in {other.name for other in twos}]
    gained = [point for point in twos if point.name not in {other.name for other in ones}]
    found = []
    for old in lost:
        new = max(gained, key=lambda point: _alike(pairing, old, point), default=None)
        alone = len(lost) == len(gained) == 1
        if new and (alone or _alike(pairing, old, new) >= _ALIKE):
            gained.remove(new)
            found.append(_tell(pairing, old.reach, new.reach, f"“{old.name}” became “{new.name}”."))
    return found or [change for old in lost if not twos and (change := _lost_bearing(pairing, old))]


def _lost_bearing(pairing: Pairing, old: _Point) -> Variation | None:
    """Say where the bearing of a distance or of a movement is gone: '40 km west of', 'moved north'."""
    passage, (first, last) = pairing.origin, old.reach
    bare = passage.forms[first].replace("-", "") in BEARINGS
    bears = passage.forms[last : last + 1] == ("of",) or passage.forms[max(0, first - 1)].endswith("ed")
    if not (bare and bears) or is_translated(passage.body, pairing.derivative.body):
        return None
    near = passage.window(old.reach, _ROUND, _ROUND)
    if share_held(passage, near, pairing.derivative) < _HELD:
        return None
    note = f"The direction is gone: “{old.name}”."
    there = find_spot(passage, old.reach, pairing.derivative)
    return pairing.tell(VariationKind.DETAIL_DROPPED, near, there, Drift.WEAKER, note)


def _points(passage: Passage) -> list[_Point]:
    """List the points of the compass outside quotations and names."""
    found = []
    for place, token in enumerate(passage.tokens):
        point = _POINT.match(token.form)
        if point and any(point.groups()) and not token.quoted and not _in_name(passage, place):
            found.append(_Point("-".join(filter(None, point.groups())), (place, place + 1)))
    return found


def _in_name(passage: Passage, place: int) -> bool:
    """Tell whether a word is part of a name: 'South Ossetia', 'the West'."""
    if not passage.tokens[place].capital:
        return False
    after = passage.tokens[place + 1] if place + 1 < len(passage.tokens) else None
    return place > 0 or bool(after and after.capital)


def _alike(pairing: Pairing, old: _Point, new: _Point) -> float:
    """Give how much of what stands round one point stands round the other."""
    return share_near(near_keys(pairing.origin, old.reach), near_keys(pairing.derivative, new.reach))


def _turned_ways(pairing: Pairing) -> list[Variation]:
    """Say where a way leads from its end to its start now."""
    ones, twos = _ends(pairing.origin), _ends(pairing.derivative)
    for (start, begin), (end, finish) in ((a, b) for a in ones[0].items() for b in ones[1].items()):
        if start != end and start in twos[1] and end in twos[0] and start not in twos[0] and end not in twos[1]:
            places = sorted((begin, finish)), sorted((twos[0][end], twos[1][start]))
            old, new = ((one[0], one[1] + 1) for one in places)
            if max(old[1] - old[0], new[1] - new[0]) <= _WAY:
                return [_tell(pairing, old, new, "The way leads in the opposite direction.", 0)]
    return []


def _ends(passage: Passage) -> tuple[dict[int, int], dict[int, int]]:
    """Give the keys of what something comes from and of what it goes to, each with its place."""
    found: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for place, form in enumerate(passage.forms):
        for side, words in enumerate((_FROM, _TO)):
            if form in words and not passage.tokens[place].quoted:
                ahead = range(place + 1, min(place + _REACH, len(passage.tokens)))
                named = next((i for i in ahead if passage.tokens[i].content), None)
                if named is not None:
                    found[side].setdefault(passage.tokens[named].key, named)
    return found


def _tell(pairing: Pairing, old: Reach, new: Reach, note: str, most: int = _ROUND) -> Variation:
    """Say that a place or a direction is another one, with the words round it."""
    reaches = pairing.origin.window(old, most, most // 2), pairing.derivative.window(new, most, most // 2)
    return pairing.tell(VariationKind.PLACE_CHANGED, *reaches, Drift.NEUTRAL, note)
