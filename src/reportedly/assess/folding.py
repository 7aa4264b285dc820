"""Why each telling of a leg makes no leg of its own: what it tells again, or shares a source with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.assess.corroborate import Standing, Telling
from reportedly.assess.provenance import UNNAMED, Provenance
from reportedly.assess.source import SourceKind, may_be_same
from reportedly.trace import FoldReason


@dataclass(frozen=True, slots=True)
class Folding:
    """A telling, the one that it goes with, and why."""

    telling: Telling
    to: Telling
    reason: FoldReason


def fold_leg(first: Telling, members: Sequence[Telling], standing: Standing, provenance: Provenance) -> list[Folding]:
    """Say of each telling of a leg but the first with which other one it goes, and why; in the members' order.

    Args:
        first: the telling that the leg is told by.
        members: all tellings of the leg.
        standing: how its side of the claim was weighed.
        provenance: which origins are held.
    """
    by_key = {telling.mention.key: telling for telling in members}
    anchors = [telling for telling in members if telling.mention.key not in standing.followed]
    joined = _join(first, [telling for telling in anchors if telling is not first], provenance)
    found = []
    for telling in members:
        key = telling.mention.key
        if telling is first:
            continue
        if key in joined:
            found.append(joined[key])
            continue
        to = by_key.get(standing.followed.get(key, first.mention.key), first)
        found.append(Folding(telling, to, _followed(telling, to, standing)))
    return found


def _followed(telling: Telling, to: Telling, standing: Standing) -> FoldReason:
    """Say why a telling says no more than another one."""
    if telling.mention.key in standing.retold:
        return FoldReason.RETELLS if telling.head == to.mention.key else FoldReason.SAME_SENTENCE
    if telling.mention.key not in standing.followed:
        return FoldReason.UNJUDGED
    return FoldReason.OWN_VOICE if telling.mention.report == to.mention.report else FoldReason.INHERITED


def _join(
    first: Telling, others: Sequence[Telling], provenance: Provenance
) -> dict[tuple[str, int, int, str], Folding]:
    """Lead each of the tellings that make a leg to one before it, and at last to the first.

    Those that nothing leads to it are there because nothing tells where they come from.
    """
    found: dict[tuple[str, int, int, str], Folding] = {}
    placed, waiting = [first], list(others)
    while waiting:
        step = next(
            (
                Folding(telling, to, reason)
                for telling in waiting
                for to in placed
                if (reason := _shared(telling, to, provenance)) is not None
            ),
            Folding(waiting[0], first, FoldReason.UNJUDGED),
        )
        found[step.telling.mention.key] = step
        placed.append(step.telling)
        waiting.remove(step.telling)
    return found


def _shared(one: Telling, other: Telling, provenance: Provenance) -> FoldReason | None:
    """Say what two tellings share that makes them one leg; None where they share nothing directly."""
    ours, theirs = one.source, other.source
    if ours.newsroom == theirs.newsroom:
        unheld = provenance.publisher_not_held(one.origin) or provenance.publisher_not_held(other.origin)
        return FoldReason.NOT_HELD if unheld else FoldReason.SAME_NEWSROOM
    if SourceKind.NEWSROOM in (ours.kind, theirs.kind):
        return None
    alike = may_be_same(ours, theirs) or (ours.kind, ours.party, ours.person) == (
        theirs.kind,
        theirs.party,
        theirs.person,
    )
    if not alike:
        return None
    if SourceKind.UNNAMED in (ours.kind, theirs.kind):
        return FoldReason.UNNAMED_ALIKE
    return FoldReason.SAME_RECORD if ours.kind is SourceKind.RECORD else FoldReason.SAME_SPEAKER


def is_nameless(telling: Telling) -> bool:
    """Tell whether no words tell which newsroom collected a telling."""
    return telling.source.newsroom.startswith(UNNAMED)
