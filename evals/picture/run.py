"""What is known from our own collections: claims pooled, legs counted, contradictions told; open and aside apart."""

from __future__ import annotations

from evals.picture import PARTS
from evals.picture.measure import b_cubed, outcomes, tally
from evals.picture.question import draw, score_questions
from evals.picture.site import score as score_sites
from evals.picture.together import score as score_together


def score() -> dict[str, float]:
    """Give the figures of each part; what should be rare is given as what is left of one."""
    found: dict[str, float] = {}
    for part in PARTS:
        told = tally(outcomes(part))
        if not told.counts["mentions"]:
            continue
        precision, recall, pooled = b_cubed(told)
        found |= {
            f"{part} mentions found": told.share("mentions found", "mentions"),
            f"{part} pooling P": precision,
            f"{part} pooling R": recall,
            f"{part} pooling F1": pooled,
            f"{part} legs": told.share("legs right", "claims"),
            f"{part} legs of several": told.share("legs several right", "claims several"),
            f"{part} legs not above": 1 - told.share("legs above", "claims"),
            f"{part} legs not above, retold": 1 - told.share("legs above retold", "claims retold"),
            f"{part} possible legs": told.share("possible right", "claims"),
            f"{part} contradictions F1": told.f1("contradictions"),
            f"{part} families F1": told.f1("families"),
            f"{part} inferred origins F1": told.f1("credits"),
            f"{part} site state": score_sites(part)["site state"],
        }
        answers = score_questions([(outcome.gold, draw(outcome)) for outcome in outcomes(part)]).figures()
        found |= {
            f"{part} ledger right side": answers["question right side"],
            f"{part} ledger not wrong side": 1 - answers["question wrong side"],
            f"{part} ledger not stray": 1 - answers["question stray"],
        }
        found |= {f"{part} together, {name}": value for name, value in score_together(part).items()}
    return found
