"""Where common words point: words that mean nearly the same point nearly the same way."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reportedly.data import read_table

_STEPS = 127.0
_MEMORY = 1 << 14  # words kept at hand
Floats = NDArray[np.float32]


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


def vector_width() -> int:
    """Give how many numbers a vector has."""
    return int(_table()[1].shape[1])


@lru_cache(maxsize=_MEMORY)
def vector_of(form: str) -> Floats | None:
    """Give where a lower-case word points, a vector of length one; None for a number, a day and an unknown word.

    >>> float(vector_of("ship") @ vector_of("vessel")) > float(vector_of("ship") @ vector_of("verdict"))
    True
    """
    known, vectors = _table()
    if form not in known or form in _alone():
        return None
    row = vectors[known[form]].astype(np.float32) / np.float32(_STEPS)
    found: Floats = row / np.sqrt(row @ row)
    return found
