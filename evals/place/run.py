"""Toponyms and where they are, on GeoWebNews and GeoVirus."""

from __future__ import annotations

from evals.reference import figures, find, run_scorer


def score() -> dict[str, float]:
    """Give F1 over exact spans and the share of gold toponyms placed within 161 km, end to end."""
    found: dict[str, float] = {}
    for line in run_scorer("score.py", "geo", str(find("corpora"))):
        if "exact-span" in line:
            name, values = line.split(": ", 1)
            named = figures(values)
            found |= {f"{name} F1": named["F1"], f"{name} acc161": named["acc161 end to end"]}
    return found
