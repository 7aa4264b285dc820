"""What each retelling of a collection changed: worked out when reports come in, and kept until one of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from reportedly import __version__
from reportedly.judgement import digest_body
from reportedly.lineage import Comparison, Lineage
from reportedly.link import READER
from reportedly.pipeline import compare_readings
from reportedly.reading import Reading
from reportedly.store import Connection, comparisons, lineages, reports
from reportedly.store.codec import pack
from reportedly.store.lineages import Pair


def compare_kin(connection: Connection, readings: Sequence[Reading], lineage: Lineage) -> tuple[Comparison, ...]:
    """Give the comparison along every edge of the family trees; what is held is taken, the rest worked out.

    An edge to a report of which there is no reading is passed over.
    """
    by_id = {reading.report.id: reading for reading in readings}
    edges = [(edge.a, edge.b) for edge in lineage.derivations if edge.parent and {edge.a, edge.b} <= by_id.keys()]
    held = comparisons.load_comparisons(connection, _keys(edges, by_id))
    return tuple(held.get((a, b)) or compare_readings(by_id[a], by_id[b]) for a, b in edges)


def keep_comparisons(connection: Connection, touched: Iterable[str]) -> None:
    """Work out what retellings changed wherever some reports have to do with it, and keep it.

    Args:
        connection: a connection that writes; lineage and readings are up to date.
        touched: ids of reports that came or went, or whose lineage or reading changed.
    """
    ids = sorted(set(touched))
    edges = lineages.find_edges(connection, ids)
    numbers = reports.find_numbers(connection, {id_ for edge in edges for id_ in edge}).values()
    by_id = {reading.report.id: reading for reading in reports.load_readings(connection, numbers)}
    keys = _keys(edges, by_id)
    wanted = keys.keys() - comparisons.keep_keys(connection, ids, keys)
    made = {(a, b): (keys[a, b], compare_readings(by_id[a], by_id[b])) for a, b in wanted}
    comparisons.save_comparisons(connection, made)


def _keys(edges: Iterable[Pair], by_id: Mapping[str, Reading]) -> dict[Pair, str]:
    """Give for each edge what its comparison is kept under."""
    sides = {id_: _side(by_id[id_]) for id_ in {id_ for edge in edges for id_ in edge}}
    return {(a, b): f"{__version__} {READER} {sides[a]} {sides[b]}" for a, b in edges}


def _side(reading: Reading) -> str:
    """Give text that is another one for every other report, and for the same one read by other components."""
    made_by = " ".join(f"{part}={version}" for part, version in sorted(reading.made_by.items()))
    told = f"{digest_body(reading.report)} {made_by} {pack(reading.report, without='body')}"
    return blake2b(told.encode(), digest_size=16).hexdigest()
