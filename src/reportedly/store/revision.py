"""How far a collection has come: whether anything in it has changed since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from reportedly.store import table
from reportedly.store.parted import parted


def read_revision(connection: Connection) -> str:
    """Give text that is another one after every change to reports, claims, judgements, letters or what is unread."""
    told = [
        connection.execute(select(func.max(each.c.number))).scalar_one_or_none()
        for each in (table.report, table.claim, table.judgement, table.unread)
    ]  # numbers are never given twice, and whatever changes a claim keeps it under a new one
    told.append(connection.execute(select(func.count()).select_from(table.report)).scalar_one())
    return "-".join(str(value) for value in told)


def list_arrivals(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Give when the newest versions of some reports were taken in, UTC, by the report's id."""
    noted = table.report.c
    chosen = select(noted.id, noted.fetched).where(noted.superseded.is_(None))
    return {row.id: row.fetched for part in parted(ids) for row in connection.execute(chosen.where(noted.id.in_(part)))}


def list_latest(connection: Connection, limit: int) -> list[str]:
    """Give the ids of the reports, in their newest versions, that could be known last, the latest first."""
    noted = table.report.c
    chosen = select(noted.id).where(noted.superseded.is_(None)).order_by(noted.known.desc(), noted.id).limit(limit)
    return list(connection.execute(chosen).scalars())


def count_reports(connection: Connection) -> int:
    """Count the reports, each in its newest version."""
    chosen = select(func.count()).select_from(table.report).where(table.report.c.superseded.is_(None))
    return connection.execute(chosen).scalar_one()


def holds_more(connection: Connection, than: int) -> bool:
    """Tell whether more reports are held than so many, each in its newest version, without counting all."""
    chosen = select(table.report.c.number).where(table.report.c.superseded.is_(None)).offset(than).limit(1)
    return connection.execute(chosen).first() is not None
