"""Where in a collection's reports something is told, and under which keys others that tell the same find it.

Mentions are put into parts, those of claims that are one or speak against each other, so that what is claimed can be
worked out part by part. Those that may have to do with each other are tied, be they of two parts. What a mention says
is not kept: it is read out of its report again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, true, union_all

from reportedly.claim import Spot
from reportedly.store import table
from reportedly.store.parted import parted

_POSTINGS = 200  # of a key, the latest that are looked at: what many share tells little
_CANDIDATES = 96  # those that share most keys
_NO_DAY = 0  # of a mention that may be of any day
NO_PART = 0  # of a mention that has not been put into one
NO_MARK = 0  # of a mention whose ties have not been looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a collection notes of a mention."""

    number: int
    spot: Spot
    part: int
    mark: int  # of its part


_mention, _akin = table.mention.c, table.akin.c
_NOTED = (_mention.number, _mention.report, _mention.place, _mention.part, _mention.mark)


def find_parts(connection: Connection, reports: Iterable[str]) -> set[int]:
    """Name the parts that mentions of some reports are in."""
    return {note.part for note in _noted(connection, reports, _mention.report)}


def find_akin(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Name the parts of the mentions that some, by number, are tied to."""
    found: set[int] = set()
    for some in parted(numbers):
        for here, there in ((_akin.mention, _akin.other), (_akin.other, _akin.mention)):
            chosen = select(_mention.part).join(table.akin, there == _mention.number).where(here.in_(some)).distinct()
            found |= set(connection.execute(chosen).scalars())
    return found - {NO_PART}


def tie_mentions(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Tie mentions, by number, that may have to do with each other; those that are tied already are passed over."""
    wanted = {(min(pair), max(pair)) for pair in pairs}
    for some in parted({low for low, _ in wanted}):
        wanted -= {
            (low, high)
            for low, high in connection.execute(select(_akin.mention, _akin.other).where(_akin.mention.in_(some)))
        }
    if wanted:
        connection.execute(insert(table.akin), [{"mention": low, "other": high} for low, high in sorted(wanted)])


def find_candidates(connection: Connection, keys: Sequence[int], days: Sequence[int], reach: int) -> list[Noted]:
    """List the mentions that share most of some keys.

    Args:
        connection: a connection that reads.
        keys: the keys.
        days: those that it is about, as ordinals; those of no day are found from every day.
        reach: by how many days others may be off; where there are no days, by any number.
    """
    if not keys:
        return []
    held = table.mention_key.c
    near = or_(held.day == _NO_DAY, *(held.day.between(day - reach, day + reach) for day in days)) if days else true()
    postings = [
        select(held.mention)
        .where(held.key == key, near)
        .distinct()
        .order_by(held.mention.desc())
        .limit(_POSTINGS)
        .subquery()
        for key in sorted(set(keys))
    ]
    every = union_all(*(select(posting.c.mention) for posting in postings)).subquery()
    ranked = (
        select(every.c.mention)
        .group_by(every.c.mention)
        .order_by(func.count().desc(), every.c.mention)
        .limit(_CANDIDATES)
        .subquery()
    )
    return _list(connection, select(*_NOTED).join(ranked, ranked.c.mention == _mention.number))


def list_mentions(connection: Connection, parts: Iterable[int]) -> list[Noted]:
    """List the mentions of some parts, by spot."""
    return _noted(connection, parts, _mention.part)


def list_of_reports(connection: Connection, reports: Iterable[str]) -> list[Noted]:
    """List the mentions of some reports, by spot."""
    return _noted(connection, reports, _mention.report)


def _noted(connection: Connection, values: Iterable[Any], column: Any) -> list[Noted]:
    found = [note for some in parted(values) for note in _list(connection, select(*_NOTED).where(column.in_(some)))]
    return sorted(found, key=lambda note: note.spot)


def _list(connection: Connection, chosen: Select[Any]) -> list[Noted]:
    return [
        Noted(number=row.number, spot=Spot(row.report, row.place), part=row.part, mark=row.mark)
        for row in connection.execute(chosen)
    ]


def drop_mentions(connection: Connection, reports: Iterable[str]) -> None:
    """Let go of the mentions of some reports, with their ties."""
    for part in parted(reports):
        connection.execute(delete(table.mention).where(_mention.report.in_(part)))


def save_mentions(
    connection: Connection, mentions: Iterable[tuple[Spot, Sequence[int], Sequence[int]]]
) -> dict[Spot, Noted]:
    """Keep mentions of which none is held, each with its keys and the days it is about, in no part yet."""
    saved: dict[Spot, Noted] = {}
    rows = []
    for spot, keys, days in mentions:
        added = insert(table.mention).values(report=spot.report, place=spot.place, part=NO_PART, mark=NO_MARK)
        number = connection.execute(added.returning(_mention.number)).scalar_one()
        saved[spot] = Noted(number=number, spot=spot, part=NO_PART, mark=NO_MARK)
        rows += [{"key": key, "day": day, "mention": number} for key in sorted(set(keys)) for day in days or (_NO_DAY,)]
    if rows:
        connection.execute(insert(table.mention_key), rows)
    return saved


def put_into_parts(connection: Connection, parts: Mapping[int, tuple[int, int]]) -> None:
    """Put mentions, by number, into the part, and under the mark, that is given for each."""
    if parts:
        moved = table.mention.update().where(_mention.number == bindparam("of"))
        rows = [{"of": number, "to": part, "marked": mark} for number, (part, mark) in sorted(parts.items())]
        connection.execute(moved.values(part=bindparam("to"), mark=bindparam("marked")), rows)


def next_part(connection: Connection) -> int:
    """Give a number that no part has; nor has any higher one."""
    return (connection.execute(select(func.max(_mention.part))).scalar_one() or 0) + 1
