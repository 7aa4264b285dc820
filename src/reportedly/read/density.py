"""How likely each line of a copied page is the report's own, by a small logistic model over what can be seen of it.

Source: the idea is Kohlschütter and others 2010 (shallow text features) and jusText's (context decides for the lines
between). The weights in `furniture_weights.tsv` were fitted on annotated web pages, by language-free features alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from reportedly.data import read_table
from reportedly.read.feature import Features, describe_lines, describe_places, window_means

_WINDOWS = (1, 2, 4, 8, 16)
_NEAR = 6  # lines before and after whose likeliest counts


@cache
def _weights() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Give the weights of the first look at a line, and of the second, which knows the first's answers around it."""
    rows = read_table("furniture_weights.tsv")
    return (
        {row["feature"]: float(row["first"]) for row in rows if row["first"]},
        {row["feature"]: float(row["second"]) for row in rows if row["second"]},
    )


def weigh_described(described: Sequence[Features]) -> list[float]:
    """Give each line's probability of being the report's own, from its features."""
    first, second = _weights()
    looked = [_probability(first, features) for features in described]
    around = describe_first_look(looked)
    return [_probability(second, row | near) for row, near in zip(described, around, strict=True)]


def describe(lines: Sequence[str]) -> list[Features]:
    """Give all features of each line, in order."""
    rows = describe_lines(lines)
    return [row | place for row, place in zip(rows, describe_places(rows), strict=True)]


def describe_first_look(probabilities: Sequence[float]) -> list[Features]:
    """Give what the first look says of each line and of those around it."""
    described: list[Features] = []
    for at, own in enumerate(probabilities):
        before = probabilities[max(0, at - _NEAR) : at]
        after = probabilities[at + 1 : at + 1 + _NEAR]
        described.append(
            {
                "look": own,
                "look-1": before[-1] if before else 0.0,
                "look+1": after[0] if after else 0.0,
                "look_best_before": max(before, default=0.0),
                "look_best_after": max(after, default=0.0),
            }
        )
    for width in _WINDOWS:
        for features, mean in zip(described, window_means(probabilities, width), strict=True):
            features[f"look~{width}"] = mean
    return described


def _probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    score = weights["bias"] + sum(weight * features[name] for name, weight in weights.items() if name != "bias")
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
