"""What lies beside the reports in a collection's database, opened apart from them."""

from __future__ import annotations

from reportedly.store import Database


class Opened:
    """One sort of thing that is kept in one collection."""

    def __init__(self, where: str) -> None:
        """Open what is kept in the collection at `where`.

        Raises:
            CollectionFault: it cannot be opened.
        """
        self._database = Database(where)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()
