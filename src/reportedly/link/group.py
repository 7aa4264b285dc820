"""A group of reports that may be related: the one unit that is linked at once, apart from all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

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


def link_group(digests: Sequence[Digest], pairs: Sequence[Pair]) -> Lineage:
    """Work out who retells whom over reports sorted by id, of which `pairs` may be related."""
    places = {digest.report.id: place for place, digest in enumerate(digests)}
    verdicts = _judge_all(digests, [(places[one], places[other]) for one, other in pairs])
    tree = grow_tree(digests, verdicts)
    return Lineage(
        derivations=tuple(_derivation(digests, tree, pair, verdicts[pair]) for pair in sorted(verdicts)),
        families=gather_families(digests, verdicts, tree),
        retellings=trace_retellings(digests, verdicts, tree),
    )


def _judge_all(digests: Sequence[Digest], pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Verdict]:
    """Judge the pairs, by numbers; give those that are related, in order.

    The pairs of a report that has few come together, and behind its last one its vectors are let go of: what a large
    group needs at once are those of the few reports that many are held against.
    """
    left = Counter(number for pair in pairs for number in pair)
    ordered = sorted(pairs, key=lambda pair: min((left[number], number) for number in pair))
    found = {}
    for pair in ordered:
        verdict = judge(*(digests[number] for number in pair))
        if verdict.kind is not Relation.UNRELATED:
            found[pair] = verdict
        left.subtract(pair)
        for number in pair:
            if not left[number]:
                digests[number].let_go()
    return dict(sorted(found.items()))


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
