"""Read with the trained reader of changes, which tools/changes trains, what changed between two passages.

Passages are read one pair at a time: eight-bit arithmetic takes its scale from all that it is given at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.data.trained import load_model
from reportedly.lineage import Drift, VariationKind
from reportedly.link.change_input import DERIVATIVE, KINDS, ORIGIN, Laid, lay_out
from reportedly.link.passage import Pairing, Passage, Reach

MODEL = "changes.onnx"
VERSION = "minilm-l6/1"  # of the reader; comparisons that were kept under another one are made anew
_DRIFTS = (Drift.STRONGER, Drift.WEAKER, Drift.NEUTRAL)  # the columns that it was trained with
_LOW = 0.3  # least chance of a piece that may be part of a change
_GAP = 2  # pieces below it that a change may hold
_HIGHEST = 3  # pieces whose mean is the chance of a run
_ALONE = 0.9  # of a chance, where the reader sees the change on one side and takes for the other what stands there
_BESIDE = 0.3  # of the weight of the piece that stands for the change, down to which those beside it do too

Chances = NDArray[np.float32]  # 0 to 1


@dataclass(frozen=True, slots=True)
class Told:
    """A change as the reader sees it; reaches count the words of the two passages."""

    kind: VariationKind
    origin: Reach
    derivative: Reach
    chance: float  # 0 to 1
    drift: Drift


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader says of two passages."""

    pairing: Pairing
    laid: Laid
    kinds: Chances  # pieces x KINDS
    drifts: NDArray[np.float32]  # pieces x _DRIFTS, log odds
    same: float  # chance that the two passages say the same
    links: NDArray[np.float32]  # pieces x pieces: how well the second stands for the first

    def chance(self, kind: VariationKind, spots: Sequence[tuple[int, int] | None]) -> float:
        """Give the best chance that a piece in `spots`, of origin and derivative, is part of such a change."""
        column = self.kinds[:, KINDS.index(kind)]
        inside = [
            float(column[n])
            for n, (start, end) in enumerate(self.laid.spots)
            if end > start and (spot := spots[self.laid.sides[n] - 1]) and spot[0] < end and start < spot[1]
        ]
        return max(inside, default=0.0)


def look(pairing: Pairing) -> Look:
    """Read two passages."""
    laid = lay_out(pairing)
    columns = {"pieces": laid.pieces, "sides": laid.sides, "marks": laid.marks}
    given = {name: np.array([values], dtype=np.int64) for name, values in columns.items()}
    kinds, drifts, same, links = load_model(MODEL).run(["kinds", "drifts", "same", "links"], given)
    return Look(pairing, laid, kinds, drifts, float(same), links)


def read_changes(seen: Look) -> Iterator[Told]:
    """Give the changes that the reader sees, however unlikely."""
    sides = np.array(seen.laid.sides)
    places = np.flatnonzero(sides == ORIGIN), np.flatnonzero(sides == DERIVATIVE)
    for column, kind in enumerate(KINDS):
        chances = seen.kinds[:, column]
        if chances.max() < _LOW:
            continue
        for old, new, chance in _pairs(chances, seen.links, places):
            one, other = _words(seen.pairing.origin, seen.laid, old), _words(seen.pairing.derivative, seen.laid, new)
            drifts = seen.drifts[slice(*old)].mean(0) + seen.drifts[slice(*new)].mean(0)
            yield Told(kind, one, other, chance, _DRIFTS[int(drifts.argmax())])


def _pairs(
    chances: Chances, links: NDArray[np.float32], places: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> Iterator[tuple[Reach, Reach, float]]:
    """Give runs of pieces of a kind of change, each with what stands for it on the other side."""
    olds, news = (_runs(chances, side) for side in places)
    ranked = sorted(
        ((_weights(links[slice(*old)], places[1])[slice(*new)].sum(), old, new) for old in olds for new in news),
        key=lambda row: (-row[0], row[1:]),
    )
    left: list[set[Reach]] = [set(olds), set(news)]
    for _, old, new in ranked:
        if old in left[0] and new in left[1]:
            left[0].discard(old)
            left[1].discard(new)
            yield old, new, (_height(chances, old) + _height(chances, new)) / 2
    for old in sorted(left[0]):
        new = _counterpart(_weights(links[slice(*old)], places[1]))
        yield old, new, (_height(chances, old) + _height(chances, new)) / 2 * _ALONE
    for new in sorted(left[1]):
        old = _counterpart(_weights(links[:, slice(*new)].T, places[0]))
        yield old, new, (_height(chances, old) + _height(chances, new)) / 2 * _ALONE


def _runs(chances: Chances, places: Iterable[int]) -> list[Reach]:
    """Give the runs of pieces in `places` that may be part of a change."""
    found: list[Reach] = []
    for place in places:
        if chances[place] >= _LOW:
            if found and place - found[-1][1] <= _GAP:
                found[-1] = (found[-1][0], int(place) + 1)
            else:
                found.append((int(place), int(place) + 1))
    return found


def _height(chances: Chances, run: Reach) -> float:
    return float(np.sort(chances[slice(*run)])[-_HIGHEST:].mean())


def _weights(links: NDArray[np.float32], places: NDArray[np.intp]) -> NDArray[np.float64]:
    """Give how much each piece in `places` stands for a run, 0 to 1 over all of them."""
    asked = links.astype(np.float64).mean(0)
    weights = np.zeros_like(asked)
    weights[places] = np.exp(asked[places] - asked[places].max())
    return np.asarray(weights / weights.sum())


def _counterpart(weights: NDArray[np.float64]) -> Reach:
    """Give the pieces round the one that most stands for a run."""
    first = last = int(weights.argmax())
    least = _BESIDE * weights[first]
    while weights[first - 1] > least:
        first -= 1
    while last + 1 < len(weights) and weights[last + 1] > least:
        last += 1
    return first, last + 1


def _words(passage: Passage, laid: Laid, run: Reach) -> Reach:
    """Give the words of a passage that pieces are part of; the nearest one where these are marks."""
    start, end = laid.spots[run[0]][0], laid.spots[run[1] - 1][1]
    inside = [n for n, token in enumerate(passage.tokens) if token.start < end and start < token.end]
    if inside:
        return inside[0], inside[-1] + 1
    nearest = min(range(len(passage.tokens)), key=lambda n: abs(passage.tokens[n].start - start))
    return nearest, nearest + 1
