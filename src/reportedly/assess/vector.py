"""How near two wordings are where their words differ: each word beside the one of the other that means most like it."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reportedly.assess.wording import stem, weight
from reportedly.data import read_table, read_words
from reportedly.text.word import words

_MEMORY = 1 << 14  # wordings kept at hand
_MOST = 40  # words of a wording that are compared
_STEPS = 127.0
_Floats = NDArray[np.float32]


class Wording(NamedTuple):
    """The words of a text that carry matter: their stems, what each tells, and where it points."""

    stems: NDArray[np.uint32]  # a number for each
    weights: _Floats
    vectors: _Floats  # a row a word, of length one; zeros for a name, a number and an unknown word


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    """Read the words that are known, and their vectors."""
    with (files("reportedly.data") / "word_vectors.npz").open("rb") as stream, np.load(stream) as held:
        return {str(word): place for place, word in enumerate(held["words"])}, held["vectors"]


@cache
def _alone() -> frozenset[str]:
    """Read the words that mean nothing but themselves: Monday is not nearly Tuesday, nor four nearly five."""
    tables = ("numbers.tsv", "weekdays.tsv", "month_names.tsv")
    return frozenset(row["word"] for name in tables for row in read_table(name))


@lru_cache(maxsize=_MEMORY)
def wording(text: str) -> Wording:
    """Give the words of a text as they are compared."""
    known, vectors = _table()
    idle = read_words("stopwords.txt")
    told = [word for word in words(text) if word.form not in idle][:_MOST]
    rows = np.zeros((len(told), vectors.shape[1]), np.float32)
    for number, word in enumerate(told):
        named = text[word.start : word.start + 1].isupper() and word.start > 0
        if word.form in known and not named and word.form not in _alone():
            row = vectors[known[word.form]].astype(np.float32) / _STEPS
            rows[number] = row / np.sqrt(row @ row)
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
    if not len(ours.stems) or not len(theirs.stems):
        return 0.0
    near = np.maximum(ours.vectors @ theirs.vectors.T, np.float32(0)) ** 2
    near[ours.stems[:, None] == theirs.stems] = 1.0
    shares = [
        float(best @ told.weights) / max(float(told.weights.sum()), 1e-6)
        for best, told in ((near.max(axis=1), ours), (near.max(axis=0), theirs))
    ]
    return round(sum(shares) / 2, 4)
