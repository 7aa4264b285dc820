"""Who made what from what, as W3C PROV: reports are entities, publishers agents, and each edge says what kind it is.

Source: PROV-DM (5.2 derivation, 5.3 agents, 5.5 alternates) in the form of PROV-JSON (W3C member submission, 2013).
"""

from __future__ import annotations

from typing import Any

from reportedly.export.catalogue import Catalogue, catalogue
from reportedly.export.json_text import write_json
from reportedly.export.moment import instant
from reportedly.export.universal_id import TERMS, universal_id
from reportedly.export.untrusted import web_address
from reportedly.lineage import Derivation, InferredOrigin, Relation
from reportedly.picture import Dossier
from reportedly.report import Report

# A copy, whole or in part, is a quotation; one that the copy's maker changed is a revision; a rewrite is neither.
_EDGES = {
    Relation.VERBATIM: "prov:Quotation",
    Relation.EXCERPT: "prov:Quotation",
    Relation.EDITED: "prov:Revision",
    Relation.UPDATE: "prov:Revision",
}
_TOOL = "u:" + universal_id("tool", "reportedly")
Record = dict[str, Any]


def write_prov(dossier: Dossier) -> str:
    """Write the lineage as PROV-JSON."""
    papers = catalogue(dossier)
    document = _Document()
    for report in papers.reports.values():
        document.add_report(report)
    for origin in papers.inferred.values():
        document.add_inferred(origin, papers)
    pairs = {frozenset((edge.a, edge.b)) for edge in dossier.lineage.derivations if edge.parent}
    for edge in dossier.lineage.derivations:
        if edge.parent:
            document.add_edge(edge)
    for retelling in dossier.lineage.retellings:
        pair = frozenset((retelling.report, retelling.origin))
        if pair not in pairs and retelling.origin in papers.reports and len(pair) == 2:
            pairs.add(pair)
            document.add_source(retelling.report, retelling.origin)
    document.add_picture(dossier)
    return write_json(document.record())


def _report(key: str) -> str:
    return "u:" + universal_id("report", key)


def _qualified(name: str) -> Record:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


class _Document:
    """A PROV-JSON document as it grows; relations are named by their number, as PROV-JSON has it for nameless ones."""

    def __init__(self) -> None:
        self._parts: dict[str, dict[str, Record]] = {}

    def _put(self, part: str, key: str, **values: Any) -> None:
        told = {name: value for name, value in values.items() if value is not None}
        self._parts.setdefault(part, {}).setdefault(key, {name.replace("__", ":"): told[name] for name in told})

    def _relate(self, part: str, **values: Any) -> None:
        self._put(part, f"_:{part}{len(self._parts.get(part, {})) + 1}", **values)

    def add_report(self, report: Report) -> None:
        """Add a report, who put it out, whose copy it is and who wrote it."""
        key = _report(report.id)
        typed = _dated(report.published)
        self._put(
            "entity",
            key,
            prov__type=_qualified("reportedly:Report"),
            prov__label=report.title,
            dcterms__issued=typed,
            dcterms__language=report.language,
            reportedly__id=report.id,
            reportedly__url=web_address(report.url),
            reportedly__completeness=report.completeness.value,
            reportedly__notices=[notice.kind.value for notice in report.notices] or None,
        )
        organisations = dict.fromkeys(name for name in (report.publisher, report.agency) if name)
        for name in organisations:
            self._attribute(key, name, "Organization", "publisher" if name == report.publisher else "agency")
        for name in dict.fromkeys(report.authors):
            self._attribute(key, name, "Person", "author")

    def _attribute(self, key: str, name: str, kind: str, role: str) -> None:
        agent = "u:" + universal_id(kind, name)
        self._put("agent", agent, prov__type=_qualified(f"prov:{kind}"), prov__label=name)
        self._relate("wasAttributedTo", prov__entity=key, prov__agent=agent, reportedly__role=role)

    def add_inferred(self, origin: InferredOrigin, papers: Catalogue) -> None:
        """Add an origin that is credited and not held; it is the primary source of those that credit it."""
        key = _report(origin.id)
        self._put(
            "entity",
            key,
            prov__type=_qualified("reportedly:InferredOrigin"),
            reportedly__id=origin.id,
            reportedly__held=False,
            reportedly__about=origin.about,
        )
        self._attribute(key, origin.publisher, "Organization", "publisher")
        for credited_by, evidence in zip(origin.credited_by, origin.evidence, strict=False):
            if credited_by in papers.reports:
                self.add_source(credited_by, origin.id, evidence.text)

    def add_source(self, report: str, origin: str, quote: str | None = None) -> None:
        """Add that a report names another as where it has something from."""
        self._relate(
            "wasDerivedFrom",
            prov__generatedEntity=_report(report),
            prov__usedEntity=_report(origin),
            prov__type=_qualified("prov:PrimarySource"),
            reportedly__relation="credited" if quote else "retold",
            reportedly__quote=quote,
        )

    def add_edge(self, edge: Derivation) -> None:
        """Add an edge of a family tree; two of which neither is known to come first are alternates."""
        if edge.origin is None:
            self._relate("alternateOf", prov__alternate1=_report(edge.a), prov__alternate2=_report(edge.b))
            return
        derivative = edge.b if edge.origin == edge.a else edge.a
        kind = _EDGES.get(edge.kind)
        self._relate(
            "wasDerivedFrom",
            prov__generatedEntity=_report(derivative),
            prov__usedEntity=_report(edge.origin),
            prov__type=_qualified(kind) if kind else None,
            reportedly__relation=edge.kind.value,
            reportedly__score=_number(edge.score),
            reportedly__confidence=_number(edge.confidence),
        )

    def add_picture(self, dossier: Dossier) -> None:
        """Add the picture itself, which is made from every report by this program."""
        reports = [report.id for report in dossier.picture.reports]
        key = "u:" + universal_id("picture", dossier.picture.as_of, *reports)
        versions = sorted({f"{name} {made}" for reading in dossier.readings for name, made in reading.made_by.items()})
        self._put(
            "entity", key, prov__type=_qualified("reportedly:Picture"), reportedly__as_of=_dated(dossier.picture.as_of)
        )
        self._put(
            "agent",
            _TOOL,
            prov__type=_qualified("prov:SoftwareAgent"),
            prov__label="reportedly",
            reportedly__made_by=versions or None,
        )
        self._relate("wasAttributedTo", prov__entity=key, prov__agent=_TOOL)
        for report in reports:
            self._relate("wasDerivedFrom", prov__generatedEntity=key, prov__usedEntity=_report(report))

    def record(self) -> Record:
        """Give the whole document."""
        prefixes = {
            "u": "urn:uuid:",
            "reportedly": TERMS,
            "dcterms": "http://purl.org/dc/terms/",
        }
        return {"prefix": prefixes, **self._parts}


def _number(value: float) -> Record:
    return {"$": str(value), "type": "xsd:double"}


def _dated(iso: str | None) -> Record | str | None:
    """Give a date with its type; as bare words where it is neither a day nor a moment."""
    moment = instant(iso)
    if iso is None or moment is None:
        return iso
    return {"$": iso, "type": "xsd:date"} if len(iso) == 10 else {"$": moment, "type": "xsd:dateTime"}
