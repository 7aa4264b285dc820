"""The character 4-grams of words: in which bucket each is counted, and what it adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reportedly.link.form import FormTable
from reportedly.link.weight import stem, weigh

WIDTH = 1024  # buckets that 4-grams are counted in; twice as many changes no alignment of the seed pair
_MOST_FORMS = 1 << 17  # word forms kept cut; with more, what is kept is dropped and begun anew

_Kind = TypeVar("_Kind", bound=np.generic)
Buckets = NDArray[np.int64]
Weights = NDArray[np.float64]


def grams(form: str) -> tuple[list[int], float]:
    """Give the buckets of a word's character 4-grams, and what each adds; its capitals count for nothing."""
    form = form.lower()
    padded = f" {form} "
    cut = {padded[i : i + 4] for i in range(max(1, len(padded) - 3))} | {stem(form)}
    buckets = sorted([crc32(gram.encode("utf-8", "surrogatepass")) % WIDTH for gram in cut])
    weight = weigh(form)
    # A function word says little of the matter, but 'not' and 'under' are no noise either.
    idf = weight.idf if weight.content else weight.idf / 4
    return buckets, idf / len(cut) ** 0.5


class _Cut(FormTable):
    """Every word form met so far with its 4-grams, looked up a text at a time."""

    def __init__(self) -> None:
        super().__init__(_MOST_FORMS)
        self._starts = np.zeros(1, np.int64)  # where each row's buckets start, and where the next row's will
        self._added = np.zeros(0)
        self._buckets = np.zeros(0, np.uint16)

    def read(self, forms: Sequence[str]) -> tuple[Buckets, Buckets, Weights]:
        """Give how many 4-grams each form has, and the buckets and weights of all of them in order."""
        with self.lock:
            rows = self.rows_of(forms)
            starts = self._starts[rows]
            counts = self._starts[rows + 1] - starts
            ends = np.cumsum(counts)
            pick = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)
            return counts, self._buckets[pick].astype(np.int64), np.repeat(self._added[rows], counts)

    def _fill(self, first: int, forms: Sequence[str]) -> None:
        """Cut forms that were not met before."""
        cut = [grams(form) for form in forms]
        ends = self._starts[first] + np.cumsum([len(buckets) for buckets, _ in cut])
        last = first + len(forms)
        self._starts = _grown(self._starts, last + 1)
        self._starts[first + 1 : last + 1] = ends
        self._added = _grown(self._added, last)
        self._added[first:last] = [weight for _, weight in cut]
        self._buckets = _grown(self._buckets, int(ends[-1]))
        self._buckets[self._starts[first] : ends[-1]] = [bucket for buckets, _ in cut for bucket in buckets]


def _grown(column: NDArray[_Kind], least: int) -> NDArray[_Kind]:
    """Give the column with room for `least` rows; twice as long where it has too little, so that growing is rare."""
    return column if len(column) >= least else np.concatenate([column, np.zeros(max(least, len(column)), column.dtype)])


_cut = _Cut()


def count_grams(forms: Sequence[str]) -> tuple[Buckets, Buckets, Weights]:
    """Give how many 4-grams each word has, and the buckets and weights of all of them in order."""
    return _cut.read(forms)
