"""Find the single words of one passage that another word stands for in the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from reportedly.link.form import FormTable
from reportedly.link.tokens import Tokens

_MOST = 4000  # words of a passage; longer ones are lists that repeat themselves, and the work grows with the product


def spell(tokens: Tokens, table: FormTable) -> str:
    """Write the words of a report with one letter each: the number of its row in `table`, whatever its capitals."""
    rows = tokens.rows if table is tokens.table else table.rows_of(tokens.forms)
    letters = np.minimum(table.lower.take(rows), sys.maxunicode)
    return letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def find_exchanged(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Give each letter of `one` in whose place a single other letter stands, with that letter, in order.

    What stands for what is told by the longest stretch that both share, then by the longest ones on either side
    of it, and so on; of equally long ones the first counts.

    >>> list(find_exchanged("abcdx", "abedxy"))
    [('c', 'e')]
    """
    if one == other or max(len(one), len(other)) > _MOST:
        return
    ahead = [(0, len(one), 0, len(other))]
    while ahead:
        start, end, low, high = ahead.pop()
        if end - start > 1 and high - low > 1:
            size, place, where = _longest(one, start, end, other, low, high)
            if size:
                ahead += (place + size, end, where + size, high), (start, place, low, where)
        elif end - start == high - low == 1 and one[start] != other[low]:
            yield one[start], other[low]


def _longest(one: str, start: int, end: int, other: str, low: int, high: int) -> tuple[int, int, int]:
    """Give length and places of the longest stretch of `one[start:end]` in `other[low:high]`, the first such."""
    part = other[low:high]
    size = best = where = 0
    while start + size < end:
        if one[start + size] not in part:  # no stretch longer than the longest so far goes over it
            start += size + 1
            continue
        while start + size < end and (found := part.find(one[start : start + size + 1])) >= 0:
            size, best, where = size + 1, start, found
            while start + size < end and found + size < len(part) and one[start + size] == part[found + size]:
                size += 1
        start += 1
    return size, best, low + where
