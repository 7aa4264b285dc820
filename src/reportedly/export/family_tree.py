"""Families as trees: which report each was made from, with the origin on top, held or not."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lineage import Derivation, Family, InferredOrigin, Lineage


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One report of a family, or its origin that is not held, in the order in which a tree is written."""

    depth: int  # 0 at the root
    report: str | None  # None for an origin that is not held or cannot be told
    inferred: InferredOrigin | None
    derivation: Derivation | None  # how it stands to the node above; None at the root
    last: bool  # the last of its siblings
    opens: bool  # the next node lies below this one
    closes: int  # how many levels end after it

    @property
    def held(self) -> bool:
        """Tell whether the report is at hand."""
        return self.report is not None


Edge = tuple[str, Derivation | None]


def grow_tree(family: Family, lineage: Lineage) -> tuple[Node, ...]:
    """List the family's tree, parents before children; parentless reports hang below an origin not held."""
    below = _children(family, lineage)
    parented = {child for made in below.values() for child, _ in made}
    roots = [member for member in family.members if member not in parented]
    walked, placed = _walk(roots, below)
    # A ring of parents is a fault of the lineage; its reports are shown all the same.
    ring, _ = _walk([member for member in family.members if member not in placed], below)
    walked += ring
    if family.inferred_origin is not None or sum(depth == 0 for depth, _, _ in walked) > 1:
        walked = [(0, None, None), *((depth + 1, report, how) for depth, report, how in walked)]
    return _nodes(walked, family.inferred_origin)


def _children(family: Family, lineage: Lineage) -> dict[str, list[Edge]]:
    """List what was made from each member, in the lineage's order."""
    members = set(family.members)
    below: dict[str, list[Edge]] = {}
    seen: set[str] = set()
    for derivation in lineage.derivations:
        if not derivation.parent or derivation.origin is None or not {derivation.a, derivation.b} <= members:
            continue
        child = derivation.b if derivation.origin == derivation.a else derivation.a
        if child not in seen:
            seen.add(child)
            below.setdefault(derivation.origin, []).append((child, derivation))
    return below


Step = tuple[int, str | None, Derivation | None]  # depth, report, how it was made


def _walk(roots: list[str], below: dict[str, list[Edge]]) -> tuple[list[Step], set[str]]:
    """Visit every report below the roots once, parents first; a chain of copies may be very long."""
    waiting: list[tuple[int, str, Derivation | None]] = [(0, root, None) for root in reversed(roots)]
    walked: list[Step] = []
    placed: set[str] = set()
    while waiting:
        depth, report, how = waiting.pop()
        if report in placed:
            continue
        placed.add(report)
        walked.append((depth, report, how))
        waiting += [(depth + 1, child, edge) for child, edge in reversed(below.get(report, []))]
    return walked, placed


def _nodes(walked: list[Step], inferred: InferredOrigin | None) -> tuple[Node, ...]:
    """Add to every step what the writer of a tree must know of those after it."""
    nodes: list[Node] = []
    following: set[int] = set()  # depths at which a sibling still follows
    next_depth = 0
    for depth, report, how in reversed(walked):
        nodes.append(
            Node(
                depth=depth,
                report=report,
                inferred=inferred if report is None else None,
                derivation=how,
                last=depth not in following,
                opens=next_depth > depth,
                closes=max(0, depth - next_depth),
            )
        )
        following = {level for level in following if level < depth} | {depth}
        next_depth = depth
    return tuple(reversed(nodes))
