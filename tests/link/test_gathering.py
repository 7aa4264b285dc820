"""Changes that are told together."""

import pytest

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.gathering import drop_repeated, join_quotations
from reportedly.span import Span

ONE = 'He said: "We saw no fire. The crew stayed calm," and left.'
TWO = 'He said: "We saw no smoke. The crew stayed brave," and left.'
GUARDS = "“Two old fishermen” became “Two guards”: another source."


def change(kind, one, two, note="The words are not the origin's.", bodies=(ONE, TWO), drift=Drift.NEUTRAL):
    spans = [Span.of(body, body.index(words), body.index(words) + len(words)) for body, words in zip(bodies, (one, two), strict=True)]  # fmt: skip
    return Variation(kind=kind, origin=spans[0], derivative=spans[1], direction=drift, note=note)


def test_sentences_of_one_quotation_are_told_as_one_change():
    found = [
        change(VariationKind.QUOTE_ALTERED, "The crew stayed calm", "The crew stayed brave"),
        change(VariationKind.QUOTE_ALTERED, "We saw no fire", "We saw no smoke"),
    ]
    told = [(v.origin.text, v.derivative.text) for v in join_quotations(found, ONE, TWO)]
    assert told == [("We saw no fire. The crew stayed calm", "We saw no smoke. The crew stayed brave")]


def test_two_quotations_stay_apart():
    bodies = [text.replace(". The", '." He went on: "The') for text in (ONE, TWO)]
    found = [
        change(VariationKind.QUOTE_ALTERED, "We saw no fire", "We saw no smoke", bodies=bodies),
        change(VariationKind.QUOTE_ALTERED, "The crew stayed calm", "The crew stayed brave", bodies=bodies),
    ]
    assert len(join_quotations(found, *bodies)) == len(found)


@pytest.mark.parametrize(("note", "left"), [("“fishermen” became “guards”.", 1), ("“old” became “tired”.", 2)])
def test_detail_of_a_source_that_is_another_one_is_told_once(note, left):
    bodies = "Two old fishermen at the ford saw it.", "Two guards at the ford saw it."
    source = change(VariationKind.ATTRIBUTION_CHANGED, "Two old fishermen", "Two guards", GUARDS, bodies)
    detail = change(VariationKind.DETAIL_CHANGED, "fishermen at the", "guards at the", note, bodies)
    assert len(drop_repeated([source, detail])) == left
