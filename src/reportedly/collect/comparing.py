"""Comparisons that were made before: two readings that have not changed since compare as they did."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from reportedly.lineage import Comparison
from reportedly.pipeline import compare_readings
from reportedly.reading import Reading
from reportedly.report import Report

_MOST = 2048  # comparisons that are kept; one takes some 20 kB
_Side = tuple[Report, tuple[tuple[str, str], ...]]  # a report, and by which versions it was read

_kept: OrderedDict[tuple[_Side, _Side], Comparison] = OrderedDict()
_lock = Lock()


def compare_again(a: Reading, b: Reading) -> Comparison:
    """Compare two readings as the machine made them out, or give what came out of it before."""
    key = (_side(a), _side(b))
    with _lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
            return found
    made = compare_readings(a, b)
    with _lock:
        _kept[key] = made
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return made


def _side(reading: Reading) -> _Side:
    return reading.report, tuple(sorted(reading.made_by.items()))
