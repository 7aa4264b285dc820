"""A column of postings: features with who holds each, sorted by feature, in memory or mapped from files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

_FEW_HOLDERS = 8  # up to which the end of a feature's postings is looked for one by one

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """Postings sorted by key."""

    keys: Keys
    holders: NDArray[np.uint32]  # numbers of reports
    name: str | None = None  # of its files; None in memory


def sort_postings(keys: Sequence[Keys], holders: Sequence[NDArray[np.uint32]]) -> Column:
    """Make a column of postings in any order."""
    joined = np.concatenate(keys)
    order = np.argsort(joined, kind="stable")
    return Column(joined[order], np.concatenate(holders)[order])


def find_postings(column: Keys, keys: Keys) -> tuple[Numbers, Numbers]:
    """Give for each key where its postings begin and end."""
    first = np.zeros(len(keys), np.int64)
    last = first.copy()
    if len(column):
        order = np.argsort(keys)  # so that what is looked at for one key is near what was for the one before
        wanted = keys[order]
        start = np.searchsorted(column, wanted)
        end = start.copy()
        open_ends = np.arange(len(wanted))
        for _ in range(_FEW_HOLDERS):  # quicker than a second search, as most features have few holders
            place = end[open_ends]
            same = column[np.minimum(place, len(column) - 1)] == wanted[open_ends]
            open_ends = open_ends[same & (place < len(column))]
            end[open_ends] += 1
        end[open_ends] = np.searchsorted(column, wanted[open_ends], "right")
        first[order], last[order] = start, end
    return first, last


def list_ranges(starts: Numbers, counts: Numbers) -> Numbers:
    """List the numbers of all ranges that begin at `starts` and are `counts` long."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)


def write_column(folder: Path, column: Column) -> Column:
    """Write a column under a new name and give it memory-mapped."""
    name = uuid4().hex
    np.save(folder / f"{name}.keys.npy", column.keys)
    np.save(folder / f"{name}.holders.npy", column.holders)
    return open_column(folder, name)


def open_column(folder: Path, name: str) -> Column:
    """Map the files of a column."""
    keys, holders = (np.load(folder / f"{name}.{part}.npy", mmap_mode="r") for part in ("keys", "holders"))
    return Column(keys, holders, name)
