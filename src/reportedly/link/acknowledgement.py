"""Tell where a report says itself that it has from another what both say, however it words it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.link.align import Match
from reportedly.link.digest import Digest

_LEAD = 3  # sentences in which a report says whose story it retells
_FEWEST = 6  # facts in common that tell which of an outlet's stories is credited
_HALF = 0.5  # part of the facts of a report that credits the other's outlet at once
_SEVERAL = 2  # matches, one of them credited, from which more than one statement was taken over


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One report credits the other's outlet in a sentence that the other holds."""

    as_a_whole: bool  # the story is the other's; else only the sentences that credit it are


def may_acknowledge(one: Digest, other: Digest) -> bool:
    """Tell whether either report credits the other's outlet, whatever with."""
    return bool(list_crediting(one, other) or list_crediting(other, one))


def find_acknowledgement(one: Digest, other: Digest, matches: Sequence[Match]) -> Acknowledgement | None:
    """Look for a sentence among `matches` in which either report credits the other's outlet."""
    turned = [Match(match.others, match.ones, match.score) for match in matches]
    credited = [
        sentence
        for teller, source, seen in ((other, one, matches), (one, other, turned))
        for sentence in list_crediting(teller, source) & {j for match in seen for j in match.others}
    ]
    if not credited:
        return Acknowledgement(True) if _opens_with(one, other) or _opens_with(other, one) else None
    return Acknowledgement(len(matches) >= _SEVERAL or min(credited) < _LEAD)


def _opens_with(teller: Digest, source: Digest) -> bool:
    """Tell whether a report credits the other's outlet at once and half of its facts stand there, however worded."""
    shared = len(teller.facts.intersection(source.tokens.keys.tolist()))
    if shared < max(_FEWEST, _HALF * len(teller.facts)):
        return False
    return min(list_crediting(teller, source), default=_LEAD) < _LEAD


def list_crediting(teller: Digest, source: Digest) -> frozenset[int]:
    """List the sentences of `teller` that credit the outlet of `source`; none if `source` came out on a later day."""
    told, came = teller.report.published, source.report.published
    if told and came and came[:10] > told[:10]:
        return frozenset()
    return frozenset(
        bisect_right(teller.bounds, credit.start, key=lambda bounds: bounds[0]) - 1
        for credit in teller.credits_to(source.outlets)
    )
