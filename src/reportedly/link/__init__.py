"""Find out which report retells which, and what changed on the way."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lineage import Derivation, Lineage, Relation
from reportedly.link.candidate import find_candidates
from reportedly.link.compare import compare
from reportedly.link.digest import Digest
from reportedly.link.family import Pair, Tree, gather_families, grow_tree
from reportedly.link.retelling import trace_retellings
from reportedly.link.verify import Verdict, judge
from reportedly.report import Report

__all__ = ["compare", "link"]


def link(reports: Sequence[Report]) -> Lineage:
    """Work out who retells whom over `reports`; their order changes nothing.

    Only words are looked at: reports in any language may be given. Reports with one id count as one.
    """
    digests = [Digest(report) for _, report in sorted({report.id: report for report in reports}.items())]
    verdicts = {}
    for one, other in find_candidates([digest.wording for digest in digests]):
        verdict = judge(digests[one], digests[other])
        if verdict.kind is not Relation.UNRELATED:
            verdicts[one, other] = verdict
    tree = grow_tree(digests, verdicts)
    return Lineage(
        derivations=tuple(_derivation(digests, tree, pair, verdicts[pair]) for pair in sorted(verdicts)),
        families=gather_families(digests, verdicts, tree),
        retellings=trace_retellings(digests, verdicts, tree),
    )


def _derivation(digests: Sequence[Digest], tree: Tree, pair: Pair, verdict: Verdict) -> Derivation:
    """Say what was found of one pair."""
    one, other = (digests[number].report for number in pair)
    first = verdict.ruling.first
    return Derivation(
        a=one.id,
        b=other.id,
        path_a=one.path,
        path_b=other.path,
        kind=verdict.kind,
        score=verdict.score,
        parent=tree.parents.get(pair[0]) == pair[1] or tree.parents.get(pair[1]) == pair[0],
        origin=None if first is None else (one, other)[first].id,
        confidence=verdict.ruling.confidence,
    )
