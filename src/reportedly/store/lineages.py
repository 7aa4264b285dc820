"""The lineage of a collection: pairs that were looked at, derivations, families, and where sentences come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select

from reportedly.lineage import Derivation, Family, Lineage, Retelling
from reportedly.store import table
from reportedly.store.codec import pack, unpack
from reportedly.store.parted import parted

Pair = tuple[str, str]  # report ids, the lower one first


def save_pairs(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Note pairs of reports that may be related; those that are noted already are passed over."""
    for a, b in sorted(set(pairs)):
        held = select(table.pair.c.a).where(table.pair.c.a == a, table.pair.c.b == b)
        if connection.execute(held).first() is None:
            connection.execute(insert(table.pair).values(a=a, b=b))


def drop_pairs(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Let go of pairs."""
    for a, b in sorted(pairs):
        connection.execute(delete(table.pair).where(table.pair.c.a == a, table.pair.c.b == b))


def find_group(connection: Connection, ids: Iterable[str]) -> tuple[set[str], set[Pair]]:
    """Gather the reports that pairs tie to some, over any number of steps, with these pairs."""
    group: set[str] = set()
    pairs: set[Pair] = set()
    waiting = set(ids)
    while waiting:
        group |= waiting
        found = set()
        for column in (table.pair.c.a, table.pair.c.b):
            for part in parted(waiting):
                rows = connection.execute(select(table.pair.c.a, table.pair.c.b).where(column.in_(part)))
                found |= {(a, b) for a, b in rows}
        pairs |= found
        waiting = {each for pair in found for each in pair} - group
    return group, pairs


def find_kin(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Gather the reports that are related to some, or of a family with them, over any number of steps."""
    kin: set[str] = set()
    waiting = set(ids)
    while waiting:
        kin |= waiting
        found: set[str] = set()
        for part in parted(waiting):
            edge = table.derivation.c
            found |= set(connection.execute(select(edge.b).where(edge.a.in_(part))).scalars())
            found |= set(connection.execute(select(edge.a).where(edge.b.in_(part))).scalars())
            families = select(table.member.c.family).where(table.member.c.report.in_(part)).scalar_subquery()
            family = select(table.member.c.report).where(table.member.c.family.in_(families))
            found |= set(connection.execute(family).scalars())
        waiting = found - kin
    return kin


def find_edges(connection: Connection, ids: Iterable[str]) -> list[Pair]:
    """List the edges of the family trees that some reports are at an end of."""
    edge = table.derivation.c
    found: set[Pair] = set()
    for part in parted(ids):
        chosen = select(edge.a, edge.b).where(edge.parent, edge.a.in_(part) | edge.b.in_(part))
        found |= {(a, b) for a, b in connection.execute(chosen)}
    return sorted(found)


def drop_group(connection: Connection, ids: Iterable[str], *, pairs: bool = False) -> None:
    """Let go of the lineage of reports that are tied to nobody else; of the pairs that they are in, where asked for."""
    for part in parted(ids):
        heads = select(table.member.c.family).where(table.member.c.report.in_(part))
        connection.execute(delete(table.family).where(table.family.c.head.in_(heads.scalar_subquery())))
        connection.execute(delete(table.retelling).where(table.retelling.c.report.in_(part)))
        for held in (table.derivation, *([table.pair] if pairs else [])):
            connection.execute(delete(held).where(held.c.a.in_(part) | held.c.b.in_(part)))


def save_lineage(connection: Connection, lineage: Lineage) -> None:
    """Keep the lineage of reports of which none is held."""
    for edge in lineage.derivations:
        row = {"a": edge.a, "b": edge.b, "kind": edge.kind.value, "parent": edge.parent, "record": pack(edge)}
        connection.execute(insert(table.derivation).values(row))
    for family in lineage.families:
        head = min(family.members)
        connection.execute(insert(table.family).values(head=head, size=len(family.members), record=pack(family)))
        connection.execute(insert(table.member), [{"report": each, "family": head} for each in family.members])
    for retelling in lineage.retellings:
        row = {"report": retelling.report, "origin": retelling.origin, "record": pack(retelling)}
        connection.execute(insert(table.retelling).values(row))


def count_families(connection: Connection) -> int:
    """Count the families, those of one report too."""
    return connection.execute(select(func.count()).select_from(table.family)).scalar_one()


def load_lineage(connection: Connection, ids: Iterable[str] | None = None) -> Lineage:
    """Give the lineage of whole groups of reports, or of all."""
    chosen = None if ids is None else list(parted(ids))
    derivations = _load(connection, select(table.derivation.c.record), table.derivation.c.a, chosen)
    families = select(table.family.c.record).distinct()
    if chosen is not None:
        families = families.join(table.member, table.member.c.family == table.family.c.head)
    retellings = select(table.retelling.c.record)
    return Lineage(
        derivations=tuple(
            sorted((unpack(Derivation, each) for each in derivations), key=lambda each: (each.a, each.b))
        ),
        families=tuple(
            sorted(
                (unpack(Family, each) for each in _load(connection, families, table.member.c.report, chosen)),
                key=lambda each: each.members,
            )
        ),
        retellings=tuple(
            sorted(
                (unpack(Retelling, each) for each in _load(connection, retellings, table.retelling.c.report, chosen)),
                key=lambda each: (each.report, each.sentence.start, each.origin),
            )
        ),
    )


def _load(
    connection: Connection, chosen: Select[Any], column: ColumnElement[str], parts: Sequence[list[str]] | None
) -> list[str]:
    """Give the records of some reports, each once, or all."""
    if parts is None:
        return list(connection.execute(chosen).scalars())
    found = [record for part in parts for record in connection.execute(chosen.where(column.in_(part))).scalars()]
    return list(dict.fromkeys(found))
