"""Word forms met so far, each with a row of what is known of it, looked up a text at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import count, islice
from threading import RLock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reportedly.link.column import list_ranges
from reportedly.link.evidence import is_plain
from reportedly.link.gram import grams
from reportedly.link.weight import weigh

MOST_FORMS = 1 << 20  # held by one table; as long as it has no more, the number of a row is that of a code point

_Kind = TypeVar("_Kind", bound=np.generic)
Numbers = NDArray[np.int64]


class FormTable:
    """What is known of word forms, a row each; whoever asks for rows may be one of several threads."""

    def __init__(self) -> None:
        """Begin with no form."""
        self._lock = RLock()
        self._rows = defaultdict[str, int](count().__next__)
        self.forms: list[str] = []
        self.lower: Numbers = np.zeros(0, np.int64)  # rows of the same forms in lower case
        self.keys: NDArray[np.uint64] = np.zeros(0, np.uint64)
        self.idf: NDArray[np.float64] = np.zeros(0)
        self.content: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self.plain: NDArray[np.bool_] = np.zeros((0, 2), np.bool_)  # see `evidence.is_plain`
        self._counts: Numbers = np.zeros(0, np.int64)  # of character 4-grams; 0 where they are not cut yet
        self._starts: Numbers = np.zeros(0, np.int64)  # where the buckets of these begin
        self._added: NDArray[np.float64] = np.zeros(0)
        self._buckets: NDArray[np.uint16] = np.zeros(0, np.uint16)
        self._cut = 0  # buckets

    def rows_of(self, forms: Sequence[str]) -> Numbers:
        """Give the rows of forms, those that were not met before with new ones."""
        with self._lock:
            rows = np.fromiter(map(self._rows.__getitem__, forms), np.int64, len(forms))
            if len(self._rows) > len(self.forms):
                self._fill()
            return rows

    def _fill(self) -> None:
        """Weigh the forms that were not met before."""
        first = len(self.forms)
        for form in list(islice(reversed(self._rows), len(self._rows) - first)):
            self._rows[form.lower()]  # has a row then
        new = list(islice(reversed(self._rows), len(self._rows) - first))[::-1]
        last = first + len(new)
        for name in ("lower", "keys", "idf", "content", "plain", "_counts", "_starts", "_added"):
            setattr(self, name, _grown(getattr(self, name), last))
        lowered = [form.lower() for form in new]
        self.lower[first:last] = [self._rows.get(form, first + place) for place, form in enumerate(lowered)]
        self.keys[first:last], self.idf[first:last], self.content[first:last] = zip(*map(weigh, lowered), strict=True)
        self.plain[first:last] = [is_plain(form) for form in new]
        self.forms += new

    def count_grams(self, rows: Numbers) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """Give how many 4-grams the forms of rows have, and the buckets and weights of all of them in order."""
        with self._lock:
            rows = self.lower.take(rows)
            new = rows[self._counts.take(rows) == 0]
            if len(new):
                self._cut_forms(np.unique(new).tolist())
            counts = self._counts.take(rows)
            buckets = self._buckets.take(list_ranges(self._starts.take(rows), counts)).astype(np.int64)
            return counts, buckets, np.repeat(self._added.take(rows), counts)

    def _cut_forms(self, rows: Sequence[int]) -> None:
        """Cut forms into their 4-grams."""
        cut = [grams(self.forms[row]) for row in rows]
        counts = [len(buckets) for buckets, _ in cut]
        ends = self._cut + np.cumsum(counts)
        self._buckets = _grown(self._buckets, int(ends[-1]))
        self._buckets[self._cut : ends[-1]] = [bucket for buckets, _ in cut for bucket in buckets]
        self._counts[rows], self._starts[rows], self._added[rows] = counts, ends - counts, [weight for _, weight in cut]
        self._cut = int(ends[-1])


def _grown(column: NDArray[_Kind], least: int) -> NDArray[_Kind]:
    """Give the column with room for `least` rows; twice as long where it has too little, so that growing is rare."""
    return (
        column
        if len(column) >= least
        else np.concatenate([column, np.zeros((max(least, len(column)), *column.shape[1:]), column.dtype)])
    )


_latest = [FormTable()]


def latest_table() -> FormTable:
    """Give the table that forms are looked up in; one that holds too many is left to those who have rows of it."""
    if len(_latest[0].forms) > MOST_FORMS:
        _latest[0] = FormTable()
    return _latest[0]
