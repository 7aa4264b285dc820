"""Fit the weights with which `assess` judges whether two mentions are of one happening, on our own open collections."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from evals.picture import Collection, collections
from evals.picture.measure import best_fit, read_all
from numpy.typing import NDArray

from reportedly.assess.affinity import at_odds, two_happenings
from reportedly.assess.mention import Mention, collect_mentions
from reportedly.assess.odds import CONSTANT
from reportedly.assess.sibling import settle_sentences
from reportedly.assess.sign import signs

TABLE = Path(__file__).parents[2] / "src/reportedly/data/pool_weights.tsv"
HEADER = """\
# Logistic weights for 'two mentions are of one happening' and 'one speaks against the other',
# fitted by tools/assess/fit.py; its README has the method.
sign\tsame\tagainst
"""
RIDGE = 0.0001
VOICES = ("one denies", "own voice", "other mode", "speaker same")  # what tells apart those who differ over a matter
UNSURE = 0.3  # what a pair counts of which one is in no claim of ours: most likely two happenings

Floats = NDArray[np.float64]


class Pair(NamedTuple):
    """Two mentions of a collection: their signs, and what they are to each other."""

    collection: str
    signs: dict[str, float]
    same: bool
    matter: bool  # or one speaks against the other: both are of one matter
    at_odds: bool  # were they of one matter, they could not both be so
    counts: float

    @property
    def against(self) -> bool:
        """Tell whether one speaks against the other."""
        return self.matter and not self.same


def _pairs(gold: Collection) -> Iterator[Pair]:
    """Give all pairs of mentions of which one at least is in a claim of ours; those of one sentence are left out."""
    mentions = [
        mention
        for reading in read_all(gold)
        for mention in settle_sentences(collect_mentions(reading), reading.report.body)
    ]
    held = [(mention, _claims(mention, gold)) for mention in mentions]
    against = {frozenset((claim.id, other)) for claim in gold.claims for other in claim.contradicts}
    for (one, ours), (other, theirs) in combinations(held, 2):
        if (one.report, one.sentence) == (other.report, other.sentence) or not (ours or theirs):
            continue
        same = bool(ours) and ours == theirs
        rivals = frozenset((ours, theirs)) in against
        opposed = at_odds(one, other) and not two_happenings(one, other)
        yield Pair(gold.name, signs(one, other), same, same or rivals, opposed, 1.0 if ours and theirs else UNSURE)


def _claims(mention: Mention, gold: Collection) -> str:
    """Give the claim of which the mention is one; '' where it is of none."""
    found = [
        (fit, claim.id)
        for claim in gold.claims
        for said in claim.said
        if said.report == mention.report and (fit := best_fit(said, mention.evidence)) > 0
    ]
    return max(found, default=(0.0, ""))[1]


def fit(x: Floats, y: Floats, counts: Floats) -> Floats:
    """Fit weights, the constant last, by Newton's method with a ridge on all but the constant."""
    z = np.c_[x, np.ones(len(x))]
    ridge = RIDGE * counts.sum() * np.r_[np.ones(x.shape[1]), 0.0]
    weights = np.zeros(z.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        slope = z.T @ (counts * (y - p)) - ridge * weights
        bend = (z * (counts * p * (1 - p))[:, None]).T @ z + np.diag(ridge + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _best_f1(y: Floats, odds: Floats) -> float:
    """Give the best F1 that any threshold gives."""
    hits = np.cumsum(y[np.argsort(-odds, kind="stable")])
    return float((2 * hits / (np.arange(1, len(y) + 1) + y.sum())).max())


def _sharpen(matter: Floats, pairs: Sequence[Pair], names: Sequence[str], counts: Floats) -> Floats:
    """Turn weights for being of one matter into those for speaking against each other, fitted on pairs at odds."""
    told = [(pair, each) for pair, each in zip(pairs, counts, strict=True) if pair.at_odds]
    values = np.array([[pair.signs[name] for name in names] for pair, _ in told])
    voices = [list(names).index(name) for name in VOICES]
    y = np.array([float(pair.against) for pair, _ in told])
    x = np.c_[np.c_[values, np.ones(len(told))] @ matter, values[:, voices]]
    share, *more = fit(x, y, np.array([each for _, each in told]))
    sharp: Floats = share * matter
    sharp[[*voices, -1]] += more
    return sharp


def main(held_out: str | None = None) -> None:
    """Fit on the open collections, but for one that is held out where asked, and write the table."""
    pairs = [pair for gold in collections("open") for pair in _pairs(gold)]
    names = sorted(pairs[0].signs)
    x = np.array([[pair.signs[name] for name in names] for pair in pairs])
    counts = np.array([pair.counts for pair in pairs])
    where = np.array([pair.collection for pair in pairs])
    columns = []
    for target in ("same", "matter"):
        y = np.array([float(getattr(pair, target)) for pair in pairs])
        odds = np.zeros(len(y))
        for name in sorted(set(where)):
            rest = where != name
            odds[where == name] = np.c_[x, np.ones(len(x))][where == name] @ fit(x[rest], y[rest], counts[rest])
        sure = counts == 1.0
        sys.stdout.write(
            f"{target}: {int(y.sum())} of {len(y)} pairs, best F1 held out {_best_f1(y[sure], odds[sure]):.3f}\n"
        )
        kept = where != held_out
        columns.append(fit(x[kept], y[kept], counts[kept]))
    columns[1] = _sharpen(columns[1], pairs, names, counts * (where != held_out))
    rows = sorted(zip((*names, CONSTANT), *columns, strict=True))
    TABLE.write_text(HEADER + "".join(f"{name}\t{same:.3f}\t{against:.3f}\n" for name, same, against in rows))


if __name__ == "__main__":
    main(*sys.argv[1:2])
