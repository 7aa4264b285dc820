"""Compare two readings: how the reports stand to each other and what changed between them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lineage import Alignment, Comparison, Direction, Relation, ReportPair
from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.unmatched import match_more
from reportedly.link.variation import Side, find_variations, read_by_models
from reportedly.link.verify import cover, judge
from reportedly.reading import Reading
from reportedly.span import Span


def compare(a: Reading, b: Reading) -> Comparison:
    """Say how two reports stand to each other, sentence by sentence; which comes first changes nothing.

    The verdict is the one that `link` gives for the pair. Where it cannot be told which report came first,
    the likelier one stands as origin in alignments and variations; it is `reports.a` in either case.
    """
    pair = _Pair(a, b)
    ruling = pair.verdict.ruling
    return pair.write(
        turned=ruling.lean == 1,
        told=ruling.first is not None,
        direction=Direction(confidence=ruling.confidence, reasons=ruling.reasons),
        # Two reports of one event differ without anyone having changed anything.
        changed=pair.verdict.derived,
    )


def compare_versions(earlier: Reading, later: Reading) -> Comparison:
    """Say what a later version of a report changed in an earlier one; `reports.a` is the earlier."""
    pair = _Pair(earlier, later)
    return pair.write(
        turned=pair.high is earlier,
        told=earlier.report.id != later.report.id,
        direction=Direction(confidence=1.0, reasons=("the later version took the place of the earlier one",)),
        changed=pair.verdict.kind is not Relation.UNRELATED,
    )


class _Pair:
    """Two readings in an order of their own, with what links them."""

    def __init__(self, a: Reading, b: Reading) -> None:
        self.low, self.high = sorted((a, b), key=lambda reading: (reading.report.id, reading.report.body))
        self._digests = Digest(self.low.report), Digest(self.high.report)
        self.verdict = judge(*self._digests)

    def write(self, *, turned: bool, told: bool, direction: Direction, changed: bool) -> Comparison:
        """Write down what stands for what, and what was changed.

        Args:
            turned: whether the higher of the two comes first.
            told: whether it can be told which does.
            direction: how that is known.
            changed: whether differences are changes.
        """
        verdict = self.verdict
        related = verdict.kind is not Relation.UNRELATED
        origin, derivative = (self.high, self.low) if turned else (self.low, self.high)
        one, two = self._digests[::-1] if turned else self._digests
        matches = verdict.turned if turned else verdict.matches
        sides = Side(origin, one), Side(derivative, two)
        if changed and read_by_models(*sides):
            matches = match_more(one, two, matches)
        return Comparison(
            related=related,
            kind=verdict.kind,
            origin=origin.report.id if told else None,
            derivative=derivative.report.id if told else None,
            score=verdict.score,
            direction=direction,
            coverage=cover(matches if related else (), len(one.bounds), len(two.bounds)),
            reports=ReportPair(a=origin.report, b=derivative.report),
            alignments=_alignments(one, two, matches) if related else (),
            variations=find_variations(*sides, matches, verdict.kind) if changed else (),
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
