"""What people decided, kept for good: a judgement is added, never changed and never deleted."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from reportedly.judgement import Judgement, Lost
from reportedly.store import table
from reportedly.store.codec import pack, plain, unpack


def save_judgements(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Keep judgements; those that are held already are passed over. Give how many were new."""
    new = 0
    for each in judgements:
        held = select(table.judgement.c.number).where(table.judgement.c.id == each.id)
        if connection.execute(held).first() is None:
            row = {
                "id": each.id,
                "at": each.at,
                "by": plain(each.by),
                "act": each.act.value,
                "subject": each.subject.value,
                "digest": plain(each.mark.digest) if each.mark else None,
                "record": pack(each),
            }
            connection.execute(insert(table.judgement).values(row))
            new += 1
    return new


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Give every judgement, oldest first, undone ones too."""
    chosen = select(table.judgement.c.record).order_by(table.judgement.c.at, table.judgement.c.id)
    return tuple(unpack(Judgement, record) for record in connection.execute(chosen).scalars())


def save_lost(connection: Connection, lost: Iterable[Lost], of: Iterable[str]) -> None:
    """Note which of some judgements, by id, found nothing to hold for, in place of what was noted of them before."""
    among = set(of)
    for each in sorted(among):
        connection.execute(delete(table.lost).where(table.lost.c.judgement == each))
    rows = [{"judgement": each.judgement, "reason": plain(each.reason)} for each in lost if each.judgement in among]
    if rows:
        connection.execute(insert(table.lost), rows)


def load_lost(connection: Connection) -> tuple[Lost, ...]:
    """List the judgements that found nothing to hold for."""
    chosen = select(table.lost.c.judgement, table.lost.c.reason).order_by(table.lost.c.judgement)
    return tuple(Lost(judgement=id_, reason=reason) for id_, reason in connection.execute(chosen))
