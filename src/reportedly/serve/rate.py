"""How often a visitor may do something."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from reportedly.serve.fault import TooOften

_VISITORS = 4096  # that are remembered
_MINUTE = 60.0


class Rate:
    """Counts what visitors do; each may do so much at once, and it comes back bit by bit over a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()  # how much is left, as of when
        self._lock = Lock()

    def count(self, what: str, who: str, a_minute: int) -> None:
        """Count one deed.

        Raises:
            TooOften: it is one too many.
        """
        now = self._clock()
        with self._lock:
            left, since = self._left.pop((what, who), (float(a_minute), now))
            left = min(float(a_minute), left + (now - since) * a_minute / _MINUTE)
            self._left[what, who] = (left - 1 if left >= 1 else left, now)
            while len(self._left) > _VISITORS:
                self._left.popitem(last=False)
        if left < 1:
            wait = (1 - left) * _MINUTE / a_minute
            raise TooOften(f"more than {a_minute} a minute: again in {wait:.0f} seconds; nothing was changed")
