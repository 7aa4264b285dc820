"""The catalogue: every record of a dossier by its id, with the short label that all output forms use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from reportedly.attribution import Attribution
from reportedly.claim import Claim, Support
from reportedly.event import Event
from reportedly.export.family_tree import grow_tree
from reportedly.lineage import Comparison, Derivation, Family, InferredOrigin
from reportedly.picture import Dossier
from reportedly.report import Report
from reportedly.span import Span


def name_report(report: Report) -> str:
    """Name a report by its publisher, else by the agency whose copy it is, else by its file."""
    if report.publisher:
        return report.publisher
    if report.agency:
        return f"{report.agency} copy"
    return name_file(report.path) or "publisher not told"


def title_report(report: Report) -> str:
    """Give a report's title, or its first words where it has none."""
    if report.title:
        return report.title
    opening = " ".join(report.body[: min(90, len(report.body) // 2)].split())  # never the whole of a short one
    return f"{opening} …" if opening else "(no text)"


def name_file(path: str | None) -> str:
    """Give the last part of a path, for people to recognise a file by."""
    return PurePath(path).name or path if path else ""


def anchor(label: str, span: Span) -> str:
    """Give the place of a span on the page: the report's label, the field and the offsets."""
    return f"{label}-{span.field[0]}{span.start}-{span.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every record of a dossier by its id."""

    reports: Mapping[str, Report]  # in the order of their labels
    labels: Mapping[str, str]  # report -> 'R1'
    claims: Mapping[str, Claim]
    numbers: Mapping[str, int]  # claim -> 1, 2, ...
    inferred: Mapping[str, InferredOrigin]
    attributions: Mapping[tuple[str, str], Attribution]  # by report and id
    events: Mapping[tuple[str, str], Event]  # by report and id
    comparisons: Mapping[frozenset[str], Comparison]  # by the two reports' ids

    def label(self, report: str) -> str:
        """Give the short label of a report; the id itself where the dossier does not hold it."""
        return self.labels.get(report, report)

    def number(self, claim: str) -> int | None:
        """Give the number of a claim; None where the picture does not hold it."""
        return self.numbers.get(claim)

    def name(self, origin: str) -> str:
        """Name who put out a report, held or inferred."""
        if origin in self.reports:
            return name_report(self.reports[origin])
        return self.inferred[origin].publisher if origin in self.inferred else "not held"

    def comparison(self, derivation: Derivation) -> Comparison | None:
        """Give what changed along an edge of a family tree; None where it was not compared."""
        return self.comparisons.get(frozenset((derivation.a, derivation.b)))

    def attribution(self, support: Support) -> Attribution | None:
        """Give the attribution that a support rests on; None in the report's own voice."""
        return self.attributions.get((support.report, support.attribution or ""))

    def event(self, support: Support) -> Event | None:
        """Give the event that a support rests on; None where there is none."""
        return self.events.get((support.report, support.event or ""))


def sort_families(families: tuple[Family, ...]) -> list[Family]:
    """Put the families that hold most reports first."""
    return sorted(families, key=lambda family: -len(family.members))


def catalogue(dossier: Dossier) -> Catalogue:
    """List every record of `dossier` by its id; reports are numbered as the families' trees tell them."""
    picture = dossier.picture
    trees = [grow_tree(family, dossier.lineage) for family in sort_families(picture.families)]
    told = [node.report for tree in trees for node in tree if node.report]
    by_id = {report.id: report for report in picture.reports}
    ordered = [report for report in dict.fromkeys([*told, *by_id]) if report in by_id]
    inferred = {f.inferred_origin.id: f.inferred_origin for f in picture.families if f.inferred_origin}
    return Catalogue(
        reports={report: by_id[report] for report in ordered},
        labels={report: f"R{number}" for number, report in enumerate(ordered, 1)},
        claims={claim.id: claim for claim in picture.claims},
        numbers={claim.id: number for number, claim in enumerate(picture.claims, 1)},
        inferred=inferred,
        attributions={(r.report.id, a.id): a for r in dossier.readings for a in r.attributions},
        events={(r.report.id, e.id): e for r in dossier.readings for e in r.events},
        comparisons={frozenset((c.reports.a.id, c.reports.b.id)): c for c in dossier.comparisons},
    )
