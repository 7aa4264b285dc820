"""How far a collection has come: whether anything in it has changed since somebody last looked."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from reportedly.store import table


def read_revision(connection: Connection) -> str:
    """Give text that is another one after every change to reports, claims, judgements, letters or what is unread."""
    told = [
        connection.execute(select(func.coalesce(func.max(each.c.number), 0), func.count()).select_from(each)).one()
        for each in (table.report, table.claim, table.judgement, table.unread)
    ]
    letters = select(func.count(), func.max(table.source_letter.c.record))
    told.append(connection.execute(letters).one())
    return "-".join(str(value) for row in told for value in row)


def list_arrivals(connection: Connection) -> dict[str, str]:
    """Give when the newest version of each report was taken in, UTC, by the report's id."""
    noted = table.report.c
    chosen = select(noted.id, noted.fetched).where(noted.superseded.is_(None))
    return {row.id: row.fetched for row in connection.execute(chosen)}
