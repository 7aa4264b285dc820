"""Find the pairs of reports that share enough wording to be looked at closely.

An inverted index over the features of all reports, sorted as numbers: nothing is compared with everything.
What the collection holds decides only what is looked at, never what is said of a pair.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.link.shingle import Shingles, Wording

LEAST_SHARED = 0.06  # of the smaller report's weight: with less, no weights would call the pair derived
MOST_HOLDERS = 64  # a feature that more reports hold pairs each only with the next few: it tells little
_NEIGHBOURS = 8


def find_candidates(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """List the pairs of numbers of reports that may be related, lower number first, in ascending order."""
    shared: dict[int, float] = {}
    for kind in ("runs", "pairs"):
        sets: list[Shingles] = [getattr(wording, kind) for wording in wordings]
        for code, part in _contained(sets):
            shared[code] = max(shared.get(code, 0.0), part)
    count = len(wordings)
    return sorted(divmod(code, count) for code, part in shared.items() if part >= LEAST_SHARED)


def _contained(sets: Sequence[Shingles]) -> list[tuple[int, float]]:
    """Give for each pair that shares a feature (as `low * count + high`) the part of the smaller one shared."""
    count = len(sets)
    if count < 2:
        return []
    keys = np.concatenate([one.keys for one in sets])
    weights = np.concatenate([one.weights for one in sets])
    holders = np.repeat(np.arange(count), [len(one.keys) for one in sets])
    order = np.argsort(keys, kind="stable")
    keys, weights, holders = keys[order], weights[order], holders[order]
    codes, summed = _pair_up(keys, weights, holders, count)
    if not len(codes):
        return []
    distinct, inverse = np.unique(codes, return_inverse=True)
    overlap = np.bincount(inverse, weights=summed)
    totals = np.array([max(one.total, 1e-9) for one in sets])
    part = overlap / np.minimum(totals[distinct // count], totals[distinct % count])
    return list(zip(distinct.tolist(), part.tolist(), strict=True))


def _pair_up(
    keys: NDArray[np.uint64], weights: NDArray[np.float64], holders: NDArray[np.int64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Pair the holders of each feature; the entries are sorted by key, then by holder."""
    first = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.r_[first, len(keys)])
    last = np.repeat(first + sizes, sizes)  # for each entry, where its feature's entries end
    reach = np.repeat(np.where(sizes > MOST_HOLDERS, _NEIGHBOURS, MOST_HOLDERS), sizes)
    here = np.arange(len(keys))
    codes, summed = [np.zeros(0, np.int64)], [np.zeros(0)]
    for step in range(1, MOST_HOLDERS):
        here = here[(here + step < last[here]) & (step <= reach[here])]
        if not len(here):
            break
        codes.append(holders[here] * count + holders[here + step])
        summed.append(weights[here])
    return np.concatenate(codes), np.concatenate(summed)
