"""The lineage of a collection: pairs that were looked at, derivations, families, and where sentences come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
)

from reportedly.lineage import Derivation, Family, Lineage, Retelling
from reportedly.store import table
from reportedly.store.codec import pack, unpack
from reportedly.store.parted import parted

Noun = TypeVar("Noun")
Pair = tuple[str, str]  # report ids, the lower one first


def save_pairs(connection: Connection, judged: Mapping[Pair, str | None], judge: str) -> None:
    """Note what was found of pairs of reports that may be related, in place of what was noted of them.

    Args:
        connection: a connection that writes.
        judged: for each pair the verdict as JSON; None where the two are not related.
        judge: who found that out, the program with its version.
    """
    held = table.pair.c
    old = [{"one": a, "other": b} for a, b in judged]
    _run(connection, delete(table.pair).where(held.a == bindparam("one"), held.b == bindparam("other")), old)
    rows = [{"a": a, "b": b, "judge": judge, "verdict": verdict} for (a, b), verdict in sorted(judged.items())]
    _run(connection, insert(table.pair), rows)


def find_group(connection: Connection, ids: Iterable[str], judge: str) -> tuple[set[str], dict[Pair, str | None]]:
    """Gather the reports that some are related to, or may be, over any number of steps.

    Args:
        connection: a connection that reads.
        ids: the reports, by id.
        judge: whose verdicts count; a pair that this one has not judged may be related.

    Returns:
        The reports, and the pairs that tie them, each with its verdict as JSON; None where it is to be judged.
    """
    held = table.pair.c
    verdict = case((held.judge == judge, held.verdict))
    tied = select(held.a, held.b, verdict).where(or_(held.judge != judge, held.verdict.is_not(None)))
    group: set[str] = set()
    pairs: dict[Pair, str | None] = {}
    waiting = set(ids)
    while waiting:
        group |= waiting
        found = {
            (a, b): told
            for column in (held.a, held.b)
            for part in parted(waiting)
            for a, b, told in connection.execute(tied.where(column.in_(part)))
        }
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


def drop_reports(connection: Connection, ids: Iterable[str]) -> None:
    """Let go of all that is held of the lineage of some reports, with the families and the pairs that they are in."""
    for part in parted(ids):
        heads = select(table.member.c.family).where(table.member.c.report.in_(part))
        connection.execute(delete(table.family).where(table.family.c.head.in_(heads.scalar_subquery())))
        connection.execute(delete(table.retelling).where(table.retelling.c.report.in_(part)))
        for held in (table.derivation, table.pair):
            connection.execute(delete(held).where(held.c.a.in_(part) | held.c.b.in_(part)))


def replace_lineage(connection: Connection, before: Lineage, after: Lineage) -> None:
    """Keep the lineage of whole groups of reports in place of what was held of them; only what differs is written."""
    edge, family, retelling = table.derivation.c, table.family.c, table.retelling.c
    old = [{"one": each.a, "other": each.b} for each in _only(before.derivations, after.derivations)]
    _run(connection, delete(table.derivation).where(edge.a == bindparam("one"), edge.b == bindparam("other")), old)
    old = [{"one": min(each.members)} for each in _only(before.families, after.families)]
    _run(connection, delete(table.family).where(family.head == bindparam("one")), old)
    changed = {each.report for each in set(before.retellings) ^ set(after.retellings)}
    old = [{"one": report} for report in sorted(changed)]
    _run(connection, delete(table.retelling).where(retelling.report == bindparam("one")), old)
    _save_edges(connection, _only(after.derivations, before.derivations))
    _save_families(connection, _only(after.families, before.families))
    _save_retellings(connection, [each for each in after.retellings if each.report in changed])


def _only(ones: Iterable[Noun], others: Iterable[Noun]) -> list[Noun]:
    """List those that are not among the others."""
    held = set(others)
    return [each for each in ones if each not in held]


def _save_edges(connection: Connection, edges: Iterable[Derivation]) -> None:
    told = [
        {"a": each.a, "b": each.b, "kind": each.kind.value, "parent": each.parent, "record": pack(each)}
        for each in edges
    ]
    _run(connection, insert(table.derivation), told)


def _save_families(connection: Connection, families: Sequence[Family]) -> None:
    heads = [min(each.members) for each in families]
    told = [
        {"head": head, "size": len(each.members), "record": pack(each)}
        for head, each in zip(heads, families, strict=True)
    ]
    _run(connection, insert(table.family), told)
    members = [
        {"report": id_, "family": head} for head, each in zip(heads, families, strict=True) for id_ in each.members
    ]
    _run(connection, insert(table.member), members)


def _save_retellings(connection: Connection, retellings: Iterable[Retelling]) -> None:
    told = [{"report": each.report, "origin": each.origin, "record": pack(each)} for each in retellings]
    _run(connection, insert(table.retelling), told)


def _run(connection: Connection, statement: Delete | Insert, rows: Sequence[Mapping[str, object]]) -> None:
    """Run a statement for each of some rows; not at all where there is none."""
    if rows:
        connection.execute(statement, rows)


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
