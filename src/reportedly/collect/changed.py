"""Of which reports two lineages of a collection tell other things: what these claim is to be worked out again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from reportedly.lineage import DERIVED, Lineage, Relation


def find_changed(before: Lineage, after: Lineage) -> set[str]:
    """Name the reports that come from elsewhere now, as a whole or in a sentence, or are updates; and whom they retell.

    Who else is of a report's family, or tells the same story, tells nothing of where it comes from: see `find_beside`.
    """
    then, now = _origins(before), _origins(after)
    retold = set(before.retellings) ^ set(after.retellings)
    changed = {id_ for id_ in then.keys() | now.keys() if then.get(id_) != now.get(id_)}
    return changed | {each.origin for each in retold if each.origin_sentence is not None}


def find_beside(before: Lineage, after: Lineage, newsrooms: Mapping[str, Set[str]]) -> dict[str, set[str]]:
    """Give the newsrooms that come to tell, or cease to tell, the story of a report: it may have something from them.

    Args:
        before: the lineage that was.
        after: the lineage that is.
        newsrooms: those that each report is signed by.
    """
    then, now = _beside(before, newsrooms), _beside(after, newsrooms)
    differing = {id_: then.get(id_, set()) ^ now.get(id_, set()) for id_ in then.keys() | now.keys()}
    return {id_: names for id_, names in differing.items() if names}


def _beside(lineage: Lineage, newsrooms: Mapping[str, Set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in lineage.derivations:
        for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
            if edge.kind not in DERIVED or edge.origin != one:  # nothing comes from what was made of it
                found[one] |= newsrooms.get(other, set())
    return found


def _origins(lineage: Lineage) -> dict[str, set[object]]:
    """Gather for each report all that a lineage tells of where it comes from."""
    found: dict[str, set[object]] = defaultdict(set)
    parents = {
        edge.b if edge.origin == edge.a else edge.a: edge.origin
        for edge in lineage.derivations
        if edge.parent and edge.origin
    }
    for child in parents:
        found[child].add(tuple(_ancestors(child, parents)))
    for edge in lineage.derivations:
        if edge.kind is Relation.UPDATE or (edge.parent and not edge.origin):
            found[edge.a].add(edge)
            found[edge.b].add(edge)
    inferred = {family.inferred_origin: family.members for family in lineage.families if family.inferred_origin}
    publishers = {origin.id: origin.publisher for origin in inferred}
    for origin, members in inferred.items():
        for member in members:
            found[member].add((origin.id, origin.publisher))
    for retelling in lineage.retellings:
        found[retelling.report].add((retelling, publishers.get(retelling.origin)))
    return found


def _ancestors(report: str, parents: Mapping[str, str]) -> Iterator[str]:
    """Give what a report was made from, and that from, up to what was made from nothing that is held."""
    seen = {report}
    while (parent := parents.get(report)) and parent not in seen:
        yield parent
        seen.add(parent)
        report = parent
