"""The claims in the order in which they are said to have happened."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.claim import Claim
from reportedly.picture import TimelineEntry


def draw_timeline(claims: Iterable[Claim]) -> tuple[TimelineEntry, ...]:
    """List the claims whose time is told, by their first possible day; those without a resolved time are left out."""
    entries = [
        TimelineEntry(
            start=claim.time.start,
            end=claim.time.end,
            edtf=claim.time.edtf,
            claim=claim.id,
            summary=claim.summary,
        )
        for claim in claims
        if claim.time is not None and claim.time.start is not None
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.start or "", entry.end or "", entry.claim)))
