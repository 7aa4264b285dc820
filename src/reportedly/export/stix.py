"""A picture as a STIX 2.1 bundle.

Reports are `report`s, claims `note`s, supports `opinion`s on them, places `location`s, publishers `identity`s; the
lineage is `relationship`s. Nothing is dated by a clock: what was assessed is dated by the picture's moment, and by
the first instant that can be written where no report has a date. Source: STIX 2.1 (OASIS Standard, 2021).
"""

from __future__ import annotations

from typing import Any

from reportedly.claim import Claim, Support
from reportedly.event import Place
from reportedly.export.catalogue import Catalogue, catalogue, name_report
from reportedly.export.json_text import write_json
from reportedly.export.moment import instant
from reportedly.export.stix_extension import TOOL, define_extension, extend
from reportedly.export.told_event import point_of
from reportedly.export.universal_id import universal_id
from reportedly.export.untrusted import web_address
from reportedly.lineage import Derivation, InferredOrigin
from reportedly.picture import Dossier
from reportedly.report import Report

# Source: STIX 2.1, appendix A, Admiralty credibility: the value that stands for each digit; for 6 there is none.
CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
_UNDATED = "1970-01-01T00:00:00.000Z"
_OPINION = {"for": "agree", "against": "disagree"}
Record = dict[str, Any]


def write_stix(dossier: Dossier) -> str:
    """Write the bundle; an object that several need stands in it once."""
    bundle = _Bundle(dossier)
    for claim in dossier.picture.claims:
        bundle.add_claim(claim)
    for site in dossier.picture.sites:
        bundle.add_place(site.place)
    for report in bundle.papers.reports.values():
        bundle.add_report(report)
    for inferred in bundle.papers.inferred.values():
        bundle.add_inferred(inferred)
    for edge in dossier.lineage.derivations:
        if edge.parent:
            bundle.add_edge(edge)
    objects = [*define_extension(), *bundle.objects.values()]
    key = universal_id("stix", "bundle", *(f"{each['id']} {each['modified']}" for each in objects))
    return write_json({"type": "bundle", "id": f"bundle--{key}", "objects": objects})


def _id(kind: str, *keys: object) -> str:
    return f"{kind}--{universal_id(f'stix-{kind}', *keys)}"


def _stamp(iso: str | None) -> str | None:
    """Give a date or time to the millisecond, as STIX wants it."""
    moment = instant(iso)
    return f"{moment[:-1]}.000Z" if moment else None


class _Bundle:
    """The objects of a bundle as they gather."""

    def __init__(self, dossier: Dossier) -> None:
        self.papers: Catalogue = catalogue(dossier)
        self.objects: dict[str, Record] = {}
        self._moment = _stamp(dossier.picture.as_of) or _UNDATED
        self._notes: dict[str, list[str]] = {}  # report -> what rests on it

    def _put(self, kind: str, key: str, created: str | None = None, **values: Any) -> str:
        """Add an object; it was made when its matter first came up, and is as of the picture's moment."""
        told = {name: value for name, value in values.items() if value is not None and value != []}
        first = min(created or self._moment, self._moment)
        head = {"type": kind, "spec_version": "2.1", "id": key, "created_by_ref": TOOL}
        self.objects.setdefault(key, {**head, "created": first, "modified": self._moment, **told})
        return key

    def _identity(self, name: str, kind: str = "organization") -> str:
        return self._put("identity", _id("identity", kind, name), name=name, identity_class=kind)

    def add_place(self, place: Place | None) -> str | None:
        """Add a place; one without a point is no location, since STIX wants a point, a region or a country."""
        point = point_of(place)
        if place is None or point is None:
            return None
        return self._put(
            "location",
            _id("location", place.name, place.gazetteer_id, *point),
            name=place.name,
            longitude=float(point[0]),
            latitude=float(point[1]),
            precision=place.radius_km * 1000.0 if place.radius_km is not None else None,
        )

    def add_claim(self, claim: Claim) -> None:
        """Add a claim as a note on its reports and its place, with an opinion for each support."""
        place = self.add_place(claim.place)
        supports = (*claim.supporting, *claim.opposing)
        reports = [_id("report", report) for report in dict.fromkeys(support.report for support in supports)]
        key = self._put(
            "note",
            _id("note", claim.id),
            _stamp(claim.first_reported),
            abstract=claim.summary,
            content=claim.why or claim.summary,
            object_refs=[*reports, *([place] if place else [])] or [TOOL],
            confidence=CONFIDENCE.get(claim.credibility),
            external_references=[self._reference(support) for support in supports],
            extensions=extend(
                id=claim.id,
                origins=claim.origins,
                origins_possible=claim.origins_possible,
                bases_min=claim.bases.min,
                bases_max=claim.bases.max,
                independence=claim.independence.value,
                credibility=claim.credibility,
                start=claim.time.start if claim.time else None,
                end=claim.time.end if claim.time else None,
            ),
        )
        for side, told in (("for", claim.supporting), ("against", claim.opposing)):
            for support in told:
                self._add_opinion(key, side, support)
        for report in dict.fromkeys(support.report for support in supports):
            self._notes.setdefault(report, []).extend([key, *([place] if place else [])])

    def _reference(self, support: Support) -> Record:
        """Quote the words of a support."""
        report = self.papers.reports[support.report]
        span = support.evidence
        told = {
            "source_name": name_report(report),
            "description": span.text,
            "url": web_address(report.url),
            "external_id": f"{report.id} {span.field.value} {span.start}-{span.end}",
        }
        return {name: value for name, value in told.items() if value is not None}

    def _add_opinion(self, note: str, side: str, support: Support) -> None:
        """Add what one speaker's words are to a claim; words that were withdrawn speak neither way."""
        span = support.evidence
        keys = (support.report, support.attribution, support.event, span.field.value, span.start, span.end)
        self._put(
            "opinion",
            _id("opinion", note, side, *keys),
            _stamp(self.papers.reports[support.report].published),
            opinion="neutral" if support.withdrawn else _OPINION[side],
            explanation=span.text,
            authors=[support.speaker] if support.speaker else None,
            object_refs=[note],
            external_references=[self._reference(support)],
            extensions=extend(
                side=side,
                basis=support.basis.value,
                certainty=support.certainty.value,
                origin=support.origin,
                leg=support.leg,
                withdrawn=support.withdrawn,
                field=span.field.value,
                start_character=span.start,
                end_character=span.end,
            ),
        )

    def add_report(self, report: Report) -> None:
        """Add a report with who put it out and what rests on it."""
        published = _stamp(report.published)
        people = [self._identity(name) for name in (report.publisher, report.agency) if name]
        people += [self._identity(name, "individual") for name in report.authors]
        url = web_address(report.url)
        source = {"source_name": name_report(report), "external_id": report.id, **({"url": url} if url else {})}
        self._put(
            "report",
            _id("report", report.id),
            published,
            name=report.title or f"{name_report(report)}, {self.papers.label(report.id)}",
            published=published or self._moment,
            object_refs=list(dict.fromkeys([*people, *self._notes.get(report.id, [])])) or [TOOL],
            external_references=[source],
            extensions=extend(id=report.id, held=True, published_told=published is not None),
        )

    def add_inferred(self, origin: InferredOrigin) -> None:
        """Add a report that others credit and that is not held, and that they derive from it."""
        about = _stamp(origin.about)
        self._put(
            "report",
            _id("report", origin.id),
            about,
            name=f"{origin.publisher}, credited and not held",
            published=about or self._moment,
            object_refs=[self._identity(origin.publisher)],
            extensions=extend(id=origin.id, held=False, published_told=False),
        )
        for report, evidence in zip(origin.credited_by, origin.evidence, strict=False):
            if report in self.papers.reports:
                self._relate("derived-from", report, origin.id, extend(relation="credited", quote=evidence.text), None)

    def add_edge(self, edge: Derivation) -> None:
        """Add an edge of a family tree; where it cannot be told who came first, the two are related and no more."""
        derivative = edge.b if edge.origin in (edge.a, None) else edge.a
        origin = edge.a if derivative == edge.b else edge.b
        self._relate(
            "derived-from" if edge.origin else "related-to",
            derivative,
            origin,
            extend(
                relation=edge.kind.value,
                score=edge.score,
                direction_confidence=edge.confidence if edge.origin else None,
            ),
            round(100 * edge.score),
        )

    def _relate(self, kind: str, source: str, target: str, extensions: Record, confidence: int | None) -> None:
        self._put(
            "relationship",
            _id("relationship", kind, source, target),
            relationship_type=kind,
            source_ref=_id("report", source),
            target_ref=_id("report", target),
            confidence=confidence,
            extensions=extensions,
        )
