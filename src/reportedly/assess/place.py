"""Where events take place: what each place is to them, and which two may be one."""

from __future__ import annotations

from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.party import party_words
from reportedly.event import Event, EventType, Place, distance_km

_SPECIFIC_KM = 50.0  # a place with a larger radius (a country, a sea) says less about being one
_NEAR_KM = 10.0  # two spots this near are one in the news


def roles_of(event: Event) -> dict[str, Place]:
    """Give the event's places by what they are to it; where something left from, or came to, is no mere 'at'."""
    away = group(event.type) is AWAY or event.type is EventType.FLEE
    roles = {"at": event.place, "from": event.origin, "to": event.destination, "via": event.via}
    if event.place is not None and away and event.origin is None:
        roles |= {"from": event.place, "at": None}
    if event.place is not None and group(event.type) is TOWARD and event.destination is None:
        roles |= {"to": event.place, "at": None}
    return {role: place for role, place in roles.items() if place is not None}


def place_key(place: Place) -> str:
    """Give one key for a place, whatever it is called."""
    return place.gazetteer_id or " ".join(sorted(party_words(place.name)))


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
