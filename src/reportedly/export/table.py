"""A picture as flat tables: the same columns in every form that has tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.claim import Claim, Support
from reportedly.event import Place
from reportedly.export.catalogue import Catalogue, catalogue, name_file
from reportedly.export.geojson import site_id
from reportedly.export.untrusted import web_address
from reportedly.picture import Dossier
from reportedly.report import Report

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


class Column(StrEnum):
    """What a column holds; any cell may be empty."""

    TEXT = "text"
    WHOLE = "whole"  # a whole number
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table, with what it holds and how to fill it."""

    name: str
    schema: str  # name and version; a column renamed or dropped makes a new one
    columns: Mapping[str, Column]
    rows: Callable[[Dossier], Iterator[Row]]


_PLACE = {"place": Column.TEXT, "gazetteer_id": Column.TEXT, "lat": Column.NUMBER, "lon": Column.NUMBER}
_PLACE |= {"radius_km": Column.NUMBER}
_DAYS = {"start": Column.TEXT, "end": Column.TEXT}


def _place(place: Place | None) -> Row:
    if place is None:
        return (None, None, None, None, None)
    return (place.name, place.gazetteer_id, place.lat, place.lon, place.radius_km)


def _texts(names: str) -> dict[str, Column]:
    return dict.fromkeys(names.split(), Column.TEXT)


def _wholes(names: str) -> dict[str, Column]:
    return dict.fromkeys(names.split(), Column.WHOLE)


def _reports(dossier: Dossier) -> Iterator[Row]:
    """List the reports without their words: those are the outlets'."""
    families = {member: n for n, family in enumerate(dossier.picture.families, 1) for member in family.members}
    sentences = {reading.report.id: len(reading.sentences) for reading in dossier.readings}
    for report in catalogue(dossier).reports.values():
        yield (
            report.id,
            report.title,
            report.publisher,
            report.agency,
            report.published,
            report.published_basis,
            report.modified,
            web_address(report.url),
            name_file(report.path) or None,
            report.language,
            "; ".join(report.authors) or None,
            report.dateline.place if report.dateline else None,
            report.completeness,
            "; ".join(notice.kind for notice in report.notices) or None,
            families.get(report.id),
            len(report.body),
            sentences.get(report.id),
        )


def _claims(dossier: Dossier) -> Iterator[Row]:
    """List the claims, those that rest on more legs first."""
    for number, claim in enumerate(dossier.picture.claims, 1):
        time = claim.time
        yield (
            claim.id,
            number,
            claim.summary,
            claim.type,
            *_place(claim.place),
            *((time.start, time.end, time.edtf, time.text) if time else (None,) * 4),
            claim.reports,
            claim.origins,
            claim.origins_possible,
            claim.bases.min,
            claim.bases.max,
            claim.independence,
            claim.credibility,
            claim.why,
            claim.first_reported,
            claim.last_reported,
            len(claim.supporting),
            len(claim.opposing),
        )


def _supports(dossier: Dossier) -> Iterator[Row]:
    """List every support of every claim with its words, those against it too."""
    papers = catalogue(dossier)
    for claim in dossier.picture.claims:
        for side, supports in (("for", claim.supporting), ("against", claim.opposing)):
            for support in supports:
                yield _support(claim, side, support, papers)


def _support(claim: Claim, side: str, support: Support, papers: Catalogue) -> Row:
    report: Report = papers.reports[support.report]
    attribution, evidence = papers.attribution(support), support.evidence
    return (
        claim.id,
        side,
        report.id,
        report.publisher,
        report.published,
        web_address(report.url),
        support.speaker,
        attribution.speaker.kind if attribution else None,
        support.basis,
        support.certainty,
        support.origin,
        papers.name(support.origin),
        support.leg,
        support.withdrawn,
        support.attribution,
        support.event,
        evidence.field,
        evidence.start,
        evidence.end,
        evidence.text,
    )


def _sites(dossier: Dossier) -> Iterator[Row]:
    """List every sighting at every site; a site of which nothing is said has one line."""
    for site in dossier.picture.sites:
        head = (site_id(site), *_place(site.place))
        told = False
        for state in ("present", "absent", "arrivals", "departures", "statements"):
            for seen in getattr(site, state):
                told = True
                yield (*head, state, seen.claim, seen.what, seen.min, seen.max, seen.start, seen.end, seen.note)
        if not told:
            yield (*head, *(None,) * 8)


def _timeline(dossier: Dossier) -> Iterator[Row]:
    for entry in dossier.picture.timeline:
        yield (entry.start, entry.end, entry.edtf, entry.claim, entry.summary)


def _derivations(dossier: Dossier) -> Iterator[Row]:
    for pair in dossier.lineage.derivations:
        yield (pair.a, pair.b, pair.kind, pair.score, pair.parent, pair.origin, pair.confidence)


TABLES = (
    Table(
        name="reports",
        schema="reportedly/table/reports/1",
        columns=_texts(
            "id title publisher agency published published_basis modified url file language authors dateline"
        )
        | _texts("completeness notices")
        | _wholes("family body_characters sentences"),
        rows=_reports,
    ),
    Table(
        name="claims",
        schema="reportedly/table/claims/1",
        columns=_texts("id")
        | _wholes("number")
        | _texts("summary type")
        | _PLACE
        | _DAYS
        | _texts("edtf time_text")
        | _wholes("reports origins origins_possible bases_min bases_max")
        | _texts("independence")
        | _wholes("credibility")
        | _texts("why first_reported last_reported")
        | _wholes("supporting opposing"),
        rows=_claims,
    ),
    Table(
        name="supports",
        schema="reportedly/table/supports/1",
        columns=_texts("claim side report publisher published url speaker speaker_kind basis certainty origin")
        | _texts("origin_name leg")
        | {"withdrawn": Column.FLAG}
        | _texts("attribution event field")
        | _wholes("start end")
        | _texts("quote"),
        rows=_supports,
    ),
    Table(
        name="sites",
        schema="reportedly/table/sites/1",
        columns=_texts("site") | _PLACE | _texts("state claim what") | _wholes("min max") | _DAYS | _texts("note"),
        rows=_sites,
    ),
    Table(
        name="timeline",
        schema="reportedly/table/timeline/1",
        columns=_DAYS | _texts("edtf claim summary"),
        rows=_timeline,
    ),
    Table(
        name="derivations",
        schema="reportedly/table/derivations/1",
        columns=_texts("a b kind")
        | {"score": Column.NUMBER, "parent": Column.FLAG}
        | _texts("origin")
        | {"confidence": Column.NUMBER},
        rows=_derivations,
    ),
)
