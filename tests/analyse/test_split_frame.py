"""What one cue brings in is parted where its clauses differ."""

from __future__ import annotations

import pytest
from tests.analyse.said import only, said

from reportedly.attribution import Certainty, Polarity


def _told(body: str) -> list[tuple[str, Certainty, Polarity]]:
    return [(" // ".join(part.text for part in one.content), one.certainty, one.polarity) for one in said(body)]


@pytest.mark.parametrize(
    ("body", "first", "second"),
    [
        (
            "The prisoners were in good health and might be sent home by Friday, an envoy said.",
            ("The prisoners were in good health", Certainty.CERTAIN),
            ("might be sent home by Friday", Certainty.POSSIBLE),
        ),
        (
            "The firm said that the barge was expected at Varna on Monday and that its load was dry.",
            ("that the barge was expected at Varna on Monday", Certainty.PROBABLE),
            ("that its load was dry", Certainty.CERTAIN),
        ),
        (
            "A satellite image shows three hangars and what appears to be a burnt lorry.",
            ("three hangars", Certainty.CERTAIN),
            ("what appears to be a burnt lorry", Certainty.PROBABLE),
        ),
        (
            "The photograph shows a trawler beside what look like two dredgers.",
            ("a trawler", Certainty.CERTAIN),
            ("what look like two dredgers", Certainty.PROBABLE),
        ),
    ],
)
def test_clauses_that_differ_in_certainty_are_told_apart(
    body: str, first: tuple[str, Certainty], second: tuple[str, Certainty]
) -> None:
    assert [(words, level) for words, level, _ in _told(body)] == [first, second]


@pytest.mark.parametrize(
    "body",
    [
        "The prisoners were in good health and were sent home on Friday, an envoy said.",
        '"The gate is shut, and nobody may leave," a guard said.',
        "A satellite image shows what appears to be a burnt lorry and a crane.",
    ],
)
def test_clauses_that_agree_and_quotations_stay_whole(body: str) -> None:
    only(body)


def test_a_quotation_is_judged_by_its_first_sentence() -> None:
    assert only('"There was no warning at all. The crew acted well," Ada Lind said.').polarity is Polarity.NEGATED
    assert only('"The crew acted well. There was no warning at all," Ada Lind said.').polarity is Polarity.AFFIRMED


def test_a_thing_only_made_out_at_its_edge_leaves_the_rest_certain() -> None:
    assert (
        only("Footage shows a cutter crossing a bow at what appears to be ten metres.").certainty is Certainty.CERTAIN
    )
    assert only("A photograph shows a hull, possibly a tanker.").certainty is Certainty.POSSIBLE
