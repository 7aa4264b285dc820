"""How likely the place that was chosen for a name is the one that is meant, as a probability.

Source: a logistic regression on GeoWebNews and GeoVirus, right being a labelled point within 161 km
or within the radius that we state; `tools/toponyms/fit.py` fits it and prints its calibration on reports held out.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from reportedly.analyse.disambiguation import MOST_LEAD, Choice
from reportedly.analyse.place_evidence import Mention
from reportedly.data import read_table

# Below this a place is left without a point: that many of a hundred such pins would be wrong.
LEAST_SCORE: Final = 0.5
_MOST_WEIGHT: Final = 20.0
_MOST_EVIDENCE: Final = 6.0
_SORTS: Final = {
    **dict.fromkeys(("country", "continent"), "country"),
    **dict.fromkeys(("province", "county"), "division"),
    **dict.fromkeys(("airport", "base", "crossing", "facility", "port"), "site"),
    "city": "city",
}


@cache
def weights() -> dict[str, float]:
    """Give the weight of each sign, in units of log odds."""
    return {row["sign"]: float(row["weight"]) for row in read_table("toponym_score.tsv")}


def score_signs(mention: Mention, choice: Choice) -> dict[str, float]:
    """Give what the score is worked out from, each about 0 to 1."""
    entry = choice.entry or choice.within
    if entry is None:
        return {}
    signs = {
        "every place": 1.0,
        "weight": max(0.0, min(choice.weight, _MOST_WEIGHT)) / _MOST_WEIGHT,
        "lead": min(choice.lead, MOST_LEAD) / MOST_LEAD,
        "slight lead": max(0.0, 1.0 - choice.lead / 2.0),
        "evidence": max(0.0, min(mention.evidence, _MOST_EVIDENCE)) / _MOST_EVIDENCE,
        "people": min(7.0, math.log10(entry.population + 1)) / 7.0,
        _SORTS.get(entry.kind, "wide"): 1.0,
    }
    told = {
        "alone": choice.lead >= MOST_LEAD,
        "held": choice.told,
        "other name": not entry.main,
        "other spelling": mention.romanised,
        "within": choice.entry is None,
        "noun": bool(mention.wanted) and entry.kind in mention.wanted,
        "other kind": bool(mention.wanted) and entry.kind not in mention.wanted,
    }
    return signs | {sign: 1.0 for sign, holds in told.items() if holds}


def score_place(mention: Mention, choice: Choice) -> float | None:
    """Give the probability, 0 to 1, that the chosen place is the one that is meant; None where none was chosen."""
    signs = score_signs(mention, choice)
    if not signs:
        return None
    odds = sum(weights().get(sign, 0.0) * value for sign, value in signs.items())
    return round(1.0 / (1.0 + math.exp(-odds)), 3)
