"""Sources: what each outlet's reports in this collection are, counted; no opinion of any outlet is shipped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fastapi import APIRouter, Response

from reportedly.export.catalogue import name_report
from reportedly.lineage import Comparison, Drift, VariationKind
from reportedly.serve.shelf import Papers
from reportedly.serve.visit import Asks
from reportedly.source_letter import SourceLetter
from reportedly.text.day import moment

router = APIRouter(tags=["Sources"])
_HEDGES = frozenset({VariationKind.HEDGE_DROPPED, VariationKind.HEDGE_WEAKENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One outlet, as far as this collection goes."""

    name: str
    reports: int
    retellings: int  # of these, made from another report at hand
    leads: int  # that lead a story of more than one report
    stronger: int  # changes by which its retellings claim more than their origins
    hedges_dropped: int
    quotes_altered: int
    made_from: tuple[str, ...]  # whom it retells, most often first
    letter: SourceLetter | None  # a person's own, from their own file
    latest: str  # id of its latest report


@router.get("/sources")
def show_sources(visit: Asks) -> Response:
    """Show the outlets."""
    return visit.show("sources.html", papers=visit.papers, sources=list_outlets(visit.papers))


@router.get("/sources.json")
def list_sources(visit: Asks) -> Response:
    """List the outlets."""
    return visit.give(list_outlets(visit.papers))


def list_outlets(papers: Papers) -> list[Source]:
    """Count what the reports of each outlet are, those with most reports first."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for id_, report in papers.catalogue.reports.items():
        by_name[name_report(report)].append(id_)
    made: dict[str, Comparison] = {}
    for each in papers.dossier.comparisons:
        if each.related and each.derivative and each.origin:
            made[each.derivative] = each
    letters = {
        support.report: support.source_letter
        for claim in papers.catalogue.claims.values()
        for support in (*claim.supporting, *claim.opposing)
    }
    found = [_source(name, ids, papers, made, letters) for name, ids in by_name.items()]
    return sorted(found, key=lambda source: (-source.reports, source.name))


def _source(
    name: str,
    ids: list[str],
    papers: Papers,
    made: dict[str, Comparison],
    letters: dict[str, SourceLetter | None],
) -> Source:
    """Count one outlet's reports."""
    retold = [made[id_] for id_ in ids if id_ in made]
    changes = [variation for each in retold for variation in each.variations]
    parents: dict[str, int] = defaultdict(int)
    for each in retold:
        parents[papers.catalogue.name(each.origin or "")] += 1
    return Source(
        name=name,
        reports=len(ids),
        retellings=len(retold),
        leads=sum(papers.story_of[id_].lead == id_ and len(papers.story_of[id_].reports) > 1 for id_ in ids),
        stronger=sum(each.direction is Drift.STRONGER for each in changes),
        hedges_dropped=sum(each.kind in _HEDGES for each in changes),
        quotes_altered=sum(each.kind is VariationKind.QUOTE_ALTERED for each in changes),
        made_from=tuple(sorted(parents, key=lambda each: (-parents[each], each))),
        letter=next((letters[id_] for id_ in ids if letters.get(id_)), None),
        latest=max(ids, key=lambda id_: (moment(papers.catalogue.reports[id_].published or "0"), id_)),
    )
