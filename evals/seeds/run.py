"""The two reports that the product starts from, against a hand-made reading of them."""

from __future__ import annotations

from evals.reference import find, run_scorer

from reportedly.pipeline import answer_watchlist, assess_reports, gather_reports
from reportedly.watchlist import Question, Watchlist

ASKED = "Is Russia leaving its bases?"
SIDES = {  # words of the claims that have to stand on each side
    "against": ("not leaving",),
    "elsewhere": ("front lines",),
    "for": ("nose cones", "flew out"),
    "unclear": ("shipped back", "convoy"),
}


def score() -> dict[str, float]:
    """Give the scorer's parts and their mean, 0 to 1."""
    lines = run_scorer("gold/score_seeds.py", str(find("seeds")))
    last = lines[next(i for i, line in enumerate(lines) if line.startswith("wire.attributions:")) :]
    found = {name: float(value) for name, value in (line.split(": ") for line in last)}
    for line in lines[:2]:
        if " attributions: " in line:
            label = line.split()[0]
            found |= {f"{label} {part.split('=')[0]}": float(part.split("=")[1]) for part in line.split()[2:-2]}
    return found | {"ledger right side": _ledger()}


def _ledger() -> float:
    """Give the share of words that stand on their side of the question that the product starts from, and on no other."""
    reports, unread = gather_reports(sorted(map(str, find("seeds").iterdir())))
    dossier = assess_reports(reports, unread)
    picture = answer_watchlist(dossier, Watchlist(questions=(Question(text=ASKED),))).picture
    words = {claim.id: " | ".join(each.evidence.text for each in claim.supporting) for claim in picture.claims}
    sides = [(line.side.value, words[line.claim]) for line in picture.questions[0].lines]
    right = [
        {side for side, told in sides if part in told} == {wanted} for wanted, parts in SIDES.items() for part in parts
    ]
    return sum(right) / len(right)
