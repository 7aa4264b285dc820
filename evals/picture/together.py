"""All collections of a part read as one, as a desk keeps them: what is told of two stories is no one claim."""

from __future__ import annotations

from evals.picture import Question
from evals.picture.measure import outcomes
from reportedly.claim import Claim
from reportedly.picture import Dossier
from reportedly.pipeline import answer_watchlist, link_reports
from reportedly.reading import Reading
from reportedly.watchlist import Question as Asked
from reportedly.watchlist import Watchlist


def score(part: str) -> dict[str, float]:
    """Give the shares of the claims of several reports, of those contradicted, and of a ledger's lines, of one story."""
    from reportedly.assess import assess

    home: dict[str, str] = {}
    readings: list[Reading] = []
    asked: list[tuple[str, Question]] = []
    for outcome in outcomes(part):
        if not any(reading.report.id in home for reading in outcome.readings):  # some ids are those of others
            home |= {reading.report.id: outcome.gold.name for reading in outcome.readings}
            readings += outcome.readings
            asked += [(outcome.gold.name, question) for question in outcome.gold.questions]
    lineage = link_reports([reading.report for reading in readings])
    picture = assess(readings, lineage)
    pooled = [claim for claim in picture.claims if claim.reports > 1]
    opposed = [claim for claim in picture.claims if claim.opposing]
    dossier = Dossier(picture=picture, readings=tuple(readings), lineage=lineage, comparisons=())
    watchlist = Watchlist(questions=tuple(Asked(text=question.asked) for _, question in asked))
    answers = answer_watchlist(dossier, watchlist).picture.questions
    behind = {claim.id: claim.supporting[0].report for claim in picture.claims}
    lines = [
        home[behind[line.claim]] == name
        for (name, _), answer in zip(asked, answers, strict=True)
        for line in answer.lines
    ]
    return {
        "pools of one story": sum(_is_of_one(claim, home) for claim in pooled) / max(len(pooled), 1),
        "contradictions of one story": sum(_is_of_one(claim, home) for claim in opposed) / max(len(opposed), 1),
        "ledger lines of its story": sum(lines) / max(len(lines), 1),
    }


def _is_of_one(claim: Claim, home: dict[str, str]) -> bool:
    """Tell whether all that stands behind a claim and against it is of one collection."""
    return len({home[each.report] for each in (*claim.supporting, *claim.opposing)}) == 1
