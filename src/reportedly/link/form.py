"""Word forms met so far, each with a row of what is known of it, looked up a text at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Sequence
from itertools import count, islice
from threading import RLock

import numpy as np
from numpy.typing import NDArray


class FormTable(ABC):
    """Rows by word form; whoever reads its columns holds `lock`, since another thread may add to them."""

    def __init__(self, most: int) -> None:
        """Begin with no form; with more than `most` of them all are dropped and begun anew."""
        self.lock = RLock()
        self._most = most
        self._begin()

    def _begin(self) -> None:
        """Hold no form."""
        self._rows = defaultdict[str, int](count().__next__)
        self._filled = 0  # rows of which something is known

    def rows_of(self, forms: Sequence[str]) -> NDArray[np.int64]:
        """Give the rows of forms, those that were not met before with new ones."""
        if len(self._rows) > self._most:
            self._begin()
        rows = np.fromiter(map(self._rows.__getitem__, forms), np.int64, len(forms))
        if len(self._rows) > self._filled:
            new = list(islice(reversed(self._rows), len(self._rows) - self._filled))[::-1]
            self._fill(self._filled, new)
            self._filled += len(new)
        return rows

    @abstractmethod
    def _fill(self, first: int, forms: Sequence[str]) -> None:
        """Fill the rows from `first` on, those of forms that were not met before."""
