"""Readings of a collection and what they tell, each loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Set

from reportedly.assess import Mention, give_mentions
from reportedly.reading import Reading
from reportedly.store import Connection, reports


class Shelf:
    """What is held of some reports."""

    def __init__(self, connection: Connection, judged: Set[str]) -> None:
        """Begin with nothing.

        Args:
            connection: a connection that reads.
            judged: ids of the reports of which people judged anything, who may tell otherwise.
        """
        self._connection = connection
        self._judged = judged
        self._held: dict[str, Reading] = {}
        self.told: dict[str, list[Mention]] = {}  # by report; of none that people judged

    def take(self, ids: Iterable[str]) -> list[Reading]:
        """Give the readings of those reports that are held, by id."""
        wanted = sorted(set(ids))
        numbers = reports.find_numbers(self._connection, [id_ for id_ in wanted if id_ not in self._held])
        for reading in reports.load_readings(self._connection, numbers.values()):
            self._held[reading.report.id] = reading
            if reading.report.id not in self._judged:
                self.told[reading.report.id] = give_mentions(reading)
        return [self._held[id_] for id_ in wanted if id_ in self._held]
