"""Where in a collection's reports something is told, and under which keys others that tell the same find it.

Mentions are put into parts, those of claims that are one or speak against each other, so that what is claimed can be
worked out part by part. Those that may have to do with each other are tied, be they of two parts. What a mention says
is not kept: it is read out of its report again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, true

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


def list_ties(connection: Connection, numbers: Iterable[int]) -> list[list[int]]:
    """List the twos of mentions, by number, that are tied and of which the lower is among some."""
    chosen = select(_akin.mention, _akin.other)
    return [
        [low, high]
        for some in parted(numbers)
        for low, high in connection.execute(chosen.where(_akin.mention.in_(some)))
    ]


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


class Postings:
    """Finds the mentions that share keys; what is found under a key is looked for once."""

    def __init__(self, connection: Connection, reach: int) -> None:
        """Begin with nothing found.

        Args:
            connection: a connection that reads.
            reach: by how many days others may be off.
        """
        self._connection = connection
        self._reach = reach
        self._under: dict[tuple[int, tuple[int, ...]], list[int]] = {}

    def find(self, keys: Iterable[int], days: Sequence[int]) -> list[int]:
        """List the numbers of the mentions that share most of some keys, those that do first.

        Args:
            keys: the keys.
            days: those that it is about, as ordinals; those of no day are found from every day, and none from all.
        """
        shared: Counter[int] = Counter()
        for key in set(keys):
            shared.update(self._look_up(key, tuple(days)))
        return sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]

    def _look_up(self, key: int, days: tuple[int, ...]) -> list[int]:
        if (key, days) not in self._under:
            edges = {f"{edge}{place}": day + step for place, day in enumerate(days) for edge, step in self._edges()}
            found = self._connection.execute(_postings(len(days)), {"wanted": key, **edges})
            self._under[key, days] = list(found.scalars())
        return self._under[key, days]

    def _edges(self) -> tuple[tuple[str, int], tuple[str, int]]:
        return ("first", -self._reach), ("last", self._reach)


@cache
def _postings(days: int) -> Select[Any]:
    """Make the statement that finds the latest mentions under a key which are about so many days, or any."""
    held = table.mention_key.c
    near = [held.day.between(bindparam(f"first{place}"), bindparam(f"last{place}")) for place in range(days)]
    chosen = select(held.mention).where(
        held.key == bindparam("wanted"), or_(held.day == _NO_DAY, *near) if near else true()
    )
    return chosen.distinct().order_by(held.mention.desc()).limit(_POSTINGS)


def list_mentions(connection: Connection, parts: Iterable[int]) -> list[Noted]:
    """List the mentions of some parts, by spot."""
    return _noted(connection, parts, _mention.part)


def list_numbered(connection: Connection, numbers: Iterable[int]) -> list[Noted]:
    """List mentions by number, in the order of their spots."""
    return _noted(connection, numbers, _mention.number)


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
    told = list(mentions)
    if not told:
        return {}
    rows = [{"report": spot.report, "place": spot.place, "part": NO_PART, "mark": NO_MARK} for spot, *_ in told]
    added = insert(table.mention).returning(_mention.number, sort_by_parameter_order=True)
    numbers = list(connection.execute(added, rows).scalars())
    keys = [
        {"key": key, "day": day, "mention": number}
        for number, (_, keys, days) in zip(numbers, told, strict=True)
        for key in sorted(set(keys))
        for day in days or (_NO_DAY,)
    ]
    if keys:
        connection.execute(insert(table.mention_key), keys)
    return {
        spot: Noted(number=number, spot=spot, part=NO_PART, mark=NO_MARK)
        for number, (spot, *_) in zip(numbers, told, strict=True)
    }


def put_into_parts(connection: Connection, parts: Mapping[int, tuple[int, int]]) -> None:
    """Put mentions, by number, into the part, and under the mark, that is given for each."""
    if parts:
        moved = table.mention.update().where(_mention.number == bindparam("of"))
        rows = [{"of": number, "to": part, "marked": mark} for number, (part, mark) in sorted(parts.items())]
        connection.execute(moved.values(part=bindparam("to"), mark=bindparam("marked")), rows)


def next_part(connection: Connection) -> int:
    """Give a number that no part has; nor has any higher one."""
    return (connection.execute(select(func.max(_mention.part))).scalar_one() or 0) + 1
