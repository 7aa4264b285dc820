"""Which sentences say the same."""

import pytest

from reportedly.link.align import align, read_sentences
from reportedly.link.tokens import read_tokens
from reportedly.text.quotation import find_quotations
from reportedly.text.sentence import split_sentences

FERRY = "The ferry to Karsk was stopped at dawn because of high waves."
MINE = "Forty miners came up from the flooded shaft near Dorn on Sunday."
COUNCIL = "The provincial council voted to close three schools in the hills."


def prepared(text):
    return read_sentences(text, read_tokens(text), split_sentences(text), find_quotations(text), frozenset())


def matched(one, two):
    return [(match.ones, match.others) for match in align(prepared(one), prepared(two))]


def test_moved_sentences_are_found():
    assert matched(f"{FERRY} {MINE} {COUNCIL}", f"{COUNCIL} {FERRY} {MINE}") == [
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), (0,)),
    ]


def test_names_and_who_told_whom_make_no_match():
    one = "Colonel Dresk told Hillwire that the pier had been swept away in the night."
    two = "Colonel Dresk told Hillwire that his brother keeps bees."
    assert matched(one, two) == []


def test_neighbour_that_only_touches_is_not_merged_into_a_match():
    near = "The council of Dorn voted to paint the school."
    assert matched(f"{COUNCIL} {near}", COUNCIL) == [((0,), (0,))]


def test_same_quotation_in_another_frame_is_a_match():
    one = '"We count the sheep and go home," Colonel Ilian Dresk, the commander of the harbour garrison, told Hillwire.'
    two = 'Asked later, Dresk repeated: "We count the sheep and go home."'
    assert matched(one, two) == [((0,), (0,))]


def test_heading_is_no_part_of_a_merge():
    one = f"The talks began.\n\nSCHOOLS IN THE HILLS\n\n{COUNCIL}"
    assert ((1, 2), (0,)) not in matched(one, COUNCIL)


def test_merged_sentences_are_one_match():
    both = "The ferry to Karsk was stopped because of high waves, and forty miners came up from the shaft near Dorn."
    assert matched(f"{FERRY} {MINE}", both) == [((0, 1), (0,))]


def test_match_is_the_same_turned_round():
    one, two = f"{FERRY} {MINE}", f"{MINE} {COUNCIL} {FERRY}"
    assert sorted((others, ones) for ones, others in matched(two, one)) == matched(one, two)


def test_sentence_of_another_matter_has_no_match():
    assert matched(FERRY, COUNCIL) == []


@pytest.mark.parametrize("text", ["", "...", "\n"])
def test_text_without_words_has_no_match(text):
    assert matched(text, FERRY) == []


def test_a_sentence_that_repeats_itself_is_matched_one_to_one():
    many = "The barge lay at the upper lock until the water rose again. " * 80
    assert matched(many, many) == [((number,), (number,)) for number in range(80)]


def test_sentences_between_matched_ones_are_taken_one_after_the_other():
    changed = [f"Gate {word} was raised slowly by hand." for word in ("one", "two", "three")]
    retold = [f"By hand, slowly, they lifted the {word} sluice." for word in ("first", "second", "third")]
    found = matched(" ".join([FERRY, *changed, MINE]), " ".join([FERRY, *retold, MINE]))
    assert found == [((number,), (number,)) for number in range(5)]
