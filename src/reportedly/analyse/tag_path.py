"""From the tagger's scores to attributions: the best legal labelling of the words, and who goes with what."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Words = tuple[int, int]  # words `[first, last)`
ROLES = ("source", "cue", "content")
LABELS = 1 + 2 * len(ROLES)  # none; then for each role the word that opens a span and those that go on with it
_GOES_ON = range(2, LABELS, 2)  # a span goes on only from itself


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution in words, with how sure the tagger is of its cue, 0 to 1."""

    source: Words | None
    cue: Words
    content: tuple[Words, ...]
    sure: float

    def shifted(self, by: int) -> Tagged:
        """Count the words from `by` words earlier."""
        return self.moved(lambda words: (words[0] + by, words[1] + by))

    def moved(self, to: Callable[[Words], Words]) -> Tagged:
        """Count the words in another way."""
        source = to(self.source) if self.source else None
        return Tagged(source, to(self.cue), tuple(map(to, self.content)), self.sure)


def best_labels(scores: Scores, breaks: Sequence[int]) -> list[int]:
    """Give the labels with the highest sum of scores, words x LABELS, of which no span goes over a paragraph's end."""
    if len(scores) == 0:
        return []
    starts = {0, *breaks}
    # Plain numbers: rows of seven are too short for numpy.
    best = [0.0] * LABELS  # the sum of the best path that ends in each label
    back: list[list[int]] = []
    for n, row in enumerate(scores.tolist()):
        top = max(best)
        came, sums = [best.index(top)] * LABELS, [top + score for score in row]
        for label in _GOES_ON:
            came[label] = label - 1 if best[label - 1] >= best[label] else label
            sums[label] = -math.inf if n in starts else best[came[label]] + row[label]
        back.append(came)
        best = sums
    path = [best.index(max(best))]
    for came in reversed(back[1:]):
        path.append(came[path[-1]])
    return path[::-1]


def spans(labels: Sequence[int], role: str) -> list[Words]:
    """List the spans of one of ROLES."""
    first = 2 * ROLES.index(role) + 1
    found, n = [], 0
    while n < len(labels):
        end = n + 1
        if labels[n] == first:
            while end < len(labels) and labels[end] == first + 1:
                end += 1
            found.append((n, end))
        n = end
    return found


def join(labels: Sequence[int], scores: Scores, to_cue: Scores, to_source: Scores) -> list[Tagged]:
    """Join the spans into attributions, one for each cue.

    Args:
        labels: one a word.
        scores: words x LABELS, log probabilities.
        to_cue: words x words, log probability that the content of which a word is part has the cue that opens
            at another.
        to_source: words x (words + 1), log probability that the cue that opens at a word has the source that
            opens at another; the last column is for none.
    """
    cues, sources = spans(labels, "cue"), spans(labels, "source")
    content: dict[Words, list[Words]] = {cue: [] for cue in cues}
    openings = [cue[0] for cue in cues]
    for part in spans(labels, "content"):
        if cues:
            votes = to_cue[part[0] : part[1], openings].sum(axis=0)
            content[cues[int(votes.argmax())]].append(part)
    found = []
    for cue in cues:
        sure = float(np.exp(scores[range(*cue), labels[cue[0] : cue[1]]]).mean())
        found.append(Tagged(_source(cue, sources, to_source), cue, tuple(content[cue]), sure))
    return found


def _source(cue: Words, sources: list[Words], to_source: Scores) -> Words | None:
    """Choose the source of a cue: the best one, or none where none is likelier."""
    chances = [*(float(to_source[cue[0], source[0]]) for source in sources), float(to_source[cue[0], -1])]
    best = int(np.argmax(chances))
    return sources[best] if best < len(sources) else None
