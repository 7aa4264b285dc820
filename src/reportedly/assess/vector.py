"""How near two wordings are where their words differ: each word beside the one of the other that means most like it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reportedly.assess.wording import stem, weight, words_of
from reportedly.data import read_words
from reportedly.text.meaning import Floats, vector_of, vector_width

_MEMORY = 1 << 14  # comparisons kept at hand
_TEXTS = 1 << 12  # wordings kept at hand: some ten thousand bytes each
_MOST = 40  # words of a wording that are compared


class Wording(NamedTuple):
    """The words of a text that carry matter: their stems, what each tells, and where it points."""

    stems: NDArray[np.uint32]  # a number for each
    weights: Floats
    vectors: Floats  # a row a word, of length one; zeros for a name, a number and an unknown word


@lru_cache(maxsize=_TEXTS)
def wording(text: str) -> Wording:
    """Give the words of a text as they are compared."""
    idle = read_words("stopwords.txt")
    told = [word for word in words_of(text) if word.form not in idle][:_MOST]
    rows = np.zeros((len(told), vector_width()), np.float32)
    for number, word in enumerate(told):
        named = text[word.start : word.start + 1].isupper() and word.start > 0
        row = None if named else vector_of(word.form)
        if row is not None:
            rows[number] = row
    keys = tuple(stem(word.form) for word in told)
    numbered = np.array([crc32(key.encode("utf-8", "surrogatepass")) for key in keys], np.uint32)
    return Wording(numbered, np.array([weight(key) for key in keys], np.float32), rows)


@lru_cache(maxsize=_MEMORY)
def nearness(one: str, other: str) -> float:
    """Give how much of what two texts tell is told by the other too, 0 to 1, be it in other words.

    >>> nearness("the ship left the port", "the vessel sailed from the harbour") > nearness("the ship left", "he won")
    True
    """
    ours, theirs = wording(one), wording(other)
    near = _likeness(ours, theirs)
    return round((_share(near, ours) + _share(near.T, theirs)) / 2, 4)


@lru_cache(maxsize=_MEMORY)
def told_of(wanted: str, text: str) -> float:
    """Give how much of what some words tell a text tells too, 0 to 1, be it in other words.

    >>> told_of("a ship left", "the vessel left the harbour") > told_of("a ship left", "he won")
    True
    """
    ours = wording(wanted)
    return round(_share(_likeness(ours, wording(text)), ours), 4)


@lru_cache(maxsize=_MEMORY)
def least_told(wanted: str, text: str) -> float:
    """Give how near a text comes to that of some words which it is farthest from, 0 to 1."""
    near = _likeness(wording(wanted), wording(text))
    return round(float(near.max(axis=1).min()), 4) if near.size else 0.0


def _likeness(ours: Wording, theirs: Wording) -> Floats:
    """Give for each of our words, row by row, how far each of theirs means the same: 1 for the same stem."""
    near: Floats = np.maximum(ours.vectors @ theirs.vectors.T, np.float32(0))
    near[ours.stems[:, None] == theirs.stems] = 1.0
    return near


def _share(near: Floats, told: Wording) -> float:
    """Give the share of what the words of the rows tell, by weight, that those of the columns tell too."""
    if not near.size:
        return 0.0
    return float((near**2).max(axis=1) @ told.weights) / max(float(told.weights.sum()), 1e-6)
