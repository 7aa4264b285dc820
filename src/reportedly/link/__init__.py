"""Find out which report retells which, and what changed on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reportedly.lineage import Lineage
from reportedly.link.change_reader import VERSION as READER
from reportedly.link.compare import compare, compare_versions
from reportedly.link.digest import Digest
from reportedly.link.group import Pair, gather_groups, judge_pairs, link_group
from reportedly.link.index import Index, Posted
from reportedly.link.spread import link_spread
from reportedly.link.verify import Verdict, may_be_related
from reportedly.report import Report

__all__ = [
    "READER",
    "Digest",
    "Index",
    "Posted",
    "Verdict",
    "compare",
    "compare_versions",
    "find_pairs",
    "gather_groups",
    "join",
    "judge_pairs",
    "link",
    "link_group",
    "link_spread",
    "may_be_related",
]


def link(reports: Sequence[Report], apart: Collection[Pair] = ()) -> Lineage:
    """Work out who retells whom over `reports`; their order changes nothing.

    Only words are looked at: reports in any language may be given. Reports with one id count as one.

    Args:
        reports: the reports.
        apart: pairs of ids, the lower one first, that somebody judged to have nothing from each other.
    """
    digests = {report.id: Digest(report) for report in reports}
    pairs = [pair for pair in find_pairs([digest.posted for digest in digests.values()]) if pair not in apart]
    return join(
        link_group([digests[each] for each in members], judge_pairs(digests, tied))
        for members, tied in gather_groups(digests, pairs)
    )


def find_pairs(posted: Sequence[Posted]) -> list[Pair]:
    """List the pairs of ids of reports that share enough wording to be looked at closely, lower id first."""
    index = Index()
    index.add(posted)
    pairs = {(min(one, other), max(one, other)) for one, other, _ in index.find_all(posted)}
    index.close()
    return sorted(pairs)


def join(parts: Iterable[Lineage]) -> Lineage:
    """Put the lineages of groups that have nothing in common into one, in the order of ids."""
    every = list(parts)
    return Lineage(
        derivations=tuple(sorted((d for part in every for d in part.derivations), key=lambda d: (d.a, d.b))),
        families=tuple(sorted((f for part in every for f in part.families), key=lambda f: f.members)),
        retellings=tuple(
            sorted((r for part in every for r in part.retellings), key=lambda r: (r.report, r.sentence.start))
        ),
    )
