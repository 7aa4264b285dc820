"""The index: which reports hold which wording, in memory or in a folder, to find those that one may be related to.

A part of each report's features is kept, always the same part of all features, so that what two reports share of it
tells what they share altogether. Postings lie in sorted columns, memory-mapped where they lie in a folder; adding a
report writes a small column, and small columns are merged now and then. Nothing is compared with everything.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.link.column import (
    Column,
    Keys,
    Numbers,
    find_postings,
    list_ranges,
    open_column,
    sort_postings,
    write_column,
)
from reportedly.link.shingle import Features, Shingles
from reportedly.report import Report

KEPT = 4  # one feature of so many is indexed: none of the pairs that the corpora hold is lost by it
_LIMIT = np.uint64((1 << 64) // KEPT - 1)  # keys below it are kept
LEAST_SHARED = 0.045  # of the smaller report's weight: with less, no weights would call the pair derived
_LEAST_PAIRS = 0.025  # of the smaller report's pairs: no two reports of the corpora that are related share less
_FEW = 20  # features of so short a report that none of the pairs it shares may be among those kept
_AT_ONCE = 100  # reports whose candidates are looked up together
_ENOUGH = 100  # features from which the share can be trusted; of fewer, less has to be shared
MOST_HOLDERS = 64  # holders of a feature up to which each counts; of more only the earliest do
_EARLIEST = 16
_STOP = 4096  # a feature that so many hold tells nothing
_BOILERPLATE = 4  # reports of one publisher, and of no other, that hold what it prints under everything
_VERSION = 0.5  # part that two reports of one publisher share when they are versions of one story
_WINDOW = 60  # days beyond which two reports whose days are known are not held together
_UNKNOWN = np.iinfo(np.int32).max  # no day is known
_MERGED = 1 << 20  # postings up to which columns are merged while a report is added
_TIER = 8  # columns of about one size that are merged


class Posted(NamedTuple):
    """A report as the index takes it."""

    id: str
    keys: Keys  # sorted; the lowest bit tells the kind: 0 runs of words, 1 pairs
    weights: NDArray[np.float32]
    totals: tuple[float, float]  # summed weights of each kind
    day: int | None  # proleptic ordinal of the day of publication
    publisher: str | None


class Found(NamedTuple):
    """A report asked for, one held that it may be related to, and the part of its pairs of words that they share."""

    report: str
    other: str
    share: float  # about 0 to 1, of the smaller report's


def post(report: Report, runs: Features, pairs: Features) -> Posted:
    """Make of a report and its features what the index keeps of it."""
    keys, weights = [], []
    for kind, features in enumerate((runs, pairs)):
        kept = np.flatnonzero(features.keys < _LIMIT)
        keys.append(features.keys.take(kept) & ~np.uint64(1) | np.uint64(kind))
        weights.append(features.weights.take(kept))
    every = Shingles.of(np.concatenate(keys), np.concatenate(weights))
    paired = (every.keys & np.uint64(1)).astype(np.bool_)
    try:
        day = date.fromisoformat((report.published or "")[:10]).toordinal()
    except ValueError:
        day = None
    return Posted(
        id=report.id,
        keys=every.keys,
        weights=every.weights.astype(np.float32),
        totals=(float(every.weights[~paired].sum()), float(every.weights[paired].sum())),
        day=day,
        publisher=report.publisher,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Reports whose candidates are looked up together: a row a feature, then a row a report."""

    keys: Keys
    weights: NDArray[np.float32]
    owners: Numbers  # rows of the reports that hold the features
    ids: Sequence[str]
    own: Numbers  # numbers in the index; -1 where it does not hold the report
    sizes: Numbers  # features
    totals: NDArray[np.float64]
    days: Numbers
    publishers: NDArray[np.uint64]  # 0 where it is not known

    @classmethod
    def of(cls, reports: Sequence[Posted], numbers: Mapping[str, int]) -> _Asked:
        """Lay reports side by side; `numbers` are those that the index gave them."""
        sizes = np.array([len(each.keys) for each in reports], np.int64)
        return cls(
            np.concatenate([each.keys for each in reports]),
            np.concatenate([each.weights for each in reports]),
            np.repeat(np.arange(len(reports)), sizes),
            [each.id for each in reports],
            np.array([numbers.get(each.id, -1) for each in reports], np.int64),
            sizes,
            np.array([each.totals for each in reports]),
            np.array([_UNKNOWN if each.day is None else each.day for each in reports], np.int64),
            np.array([0 if each.publisher is None else _digest(each.publisher) for each in reports], np.uint64),
        )


_ROW = np.dtype(
    [("totals", "f4", 2), ("features", "i4"), ("day", "i4"), ("publisher", "u8"), ("order", "u8"), ("held", "?")]
)
_TABLES = """
CREATE TABLE IF NOT EXISTS report (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, row BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY);
"""


class Index:
    """Which reports hold which features; in a folder if one is given, else in memory.

    What a report is held against depends on what the index holds (features that many hold tell little), never on the
    order in which it was filled. Only one process at a time may write.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        where = ":memory:" if folder is None else folder / "reports.sqlite"
        self._book = sqlite3.connect(where, check_same_thread=False)  # one user at a time, from whichever thread
        self._book.executescript(_TABLES)
        self._numbers: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._rows = np.zeros(64, _ROW)
        self._columns: list[Column] = []
        self._firsts: dict[
            int, Numbers
        ] = {}  # of features that many hold, who held them first; as long as nothing changes
        self._load()

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, report: str) -> bool:
        return report in self._numbers

    def ids(self) -> list[str]:
        """List the ids of the reports held."""
        return list(self._numbers)

    def close(self) -> None:
        """Let go of the files."""
        self._columns.clear()
        self._book.close()

    def add(self, reports: Iterable[Posted]) -> None:
        """Take reports in; one with an id that is held already takes its place."""
        self._firsts.clear()
        new = list({each.id: each for each in reports}.values())
        self.remove([each.id for each in new if each.id in self._numbers])
        first = self._next()
        numbers = range(first, first + len(new))
        column = sort_postings(
            [np.concatenate([_NO_KEYS, *(each.keys for each in new)])],
            [np.repeat(np.arange(first, numbers.stop, dtype=np.uint32), [len(each.keys) for each in new])],
        )
        rows = np.array([_row(each) for each in new], _ROW)
        self._enter(numbers, [each.id for each in new], rows)
        with self._book:
            self._book.executemany(
                "INSERT INTO report VALUES (?, ?, ?)",
                [(number, each.id, row.tobytes()) for number, each, row in zip(numbers, new, rows, strict=True)],
            )
            self._keep(column)
        self._sweep()

    def remove(self, reports: Iterable[str]) -> None:
        """Let go of reports; ids that are not held are passed over."""
        self._firsts.clear()
        numbers = [self._numbers.pop(each) for each in reports if each in self._numbers]
        with self._book:
            self._book.executemany("DELETE FROM report WHERE number = ?", [(number,) for number in numbers])
        for number in numbers:
            del self._ids[number]
            self._rows["held"][number] = False

    def find(self, report: Posted) -> list[str]:
        """Name the reports held that `report` may be related to, itself not among them, in the order of their ids."""
        return sorted(other for _, other, _ in self.find_all([report]))

    def find_all(self, reports: Sequence[Posted]) -> list[Found]:
        """Give each of `reports` with each of the reports held that it may be related to, in no order."""
        found: list[Found] = []
        for start in range(0, len(reports), _AT_ONCE):
            found += self._find_some(_Asked.of(reports[start : start + _AT_ONCE], self._numbers))
        return found

    def _find_some(self, asked: _Asked) -> list[Found]:
        """Find what a few reports may be related to."""
        features, holders = self._postings(asked.keys)
        known = holders != asked.own[asked.owners[features]]
        if (asked.days != _UNKNOWN).any():
            known &= self._near(asked, features, holders)
        features, holders = features[known], holders[known]
        if not len(holders):
            return []
        twos, place = np.unique(asked.owners[features] * len(self._rows) + holders, return_inverse=True)
        asking, numbers = np.divmod(twos, len(self._rows))
        smaller = np.minimum(self._rows["features"][numbers], asked.sizes[asking])
        least = LEAST_SHARED * np.minimum(1.0, smaller / _ENOUGH)
        totals = np.maximum(np.minimum(self._rows["totals"][numbers], asked.totals[asking]), 1e-6)
        weights = asked.weights[features]
        kinds = 2 * place + (asked.keys[features] & np.uint64(1)).astype(np.int64)
        parts = _summed(kinds, weights, len(twos)) / totals
        share = parts.max(axis=1)
        near = (share >= least) & ((parts[:, 1] >= _LEAST_PAIRS) | (smaller < _FEW))
        boilerplate = self._boilerplate(asked, features, holders)
        if boilerplate.any():
            counted = (_summed(kinds, np.where(boilerplate, 0.0, weights), len(twos)) / totals).max(axis=1)
            near &= (counted >= least) | (share >= _VERSION)
        return [
            Found(asked.ids[one], self._ids[other], pairs)
            for one, other, pairs in zip(
                asking[near].tolist(), numbers[near].tolist(), parts[near, 1].tolist(), strict=True
            )
        ]

    def _postings(self, keys: Keys) -> tuple[Numbers, Numbers]:
        """Give which of the features is held by which reports; of what many hold, only by the earliest."""
        spans = [find_postings(column.keys, keys) for column in self._columns]
        sizes = self._sizes(spans)
        features, holders = self._gather(spans, np.flatnonzero((sizes > 0) & (sizes <= MOST_HOLDERS)))
        many = np.flatnonzero((sizes > MOST_HOLDERS) & (sizes < _STOP))
        if not len(many):
            return features, holders
        asked = keys[many].tolist()
        new = {
            key: place for key, place in zip(asked[::-1], many[::-1].tolist(), strict=True) if key not in self._firsts
        }
        if new:
            places = np.array(sorted(new.values()), np.int64)
            self._keep_firsts(keys[places].tolist(), *self._gather(spans, places))
        firsts = [self._firsts[key] for key in asked]
        return (
            np.concatenate([features, np.repeat(many, [len(each) for each in firsts])]),
            np.concatenate([holders, *firsts]),
        )

    def _sizes(self, spans: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
        """Count the reports that hold each feature; those let go of may still have postings, and count no more."""
        if not spans:
            return _NO_NUMBERS
        sizes: Numbers = np.sum([last - first for first, last in spans], axis=0)
        least = sizes - (self._next() - len(self._numbers))
        unsure = ((sizes > MOST_HOLDERS) & (least <= MOST_HOLDERS)) | ((sizes >= _STOP) & (least < _STOP))
        if unsure.any():
            places = np.flatnonzero(unsure)
            sizes[places] = np.bincount(self._gather(spans, places)[0], minlength=len(sizes))[places]
        return sizes

    def _gather(self, spans: Sequence[tuple[Numbers, Numbers]], features: Numbers) -> tuple[Numbers, Numbers]:
        """Give for the features, found in each column at `spans`, which report held holds which, a row a posting."""
        found, holders = [_NO_NUMBERS], [_NO_NUMBERS]
        for column, (first, last) in zip(self._columns, spans, strict=True):
            counts = (last - first)[features]
            found.append(np.repeat(features, counts))
            holders.append(column.holders[list_ranges(first[features], counts)].astype(np.int64))
        features, numbers = np.concatenate(found), np.concatenate(holders)
        held = self._rows["held"][numbers]
        return features[held], numbers[held]

    def _keep_firsts(self, keys: Sequence[int], features: Numbers, holders: Numbers) -> None:
        """Keep of the features `keys`, in the order of their rows, the holders that were published first."""
        order = np.lexsort((self._rows["order"][holders], self._rows["day"][holders], features))
        features, holders = features[order], holders[order]
        starts = np.flatnonzero(np.r_[True, features[1:] != features[:-1]])
        ends = np.minimum(starts + _EARLIEST, np.r_[starts[1:], len(features)])
        for key, start, end in zip(keys, starts.tolist(), ends.tolist(), strict=True):
            self._firsts[key] = holders[start:end].copy()

    def _near(self, asked: _Asked, features: Numbers, holders: Numbers) -> NDArray[np.bool_]:
        """Tell which of the holders may be of the same days."""
        asking = asked.days[asked.owners[features]]
        days = self._rows["day"][holders].astype(np.int64)
        near: NDArray[np.bool_] = (asking == _UNKNOWN) | (days == _UNKNOWN) | (np.abs(days - asking) <= _WINDOW)
        return near

    def _boilerplate(self, asked: _Asked, features: Numbers, holders: Numbers) -> NDArray[np.bool_]:
        """Tell which postings are of what a report's publisher, and nobody else, prints under everything."""
        if not asked.publishers.any():
            return np.zeros(len(features), np.bool_)
        publishers = asked.publishers[asked.owners[features]]
        own = (self._rows["publisher"][holders] == publishers) & (publishers != 0)
        everyone = np.bincount(features, minlength=len(asked.keys))
        alone = np.bincount(features, weights=own, minlength=len(asked.keys)) == everyone
        boilerplate: NDArray[np.bool_] = (alone & (everyone >= _BOILERPLATE))[features]
        return boilerplate

    def _next(self) -> int:
        """Give the number of the next report; numbers are not used again."""
        last = self._book.execute("SELECT seq FROM sqlite_sequence WHERE name = 'report'").fetchone()
        return last[0] + 1 if last else 0

    def _enter(self, numbers: Sequence[int], ids: Sequence[str], rows: NDArray[np.void]) -> None:
        """Hold reports in memory by their numbers."""
        if len(numbers) and numbers[-1] >= len(self._rows):
            self._rows = np.pad(self._rows, (0, max(numbers[-1] + 1 - len(self._rows), len(self._rows))))
        self._rows[list(numbers)] = rows
        self._numbers.update(zip(ids, numbers, strict=True))
        self._ids.update(zip(numbers, ids, strict=True))

    def _load(self) -> None:
        """Read what the folder holds."""
        found = self._book.execute("SELECT number, id, row FROM report ORDER BY number").fetchall()
        rows = np.frombuffer(b"".join(row for *_, row in found), _ROW)
        self._enter([number for number, *_ in found], [each for _, each, _ in found], rows)
        if self._folder is not None:
            self._columns = [open_column(self._folder, name) for (name,) in self._book.execute("SELECT name FROM part")]
            self._sweep()

    def _keep(self, column: Column) -> None:
        """Put a column in, merged with those of about its size while these are small; runs in a transaction."""
        while len(near := [each for each in self._columns if len(each.keys) <= _TIER * len(column.keys)]) >= _TIER - 1:
            if sum(len(each.keys) for each in near) > _MERGED:
                break
            joined = sort_postings([each.keys for each in (*near, column)], [each.holders for each in (*near, column)])
            held = self._rows["held"][joined.holders]
            column = Column(joined.keys[held], joined.holders[held])
            self._columns = [each for each in self._columns if each not in near]
            self._book.executemany("DELETE FROM part WHERE name = ?", [(each.name,) for each in near])
        if self._folder is not None:
            column = write_column(self._folder, column)
            self._book.execute("INSERT INTO part VALUES (?)", (column.name,))
        self._columns.append(column)

    def _sweep(self) -> None:
        """Delete the files of columns that are no longer there: merged ones, or those of a writing broken off."""
        if self._folder is None:
            return
        names = {name for (name,) in self._book.execute("SELECT name FROM part")}
        for path in self._folder.glob("*.npy"):
            if path.name.split(".")[0] not in names:
                with suppress(PermissionError):  # still mapped, where the system minds: deleted when next opened
                    path.unlink()


_NO_KEYS = np.zeros(0, np.uint64)
_NO_NUMBERS = np.zeros(0, np.int64)


def _digest(name: str) -> int:
    """Give a stable number for a name."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _row(report: Posted) -> tuple[tuple[float, float], int, int, int, int, bool]:
    """Give what is kept of a report beside its postings, as a row of `_ROW`."""
    day = _UNKNOWN if report.day is None else report.day
    publisher = 0 if report.publisher is None else _digest(report.publisher)
    return (report.totals, len(report.keys), day, publisher, _digest(report.id), True)


def _summed(kinds: Numbers, weights: NDArray[np.floating], rows: int) -> NDArray[np.float64]:
    """Sum the weights in two columns a row, one for each kind of feature; `kinds` are the places in reading order."""
    summed = np.bincount(kinds, weights=weights, minlength=2 * rows)
    columns: NDArray[np.float64] = np.asarray(summed, np.float64).reshape(-1, 2)
    return columns
