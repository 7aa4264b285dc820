"""What the trained reader of changes says of two headlines, and what becomes of what rules say of them."""

import numpy as np
import pytest
from tests.link.factory import OTHER, WIRE, report

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.change_input import DERIVATIVE, KINDS, lay_out
from reportedly.link.change_reader import Look, look
from reportedly.link.digest import Digest
from reportedly.link.headline_reading import pair_headlines, settle_headline
from reportedly.span import Field, Span

OLD, NEW = "Sarvia keeps its radar station, port officials say", "Sarvia digs in at Lodna radar station"


def digests(old=OLD, new=NEW):
    return Digest(report("wire", WIRE, title=old)), Digest(report("local", OTHER, title=new))


def seen(chance):
    """Make a look in which the second headline claims another thing, as likely as is said."""
    pairing = pair_headlines(*digests())
    laid = lay_out(pairing)
    kinds = np.zeros((len(laid.pieces), len(KINDS)), dtype=np.float32)
    kinds[np.array(laid.sides) == DERIVATIVE, KINDS.index(VariationKind.HEADLINE_CHANGED)] = chance
    return Look(pairing, laid, kinds, np.zeros((len(laid.pieces), 3)), 0.9, np.zeros((len(laid.pieces),) * 2))


def rule():
    spans = [Span.of(title, 0, len(title), Field.TITLE) for title in (OLD, NEW)]
    return Variation(
        kind=VariationKind.HEADLINE_CHANGED,
        origin=spans[0],
        derivative=spans[1],
        direction=Drift.STRONGER,
        note="Told.",
    )


def test_origins_headline_stands_beside_what_its_text_says_of_the_matter():
    pairing = pair_headlines(*digests())
    lines = pairing.origin.body.split("\n")
    assert lines[0] == OLD
    assert any("radar station open" in line for line in lines[1:])
    assert [pairing.origin.body[slice(*bounds)] for bounds in pairing.origin.bounds] == lines
    assert pairing.derivative.body == NEW


@pytest.mark.parametrize(("old", "new"), [(None, NEW), (OLD, None), (OLD, "…")])
def test_without_a_headline_nothing_is_asked(old, new):
    assert pair_headlines(*digests(old, new)) is None


def test_rules_are_believed_unless_the_reader_sees_nothing():
    origin, _ = digests()
    assert settle_headline([rule()], origin, seen(0.01)) == []
    assert settle_headline([rule()], origin, seen(0.5)) == [rule()]


def test_reader_alone_is_enough_where_it_is_sure():
    origin, _ = digests()
    assert settle_headline([], origin, seen(0.5)) == []
    (told,) = settle_headline([], origin, seen(0.97))
    assert (told.kind, told.direction) == (VariationKind.HEADLINE_CHANGED, Drift.STRONGER)
    told.origin.check(OLD)
    told.derivative.check(NEW)


def test_model_tells_of_headlines_too():
    found = look(pair_headlines(*digests())).kinds[:, KINDS.index(VariationKind.HEADLINE_CHANGED)]
    assert ((found >= 0) & (found <= 1)).all()
