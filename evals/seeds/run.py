"""The two reports that the product starts from, against a hand-made reading of them."""

from __future__ import annotations

from evals.reference import find, run_scorer


def score() -> dict[str, float]:
    """Give the scorer's parts and their mean, 0 to 1."""
    lines = run_scorer("gold/score_seeds.py", str(find("seeds")))
    last = lines[next(i for i, line in enumerate(lines) if line.startswith("wire.attributions:")) :]
    found = {name: float(value) for name, value in (line.split(": ") for line in last)}
    for line in lines[:2]:
        if " attributions: " in line:
            label = line.split()[0]
            found |= {f"{label} {part.split('=')[0]}": float(part.split("=")[1]) for part in line.split()[2:-2]}
    return found
