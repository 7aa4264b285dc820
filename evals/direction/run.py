"""Which of two related reports came first: how often it is told, and how often rightly."""

from __future__ import annotations

import re

from evals.reference import NotHere, find, run_scorer
from evals.retellings import PARTS
from evals.retellings.measure import tally_lineage


def score() -> dict[str, float]:
    """Give the share of derived pairs whose direction is told, and of these the share told rightly."""
    found: dict[str, float] = {}
    for part in PARTS:
        tally = tally_lineage(part)
        found[f"own {part} told"] = tally.share("told", "derived right")
        found[f"own {part} right of told"] = tally.share("told right", "told")
    try:
        lines = run_scorer("score.py", "lineage", str(find("corpora")))
    except NotHere as reason:
        raise NotHere(str(reason), found) from None
    derived = next(int(count) for line in lines for count in re.findall(r"of (\d+) derived pairs", line))
    told, right = next(map(int, re.findall(r"\d+", line)) for line in lines if "direction told" in line)
    return found | {"mixed told": told / derived, "mixed right of told": right / max(told, 1)}
