"""What people noted of stories for themselves."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from reportedly.store import table
from reportedly.story_mark import MarkKind, StoryMark

_mark = table.story_mark.c


def save_mark(connection: Connection, mark: StoryMark) -> None:
    """Keep a mark; the same mark made again takes the place of the earlier one."""
    drop_marks(connection, [mark.report], mark.kind, mark.by)
    row = {"report": mark.report, "kind": mark.kind.value, "by": mark.by, "at": mark.at}
    connection.execute(insert(table.story_mark).values(row))


def drop_marks(connection: Connection, reports: Iterable[str], kind: MarkKind, by: str) -> None:
    """Let a person's marks of one kind go."""
    own = (_mark.kind == kind.value) & (_mark.by == by)
    connection.execute(delete(table.story_mark).where(own & _mark.report.in_(list(reports))))


def load_marks(connection: Connection, by: str) -> list[StoryMark]:
    """List a person's marks, the oldest first."""
    rows = connection.execute(select(table.story_mark).where(_mark.by == by).order_by(_mark.at, _mark.report))
    return [StoryMark(report=row.report, kind=MarkKind(row.kind), by=row.by, at=row.at) for row in rows]
