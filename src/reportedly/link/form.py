"""Word forms met so far, each with a row of what is known of it, looked up a text at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from threading import RLock

import numpy as np
from numpy.typing import NDArray


class FormTable(ABC):
    """Rows by word form; whoever reads its columns holds `lock`, since another thread may add to them."""

    def __init__(self, most: int) -> None:
        """Begin with no form; with more than `most` of them all are dropped and begun anew."""
        self.lock = RLock()
        self._most = most
        self._rows: dict[str, int] = {}

    def rows_of(self, forms: Sequence[str]) -> NDArray[np.int64]:
        """Give the rows of forms, those that were not met before with new ones."""
        if len(self._rows) > self._most:
            self._rows.clear()
        try:
            return np.fromiter(map(self._rows.__getitem__, forms), np.int64, len(forms))
        except KeyError:
            self._add([form for form in dict.fromkeys(forms) if form not in self._rows])
            return np.fromiter(map(self._rows.__getitem__, forms), np.int64, len(forms))

    @abstractmethod
    def _add(self, forms: Sequence[str]) -> None:
        """Give forms that were not met before the next rows, and fill these."""
