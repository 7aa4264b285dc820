"""Why: where one claim comes from, which reports only tell it again, and what was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.serve.page import give_record
from reportedly.serve.visit import Asks
from reportedly.trace import Fold, FoldReason, TraceLeg

router = APIRouter(tags=["Why"])
Id = Annotated[
    str,
    Query(alias="id", min_length=1, max_length=400, description="a claim's id, its beginning, or words it alone says"),
]
_AGAIN = (FoldReason.RETELLS, FoldReason.SAME_SENTENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words of their own that belong to a leg, with those that only tell them again."""

    fold: Fold | None  # None: where the leg first appeared
    again: tuple[Fold, ...]


@router.get("/claim")
def show_trace(visit: Asks, id_: Id) -> Response:
    """Show where a claim comes from."""
    trace = visit.shelf.trace(id_, visit.as_of)
    papers = visit.about_claims(trace.claim, beside=(each.id for each in trace.cited))
    claim = papers.claim(trace.claim)
    return visit.show(
        "why.html",
        papers=papers,
        trace=trace,
        claim=claim,
        card=papers.card(claim),
        legs=[(leg, tellings(leg)) for leg in trace.legs],
        against=[(leg, tellings(leg)) for leg in trace.against],
        cited={each.id: each for each in trace.cited},
    )


@router.get("/claim.json")
def give_trace(visit: Asks, id_: Id) -> Response:
    """Give where a claim comes from."""
    return give_record(visit.shelf.trace(id_, visit.as_of))


@router.get("/evidence", include_in_schema=False)
def show_evidence(visit: Asks, id_: Id) -> Response:
    """Show the words behind a claim, as a part of whatever page asks."""
    papers = visit.about_claims(id_)
    return visit.show("evidence.html", papers=papers, card=papers.card(papers.claim(id_)))


def tellings(leg: TraceLeg) -> list[Telling]:
    """Put what only tells words again below these words; what is told first comes first."""
    again: dict[tuple[str, int], list[Fold]] = {}
    for fold in leg.folds:
        if fold.reason in _AGAIN:
            again.setdefault((fold.of, fold.beside.start), []).append(fold)
    first = Telling(fold=None, again=tuple(again.pop((leg.first.report, leg.first.sentence.start), [])))
    told = [first]
    for fold in leg.folds:
        if fold.reason not in _AGAIN:
            below = again.pop((fold.told.report, fold.told.sentence.start), [])
            told.append(Telling(fold=fold, again=tuple(below)))
    return told + [Telling(fold=folds[0], again=tuple(folds[1:])) for folds in again.values()]
