"""What speaks against a claim: the same happening denied, or counted so that the ranges do not meet.

A newsroom's own later figure is an update, and so is a toll that has risen by a later day: neither contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.assess.affinity import SAME, affinity, told_apart_by_amounts
from reportedly.assess.coreference import Pool, PoolFinder
from reportedly.assess.mention import Mention
from reportedly.assess.provenance import Provenance
from reportedly.assess.update import has_risen, supersedes

_HEADS = 4  # of a pool that are held against others


def find_contradictions(
    pools: Sequence[Pool], finder: PoolFinder, provenance: Provenance
) -> Mapping[int, tuple[int, ...]]:
    """Give for each pool, by its number, the numbers of those that contradict it."""
    number_of = {id(pool): number for number, pool in enumerate(pools)}
    against: dict[int, set[int]] = defaultdict(set)
    for number, pool in enumerate(pools):
        for head, other, rival in _rivals(pool, finder):
            if _contradicts(head, other, provenance):
                against[number].add(number_of[id(rival)])
                against[number_of[id(rival)]].add(number)
    return {number: tuple(sorted(rivals)) for number, rivals in against.items()}


def _rivals(pool: Pool, finder: PoolFinder) -> Iterator[tuple[Mention, Mention, Pool]]:
    """List mentions of other pools that may be of the same happening, each beside the one that found it."""
    for head in pool.current[:_HEADS]:
        for other, rival in finder.candidates(head):
            if rival is not pool and other.key not in rival.superseded:
                yield head, other, rival


def _contradicts(one: Mention, other: Mention, provenance: Provenance) -> bool:
    """Tell whether two mentions of one happening cannot both be so."""
    if affinity(one, other) < SAME:
        return False
    apart = told_apart_by_amounts(one, other)
    if one.polarity is not other.polarity:
        return not apart
    return apart and not (
        has_risen(one, other) or supersedes(one, other, provenance) or supersedes(other, one, provenance)
    )
