"""The words of a report as columns: where each starts, and what it weighs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly.link.form import FormTable
from reportedly.link.weight import weigh
from reportedly.text.fold import fold

_HYPHEN, _AND, _POINT, _COMMA, _ZERO, _SPACE = map(ord, "-&.,0 ")
_MOST_FORMS = 1 << 20  # word forms kept weighed; with more, what is kept is dropped and begun anew


@dataclass(frozen=True, slots=True)
class Tokens:
    """One row a word, in the order of the text."""

    forms: Sequence[str]  # folded, as capitalised in the text
    starts: NDArray[np.int64]  # in the body
    rows: NDArray[np.int64]  # one number for one form, in this text
    keys: NDArray[np.uint64]  # of the stems
    idf: NDArray[np.float64]
    content: NDArray[np.bool_]
    pieces: NDArray[np.int64]  # how many stops and line breaks stand before: words of one sentence have the same


class _Scale(FormTable):
    """Every word form met so far with its weight, looked up a text at a time."""

    def __init__(self) -> None:
        super().__init__(_MOST_FORMS)
        self._keys: NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._idf: NDArray[np.float64] = np.zeros(0)
        self._content: NDArray[np.bool_] = np.zeros(0, np.bool_)

    def read(
        self, forms: Sequence[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.uint64], NDArray[np.float64], NDArray[np.bool_]]:
        """Give numbers of the forms, keys, inverse document frequencies, and which are content words."""
        with self.lock:
            rows = self.rows_of(forms)
            return rows, self._keys[rows], self._idf[rows], self._content[rows]

    def _add(self, forms: Sequence[str]) -> None:
        """Weigh forms that were not met before."""
        first = len(self._rows)
        self._rows.update(zip(forms, range(first, first + len(forms)), strict=True))
        if len(self._rows) > len(self._keys):
            more = len(self._rows)  # twice the size, so that growing is rare
            self._keys = np.r_[self._keys, np.zeros(more, np.uint64)]
            self._idf = np.r_[self._idf, np.zeros(more)]
            self._content = np.r_[self._content, np.zeros(more, np.bool_)]
        weights = [weigh(form.lower()) for form in forms]
        last = first + len(forms)
        self._keys[first:last], self._idf[first:last], self._content[first:last] = zip(*weights, strict=True)


_scale = _Scale()


@cache
def _letters() -> NDArray[np.bool_]:
    """Tell of every code point whether it is a letter or a digit."""
    return np.array([chr(code).isalnum() for code in range(sys.maxunicode + 1)])


def read_tokens(body: str) -> Tokens:
    """List the words of `body`: stretches of letters and digits, joined by hyphens, '&', and points within numbers.

    Nearly always these are those of `text.word.words`, which tells 'a1.5' and '5&6' otherwise.
    """
    text = fold(body)
    codes = _codes(text)
    letters = np.zeros(len(codes) + 2, np.bool_)
    letters[1:-1] = _letters()[codes]
    starts, ends = np.flatnonzero(letters[1:] != letters[:-1]).reshape(-1, 2).T
    apart = np.ones(len(starts) + 1, np.bool_)
    apart[1:-1] = ~_joined(codes, starts[1:], ends[:-1])
    starts, ends = starts[apart[:-1]], ends[apart[1:]]
    forms = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    stops = _stops()[codes]
    stops[:-1] &= ~letters[2:-1] | (codes[:-1] < _SPACE)
    return Tokens(forms, starts, *_scale.read(forms), np.searchsorted(np.flatnonzero(stops), starts))


def _codes(text: str) -> NDArray[np.uint8] | NDArray[np.uint32]:
    """Give the code points of a text, a byte each where that is enough."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _joined(
    codes: NDArray[np.uint8] | NDArray[np.uint32], starts: NDArray[np.int64], gaps: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Tell of each stretch of letters that begins at `starts` whether it goes on with the one that ends at `gaps`."""
    mark = codes[gaps]
    number = (codes[gaps - 1] - _ZERO < 10) & (codes[starts] - _ZERO < 10)  # what is below zero comes out large
    joins = (mark == _HYPHEN) | (mark == _AND) | ((mark == _POINT) | (mark == _COMMA)) & number
    joined: NDArray[np.bool_] = joins & (starts == gaps + 1)
    return joined


@cache
def _stops() -> NDArray[np.bool_]:
    """Tell of every code point whether a sentence may end there."""
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    table[[ord(mark) for mark in ".!?\n\r\u2028\u2029"]] = True
    return table
