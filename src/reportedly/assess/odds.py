"""How likely two mentions are of one happening, or of one matter: all signs together, each with its fitted weight.

Source: logistic weights fitted by tools/assess/fit.py on collections that we wrote for this project.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reportedly.assess.mention import Mention
from reportedly.assess.sign import signs
from reportedly.data import read_table

CONSTANT = "(always)"


class Odds(NamedTuple):
    """Log odds; what is denied is of one matter with what is said, but not one happening told twice."""

    same: float
    matter: float


@cache
def _weights() -> Mapping[str, Odds]:
    """Read the weights of all signs."""
    return {row["sign"]: Odds(float(row["same"]), float(row["matter"])) for row in read_table("pool_weights.tsv")}


def odds(one: Mention, other: Mention) -> Odds:
    """Give the log odds that two mentions are of one happening, and that they are of one matter."""
    told = signs(one, other)
    weights = _weights()
    same, matter = weights[CONSTANT]
    for sign, value in told.items():
        if value:
            same += value * weights[sign].same
            matter += value * weights[sign].matter
    return Odds(same, matter)
