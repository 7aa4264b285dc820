"""Which mention of a sentence retells which of the sentence that it goes back to."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assess.affinity import told_apart_by_amounts, turned_round
from reportedly.assess.kin import SPOKEN, group
from reportedly.assess.mention import Mention
from reportedly.assess.place import place_points
from reportedly.assess.wording import likeness

_ALIGNED = 0.15  # likeness that two tellings need in aligned sentences where their types are kin
_UNLIKE_TYPES = 0.3  # and where they are not

_TWISTED = 0.5  # and for one that says the opposite

Pair = tuple[Mention, Mention]


def find_counterparts(retold: Sequence[Mention], told: Sequence[Mention]) -> list[Pair]:
    """Pair each mention of a sentence with the one of its origin's sentence that it retells, the best pairs first.

    No mention of the origin's is given to two as long as there is another one for the second.
    """
    pairs = [
        (points, ours, theirs) for ours in retold for theirs in told if (points := _points(ours, theirs)) is not None
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    found: dict[tuple[str, int, int, str], Pair] = {}
    for distinct in (True, False):
        taken = {theirs.key for _, theirs in found.values()} if distinct else set()
        for _, ours, theirs in pairs:
            if ours.key not in found and theirs.key not in taken:
                found[ours.key] = (ours, theirs)
                if distinct:
                    taken.add(theirs.key)
    return list(found.values())


def _points(retold: Mention, told: Mention) -> float | None:
    """Give how well one fits the other; None where it does not retell it."""
    alike = likeness(retold.words, told.words)
    same_type = retold.type is told.type
    kin = group(retold.type) is group(told.type)
    wanted = 0.0 if same_type and group(retold.type) is not SPOKEN else _ALIGNED if kin else _UNLIKE_TYPES
    apart = bool(retold.harm and told.harm and retold.harm != told.harm)
    if alike < wanted or apart or turned_round(retold, told):
        return None
    places = [place_points(retold.where[role], told.where[role]) for role in retold.where if role in told.where]
    points = alike + same_type + (retold.mode is told.mode) + 0.5 * sum(places)
    return points - 0.5 * told_apart_by_amounts(retold, told)


def is_twisted(retold: Mention, told: Sequence[Mention]) -> bool:
    """Tell whether a mention says the opposite of one in the sentence that it goes back to, in much the same words."""
    return any(
        turned_round(retold, theirs)
        and group(retold.type) is group(theirs.type)
        and likeness(retold.words, theirs.words) >= _TWISTED
        for theirs in told
    )
