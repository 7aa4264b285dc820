"""What changed between two reports."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.link.factory import OTHER, REWRITE, WIRE, reading

from reportedly.lineage import DERIVED, Drift, Relation, VariationKind
from reportedly.link import compare, link
from reportedly.report import Completeness
from reportedly.span import Field

ORIGIN = reading("wire", WIRE, agency="Northwire", title="Sarvia keeps radar, officials say")
DERIVATIVE = reading("local", REWRITE, title="Sarvia keeps radar station")
COMPARISON = compare(ORIGIN, DERIVATIVE)


def told(kind, comparison=COMPARISON):
    return [variation for variation in comparison.variations if variation.kind is kind]


def test_order_of_the_two_changes_nothing():
    assert compare(DERIVATIVE, ORIGIN) == COMPARISON


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_tells_the_same(seed):
    told = "print(*test_compare.COMPARISON.variations, sep='\\n')"
    ran = subprocess.run(
        [sys.executable, "-c", f"from tests.link import test_compare; {told}"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.splitlines() == [str(variation) for variation in COMPARISON.variations]


def test_verdict_is_the_one_that_link_gives():
    (derivation,) = link([ORIGIN.report, DERIVATIVE.report]).derivations
    assert (derivation.kind, derivation.origin) == (COMPARISON.kind, COMPARISON.origin)
    assert (derivation.score, derivation.confidence) == (COMPARISON.score, COMPARISON.direction.confidence)


def test_origin_and_coverage_are_told_with_a_reason():
    assert (COMPARISON.kind, COMPARISON.origin, COMPARISON.derivative) == (Relation.REWRITE, "wire", "local")
    assert any("Northwire" in reason for reason in COMPARISON.direction.reasons)
    assert COMPARISON.coverage.of_derivative == 1.0
    assert COMPARISON.coverage.of_origin == pytest.approx(7 / 8)


def test_every_span_gives_its_words():
    for variation in COMPARISON.variations:
        for side, span in ((ORIGIN, variation.origin), (DERIVATIVE, variation.derivative)):
            if span:
                span.check(side.report.title if span.field is Field.TITLE else side.report.body)


@pytest.mark.parametrize(
    ("kind", "origin", "derivative", "drift"),
    [
        (VariationKind.HEDGE_DROPPED, "what appeared to be a fuel tanker", "revealed a fuel tanker", Drift.STRONGER),
        (VariationKind.HEDGE_WEAKENED, "probably sending spare parts", "may be sending spare parts", Drift.WEAKER),
        (VariationKind.QUOTE_ALTERED, "nobody has asked us to", "we were never asked to", Drift.NEUTRAL),
        (VariationKind.CUE_CHANGED, "said at least seven", "confirmed that at least nine", Drift.STRONGER),
        (VariationKind.QUANTITY_CHANGED, "seven lorries", "nine lorries", Drift.STRONGER),
        (VariationKind.DETAIL_CHANGED, "outside the customs", "near the customs", Drift.NEUTRAL),
        (VariationKind.DETAIL_DROPPED, "toward the dry dock", "along the dry dock", Drift.WEAKER),
        (VariationKind.DETAIL_DROPPED, "Very senior engineers", "Engineers from", Drift.WEAKER),
        (VariationKind.OMITTED, "could not independently verify", None, Drift.STRONGER),
        (VariationKind.HEADLINE_CHANGED, "officials say", "radar station", Drift.STRONGER),
    ],
)
def test_change_is_found_with_both_spans(kind, origin, derivative, drift):
    assert any(
        origin in variation.origin.text
        and (derivative in variation.derivative.text if derivative else variation.derivative is None)
        and variation.direction is drift
        for variation in told(kind)
    )


def test_synonyms_are_silent():
    kinds = {VariationKind.POLARITY_CHANGED, VariationKind.NAME_CHANGED, VariationKind.TIME_CHANGED}
    assert not [variation for variation in COMPARISON.variations if variation.kind in kinds]
    assert len(COMPARISON.variations) <= 14


def test_reworded_sentences_without_a_changed_claim_give_no_variation():
    lines = (
        "The town council met on Monday and agreed to repair the old bridge over the Lodna river.",
        "Work on the bridge will begin in May and last for two years, the mayor told reporters.",
        "The repairs are paid for by the province, which set the money aside in its last budget.",
        "Drivers will have to use the ferry at Karsk while the bridge is shut to all traffic.",
    )
    others = (
        "On Monday, the town council gathered and agreed that the old bridge over the Lodna river is to be repaired.",
        "The mayor informed reporters that work on the bridge will start in May and take two years.",
        "The province, which set the money aside in its last budget, is paying for the repairs.",
        "While the bridge is shut to all traffic, drivers will have to take the ferry at Karsk.",
    )
    found = compare(reading("a", "\n".join(lines)), reading("b", "\n".join(others)))
    assert found.kind in DERIVED
    assert found.variations == ()


def test_names_are_matched_by_their_place_in_the_sentence():
    one = WIRE.replace("by rail", "north to Karsk").replace("Mara Velke", "Mara Tonn")
    two = REWRITE.replace("by rail", "north to Ulmen").replace("Mara Velke", "Mara Tann")
    found = compare(reading("wire", one, agency="Northwire"), reading("local", two))
    assert {v.note for v in told(VariationKind.NAME_CHANGED, found)} == {
        "“Karsk” became “Ulmen”.",
        "“Tonn” is spelt “Tann”.",
    }


def test_dateline_is_no_content():
    lines = [f"LODNA, March {day} (Northwire) - {WIRE}" for day in (4, 5)]
    found = compare(reading("a", lines[0]), reading("b", lines[1] + "A second ship left on Thursday."))
    assert found.kind in DERIVED
    assert not told(VariationKind.TIME_CHANGED, found)


def test_copy_has_no_variation():
    assert compare(ORIGIN, reading("copy", WIRE)).variations == ()


def test_unrelated_reports_are_not_aligned():
    found = compare(ORIGIN, reading("bakery", OTHER))
    assert (found.related, found.kind, found.alignments, found.variations) == (False, Relation.UNRELATED, (), ())


def test_truncated_text_leaves_nothing_out():
    stub = reading("stub", "\n".join(WIRE.splitlines()[:5]), completeness=Completeness.TRUNCATED)
    assert not told(VariationKind.OMITTED, compare(ORIGIN, stub))
    assert not told(VariationKind.CAVEAT_DROPPED, compare(ORIGIN, stub))


def test_cut_off_piece_is_garbled_residue_and_says_which_came_first():
    piece = "beside the northern pier, apparently getting"
    body = REWRITE.replace("Northwire", "the paper") + piece
    found = compare(reading("a", body), reading("z", WIRE))
    (garbled,) = told(VariationKind.GARBLED, found)
    assert (found.origin, garbled.derivative.text) == ("z", piece)


def test_other_name_left_out_is_told():
    aside = "\nCaptain Rudo Lanik - better known as Grey Fox - has not been seen since the floods of that winter.\n"
    kept = "\nCaptain Rudo Lanik has not been seen since the floods of that winter.\n"
    found = compare(reading("wire", WIRE + aside, agency="Northwire"), reading("local", REWRITE + kept))
    assert "better known as Grey Fox" in [variation.origin.text for variation in told(VariationKind.OMITTED, found)]


def test_heading_that_states_what_a_source_said_is_told():
    heading = "Seven lorries left for the border\n"
    lines = REWRITE.replace("nine", "seven").splitlines(keepends=True)
    body = "".join([*lines[:3], heading, *lines[3:]])
    found = compare(ORIGIN, reading("local", body))
    assert heading.strip() in [variation.derivative.text for variation in told(VariationKind.HEADLINE_CHANGED, found)]


@pytest.mark.parametrize("pair", list(itertools.combinations(["", "“", "...\n...", "\u202eשלום", "a. " * 3000], 2)))
def test_any_texts_can_be_compared(pair):
    one, two = pair
    found = compare(reading("a", one), reading("b", two))
    assert found.variations == ()


def test_a_sentence_that_breaks_off_in_the_middle_of_the_text_is_garbled():
    whole = (
        "The harbour master said that the northern pier would stay closed until the divers had finished their work.\n"
    )
    cut = "The harbour master said that the northern pier would stay closed until the div\n"
    found = compare(reading("wire", whole + WIRE, agency="Northwire"), reading("local", cut + REWRITE))
    assert [each.derivative.text[-3:] for each in told(VariationKind.GARBLED, found)] == ["div"]
    kept = compare(reading("wire", whole + WIRE, agency="Northwire"), reading("local", whole + REWRITE))
    assert not told(VariationKind.GARBLED, kept)
