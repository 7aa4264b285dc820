"""Fit the weights with which `assess` judges on which side of a question a claim stands, on our own open collections."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from evals.pairs import ledger
from evals.picture import Question, collections
from evals.picture.measure import Outcome, read_all, work_out
from evals.picture.question import spots, touches
from numpy.typing import NDArray

from reportedly.analyse.question import understand
from reportedly.assess.bearing import bearing_of_claim
from reportedly.assess.framing import prepare
from reportedly.assess.ledger_odds import BESIDE, CONSTANT
from reportedly.assess.ledger_sign import signs, turned
from reportedly.assess.testimony import Testimonies, Testimony
from reportedly.claim import Claim
from reportedly.picture import Side
from reportedly.watchlist import Question as Asked
from reportedly.watchlist import Watchlist

TABLE = Path(__file__).parents[2] / "src/reportedly/data/ledger_weights.tsv"
COLUMNS = (BESIDE, *(side.value for side in Side))
HEADER = f"""\
# Multinomial logistic weights for the side of a question on which a claim stands, or none,
# fitted by tools/assess/fit_ledger.py; its README has the method.
sign\t{chr(9).join(COLUMNS)}
"""
BY_TABLE = ("hit ", "denied ", "says ", "sign ", "silent")  # signs that come from the table of acts
RIDGE, RIDGE_BY_TABLE = 5.0, 20.0
UNKNOWN = 0.6  # how much counts that the table does not know the words: it knows those of these collections too well
STEPS = 150

Floats = NDArray[np.float64]


class Row(NamedTuple):
    """A claim of ours beside a question: its signs, and the column of where the gold has it."""

    collection: str
    signs: dict[str, float]
    column: int


def rows_of(outcome: Outcome) -> Iterator[Row]:
    """Give all claims of a collection beside each of its questions."""
    for question, told in beside_questions(outcome):
        asked = prepare(understand(Asked(text=question.asked)), Watchlist(), outcome.readings)
        if asked is None:
            continue
        for claim, tellings, side in told:
            column = 0 if side is None else COLUMNS.index(turned(asked, side).value)
            found = bearing_of_claim(asked, tellings)
            yield Row(outcome.gold.name, signs(asked, claim, tellings, found, outcome.picture.as_of), column)


def beside_questions(outcome: Outcome) -> Iterator[tuple[Question, list[tuple[Claim, list[Testimony], Side | None]]]]:
    """Give each question of a collection with all claims of ours, what they say, and the side that gold has them on."""
    testimonies = Testimonies(outcome.readings, outcome.picture.claims)
    told = [(claim, said) for claim in outcome.picture.claims if claim.origins and (said := testimonies.of(claim))]
    for question in outcome.gold.questions:
        at = _spots(outcome, question)
        yield (
            question,
            [
                (claim, tellings, next((side for side, places in at if touches(claim, places)), None))
                for claim, tellings in told
            ],
        )


def _spots(outcome: Outcome, question: Question) -> list[tuple[Side, list[tuple[str, int, int]]]]:
    """Give where the claims are said that gold has on each side."""
    gold = {claim.id: claim for claim in outcome.gold.claims}
    bodies = {report.id: report.body for report in outcome.picture.reports}
    return [(side, list(spots(gold[name], bodies))) for side in Side for name in question.sides[side.value]]


def fit(x: Floats, column: NDArray[np.int_], counts: Floats, ridge: Floats) -> Floats:
    """Fit weights, the constant last, by gradients with momentum."""
    z = np.c_[x, np.ones(len(x))]
    wanted = np.eye(len(COLUMNS))[column]
    held = np.r_[ridge, 0.01][:, None]
    step = 1 / (0.5 * np.linalg.norm(z * np.sqrt(counts)[:, None], 2) ** 2 + ridge.max())
    weights = ahead = np.zeros((z.shape[1], len(COLUMNS)))
    pace = 1.0
    for _ in range(STEPS):
        points = z @ ahead
        powers = np.exp(points - points.max(axis=1, keepdims=True))
        likely = powers / powers.sum(axis=1, keepdims=True)
        after = ahead - step * (z.T @ ((likely - wanted) * counts[:, None]) + held * ahead)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = after + (pace - 1) / faster * (after - weights)
        weights, pace = after, faster
    return weights


def weights_of(rows: list[Row]) -> tuple[list[str], Floats]:
    """Fit to rows, each counted with what the table of acts has of its words, and again without."""
    names = sorted(rows[0].signs)
    x = np.array([[row.signs[name] for name in names] for row in rows])
    by_table = np.array([name.startswith(BY_TABLE) for name in names])
    unknown = np.where(by_table, 0.0, x)
    unknown[:, names.index("silent")] = 1.0
    column = np.array([row.column for row in rows])
    counts = np.repeat([1 - UNKNOWN, UNKNOWN], len(rows))
    ridge = np.where(by_table, RIDGE_BY_TABLE, RIDGE)
    return names, fit(np.r_[x, unknown], np.r_[column, column], counts, ridge)


def write(names: list[str], weights: Floats) -> None:
    """Write the table."""
    rows = sorted(zip((*names, CONSTANT), weights, strict=True), key=lambda row: row[0])
    lines = ("\t".join((name, *(f"{each:.3f}" for each in row))) for name, row in rows)
    TABLE.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def main(left_out: str = "") -> None:
    """Fit on the open collections and pairs, but for those whose name begins with `left_out`, and write the table."""
    found = (*(work_out(gold, read_all(gold)) for gold in collections("open")), *of_pairs())
    kept = [outcome for outcome in found if not (left_out and outcome.gold.name.startswith(left_out))]
    write(*weights_of([row for outcome in kept for row in rows_of(outcome)]))


def of_pairs() -> Iterator[Outcome]:
    """Give what is made of each open pair of a wire story and its retelling."""
    for path in sorted((ledger.HERE / "open").iterdir()):
        dossier, ids = ledger.work_out(path)
        yield Outcome(ledger.expect(path, ids), dossier.readings, dossier.lineage, dossier.picture, {})


if __name__ == "__main__":
    main(*sys.argv[1:2])
