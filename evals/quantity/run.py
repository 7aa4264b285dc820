"""With what, and how many: assets and quantities of the events of our own passages."""

from __future__ import annotations

import re
from typing import Any

from evals.passages import TOLD_PARTS
from evals.passages.pairing import mentions, outcome


def score() -> dict[str, float]:
    """Give, for each part of the passages, the share of what the found events want that is told, 0 to 1."""
    return {f"{part} {key}": value for part in TOLD_PARTS for key, value in figures(part).items()}


def figures(part: str) -> dict[str, float]:
    """Give the shares of one part.

    `asset found` is told at the wanted words; `name`, `category` and `count` are shares of those; `asset and quantity` is the
    share of all wanted assets and quantities that are told with the right bounds.
    """
    pairs = outcome(part).found
    assets = [(wanted, said) for _, wanted, said in mentions(pairs, "assets")]
    quantities = [(wanted, said) for _, wanted, said in mentions(pairs, "quantities")]
    told = [(wanted, said) for wanted, said in assets if said]
    counted = [(wanted, said) for wanted, said in quantities if said]
    return {
        "asset found": len(told) / max(len(assets), 1),
        "asset name": sum(same_kind(wanted, said) for wanted, said in told) / max(len(told), 1),
        "asset category": sum(wanted["category"] == said["category"] for wanted, said in told) / max(len(told), 1),
        "asset count": sum(same_bounds(wanted, said) for wanted, said in told) / max(len(told), 1),
        "quantity found": len(counted) / max(len(quantities), 1),
        "quantity bounds": sum(same_bounds(wanted, said) for wanted, said in counted) / max(len(counted), 1),
        "asset and quantity": sum(same_bounds(wanted, said) for wanted, said in told + counted)
        / max(len(assets) + len(quantities), 1),
    }


def same_bounds(wanted: dict[str, Any], said: dict[str, Any]) -> bool:
    """Tell whether both bounds are as wanted; one that is left out is left open."""
    return (wanted.get("min"), wanted.get("max")) == (said["min"], said["max"])


def same_kind(wanted: dict[str, Any], said: dict[str, Any]) -> bool:
    """Tell whether the name of an asset is the wanted one, or holds it at its end or its designator."""
    one, other = (re.findall(r"\w+", name.lower()) for name in (wanted["name"], said["name"]))
    return one == other or set(one) <= set(other) or set(other) <= set(one)
