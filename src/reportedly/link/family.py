"""Build the families: trees of best earlier parents, and the origins that others credit and nobody holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.identity import identify
from reportedly.lineage import Family, InferredOrigin
from reportedly.link.digest import Digest
from reportedly.link.verify import Verdict
from reportedly.span import Span

_LEAD = 3  # sentences in which a report says whose story it retells
_MANY_CREDITS = 3  # credits to one outlet that make the report a retelling of it, wherever they stand

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """Who retells whom, by the reports' numbers."""

    parents: Mapping[int, int]  # child -> parent
    inferred: Mapping[tuple[int, str], InferredOrigin]  # (report, outlet credited) -> the origin not held

    def root(self, number: int) -> int:
        """Give the report at the top of the tree that `number` stands in."""
        while number in self.parents:
            number = self.parents[number]
        return number


def grow_tree(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict]) -> Tree:
    """Choose each report's best parent and infer the origins that are credited but not held."""
    parents = _choose_parents(digests, verdicts)
    return Tree(parents, _infer(digests, verdicts, Tree(parents, {})))


def orient(digests: Sequence[Digest], pair: Pair, verdict: Verdict) -> Pair:
    """Give the pair as (earlier, later); where that is not told, the order is by date and id, for folding only."""
    first = verdict.ruling.first
    if first is None:
        keys = [(digests[number].report.published or "9", digests[number].report.id) for number in pair]
        first = int(keys[1] < keys[0])
    return (pair[first], pair[1 - first])


def _choose_parents(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict]) -> dict[int, int]:
    """Take the edges from the strongest on; no report gets two parents, no edge closes a circle."""
    edges = []
    for pair, verdict in verdicts.items():
        if not verdict.derived:
            continue
        earlier, later = orient(digests, pair, verdict)
        told = verdict.ruling.first is not None
        edges.append((not told, -strength(verdict), digests[earlier].report.id, earlier, later))
    parents: dict[int, int] = {}
    tree = Tree(parents, {})
    for *_, earlier, later in sorted(edges):
        if later not in parents and tree.root(earlier) != later:
            parents[later] = earlier
    return {later: earlier for later, earlier in parents.items() if not _retells(digests, parents, earlier, later)}


def _retells(digests: Sequence[Digest], parents: Mapping[int, int], number: int, later: int) -> bool:
    """Tell whether a report has its story from the outlet of `later` itself: what is alike is that outlet's own."""
    if digests[number].outlets & digests[later].outlets:
        return False
    while number in parents:
        number = parents[number]
        if digests[number].outlets & digests[later].outlets:
            return True
    return False


def strength(verdict: Verdict) -> float:
    """Give how much of one report the other holds, and how closely: a few copied sentences outweigh many faint ones."""
    return sum(match.score**2 * min(len(match.ones), len(match.others)) for match in verdict.matches)


def _infer(
    digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict], tree: Tree
) -> dict[tuple[int, str], InferredOrigin]:
    """Make an origin for each outlet credited whose story is not held, one for all that credit the same story."""
    near = _related_outlets(digests, verdicts)
    spans: dict[tuple[int, str], Span] = {}
    for number, digest in enumerate(digests):
        held = _held_outlets(digests, tree, number) | near.get(number, frozenset())
        for credit in digest.credits:
            if credit.outlet not in held:
                span = Span.of(digest.report.body, credit.start, credit.end)
                spans.setdefault((number, credit.outlet), span)
    merged: dict[tuple[int, str], InferredOrigin] = {}
    for group in _merge(spans, verdicts):
        nodes = sorted(group, key=lambda node: digests[node[0]].report.id)
        ids = tuple(digests[number].report.id for number, _ in nodes)
        outlet = nodes[0][1]
        days = [day[:10] for number, _ in nodes if (day := digests[number].report.published)]
        origin = InferredOrigin(
            id=identify("inferred", outlet, ids[0]),
            publisher=outlet,
            about=min(days, default=None),
            credited_by=ids,
            evidence=tuple(spans[node] for node in nodes),
        )
        merged.update((node, origin) for node in nodes)
    return merged


def _held_outlets(digests: Sequence[Digest], tree: Tree, number: int) -> frozenset[str]:
    """Name the outlets of the report and of all that it goes back to."""
    outlets = digests[number].outlets
    while number in tree.parents:
        number = tree.parents[number]
        outlets |= digests[number].outlets
    return outlets


def _related_outlets(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict]) -> dict[int, frozenset[str]]:
    """Name for each report the outlets of the reports held that tell the same story."""
    found: dict[int, frozenset[str]] = {}
    for one, other in verdicts:
        found[one] = found.get(one, frozenset()) | digests[other].outlets
        found[other] = found.get(other, frozenset()) | digests[one].outlets
    return found


def _merge(nodes: Mapping[tuple[int, str], Span], verdicts: Mapping[Pair, Verdict]) -> list[list[tuple[int, str]]]:
    """Gather the credits to one outlet by reports that tell the same story."""
    head = {node: node for node in nodes}

    def root(node: tuple[int, str]) -> tuple[int, str]:
        while head[node] != node:
            node = head[node]
        return node

    credited: dict[int, list[str]] = {}
    for number, outlet in sorted(nodes):
        credited.setdefault(number, []).append(outlet)
    for one, other in sorted(verdicts):
        for outlet in credited.get(one, ()):
            if (other, outlet) in nodes:
                low, high = sorted((root((one, outlet)), root((other, outlet))))
                head[high] = low
    groups: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for node in sorted(nodes):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


def gather_families(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict], tree: Tree) -> tuple[Family, ...]:
    """Put every report in exactly one family, by the families' first report."""
    chief = {number: _chief(digests, tree, number) for number in range(len(digests))}
    groups: dict[str, list[int]] = {}
    for number in range(len(digests)):
        top = tree.root(number)
        origin = chief[top]
        groups.setdefault(origin.id if origin else f"{top}", []).append(number)
    return tuple(_family(digests, verdicts, tree, members, chief) for members in groups.values())


def _chief(digests: Sequence[Digest], tree: Tree, number: int) -> InferredOrigin | None:
    """Give the origin, not held, that the report as a whole retells; None where it has matter of its own."""
    if number in tree.parents:
        return None
    digest = digests[number]
    if not digest.credits:
        return None
    lead_end = digest.bounds[min(_LEAD, len(digest.bounds)) - 1][1] if digest.bounds else 0
    counts: dict[str, list[int]] = {}
    for credit in digest.credits:
        if (number, credit.outlet) in tree.inferred:
            counts.setdefault(credit.outlet, []).append(credit.start)
    leading = [outlet for outlet, starts in counts.items() if starts[0] < lead_end or len(starts) >= _MANY_CREDITS]
    if not leading:
        return None
    best = min(leading, key=lambda outlet: (-len(counts[outlet]), counts[outlet][0], outlet))
    return tree.inferred[number, best]


def _family(
    digests: Sequence[Digest],
    verdicts: Mapping[Pair, Verdict],
    tree: Tree,
    members: list[int],
    chief: Mapping[int, InferredOrigin | None],
) -> Family:
    """Make the family of `members`."""
    top = tree.root(members[0])
    inferred = chief[top]
    told = all(
        _edge(verdicts, child, tree.parents[child]).ruling.first is not None
        for child in members
        if tree.parents.get(child) == top
    )
    return Family(
        origin=digests[top].report.id if told and inferred is None else None,
        members=tuple(sorted(digests[number].report.id for number in members)),
        inferred_origin=inferred,
    )


def _edge(verdicts: Mapping[Pair, Verdict], one: int, other: int) -> Verdict:
    """Give the verdict on two reports, whichever comes first."""
    return verdicts[min(one, other), max(one, other)]
