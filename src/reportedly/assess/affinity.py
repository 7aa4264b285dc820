"""Whether two mentions tell of one happening, by what, who, where, when, with what and in which words."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from reportedly.assess.day import civil_day
from reportedly.assess.mention import Mention
from reportedly.assess.party import party_words, states_of, surely_two
from reportedly.assess.quantity import amounts_apart, shared_amounts
from reportedly.assess.wording import overlap, stems
from reportedly.event import Event, EventType, Place, When

SAME = 4.0  # points from which two mentions tell of one happening; see `affinity`
_QUOTED = 0.6  # share of the shorter words that two statements without an event have to share
_SPECIFIC_KM = 50.0  # a place with a larger radius (a country, a sea) says less about being one
_NEAR_KM = 10.0  # two spots this near are one in the news
_SLACK_DAYS = 1  # time zones move a happening over midnight
_SHORT_DAYS = 3  # a period up to this long tells one happening from the next
_STALE_DAYS = 14  # undated happenings in reports further apart are two
_KIN = (
    frozenset({EventType.DEPART, EventType.WITHDRAW, EventType.REDEPLOY}),
    frozenset({EventType.ARRIVE, EventType.DEPLOY}),
    frozenset({EventType.CAPTURE, EventType.DETAIN}),
    frozenset({EventType.STATE, EventType.OTHER}),
    frozenset({EventType.ATTACK, EventType.EXPLOSION}),
    frozenset({EventType.RELEASE, EventType.AID}),
)
_GROUP = {kind: min(kin) for kin in _KIN for kind in kin}


def group(kind: EventType) -> EventType:
    """Give the type that stands for all types under which one happening may be told."""
    return _GROUP.get(kind, kind)


def affinity(one: Mention, other: Mention) -> float:
    """Give points for all that speaks for one happening; -1 where something rules it out, 0 where little speaks for it.

    Polarity and amounts are left to the caller. Place 2 (a country 1), short period 2 (long 1), actor 1.5,
    target 1.5, assets 1, shared amounts 1.5, words up to 3; SAME of them are wanted, and a firm anchor.
    """
    if group(one.type) != group(other.type) or one.mode is not other.mode:
        return -1.0
    if (one.report, one.sentence) == (other.report, other.sentence):
        return -1.0  # a sentence does not tell one happening twice
    words = overlap(one.words, other.words)
    if one.event is None or other.event is None:
        return _statements(one, other, words)
    points = [
        _places(one.event, other.event),
        _times(one.event.time, other.event.time, _gap_days(one, other)),
        _parties(one.actor, other.actor),
        _parties(one.target, other.target),
        _assets(one.event, other.event),
    ]
    if any(point < -1 for point in points):
        return -1.0
    amounts = 1.5 * shared_amounts(one.event, other.event)
    firm = points[0] >= 2 or points[3] > 0 or amounts > 0 or words >= 0.5
    return max(0.0, sum(points) + amounts + 3 * words) if firm and words >= 0.2 else 0.0


def told_apart_by_amounts(one: Mention, other: Mention) -> bool:
    """Tell whether both count the same thing and the ranges do not meet."""
    return one.event is not None and other.event is not None and amounts_apart(one.event, other.event)


def _statements(one: Mention, other: Mention, words: float) -> float:
    """Give points for two mentions of which one at least is bare words: most of the words must be shared."""
    numbers = [frozenset(word for word in item.words if word[0].isdigit()) for item in (one, other)]
    if numbers[0] != numbers[1] or _gap_days(one, other) > _STALE_DAYS:
        return -1.0
    return SAME + words if words >= _QUOTED and len(one.words & other.words) >= 3 else 0.0


def _parties(one: frozenset[str], other: frozenset[str]) -> float:
    """Give points for two actors: one or neither told, the same, different, or of different states."""
    if not one or not other:
        return 0.0
    if surely_two(one, other):
        return -2.0
    if one <= other or other <= one or states_of(one) & states_of(other):
        return 1.5
    return 0.5 if one & other else -1.0


def _roles(event: Event) -> dict[str, Place]:
    """Give the event's places by what they are to it."""
    away = group(event.type) in (group(EventType.DEPART), EventType.FLEE)
    toward = group(event.type) is group(EventType.ARRIVE)
    roles = {"at": event.place, "from": event.origin, "to": event.destination, "via": event.via}
    if event.place is not None and away and event.origin is None:
        roles |= {"from": event.place, "at": None}
    if event.place is not None and toward and event.destination is None:
        roles |= {"to": event.place, "at": None}
    return {role: place for role, place in roles.items() if place is not None}


def _places(one: Event, other: Event) -> float:
    """Give points for the places that both events give the same role."""
    ours, theirs = _roles(one), _roles(other)
    points = [place_points(ours[role], theirs[role]) for role in ours if role in theirs]
    if any(point < 0 for point in points):
        return -2.0
    return max(points, default=0.0)


def place_points(one: Place, other: Place) -> float:
    """Give 2 for one spot, 1 for a wide place or one that holds the other, 0 if unsure, -1 for two places."""
    radii = sorted((one.radius_km or 0.0, other.radius_km or 0.0))
    same = (one.gazetteer_id and one.gazetteer_id == other.gazetteer_id) or party_words(one.name) == party_words(
        other.name
    )
    if same:
        return 1.0 if radii[0] > _SPECIFIC_KM else 2.0
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 1.0 if party_words(one.name) & party_words(other.name) else 0.0
    far = distance_km((one.lat, one.lon), (other.lat, other.lon))
    if far <= _NEAR_KM and radii[1] <= _SPECIFIC_KM:
        return 2.0
    return 1.0 if far <= radii[1] else -1.0


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the great-circle distance between two points in degrees."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord)))


def _days(when: When | None) -> tuple[date, date] | None:
    """Give the first and last day of a period; None where it is not resolved."""
    first, last = (civil_day(when.start), civil_day(when.end or when.start)) if when else (None, None)
    return (first, last) if first and last else None


def _gap_days(one: Mention, other: Mention) -> int:
    """Give how many days lie between two reports; 0 where one has no date."""
    ours, theirs = civil_day(one.published), civil_day(other.published)
    return abs((ours - theirs).days) if ours and theirs else 0


def _times(one: When | None, other: When | None, gap_days: int) -> float:
    """Give points for two times; undated happenings are as far apart as their reports."""
    ours, theirs = _days(one), _days(other)
    if ours is None or theirs is None:
        return 0.5 if gap_days <= _STALE_DAYS else -2.0
    if max((ours[0] - theirs[1]).days, (theirs[0] - ours[1]).days) > _SLACK_DAYS:
        return -2.0
    if ours[0] > theirs[1] or theirs[0] > ours[1]:
        return 0.0
    longest = max((ours[1] - ours[0]).days, (theirs[1] - theirs[0]).days)
    return 2.0 if longest <= _SHORT_DAYS else 1.0


def _assets(one: Event, other: Event) -> float:
    """Give points for what the events were done with."""
    if not one.assets or not other.assets:
        return 0.0
    names = [frozenset().union(*(stems(asset.name) for asset in event.assets)) for event in (one, other)]
    kinds = [frozenset(asset.category for asset in event.assets) for event in (one, other)]
    return 1.0 if names[0] & names[1] else 0.5 if kinds[0] & kinds[1] else -1.0
