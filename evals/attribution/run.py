"""Who said what, on the development part of PolNeAR."""

from __future__ import annotations

from evals.reference import figures, find, run_scorer


def score() -> dict[str, float]:
    """Give exact and token F1 of source, cue and content, and F1 of whole attributions, 0 to 1."""
    found: dict[str, float] = {}
    for line in run_scorer("score.py", "attribution", str(find("corpora"))):
        if line.startswith("polnear"):
            name, values = line.split(": ", 1)
            found |= {f"{name.split()[1]} {key}": value for key, value in figures(values).items()}
    return found
