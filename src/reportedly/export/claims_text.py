"""Claims as a table for a terminal, and as rows of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from reportedly.claim import Claim
from reportedly.export.wording import count, day, own_grade

_ID = 18


def write_claims(claims: Sequence[Claim], *, width: int = 100) -> str:
    """Write claims in short: origins, bases, reports, suggested grade, day, place and what is claimed."""
    if not claims:
        return "no claim fits"
    lines = [
        count(len(claims), "claim"),
        "",
        f"{'id':<{_ID}}{'origins':>7} {'bases':>5} {'reports':>7} {'grade':>5}  claim",
    ]
    for claim in claims:
        least, most = claim.bases.min, claim.bases.max
        bases = f"{least}" if least == most else f"{least}–{most}"
        head = f"{claim.id:<{_ID}}{claim.origins:>7} {bases:>5} {claim.reports:>7} {claim.credibility:>5}  "
        told = [part for part in (_when(claim), claim.place.name if claim.place else "") if part]
        against = f" Against it: {count(len(claim.opposing), 'support')}." if claim.opposing else ""
        own = f" By hand {own_grade(claim.grade)}." if claim.grade else ""
        words = claim.summary + (f" ({', '.join(told)})" if told else "") + against + own
        lines += wrap(words, max(width, len(head) + 30), initial_indent=head, subsequent_indent=" " * len(head))
    return "\n".join(lines)


def claim_row(claim: Claim) -> dict[str, str | int | float | None]:
    """Give what a sheet shows of a claim."""
    return {
        "id": claim.id,
        "claim": claim.summary,
        "type": claim.type.value,
        "place": claim.place.name if claim.place else None,
        "latitude": claim.place.lat if claim.place else None,
        "longitude": claim.place.lon if claim.place else None,
        "start": claim.time.start if claim.time else None,
        "end": claim.time.end if claim.time else None,
        "origins": claim.origins,
        "origins_possible": claim.origins_possible,
        "bases_min": claim.bases.min,
        "bases_max": claim.bases.max,
        "reports": claim.reports,
        "independence": claim.independence.value,
        "credibility": claim.credibility,
        "grade": claim.grade.digit if claim.grade else None,
        "graded_by": claim.grade.by if claim.grade else None,
        "supporting": len(claim.supporting),
        "opposing": len(claim.opposing),
        "first_reported": claim.first_reported,
        "last_reported": claim.last_reported,
        "why": claim.why,
    }


def _when(claim: Claim) -> str:
    if claim.time is None or claim.time.start is None:
        return ""
    first, last = day(claim.time.start), day(claim.time.end or claim.time.start)
    return first if first == last else f"{first} to {last}"
