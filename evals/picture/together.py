"""All collections of a part read as one, as a desk keeps them: what is told of two stories is no one claim."""

from __future__ import annotations

from evals.picture.measure import outcomes
from reportedly.claim import Claim
from reportedly.pipeline import link_reports
from reportedly.reading import Reading


def score(part: str) -> dict[str, float]:
    """Give the shares of the claims of several reports, and of those contradicted, that are of one story alone."""
    from reportedly.assess import assess

    home: dict[str, str] = {}
    readings: list[Reading] = []
    for outcome in outcomes(part):
        if not any(reading.report.id in home for reading in outcome.readings):  # some ids are those of others
            home |= {reading.report.id: outcome.gold.name for reading in outcome.readings}
            readings += outcome.readings
    claims = assess(readings, link_reports([reading.report for reading in readings])).claims
    pooled = [claim for claim in claims if claim.reports > 1]
    opposed = [claim for claim in claims if claim.opposing]
    return {
        "pools of one story": sum(_is_of_one(claim, home) for claim in pooled) / max(len(pooled), 1),
        "contradictions of one story": sum(_is_of_one(claim, home) for claim in opposed) / max(len(opposed), 1),
    }


def _is_of_one(claim: Claim, home: dict[str, str]) -> bool:
    """Tell whether all that stands behind a claim and against it is of one collection."""
    return len({home[each.report] for each in (*claim.supporting, *claim.opposing)}) == 1
