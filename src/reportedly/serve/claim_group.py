"""Claims gathered by what they have in common: where, when, what happened, or which story tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from reportedly.claim import Claim, ClaimGroup, Grouping
from reportedly.serve.story import Story


def group_claims(claims: Iterable[Claim], by: Grouping, story_of: Mapping[str, Story]) -> list[ClaimGroup]:
    """Count claims by what they have in common, in no order; one that several stories tell is counted in each."""
    counted = Counter(key for claim in claims for key in _keys(claim, by, story_of))
    return [ClaimGroup(by=by, key=key, claims=number) for key, number in counted.items()]


def _keys(claim: Claim, by: Grouping, story_of: Mapping[str, Story]) -> Iterable[str]:
    """Give what a claim is gathered by."""
    if by is Grouping.PLACE:
        return [claim.place.name.casefold() if claim.place else ""]
    if by is Grouping.DAY:
        return [(claim.time and claim.time.start) or ""]
    if by is Grouping.TYPE:
        return [claim.type.value]
    return {story_of[report].id if report in story_of else report for report in claim.report_ids}
