"""The spots that claims lie at, and the claims that no map can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.claim import Claim
from reportedly.event import Place
from reportedly.export.catalogue import Catalogue
from reportedly.export.map import Spot

_Spot = tuple[str, float, float]  # name, latitude and longitude in tenths of a degree


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where claims lie."""

    spots: tuple[Spot, ...]  # those with most claims first
    unplaced: tuple[int, ...]  # claims whose place the gazetteer does not know
    untold: tuple[int, ...]  # claims that tell no place


def place_claims(claims: Iterable[Claim], papers: Catalogue) -> Placing:
    """Gather the claims by place."""
    found: dict[_Spot, tuple[Place, list[int]]] = {}
    unplaced: list[int] = []
    untold: list[int] = []
    for claim in claims:
        number = papers.numbers[claim.id]
        places = _places(claim, papers)
        known = {_spot(place): place for place in reversed(places) if _is_known(place)}
        for key, place in known.items():
            found.setdefault(key, (place, []))[1].append(number)
        if not known:
            (unplaced if places else untold).append(number)
    spots = [
        Spot(
            key=f"place-{order}",
            name=place.name,
            lat=place.lat or 0.0,
            lon=place.lon or 0.0,
            radius_km=place.radius_km,
            claims=tuple(numbers),
        )
        for order, (place, numbers) in enumerate(
            sorted(found.values(), key=lambda item: (-len(item[1]), item[0].name)), 1
        )
    ]
    return Placing(spots=tuple(spots), unplaced=tuple(unplaced), untold=tuple(untold))


def _spot(place: Place) -> _Spot:
    """Give what makes two places one pin: a town and its airfield of the same name, within some ten kilometres."""
    return place.name, round(place.lat or 0.0, 1), round(place.lon or 0.0, 1)


def _is_known(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


def _places(claim: Claim, papers: Catalogue) -> list[Place]:
    """List the places of a claim: its own, and those that its events lie at, come from or go to."""
    events = [papers.event(support) for support in claim.supporting]
    roles = [(e.place, e.destination, e.origin, e.via) for e in events if e is not None]
    return [place for places in ((claim.place,), *roles) for place in places if place is not None]
