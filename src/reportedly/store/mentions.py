"""Where in a collection's reports something is told, and under which keys others that tell the same find it.

Mentions are put into regions, of which two have nothing to do with each other, so that what is claimed can be worked
out region by region; and within them into parts, those of claims that are one or speak against each other. What a
mention says is not kept: it is read out of its report again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, insert, or_, select, true, union_all

from reportedly.claim import Spot
from reportedly.store import table
from reportedly.store.parted import parted

_POSTINGS = 200  # of a key, the latest that are looked at: what many share tells little
_CANDIDATES = 96  # those that share most keys
_NO_DAY = 0  # of a mention that may be of any day


def find_parts(connection: Connection, reports: Iterable[str]) -> set[int]:
    """Name the parts that mentions of some reports are in."""
    column = table.mention.c.part
    found: set[int] = set()
    for part in parted(reports):
        found |= set(connection.execute(select(column).where(table.mention.c.report.in_(part)).distinct()).scalars())
    return found


def find_regions(connection: Connection, parts: Iterable[int]) -> set[int]:
    """Name the regions that some parts are in."""
    held = table.mention.c
    return {
        region
        for some in parted(parts)
        for region in connection.execute(select(held.region).where(held.part.in_(some)).distinct()).scalars()
    }


def find_parts_of(connection: Connection, regions: Iterable[int], most: int) -> set[int]:
    """Name the parts of some regions; none where they hold more than so many mentions in all."""
    held = table.mention.c
    found: set[int] = set()
    for some in parted(regions):
        chosen = select(held.part, func.count()).where(held.region.in_(some)).group_by(held.part)
        for part, count in connection.execute(chosen):
            found.add(part)
            most -= count
            if most < 0:
                return set()
    return found


def find_candidates(
    connection: Connection, keys: Sequence[int], days: Sequence[int], reach: int
) -> list[tuple[Spot, int]]:
    """List the mentions that share most of some keys, each with its part.

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
    chosen = select(table.mention.c.report, table.mention.c.place, table.mention.c.part)
    rows = connection.execute(chosen.join(ranked, ranked.c.mention == table.mention.c.number))
    return [(Spot(report, place), part) for report, place, part in rows]


def list_spots(connection: Connection, parts: Iterable[int]) -> list[Spot]:
    """List the mentions of some parts."""
    columns = (table.mention.c.report, table.mention.c.place)
    return sorted(
        Spot(*row)
        for part in parted(parts)
        for row in connection.execute(select(*columns).where(table.mention.c.part.in_(part)))
    )


def drop_mentions(connection: Connection, reports: Iterable[str]) -> None:
    """Let go of the mentions of some reports."""
    for part in parted(reports):
        connection.execute(delete(table.mention).where(table.mention.c.report.in_(part)))


def save_mentions(
    connection: Connection, mentions: Iterable[tuple[Spot, Sequence[int], Sequence[int]]], part: int, region: int
) -> None:
    """Keep mentions of which none is held, as one part of a region, each with its keys and the days it is about."""
    for spot, keys, days in mentions:
        added = insert(table.mention).values(report=spot.report, place=spot.place, part=part, region=region)
        number = connection.execute(added.returning(table.mention.c.number)).scalar_one()
        if keys:
            rows = [
                {"key": key, "day": day, "mention": number} for key in sorted(set(keys)) for day in days or (_NO_DAY,)
            ]
            connection.execute(insert(table.mention_key), rows)


def move_mentions(connection: Connection, spots: Iterable[Spot], part: int, region: int) -> None:
    """Put mentions that are held into a part of a region."""
    for spot in spots:
        held = table.mention.c
        moved = table.mention.update().where(held.report == spot.report, held.place == spot.place)
        connection.execute(moved.values(part=part, region=region))


def next_part(connection: Connection) -> int:
    """Give a number that no part and no region has; nor has any higher one."""
    return (connection.execute(select(func.max(table.mention.c.part))).scalar_one() or 0) + 1
