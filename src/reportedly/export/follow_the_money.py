"""A picture as FollowTheMoney entities, one a line, for tools that investigate with them.

Reports are Articles, claims Events, places Addresses, publishers Organizations, and each named speaker a Person or
an Organization with a Mention in the report that names them. Speakers of the same kind and name are one entity:
whether two people of one name are the same person is for the investigator to say. Source: the model's schema
definitions, version 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from reportedly.attribution import Speaker, SpeakerKind
from reportedly.claim import Claim, Support
from reportedly.event import Place
from reportedly.export.catalogue import Catalogue, catalogue, name_file, name_report
from reportedly.export.json_text import write_json_lines
from reportedly.export.moment import instant
from reportedly.export.told_event import point_of
from reportedly.export.universal_id import universal_id
from reportedly.export.untrusted import drop_forbidden, mend, web_address
from reportedly.export.wording import GRADE, count, legs, quoted
from reportedly.picture import Dossier
from reportedly.report import Report

_SCHEMA = {SpeakerKind.PERSON: "Person", SpeakerKind.ORGANISATION: "Organization", SpeakerKind.OUTLET: "Organization"}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Entity = dict[str, Any]


def write_entities(dossier: Dossier) -> str:
    """Write every entity on a line, each once, in the order in which they come up."""
    papers = catalogue(dossier)
    entities: dict[str, Entity] = {}
    for report in papers.reports.values():
        _keep(entities, _article(report, papers))
        _keep(entities, *(_organisation(name) for name in (report.publisher, report.agency) if name))
    for claim in dossier.picture.claims:
        _keep(entities, *_addresses(claim), _event(claim, papers), *_people(claim, papers))
    return write_json_lines(entities.values())


def _keep(entities: dict[str, Entity], *found: Entity) -> None:
    for entity in found:
        entities.setdefault(entity["id"], entity)


def _entity(schema: str, key: str, **properties: Iterable[str | None]) -> Entity:
    """Make an entity; a property is a list of texts, and one that tells nothing is left out."""
    told = {
        name: list(dict.fromkeys(text for value in values if value and (text := _clean(value))))
        for name, values in properties.items()
    }
    return {"id": key, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _clean(text: str) -> str:
    return " ".join(drop_forbidden(mend(text)).split())


def _key(kind: str, *keys: object) -> str:
    return universal_id(f"ftm-{kind}", *keys)


def _day(iso: str | None) -> str | None:
    """Give a date that the model takes: a year, a month, a day or a moment in UTC."""
    if iso and _DAY.fullmatch(iso):
        return iso
    moment = instant(iso)
    return moment.rstrip("Z") if moment else None


def _article(report: Report, papers: Catalogue) -> Entity:
    """Describe a report; its words stay with the outlet."""
    return _entity(
        "Article",
        _key("report", report.id),
        title=[report.title or f"{name_report(report)}, {papers.label(report.id)}"],
        fileName=[name_file(report.path) or report.id],
        author=report.authors,
        publisher=[report.publisher],
        publishedAt=[_day(report.published)],
        modifiedAt=[_day(report.modified)],
        sourceUrl=[web_address(report.url)],
        notes=[f"{notice.kind.value.replace('_', ' ')} by the outlet" for notice in report.notices],
    )


def _organisation(name: str) -> Entity:
    return _entity("Organization", _key("Organization", name), name=[name])


def _places(claim: Claim) -> list[Place]:
    return [claim.place] if claim.place else []


def _addresses(claim: Claim) -> list[Entity]:
    """Describe the place of a claim."""
    return [_address(place) for place in _places(claim)]


def _address_key(place: Place) -> str:
    return _key("place", place.name, place.gazetteer_id, place.lat, place.lon)


def _address(place: Place) -> Entity:
    point = point_of(place)
    return _entity(
        "Address",
        _address_key(place),
        name=[place.name],
        full=[place.name],
        latitude=[str(point[1])] if point else [],
        longitude=[str(point[0])] if point else [],
        remarks=[f"the true spot may lie {place.radius_km:g} km from the point"] if place.radius_km else [],
    )


def _event(claim: Claim, papers: Catalogue) -> Entity:
    """Describe a claim: what is said, what it stands on and the words for and against it."""
    supports = (*claim.supporting, *claim.opposing)
    time = claim.time
    return _entity(
        "Event",
        _key("claim", claim.id),
        name=[claim.summary],
        summary=[
            f"Suggested grade {claim.credibility} ({GRADE[claim.credibility]}): {legs(claim)},"
            f" {count(claim.reports, 'report')}. {claim.why}"
        ],
        notes=[
            *(_words("for", support, papers) for support in claim.supporting),
            *(_words("against", support, papers) for support in claim.opposing),
        ],
        startDate=[_day(time.start)] if time else [],
        endDate=[_day(time.end)] if time else [],
        location=[place.name for place in _places(claim)],
        addressEntity=[_address_key(place) for place in _places(claim)],
        keywords=[claim.type.value],
        recordId=[claim.id],
        proof=[_key("report", support.report) for support in supports],
        publisher=[papers.name(support.report) for support in supports],
        sourceUrl=[web_address(papers.reports[support.report].url) for support in supports],
        namesMentioned=[speaker.name for support in supports if (speaker := _speaker(support, papers))],
    )


def _words(side: str, support: Support, papers: Catalogue) -> str:
    gone = ", withdrawn" if support.withdrawn else ""
    return f"{side}{gone}: {support.speaker} in {papers.name(support.report)}: {quoted(support.evidence.text)}"


def _speaker(support: Support, papers: Catalogue) -> Speaker | None:
    """Give who speaks, where they are named and are people or a body."""
    attribution = papers.attribution(support)
    speaker = attribution.speaker if attribution else None
    return speaker if speaker and speaker.name and speaker.kind in _SCHEMA else None


def _people(claim: Claim, papers: Catalogue) -> list[Entity]:
    """Describe who is named as speaking, each with the mention in the report."""
    found: list[Entity] = []
    for support in (*claim.supporting, *claim.opposing):
        speaker = _speaker(support, papers)
        if speaker is None:
            continue
        schema, name = _SCHEMA[speaker.kind], speaker.name
        person = _entity(
            schema, _key(schema, name), name=[name], **({"position": [speaker.role]} if schema == "Person" else {})
        )
        mention = _entity(
            "Mention",
            _key("mention", support.report, schema, name),
            document=[_key("report", support.report)],
            name=[name],
            resolved=[person["id"]],
            detectedSchema=[schema],
        )
        found += [person, mention]
    return found
