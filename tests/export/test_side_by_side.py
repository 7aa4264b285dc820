from dataclasses import replace

from reportedly.export.side_by_side import lay_side_by_side
from reportedly.lineage import Alignment, Drift, VariationKind

from . import factory


def laid(**changes):
    wire, retold, *_ = factory.reports()
    return lay_side_by_side(replace(factory.comparison(wire, retold), **changes))


def words(pieces):
    return "".join(piece.text for piece in pieces)


def test_the_origin_stands_on_the_left_whatever_its_id():
    wire, retold, *_ = factory.reports()
    given = factory.comparison(wire, retold)
    turned = replace(given, origin=retold.id, derivative=wire.id)
    assert lay_side_by_side(given).left == wire
    assert lay_side_by_side(turned).left == retold


def test_rows_come_in_the_order_of_their_most_important_change():
    kinds = [[variation.kind for variation in row.variations] for row in laid().changed]
    assert kinds[0] == [VariationKind.QUOTE_ALTERED]
    assert kinds[1] == [VariationKind.HEDGE_DROPPED, VariationKind.CUE_CHANGED]


def test_every_change_is_shown_once():
    page = laid()
    shown = [v for row in page.changed for v in row.variations] + [*page.left_out, *page.put_in]
    assert sorted(shown, key=str) == sorted(page.comparison.variations, key=str)
    assert page.drift(Drift.STRONGER) == 4
    assert page.quotes_altered == 1


def test_sentences_that_are_not_neighbours_are_parted_by_dots():
    wire, retold, *_ = factory.reports()
    first, _, third, *_ = (factory.span(wire, line) for line in wire.body.split("\n"))
    alignment = Alignment(origin=(first, third), derivative=(factory.span(retold, "hurt"),), score=0.5)
    (row,) = laid(alignments=(alignment,), variations=()).kept
    assert words(row.origin) == f"{first.text} … {third.text}"


def test_an_aligned_passage_without_a_change_is_kept():
    assert [words(row.origin)[:12] for row in laid(variations=()).kept][:1] == ["TRIESTE, Mar"]
