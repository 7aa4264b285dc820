"""The events that claims rest on, each with where it lies and how exactly that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.event import Event, Place, Toponym
from reportedly.export.catalogue import Catalogue
from reportedly.picture import Dossier
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.span import Span

_ROLES = ("place", "destination", "origin", "via")  # which of its places an event is put at, if it has that one


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """How exactly a point is known."""

    kind: str  # the gazetteer's kind of place; 'offset' where it was measured from a named one; 'unknown'
    radius_km: float | None  # how far the true spot may lie from the point


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event as one report tells it."""

    event: Event
    report: Report
    role: str | None  # which of the event's places `place` is; None where it tells none
    place: Place | None
    claims: tuple[str, ...]  # ids of those that rest on it, or that it speaks against


class PlaceBook:
    """The names of places in the readings, to look up what sort of place a point stands for."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._spots: dict[tuple[str, Span], Toponym] = {}
        self._known: dict[tuple[object, ...], Toponym] = {}
        for reading in readings:
            for toponym in reading.places:
                self._spots.setdefault((reading.report.id, toponym.span), toponym)
                self._known.setdefault(_point(toponym), toponym)

    def precision(self, place: Place, report: str | None = None) -> Precision:
        """Tell how exactly a place is known, by its name in the report or else by the same point in any."""
        toponym = self._spots.get((report or "", place.span))
        if toponym is None or _point(toponym) != _point(place):
            toponym = self._known.get(_point(place))
        kind = "offset" if toponym and toponym.offset else (toponym.kind if toponym else None)
        return Precision(kind=kind or "unknown", radius_km=place.radius_km)


def _point(place: Place | Toponym) -> tuple[object, ...]:
    return place.name, place.gazetteer_id, place.lat, place.lon


def point_of(place: Place | None) -> tuple[float, float] | None:
    """Give longitude and latitude in degrees, in this order; None where the place has no point on the globe."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return (place.lon, place.lat) if -180 <= place.lon <= 180 and -90 <= place.lat <= 90 else None


def list_events(dossier: Dossier, papers: Catalogue) -> list[ToldEvent]:
    """List the events that claims rest on, in the order of the claims."""
    claims: dict[tuple[str, str], list[str]] = {}
    for claim in dossier.picture.claims:
        for support in (*claim.supporting, *claim.opposing):
            if support.event and (support.report, support.event) in papers.events:
                here = claims.setdefault((support.report, support.event), [])
                here += [claim.id] if claim.id not in here else []
    return [_told(papers.events[key], papers.reports[key[0]], tuple(ids)) for key, ids in claims.items()]


def _told(event: Event, report: Report, claims: tuple[str, ...]) -> ToldEvent:
    """Put an event at the first of its places that has a point, else at the first."""
    places: list[tuple[str, Place]] = [(role, found) for role in _ROLES if (found := getattr(event, role)) is not None]
    role, place = next((item for item in places if point_of(item[1])), places[0] if places else (None, None))
    return ToldEvent(event=event, report=report, role=role, place=place, claims=claims)
