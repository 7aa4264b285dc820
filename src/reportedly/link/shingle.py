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
        return float(fewer.weights[more.holds(fewer.keys)].sum())

    def holds(self, keys: Keys) -> NDArray[np.bool_]:
        """Tell which of `keys` are in the set."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.bool_)
        place = np.searchsorted(self.keys, keys)
        place[place == len(self.keys)] = 0
        held: NDArray[np.bool_] = self.keys[place] == keys
        return held


@dataclass(frozen=True, slots=True)
class Wording:
    """The features of one report."""

    runs: Shingles  # word 3-grams
    pairs: Shingles  # unordered pairs of content words
    own_runs: Shingles  # word 3-grams outside quotations
    sequence: Keys  # word 3-grams in the order of the text; 0 for one inside a quotation


def longest_run(one: Wording, other: Wording) -> int:
    """Give the most 3-grams in a row, outside quotations, of the shorter report that the other holds anywhere."""
    shorter, longer = sorted((one, other), key=lambda wording: (len(wording.sequence), wording.runs.total))
    return _longest(shorter, longer)


def _longest(one: Wording, other: Wording) -> int:
    """Give the most 3-grams in a row, outside its quotations, of `one` that `other` holds anywhere."""
    missing = np.ones(len(one.sequence) + 2, np.bool_)  # before the first and behind the last, too
    missing[1:-1] = (one.sequence == 0) | ~other.runs.holds(one.sequence)
    return int(np.diff(np.flatnonzero(missing)).max()) - 1


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
    runs = read_runs(tokens)
    quoted = _quoted(tokens.starts, quotations)
    run_quoted = quoted[:-2] & quoted[2:]
    every = Shingles.of(*runs)
    return Wording(
        runs=every,
        pairs=Shingles.of(*read_pairs(tokens)),
        own_runs=Shingles.of(runs.keys[~run_quoted], runs.weights[~run_quoted]) if run_quoted.any() else every,
        sequence=np.where(run_quoted, np.uint64(0), runs.keys),
    )
