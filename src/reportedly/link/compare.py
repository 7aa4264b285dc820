"""Compare two readings: how the reports stand to each other and what changed between them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lineage import Alignment, Comparison, Direction, Relation, ReportPair
from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.variation import Side, find_variations
from reportedly.link.verify import cover, judge
from reportedly.reading import Reading
from reportedly.span import Span


def compare(a: Reading, b: Reading) -> Comparison:
    """Say how two reports stand to each other, sentence by sentence; which comes first changes nothing.

    The verdict is the one that `link` gives for the pair. Where it cannot be told which report came first,
    the likelier one stands as origin in alignments and variations; it is `reports.a` in either case.
    """
    low, high = sorted((a, b), key=lambda reading: (reading.report.id, reading.report.body))
    digests = Digest(low.report), Digest(high.report)
    verdict = judge(*digests)
    related = verdict.kind is not Relation.UNRELATED
    turned = verdict.ruling.lean == 1
    origin, derivative = (high, low) if turned else (low, high)
    matches = verdict.turned if turned else verdict.matches
    one, two = (digests[1], digests[0]) if turned else digests
    told = verdict.ruling.first is not None
    sides = Side(origin, one), Side(derivative, two)
    return Comparison(
        related=related,
        kind=verdict.kind,
        origin=origin.report.id if told else None,
        derivative=derivative.report.id if told else None,
        score=verdict.score,
        direction=Direction(confidence=verdict.ruling.confidence, reasons=verdict.ruling.reasons),
        coverage=cover(matches if related else (), len(one.bounds), len(two.bounds)),
        reports=ReportPair(a=origin.report, b=derivative.report),
        alignments=_alignments(one, two, matches) if related else (),
        # Two reports of one event differ without anyone having changed anything.
        variations=find_variations(*sides, matches, verdict.kind) if verdict.derived else (),
    )


def _alignments(one: Digest, two: Digest, matches: Sequence[Match]) -> tuple[Alignment, ...]:
    """Say which sentences stand for which, in the origin's order."""
    return tuple(
        Alignment(
            origin=tuple(Span.of(one.report.body, *one.bounds[i]) for i in match.ones),
            derivative=tuple(Span.of(two.report.body, *two.bounds[j]) for j in match.others),
            score=round(match.score, 3),
        )
        for match in sorted(matches, key=lambda match: match.ones)
    )
