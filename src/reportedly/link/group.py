"""A group of reports that may be related: the one unit that is linked at once, apart from all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.lineage import Derivation, Lineage, Relation
from reportedly.link.digest import Digest
from reportedly.link.family import Tree, gather_families, grow_tree
from reportedly.link.retelling import trace_retellings
from reportedly.link.verify import Verdict, judge

Pair = tuple[str, str]  # ids, the lower one first


def gather_groups(ids: Iterable[str], pairs: Sequence[Pair]) -> list[tuple[list[str], list[Pair]]]:
    """Put every report into the group of all that pairs tie it to, with these pairs; both sorted, by first id."""
    head = {each: each for each in ids}

    def root(each: str) -> str:
        while head[each] != each:
            head[each] = each = head[head[each]]
        return each

    for pair in pairs:
        low, high = sorted(map(root, pair))
        head[high] = low
    groups: dict[str, tuple[list[str], list[Pair]]] = {}
    for each in sorted(head):
        groups.setdefault(root(each), ([], []))[0].append(each)
    for pair in sorted(pairs):
        groups[root(pair[0])][1].append(pair)
    return list(groups.values())


def link_group(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict]) -> Lineage:
    """Work out who retells whom over reports sorted by id, of which pairs were judged; those unrelated tie nobody."""
    places = {digest.report.id: place for place, digest in enumerate(digests)}
    related = {
        (places[one], places[other]): verdicts[one, other]
        for one, other in sorted(verdicts)
        if verdicts[one, other].kind is not Relation.UNRELATED
    }
    tree = grow_tree(digests, related)
    return Lineage(
        derivations=tuple(_derivation(digests, tree, pair, verdict) for pair, verdict in related.items()),
        families=gather_families(digests, related, tree),
        retellings=trace_retellings(digests, related, tree),
    )


def judge_pairs(digests: Mapping[str, Digest], pairs: Iterable[Pair]) -> dict[Pair, Verdict]:
    """Judge the pairs of reports that may be related.

    The pairs of a report that has few come together, and behind its last one its vectors are let go of: what a large
    group needs at once are those of the few reports that many are held against.
    """
    every = list(pairs)
    left = Counter(each for pair in every for each in pair)
    found = {}
    for pair in sorted(every, key=lambda pair: min((left[each], each) for each in pair)):
        found[pair] = judge(*(digests[each] for each in pair))
        left.subtract(pair)
        for each in pair:
            if not left[each]:
                digests[each].let_go()
    return found


def _derivation(digests: Sequence[Digest], tree: Tree, pair: tuple[int, int], verdict: Verdict) -> Derivation:
    """Say what was found of one pair."""
    one, other = (digests[number].report for number in pair)
    first = verdict.ruling.first
    return Derivation(
        a=one.id,
        b=other.id,
        path_a=one.path,
        path_b=other.path,
        kind=verdict.kind,
        score=verdict.score,
        parent=tree.parents.get(pair[0]) == pair[1] or tree.parents.get(pair[1]) == pair[0],
        origin=None if first is None else (one, other)[first].id,
        confidence=verdict.ruling.confidence,
    )
