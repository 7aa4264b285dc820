"""What speaks against a claim: the same happening denied, or counted so that the ranges do not meet.

A newsroom's own later figure is an update, and so is a toll that has risen by a later day: neither contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.assess.affinity import at_odds, surely_apart, told_apart_by_amounts, turned_round
from reportedly.assess.coreference import AGAINST, Pool, PoolFinder
from reportedly.assess.mention import Mention
from reportedly.assess.odds import odds
from reportedly.assess.party import person_key
from reportedly.assess.provenance import Provenance
from reportedly.assess.update import has_risen, supersedes
from reportedly.attribution import SpeakerKind

_NEXT_BEST = 2.0  # log odds that a rival may stay behind the best one of either claim
_HEADS = 4  # of a pool that are held against others


class Rivals(NamedTuple):
    """What speaks against some pools, each known by its number."""

    of: Mapping[int, tuple[int, ...]]  # those that contradict it
    best: Mapping[int, float]  # how surely the surest of all does that come into question


def find_contradictions(pools: Sequence[Pool], finder: PoolFinder, provenance: Provenance) -> Rivals:
    """Tell which pools contradict each other."""
    number_of = {id(pool): number for number, pool in enumerate(pools)}
    found: dict[tuple[int, int], float] = {}
    for number, pool in enumerate(pools):
        for head, other, rival in _rivals(pool, finder):
            if not _contradicts(head, other, provenance) or _told_together(pool, rival):
                continue
            if not _has_only_risen(pool, rival):
                pair = (min(number, number_of[id(rival)]), max(number, number_of[id(rival)]))
                found[pair] = max(found.get(pair, AGAINST), odds(head, other).against)
    best: dict[int, float] = defaultdict(lambda: AGAINST)
    for pair, points in found.items():
        for number in pair:
            best[number] = max(best[number], points)
    against: dict[int, set[int]] = defaultdict(set)
    for (first, second), points in found.items():
        if points >= max(best[first], best[second]) - _NEXT_BEST:
            against[first].add(second)
            against[second].add(first)
    return Rivals({number: tuple(sorted(rivals)) for number, rivals in against.items()}, best)


def contradict(one: Pool, other: Pool, provenance: Provenance) -> bool:
    """Tell whether one pool denies what the other tells, or counts it so that the ranges do not meet."""
    if turned_round(one.first, other.first):
        return True
    told = [(ours, theirs) for ours in one.current[:_HEADS] for theirs in other.current[:_HEADS]]
    return any(_contradicts(*pair, provenance) for pair in told) and not _has_only_risen(one, other)


def _rivals(pool: Pool, finder: PoolFinder) -> Iterator[tuple[Mention, Mention, Pool]]:
    """List mentions of other pools that may be of the same happening, each beside the one that found it."""
    for head in pool.current[:_HEADS]:
        for other, rival in finder.candidates(head):
            if rival is not pool and other.key not in rival.superseded:
                yield head, other, rival


def _contradicts(one: Mention, other: Mention, provenance: Provenance) -> bool:
    """Tell whether two mentions of one happening cannot both be so."""
    if surely_apart(one, other) or _said_by_one(one, other) or not at_odds(one, other):
        return False
    if odds(one, other).against < AGAINST:
        return False
    updated = supersedes(one, other, provenance) or supersedes(other, one, provenance)
    return turned_round(one, other) or not updated


def _said_by_one(one: Mention, other: Mention) -> bool:
    """Tell whether both are from one person, or one report has them from one speaker: nobody is against himself."""
    if one.report == other.report:
        return _speaker(one) == _speaker(other)
    return _person(one) is not None and _person(one) == _person(other)


def _person(mention: Mention) -> tuple[str, str] | None:
    """Give the key of the person whom a mention is from; None where no person is named."""
    speaker = mention.attribution.speaker if mention.attribution else None
    if speaker is None or speaker.kind is not SpeakerKind.PERSON or not speaker.name:
        return None
    return person_key(speaker.name)


def _told_together(pool: Pool, rival: Pool) -> bool:
    """Tell whether one speaker tells both in one sentence: then both can be so."""
    said = {(head.report, head.sentence, _speaker(head)) for head in pool.heads}
    return any((head.report, head.sentence, _speaker(head)) in said for head in rival.heads)


def _speaker(mention: Mention) -> str | None:
    """Give who a mention is from; None in the outlet's own voice."""
    return mention.attribution.speaker_id if mention.attribution else None


def _has_only_risen(one: Pool, other: Pool) -> bool:
    """Tell whether all figures that do not meet, replaced ones too, are those of a toll that rose by a later day."""
    apart = [
        (ours, theirs)
        for ours in one.figures[:_HEADS]
        for theirs in other.figures[:_HEADS]
        if told_apart_by_amounts(ours, theirs)
    ]
    return bool(apart) and all(has_risen(ours, theirs) for ours, theirs in apart)
