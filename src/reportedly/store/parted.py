"""Many values, a statement's worth at a time: databases take only so many in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

_AT_ONCE = 500
Value = TypeVar("Value", int, str)


def parted(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Give values in order, each once, in lists of no more than a statement takes.

    >>> list(parted([3, 1, 3]))
    [[1, 3]]
    """
    every = sorted(set(values))
    return (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
