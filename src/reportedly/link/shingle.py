"""What of a report's wording is compared: word 3-grams and pairs of content words, as weighted numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.link.tokens import Tokens
from reportedly.text.quotation import Quotation

_PAIR_WINDOW = 4  # content words that a pair reaches over
_MIX = tuple(np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))

Keys = NDArray[np.uint64]
Weights = NDArray[np.float64]


class Features(NamedTuple):
    """Features in the order of the text; one that comes again weighs the same."""

    keys: Keys
    weights: Weights


@dataclass(frozen=True, slots=True)
class Shingles:
    """A set of features: distinct keys in ascending order, each with what it weighs."""

    keys: Keys
    weights: Weights
    total: float

    @classmethod
    def of(cls, keys: Keys, weights: Weights) -> Shingles:
        """Make the set from keys that may repeat and come in any order."""
        order = np.argsort(keys)
        keys = keys[order]
        new = np.ones(len(keys), np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=new[1:])
        first = np.flatnonzero(new)
        kept = weights[order[first]]
        return cls(keys[first], kept, float(kept.sum()))

    def shared(self, other: Shingles) -> float:
        """Give the weight of what both hold."""
        fewer, more = (self, other) if len(self.keys) <= len(other.keys) else (other, self)
        return float(fewer.weights[more.find(fewer.keys) >= 0].sum())

    def find(self, keys: Keys) -> NDArray[np.int64]:
        """Give where each of `keys` stands in the set, -1 for one that is not in it."""
        if not len(self.keys):
            return np.full(len(keys), -1)
        place = np.searchsorted(self.keys, keys)
        place[self.keys.take(place, mode="clip") != keys] = -1
        return place


@dataclass(frozen=True, slots=True)
class Wording:
    """The features of one report."""

    runs: Shingles  # word 3-grams
    pairs: Shingles  # unordered pairs of content words
    own: NDArray[np.bool_]  # which of `runs` stand outside quotations anywhere
    own_total: float  # what these weigh
    sequence: NDArray[np.int64]  # places in `runs`, in the order of the text; -1 for one inside a quotation


class SharedRuns(NamedTuple):
    """What of their word 3-grams two reports share."""

    weight: float
    own_weight: float  # of those that stand outside quotations in both
    longest: int  # the most in a row, outside quotations, of the shorter report that the other holds anywhere


def share_runs(one: Wording, other: Wording) -> SharedRuns:
    """Give what two reports share of their word 3-grams."""
    shorter, longer = sorted((one, other), key=lambda wording: (len(wording.sequence), wording.runs.total))
    weights = shorter.runs.weights
    place = longer.runs.find(shorter.runs.keys)
    held = place >= 0
    own = held & shorter.own & longer.own[place]
    missing = np.ones(len(shorter.sequence) + 2, np.bool_)  # before the first and behind the last, too
    missing[1:-1] = (shorter.sequence < 0) | ~held[shorter.sequence]
    longest = int(np.diff(np.flatnonzero(missing)).max()) - 1
    return SharedRuns(float(weights[held].sum()), float(weights[own].sum()), longest)


def _quoted(starts: NDArray[np.int64], quotations: Sequence[Quotation]) -> NDArray[np.bool_]:
    """Tell which words stand in quotation marks."""
    inside = np.zeros(len(starts), dtype=np.bool_)
    opened = np.searchsorted(starts, [quotation.start for quotation in quotations])
    closed = np.searchsorted(starts, [quotation.end for quotation in quotations])
    for first, last in zip(opened.tolist(), closed.tolist(), strict=True):
        inside[first:last] = True
    return inside


def read_runs(tokens: Tokens) -> Features:
    """Give each three words in a row."""
    keys, idf = tokens.keys, tokens.idf
    return Features(
        keys[:-2] * _MIX[0] + keys[1:-1] * _MIX[1] + keys[2:] * _MIX[2],
        idf[:-2] + idf[1:-1] + idf[2:],
    )


def read_pairs(tokens: Tokens) -> Features:
    """Pair each content word with the next few of its sentence, whichever comes first."""
    content = np.flatnonzero(tokens.content)
    sentence = tokens.pieces.take(content)
    ones = [np.flatnonzero(sentence[:-step] == sentence[step:]) for step in range(1, _PAIR_WINDOW + 1)]
    one = content.take(np.concatenate(ones))
    two = content.take(np.concatenate([places + step for step, places in enumerate(ones, 1)]))
    keys, others = tokens.keys.take(one), tokens.keys.take(two)
    return Features(
        (keys + others) * _MIX[0] + (keys ^ others) * _MIX[1],
        tokens.idf.take(one) + tokens.idf.take(two),
    )


def read_wording(tokens: Tokens, quotations: Sequence[Quotation]) -> Wording:
    """Read the features of a body from its words and what stands in quotation marks in it."""
    features = read_runs(tokens)
    runs = Shingles.of(*features)
    sequence = np.searchsorted(runs.keys, features.keys)
    quoted = _quoted(tokens.starts, quotations)
    sequence[quoted[:-2] & quoted[2:]] = -1
    own = np.zeros(len(runs.keys) + 1, np.bool_)
    own[sequence] = True  # those inside quotations mark the row behind the last
    own = own[:-1]
    return Wording(runs, Shingles.of(*read_pairs(tokens)), own, float(runs.weights[own].sum()), sequence)
