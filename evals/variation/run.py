"""What changed in our own retellings: planted changes found, and what is told where nothing changed."""

from __future__ import annotations

from evals.retellings import PARTS
from evals.retellings.measure import tally_variations


def score() -> dict[str, float]:
    """Give for each part the shares found, told rightly, and aligned; alarms are given as what is left of one."""
    found: dict[str, float] = {}
    for part in PARTS:
        tally = tally_variations(part)
        found |= {
            f"{part} changes found": tally.share("found", "changes"),
            f"{part} drift right": tally.share("drift right", "drift wanted"),
            f"{part} quiet per sentence": 1 - tally.share("alarm", "sentences aligned"),
            f"{part} told and right": tally.share("told right", "told"),
            f"{part} alignment F1": tally.f1("aligned"),
        }
    return found
