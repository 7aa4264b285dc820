"""The sites and events of a picture as KML, for globes.

Globes show `description` as HTML: words of reports are escaped twice there, once for HTML and once for XML. What
stands in `ExtendedData` is ours alone: ids, kinds and numbers. Source: OGC KML 2.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reportedly.event import Place
from reportedly.export.catalogue import catalogue, name_report
from reportedly.export.geojson import site_id
from reportedly.export.told_event import PlaceBook, Precision, ToldEvent, list_events, point_of
from reportedly.export.universal_id import universal_id
from reportedly.export.untrusted import drop_forbidden
from reportedly.export.wording import day, headline, quoted, range_of
from reportedly.picture import Dossier, Sighting, Site

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_STATES = ("present", "absent", "arrivals", "departures", "statements")


def write_kml(dossier: Dossier) -> str:
    """Write a document with a folder of sites, one of placed events and one of what has no point."""
    papers, book = catalogue(dossier), PlaceBook(dossier.readings)
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    _text(document, "name", headline(len(dossier.picture.reports)))
    as_of = dossier.picture.as_of
    _text(document, "description", f"As of {escape(day(as_of))}." if as_of else "No report tells its date.")
    folders = {name: SubElement(document, "Folder") for name in ("Sites", "Events", "Not placed")}
    for name, folder in folders.items():
        _text(folder, "name", name)
    for site in dossier.picture.sites:
        folder = folders["Sites" if point_of(site.place) else "Not placed"]
        folder.append(_site(site, book.precision(site.place)))
    for told in list_events(dossier, papers):
        precision = book.precision(told.place, told.report.id) if told.place else None
        folders["Events" if point_of(told.place) else "Not placed"].append(_event(told, precision))
    indent(root, " ")
    return tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _text(parent: Element, tag: str, text: str) -> None:
    """Add an element that holds words."""
    SubElement(parent, tag).text = drop_forbidden(text)


def _placemark(
    key: str,
    name: str,
    lines: Iterable[str],
    times: tuple[str | None, str | None],
    place: Place | None,
    data: dict[str, object],
) -> Element:
    """Make one placemark; the order of its elements is the schema's."""
    mark = Element("Placemark", id=key)
    _text(mark, "name", name)
    _text(mark, "description", "<br>".join(escape(line) for line in lines))
    _span(mark, *times)
    extended = SubElement(mark, "ExtendedData")
    for label, value in data.items():
        if value is not None:
            _text(SubElement(extended, "Data", name=label), "value", str(value))
    point = point_of(place)
    if point:
        _text(SubElement(mark, "Point"), "coordinates", f"{point[0]},{point[1]}")
    return mark


def _span(mark: Element, start: str | None, end: str | None) -> None:
    """Add the days between which it was; a day that is no plain date is left open."""
    first, last = (value if value and _DATE.fullmatch(value) else None for value in (start, end))
    if first is None and last is None:
        return
    span = SubElement(mark, "TimeSpan")
    if first:
        _text(span, "begin", first)
    if last and (first is None or first <= last):
        _text(span, "end", last)


def _site(site: Site, precision: Precision) -> Element:
    """Draw a site, over all the days for which something is said of it."""
    seen = [(state, sighting) for state in _STATES for sighting in getattr(site, state)]
    starts = sorted(s.start for _, s in seen if s.start)
    ends = sorted(s.end for _, s in seen if s.end)
    return _placemark(
        site_id(site),
        site.place.name,
        [_sighting(state, sighting) for state, sighting in seen],
        (starts[0] if starts else None, ends[-1] if ends else None),
        site.place,
        {"kind": "site", "precision": precision.kind, "radius_km": precision.radius_km, "claims": _ids(seen)},
    )


def _ids(seen: list[tuple[str, Sighting]]) -> str:
    return " ".join(dict.fromkeys(sighting.claim for _, sighting in seen))


def _sighting(state: str, sighting: Sighting) -> str:
    """Put one sighting into a line."""
    many = range_of(sighting.min, sighting.max)
    note = f" ({sighting.note})" if sighting.note else ""
    return f"{state}{many and f' {many}'}, {day(sighting.start or sighting.end)}: {sighting.what}{note}"


def _event(told: ToldEvent, precision: Precision | None) -> Element:
    """Draw an event as its report tells it."""
    event, report = told.event, told.report
    where = told.place.name if told.place else "place not told"
    return _placemark(
        event.id,
        f"{event.type.value}: {where}",
        [quoted(event.evidence.text), f"{name_report(report)}, {day(report.published)}"],
        (event.time.start, event.time.end) if event.time else (None, None),
        told.place,
        {
            "kind": "event",
            "type": event.type.value,
            "role": told.role,
            "factuality": event.factuality.value,
            "polarity": event.polarity.value,
            "planned": str(event.planned).lower(),
            "precision": precision.kind if precision else None,
            "radius_km": precision.radius_km if precision else None,
            "report": universal_id("report", report.id),  # an id that the input gave may hold anything
            "claims": " ".join(told.claims),
        },
    )
