"""What the trained reader of changes adds to what rules tell between two passages, and what it takes from it."""

from dataclasses import replace

import numpy as np
import pytest
from tests.link.factory import REWRITE, WIRE, reading, report

from reportedly.lineage import Drift, VariationKind
from reportedly.link import compare
from reportedly.link.align import align
from reportedly.link.change_input import KINDS, MOST, lay_out
from reportedly.link.change_reader import Look, look, read_changes
from reportedly.link.change_settling import bounds, settle
from reportedly.link.digest import Digest
from reportedly.link.passage import Pairing, Passage
from reportedly.link.unmatched import match_more

OLD = "Two trawlers appeared to leave the pier."
NEW = "Both boats sailed from it at dawn."
DETAIL = VariationKind.DETAIL_CHANGED


def passage(body):
    return Passage(body, ((0, len(body)),))


def pairing(old=OLD, new=NEW):
    return Pairing(passage(old), passage(new))


def place(laid, side, word, body):
    """Give the number of the piece of a side that opens a word."""
    start = body.index(word)
    return next(n for n, spot in enumerate(laid.spots) if laid.sides[n] == side and spot[0] == start)


def seen(likely, stands_for=()):
    """Make a look in which words of the two sides are part of changes, as likely as is said."""
    both = pairing()
    laid = lay_out(both)
    kinds = np.full((len(laid.pieces), len(KINDS)), 0.01, dtype=np.float32)
    for side, word, kind, chance in likely:
        kinds[place(laid, side, word, (OLD, NEW)[side - 1]), KINDS.index(kind)] = chance
    links = np.zeros((len(laid.pieces), len(laid.pieces)), dtype=np.float32)
    for old, new in stands_for:
        links[place(laid, 1, old, OLD), place(laid, 2, new, NEW)] = 9
    drifts = np.zeros((len(laid.pieces), 3), dtype=np.float32)
    drifts[:, 1] = 1
    return Look(both, laid, kinds, drifts, 0.9, links)


def words(look, told):
    return look.pairing.origin.text(told.origin), look.pairing.derivative.text(told.derivative)


def test_pieces_know_their_side_and_whether_the_other_has_their_word():
    laid = lay_out(pairing("Mara left the pier.", "The pier was empty."))
    assert laid.sides[0] == 0
    assert sorted(set(laid.sides)) == [0, 1, 2]
    shared = {laid.spots[n] for n, mark in enumerate(laid.marks) if mark & 1 and laid.sides[n] == 1}
    assert shared == {(10, 13), (14, 18)}


def test_long_passages_are_cut_on_either_side():
    laid = lay_out(pairing("one two three " * 300, "four " * 300))
    assert [laid.sides.count(side) for side in (1, 2)] == [MOST, MOST]


@pytest.mark.parametrize(
    "odd", ["\ud800", "\u202eturned\u202c", "\x00\x1b[31m", "\U0001f6a2", "e\u0301", "\ufeff \u200b"]
)
def test_odd_characters_are_read_and_keep_their_places(odd):
    old, new = f"Two {odd} trawlers left the pier.", f"The pier {odd} was left by both trawlers."
    seen = look(pairing(old, new))
    spots = {old[slice(*spot)] for spot, side in zip(seen.laid.spots, seen.laid.sides, strict=True) if side == 1}
    assert {"trawler", "pier"} & spots or "trawlers" in spots
    for told in read_changes(seen):
        assert words(seen, told)


def test_what_both_sides_have_of_a_change_is_told_as_one():
    one = seen([(1, "appeared", VariationKind.HEDGE_DROPPED, 0.9), (2, "sailed", VariationKind.HEDGE_DROPPED, 0.7)])
    (told,) = read_changes(one)
    assert words(one, told) == ("appeared", "sailed")
    assert told.kind is VariationKind.HEDGE_DROPPED
    assert told.drift is Drift.WEAKER
    assert told.chance == pytest.approx(0.8)


def test_what_one_side_has_of_a_change_is_told_of_what_stands_for_it():
    one = seen([(1, "pier", DETAIL, 0.9)], stands_for=[("pier", "dawn")])
    (told,) = read_changes(one)
    assert words(one, told) == ("pier", "dawn")
    assert told.chance < 0.5


def test_of_two_changes_each_finds_its_own_other_side():
    likely = [(1, "Two", DETAIL, 0.8), (1, "pier", DETAIL, 0.8), (2, "Both", DETAIL, 0.8), (2, "dawn", DETAIL, 0.8)]
    one = seen(likely, stands_for=[("Two", "dawn"), ("pier", "Both")])
    assert {words(one, told) for told in read_changes(one)} == {("Two", "dawn"), ("pier", "Both")}


def test_reader_alone_is_enough_where_it_is_sure():
    one = seen([(1, "pier", DETAIL, 0.95), (2, "dawn", DETAIL, 0.95)])
    (variation,) = settle([], (), one)
    assert (variation.origin.text, variation.derivative.text) == ("pier", "dawn")
    assert variation.note == "A detail changed: “pier” became “dawn”."
    assert not settle([], (), seen([(1, "pier", DETAIL, 0.4), (2, "dawn", DETAIL, 0.4)]))


def test_what_rules_tell_and_the_reader_sees_nothing_of_is_not_told():
    amount = VariationKind.QUANTITY_CHANGED
    told = pairing().tell(amount, (6, 7), (6, 7), Drift.NEUTRAL, "It is another one.")
    assert settle([told], (), seen([])) == []
    assert settle([told], (), seen([]), [told]) == [told]
    assert settle([told], (), seen([(2, "dawn", amount, 0.45)])) == [told]
    assert settle([told], (), seen([(1, "pier", amount, 0.99), (2, "dawn", amount, 0.99)])) == [told]


def test_rules_that_name_a_word_which_is_gone_are_believed_and_guesses_are_not():
    told = pairing().tell(VariationKind.DETAIL_DROPPED, (6, 7), (6, 7), Drift.NEUTRAL, "“very” is gone.")
    assert settle([told], (), seen([])) == [told]
    assert settle([told], [told], seen([])) == []
    assert settle([told], [told], seen([(1, "pier", VariationKind.DETAIL_DROPPED, 0.5)])) == [told]


def test_every_kind_that_the_reader_tells_has_its_bounds():
    whole = {VariationKind.OMITTED, VariationKind.ADDED}  # asked of the whole report
    assert bounds().keys() == set(KINDS) - whole
    assert all(0 <= each.denied < each.sure < 1 for each in bounds().values())


def test_what_the_reader_is_not_asked_stays():
    both = pairing()
    kinds = (VariationKind.OMITTED, VariationKind.GARBLED, VariationKind.HEADLINE_CHANGED)
    told = [both.tell(kind, (0, 1), (0, 1), Drift.NEUTRAL, "Told.") for kind in kinds]
    assert settle(told, (), seen([])) == told


def test_a_lost_hedge_in_wholly_other_words_is_seen():
    both = pairing(
        "The depot may have been emptied before the inspectors arrived, one of the guards said.",
        "Guards emptied the warehouse ahead of the inspection.",
    )
    kinds = {told.kind for told in read_changes(look(both)) if told.chance > 0.5}
    assert VariationKind.HEDGE_DROPPED in kinds or VariationKind.ATTRIBUTION_DROPPED in kinds


def test_a_look_does_not_hang_on_what_was_read_before():
    both = pairing()
    first = look(both)
    look(pairing("A wholly different sentence about wheat.", "Wheat is dear."))
    again = look(both)
    assert np.array_equal(first.kinds, again.kinds)
    assert np.array_equal(first.links, again.links)


def test_columns_are_the_kinds_that_the_model_tells():
    one = look(pairing())
    assert one.kinds.shape == (len(one.laid.pieces), len(KINDS))
    assert one.links.shape == (len(one.laid.pieces),) * 2
    assert 0 <= one.same <= 1


def test_readings_by_rules_alone_are_compared_by_rules_alone(monkeypatch):
    def never(_):
        raise AssertionError("the reader was asked")

    monkeypatch.setattr("reportedly.link.variation.look", never)
    monkeypatch.setattr("reportedly.link.unmatched.look", never)
    assert compare(reading("wire", WIRE), reading("local", REWRITE)).variations


def test_readings_by_models_are_compared_with_the_reader(monkeypatch):
    asked = []
    monkeypatch.setattr("reportedly.link.variation.settle", lambda found, guessed, seen, _: asked.append(seen) or found)
    models = [
        replace(reading(name, body), not_analysed=None, made_by={"tagger": "made by hand"})
        for name, body in (("wire", WIRE), ("local", REWRITE))
    ]
    compare(*models)
    assert asked


REWORDED = "On Monday seven or more trucks set out for the frontier, according to a shopkeeper posted beside the customs compound."


def test_a_sentence_in_wholly_other_words_finds_its_origin():
    others = [line for line in REWRITE.splitlines() if "trader" not in line]
    one, other = Digest(report("a", WIRE)), Digest(report("b", "\n".join([*others, "", REWORDED])))
    number = next(n for n, bounds in enumerate(one.bounds) if "trader" in WIRE[slice(*bounds)])
    matches = align(one.sentences, other.sentences)
    assert all(number not in match.ones for match in matches)
    found = match_more(one, other, matches)
    assert any(match.ones == (number,) and match.others == (len(other.bounds) - 1,) for match in found)


def test_what_is_matched_stays_so_and_no_sentence_stands_in_two_matches():
    one, other = Digest(report("a", WIRE)), Digest(report("b", f"{REWRITE}\n\n{REWORDED}"))
    matches = match_more(one, other, [])
    ones = [i for match in matches for i in match.ones]
    assert len(ones) == len(set(ones))
    again = match_more(one, other, matches)
    assert again == matches
