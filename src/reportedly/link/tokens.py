"""The words of a report as columns: where each starts, and what it weighs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reportedly.link.form import FormTable, latest_table
from reportedly.text.fold import fold

_LETTER, _DIGIT, _STOP = 1, 2, 16  # bits of a character; digits are letters too
_JOINS = 2  # places that a mark's bits lie above those of the characters that it joins
_SPACE = ord(" ")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One row a word, in the order of the text."""

    forms: Sequence[str]  # folded, as capitalised in the text
    starts: NDArray[np.int64]  # in the body
    table: FormTable
    rows: NDArray[np.int64]  # of the forms in the table
    keys: NDArray[np.uint64]  # of the stems
    idf: NDArray[np.float64]
    content: NDArray[np.bool_]
    pieces: NDArray[np.int64]  # how many stops and line breaks stand before: words of one sentence have the same


@cache
def _kinds() -> NDArray[np.uint8]:
    """Tell of every code point by bits whether words are made of it, may go on behind it, or stop at it."""
    table = np.array([_LETTER * chr(code).isalnum() for code in range(sys.maxunicode + 1)], np.uint8)
    stops = ".!?\n\r\u2028\u2029"
    for bit, marks in (_DIGIT, "0123456789"), (_LETTER << _JOINS, "-&"), (_DIGIT << _JOINS, ".,"), (_STOP, stops):
        table[[ord(mark) for mark in marks]] |= bit
    return table


def read_tokens(body: str) -> Tokens:
    """List the words of `body`: stretches of letters and digits, joined by hyphens, '&', and points within numbers.

    Nearly always these are those of `text.word.words`, which tells 'a1.5' and '5&6' otherwise.
    """
    text = fold(body)
    codes, coding = _codes(text)
    kinds = np.zeros(len(codes) + 2, np.uint8)  # with nothing before the first and behind the last
    kinds[1:-1] = _kinds().take(codes)
    inside = (kinds & _LETTER) != 0
    joins = np.flatnonzero((kinds & ((_LETTER | _DIGIT) << _JOINS)) != 0)
    inside[joins] = kinds[joins - 1] & kinds[joins + 1] & (kinds[joins] >> _JOINS) & (_LETTER | _DIGIT)
    starts = np.flatnonzero(inside[1:] > inside[:-1])
    apart = np.where(inside[1:-1], codes, _SPACE)
    forms = apart.tobytes().decode(coding, "surrogatepass").split()
    stops = np.flatnonzero(kinds >= _STOP) - 1
    stops = stops[(kinds[stops + 2] & _LETTER == 0) | (codes[stops] < _SPACE)]
    before = np.bincount(np.searchsorted(starts, stops), minlength=len(starts) + 1).cumsum()[:-1]
    table = latest_table()
    rows = table.rows_of(forms)
    return Tokens(
        forms, starts, table, rows, table.keys.take(rows), table.idf.take(rows), table.content.take(rows), before
    )


def _codes(text: str) -> tuple[NDArray[np.uint8] | NDArray[np.uint32], str]:
    """Give the code points of a text, a byte each where that is enough, and how they are coded."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8), "latin-1"
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), "utf-32-le"


NO_TOKENS = read_tokens("")
