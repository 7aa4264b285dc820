"""How likely two mentions are of one happening, or against each other: all signs together, each with its fitted weight.

Source: logistic weights fitted by tools/assess/fit.py on collections that we wrote for this project.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.assess.mention import Mention
from reportedly.assess.sign import signs
from reportedly.data import read_table

CONSTANT = "(always)"
_PAIRS = 1 << 15  # of mentions, whose odds are kept: those that are near are asked for again and again


class Odds(NamedTuple):
    """Log odds that two mentions are of one happening, and that the one speaks against the other."""

    same: float
    against: float  # of two that cannot both be so: what the one denies, or counts otherwise, is what the other says


@cache
def _weights() -> Mapping[str, Odds]:
    """Read the weights of all signs."""
    return {row["sign"]: Odds(float(row["same"]), float(row["against"])) for row in read_table("pool_weights.tsv")}


@lru_cache(maxsize=_PAIRS)
def odds(one: Mention, other: Mention) -> Odds:
    """Give the log odds that two mentions are of one happening, and that one speaks against the other."""
    told = signs(one, other)
    weights = _weights()
    same, against = weights[CONSTANT]
    for sign, value in told.items():
        if value:
            same += value * weights[sign].same
            against += value * weights[sign].against
    return Odds(same, against)
