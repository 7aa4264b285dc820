"""The sites and events of a picture as GeoJSON; what no map can show is listed apart, not left out.

Source: RFC 7946; `unplaced` is a foreign member (section 6.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportedly.event import Place
from reportedly.export.catalogue import catalogue, name_report
from reportedly.export.json_text import write_json
from reportedly.export.told_event import PlaceBook, Precision, ToldEvent, list_events, point_of
from reportedly.export.untrusted import web_address
from reportedly.identity import identify
from reportedly.picture import Dossier, Site
from reportedly.record import to_record


def write_geojson(dossier: Dossier) -> str:
    """Write a feature collection: one feature a site, one an event that a claim rests on."""
    papers, book = catalogue(dossier), PlaceBook(dossier.readings)
    summaries = {claim.id: claim.summary for claim in dossier.picture.claims}
    features = [_site(site, book) for site in dossier.picture.sites]
    features += [_event(told, book, summaries) for told in list_events(dossier, papers)]
    return write_json(
        {
            "type": "FeatureCollection",
            "schema": "reportedly/geojson/1",
            "as_of": dossier.picture.as_of,
            "features": [feature for feature in features if feature["geometry"]],
            "unplaced": [feature for feature in features if not feature["geometry"]],
        }
    )


def _feature(key: str, place: Place | None, properties: dict[str, Any]) -> dict[str, Any]:
    """Make one feature; its geometry is null where the place has no point."""
    point = point_of(place)
    geometry = {"type": "Point", "coordinates": list(point)} if point else None
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}


def site_id(site: Site) -> str:
    """Make the id of a site from its place."""
    place = site.place
    return identify("site", place.name, place.gazetteer_id, place.lat, place.lon)


def _site(site: Site, book: PlaceBook) -> dict[str, Any]:
    """Describe a site with what is said of it."""
    boards = ("present", "absent", "arrivals", "departures", "statements")
    properties = {
        "kind": "site",
        "name": site.place.name,
        "gazetteer_id": site.place.gazetteer_id,
        "precision": _precision(book.precision(site.place)),
        **{board: to_record(getattr(site, board)) for board in boards},
    }
    return _feature(site_id(site), site.place, properties)


def _event(told: ToldEvent, book: PlaceBook, summaries: dict[str, str]) -> dict[str, Any]:
    """Describe an event as its report tells it, with the claims that rest on it."""
    event, report, place = told.event, told.report, told.place
    others = {role: getattr(event, role) for role in ("place", "origin", "destination", "via") if role != told.role}
    properties = {
        "kind": "event",
        "type": event.type.value,
        "name": place.name if place else None,
        "role": told.role,
        "gazetteer_id": place.gazetteer_id if place else None,
        "precision": _precision(book.precision(place, report.id)) if place else None,
        "other_places": {role: _other(found) for role, found in others.items() if found is not None},
        "actor": event.actor,
        "target": event.target,
        "time": to_record(event.time),
        "factuality": event.factuality.value,
        "polarity": event.polarity.value,
        "planned": event.planned,
        "quote": to_record(event.evidence),
        "report": report.id,
        "publisher": name_report(report),
        "published": report.published,
        "url": web_address(report.url),
        "claims": _claims(told.claims, summaries),
    }
    return _feature(event.id, place, properties)


def _claims(claims: Iterable[str], summaries: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": claim, "summary": summaries[claim]} for claim in claims]


def _precision(precision: Precision) -> dict[str, Any]:
    return {"kind": precision.kind, "radius_km": precision.radius_km}


def _other(place: Place) -> dict[str, Any]:
    return {"name": place.name, "coordinates": point_of(place), "radius_km": place.radius_km}
