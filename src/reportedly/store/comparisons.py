"""Comparisons that were made before, each under a key of what was compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, tuple_

from reportedly.lineage import Comparison
from reportedly.store import table
from reportedly.store.codec import deflate, inflate, pack, unpack
from reportedly.store.lineages import Pair
from reportedly.store.parted import parted

_held = table.comparison.c


def load_comparisons(connection: Connection, keys: Mapping[Pair, str]) -> dict[Pair, Comparison]:
    """Give those comparisons that are held under just these keys."""
    found: dict[Pair, Comparison] = {}
    chosen = select(_held.a, _held.b, _held.key, _held.record)
    for part in parted({a for a, _ in keys}):
        for a, b, key, record in connection.execute(chosen.where(_held.a.in_(part))):
            if keys.get((a, b)) == key:
                found[a, b] = unpack(Comparison, inflate(record))
    return found


def keep_keys(connection: Connection, ids: Iterable[str], keys: Mapping[Pair, str]) -> set[Pair]:
    """Let go of what is held about some reports under other keys than these; give the pairs that are held."""
    kept: set[Pair] = set()
    for column in (_held.a, _held.b):
        for part in parted(ids):
            rows = connection.execute(select(_held.a, _held.b, _held.key).where(column.in_(part))).all()
            stale = [(a, b) for a, b, key in rows if keys.get((a, b)) != key]
            kept |= {(a, b) for a, b, _ in rows} - set(stale)
            if stale:
                connection.execute(delete(table.comparison).where(tuple_(_held.a, _held.b).in_(stale)))
    return kept


def save_comparisons(connection: Connection, made: Mapping[Pair, tuple[str, Comparison]]) -> None:
    """Keep comparisons of which none is held, each with its key."""
    for (a, b), (key, comparison) in sorted(made.items()):
        row = {"a": a, "b": b, "key": key, "record": deflate(pack(comparison))}
        connection.execute(insert(table.comparison).values(row))
