"""Align the sentences of two reports: which say the same, in whatever order and however cut.

Sentences are compared as sums of their words' character 4-grams, each word weighed by its rarity: this finds
27 of the seed pair's 27 sentences, and no neural model does better there (anchors/lineage.md, 3c).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from reportedly.link.evidence import Terms, speaks_for
from reportedly.link.gram import WIDTH
from reportedly.link.heading import is_heading
from reportedly.link.tokens import NO_TOKENS, Tokens
from reportedly.text.quotation import Quotation

MOST_SENTENCES = 1000  # of each report; what lies beyond is not aligned, as the work grows with the product
ALIKE = 0.36  # the least similarity of two sentences that say the same
_PLAIN = 0.6  # so alike that no margin over the next best is asked for
_MARGIN = 0.04
_FEW_WORDS = 10.0  # summed idf under which a sentence is too short for ALIKE to mean much
_SHORT_ALIKE = 0.5
_A_WORD_OR_TWO = 8.0  # summed idf of a heading, a label or a stray word
_BESIDE = 0.2  # the least likeness of sentences whose neighbours say the same
_SAME = 0.9
_SPOKEN = 0.8  # likeness of sentences that quote the same words, whatever stands round the quotation
_SPOKEN_ON = 0.62  # the same where the quotations only begin with the same words
_FEWEST_SPOKEN = 4  # words of a quotation that is more than a term
_BEYOND_DOUBT = 0.75  # likeness from which nobody asks which words it rests on

_NONE = np.zeros(0, np.intp)

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Sentences:
    """The sentences of a report, as they are compared."""

    bounds: tuple[tuple[int, int], ...]  # `[start, end)` in the body
    vectors: Vectors  # one row a sentence, of length 1
    mass: NDArray[np.float32]  # summed idf of each sentence's content words
    body: str = ""
    quotations: tuple[Quotation, ...] = ()  # of the body
    tokens: Tokens = NO_TOKENS  # of the body
    firsts: Sequence[int] = ()  # numbers of the tokens that each sentence starts with, and of the one behind the last
    muted: frozenset[int] = frozenset()  # keys of words on which no match rests: the outlet's own name

    @cached_property
    def headings(self) -> NDArray[np.bool_]:
        """Tell of each sentence whether it is a heading."""
        return np.array([is_heading(self.body, *bounds) for bounds in self.bounds], dtype=np.bool_)

    @cached_property
    def weighted(self) -> Vectors:
        """The vectors, each as long as its sentence weighs."""
        weighted: Vectors = self.vectors * self.mass[:, None]
        return weighted

    @cached_property
    def speech(self) -> Mapping[str, int]:
        """Give what stands in quotation marks, sentence by sentence, with the sentence's number."""
        found: dict[str, int] = {}
        numbers = range(len(self.bounds))
        starts = self.tokens.starts.tolist()
        for mark in self.quotations:
            first = max(0, bisect_right(self.bounds, mark.start, key=lambda bounds: bounds[0]) - 1)
            for number in numbers[first:]:
                start, end = self.bounds[number]
                if start >= mark.end:
                    break
                first = bisect_left(starts, max(start, mark.start))
                last = bisect_left(starts, min(end, mark.end))
                if last - first >= _FEWEST_SPOKEN:
                    found.setdefault(" ".join(self.tokens.forms[first:last]).lower(), number)
        return found

    @cached_property
    def openings(self) -> Mapping[str, int]:
        """Give the first words of what stands in quotation marks, with the number of the sentence."""
        found: dict[str, int] = {}
        for said, number in self.speech.items():
            found.setdefault(" ".join(said.split()[:_FEWEST_SPOKEN]), number)
        return found

    @cached_property
    def _matter(self) -> tuple[list[int], list[int], list[float], list[bool]]:
        """Give where each sentence's words of matter begin, and of these the keys, weights and which are plain."""
        tokens = self.tokens
        plain = tokens.table.plain.take(tokens.rows, axis=0)
        opening = [first for first in self.firsts if first < len(plain)]
        plain[opening, 0] = plain[opening, 1]
        muted = np.array(sorted(self.muted), np.uint64)
        kept = np.flatnonzero(tokens.content & ~np.isin(tokens.keys, muted) if len(muted) else tokens.content)
        begins = np.searchsorted(kept, self.firsts)
        return begins.tolist(), tokens.keys[kept].tolist(), tokens.idf[kept].tolist(), plain[kept, 0].tolist()

    @cached_property
    def _terms(self) -> dict[int, Terms]:
        return {}

    def terms(self, number: int) -> Terms:
        """Give the words of a sentence on which a match may rest."""
        terms = self._terms.get(number)
        if terms is None:
            begins, keys, idf, plain = self._matter
            part = slice(begins[number], begins[number + 1])
            weights = dict(zip(keys[part], idf[part], strict=True))
            terms = self._terms[number] = Terms.of(weights, frozenset(compress(keys[part], plain[part])))
        return terms

    @cached_property
    def whole(self) -> float:
        """The mass of the report."""
        return float(self.mass.sum())

    def weigh(self, rows: Mapping[int, float]) -> float:
        """Give the share of the report, by mass, that the sentences in `rows` hold, each as far as its value says."""
        held = sum([float(self.mass[row]) * value for row, value in rows.items()])
        return held / self.whole if self.whole > 0 else 0.0

    def share(self, rows: Set[int]) -> float:
        """Give the share of the report, by mass, that the sentences `rows` hold."""
        return float(self.mass[sorted(rows)].sum()) / self.whole if self.whole > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences that say the same, by their numbers."""

    ones: tuple[int, ...]
    others: tuple[int, ...]
    score: float  # 0 to 1


def read_sentences(
    body: str,
    tokens: Tokens,
    bounds: tuple[tuple[int, int], ...],
    quotations: tuple[Quotation, ...],
    muted: frozenset[int],
) -> Sentences:
    """Prepare the sentences `bounds` of `body`, whose words are `tokens`, for comparing; see `Sentences.muted`."""
    bounds = bounds[:MOST_SENTENCES]
    firsts = np.searchsorted(tokens.starts, [*(start for start, _ in bounds), bounds[-1][1] if bounds else 0])
    held = int(firsts[-1])
    rows = np.repeat(np.arange(len(bounds)), np.diff(firsts))
    mass = np.bincount(rows, weights=(tokens.idf * tokens.content)[:held], minlength=len(bounds))
    counts, buckets, added = tokens.table.count_grams(tokens.rows[:held])
    places = np.repeat(rows * WIDTH, counts) + buckets
    counted = np.bincount(places, weights=added, minlength=len(bounds) * WIDTH)
    vectors = counted.astype(np.float32).reshape(len(bounds), WIDTH)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(norms, 1e-9)
    return Sentences(bounds, vectors, mass.astype(np.float32), body, quotations, tokens, firsts.tolist(), muted)


def align(one: Sentences, other: Sentences) -> tuple[Match, ...]:
    """Match the sentences of two reports, n to m, by where they stand in `one`.

    The order of the sentences counts for nothing: a moved block is found.
    """
    if not one.bounds or not other.bounds:
        return ()
    # Not `@`: at this size BLAS would spend more on waking its threads than on the product.
    likeness = np.einsum("ik,jk->ij", one.vectors, other.vectors)
    for said in sorted(one.speech.keys() & other.speech.keys()):
        place = one.speech[said], other.speech[said]
        likeness[place] = max(float(likeness[place]), _SPOKEN)
    begun = [(one.openings[said], other.openings[said]) for said in sorted(one.openings.keys() & other.openings.keys())]
    for place in begun:
        likeness[place] = max(float(likeness[place]), _SPOKEN_ON)
    fit = likeness >= _least(np.minimum.outer(one.mass, other.mass))
    for i, j in np.argwhere(fit & (likeness < _BEYOND_DOUBT)).tolist():
        fit[i, j] = speaks_for(one.terms(i), other.terms(j))
    for place in begun:
        fit[place] = True  # however short the rest of the sentence is
    unlike = np.not_equal.outer(one.headings, other.headings)
    titled = fit & unlike
    fit &= ~unlike
    down, across = _best(likeness, fit), _best(likeness.T, fit.T).T
    mutual = down & across
    # A sentence that found no partner of its own was merged into, or split off from, the one most like it.
    below = down & ~mutual.any(axis=1, keepdims=True)
    beside = across & ~mutual.any(axis=0, keepdims=True)
    _strike_covered(below, mutual, one, other)
    _strike_covered(beside.T, mutual.T, other, one)
    edges = mutual | below | beside
    while len((more := _between_neighbours(likeness, edges, unlike))[0]):
        edges[more] = True
    titled &= one.headings[:, None] & ~edges.any(axis=1, keepdims=True) | (
        other.headings & ~edges.any(axis=0, keepdims=True)
    )
    found = _groups(edges, likeness)
    if titled.any():
        found += _groups(_best(likeness, titled) & _best(likeness.T, titled.T).T, likeness)
    return tuple(sorted(found, key=lambda match: (match.ones, match.others)))


def _between_neighbours(
    likeness: Vectors, edges: NDArray[np.bool_], unlike: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """List pairs of sentences without a partner that are each other's best and follow or precede a matched pair."""
    loose = [np.zeros(length + 2, np.bool_) for length in edges.shape]  # none stands before the first
    loose[0][1:-1], loose[1][1:-1] = ~edges.any(axis=1), ~edges.any(axis=0)
    if not (loose[0].any() and loose[1].any()):
        return _NONE, _NONE
    ones, others = np.nonzero(edges)
    ones, others = np.concatenate([ones + 1, ones - 1]), np.concatenate([others + 1, others - 1])
    fit = np.flatnonzero(loose[0][ones + 1] & loose[1][others + 1])
    ones, others = ones[fit], others[fit]
    fit = np.flatnonzero((likeness[ones, others] >= _BESIDE) & ~unlike[ones, others])
    if not len(fit):
        return _NONE, _NONE
    rows, row = np.unique(ones[fit], return_inverse=True)
    columns, column = np.unique(others[fit], return_inverse=True)
    beside = np.zeros((len(rows), len(columns)), np.bool_)
    beside[row, column] = True
    near = likeness[np.ix_(rows, columns)]
    row, column = np.nonzero(_best(near, beside) & _best(near.T, beside.T).T)
    return rows[row], columns[column]


def _strike_covered(edges: NDArray[np.bool_], mutual: NDArray[np.bool_], one: Sentences, other: Sentences) -> None:
    """Take out of `edges` those to a sentence that its own partners already account for.

    A sentence was merged into another only if that one says something of it beyond what its own partner says.
    """
    for i, j in np.argwhere(edges).tolist():
        said = [one.terms(k) for k in np.flatnonzero(mutual[:, j]).tolist()]
        edges[i, j] = speaks_for(one.terms(i), other.terms(j).without(said))


def _least(mass: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the least likeness for pairs whose shorter sentence weighs `mass`: a heading proves little."""
    return np.where(mass < _A_WORD_OR_TWO, _SAME, np.where(mass < _FEW_WORDS, _SHORT_ALIKE, ALIKE)).astype(np.float32)


def _best(likeness: Vectors, fit: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark each row's best fit, where it stands out from the next best."""
    candidates = np.where(fit, likeness, -1)
    rows = np.arange(len(candidates))
    best = candidates.argmax(axis=1)
    top = candidates[rows, best]
    candidates[rows, best] = -1
    clear = (top >= _PLAIN) | (top - candidates.max(axis=1) >= _MARGIN)
    marked = np.zeros_like(fit)
    marked[rows, best] = fit[rows, best] & clear
    return marked


def _groups(edges: NDArray[np.bool_], likeness: Vectors) -> list[Match]:
    """Gather what hangs together into matches."""
    ones, others = (axis.tolist() for axis in np.nonzero(edges))
    likes = likeness[edges].tolist()
    behind = len(edges)  # the second report's sentences are numbered behind the first one's
    head = {node: node for node in (*ones, *(behind + j for j in others))}

    def root(node: int) -> int:
        while head[node] != node:
            head[node] = node = head[head[node]]
        return node

    for i, j in zip(ones, others, strict=True):
        low, high = sorted((root(i), root(behind + j)))
        head[high] = low
    gathered: dict[int, list[tuple[int, int, float]]] = {}
    for i, j, like in zip(ones, others, likes, strict=True):
        gathered.setdefault(root(i), []).append((i, j, like))
    return [
        Match(
            tuple(sorted({i for i, *_ in group})),
            tuple(sorted({j for _, j, _ in group})),
            min(1.0, max(like for *_, like in group)),
        )
        for group in gathered.values()
    ]
