"""Noticing that a collection has changed, and when its reports came in."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.store import Database
from reportedly.store.revision import list_arrivals, read_revision


class Noticing:
    """What a page that shows a collection asks before it shows the same again."""

    _database: Database

    def revision(self) -> str:
        """Give text that is another one after every change; it says nothing else."""
        with self._database.reading() as connection:
            return read_revision(connection)

    def arrivals(self) -> Mapping[str, str]:
        """Give when the newest version of each report was taken in, UTC, by the report's id."""
        with self._database.reading() as connection:
            return list_arrivals(connection)
