"""A claim, the readings and the lineage -> Trace: where the claim comes from, and how it came here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.assess.another_leg import name_no_leg, want_leg
from reportedly.assess.attribution_line import LegPapers, write_line
from reportedly.assess.coreference import arrival
from reportedly.assess.corroborate import Telling
from reportedly.assess.docket import Docket, Side, open_docket
from reportedly.assess.fold_note import explain_fold
from reportedly.assess.folding import Folding, fold_leg
from reportedly.assess.loss import find_losses, is_verbatim
from reportedly.assess.summary import rank, summarise
from reportedly.claim import Claim
from reportedly.lineage import Comparison, Lineage
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.span import Span
from reportedly.trace import CitedReport, Fold, FoldReason, Lost, Trace, TraceLeg


def trace(
    claim: Claim,
    readings: Iterable[Reading],
    lineage: Lineage,
    comparisons: Iterable[Comparison] = (),
    held: int | None = None,
) -> Trace:
    """Say where a claim comes from, which reports only tell it again and why, and what was lost on the way.

    Args:
        claim: one that was made from the readings.
        readings: all that the claim's picture was made of, in any order.
        lineage: theirs.
        comparisons: of reports that retell with those that they retell (`retold_pairs`); what was not compared has no
            losses.
        held: how many reports there are, where these are not all.

    Raises:
        UnknownResource: the claim was not made from these readings.
    """
    docket = open_docket(claim, readings, lineage, comparisons, held)
    legs, against = _legs(docket.supporting, docket), _legs(docket.opposing, docket)
    gone, gone_against = (
        tuple(docket.told(each, side) for each in side.tellings if each.withdrawn)
        for side in (docket.supporting, docket.opposing)
    )
    line, named = write_line(legs, against, gone, docket)
    told = [leg.leg for leg in legs]
    return Trace(
        claim=claim.id,
        summary=claim.summary,
        reports=claim.reports,
        origins=claim.origins,
        origins_possible=claim.origins_possible,
        bases=claim.bases,
        independence=claim.independence,
        credibility=claim.credibility,
        legs=tuple(told),
        withdrawn=gone,
        against=tuple(leg.leg for leg in against),
        against_withdrawn=gone_against,
        another_leg=want_leg(told, docket),
        no_leg=name_no_leg(told, docket),
        sentence=line,
        named=named,
        cited=_cited(claim, docket),
    )


def retold_pairs(claim: Claim) -> list[tuple[str, str]]:
    """List the ids of reports whose comparisons tell what was lost, each the origin and the one that retells it.

    An origin that is not held is among them by its own id.
    """
    told = (*claim.supporting, *claim.opposing)
    return sorted({(support.origin, support.report) for support in told if support.origin != support.report})


def _legs(side: Side, docket: Docket) -> list[LegPapers]:
    """Write up the legs of one side, the one in whose words the claim is told first."""
    made = []
    for anchors in side.standing.legs:
        id_ = side.standing.leg_of[anchors[0].mention.key]
        members = [telling for telling in side.tellings if side.standing.leg_of[telling.mention.key] == id_]
        made.append(_leg(id_, anchors, members, side, docket))
    lead = next((papers for papers in made if _is_summary(papers.best, side, docket)), None)
    return sorted(made, key=lambda papers: papers is not lead)


def _leg(id_: str, anchors: Sequence[Telling], members: Sequence[Telling], side: Side, docket: Docket) -> LegPapers:
    """Write up one leg."""
    first = min(anchors, key=_firstness)
    folds = fold_leg(first, members, side.standing, docket.provenance)
    spoken = [side.supports[telling.mention.key].speaker for telling in anchors]
    rooms = [docket.newsroom(telling) for telling in anchors]
    leg = TraceLeg(
        id=id_,
        newsrooms=tuple(dict.fromkeys(room for room in rooms if room)),
        speakers=tuple(dict.fromkeys(spoken)),
        first=docket.told(first, side),
        not_held=docket.not_held(first.origin),
        descends=_descends(first, docket),
        lost=_lost(first, docket),
        folds=tuple(_fold(folding, side, docket) for folding in folds),
    )
    best = _best(members, anchors, side, docket)
    return LegPapers(leg, best, docket.told(best, side))


def _firstness(telling: Telling) -> tuple[bool, bool, tuple[str, tuple[str, int, int, str]]]:
    """Give what tells the telling of a leg that is nearest to its source: its own report's, the earliest."""
    return (bool(telling.ancestors), telling.origin != telling.mention.report, arrival(telling.mention))


def _best(members: Sequence[Telling], anchors: Sequence[Telling], side: Side, docket: Docket) -> Telling:
    """Choose the telling of a leg that is quoted: the one in whose words the claim is told, else the fullest."""
    told = [telling for telling in members if _is_summary(telling, side, docket)]
    pool = [telling for telling in told if telling in anchors] or told or anchors
    return min(pool, key=lambda telling: rank(telling.mention, retold=telling.head is not None))


def _is_summary(telling: Telling, side: Side, docket: Docket) -> bool:
    """Tell whether the claim is told in the words of a telling; a label may stand before them."""
    mention = telling.mention
    sentence = docket.report(mention.report).body[mention.sentence : mention.sentence_end]
    return docket.claim.summary.endswith(summarise(mention, side.supports[mention.key].speaker, sentence))


def _fold(folding: Folding, side: Side, docket: Docket) -> Fold:
    """Write up why a telling makes no leg of its own, and what its sentence lost."""
    telling, to = folding.telling, folding.to
    told = docket.told(telling, side)
    beside = _descends(telling, docket) if folding.reason in (FoldReason.RETELLS, FoldReason.SAME_SENTENCE) else None
    of = telling.origin if beside else to.mention.report
    words = beside or docket.told(to, side).sentence
    unheld = docket.not_held(telling.origin) or docket.not_held(to.origin)
    return Fold(
        told=told,
        reason=folding.reason,
        note=explain_fold(told, folding.reason, docket.told(to, side), docket.report(of), unheld),
        of=of,
        beside=words,
        score=docket.provenance.sureness(told.report, telling.mention.sentence) if beside else None,
        verbatim=is_verbatim(told.sentence.text, words.text),
        lost=_lost(telling, docket) if beside else (),
    )


def _descends(telling: Telling, docket: Docket) -> Span | None:
    """Give the sentence of another report that a telling's goes back to; None where it goes back to none held."""
    report, start = telling.descends_from
    if start is None or report == telling.mention.report:
        return None
    return docket.sentence(report, start)


def _lost(telling: Telling, docket: Docket) -> tuple[Lost, ...]:
    """Give what the sentence of a telling lost of the one that it goes back to."""
    beside = _descends(telling, docket)
    if beside is None:
        return ()
    mention, readings = telling.mention, docket.readings
    return find_losses(
        docket.comparisons.get(frozenset((telling.origin, mention.report))),
        (readings[telling.origin], beside),
        (readings[mention.report], docket.sentence(mention.report, mention.sentence)),
        mention.evidence,
    )


def _cited(claim: Claim, docket: Docket) -> tuple[CitedReport, ...]:
    """List the reports that the trace names, by id."""
    told = (*claim.supporting, *claim.opposing)
    ids = {id_ for support in told for id_ in (support.report, support.origin)} & docket.readings.keys()
    return tuple(_cite(docket.report(id_)) for id_ in sorted(ids))


def _cite(report: Report) -> CitedReport:
    return CitedReport(
        id=report.id,
        publisher=report.publisher,
        agency=report.agency,
        title=report.title,
        published=report.published,
        url=report.url,
        path=report.path,
    )
