from dataclasses import replace
from itertools import pairwise

from reportedly.export.family_tree import grow_tree
from reportedly.lineage import Derivation, Family, InferredOrigin, Lineage, Relation


def derivation(origin, child, parent=True):
    return Derivation(
        a=min(origin, child),
        b=max(origin, child),
        path_a=None,
        path_b=None,
        kind=Relation.REWRITE,
        score=0.9,
        parent=parent,
        origin=origin,
        confidence=0.8,
    )


def tree(members, edges, inferred=None):
    family = Family(origin=None, members=tuple(members), inferred_origin=inferred)
    lineage = Lineage(derivations=tuple(derivation(*edge) for edge in edges), families=(family,), retellings=())
    return grow_tree(family, lineage)


def shape(nodes):
    return [(node.depth, node.report) for node in nodes]


def test_a_tree_tells_parents_before_children():
    nodes = tree(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("a", "d")])
    assert shape(nodes) == [(0, "a"), (1, "b"), (2, "c"), (1, "d")]
    assert [node.last for node in nodes] == [True, False, True, True]
    assert [node.opens for node in nodes] == [True, True, False, False]
    assert [node.closes for node in nodes] == [0, 0, 1, 1]


def test_siblings_hang_below_an_origin_that_is_not_held():
    origin = InferredOrigin(id="inf-x", publisher="X", about=None, credited_by=("a",), evidence=())
    assert shape(tree(["a", "b"], [], origin)) == [(0, None), (1, "a"), (1, "b")]


def test_reports_whose_order_cannot_be_told_hang_side_by_side():
    nodes = tree(["a", "b"], [])
    assert shape(nodes) == [(0, None), (1, "a"), (1, "b")]
    assert nodes[0].inferred is None


def test_a_pair_that_is_no_parent_edge_makes_no_branch():
    family = Family(origin="a", members=("a",), inferred_origin=None)
    other = replace(derivation("a", "z"), parent=True)
    assert shape(grow_tree(family, Lineage(derivations=(other,), families=(), retellings=()))) == [(0, "a")]


def test_a_ring_of_parents_shows_every_report_once():
    nodes = tree(["a", "b"], [("a", "b"), ("b", "a")])
    assert sorted(node.report for node in nodes if node.report) == ["a", "b"]


def test_a_very_long_chain_of_copies_is_walked():
    members = [f"{number:05}" for number in range(5000)]
    nodes = tree(members, list(pairwise(members)))
    assert [node.depth for node in nodes] == list(range(5000))
